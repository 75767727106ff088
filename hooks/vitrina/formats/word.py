"""A Word file as blocks. What was deleted with changes tracked is left out, what was added is there."""

import io
from collections.abc import Iterator
from functools import cache

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from vitrina.formats.archive import parsed, refuse_unsafe
from vitrina.formats.blocks import RAISED, Block, Cell, Grid, Paragraph

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _NOTE, _VALUE = qn("w:t"), qn("w:footnoteReference"), qn("w:val")
_LEFT_OUT = {qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:moveFrom")}
_AGAIN = "}Fallback"
"""Ends the name of what stands there once more, for old programs."""
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_WIDEST = 100  # columns


def blocks_of_word(content: bytes) -> Iterator[Block]:
    """The blocks of a .docx file. Raises `UnreadableText`, and whatever a broken file gives rise to."""
    refuse_unsafe(content)
    document = docx.Document(io.BytesIO(content))
    yield from _Reader(document).blocks(document.element.body)


class _Reader:
    def __init__(self, document: Document) -> None:
        self._levels = {style.style_id: _level(style.name or "") for style in document.styles}
        self._notes = dict(_notes(document))
        self._number = 0
        """Of the last footnote: Word counts them by itself."""

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        for element in _within(parent, _PARAGRAPH, _TABLE):
            if element.tag == _TABLE:
                yield Grid(tuple(tuple(self._cells(row)) for row in _within(element, _ROW)))
            else:
                style = element.find(_path("w:pPr/w:pStyle"))
                level = self._levels.get(style.get(_VALUE), 0) if style is not None else 0
                yield Paragraph("".join(_said(element)), level, tuple(self._notes_of(element)))

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        if skipped := _number(row, "w:trPr/w:gridBefore", 0):
            yield Cell(columns=skipped)
        for cell in _within(row, _CELL):
            merged = cell.find(_path("w:tcPr/w:vMerge"))
            goes_on = merged is not None and merged.get(_VALUE, "continue") == "continue"
            yield Cell(() if goes_on else tuple(self.blocks(cell)), _number(cell, "w:tcPr/w:gridSpan", 1), goes_on)

    def _notes_of(self, paragraph: etree._Element) -> Iterator[str]:
        for reference in _within(paragraph, _NOTE) if self._notes else ():
            if note := self._notes.get(reference.get(qn("w:id"), "")):
                self._number += 1
                yield f"{self._number}".translate(RAISED) + f" {note}"


def _level(style: str) -> int:
    name, _, number = style.lower().partition(" ")
    return int(number) if name == "heading" and number.isdecimal() else 0


def _children(element: etree._Element) -> Iterator[etree._Element]:
    """What belongs to the text."""
    for child in element.iterchildren("*"):
        if child.tag not in _LEFT_OUT and not child.tag.endswith(_AGAIN):
            yield child


def _within(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The nearest elements of some tags: not those that stand in another of them."""
    for child in _children(element):
        if child.tag in tags:
            yield child
        else:
            yield from _within(child, *tags)


def _said(element: etree._Element) -> Iterator[str]:
    """The pieces of what a paragraph says."""
    for child in _children(element):
        if child.tag == _TEXT:
            yield (child.text or "").translate(RAISED) if _is_raised(element) else child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from ("\n",) if child.tag == _PARAGRAPH else ()  # of a frame within the paragraph
            yield from _said(child)


def _is_raised(run: etree._Element) -> bool:
    raised = run.find(_path("w:rPr/w:vertAlign"))
    return raised is not None and raised.get(_VALUE) == "superscript"


def _number(element: etree._Element, path: str, otherwise: int) -> int:
    """How many columns an element below says."""
    said = element.find(_path(path))
    number = said.get(_VALUE, "") if said is not None else ""
    return min(int(number), _WIDEST) if number.isdecimal() else otherwise


@cache
def _path(path: str) -> str:
    return "/".join(map(qn, path.split("/")))


def _notes(document: Document) -> Iterator[tuple[str, str]]:
    """The footnotes by their ids."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            for note in parsed(relation.target_part.blob):
                yield note.get(qn("w:id"), ""), " ".join("".join(_said(note)).split())
