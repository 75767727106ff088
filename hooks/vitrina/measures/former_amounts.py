"""What stood in the place of an amount before a later document restated it."""

from collections.abc import Mapping
from dataclasses import dataclass

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Programme
from vitrina.measures.editions import PLAN
from vitrina.measures.ledger import ledger
from vitrina.measures.stated import Key, funding_of, quotations_of


@dataclass(frozen=True, slots=True)
class FormerAmount:
    """Kopecks, and the id of the document that changed them."""

    kopecks: int
    document: str


def former_plan(programme: Programme) -> Mapping[Key, FormerAmount]:
    """The last former plan of the whole programme by source and year; None as the source stands for all together.

    Only of amounts that are in force and were another amount before.
    """
    return _of_sources(programme) | _of_totals(programme)


def former_actual(programme: Programme) -> Mapping[tuple[str, str | None, int], FormerAmount]:
    """The last former amount spent by line, source and year; None as the source stands for a stated total.

    Only of amounts that are in force and were another amount before.
    """
    restated = {
        (line, source, year): next((entry.kopecks for entry in entries if entry.kopecks is not None), None)
        for (line, source, year, stage, of_which), entries in ledger(programme).former_money.items()
        if stage == "actual" and not of_which and year is not None
    }
    if not restated:
        return {}
    money = ledger(programme).money
    rows = money[(money["stage"] == "actual") & (money["of_which"] == "") & money["kopecks"].notna()]
    found = {}
    for line, source, year, kopecks, document in zip(
        rows["line"], rows["source"], rows["year"], rows["kopecks"], rows["document"], strict=True
    ):
        key = (line, None if source == TOTAL else source, year)
        was = restated.get(key)
        if was is not None and was != kopecks:
            found[key] = FormerAmount(was, document)
    return found


def _of_sources(programme: Programme) -> dict[Key, FormerAmount]:
    funding, quotations = funding_of(programme), quotations_of(programme)
    found: dict[Key, FormerAmount] = {}
    for (line, source, year, stage, of_which), entries in ledger(programme).former_money.items():
        is_plan = line == programme.line.id and stage == PLAN and not of_which
        if not is_plan or source is None or year is None or (source, year) not in quotations:
            continue
        former = next((entry.kopecks for entry in entries if entry.kopecks is not None), None)
        if former is not None and former != funding.amount(source, year):
            found[source, year] = FormerAmount(former, quotations[source, year].document)
    return found


def _of_totals(programme: Programme) -> dict[Key, FormerAmount]:
    funding, found = funding_of(programme), dict[Key, FormerAmount]()
    before: dict[int, int] = {}
    for plan in ledger(programme).plans:
        for year, kopecks in plan.amounts.items():
            if before.get(year, kopecks) != kopecks:
                found[None, year] = FormerAmount(before[year], plan.document)
            before[year] = kopecks
    return {(_, year): was for (_, year), was in found.items() if year and was.kopecks != funding.total(year)}
