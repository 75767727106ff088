"""OpenDocument files: paragraphs and tables, with merged cells in each of their places, and tables within cells."""

from collections.abc import Iterator

from lxml import etree

from vitrina.dataset.documents.archive import part, refuse_unsafe
from vitrina.dataset.documents.word import RAISED
from vitrina.decrees.blocks import Block, Counter, Covered, Grid, Paragraph, filled_rows
from vitrina.decrees.refusals import UnreadableDecree

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE, _STYLE = (f"{{{_NAMES}{name}:1.0}}" for name in ("text", "table", "office", "style"))
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_ROW, _CELL, _COVERED = f"{_TABLE}table-row", f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"
_LEFT_OUT = {f"{_TEXT}note-body", f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls"}
_WIDEST = 100  # columns
_MOST_SPACES = 40


def blocks_of_open_document(content: bytes) -> Iterator[Block]:
    """The blocks of an .odt file. Raises `UnreadableText` and `UnreadableDecree`."""
    refuse_unsafe(content)
    root = part(content, "content.xml")
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise UnreadableDecree("broken")
    raised = {
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for of_text in style.iter(f"{_STYLE}text-properties")
        if _is_raised(of_text.get(f"{_STYLE}text-position", ""))
    }
    yield from _Reader(frozenset(raised)).blocks(body)


def _is_raised(position: str) -> bool:
    """«super 58%» or «33% 58%»."""
    first = position.split(" ", maxsplit=1)[0].rstrip("%")
    return first == "super" or (first.isdecimal() and int(first) > 0)


class _Reader:
    def __init__(self, raised: frozenset[str]) -> None:
        self._raised = raised
        self._count = Counter()

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        for item in parent:
            if item.tag in _PARAGRAPHS:
                if text := self._text(item).strip():
                    yield Paragraph(text, self._count.paragraph())
            elif item.tag == f"{_TABLE}table":
                yield from self._grids(item)
            elif isinstance(item.tag, str) and item.tag not in _LEFT_OUT:
                yield from self.blocks(item)

    def _grids(self, table: etree._Element) -> Iterator[Grid]:
        """A table, and behind it those that stand in its cells."""
        yield Grid(filled_rows(self._rows(table)), self._count.table())
        for cell in _within(table, _CELL):
            for inner in _within(cell, f"{_TABLE}table"):
                yield from self._grids(inner)

    def _rows(self, table: etree._Element) -> Iterator[list[str]]:
        above: dict[int, tuple[int, str]] = {}
        for row in _within(table, _ROW):
            cells: list[str] = []
            for cell in row.iterchildren(_CELL, _COVERED):
                covered = cell.tag == _COVERED
                text = "\n".join(self._text(one) for one in _within(cell, *_PARAGRAPHS)).strip()
                for _ in range(min(_number(cell, "number-columns-repeated"), _WIDEST)):
                    column = len(cells)
                    if covered and column in above and above[column][0] > 0:
                        above[column] = (above[column][0] - 1, above[column][1])
                        cells.append(Covered(above[column][1]))
                        continue
                    cells.append(Covered(cells[-1]) if covered and cells else text)
                    spanned = above.get(column - 1, (0, ""))[0] if covered else _number(cell, "number-rows-spanned") - 1
                    above[column] = (spanned, cells[-1])
            yield cells

    def _text(self, item: etree._Element, is_raised: bool = False) -> str:
        parts = [_said(item.text, is_raised)]
        for child in item:
            if child.tag == f"{_TEXT}line-break":
                parts.append("\n")
            elif child.tag == f"{_TEXT}tab":
                parts.append("\t")
            elif child.tag == f"{_TEXT}s":
                parts.append(" " * min(_spaces(child), _MOST_SPACES))
            elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT and not child.tag.startswith(_OFFICE):
                in_frame = child.tag in _PARAGRAPHS
                above = child.tag == f"{_TEXT}note-citation" or child.get(f"{_TEXT}style-name", "") in self._raised
                parts.append(("\n" if in_frame else "") + self._text(child, is_raised or above))
            parts.append(_said(child.tail, is_raised))
        return "".join(parts)


def _within(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The nearest elements of some tags: not those of a table within the table."""
    for child in element:
        if child.tag in tags:
            yield child
        elif isinstance(child.tag, str) and child.tag not in {*_LEFT_OUT, f"{_TABLE}table"}:
            yield from _within(child, *tags)


def _said(text: str | None, is_raised: bool) -> str:
    return (text or "").translate(RAISED) if is_raised else text or ""


def _number(cell: etree._Element, name: str) -> int:
    number = cell.get(f"{_TABLE}{name}", "1")
    return max(int(number), 1) if number.isdecimal() else 1


def _spaces(child: etree._Element) -> int:
    number = child.get(f"{_TEXT}c", "1")
    return int(number) if number.isdecimal() else 1
