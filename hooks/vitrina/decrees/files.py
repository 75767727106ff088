"""Files as blocks: Word, OpenDocument, RTF, HTML, PDF with text, and plain text; others are refused with what to do."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import lxml.etree
import lxml.html
from docx.document import Document as WordDocument
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from vitrina.dataset.cells import without_unseen
from vitrina.dataset.documents.archive import refuse_unsafe
from vitrina.dataset.documents.refusals import UnreadableText
from vitrina.dataset.documents.word import RAISED, said
from vitrina.decrees.blocks import Block, Counter, Covered, Grid, Paragraph, filled_rows
from vitrina.decrees.boxes import with_boxes
from vitrina.decrees.open_document import blocks_of_open_document
from vitrina.decrees.printed import blocks_of_pdf
from vitrina.decrees.refusals import UnreadableDecree
from vitrina.decrees.rich_text import blocks_of_rich_text

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_blocks(file: Path) -> tuple[Block, ...]:
    """The blocks of a file. Raises `OSError` and `UnreadableDecree`."""
    content = file.read_bytes()
    if content.startswith(_OLD_WORD):
        raise UnreadableDecree("old-word")
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        raise UnreadableDecree("old-word" if file.suffix.lower() == ".doc" else "kind")
    try:
        read = tuple(with_boxes(map(_seen, reader(content))))
    except UnreadableText as fault:
        raise UnreadableDecree("broken") from fault
    except UnreadableDecree:
        raise
    except (
        ValueError,
        KeyError,
        IndexError,
        OSError,
        EOFError,
        zipfile.BadZipFile,
        zlib.error,
        lxml.etree.LxmlError,
        RuntimeError,  # of a closed archive, of elements within each other without end
        AttributeError,
    ) as fault:
        raise UnreadableDecree("broken") from fault
    blocks = tuple(one for one in read if isinstance(one, Paragraph) or (one.rows and one.rows[0]))
    if not blocks:
        raise UnreadableDecree("empty")
    return blocks


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
    raise UnreadableDecree("broken")


def lines_as_paragraphs(text: str) -> Iterator[Paragraph]:
    """Each line of a text that is not empty, with its number as its place."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield Paragraph(line.rstrip(" \u00a0"), f"строка {number}")  # tabs at its end part empty cells


def _word(content: bytes) -> Iterator[Block]:
    refuse_unsafe(content)
    yield from _of_word(docx.Document(io.BytesIO(content)), Counter())


def _of_word(parent: WordDocument | _Cell, count: Counter) -> Iterator[Block]:
    for item in parent.iter_inner_content():
        if isinstance(item, WordParagraph):
            if text := _of_paragraph(item):
                yield Paragraph(text, count.paragraph())
        else:
            place = count.table()
            nested = [inner for row in item.rows for cell in row.cells for inner in cell.tables]
            yield _word_grid(item, place)
            for inner in nested:
                yield _word_grid(inner, count.table())


def _word_grid(table: WordTable, place: str) -> Grid:
    rows: list[list[str]] = []
    met: set[object] = set()
    for row in table.rows:
        rows.append([])
        for cell in row.cells:
            text = "\n".join(map(_of_paragraph, cell.paragraphs)).strip()
            rows[-1].append(Covered(text) if cell._tc in met else text)  # noqa: SLF001  the same cell in another place
            met.add(cell._tc)  # noqa: SLF001
    return Grid(filled_rows(rows), place)


def _of_paragraph(paragraph: WordParagraph) -> str:
    """Its text with what changes tracked have added, and without what they have deleted."""
    return "".join(said(paragraph._p, tab="\t")).strip("\n ")  # noqa: SLF001  python-docx skips added text itself


def _page_of_web(content: bytes) -> Iterator[Block]:
    declared = re.search(rb"charset=[\"']?([\w-]+)", content[:2048])
    encodings = [declared[1].decode("ascii")] if declared else []
    for encoding in (*encodings, "utf-8", "cp1251"):
        try:
            text = content.decode(encoding)
            break
        except (UnicodeDecodeError, LookupError):
            continue
    else:
        raise UnreadableDecree("broken")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    root = lxml.html.fromstring(text)
    for hidden in root.xpath("//script|//style|//head"):
        hidden.drop_tree()
    yield from _of_web(root, Counter())


_BLOCKS = {
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "section",
    "article",
    "body",
    "html",
    "main",
    "ul",
    "ol",
    "center",
    "blockquote",
    "pre",
    "dl",
    "dt",
    "dd",
}


def _of_web(item: lxml.html.HtmlElement, count: Counter) -> Iterator[Block]:
    if item.tag == "table" and not item.xpath(".//td//table"):
        if text := "\n".join(map(_web_text, item.xpath("./caption"))):
            yield Paragraph(text, count.paragraph())
        yield Grid(filled_rows(_web_rows(item)), count.table())
        return
    inner = [one for one in item.iterchildren() if isinstance(one.tag, str)]
    if not any(one.tag in _BLOCKS or one.tag == "table" or one.xpath(".//p|.//table|.//div|.//li") for one in inner):
        if text := _web_text(item):
            yield Paragraph(text, count.paragraph())
        return
    if item.text and item.text.strip():
        yield Paragraph(item.text.strip(), count.paragraph())
    for one in inner:
        yield from _of_web(one, count)
        if one.tail and one.tail.strip():
            yield Paragraph(" ".join(one.tail.split()), count.paragraph())


def _web_text(item: lxml.html.HtmlElement) -> str:
    parts = []
    for one in item.iter():
        if one.tag == "br":
            parts.append("\n")
        if isinstance(one.tag, str) and one.text:
            text = _collapsed(one.text) if item.tag != "pre" else one.text
            parts.append(text.translate(RAISED) if one.tag == "sup" else text)
        if one is not item and one.tail:
            parts.append(_collapsed(one.tail) if item.tag != "pre" else one.tail)
        if one is not item and one.tag in _BLOCKS:
            parts.append("\n")
    return "\n".join(line.strip() for line in "".join(parts).split("\n") if line.strip())


def _collapsed(text: str) -> str:
    """White space as a browser shows it, but for tabs within a line, by which offices part cells."""
    return re.sub(r" +", " ", re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", text))


def _web_rows(table: lxml.html.HtmlElement) -> Iterator[list[str]]:
    spans: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            while spans.get(len(cells), (0, ""))[0] > 0:
                left, text = spans[len(cells)]
                spans[len(cells)] = (left - 1, text)
                cells.append(Covered(text))
            text = _web_text(cell)
            for n in range(min(_number(cell.get("colspan")), 100)):
                spans[len(cells)] = (_number(cell.get("rowspan")) - 1, text)
                cells.append(Covered(text) if n else text)
        while spans.get(len(cells), (0, ""))[0] > 0:
            left, text = spans[len(cells)]
            spans[len(cells)] = (left - 1, text)
            cells.append(Covered(text))
        yield cells


def _number(text: str | None) -> int:
    return max(int(text), 1) if text and text.isdecimal() else 1


_READERS: dict[str, Callable[[bytes], Iterator[Block]]] = {
    ".txt": _text,
    ".docx": _word,
    ".odt": blocks_of_open_document,
    ".rtf": blocks_of_rich_text,
    ".html": _page_of_web,
    ".htm": _page_of_web,
    ".pdf": blocks_of_pdf,
}
