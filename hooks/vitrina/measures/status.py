"""The status of a plan beside its actual: one rule for every page, with the tolerance of the programme's data."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, Self

from vitrina.dataset.programme import Indicator, Observation, Programme
from vitrina.measures.series import is_within_a_year
from vitrina.words.periods import Period
from vitrina.words.provenance import or_zero, share_of

Status = Literal["better", "as-planned", "worse", "off-plan", "not-due", "none", "no-plan"]
"""`off-plan`: off its plan, while the direction says of neither side that it is the better one. `none`: no data."""

JUDGED: frozenset[Status] = frozenset({"better", "as-planned", "worse", "off-plan"})
"""Both figures are known, for the whole of the plan's time or for enough of it."""
MET: frozenset[Status] = frozenset({"better", "as-planned"})

Limit = Literal["least", "most", "exact"]

_AT_LEAST, _AT_MOST = ("≥", ">"), ("≤",)
_INFINITE = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class StatusRule:
    """How far an actual may lie from its plan and still be «as planned», in percent of the plan."""

    tolerance: Decimal = Decimal(0)
    steady_tolerance: Decimal | None = None
    """Of indicators that are to stay as they are; None: the same as of the others."""

    @classmethod
    def of(cls, programme: Programme) -> Self:
        return cls(programme.tolerance, programme.steady_tolerance)

    def percent(self, indicator: Indicator) -> Decimal:
        if indicator.direction == "steady" and self.steady_tolerance is not None:
            return self.steady_tolerance
        return self.tolerance


@dataclass(frozen=True, slots=True)
class Comparison:
    """A plan with its actual, where the documents name one that can be laid beside it."""

    plan: Observation
    actual: Observation | None
    status: Status
    is_part: bool
    """The actual covers only a part of the plan's time."""
    deviation: Decimal | None
    """The actual less the plan; less the nearer bound of a range, 0 inside it. None without an exact actual."""
    allowed: Decimal
    """How large a deviation the rule still calls «as planned», in the indicator's unit."""

    @property
    def percent(self) -> Decimal | None:
        """The actual in percent of the plan. None for a plan of zero or a range."""
        if self.actual is None or self.actual.value is None or not self.plan.value or self.plan.upper is not None:
            return None
        return share_of(self.actual.value, self.plan.value, self.actual.value * 100 / self.plan.value)

    @property
    def deviation_percent(self) -> Decimal | None:
        """The deviation in percent of what it is measured from. None for a plan of zero."""
        if self.actual is None or self.actual.value is None or self.deviation is None:
            return None
        bound = nearest_bound(self.plan, self.actual.value)
        return share_of(self.deviation, bound, self.deviation * 100 / abs(bound)) if bound else None


@dataclass(frozen=True, slots=True)
class YearStatus:
    """What a year of an indicator came to, for everybody together. A year may have a plan, an actual or both."""

    year: int
    plan: Observation | None
    actual: Observation | None
    baseline: Observation | None
    status: Status
    is_part: bool
    late: str | None
    """The report that gave the actual, where an earlier one had passed it over."""
    deviation: Decimal | None
    deviation_percent: Decimal | None
    allowed: Decimal
    """0 without a plan."""

    @property
    def known(self) -> Observation | None:
        """The actual of the whole year, else the baseline: a part of a year is no value of that year."""
        return self.baseline if self.actual is None or self.is_part else self.actual


def limit(indicator: Indicator, plan: Observation) -> Limit:
    """Whether a plan is met from above or from below: its sign says so, or the direction that is good."""
    if plan.sign in _AT_LEAST or (plan.sign == "=" and indicator.direction == "rising"):
        return "least"
    if plan.sign in _AT_MOST or (plan.sign == "=" and indicator.direction == "falling"):
        return "most"
    return "exact"


def nearest_bound(plan: Observation, value: Decimal) -> Decimal:
    """What a value is measured against: the plan; of a range its nearer end, or inside it the value itself."""
    low = or_zero(plan.value)
    high = low if plan.upper is None else plan.upper
    return min(max(value, low), high)


def status_of(indicator: Indicator, plan: Observation, value: Decimal, rule: StatusRule) -> Status:
    """A value of the plan's whole time beside the plan. A tolerance of 0 compares the two figures as they are."""
    bound = nearest_bound(plan, value)
    allowed = _allowed(indicator, bound, rule)
    reached = value > bound if plan.sign == ">" and not allowed else value >= bound
    if abs(value - bound) <= allowed and (reached or plan.sign != ">" or allowed):
        return "as-planned"
    kind = limit(indicator, plan)
    if kind == "exact":
        return "off-plan" if indicator.direction == "none" else "worse"
    return "better" if reached == (kind == "least") else "worse"


def judged(
    indicator: Indicator, plan: Observation, actual: Observation | None, rule: StatusRule, known_until: date
) -> Comparison:
    """A plan beside one actual. `known_until` is the last day that the documents tell of."""
    # A plan without a time is never due: its latest actual stands beside it, and nothing is judged.
    is_due = plan.last is None or plan.last <= known_until
    unknown: Status = "none" if is_due else "not-due"
    if actual is None or actual.value is None:
        planned = or_zero(plan.value)
        return Comparison(plan, None, unknown, False, None, _allowed(indicator, planned, rule))
    bound = nearest_bound(plan, actual.value)
    status = _standing_of(indicator, plan, actual, rule)
    whole, is_span = _covers(plan, actual), plan.first != plan.last
    if not whole:
        # A count over a part of the time only grows: what it must at least reach and has reached, it keeps. All else
        # (a share, a limit, a number of some earlier day) may still turn, and is not judged by a part.
        is_kept = is_span and not indicator.is_share and limit(indicator, plan) == "least" and status in MET
        status = status if is_kept else unknown
    deviation = actual.value - bound if actual.sign == "=" else None
    return Comparison(plan, actual, status, is_span and not whole, deviation, _allowed(indicator, bound, rule))


def comparisons(
    indicator: Indicator, observations: Iterable[Observation], rule: StatusRule, known_until: date
) -> tuple[Comparison, ...]:
    """Every plan with a value, the earliest first; an undated one last. Groups are compared each with its own."""
    known = [observation for observation in observations if observation.value is not None]
    plans = [observation for observation in known if observation.stage == "plan"]
    return tuple(
        judged(indicator, plan, _actual_of(indicator, plan, known), rule, known_until)
        for plan in sorted(plans, key=lambda plan: (plan.last or date.max, plan.group))
    )


def yearly(
    indicator: Indicator,
    observations: Iterable[Observation],
    rule: StatusRule,
    known_until: date,
    late: Collection[str] = (),
) -> tuple[YearStatus, ...]:
    """Every year that has a plan, an actual or a baseline for everybody together, by the year of its last day.

    `late` holds the ids of the values that came late, see `late_values`. Values without a time have no year.
    """
    rows = [row for row in observations if row.value is not None and row.last is not None and not row.group]
    compared = [found for found in comparisons(indicator, rows, rule, known_until) if found.plan.last is not None]
    plans = {_year(found.plan): found for found in sorted(compared, key=lambda found: _weight(found.plan))}
    actuals = _by_year(row for row in rows if row.stage == "actual")
    baselines = _by_year(row for row in rows if row.stage == "baseline")
    return tuple(
        _of_year(year, plans.get(year), actuals.get(year), baselines.get(year), late)
        for year in sorted({*plans, *actuals, *baselines})
    )


def _of_year(
    year: int,
    compared: Comparison | None,
    alone: Observation | None,
    baseline: Observation | None,
    late: Collection[str],
) -> YearStatus:
    if compared is None:
        part = alone is not None and is_within_a_year(alone)
        return YearStatus(year, None, alone, baseline, "no-plan", part, _late(alone, late), None, None, Decimal(0))
    actual, deviation, percent = compared.actual, compared.deviation, compared.deviation_percent
    # The number of an earlier year's day says nothing of this year, and stands in its own.
    if actual is not None and _year(actual) != year and compared.plan.first == compared.plan.last:
        actual = deviation = percent = None
    return YearStatus(
        year=year,
        plan=compared.plan,
        actual=actual,
        baseline=baseline,
        status=compared.status,
        is_part=compared.is_part,
        late=_late(actual, late),
        deviation=deviation,
        deviation_percent=percent,
        allowed=compared.allowed,
    )


def _late(actual: Observation | None, late: Collection[str]) -> str | None:
    return actual.quotation.document if actual is not None and actual.id in late else None


def _by_year(rows: Iterable[Observation]) -> dict[int, Observation]:
    """The weightiest of each year."""
    return {_year(row): row for row in sorted(rows, key=_weight)}


def _weight(row: Observation) -> tuple[bool, date, int]:
    """What speaks for a year, the weightiest last: the value of the whole year, the latest, the longest."""
    if row.first is None or row.last is None:
        return (False, date.min, 0)
    return (Period(row.first, row.last).is_year, row.last, (row.last - row.first).days)


def _year(row: Observation) -> int:
    return row.last.year if row.last is not None else 0


def _allowed(indicator: Indicator, planned: Decimal, rule: StatusRule) -> Decimal:
    return abs(planned) * rule.percent(indicator) / 100


def _standing_of(indicator: Indicator, plan: Observation, actual: Observation, rule: StatusRule) -> Status:
    """Of an actual that is itself «more than 80» only what holds wherever it lies; `none` where that is nothing."""
    value = or_zero(actual.value)
    if actual.sign in _AT_LEAST:
        ends = (value.next_plus() if actual.sign == ">" else value, _INFINITE)  # the next figure above it, not itself
    elif actual.sign in _AT_MOST:
        ends = (-_INFINITE, value)
    else:
        ends = (value, value)
    found = {status_of(indicator, plan, end, rule) for end in ends}
    if len(found) == 1:
        return found.pop()
    return "as-planned" if found == MET else "none"


def _covers(plan: Observation, actual: Observation) -> bool:
    """Whether an actual tells of all of the plan's time: of the same span, or of the state on its last day."""
    return (actual.first, actual.last) == (plan.first, plan.last) or (
        actual.last == plan.last and (actual.first == actual.last or plan.first == plan.last)
    )


def _actual_of(indicator: Indicator, plan: Observation, known: Iterable[Observation]) -> Observation | None:
    """The actual that tells most of the plan's time: all of it, else the latest within it, else the longest."""
    found = [
        row
        for row in known
        if row.stage == "actual" and row.group == plan.group and _can_be_beside(indicator, plan, row)
    ]
    return max(
        found,
        key=lambda row: ((row.first, row.last) == (plan.first, plan.last), _covers(plan, row), *_weight(row)[1:]),
        default=None,
    )


def _can_be_beside(indicator: Indicator, plan: Observation, actual: Observation) -> bool:
    """Whether an actual lies within the plan's time, whichever it is if that is not told.

    A plan for a day stands beside a state, not a count.
    """
    if actual.first is None or actual.last is None:
        return False
    if plan.first is None or plan.last is None:
        return True
    if plan.first != plan.last:
        return Period(plan.first, plan.last).holds(Period(actual.first, actual.last))
    if actual.first == actual.last:
        return actual.last <= plan.last
    return indicator.is_share and actual.last == plan.last
