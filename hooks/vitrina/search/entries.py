"""Questions and words of the glossary: each stands on a page with many others and is found by itself.

In the page an element with `data-entry` holds one; the value is its anchor. Small print is not a part of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

_TITLES = {"summary", "dt"}
_LEFT_OUT = {"small"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What is asked or explained, and the answer, as plain text."""

    anchor: str
    title: str
    text: str


class _Entries(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Entry] = []
        self._anchor = ""
        self._open: list[str] = []
        """The tags that are open inside the entry, its own first."""
        self._title: list[str] = []
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._open:
            self._anchor = dict(attrs).get("data-entry") or ""
        if self._anchor:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
            if not self._open:
                self.found.append(Entry(self._anchor, _joined(self._title), _joined(self._text)))
                self._anchor, self._title, self._text = "", [], []

    def handle_data(self, data: str) -> None:
        if self._open and not _LEFT_OUT.intersection(self._open):
            (self._title if _TITLES.intersection(self._open) else self._text).append(data)


def entries(page: str) -> Sequence[Entry]:
    """The entries of a finished page, in their order."""
    parser = _Entries()
    parser.feed(page)
    parser.close()
    return parser.found


def _joined(texts: Sequence[str]) -> str:
    return " ".join("".join(texts).split(" ")).strip()
