"""A published page as tests read it: its elements, its visible text, its tables and scripts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class Page(HTMLParser):
    """One page, as far as these tests look at it."""

    path: Path
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    """All that is visible, white space made one space."""
    tables: dict[str, list[list[str]]] = field(default_factory=dict)
    """The rows of cells of each exact table, by its id."""
    scripts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._inside: list[str] = []
        self._table = ""
        self.feed(self.path.read_text(encoding="utf-8"))
        self.close()
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        if tag in {"script", "style", "title"}:
            self._inside.append(tag)
            if tag == "script" and "src" not in attributes:
                self.scripts.append("")
        if "v-table" in attributes.get("class", "").split() and "id" in attributes:
            self._table = attributes["id"]
            self.tables[self._table] = []
        elif self._table and tag == "tr":
            self.tables[self._table].append([])
        elif self._table and tag in {"td", "th"}:
            self.tables[self._table][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag == self._inside[-1]:
            self._inside.pop()
        if tag == "table":
            self._table = ""

    def handle_data(self, data: str) -> None:
        if self._inside and self._inside[-1] == "script" and self.scripts:
            self.scripts[-1] += data
        elif not self._inside:
            self.text += data
            if self._table and self.tables[self._table] and self.tables[self._table][-1]:
                self.tables[self._table][-1][-1] += data.strip()

    def of(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [found for name, found in self.elements if name == tag and wanted.items() <= found.items()]

    def meta(self, name: str) -> str:
        [found] = self.of("meta", name=name)
        return found["content"]

    @property
    def policy(self) -> str:
        [found] = self.of("meta", **{"http-equiv": "Content-Security-Policy"})
        return found["content"]


@cache
def read(path: Path) -> Page:
    return Page(path)


def pages(site: Path) -> Iterator[Page]:
    return map(read, framed(site))


def framed(site: Path) -> list[Path]:
    """The pages that the site's frame stands around."""
    return sorted(path for path in site.rglob("*.html") if path.name in {"index.html", "404.html"})


def lone(site: Path) -> list[Path]:
    """Those that stand in none: a chart within pages of others, and how to name what is here."""
    return sorted(set(site.rglob("*.html")) - set(framed(site)))
