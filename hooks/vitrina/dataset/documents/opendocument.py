"""An OpenDocument text as paragraphs and tables."""

from collections.abc import Iterator

from lxml import etree

from vitrina.dataset.documents.archive import part, refuse_unsafe
from vitrina.dataset.documents.refusals import UnreadableText
from vitrina.dataset.documents.sections import with_sections
from vitrina.dataset.documents.text import Block, Paragraph, grid, paragraph

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE_NAMES = f"{{{_OASIS}text:1.0}}", f"{{{_OASIS}table:1.0}}"
_PARAGRAPH, _HEADING, _NOTE = f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}note"
_TABLE, _ROW = f"{_TABLE_NAMES}table", f"{_TABLE_NAMES}table-row"
_CELL, _COVERED = f"{_TABLE_NAMES}table-cell", f"{_TABLE_NAMES}covered-table-cell"
_LEFT_OUT = {_NOTE, f"{_TEXT}tracked-changes", f"{{{_OASIS}office:1.0}}annotation"}
_SIGNS = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_WIDEST = 100  # columns
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def blocks_of_opendocument(content: bytes) -> Iterator[Block]:
    """The blocks of an .odt file; a note stands behind the block that leads to it. Raises `UnreadableText`."""
    refuse_unsafe(content)
    if b"encryption-data" in etree.tostring(part(content, "META-INF/manifest.xml")):
        raise UnreadableText("text_with_password")
    body = part(content, "content.xml").find(f"{{{_OASIS}office:1.0}}body")
    if body is None:
        raise UnreadableText("broken_text")
    blocks = list(_blocks(body))
    has_headings = any(isinstance(block, Paragraph) and block.level for block in blocks)
    return iter(blocks) if has_headings else with_sections(blocks)


def _blocks(body: etree._Element) -> Iterator[Block]:
    for element in _outermost(body):
        if element.tag == _TABLE:
            yield grid(_rows(element))
        else:
            level = element.get(f"{_TEXT}outline-level", "1") if element.tag == _HEADING else ""
            yield paragraph(["".join(_said(element))], int(level) + 1 if level.isdecimal() else 0)
        for note in element.iter(_NOTE):
            citation, said = note.find(f"{_TEXT}note-citation"), note.find(f"{_TEXT}note-body")
            if said is not None:
                sign = "".join(citation.itertext()).translate(_RAISED) if citation is not None else ""
                yield paragraph([f"{sign} {' '.join(''.join(_said(said)).split())}"])


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables that stand in no other."""
    for child in element:
        if child.tag in (_PARAGRAPH, _HEADING, _TABLE):
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _outermost(child)


def _said(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from ("\n",) if child.tag == _PARAGRAPH else ()  # of a frame within the paragraph
            yield from _said(child)
        yield child.tail or ""


def _rows(table: etree._Element) -> Iterator[list[tuple[list[str], int]]]:
    for row in _within(table, _ROW):
        yield list(_cells(row))


def _cells(row: etree._Element) -> Iterator[tuple[list[str], int]]:
    """What a cell beside it covers is a part of that cell; what one above it covers is empty."""
    beside = 0
    for cell in row.iterchildren(_CELL, _COVERED):
        if cell.tag == _COVERED:
            if not beside:
                yield [], 1
            beside = max(beside - 1, 0)
        else:
            width = _width(cell)
            beside = width - 1
            yield list(_lines(cell)), width


def _within(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The nearest elements of a tag: not those of a table within the table."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _within(child, tag)


def _lines(cell: etree._Element) -> Iterator[str]:
    for element in _outermost(cell):
        if element.tag == _TABLE:
            yield from (line for row in _rows(element) for lines, _ in row for line in lines)
        else:
            yield "".join(_said(element))


def _width(cell: etree._Element) -> int:
    width = cell.get(f"{_TABLE_NAMES}number-columns-spanned", "1")
    return min(int(width), _WIDEST) if width.isdecimal() else 1
