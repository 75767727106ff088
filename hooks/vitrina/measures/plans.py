"""How the plan of each year moved from edition to edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from vitrina.dataset.programme import Programme
from vitrina.measures.amounts import amounts_of, lines_within
from vitrina.measures.editions import PLAN, lines_in_force, published, rows_in_force


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """The plan that was in force once an edition had come, of all sources together."""

    document: str
    amounts: Mapping[int, int]
    """Year to kopecks, the earliest first."""


def plan_by_edition(programme: Programme, line: str | None = None) -> tuple[EditionPlan, ...]:
    """Of a line, or of the whole programme, the earliest edition first."""
    asked = line or programme.line.id
    money = programme.money
    rows = money[(money["stage"] == PLAN) & money["line"].isin(lines_within(programme.lines, asked))]
    found = []
    for edition in published(programme.documents):
        if edition.kind != "edition":
            continue
        in_force = rows_in_force(rows, published(programme.documents, edition.sequence))
        amounts = amounts_of(in_force, lines_in_force(programme, edition.sequence))
        totals = ((year, amounts.of(asked, None, year, PLAN)) for year in amounts.years(PLAN))
        found.append(EditionPlan(edition.id, {year: total.kopecks for year, total in totals if total is not None}))
    return tuple(found)
