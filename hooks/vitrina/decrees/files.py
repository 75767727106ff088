"""Files as blocks: Word, OpenDocument, RTF, HTML, PDF with text, and plain text; others are refused with what to do."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from vitrina.dataset.cells import without_unseen
from vitrina.decrees.blocks import Block, Counter, Covered, Grid, Paragraph, filled_rows
from vitrina.decrees.boxes import with_boxes
from vitrina.decrees.printed import blocks_of_pdf
from vitrina.formats import UnreadableText, read_formatted
from vitrina.formats import blocks as formats

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_blocks(file: Path) -> tuple[Block, ...]:
    """The blocks of a file. Raises `OSError` and `UnreadableText`."""
    content, kind = file.read_bytes(), file.suffix.lower()
    if content.startswith(_OLD_WORD):
        raise UnreadableText("text_with_password")
    read = with_boxes(map(_seen, _blocks(kind, content)))
    blocks = tuple(one for one in read if isinstance(one, Paragraph) or (one.rows and one.rows[0]))
    if not blocks:
        raise UnreadableText("text_without_words")
    return blocks


def _blocks(kind: str, content: bytes) -> Iterable[Block]:
    match kind:
        case ".txt":
            return _text(content)
        case ".pdf":
            return blocks_of_pdf(content)
        case ".doc":
            raise UnreadableText("text_with_password")
    return _formatted(read_formatted(kind, content), Counter())


def _formatted(blocks: Iterable[formats.Block], count: Counter) -> Iterator[Block]:
    """The blocks of a word processor's file but for its footnotes; behind a table those that stand in its cells."""
    for block in blocks:
        if isinstance(block, formats.Grid):
            yield Grid(filled_rows(_rows(block)), count.table())
            inner = (one for row in block.rows for cell in row for one in cell.blocks if isinstance(one, formats.Grid))
            yield from _formatted(inner, count)
        elif block.text.strip():
            yield Paragraph(block.text.strip("\r\n "), count.paragraph())


def _rows(grid: formats.Grid) -> Iterator[list[str]]:
    above: list[str] = []
    for row in grid.rows:
        cells: list[str] = []
        for cell in row:
            if cell.goes_on:
                places = range(len(cells), len(cells) + cell.columns)
                cells += [Covered(above[place] if place < len(above) else "") for place in places]
            else:
                text = _of_cell(cell)
                cells += [text, *[Covered(text)] * (cell.columns - 1)]
        yield cells
        above = cells


def _of_cell(cell: formats.Cell) -> str:
    texts = (block.text.strip("\r\n ") for block in cell.blocks if isinstance(block, formats.Paragraph))
    return "\n".join(texts).strip()


def _seen(block: Block) -> Block:
    """A block without soft hyphens and other signs that nobody sees."""
    if isinstance(block, Paragraph):
        return Paragraph(without_unseen(block.text), block.place)
    rows = tuple(tuple(type(cell)(without_unseen(cell)) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _text(content: bytes) -> Iterator[Block]:
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1251"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        yield from lines_as_paragraphs(text)
        return
    raise UnreadableText("broken_text")


def lines_as_paragraphs(text: str) -> Iterator[Paragraph]:
    """Each line of a text that is not empty, with its number as its place."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield Paragraph(line.rstrip(" \u00a0"), f"строка {number}")  # tabs at its end part empty cells
