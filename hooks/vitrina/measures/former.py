"""What stood in the place of a planned amount before a later edition restated it."""

from collections.abc import Mapping
from dataclasses import dataclass

from vitrina.dataset.programme import Programme
from vitrina.measures.editions import PLAN
from vitrina.measures.history import former_money
from vitrina.measures.plans import plan_by_edition
from vitrina.measures.stated import Key, funding_of, quotations_of


@dataclass(frozen=True, slots=True)
class FormerAmount:
    """Kopecks, and the id of the document that changed them."""

    kopecks: int
    document: str


def former_plan(programme: Programme) -> Mapping[Key, FormerAmount]:
    """The last former plan of the whole programme by source and year; None as the source stands for all together.

    Only of amounts that are in force and were another amount before. Make it once for a programme.
    """
    return _of_sources(programme) | _of_totals(programme)


def _of_sources(programme: Programme) -> dict[Key, FormerAmount]:
    funding, quotations = funding_of(programme), quotations_of(programme)
    found: dict[Key, FormerAmount] = {}
    for (line, source, year, stage, of_which), entries in former_money(programme).items():
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
    for plan in plan_by_edition(programme):
        for year, kopecks in plan.amounts.items():
            if before.get(year, kopecks) != kopecks:
                found[None, year] = FormerAmount(before[year], plan.document)
            before[year] = kopecks
    return {(_, year): was for (_, year), was in found.items() if year and was.kopecks != funding.total(year)}
