"""What the current edition of a programme states about its money: amounts and totals, taken from the dataset."""

from collections.abc import Iterator, Mapping

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import ExpectedFinding, Programme, Quotation
from vitrina.measures.funding import FundingByYear
from vitrina.measures.reconciliation import Reconciliation, StatedTotal, reconcile
from vitrina.words.money import thousands_from_kopecks

PLAN = "plan"

Key = tuple[str | None, int | None]
"""Source and year; None stands for all of them."""


def funding_of(programme: Programme) -> FundingByYear:
    """The planned money of the whole programme in its current edition."""
    amounts = {
        (s, y): kopecks for (s, y), (kopecks, _, _) in _stated(programme).items() if s is not None and y is not None
    }
    totals: dict[str, int] = {}
    for (source, _), kopecks in amounts.items():
        totals[source] = totals.get(source, 0) + kopecks
    years = sorted({*programme.years, *(year for _, year in amounts)})
    sources = sorted(totals, key=lambda source: (-totals[source], source))
    return FundingByYear(tuple(years), tuple(sources), amounts, programme.edition_year)


def reconciliation_of(programme: Programme) -> Reconciliation:
    """The stated totals of the whole programme in its current edition, recomputed."""
    stated = _stated(programme)
    return reconcile(
        funding_of(programme).amounts,
        {key: (kopecks, row) for key, (kopecks, row, _) in stated.items() if None in key},
    )


def quotations_of(programme: Programme) -> Mapping[Key, Quotation]:
    """The document's words for every stated amount and total of the whole programme."""
    return {key: quotation for key, (_, _, quotation) in _stated(programme).items()}


def _stated(programme: Programme) -> dict[Key, tuple[int, int, Quotation]]:
    """Kopecks, row of the table and words by source and year; an amount that is not stated is absent."""
    money = programme.money
    chosen = money[
        (money["document"] == programme.edition.id)
        & (money["line"] == programme.line.id)
        & (money["stage"] == PLAN)
        & (money["of_which"] == "")
        & money["kopecks"].notna()
    ]
    columns = zip(
        chosen.index,
        chosen["source"],
        chosen["year"].astype(object).where(chosen["year"].notna(), None),
        chosen["kopecks"],
        chosen["document"],
        chosen["place"],
        chosen["words"],
        strict=True,
    )
    return {
        (None if source == TOTAL else source, None if year is None else int(year)): (
            int(kopecks),
            int(row),
            Quotation(document, place, words),
        )
        for row, source, year, kopecks, document, place, words in columns
    }


def finding_problems(programme: Programme) -> Iterator[Problem]:
    """Totals that do not add up and are not written down as known, and known ones that are no longer so.

    A new difference is most often a slip of the hand, so nothing is published until somebody has looked at it.
    """
    expected = {_key(finding): finding for finding in _expected(programme)}
    file = f"programmes/{programme.id}/money.csv"
    known_ones = f"programmes/{programme.id}/expected_findings.csv"
    for total in reconciliation_of(programme).totals:
        known = expected.pop((total.source, total.year), None)
        if known and total.adds_up:
            yield Problem(known_ones, known.row, "id", known.id, "difference_mended")
        elif total.difference != (known.difference if known else 0):
            yield Problem(file, total.row, "amount", _thousands(total.stated), "unexpected_difference", _hints(total))
    for finding in expected.values():
        yield Problem(known_ones, finding.row, "id", finding.id, "difference_without_total")


def _expected(programme: Programme) -> Iterator[ExpectedFinding]:
    for finding in programme.expected:
        if finding.document == programme.edition.id and finding.line == programme.line.id:
            yield finding


def _key(finding: ExpectedFinding) -> Key:
    return (None if finding.source == TOTAL else finding.source, finding.year)


def _thousands(kopecks: int) -> str:
    return f"{thousands_from_kopecks(kopecks):f}".replace(".", ",")


def _hints(total: StatedTotal) -> dict[str, str | int]:
    return {"computed": _thousands(total.computed), "difference": _thousands(total.difference)}
