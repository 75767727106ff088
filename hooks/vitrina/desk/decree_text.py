"""A decree as it is printed, and in it the places where the things stand that were read of it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from vitrina.dataset.cells import folded, without_unseen
from vitrina.dataset.documents import text as printed
from vitrina.dataset.documents.passages import Span, spans_in
from vitrina.decrees.blocks import Block, Grid

_COLUMN = re.compile(r", столбец «.*»$", re.DOTALL)
_ROW = re.compile(r"(?P<table>.+), строка (?P<row>\d+)$")
_GAP = r"[\s|]*"
"""What parts two cells of a row where a text has no real tables."""

_WIDEST = 24
"""Columns of a table that has a line of text for each of its cells."""
_SENTENCE = 30
"""Letters of words that do not stand in many places by chance."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A block that holds some text."""

    span: Span
    rows: tuple[tuple[Span, ...], ...] = ()
    """Of a table, where each of its cells stands that is not empty; a cell over several columns as often."""


@dataclass(frozen=True, slots=True)
class _Range:
    """What a place may mean."""

    span: Span
    reach: Span
    """Where words that are said to stand there may end."""
    cells: tuple[Span, ...] = ()


class DecreeText:
    """The text of a decree's blocks, and where in it something stands."""

    def __init__(self, blocks: Sequence[Block], places: Mapping[str, str]) -> None:
        """`places` are other names of places: of each, the paragraphs or rows that it means."""
        told = [(block, shown) for block in blocks for shown in printed.placed([_shown(block)])]
        shown = printed.placed(one for _, one in told)
        self.text = printed.DocumentText("", b"", "", shown)
        self._all_lines = tuple(self.text.lines)
        self._parts = [_part(block, one) for (block, _), one in zip(told, shown, strict=True)]
        self._at: dict[str, list[int]] = {}
        for number, (block, _) in enumerate(told):
            self._at.setdefault(block.place, []).append(number)
        self._named: dict[str, list[str]] = {}
        for place, name in places.items():
            self._named.setdefault(name, []).append(place)
        self._asked: Counter[tuple[str, str, str]] = Counter()
        self._spans = cache(lambda words: spans_in(self.text.whole, words))

    def passage(self, kind: str, place: str, words: str, figure: str = "") -> tuple[Span, ...]:
        """Where some words stand, line by line; of a table's row, whose cells are parted by tabs, the last cell.

        Asked again for the same of a `kind`, the next of several. Where the words cannot be found as they are, the
        `figure` in them, else the whole paragraph or row; nothing where the place is unknown.
        """
        turn = self._asked[kind, place, words]
        self._asked[kind, place, words] += 1
        ranges = list(self._ranges(_COLUMN.sub("", place)))
        cells = [cell for cell in words.split("\t") if cell.strip()]
        found = [span for one in ranges for span in self._in_cell(one, cells) or self._within(one.reach, words)]
        found = found or [span for one in ranges for span in self._figures(one.reach, figure)]
        found = found or self._anywhere(words, ranges[0].span[0] if ranges else 0)
        found = found or [one.span for one in ranges[:1]]
        return tuple(self._lines(found[min(turn, len(found) - 1)])) if found else ()

    def _ranges(self, place: str) -> Iterator[_Range]:
        """What a place may mean, the likeliest first."""
        for other in self._named.get(place, ()):
            if other != place:
                yield from self._ranges(other)
        if place in self._at:
            yield self._run(self._at[place])
        elif (row := _ROW.match(place)) and row["table"] in self._at:
            yield from self._row(self._at[row["table"]][0], int(row["row"]))
        elif ", " in place:  # behind a section or a point
            yield from self._ranges(place.partition(", ")[2])

    def _row(self, number: int, row: int) -> Iterator[_Range]:
        rows = self._parts[number].rows
        if not rows:  # lines that make up a table: a row each, or a cell each
            yield self._run([min(number + row - 1, len(self._parts) - 1)])
            yield self._run([number], row * _WIDEST)
        elif row <= len(rows) and (cells := rows[row - 1]):
            span = (cells[0][0], cells[-1][1])
            yield _Range(span, span, cells)

    def _run(self, numbers: Sequence[int], further: int = 2) -> _Range:
        """Paragraphs; words that begin in one may end in the next, where the end of a page has cut it."""
        first, last = self._parts[numbers[0]].span, self._parts[min(numbers[-1] + further, len(self._parts) - 1)].span
        return _Range(first, (first[0], last[1]))

    def _in_cell(self, place: _Range, cells: Sequence[str]) -> list[Span]:
        """The last of several cells of a row."""
        if len(cells) < 2:
            return []
        if len(cells) <= len(place.cells):
            cell = place.cells[len(cells) - 1]
            return self._within(cell, cells[-1]) or [cell]
        row = re.compile(_GAP.join(f"({re.escape(_clean(cell))})" for cell in cells))
        return [found.span(len(cells)) for found in row.finditer(self.text.whole, *place.reach)]

    def _within(self, span: Span, words: str) -> list[Span]:
        return [one for one in self._spans(_clean(words.rstrip("…"))) if span[0] <= one[0] and one[1] <= span[1]]

    def _anywhere(self, words: str, start: int) -> list[Span]:
        """A sentence whose place is only roughly known: a list below a heading, a section."""
        spans = self._spans(_clean(words)) if len(words) >= _SENTENCE else ()
        return [span for span in spans if span[0] >= start][:1]

    def _figures(self, span: Span, figure: str) -> list[Span]:
        """Where a number stands, however its digits are grouped."""
        if not figure:
            return []
        digits = (r"\s?[.,]\s?" if digit == "." else digit for digit in figure)
        number = re.compile(r"(?<!\d)" + r"[\s']*".join(digits) + r"(?!\d)")
        return [one.span() for one in number.finditer(self.text.whole, *span)]

    def _lines(self, span: Span) -> Iterator[Span]:
        """A span cut at the ends of lines."""
        first = bisect_right(self._all_lines, span[0], key=lambda line: line.start) - 1
        for line in self._all_lines[max(first, 0) :]:
            if line.start >= span[1]:
                break
            if span[0] < line.end:
                yield max(line.start, span[0]), min(line.end, span[1])


def _clean(words: str) -> str:
    return folded(without_unseen(words))


def _shown(block: Block) -> printed.Block:
    if not isinstance(block, Grid):
        return printed.paragraph(block.text.split("\n"))
    return printed.grid([(cell.split("\n"), columns) for cell, columns in _cells(row)] for row in block.rows)


def _cells(row: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The cells of a row with the number of their columns. One of words that is repeated is one that spans several."""
    for cell, same in groupby(row):
        count = len(list(same))
        if re.search(r"[^\W\d_]{3}", cell):
            yield cell, count
        else:
            yield from [(cell, 1)] * count


def _part(block: Block, shown: printed.Block) -> _Part:
    lines = list(printed.lines_of(shown))
    span = (lines[0].start, lines[-1].end)
    if not isinstance(block, Grid) or not isinstance(shown, printed.Grid):
        return _Part(span)
    rows = ([cell for cell in row if cell.lines] for row in shown.rows)
    return _Part(
        span,
        tuple(
            tuple((cell.lines[0].start, cell.lines[-1].end) for cell in row for _ in range(cell.columns))
            for row in rows
        ),
    )
