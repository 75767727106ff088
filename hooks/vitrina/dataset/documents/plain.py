"""A text file as paragraphs and tables: a word processor that saves one puts a tab before each cell of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from vitrina.dataset.documents.sections import LEVEL, Sections, number_of
from vitrina.dataset.documents.text import Block, Paragraph, grid, paragraph

_LONG = 100  # signs
"""A longer line is a paragraph by itself; shorter ones below one another are lines of one."""
_Row = list[list[str]]
"""The cells of a row, each its lines."""


def blocks_of_plain(text: str) -> Iterator[Block]:
    """The blocks of a text file."""
    sections = Sections()
    for has_cells, of_kind in groupby(_groups(text), key=_has_cells):
        groups = list(of_kind)
        rows = [_cells(group.lines) for group in groups] if has_cells else []
        if sum(len(row) > 1 for row in rows) > 1:
            yield from _tables(rows)
            continue
        for group in groups:
            if group.is_first and sections.begins(" ".join(group.lines)):
                yield paragraph(group.lines, LEVEL)
            else:
                yield from _paragraphs(group.lines)


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines with no blank one between them."""

    lines: Sequence[str]
    is_first: bool
    """Whether a blank line, or nothing, stands before it."""


def _groups(text: str) -> Iterator[_Group]:
    """Lines with no blank one between them; what a number begins is apart, and so are the cells of a table."""
    for is_filled, lines in groupby(text.splitlines(), key=lambda line: bool(line.strip())):
        if not is_filled:
            continue
        parts = groupby(_numbered_parts(list(lines)), key=lambda numbered: numbered[0])
        for place, (_, part) in enumerate(parts):
            yield _Group([line for _, line in part], place == 0)


def _numbered_parts(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line with the number of its part: a numbered first line and what goes on with a small letter; then the
    rest up to the first cell; then the cells."""
    part = 0 if number_of(lines[0]) else 1
    for place, line in enumerate(lines):
        if place and not part and not line.strip()[0].islower():
            part = 1
        if line.startswith("\t"):
            part = 2
        yield part, line


def _has_cells(group: _Group) -> bool:
    return group.lines[0].startswith("\t")


def _cells(group: Sequence[str]) -> _Row:
    """A row of a table: a tab begins a cell, further lines go on with it."""
    cells: _Row = []
    for line in group:
        if line.startswith("\t"):
            cells.append([])
        cells[-1].append(line)
    return cells


def _tables(rows: Sequence[_Row]) -> Iterator[Block]:
    """Rows of one cell go with the table that they stand in; a change from many columns to others begins a new one."""
    current: list[_Row] = []
    width = 1
    for row in rows:
        if len(row) > 1 and width not in (1, len(row)):
            yield _table(current)
            current, width = [], 1
        width = max(width, len(row))
        current.append(row)
    yield _table(current)


def _table(rows: Sequence[_Row]) -> Block:
    return grid([(cell, 1) for cell in row] for row in rows)


def _paragraphs(group: Sequence[str]) -> Iterator[Paragraph]:
    for is_long, lines in groupby(group, key=lambda line: len(line) > _LONG):
        if is_long:
            yield from (paragraph([line]) for line in lines)
        else:
            yield paragraph(lines)
