"""An indicator as rows: a period's name, its bar, its figure, and its plan as a line across."""

from itertools import pairwise

from vitrina.charts.findings.observed import sentence_of
from vitrina.charts.kit.rows import Row, Rows
from vitrina.charts.observed import Observed
from vitrina.charts.period_bars import ends_of, fill, has_one_plan, plan_of, planned, value_of


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
