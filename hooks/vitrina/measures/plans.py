"""How the plan of each year moved from edition to edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from vitrina.dataset.programme import Programme
from vitrina.measures.amounts import amounts_of
from vitrina.measures.editions import PLAN, lines_in_force, money_coverage, published, rows_in_force
from vitrina.measures.known import Missing


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """The plan that was in force once an edition had come, of all sources together."""

    document: str
    amounts: Mapping[int, int]
    """Year to kopecks, the earliest first."""


def plan_by_edition(programme: Programme, line: str | None = None) -> tuple[EditionPlan, ...]:
    """Of a line, or of the whole programme, the earliest edition first."""
    asked = line or programme.line.id
    plans = programme.money[programme.money["stage"] == PLAN]
    found = []
    for edition in published(programme.documents):
        if edition.kind != "edition":
            continue
        documents = published(programme.documents, edition.sequence)
        covered = money_coverage(plans, documents)
        amounts = amounts_of(
            rows_in_force(plans, documents, covered), lines_in_force(programme, documents, covered), programme.id
        )
        totals = ((year, amounts.total(asked, year, PLAN)) for year in amounts.years(PLAN))
        found.append(
            EditionPlan(edition.id, {year: total.kopecks for year, total in totals if not isinstance(total, Missing)})
        )
    return tuple(found)
