"""What the search of the copy looks through: every page by its headings, as a script that a page can load."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from vitrina.search.entries import entries
from vitrina.search.index import IS_FOUND, LEFT_OUT, MARKED_AS_LEFT_OUT

_SKIPPED = {"script", "style", "svg", "nav", "form", "template", "button"}
_EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass(slots=True)
class Part:
    """What stands under one heading."""

    anchor: str
    heading: str = ""
    text: str = ""


@dataclass
class IndexedPage(HTMLParser):
    """A page by its headings."""

    address: str
    title: str = ""
    """As the tabs and the contents call it; its first heading tells what it shows."""
    keywords: str = ""
    """By which other words people look for it, with commas between."""
    parts: list[Part] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[bool] = []
        self._heading = ""
        self._is_title = False

    @property
    def _is_inside(self) -> bool:
        return bool(self._open) and all(self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self._is_title = tag == "title"
        if tag == "meta" and attributes.get("name") == "keywords":
            self.keywords = attributes.get("content") or ""
        elif IS_FOUND in attributes and not self._open:
            self._open = [True]
        elif self._open and tag not in _EMPTY:
            hidden = tag in _SKIPPED or not MARKED_AS_LEFT_OUT.isdisjoint(attributes)
            self._open.append(not (hidden or LEFT_OUT.intersection((attributes.get("class") or "").split())))
        if self._is_inside and tag in {"h1", "h2", "h3"}:
            self._heading = tag
            self.parts.append(Part(attributes.get("id") or ""))

    def handle_endtag(self, tag: str) -> None:
        self._is_title = False
        if self._open and tag not in _EMPTY:
            self._open.pop()
        if tag == self._heading:
            self._heading = ""
        if self.parts and tag in {"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "caption"}:
            self.parts[-1].text += " "

    def handle_data(self, data: str) -> None:
        if self._is_title:
            self.title += data
        if not self._is_inside:
            return
        if self._heading:
            self.parts[-1].heading += data
        elif self.parts:
            self.parts[-1].text += data


def index_script(pages: Mapping[str, str]) -> str:
    """The pages of one language, address to HTML, as a script that leaves them where the search looks for them."""
    return f"window.vitrinaIndex = {json.dumps(list(_entries(pages)), ensure_ascii=False, separators=(',', ':'))};\n"


def _entries(pages: Mapping[str, str]) -> Iterable[list[str]]:
    """Address, the page's name, the heading of the part, its text; of a page's first part the keywords too."""
    for address, html in pages.items():
        page = IndexedPage(address)
        page.feed(html)
        page.close()
        name = " ".join(page.title.partition(" · ")[0].split())
        for number, part in enumerate(page.parts):
            anchor = f"#{part.anchor}" if part.anchor and number else ""
            keywords = [] if number else [page.keywords]
            yield [f"{address}{anchor}", name, _spaced(part.heading), _spaced(part.text), *keywords]
        for entry in entries(html) if "data-entry" in html else ():
            yield [f"{address}#{entry.anchor}", name, _spaced(entry.title), _spaced(entry.text)]


def _spaced(text: str) -> str:
    return " ".join(text.split())
