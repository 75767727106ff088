"""What every line states about its money, and what follows for a line that states nothing of its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import pandas as pd

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Quotation
from vitrina.measures.editions import Lines
from vitrina.measures.known import NOT_STATED, PART_UNKNOWN, Missing
from vitrina.words.provenance import Kopecks, Stated, sum_of

NOT_APPLICABLE = "not-applicable"
MONEY = "money"
"""The table that amounts are from."""
_NONE = Missing("not-applicable")


class Entry(NamedTuple):
    """One row of the table money."""

    stated: int | None
    status: str | None
    row: int
    document: str
    place: str
    words: str
    reason: str
    programme: str

    @property
    def kopecks(self) -> Kopecks | None:
        return None if self.stated is None else Kopecks(self.stated, Stated(self.programme, MONEY, self.row))

    @property
    def is_unknown(self) -> bool:
        """There is an amount, but nobody tells it; what is not applicable has none at all."""
        return self.stated is None and self.status != NOT_APPLICABLE

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


_Figure = tuple[str, int | None, str]
"""Line, year (None for all of them) and stage."""
ByYear = Mapping[int | None, Mapping[str, Entry]]
"""Year (None for all of them) and source ("total" for all of them) to the row."""


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """The money of many lines. What is not told is `Missing`, never 0."""

    stated: Mapping[tuple[str, str], ByYear]
    """By line and stage."""
    lines: Lines
    programme: str
    """Its id."""
    _totals: dict[_Figure, Amount | Missing] = field(default_factory=dict, init=False)
    _splits: dict[_Figure, Mapping[str, Amount | Missing]] = field(default_factory=dict, init=False)
    """What was asked for is kept: a line is asked by its own page, by those above it and in each language."""

    def of(self, line: str, source: str | None, year: int, stage: str) -> Amount | Missing:
        """Of one source, or of all together."""
        if source is None:
            return self.total(line, year, stage)
        return self.split(line, year, stage).get(source, NOT_STATED)

    def total(self, line: str, year: int | None, stage: str) -> Amount | Missing:
        """The sum of what the line states by source; else its stated total; else the sum of all its children."""
        if (line, year, stage) not in self._totals:
            self._totals[line, year, stage] = self._total(line, year, stage)
        return self._totals[line, year, stage]

    def _total(self, line: str, year: int | None, stage: str) -> Amount | Missing:
        own = self.own(line, year, stage)
        total = own.get(TOTAL)
        cells = [entry for source, entry in own.items() if source != TOTAL]
        if cells and not any(entry.is_unknown for entry in cells):
            return _sum(cells, total)
        if total is not None and not total.is_unknown:
            return _sum([total], total)
        below = self._total_of_children(line, year, stage)
        return PART_UNKNOWN if own and isinstance(below, Missing) else below

    def split(self, line: str, year: int | None, stage: str) -> Mapping[str, Amount | Missing]:
        """By source, the line's own or the sum of all its children; nothing where one of them tells no sources.

        A source that is named without an amount is missing, and then it is missing from their sum too.
        """
        if (line, year, stage) not in self._splits:
            self._splits[line, year, stage] = self._split(line, year, stage)
        return self._splits[line, year, stage]

    def _split(self, line: str, year: int | None, stage: str) -> Mapping[str, Amount | Missing]:
        own = self.own(line, year, stage)
        cells = {source: entry for source, entry in own.items() if source != TOTAL}
        if cells:
            return {source: _sum([entry], entry) for source, entry in cells.items()}
        below = {child: self.total(child, year, stage) for child in self.lines.children(line, year, stage)}
        parts = [self.split(child, year, stage) for child, total in below.items() if _has_money(total)]
        if not all(parts):
            return {}
        found: dict[str, Amount | Missing] = {}
        for source in dict.fromkeys(source for part in parts for source in part):
            found[source] = _together([part[source] for part in parts if source in part])
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
            for child in self.lines.children(line, year, stage):
                yield from self.reasons(child, source, year, stage)
        for name, entry in own.items():
            if entry.reason and source in (None, name):
                yield Quotation(entry.document, entry.place, entry.reason)

    def _total_of_children(self, line: str, year: int | None, stage: str) -> Amount | Missing:
        parts = [self.total(child, year, stage) for child in self.lines.children(line, year, stage)]
        return _together(parts) if parts else NOT_STATED


def _sum(entries: Iterable[Entry], stated: Entry | None) -> Amount | Missing:
    """The sum of a line's own entries; the entry that states it, where one does, stands for them."""
    listed = tuple(entries)
    known = tuple(entry for entry in listed if entry.stated is not None)
    if not known:
        return NOT_STATED if any(entry.is_unknown for entry in listed) else _NONE
    kopecks = sum_of(entry.kopecks for entry in known if entry.kopecks is not None)
    if stated is not None and stated.kopecks == kopecks:
        return Amount(stated.kopecks, (stated,), is_stated=True)
    return Amount(kopecks, known, is_stated=len(known) == 1)


def _has_money(amount: Amount | Missing) -> bool:
    """Whether there is anything that a source could have given, as far as is known."""
    return amount != _NONE and (isinstance(amount, Missing) or amount.kopecks != 0)


def _together(parts: Iterable[Amount | Missing]) -> Amount | Missing:
    """The sum of several lines; what is not applicable adds nothing to it."""
    applicable = [part for part in parts if part != _NONE]
    if not applicable:
        return _NONE
    known = [part for part in applicable if not isinstance(part, Missing)]
    if len(known) < len(applicable):
        return PART_UNKNOWN
    if len(known) == 1:
        return replace(known[0], is_stated=False)
    return Amount(
        sum_of(part.kopecks for part in known),
        tuple(entry for part in known for entry in part.entries),
        is_stated=False,
    )


def amounts_of(money: pd.DataFrame, lines: Lines, programme: str) -> Amounts:
    """Of the rows in force of a programme, given by its id; «of which» rows are parts of others and left out."""
    rows = money[money["of_which"] == ""]
    stated: dict[tuple[str, str], dict[int | None, dict[str, Entry]]] = {}
    keys = (rows["line"].tolist(), rows["stage"].tolist(), rows["source"].tolist(), or_none(rows["year"]))
    for line, stage, source, year, entry in zip(*keys, entries(rows, programme), strict=True):
        stated.setdefault((line, stage), {}).setdefault(year, {})[source] = entry
    return Amounts(stated, lines, programme)


def entries(rows: pd.DataFrame, programme: str) -> Iterator[Entry]:
    """The rows of a programme's table money one by one, read by column: there may be half a million."""
    columns = (
        or_none(rows["kopecks"]),
        or_none(rows["status"]),
        rows.index.tolist(),
        *(rows[name].tolist() for name in ("document", "place", "words", "reason")),
        [programme] * len(rows),
    )
    for values in zip(*columns, strict=True):
        yield Entry(*values)


def or_none(column: "pd.Series[Any]") -> list[Any]:
    """Plain values; None for what is missing."""
    return column.astype(object).where(column.notna(), None).tolist()
