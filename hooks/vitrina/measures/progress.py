"""What was planned beside what came of it, and what can be compared: an indicator's observations set in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from vitrina.dataset.subjects import Indicator, Observation
from vitrina.words.periods import Period

Status = Literal["better", "as-planned", "worse", "not-due", "none"]

_AT_LEAST, _AT_MOST = ("≥", ">"), ("≤",)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A plan with its actual, where the document names one that can be laid beside it."""

    plan: Observation
    actual: Observation | None
    status: Status
    is_part: bool
    """The actual covers only a part of the plan's time."""

    @property
    def percent(self) -> Decimal | None:
        """The actual in percent of the plan. None for a plan of zero."""
        if self.actual is None or self.actual.value is None or not self.plan.value:
            return None
        return self.actual.value * 100 / self.plan.value


def comparisons(indicator: Indicator, observations: Iterable[Observation], known_until: date) -> tuple[Comparison, ...]:
    """Every plan of an indicator, the earliest first. `known_until` is the last day that the edition tells of."""
    known = [observation for observation in observations if observation.value is not None]
    plans = [observation for observation in known if observation.stage == "plan"]
    return tuple(
        _compared(indicator, plan, _actual_of(plan, known), known_until)
        for plan in sorted(plans, key=lambda plan: (plan.last or date.max, plan.group))
    )


def _actual_of(plan: Observation, known: Iterable[Observation]) -> Observation | None:
    """The latest actual within the plan's time; of a plan for a day, the latest until that day."""
    if plan.first is None or plan.last is None:
        return None
    due = Period(plan.first, plan.last)
    found = [
        other
        for other in known
        if other.stage == "actual"
        and other.group == plan.group
        and other.first is not None
        and other.last is not None
        and (
            due.holds(Period(other.first, other.last))
            if due.kind != "day"
            else other.first == other.last and other.last <= due.last
        )
    ]
    return max(found, key=lambda other: other.last or date.min, default=None)


def _compared(indicator: Indicator, plan: Observation, actual: Observation | None, known_until: date) -> Comparison:
    is_due = plan.last is not None and plan.last <= known_until
    if actual is None:
        return Comparison(plan, None, "none" if is_due or plan.last is None else "not-due", is_part=False)
    is_part = (actual.first, actual.last) != (plan.first, plan.last) and plan.first != plan.last
    status = _status(indicator, plan, actual)
    # A count of a part of a year only grows: over the plan it stays over it, below it is not judged before its time.
    early = is_part if plan.first != plan.last else actual.last != plan.last
    if early and not is_due and (status == "worse" or indicator.is_share or _limit(indicator, plan) == "most"):
        status = "not-due"
    return Comparison(plan, actual, status, is_part)


def _limit(indicator: Indicator, plan: Observation) -> Literal["least", "most", "exact"]:
    """Whether a plan is met from above or from below: its sign says so, or the direction that is good."""
    if plan.sign in _AT_LEAST or (plan.sign == "=" and indicator.direction == "rising"):
        return "least"
    if plan.sign in _AT_MOST or (plan.sign == "=" and indicator.direction == "falling"):
        return "most"
    return "exact"


def _status(indicator: Indicator, plan: Observation, actual: Observation) -> Status:
    planned, reached = plan.value or Decimal(0), actual.value or Decimal(0)
    if planned == reached and plan.sign != ">":
        return "as-planned"
    limit = _limit(indicator, plan)
    if limit == "exact":
        return "worse"
    return "better" if (reached > planned) == (limit == "least") else "worse"


def series(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """What was, is thought or is foreseen for everybody together, in order of time: values that can stand in a row."""
    found = [
        observation
        for observation in observations
        if observation.stage != "plan"
        and observation.value is not None
        and observation.first is not None
        and observation.part_of is None
        and not observation.group
    ]
    return tuple(sorted(found, key=lambda observation: (observation.last or date.max, observation.first or date.max)))


def undated(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The values for everybody together of which the document does not say when."""
    return tuple(
        observation
        for observation in observations
        if observation.first is None
        and observation.value is not None
        and observation.stage != "plan"
        and not observation.group
    )


def groups(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The values by group that belong side by side: of the latest time, not planned; in the order of the table."""
    found = [
        observation
        for observation in observations
        if observation.group and observation.value is not None and observation.stage != "plan"
    ]
    whole = max((part.part_of or "" for part in found), default="")
    return tuple(observation for observation in found if (observation.part_of or "") == whole)


def is_within_a_year(observation: Observation) -> bool:
    """Whether a span is a part of a year: not a day and not whole years."""
    if observation.first is None or observation.last is None:
        return False
    return Period(observation.first, observation.last).kind in {"month", "months", "span"}
