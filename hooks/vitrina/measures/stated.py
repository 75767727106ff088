"""What the documents in force state about a line's money, amounts and totals, taken from the dataset."""

from collections.abc import Mapping

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.entries import Quotation
from vitrina.dataset.programme import Programme
from vitrina.measures.amounts import Amounts, Entry, amounts_of, lines_within
from vitrina.measures.editions import PLAN, lines_in_force, published, rows_in_force
from vitrina.measures.funding import FundingByYear
from vitrina.measures.reconciliation import Cell, Reconciliation, reconcile

Key = tuple[str | None, int | None]
"""Source and year; None stands for all of them."""


def funding_of(programme: Programme, line: str | None = None, stage: str = PLAN) -> FundingByYear:
    """The money of a line, or of the whole programme; summed over its children where the line states none itself."""
    asked = line or programme.line.id
    money = _amounts(programme, asked, stage)
    amounts: dict[tuple[str, int], int] = {}
    without_sources: dict[int, int] = {}
    for year in money.years(stage):
        total, split = money.of(asked, None, year, stage), money.split(asked, year, stage)
        known = {source: amount for source, amount in (split or {}).items() if amount and not amount.is_nothing}
        if known:
            amounts |= {(source, year): amount.kopecks for source, amount in known.items()}
        elif total is not None:
            without_sources[year] = total.kopecks
    totals: dict[str, int] = {}
    for (source, _), kopecks in amounts.items():
        totals[source] = totals.get(source, 0) + kopecks
    years = sorted({*programme.years, *without_sources, *(year for _, year in amounts)})
    sources = sorted(totals, key=lambda source: (-totals[source], source))
    return FundingByYear(
        tuple(years), tuple(sources), amounts, programme.known_until.year, without_sources=without_sources
    )


def reconciliation_of(programme: Programme, line: str | None = None, stage: str = PLAN) -> Reconciliation:
    """The totals that a line states, or the whole programme, recomputed from what it states itself."""
    return reconciled(_entries(programme, line or programme.line.id, stage))


def quotations_of(programme: Programme, line: str | None = None, stage: str = PLAN) -> Mapping[Key, Quotation]:
    """The words for every amount and total that a line states, or the whole programme."""
    entries = _entries(programme, line or programme.line.id, stage)
    return {key: entry.quotation for key, entry in entries.items() if entry.kopecks is not None}


def reconciled(entries: Mapping[Key, Entry]) -> Reconciliation:
    """The totals of one line and stage."""
    cells: dict[Cell, int] = {}
    unknown = set()
    totals = {}
    for (source, year), entry in entries.items():
        if source is None or year is None:
            if entry.kopecks is not None:
                totals[source, year] = (entry.kopecks, entry.row)
        elif entry.kopecks is not None:
            cells[source, year] = entry.kopecks
        elif entry.is_unknown:
            unknown.add((source, year))
    return reconcile(cells, totals, unknown)


def entries_by_line(amounts: Amounts) -> Mapping[tuple[str, str], Mapping[Key, Entry]]:
    """Of every line and stage, what is stated by source and year."""
    return {
        of: {
            (None if source == TOTAL else source, year): entry
            for year, entries in by_year.items()
            for source, entry in entries.items()
        }
        for of, by_year in amounts.stated.items()
    }


def _entries(programme: Programme, line: str, stage: str) -> Mapping[Key, Entry]:
    """In the order of the table."""
    found = entries_by_line(_amounts(programme, line, stage)).get((line, stage), {})
    return dict(sorted(found.items(), key=lambda item: item[1].row))


def _amounts(programme: Programme, line: str, stage: str) -> Amounts:
    """Only what the answer needs: there may be half a million rows."""
    money = programme.money
    rows = money[(money["stage"] == stage) & money["line"].isin(lines_within(programme.lines, line))]
    return amounts_of(rows_in_force(rows, published(programme.documents)), lines_in_force(programme))
