"""A page of the web as blocks: word processors and legal databases save such files."""

import re
from collections.abc import Iterator

from lxml import html

from vitrina.formats.blocks import RAISED, Block, Cell, Grid, Paragraph

_WIDEST = 100  # columns
_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "section", "article", "body", "html", "main", "ul", "ol",
    "center", "blockquote", "pre", "dl", "dt", "dd",
}  # fmt: skip


def blocks_of_web_page(content: bytes) -> Iterator[Block]:
    """The blocks of an HTML file. Raises whatever a broken file gives rise to."""
    root = html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", _decoded(content)))
    for hidden in root.xpath("//script|//style|//head"):
        hidden.drop_tree()
    yield from _blocks(root)


def _decoded(content: bytes) -> str:
    declared = re.search(rb"charset=[\"']?([\w-]+)", content[:2048])
    for encoding in (*([declared[1].decode("ascii")] if declared else []), "utf-8"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1251")


def _blocks(item: html.HtmlElement) -> Iterator[Block]:
    if item.tag == "table" and not item.xpath(".//td//table"):
        if text := "\n".join(map(_text, item.xpath("./caption"))):
            yield Paragraph(text)
        yield Grid(tuple(_rows(item)))
        return
    inner = [one for one in item.iterchildren() if isinstance(one.tag, str)]
    if not any(one.tag in _BLOCKS or one.tag == "table" or one.xpath(".//p|.//table|.//div|.//li") for one in inner):
        if text := _text(item):
            yield Paragraph(text)
        return
    if item.text and item.text.strip():
        yield Paragraph(item.text.strip())
    for one in inner:
        yield from _blocks(one)
        if one.tail and one.tail.strip():
            yield Paragraph(" ".join(one.tail.split()))


def _text(item: html.HtmlElement) -> str:
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


def _rows(table: html.HtmlElement) -> Iterator[tuple[Cell, ...]]:
    below: dict[int, int] = {}  # how many rows further the cell of a column reaches
    for row in table.iter("tr"):
        cells: list[Cell] = []
        column = 0
        for cell in (*row.iterchildren("td", "th"), None):
            while below.get(column):
                below[column] -= 1
                cells.append(Cell(goes_on=True))
                column += 1
            if cell is not None:
                width = min(_number(cell.get("colspan")), _WIDEST)
                cells.append(Cell((Paragraph(_text(cell)),), width))
                below.update(dict.fromkeys(range(column, column + width), _number(cell.get("rowspan")) - 1))
                column += width
        yield tuple(cells)


def _number(text: str | None) -> int:
    return max(int(text), 1) if text and text.isdecimal() else 1
