"""A plan that is a range has two ends in order; a baseline is one value from before what is planned."""

import datetime
from collections.abc import Iterator

from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


def range_problems(observations: Records) -> Iterator[Problem]:
    """An upper bound where there is no range, and one that is not above the lower."""
    for index, (value, upper, sign, stage) in observations.rows("value", "upper", "sign", "stage"):
        if upper is None:
            continue
        if stage != "plan":
            yield observations.problem(index, "upper", "upper_of_no_plan")
        elif sign != "=":
            yield observations.problem(index, "sign", "upper_with_sign")
        elif value is None:
            yield observations.problem(index, "value", "upper_without_value")
        elif upper <= value:
            yield observations.problem(
                index, "upper", "upper_not_above", lower=observations.raw["value"][index].strip()
            )


def baseline_problems(observations: Records) -> Iterator[Problem]:
    """A baseline with a sign, a second one, and one from after everything that is planned."""
    first: dict[tuple[str, ...], int] = {}
    last_planned: dict[tuple[str, ...], datetime.date] = {}
    columns = ("document", "indicator", "group")
    for _, (stage, until, *rest) in observations.rows("stage", "to", *columns):
        key = tuple(rest)
        if stage == "plan" and until is not None:
            last_planned[key] = max(until, last_planned.get(key, until))
    for index, (stage, sign, start, *rest) in observations.rows("stage", "sign", "from", *columns):
        key = tuple(rest)
        if stage != "baseline":
            continue
        if sign != "=":
            yield observations.problem(index, "sign", "baseline_with_sign")
        before = first.setdefault(key, index)
        if before != index:
            yield observations.problem(index, "stage", "second_baseline", first=observations.numbers[before])
        elif start is not None and key in last_planned and start > last_planned[key]:
            until = last_planned[key].isoformat()
            yield observations.problem(index, "from", "baseline_after_plans", until=until)
