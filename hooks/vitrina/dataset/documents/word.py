"""A Word file as paragraphs and tables. What was deleted with changes tracked is left out, what was added is there."""

import io
import zipfile
from collections.abc import Iterator, Mapping

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from vitrina.dataset.documents.archive import parsed, refuse_unsafe
from vitrina.dataset.documents.refusals import UnreadableText
from vitrina.dataset.documents.sections import with_sections
from vitrina.dataset.documents.text import Block, Paragraph, grid, paragraph

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _NOTE = qn("w:t"), qn("w:footnoteReference")
_LEFT_OUT = {qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:moveFrom")}
_AGAIN = "}Fallback"
"""Ends the name of what stands there once more, for old programs."""
_TAB = qn("w:tab")
_SIGNS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_WIDEST = 100  # columns
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def blocks_of_word(content: bytes) -> Iterator[Block]:
    """The blocks of a .docx file; a footnote stands behind the block that leads to it. Raises `UnreadableText`."""
    refuse_unsafe(content)
    try:
        document = docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError):
        raise UnreadableText("broken_text") from None
    blocks = list(_blocks(document))
    has_headings = any(isinstance(block, Paragraph) and block.level for block in blocks)
    return iter(blocks) if has_headings else with_sections(blocks)


def _blocks(document: Document) -> Iterator[Block]:
    levels = {style.style_id: _level(style.name or "") for style in document.styles}
    notes = dict(_notes(document))
    number = 0
    for element in _outermost(document.element.body):
        if element.tag == _TABLE:
            yield grid(_rows(element))
        else:
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            yield paragraph(["".join(said(element))], levels.get(style.get(qn("w:val")), 0) if style is not None else 0)
        for reference in element.iter(_NOTE):
            if note := notes.get(reference.get(qn("w:id"), "")):
                number += 1
                yield paragraph([f"{number}".translate(RAISED) + f" {note}"])


def _level(style: str) -> int:
    """Of a heading, from 2 as the page has its own; 0 for other styles."""
    name, _, number = style.lower().partition(" ")
    return int(number) + 1 if name == "heading" and number.isdigit() else 0


def _children(element: etree._Element) -> Iterator[etree._Element]:
    """What belongs to the text."""
    for child in element.iterchildren("*"):
        if child.tag not in _LEFT_OUT and not child.tag.endswith(_AGAIN):
            yield child


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables that stand in no other."""
    for child in _children(element):
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        else:
            yield from _outermost(child)


def said(element: etree._Element, tab: str = " ") -> Iterator[str]:
    """The pieces of what a paragraph says; `tab` stands for each tab."""
    for child in _children(element):
        if child.tag == _TEXT:
            yield (child.text or "").translate(RAISED) if _is_raised(element) else child.text or ""
        elif child.tag == _TAB:
            yield tab
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from ("\n",) if child.tag == _PARAGRAPH else ()  # of a frame within the paragraph
            yield from said(child, tab)


def _is_raised(run: etree._Element) -> bool:
    raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return raised is not None and raised.get(qn("w:val")) == "superscript"


def _rows(table: etree._Element) -> Iterator[list[tuple[list[str], int]]]:
    for row in _within(table, _ROW):
        yield [(list(_lines(cell)), _width(cell)) for cell in _within(row, _CELL)]


def _within(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The nearest elements of a tag: not those of a table within the table."""
    for child in _children(element):
        if child.tag == tag:
            yield child
        else:
            yield from _within(child, tag)


def _lines(cell: etree._Element) -> Iterator[str]:
    """Of one cell; what goes on with the cell above it is empty."""
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    if merged is not None and merged.get(qn("w:val"), "continue") == "continue":
        return
    for element in _outermost(cell):
        if element.tag == _TABLE:
            yield from (line for row in _rows(element) for lines, _ in row for line in lines)
        else:
            yield "".join(said(element))


def _width(cell: etree._Element) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    width = span.get(qn("w:val"), "1") if span is not None else "1"
    return min(int(width), _WIDEST) if width.isdecimal() else 1


def _notes(document: Document) -> Iterator[tuple[str, str]]:
    """The footnotes by their ids."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            notes: Mapping[str, etree._Element] = {
                note.get(qn("w:id"), ""): note for note in parsed(relation.target_part.blob)
            }
            yield from ((identity, " ".join("".join(said(note)).split())) for identity, note in notes.items())
