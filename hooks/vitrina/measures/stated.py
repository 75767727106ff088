"""What the documents in force state about a line's money, amounts and totals, taken from the dataset."""

from collections.abc import Collection, Mapping

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Programme, Quotation
from vitrina.measures.amounts import Amount, Amounts, ByYear, Entry
from vitrina.measures.editions import PLAN
from vitrina.measures.funding import FundingByYear
from vitrina.measures.known import NOT_APPLICABLE, Missing
from vitrina.measures.ledger import ledger
from vitrina.measures.reconciliation import Cell, Reconciliation, reconcile
from vitrina.words.provenance import sum_of

Key = tuple[str | None, int | None]
"""Source and year; None stands for all of them."""


def funding_of(programme: Programme, line: str | None = None) -> FundingByYear:
    """The planned money of a line, or of the whole programme; summed over its children where it states none itself."""
    asked = line or programme.line.id
    amounts: dict[tuple[str, int], int] = {}
    unnamed: dict[int, int] = {}
    unknown: set[tuple[str, int]] = set()
    documents: dict[tuple[str | None, int], tuple[str, ...]] = {}
    told: dict[int, int] = {}
    book = ledger(programme)
    for year in book.amounts.years(PLAN):
        total, split = book.amounts.total(asked, year, PLAN), book.amounts.split(asked, year, PLAN)
        known = {source: amount.kopecks for source, amount in split.items() if not isinstance(amount, Missing)}
        untold = {
            source for source, amount in split.items() if isinstance(amount, Missing) and amount != NOT_APPLICABLE
        }
        if isinstance(total, Missing):
            unknown |= {(source, year) for source in untold}
        elif untold or total.kopecks != sum(known.values()) or not known:
            if sum(known.values()) > total.kopecks:
                known = {}  # amounts of lower lines that exceed what is stated are no split of it
            unnamed[year] = total.kopecks - sum_of(known.values())
        if not isinstance(total, Missing):
            told[year] = total.kopecks
        amounts |= {(source, year): kopecks for source, kopecks in known.items()}
        documents |= _documents(year, total, split)
    sums: dict[str, int] = {}
    for (source, _), kopecks in amounts.items():
        sums[source] = sums.get(source, 0) + kopecks
    years = sorted({*programme.years, *unnamed, *(year for _, year in amounts)})
    return FundingByYear(
        tuple(years),
        tuple(sorted(sums, key=lambda source: (-sums[source], source))),
        amounts,
        programme.known_until.year,
        unnamed=unnamed,
        unknown=frozenset(unknown),
        documents=documents,
        stated_totals=_stated_totals(programme, asked, years),
        told_totals=told,
    )


def _documents(
    year: int, total: Amount | Missing, split: Mapping[str, Amount | Missing]
) -> Mapping[tuple[str | None, int], tuple[str, ...]]:
    """Which documents state the amounts of a year."""
    return {
        (source, year): tuple(dict.fromkeys(entry.document for entry in amount.entries))
        for source, amount in [(None, total), *split.items()]
        if not isinstance(amount, Missing)
    }


def _stated_totals(programme: Programme, line: str, years: list[int]) -> Mapping[str | None, int]:
    """What is stated over all years, by source and in all; nothing where some of the years are an earlier edition's."""
    book = ledger(programme)
    if set(history(programme, PLAN)) & set(years):
        return {}
    found: dict[str | None, int] = {
        source: amount.kopecks
        for source, amount in book.amounts.split(line, None, PLAN).items()
        if not isinstance(amount, Missing)
    }
    own = book.amounts.own(line, None, PLAN).get(TOTAL)
    total = book.amounts.total(line, None, PLAN)
    if own is not None and own.kopecks is not None:
        return {**found, None: own.kopecks}
    return {**found, None: total.kopecks} if not isinstance(total, Missing) else found


def reconciliation_of(programme: Programme) -> Reconciliation:
    """The totals that the whole programme states, recomputed from what it states itself."""
    return reconciled(_entries_of(programme), history(programme, PLAN))


def quotations_of(programme: Programme) -> Mapping[Key, Quotation]:
    """The words for every amount and total that the whole programme states."""
    return {key: entry.quotation for key, entry in _entries_of(programme).items() if entry.kopecks is not None}


def reconciled(entries: Mapping[Key, Entry], history: Collection[int]) -> Reconciliation:
    """The totals of one line and stage. `history` holds years of which the totals over all years do not speak."""
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
    return reconcile(cells, totals, unknown, history)


def entries_by_line(amounts: Amounts) -> Mapping[tuple[str, str], Mapping[Key, Entry]]:
    """Of every line and stage, what is stated by source and year."""
    return {of: _by_key(by_year) for of, by_year in amounts.stated.items()}


def _entries_of(programme: Programme) -> Mapping[Key, Entry]:
    """What is stated of the plan of the whole programme, in the order of the table."""
    book = ledger(programme)
    found = _by_key(book.amounts.stated.get((programme.line.id, PLAN), {}))
    return dict(sorted(found.items(), key=lambda item: book.places[item[1].row]))


def _by_key(by_year: ByYear) -> Mapping[Key, Entry]:
    return {
        (None if source == TOTAL else source, year): entry
        for year, entries in by_year.items()
        for source, entry in entries.items()
    }


def history(programme: Programme, stage: str) -> tuple[int, ...]:
    """The years whose plans the latest edition no longer covers; of reports there are none."""
    covered = ledger(programme).lines.covered
    return tuple(year for year in covered.since if stage == PLAN and year is not None and covered.is_history(year))
