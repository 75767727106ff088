"""A long document in parts, each short enough to be a page of its own; a section begins a part where it can.

What a part measures is told by the text alone, so that no change of the tables moves a passage to another page.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, Self, TypeVar

from vitrina.dataset.documents.text import Block, Cell, DocumentText, Grid, Line, Paragraph, lines_of

_FIGURE = re.compile(r"\d[\d\s]*(?:,\d+)?")
_OF_A_FIGURE = 90  # letters: what a mark and the way to its page come to
_LETTERS, _FEWEST_LETTERS = 36, 8
"""In a line on a phone, and in that of the narrowest column."""
_LINE, _BETWEEN, _USES = 28, 18, 13  # pixels: a line, what is between paragraphs, what the ways from a figure add
_LONGEST_LINE = 3_000
"""Letters; a longer line is parted at a space, as if it had been printed so."""


class _Size(NamedTuple):
    """Letters, with those that marks add, and pixels on a phone."""

    weight: int
    height: int

    def plus(self, other: Self) -> "_Size":
        return _Size(self.weight + other.weight, self.height + other.height)

    def exceeds(self, most: "_Size") -> bool:
        return self.weight > most.weight or self.height > most.height


_NOTHING = _Size(0, 0)
_LARGEST = _Size(20_000, 5_800)
"""With the frame of the site and a mark at every figure that is a page of 30 kilobytes, compressed, of ten screens."""
_SHORTEST = _Size(7_000, 2_900)
"""A section begins a new part only behind so many letters; of a long table or paragraph so much stays together."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some blocks of a document, one after another."""

    number: int
    """From 1."""
    blocks: tuple[Block, ...]

    @property
    def start(self) -> int:
        return next(line.start for block in self.blocks for line in lines_of(block))

    @property
    def headings(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph) and block.level)


@lru_cache(maxsize=64)
def parts_of(text: DocumentText) -> tuple[Part, ...]:
    """The whole document; one part where it is short."""
    return tuple(Part(number, tuple(blocks)) for number, blocks in enumerate(_cut(text), start=1))


def part_at(text: DocumentText, start: int) -> int:
    """The number of the part in which a place of the whole text lies."""
    return max(part.number for part in parts_of(text) if part.start <= start)


def _cut(text: DocumentText) -> Iterator[list[Block]]:
    pieces = list(chain.from_iterable(map(_pieces, text.blocks)))
    if not _sum(map(_size, pieces)).exceeds(_LARGEST):
        yield list(text.blocks)
        return
    current: list[Block] = []
    size = _NOTHING
    for block in pieces:
        own = _size(block)
        begins = _is_heading(block) and size.weight > _SHORTEST.weight
        if current and (begins or size.plus(own).exceeds(_LARGEST)):
            heads = _headings_behind(current)
            if heads < len(current):
                yield current[: len(current) - heads]
                current = current[len(current) - heads :]
                size = _sum(map(_size, current))
        current.append(block)
        size = size.plus(own)
    yield current


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.level)


def _headings_behind(blocks: Sequence[Block]) -> int:
    """How many headings stand last: they belong to what follows."""
    count = 0
    while count < len(blocks) and _is_heading(blocks[-1 - count]):
        count += 1
    return count


def _pieces(block: Block) -> Iterator[Block]:
    """A table or a paragraph that is a part by itself, and longer, in several."""
    if not _size(block).exceeds(_SHORTEST):
        yield block
    elif isinstance(block, Grid):
        for rows in _grouped(block.rows, _size_of_row):
            yield replace(block, rows=rows)
    else:
        lines = list(chain.from_iterable(map(_short_lines, block.lines)))
        for number, group in enumerate(_grouped(lines, _size_of_line)):
            yield Paragraph(group, 0 if number else block.level)


Item = TypeVar("Item")


def _grouped(items: Iterable[Item], size_of: Callable[[Item], _Size]) -> Iterator[tuple[Item, ...]]:
    group: list[Item] = []
    size = _NOTHING
    for item in items:
        own = size_of(item)
        if group and size.plus(own).exceeds(_SHORTEST):
            yield tuple(group)
            group, size = [], _NOTHING
        group.append(item)
        size = size.plus(own)
    yield tuple(group)


def _short_lines(line: Line) -> Iterator[Line]:
    start = 0
    while len(line.text) - start > _LONGEST_LINE:
        end = line.text.rfind(" ", start + 1, start + _LONGEST_LINE)
        if end < 0:
            break
        yield Line(line.text[start:end], line.start + start)
        start = end + 1
    yield Line(line.text[start:], line.start + start)


def _size(block: Block) -> _Size:
    if isinstance(block, Grid):
        return _sum(map(_size_of_row, block.rows))
    return _sum(map(_size_of_line, block.lines)).plus(_Size(0, _BETWEEN))


def _sum(sizes: Iterable[_Size]) -> _Size:
    total = _NOTHING
    for size in sizes:
        total = total.plus(size)
    return total


def _size_of_line(line: Line, letters: int = _LETTERS) -> _Size:
    """`letters` is how many a line of the page has."""
    figures = len(_FIGURE.findall(line.text))
    height = -(-len(line.text) // letters) * _LINE + figures * _USES
    return _Size(len(line.text) + _OF_A_FIGURE * figures, height)


def _size_of_row(row: Sequence[Cell]) -> _Size:
    """A row is as high as its highest cell."""
    columns = sum(cell.columns for cell in row)
    cells = []
    for cell in row:
        letters = max(_FEWEST_LETTERS, _LETTERS * cell.columns // columns)
        cells.append(_sum(_size_of_line(line, letters) for line in cell.lines))
    return _Size(sum(cell.weight for cell in cells), max(cell.height for cell in cells) + _BETWEEN)
