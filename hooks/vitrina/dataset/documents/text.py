"""A document's text as printed: paragraphs and tables of lines, each of which knows its place in the whole text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from vitrina.dataset.cells import folded, without_unseen
from vitrina.formats import blocks as formats


@dataclass(frozen=True, slots=True)
class Line:
    """One line, with its spaces and letters as cells of the tables have theirs."""

    text: str
    start: int = 0
    """Its place in the whole text."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Line, ...]
    level: int = 0
    """Of a heading, from 1; 0 for ordinary text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a printed table."""

    lines: tuple[Line, ...]
    columns: int = 1
    """How many it is wide."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A printed table; every row is equally wide."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Grid


@dataclass(frozen=True, eq=False)
class DocumentText:
    """A document whose text lies in the programme's folder; equal to itself alone. What is found in it is found once,
    hence no slots."""

    name: str
    """Of its file."""
    content: bytes = field(repr=False)
    sha256: str
    blocks: tuple[Block, ...]

    @cached_property
    def whole(self) -> str:
        """All lines with a space between them."""
        return " ".join(line.text for line in self.lines)

    @property
    def lines(self) -> Iterator[Line]:
        for block in self.blocks:
            yield from lines_of(block)


def lines_of(block: Block) -> Iterator[Line]:
    """The lines of a block as they are read: a table row by row."""
    if isinstance(block, Paragraph):
        yield from block.lines
    else:
        for row in block.rows:
            for cell in row:
                yield from cell.lines


def paragraph(texts: Iterable[str], level: int = 0) -> Paragraph:
    """Of lines as a file has them; blank ones are left out."""
    return Paragraph(_lines(texts), level)


def grid(rows: Iterable[Sequence[tuple[Iterable[str], int]]]) -> Grid:
    """Of rows of cells, each its lines and how many columns it is wide. The last cell of a short row is widened."""
    made = [tuple(Cell(_lines(lines), columns) for lines, columns in row) for row in rows if row]
    width = max((sum(cell.columns for cell in row) for row in made), default=0)
    return Grid(tuple(_widened(row, width - sum(cell.columns for cell in row)) for row in made))


def formatted(block: formats.Block) -> Iterator[Block]:
    """A block of a word processor's file, and the footnotes to which it leads. A cell holds its tables as lines; what
    goes on with the cell above it is empty."""
    if isinstance(block, formats.Paragraph):
        yield paragraph([block.text], block.level and block.level + 1)  # the page has its own of level 1
    else:
        yield grid([(_texts(cell), cell.columns) for cell in row] for row in block.rows)
    yield from (paragraph([note]) for note in formats.notes_of(block))


def _texts(cell: formats.Cell) -> Iterator[str]:
    for block in cell.blocks:
        if isinstance(block, formats.Paragraph):
            yield block.text
        else:
            yield from (text for row in block.rows for inner in row for text in _texts(inner))


def placed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that hold any text, with the place of every line."""
    at = 0

    def put(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        nonlocal at
        found = []
        for line in lines:
            found.append(Line(line.text, at))
            at += len(line.text) + 1
        return tuple(found)

    return tuple(
        Paragraph(put(block.lines), block.level)
        if isinstance(block, Paragraph)
        else Grid(tuple(tuple(Cell(put(cell.lines), cell.columns) for cell in row) for row in block.rows))
        for block in blocks
        if any(lines_of(block))
    )


def _lines(texts: Iterable[str]) -> tuple[Line, ...]:
    whole = (folded(without_unseen(line)) for text in texts for line in text.splitlines())
    return tuple(Line(line) for line in whole if line)


def _widened(row: tuple[Cell, ...], by: int) -> tuple[Cell, ...]:
    return (*row[:-1], Cell(row[-1].lines, row[-1].columns + by)) if by else row
