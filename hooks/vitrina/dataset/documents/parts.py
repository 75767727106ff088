"""A long document in parts, each short enough to be a page of its own; a section begins a part where it can."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from vitrina.dataset.documents.text import Block, Cell, DocumentText, Grid, Paragraph, lines_of

_LONGEST = 24_000  # letters: with its marks and the frame of the site a page of 30 kilobytes, compressed
_SHORTEST = 8_000
"""A section begins a new part only behind so many letters."""


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
    if len(text.whole) <= _LONGEST:
        return (Part(1, text.blocks),)
    return tuple(Part(number, tuple(blocks)) for number, blocks in enumerate(_cut(text), start=1))


def part_at(text: DocumentText, start: int) -> int:
    """The number of the part in which a place of the whole text lies."""
    return max(part.number for part in parts_of(text) if part.start <= start)


def _cut(text: DocumentText) -> Iterator[list[Block]]:
    current: list[Block] = []
    length = 0
    for block in chain.from_iterable(map(_pieces, text.blocks)):
        own = _length(block)
        is_section = isinstance(block, Paragraph) and bool(block.level)
        if current and (length + own > _LONGEST or (is_section and length > _SHORTEST)):
            yield current
            current, length = [], 0
        current.append(block)
        length += own
    yield current


def _pieces(block: Block) -> Iterator[Block]:
    """A table that is a part by itself, and longer, in several."""
    if not isinstance(block, Grid) or _length(block) <= _SHORTEST:
        yield block
        return
    rows: list[tuple[Cell, ...]] = []
    length = 0
    for row in block.rows:
        own = sum(len(line.text) for cell in row for line in cell.lines)
        if rows and length + own > _SHORTEST:
            yield replace(block, rows=tuple(rows))
            rows, length = [], 0
        rows.append(row)
        length += own
    yield replace(block, rows=tuple(rows))


def _length(block: Block) -> int:
    return sum(len(line.text) for line in lines_of(block))
