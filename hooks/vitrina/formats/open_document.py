"""An OpenDocument text as blocks. What was deleted with changes tracked is left out, what was added is there."""

from collections.abc import Iterator

from lxml import etree

from vitrina.formats import UnreadableText
from vitrina.formats.archive import part, refuse_unsafe
from vitrina.formats.blocks import RAISED, Block, Cell, Grid, Paragraph

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLES, _OFFICE, _STYLE = (f"{{{_NAMES}{name}:1.0}}" for name in ("text", "table", "office", "style"))
_PARAGRAPH, _HEADING, _NOTE = f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}note"
_TABLE, _ROW = f"{_TABLES}table", f"{_TABLES}table-row"
_CELL, _COVERED = f"{_TABLES}table-cell", f"{_TABLES}covered-table-cell"
_LEFT_OUT = {_NOTE, f"{_TEXT}tracked-changes"}
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_WIDEST = 100  # columns
_MOST_SPACES = 40


def blocks_of_open_document(content: bytes) -> Iterator[Block]:
    """The blocks of an .odt file. Raises `UnreadableText`, and whatever a broken file gives rise to."""
    refuse_unsafe(content)
    if b"encryption-data" in etree.tostring(part(content, "META-INF/manifest.xml")):
        raise UnreadableText("text_with_password")
    root = part(content, "content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnreadableText("broken_text")
    yield from _Reader(root).blocks(body)


class _Reader:
    def __init__(self, root: etree._Element) -> None:
        self._raised = {
            style.get(f"{_STYLE}name", "")
            for style in root.iter(f"{_STYLE}style")
            for of_text in style.iter(f"{_STYLE}text-properties")
            if _is_raised(of_text.get(f"{_STYLE}text-position", ""))
        }
        """The names of styles."""

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        for element in _within(parent, _PARAGRAPH, _HEADING, _TABLE):
            if element.tag == _TABLE:
                yield Grid(tuple(tuple(self._cells(row)) for row in _within(element, _ROW)))
            else:
                level = _number(element, f"{_TEXT}outline-level") if element.tag == _HEADING else 0
                yield Paragraph("".join(self._said(element)), level, tuple(self._notes(element)))

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        """What a cell beside it covers is a part of that cell; what one above it covers goes on with that."""
        beside = 0
        for cell in row.iterchildren(_CELL, _COVERED):
            for _ in range(min(_number(cell, f"{_TABLES}number-columns-repeated"), _WIDEST)):
                if cell.tag == _CELL:
                    width = min(_number(cell, f"{_TABLES}number-columns-spanned"), _WIDEST)
                    beside = width - 1
                    yield Cell(tuple(self.blocks(cell)), width)
                elif beside:
                    beside -= 1
                else:
                    yield Cell(goes_on=True)

    def _notes(self, paragraph: etree._Element) -> Iterator[str]:
        for note in _within(paragraph, _NOTE):
            citation, said = note.find(f"{_TEXT}note-citation"), note.find(f"{_TEXT}note-body")
            if said is not None:
                sign = "".join(citation.itertext()).translate(RAISED) if citation is not None else ""
                yield f"{sign} {' '.join(''.join(self._said(said)).split())}"

    def _said(self, element: etree._Element, is_raised: bool = False) -> Iterator[str]:
        """The pieces of what a paragraph says."""
        yield _written(element.text, is_raised)
        for child in element:
            if child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag == f"{_TEXT}s":
                yield " " * min(_number(child, f"{_TEXT}c"), _MOST_SPACES)
            elif _belongs(child):
                yield from ("\n",) if child.tag in (_PARAGRAPH, _HEADING) else ()  # of a frame within the paragraph
                yield from self._said(child, is_raised or child.get(f"{_TEXT}style-name", "") in self._raised)
            yield _written(child.tail, is_raised)


def _is_raised(position: str) -> bool:
    """«super 58%» or «33% 58%»."""
    first = position.split(" ", maxsplit=1)[0].rstrip("%")
    return first == "super" or (first.isdecimal() and int(first) > 0)


def _written(text: str | None, is_raised: bool) -> str:
    return (text or "").translate(RAISED) if is_raised else text or ""


def _within(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The nearest elements of some tags: not those that stand in another of them."""
    for child in element:
        if child.tag in tags:
            yield child
        elif _belongs(child):
            yield from _within(child, *tags)


def _belongs(child: etree._Element) -> bool:
    """Whether it is part of the text: no comment of the file or of a reader, no picture written out in letters."""
    return isinstance(child.tag, str) and child.tag not in _LEFT_OUT and not child.tag.startswith(_OFFICE)


def _number(element: etree._Element, name: str) -> int:
    number = element.get(name, "1")
    return max(int(number), 1) if number.isdecimal() else 1
