"""A long document in parts, each short enough to be a page of its own; a section begins a part where it can."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from vitrina.dataset.documents.text import Block, Cell, DocumentText, Grid, Line, Paragraph, lines_of

_LONGEST = 20_000
"""With the frame of the site and a mark at every figure that is a page of 30 kilobytes, compressed. In letters, see
`_weight`."""
_SHORTEST = 7_000
"""A section begins a new part only behind so much."""
_FIGURE = re.compile(r"\d[\d\s]*(?:,\d+)?")
_OF_A_FIGURE = 90  # letters: what a mark and the way to its page come to


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
    if _weight(text.lines) <= _LONGEST:
        return (Part(1, text.blocks),)
    return tuple(Part(number, tuple(blocks)) for number, blocks in enumerate(_cut(text), start=1))


def part_at(text: DocumentText, start: int) -> int:
    """The number of the part in which a place of the whole text lies."""
    return max(part.number for part in parts_of(text) if part.start <= start)


def _cut(text: DocumentText) -> Iterator[list[Block]]:
    current: list[Block] = []
    length = 0
    for block in chain.from_iterable(map(_pieces, text.blocks)):
        own = _weight(lines_of(block))
        is_section = isinstance(block, Paragraph) and bool(block.level)
        if current and (length + own > _LONGEST or (is_section and length > _SHORTEST)):
            yield current
            current, length = [], 0
        current.append(block)
        length += own
    yield current


def _pieces(block: Block) -> Iterator[Block]:
    """A table that is a part by itself, and longer, in several."""
    if not isinstance(block, Grid) or _weight(lines_of(block)) <= _SHORTEST:
        yield block
        return
    rows: list[tuple[Cell, ...]] = []
    length = 0
    for row in block.rows:
        own = _weight(line for cell in row for line in cell.lines)
        if rows and length + own > _SHORTEST:
            yield replace(block, rows=tuple(rows))
            rows, length = [], 0
        rows.append(row)
        length += own
    yield replace(block, rows=tuple(rows))


def _weight(lines: Iterable[Line]) -> int:
    """Of the text alone, so that no change of the tables moves a passage to another page."""
    return sum(len(line.text) + _OF_A_FIGURE * len(_FIGURE.findall(line.text)) for line in lines)
