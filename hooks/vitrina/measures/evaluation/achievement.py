"""The degree to which indicators reached their plans, one by one and on average."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from vitrina.dataset.programme import Indicator, Observation
from vitrina.measures.status import JUDGED, YearStatus, limit, nearest_bound


def degree(indicator: Indicator, found: YearStatus, cap: Fraction) -> Fraction | None:
    """СД: actual ÷ plan where more is better, plan ÷ actual where less is (docs.cntd.ru/document/463604910), capped.

    None without an exact actual of the whole time. The formula leaves open, and we do:

    - A plan's sign («не менее», «не более») goes before the indicator's direction, as in its status.
    - More is better and the plan is 0: there is nothing to divide by; whatever reached it counts as 1.
    - Less is better and the actual is 0: the plan of 0 is met, 1; below any other plan by more than every cap, the cap.
    - To stay as it is, or no direction: 1 for the plan itself, else the smaller of the two ÷ the larger.
    - A range: 1 inside, else the value and the nearer bound, again the smaller ÷ the larger.
    - A count of a part of the time: the cap if it has reached that already, for it only grows; else None.
    """
    if found.plan is None or found.actual is None or found.actual.value is None or found.deviation is None:
        return None
    if found.status not in JUDGED:
        return None
    actual, bound = found.actual.value, nearest_bound(found.plan, found.actual.value)
    reached = min(cap, _ratio(_kind(indicator, found.plan), Fraction(actual), Fraction(bound), cap))
    return None if found.is_part and reached < cap else reached


def division(indicator: Indicator, plan: Observation, actual: Decimal) -> tuple[Decimal, Decimal] | None:
    """The two figures that the degree comes from, to be shown; None where nothing is divided."""
    bound, kind = nearest_bound(plan, actual), _kind(indicator, plan)
    if plan.upper is not None and actual == bound:
        return None
    if kind == "exact":
        figures = (min(actual, bound), max(actual, bound))
    else:
        figures = (actual, bound) if kind == "least" else (bound, actual)
    return figures if figures[1] else None


def _kind(indicator: Indicator, plan: Observation) -> str:
    return "exact" if plan.upper is not None else limit(indicator, plan)


def _ratio(kind: str, actual: Fraction, plan: Fraction, cap: Fraction) -> Fraction:
    if actual == plan:
        return Fraction(1)
    if kind == "least":
        return actual / plan if plan else Fraction(actual > 0)
    if kind == "most":
        return plan / actual if actual else cap
    return min(actual, plan) / max(actual, plan)


def mean(degrees: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """СРп/п of pairs of degree and weight: weighted if any has a weight, else the plain mean; None of nothing.

    «Х» (None) beside weights: not counted. Weights that sum to 0 weigh nothing, so that there is no mean: None.
    """
    pairs = list(degrees)
    weighted = [(one, weight) for one, weight in pairs if weight is not None]
    if weighted:
        total = sum((weight for _, weight in weighted), Fraction(0))
        return sum((one * weight for one, weight in weighted), Fraction(0)) / total if total else None
    return sum((one for one, _ in pairs), Fraction(0)) / len(pairs) if pairs else None
