"""What a file of a word processor holds: paragraphs and tables, in the order in which they are printed."""

from collections.abc import Iterator
from dataclasses import dataclass

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some text as the file has it: with its tabs, all its spaces, and a line feed where a line is broken."""

    text: str
    level: int = 0
    """Of a heading, from 1; 0 for ordinary text."""
    notes: tuple[str, ...] = ()
    """The footnotes to which it leads, each behind its sign."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, which may hold tables too."""

    blocks: tuple["Block", ...] = ()
    columns: int = 1
    """How many it is wide."""
    goes_on: bool = False
    """Whether it is a part of the cell above it, and holds nothing itself."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its rows may be of different widths."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Grid


def notes_of(block: Block) -> Iterator[str]:
    """The footnotes of a block, in their order."""
    if isinstance(block, Paragraph):
        yield from block.notes
        return
    for row in block.rows:
        for cell in row:
            for inner in cell.blocks:
                yield from notes_of(inner)
