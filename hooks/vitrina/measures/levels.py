"""Stated amounts beside what stands below them: a line's children, or the «of which» rows that are all its parts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import pandas as pd

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Programme
from vitrina.dataset.tables.findings import ComparedFigure
from vitrina.measures.amounts import NOT_APPLICABLE, Amounts, Entry, entries, or_none
from vitrina.measures.ledger import ledger
from vitrina.words.provenance import sum_of

Kind = Literal["by-line", "of-which", "by-administrator"]


@dataclass(frozen=True, slots=True)
class LevelTotal:
    """An amount as it is stated and what its parts add up to, kopecks. None stands for all sources or years."""

    line: str
    source: str | None
    year: int | None
    stage: str
    stated: int
    computed: int
    row: int
    """The row of the table money where the amount stands, as a spreadsheet numbers it."""
    document: str
    kind: Kind

    @property
    def figure(self) -> ComparedFigure:
        return (self.kind, self.document, self.line, self.source, self.year, self.stage)

    @property
    def difference(self) -> int:
        """Stated less computed."""
        return self.stated - self.computed

    @property
    def adds_up(self) -> bool:
        return self.stated == self.computed


@lru_cache(maxsize=8)  # the checks ask for it, then the pages of each language; a programme is equal to itself alone
def levels(programme: Programme) -> tuple[LevelTotal, ...]:
    """Every amount that can be compared, in the order of the table; those by line first.

    Nothing is concluded where a child states nothing, or where a part is named without its amount.
    """
    book = ledger(programme)
    amounts = book.amounts
    stages = {(stage, year) for (_, stage), by_year in amounts.stated.items() for year in by_year}
    by_line: list[LevelTotal] = []
    for line in programme.lines:
        for stage, year in stages if line.parent is None else ():
            _compare(amounts, _AmountKey(line.id, stage, year), by_line)
    parts = book.money[(book.money["of_which"] != "") & book.money["of_which_all"]]
    administrators = parts["is_administrator"].astype(bool)
    return tuple(
        total
        for kind in (
            by_line,
            _parts(amounts, parts[~administrators], "of-which"),
            _parts(amounts, parts[administrators], "by-administrator"),
        )
        for total in sorted(kind, key=lambda one: book.places[one.row])
    )


class _AmountKey(NamedTuple):
    line: str
    stage: str
    year: int | None


class _KnownAmounts(NamedTuple):
    """What is known of a line's money in kopecks, from itself or from its children."""

    cells: Mapping[str, int | None]
    """By source, None where it is not told; empty where nothing is known by source."""
    total: int | None


def _compare(amounts: Amounts, of: _AmountKey, found: list[LevelTotal]) -> _KnownAmounts:
    """Add every amount that can be compared, of the line and of those below it."""
    children = amounts.lines.children(of.line, of.year, of.stage)
    below = _sum([_compare(amounts, of._replace(line=child), found) for child in children])
    own = amounts.own(of.line, of.year, of.stage)
    for source, entry in own.items():
        # A source that no child names is nothing there.
        cell = below.cells.get(source, 0) if below.cells else None
        computed = below.total if source == TOTAL else cell
        if computed is not None:
            found += _total(of, source, entry, computed, "by-line")
    return _known(own, below)


def _sum(children: Sequence[_KnownAmounts]) -> _KnownAmounts:
    """What every child tells. One that tells its sources names all that it has."""
    totals = [child.total for child in children if child.total is not None]
    cells: dict[str, int | None] = {}
    if all(child.cells for child in children):
        for child in children:
            for source, kopecks in child.cells.items():
                before = cells.get(source, 0)
                cells[source] = None if before is None or kopecks is None else before + kopecks
    return _KnownAmounts(cells, sum_of(totals) if children and len(totals) == len(children) else None)


def _known(own: Mapping[str, Entry], below: _KnownAmounts) -> _KnownAmounts:
    """What the line states; for what it does not, the sum of its children. What is not applicable is nothing."""
    told = {
        source: None if entry.is_unknown else 0 if entry.kopecks is None else entry.kopecks
        for source, entry in own.items()
    }
    total = told.pop(TOTAL, None)
    cells = [kopecks for kopecks in told.values() if kopecks is not None]
    if total is None and told and len(cells) == len(told):
        total = sum_of(cells)
    return _KnownAmounts(told or below.cells, below.total if total is None else total)


def _parts(amounts: Amounts, rows: pd.DataFrame, kind: Kind) -> Iterator[LevelTotal]:
    """The amounts under which stand all their parts."""
    sums: dict[tuple[_AmountKey, str], int | None] = {}
    keys = zip(rows["line"].tolist(), rows["stage"].tolist(), or_none(rows["year"]), strict=True)
    parts = entries(rows, amounts.programme)
    for key, source, entry in zip(keys, rows["source"].tolist(), parts, strict=True):
        at = _AmountKey(*key), source
        before, part = sums.get(at, 0), 0 if entry.status == NOT_APPLICABLE else entry.kopecks
        sums[at] = None if before is None or part is None else before + part
    for (of, source), computed in sums.items():
        whole = amounts.own(of.line, of.year, of.stage).get(source)
        if computed is not None and whole is not None:
            yield from _total(of, source, whole, computed, kind)


def _total(of: _AmountKey, source: str, entry: Entry, computed: int, kind: Kind) -> Iterator[LevelTotal]:
    """If the entry states any amount."""
    if entry.kopecks is not None:
        of_source = None if source == TOTAL else source
        yield LevelTotal(
            of.line, of_source, of.year, of.stage, entry.kopecks, computed, entry.row, entry.document, kind
        )
