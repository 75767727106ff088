"""How many of the programme's plans can be laid beside what came of them, and by what rule they are judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vitrina.measures.status import JUDGED, Comparison
from vitrina.pages.context import Context
from vitrina.pages.observed import IndicatorProfile, rule_told


@dataclass(frozen=True, slots=True)
class Results:
    """Of how many indicators a plan can be judged, of how many indicators in all, and by what rule."""

    judged: int
    indicators: int
    rule: str
    met: int | None = None
    """How many of the judged met their plans; None where there are too few for a board."""


def results(context: Context, profiles: Mapping[str, IndicatorProfile]) -> Results:
    board = context.measures.board
    if board.is_worth_a_page:
        return Results(len(board.judged), len(board.scores), rule_told(context), len(board.met))
    compared = [found for one in profiles.values() if (found := _best(one.observed.comparisons))]
    judged = sum(found.status in JUDGED and not found.is_part for found in compared)
    return Results(judged, len(profiles), rule_told(context))


def _best(found: tuple[Comparison, ...]) -> Comparison | None:
    """The latest plan whose whole time is known; failing that, the latest with any actual."""
    with_actual = [comparison for comparison in found if comparison.actual]
    whole = [comparison for comparison in with_actual if not comparison.is_part]
    return max(whole or with_actual, key=lambda comparison: comparison.plan.last or date.min, default=None)
