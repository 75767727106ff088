"""What every line states about its money, and what follows for a line that states nothing of its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.entries import Line, Quotation

NOT_APPLICABLE = "not-applicable"


class Entry(NamedTuple):
    """One row of the table money."""

    kopecks: int | None
    status: str | None
    row: int
    document: str
    place: str
    words: str
    reason: str

    @property
    def is_unknown(self) -> bool:
        """There is an amount, but nobody tells it; what is not applicable has none at all."""
        return self.kopecks is None and self.status != NOT_APPLICABLE

    @property
    def quotation(self) -> Quotation:
        return Quotation(self.document, self.place, self.words)


@dataclass(frozen=True, slots=True)
class Amount:
    """Kopecks with the entries that they are made of."""

    kopecks: int
    entries: tuple[Entry, ...]
    is_stated: bool
    """A document states it as such; otherwise the sum is ours."""

    @property
    def is_nothing(self) -> bool:
        """Not applicable throughout, so that nothing was summed."""
        return not self.entries


ByYear = Mapping[int | None, Mapping[str, Entry]]
"""Year (None for all of them) and source ("total" for all of them) to the row."""


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """The money of many lines. `total` and `split` tell what is not told as None, never as 0."""

    stated: Mapping[tuple[str, str], ByYear]
    """By line and stage."""
    children: Mapping[str, tuple[str, ...]]

    def of(self, line: str, source: str | None, year: int, stage: str) -> Amount | None:
        """Of one source, or of all together."""
        found = self.total(line, year, stage) if source is None else (self.split(line, year, stage) or {}).get(source)
        return None if found is None or found.is_nothing else found

    def total(self, line: str, year: int, stage: str) -> Amount | None:
        """The sum of what the line states by source; else its stated total; else the sum of all its children."""
        own = self.own(line, year, stage)
        total = own.get(TOTAL)
        cells = [entry for source, entry in own.items() if source != TOTAL]
        if cells and not any(entry.is_unknown for entry in cells):
            return _sum(cells, total)
        if total is not None and not total.is_unknown:
            return _sum([total], total)
        return self._total_of_children(line, year, stage)

    def split(self, line: str, year: int, stage: str) -> Mapping[str, Amount | None] | None:
        """By source, the line's own or the sum of all its children; None where one of them tells no sources.

        A source that is named without an amount is None too: then it is not known of their sum either.
        """
        own = self.own(line, year, stage)
        cells = {source: entry for source, entry in own.items() if source != TOTAL}
        if cells:
            return {source: None if entry.is_unknown else _sum([entry], entry) for source, entry in cells.items()}
        parts = [self.split(child, year, stage) for child in self.children.get(line, ())]
        if not parts:
            return None
        found: dict[str, Amount | None] = {}
        for part in parts:
            if part is None:
                return None
            for source, amount in part.items():
                before = found.get(source, _NOTHING)
                found[source] = None if before is None or amount is None else _together([before, amount])
        return found

    def own(self, line: str, year: int | None, stage: str) -> Mapping[str, Entry]:
        """By source, what the line states of a year."""
        return self.stated.get((line, stage), {}).get(year, {})

    def years(self, stage: str) -> tuple[int, ...]:
        """The years for which any line has a row of the stage, the earliest first."""
        found = {year for (_, own), by_year in self.stated.items() if own == stage for year in by_year}
        return tuple(sorted(year for year in found if year is not None))

    def reasons(self, line: str, source: str | None, year: int, stage: str) -> Iterator[Quotation]:
        """The words that give the reasons for an amount and for the parts that it is made of."""
        own = self.own(line, year, stage)
        if not own:
            for child in self.children.get(line, ()):
                yield from self.reasons(child, source, year, stage)
        for name, entry in own.items():
            if entry.reason and source in (None, name):
                yield Quotation(entry.document, entry.place, entry.reason)

    def _total_of_children(self, line: str, year: int, stage: str) -> Amount | None:
        parts = []
        for child in self.children.get(line, ()):
            part = self.total(child, year, stage)
            if part is None:
                return None
            parts.append(part)
        return _together(parts) if parts else None


_NOTHING = Amount(0, (), is_stated=False)


def _sum(entries: Iterable[Entry], stated: Entry | None) -> Amount:
    """The sum of a line's own entries; the entry that states it, where one does, stands for them."""
    known = tuple(entry for entry in entries if entry.kopecks is not None)
    kopecks = sum(entry.kopecks or 0 for entry in known)
    if stated is not None and known and stated.kopecks == kopecks:
        return Amount(kopecks, (stated,), is_stated=True)
    return Amount(kopecks, known, is_stated=len(known) == 1)


def _together(parts: Iterable[Amount]) -> Amount:
    """The sum of several lines."""
    known = [part for part in parts if not part.is_nothing]
    entries = tuple(entry for part in known for entry in part.entries)
    return Amount(sum(part.kopecks for part in known), entries, is_stated=False)


def amounts_of(money: pd.DataFrame, lines: Iterable[Line]) -> Amounts:
    """Of the rows in force; «of which» rows are parts of others and left out."""
    rows = money[money["of_which"] == ""]
    stated: dict[tuple[str, str], dict[int | None, dict[str, Entry]]] = {}
    keys = (rows["line"].tolist(), rows["stage"].tolist(), rows["source"].tolist(), or_none(rows["year"]))
    for line, stage, source, year, entry in zip(*keys, entries(rows), strict=True):
        stated.setdefault((line, stage), {}).setdefault(year, {})[source] = entry
    children: dict[str, tuple[str, ...]] = {}
    for one in lines:
        if one.parent is not None:
            children[one.parent] = (*children.get(one.parent, ()), one.id)
    return Amounts(stated, children)


def lines_within(lines: Iterable[Line], identity: str) -> frozenset[str]:
    """The line itself and all that stands under it."""
    known = tuple(lines)
    found, before = {identity}, 0
    while len(found) > before:
        before = len(found)
        found |= {line.id for line in known if line.parent in found}
    return frozenset(found)


def entries(rows: pd.DataFrame) -> Iterator[Entry]:
    """The rows of the table money one by one, read by column: there may be half a million."""
    columns = (
        or_none(rows["kopecks"]),
        or_none(rows["status"]),
        rows.index.tolist(),
        *(rows[name].tolist() for name in ("document", "place", "words", "reason")),
    )
    for values in zip(*columns, strict=True):
        yield Entry(*values)


def or_none(column: "pd.Series[Any]") -> list[Any]:
    """Plain values; None for what is missing."""
    return column.astype(object).where(column.notna(), None).tolist()
