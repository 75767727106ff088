"""A finished page by its headings, as the search sees it."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

IS_FOUND = "data-pagefind-body"
"""The attribute that holds a page's own text; a page without it is not found."""
LEFT_OUT = frozenset(
    {
        "v-document-status", "v-kicker", "v-margin", "v-section__name", "v-actions", "v-source", "v-print-address",
        "v-onward-section", "v-uses",
    }
)  # fmt: skip
"""Classes of what is not the page's own: sources, notes on how to read it, ways onward."""
MARKED_AS_LEFT_OUT = frozenset({"aria-hidden", "data-entry", "data-search-exclude"})
"""Attributes of what is left out; an entry is found by itself."""
_HEARD = re.compile(r'<span class="v-sr">([^<]*)</span>')
"""A pause or a word for those who listen: as an element of its own it would be set apart from the word before it."""
_INLINE = r"(?:a|b|br|cite|i|small|span|strong)\b[^>]*>"
_JOINT = re.compile(rf"(?=<)(?<=[\w%—₽])((?:</{_INLINE})*)((?:<{_INLINE})*)(?=[\w≥&—«])")
"""Where only the look of a page keeps two texts apart: a figure and its label, a name and what it is about."""
_SKIPPED = {"script", "style", "svg", "nav", "form", "template", "button"}
_EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass(slots=True)
class Section:
    """What stands under one heading."""

    anchor: str
    heading: str = ""
    text: str = ""


@dataclass
class PageByHeadings(HTMLParser):
    """A page by its headings."""

    title: str = ""
    """As the tabs and the contents call it; its first heading tells what it shows."""
    keywords: str = ""
    """By which other words people look for it, with commas between."""
    parts: list[Section] = field(default_factory=list)

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
            self.parts.append(Section(attributes.get("id") or ""))

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


def page_by_headings(html: str) -> PageByHeadings:
    page = PageByHeadings()
    page.feed(html)
    page.close()
    return page


def parted(html: str) -> str:
    """The page with a comma or a space where only its look keeps two texts apart."""
    return _JOINT.sub(_between, _HEARD.sub(r"\1", html))


def _between(joint: re.Match[str]) -> str:
    """A comma between two elements, a space at the edge of one."""
    closing, opening = joint.groups()
    apart = closing and opening and not opening.startswith("<br")
    return f"{closing}{', ' if apart else ' '}{opening}"
