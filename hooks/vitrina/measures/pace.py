"""The way from where an indicator began to its last plan: how much of it is done, and whether the pace is enough."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vitrina.dataset.programme import Indicator, Observation
from vitrina.measures.series import is_within_a_year
from vitrina.measures.status import MET, StatusRule, nearest_bound, status_of
from vitrina.words.provenance import or_zero, share_of


@dataclass(frozen=True, slots=True)
class Pace:
    """Three exact values and what follows if each year brings as much as the years until now did on average."""

    baseline: Observation
    """The stated baseline; without one the earliest actual, as its stage tells."""
    last: Observation
    """The latest actual of a whole time: no part of a year."""
    target: Observation
    """The last plan."""
    way_percent: Decimal | None
    """How much of the way from baseline to target is done; below 0 where it went the other way. None for no way."""
    per_year: Decimal
    needed_per_year: Decimal | None
    """From the last actual on. None where no time is left."""
    at_present_pace: Decimal
    """The value at the target's date; a count stays at least 0, a share between 0 and 100."""
    gets_there: bool | None
    """None where the direction does not tell whether missing the plan is good or bad."""
    months_passed: int
    """From the baseline to the last actual, as they are counted here."""
    months_left: int
    """From the last actual to the target; 0 where no time is left."""


def pace(indicator: Indicator, observations: Iterable[Observation], rule: StatusRule | None = None) -> Pace | None:
    """None without two values that lie apart in time, or without a plan that lies after the first of them; None too
    where the plans turn back: then there is no way that leads to the last of them.

    Linear: per year = (last − baseline) ÷ years between them. Years are counted in whole months, a value standing at
    the end of its time, so that a year that is missing in between lengthens the span and not the pace.
    """
    rows = [row for row in observations if row.value is not None and row.last is not None and not row.group]
    whole = [row for row in rows if row.sign == "=" and row.upper is None and not is_within_a_year(row)]
    actuals = sorted((row for row in whole if row.stage == "actual"), key=_months)
    first = min((row for row in whole if row.stage == "baseline"), key=_months, default=actuals[0] if actuals else None)
    target = max((row for row in rows if row.stage == "plan"), key=_months, default=None)
    if first is None or target is None or not actuals or turn(indicator, rows):
        return None
    last = actuals[-1]
    if _months(last) <= _months(first) or _months(target) <= _months(first):
        return None
    return _of(indicator, (first, last, target), rule or StatusRule())


def turn(indicator: Indicator, observations: Iterable[Observation]) -> tuple[Observation, Observation] | None:
    """The plan of a whole year that asks for more than the last plan does, and that last plan; None where the last asks
    for the most.

    So it is with what each year counts anew: three schools repaired one year, one the next. Of several such plans the
    one that asks for the most.
    """
    whole = [row for row in observations if row.stage == "plan" and row.value is not None and row.last is not None]
    plans = sorted((row for row in whole if not row.group and not is_within_a_year(row)), key=_months)
    if not plans or indicator.direction not in {"rising", "falling"}:
        return None
    most = (max if indicator.direction == "rising" else min)(plans, key=_value)
    return (most, plans[-1]) if _value(most) != _value(plans[-1]) else None


def _of(indicator: Indicator, found: tuple[Observation, Observation, Observation], rule: StatusRule) -> Pace:
    first, last, target = found
    began, reached = _value(first), _value(last)
    passed, left = _months(last) - _months(first), max(_months(target) - _months(last), 0)
    # Multiplied before it is divided: a third of 3 is 1, and what gets there exactly does not miss by a rounding.
    then = _possible(indicator, reached + (reached - began) * left / passed, (began, reached, _value(target)))
    way = nearest_bound(target, began) - began
    status = status_of(indicator, target, then, rule)
    return Pace(
        baseline=first,
        last=last,
        target=target,
        way_percent=share_of(reached - began, way, (reached - began) * 100 / way) if way else None,
        per_year=(reached - began) * 12 / passed,
        needed_per_year=(nearest_bound(target, reached) - reached) * 12 / left if left else None,
        at_present_pace=then,
        gets_there=None if status == "off-plan" else status in MET,
        months_passed=passed,
        months_left=left,
    )


def _value(row: Observation) -> Decimal:
    return or_zero(row.value)


def _possible(indicator: Indicator, value: Decimal, known: Sequence[Decimal]) -> Decimal:
    """No pace leads below nothing, or a share above all; a growth that has been there may."""
    least, most = min(known), max(known)
    if indicator.is_share and most <= 100:
        value = min(value, Decimal(100))
    return max(Decimal(0), value) if least >= 0 else value


def _months(row: Observation) -> int:
    """The month's end that lies nearest to the end of its time: 1 January and 31 December before it are one."""
    if row.last is None:
        return 0
    return row.last.year * 12 + row.last.month - (1 if row.last.day <= 15 else 0)
