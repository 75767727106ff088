"""HTML as a tree of elements, as a browser would build it from what is written with every end tag."""

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

_EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attributes})
        if tag in _EMPTY:
            self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def elements_in(html: str) -> Element:
    """One element with all that a text holds."""
    tree = _Tree()
    tree.feed(f"<html>{html}</html>")
    tree.close()
    return tree.builder.close()
