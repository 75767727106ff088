"""Year by year: the plan, what came of it, the status with its arithmetic, what stood there before, what came late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vitrina.charts.findings.observed import status_of
from vitrina.charts.observed import Observed
from vitrina.dataset.programme import Observation
from vitrina.measures.status import JUDGED, Comparison, StatusRule, nearest_bound, yearly
from vitrina.pages.context import Context
from vitrina.pages.indicator_history import IndicatorHistory
from vitrina.pages.observed import IndicatorProfile
from vitrina.pages.quotations import Quote, quote
from vitrina.words.numbers import decimals_of


@dataclass(frozen=True, slots=True)
class Former:
    """A value that a later document replaced."""

    figure: str
    document: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class PlanFigure:
    """A value in the table; empty where there is none."""

    text: str = ""
    part: str = ""
    """What time it covers, where that is not the row's own."""
    former: tuple[Former, ...] = ()
    late: str = ""
    """The report that gave it, where an earlier one had passed it over."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan beside its actual, an actual without a plan, or the baseline."""

    when: str
    time: str
    """The same at the head of a row: «2020 год»."""
    plan: PlanFigure
    actual: PlanFigure
    deviation: str
    percent: str
    kind: str
    status: str
    how: str
    """The arithmetic of the status; empty where nothing was judged."""


def plan_rows(context: Context, profile: IndicatorProfile, history: IndicatorHistory) -> tuple[PlanRow, ...]:
    """Every plan, and the years that have a value but no plan, the earliest first. None without a single plan."""
    observed = profile.observed
    if not observed.comparisons:
        return ()
    rows = [
        (found.plan.last or date.max, _compared(context, observed, found, history)) for found in observed.comparisons
    ]
    shown = {found.actual.id for found in observed.comparisons if found.actual}
    rule, until = StatusRule.of(context.programme), context.programme.known_until
    for year in yearly(profile.indicator, profile.observations, rule, until):
        alone = (year.baseline, year.actual if year.plan is None else None)
        rows += [
            (row.last or date.max, _alone(context, observed, row, history))
            for row in alone
            if row is not None and row.id not in shown
        ]
    return tuple(row for _, row in sorted(rows, key=lambda dated: dated[0]))


def _compared(context: Context, observed: Observed, comparison: Comparison, history: IndicatorHistory) -> PlanRow:
    plan, actual, deviation = comparison.plan, comparison.actual, comparison.deviation
    same_time = actual is None or (actual.first, actual.last) == (plan.first, plan.last)
    part = "" if same_time or actual is None else observed.part(actual) or observed.when(actual)
    percent, words = comparison.percent, observed.words
    group = observed.group_names.get(plan.id, "")
    return PlanRow(
        when=f"{observed.when(plan)}, {group}" if group else observed.when(plan),
        time=f"{observed.time(plan)}, {group}" if group else observed.time(plan),
        plan=_figure(context, observed, plan, history),
        actual=_figure(context, observed, actual, history, part) if actual else PlanFigure(),
        # What is not judged yet is not off its plan yet.
        deviation=""
        if deviation is None or comparison.status not in JUDGED
        else words.number(deviation, decimals_of(deviation), sign=True),
        percent="" if percent is None else words.percent(percent),
        kind=comparison.status,
        status=status_of(observed, comparison),
        how=how(observed, comparison),
    )


def _alone(context: Context, observed: Observed, row: Observation, history: IndicatorHistory) -> PlanRow:
    is_baseline = row.stage == "baseline"
    return PlanRow(
        when=observed.when(row),
        time=observed.time(row),
        plan=PlanFigure(),
        actual=_figure(context, observed, row, history),
        deviation="",
        percent="",
        kind="baseline" if is_baseline else "no-plan",
        status=observed.stage(row) if is_baseline else observed.words.say("план не назван"),
        how="",
    )


def _figure(
    context: Context, observed: Observed, row: Observation, history: IndicatorHistory, part: str = ""
) -> PlanFigure:
    return PlanFigure(
        text=observed.signed(row),
        part=part,
        former=tuple(_former(context, observed, history.former.get(row.id, ()))),
        late=context.document_titles[row.quotation.document] if row.id in history.late else "",
    )


def _former(context: Context, observed: Observed, rows: Iterable[Observation]) -> Iterable[Former]:
    for row in rows:
        if row.value is not None:  # what replaced «no data» came late, and is told so
            yield Former(
                observed.signed(row), context.document_titles[row.quotation.document], quote(context, row.quotation)
            )


def how(observed: Observed, comparison: Comparison) -> str:
    """«553 − 190 = 363», and how much is allowed where the rule allows any."""
    plan, actual, deviation = comparison.plan, comparison.actual, comparison.deviation
    if actual is None or actual.value is None or deviation is None or comparison.status not in JUDGED:
        return ""
    say, amount = observed.words.say, observed.amount
    if plan.value is not None and plan.upper is not None and not deviation:
        bounds = {"lowest": amount(plan.value), "highest": amount(plan.upper)}
        return say("{actual} лежит от {lowest} до {highest}", actual=amount(actual.value), **bounds)
    return say(
        "{actual} − {plan} = {difference}, а можно отличаться на\u00a0{allowed}"
        if comparison.allowed
        else "{actual} − {plan} = {difference}",
        actual=amount(actual.value),
        plan=amount(nearest_bound(plan, actual.value)),
        difference=amount(deviation),
        allowed=amount(comparison.allowed),
    )
