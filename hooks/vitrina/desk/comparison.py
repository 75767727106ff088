"""What the present tables would change on a site that was made of earlier ones: figures, totals, pages, headings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from vitrina.dataset.programme import Dataset, Programme
from vitrina.dataset.tables import OBSERVATIONS, PROGRAMME_TABLES, TABLES, Table
from vitrina.dataset.tables.choices import TOTALS_CHECKED
from vitrina.dataset.tables.findings import ComparedFigure
from vitrina.dataset.writing_cells import Plain, exact
from vitrina.measures.findings import differences
from vitrina.pages.named_values import named
from vitrina.pages.site import make_site
from vitrina.render import explanations_of, written_pages
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import decimals_of

_HEADING = re.compile(r"^#{1,3} (?P<text>.+?) \{: #(?P<anchor>[\w-]+)[^}]*\}$", re.MULTILINE)
_FIGURES = ("amount", "number")
_NAMES = ("short_name", "name", "title")
_ADDRESS = re.compile(r"(?:index)?\.md$")


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of a table; None where it was not there before, or is not there after."""

    table: Table
    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RowsChanged:
    """Rows of a table whose words and other cells changed, beside their figures."""

    table: Table
    count: int


@dataclass(frozen=True, slots=True)
class HeadingChange:
    page: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every part is in the order of the tables and of the site; pages are addresses within it."""

    figures: tuple[FigureChange, ...]
    rows: tuple[RowsChanged, ...]
    begin_to_differ: tuple[str, ...]
    """Totals that no longer add up."""
    cease_to_differ: tuple[str, ...]
    headings: tuple[HeadingChange, ...]
    pages_changed: tuple[str, ...]
    pages_added: tuple[str, ...]
    pages_removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return any((self.figures, self.rows, self.pages_changed, self.pages_added, self.pages_removed))


def compared(before: Dataset, after: Dataset, words: Words) -> Comparison:
    """`words` are those of the person who reads it; pages are those of the site in the same language."""
    figures: list[FigureChange] = []
    rows: list[RowsChanged] = []
    differed: set[str] = set()
    differ: set[str] = set()
    earlier = {programme.id: programme for programme in before.programmes}
    later = {programme.id: programme for programme in after.programmes}
    for identity in dict.fromkeys((*later, *earlier)):
        old, new = earlier.get(identity), later.get(identity)
        differed |= set(_totals(old, before, words)) if old else set()
        differ |= set(_totals(new, after, words)) if new else set()
        for table in PROGRAMME_TABLES:
            found, count = _of_table(table, _Rows(old, before, table, words), _Rows(new, after, table, words))
            figures += found
            rows += [RowsChanged(table, count)] if count else []
    pages, then = _pages(after, words), _pages(before, words)
    return Comparison(
        tuple(figures),
        tuple(rows),
        tuple(sorted(differ - differed)),
        tuple(sorted(differed - differ)),
        tuple(_headings(then, pages)),
        tuple(page for page, text in pages.items() if page in then and then[page] != text),
        tuple(page for page in pages if page not in then),
        tuple(page for page in then if page not in pages),
    )


class _Rows:
    """The rows of one table by their keys, and what they are called."""

    def __init__(self, programme: Programme | None, dataset: Dataset, table: Table, words: Words) -> None:
        self._programme, self._dataset, self._table, self._words = programme, dataset, table, words
        columns = programme.tables.get(table.name, {}) if programme else {}
        self.by_key: dict[tuple[Any, ...], Mapping[str, Any]] = {}
        for values in zip(*columns.values(), strict=True):
            row = dict(zip(columns, values, strict=True))
            self.by_key[tuple(row.get(name) for name in table.key)] = row

    def name(self, key: tuple[Any, ...]) -> str:
        row = self.by_key[key]
        if self._table is OBSERVATIONS:
            return self._observed(row)
        parts = [self._called(name, value) for name, value in zip(self._table.key, key, strict=True)]
        own = next((str(row[name]) for name in _NAMES if row.get(name)), "")
        return own or ", ".join(part for part in parts if part)

    def _observed(self, row: Mapping[str, Any]) -> str:
        """An id says little to people: what was measured, when, and whether it is a plan."""
        when = self._words.period(row["from"], row["to"]) if row.get("from") and row.get("to") else ""
        parts = (self._called("indicator", row["indicator"]), row.get("group"), when, self.shown("stage", row["stage"]))
        return ", ".join(part for part in parts if part)

    def _called(self, column: str, value: Any) -> str:
        target = next((one for one in TABLES if one.name == self._table.column(column).refers_to), None)
        rows = self._programme.tables.get(target.name, {}) if self._programme and target else {}
        if value in (ids := list(rows.get("id", ()))):
            at = ids.index(value)
            return next((str(rows[name][at]) for name in _NAMES if rows.get(name) and rows[name][at]), str(value))
        return self.shown(column, value) or ""

    def shown(self, column: str, value: Any) -> str | None:
        """A value as people read it; None of an empty cell."""
        return _text(named(self._table, column, value, self._dataset.city, self._words), self._words)


def _text(value: Plain, words: Words) -> str | None:
    match value:
        case None:
            return None
        case Decimal():
            return words.number(value, decimals_of(value))
        case _:
            return exact(value)


def _of_table(table: Table, old: _Rows, new: _Rows) -> tuple[list[FigureChange], int]:
    """The figures that are other than before, and how many rows are so in anything else."""
    figures = [name for name in table.names if table.cell(name).kind in _FIGURES]
    found: list[FigureChange] = []
    count = 0
    for key in dict.fromkeys((*new.by_key, *old.by_key)):
        was, now = old.by_key.get(key), new.by_key.get(key)
        for name in figures:
            before = old.shown(name, was.get(name)) if was else None
            after = new.shown(name, now.get(name)) if now else None
            if before != after:
                found.append(FigureChange(table, (new if now else old).name(key), before, after))
        others = [name for name in table.names if name not in figures]
        count += any((was or {}).get(name) != (now or {}).get(name) for name in others)
    return found, count


def _totals(programme: Programme, dataset: Dataset, words: Words) -> Iterator[str]:
    """Every total that does not add up, as people call it."""
    lines = {line.id: line.short_name or line.name for line in programme.lines}
    for figure, _ in differences(programme):
        yield _called(figure, lines, dataset, words)


def _called(figure: ComparedFigure, lines: Mapping[str, str], dataset: Dataset, words: Words) -> str:
    check, _, line, source, year, _ = figure
    parts = [lines.get(line, line), words.message(TOTALS_CHECKED[check])]
    parts += [dataset.city.source(source).name[words.language]] if source else []
    parts += [str(year)] if year else []
    return ", ".join(parts)


def _pages(dataset: Dataset, words: Words) -> Mapping[str, str]:
    """Every page of the site without its drawings, by its address."""
    own = dataset.city.words(words.language)
    site = make_site(dataset, own)
    pages = written_pages(site, own, lambda _: "", explanations_of(site, own))
    return {f"/{_ADDRESS.sub('', path)}": text for path, text in pages.items()}


def _headings(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[HeadingChange]:
    for page, text in after.items():
        then = dict(_headings_of(before.get(page, "")))
        for anchor, now in _headings_of(text):
            if anchor in then and then[anchor] != now:
                yield HeadingChange(page, then[anchor], now)


def _headings_of(page: str) -> Iterator[tuple[str, str]]:
    """As people read them, without markup, by their anchors."""
    for found in _HEADING.finditer(page):
        yield found["anchor"], Markup(found["text"]).striptags()  # noqa: S704  it is taken apart, not shown


FIGURE_TEXTS: Mapping[tuple[bool, bool], str] = {
    (False, True): sentence("{table}: новое число {after}: {what}"),
    (True, False): sentence("{table}: нет больше числа {before}: {what}"),
    (True, True): sentence("{table}: было {before}, стало {after}: {what}"),
}
"""By whether the figure was there before and is there after."""
