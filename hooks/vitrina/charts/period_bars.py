"""What the bars of an indicator and the marks of its plans stand for, drawn as rows or as columns."""

from itertools import pairwise

from vitrina.charts.findings.observed import sentence_of
from vitrina.charts.kit.rows import Row, Rows
from vitrina.charts.kit.style import BAR, BAR_AHEAD
from vitrina.charts.observed import Observed, is_ahead
from vitrina.dataset.programme import Observation
from vitrina.measures.series import is_within_a_year

_BAR_PART = "var(--bar-part)"


def fill(row: Observation) -> str:
    return BAR_AHEAD if is_ahead(row) else _BAR_PART if is_within_a_year(row) else BAR


def value_of(row: Observation) -> float:
    """What a bar is as long as; never below nought."""
    return max(0.0, float(row.value or 0))


def ends_of(plan: Observation | None) -> tuple[float, ...]:
    """What a plan is drawn at: one value, or both ends of a range."""
    if plan is None:
        return ()
    return (value_of(plan),) if plan.upper is None else (value_of(plan), float(plan.upper))


def plan_of(observed: Observed, row: Observation) -> Observation | None:
    comparison = observed.comparison_of(row)
    return comparison.plan if comparison else None


def planned(observed: Observed) -> list[Observation]:
    return [plan for row in observed.series if (plan := plan_of(observed, row)) is not None]


def has_one_plan(observed: Observed) -> bool:
    """Whether every bar has the same plan, so that one line and one figure say it all."""
    plans = planned(observed)
    return len(plans) == len(observed.series) and len({(plan.value, plan.upper, plan.sign) for plan in plans}) == 1


def rows(observed: Observed) -> Rows:
    """The stage is said where another one begins; the figure of the plan where all the plans are one."""
    plans, stages = planned(observed), ["actual", *(row.stage for row in observed.series)]
    named = observed.say("план: {plan}", plan=observed.signed(plans[0])) if has_one_plan(observed) else ""
    return Rows(
        [
            Row(
                observed.label(row),
                value_of(row),
                sentence_of(observed, row),
                observed.signed(row),
                note="" if before == stage else observed.stage(row),
                part=observed.part(row),
                fill=fill(row),
                plans=ends_of(plan_of(observed, row)),
            )
            for row, (before, stage) in zip(observed.series, pairwise(stages), strict=True)
        ],
        named or observed.say("план"),
    )
