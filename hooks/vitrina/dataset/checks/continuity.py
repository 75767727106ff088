"""An indicator under a new name continues one former indicator, and it is said whether the two compare."""

from collections.abc import Iterator
from dataclasses import replace

from vitrina.dataset.checks.content import circles
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


def continuity_problems(indicators: Records) -> Iterator[Problem]:
    """Indicators that continue themselves, in a circle, one that another continues already, or without a word."""
    former: dict[str, str | None] = dict(row for _, row in indicators.rows("id", "continues"))
    units = dict(row for _, row in indicators.rows("id", "unit"))
    first: dict[str, int] = {}
    columns = ("id", "continues", "comparable", "unit")
    for index, (identity, continues, comparable, unit) in indicators.rows(*columns):
        if continues is None:
            if comparable is not None:
                yield indicators.problem(index, "comparable", "comparable_to_nothing")
            continue
        before = first.setdefault(continues, index)
        if continues == identity:
            yield indicators.problem(index, "continues", "continues_itself")
        elif circles(identity, former):
            yield indicators.problem(index, "continues", "continues_in_a_circle")
        elif before != index:
            yield indicators.problem(index, "continues", "continued_twice", first=indicators.numbers[before])
        if comparable is None:
            yield indicators.problem(index, "comparable", "continues_without_comparable")
        elif comparable == "yes" and units.get(continues, unit) != unit:
            yield indicators.problem(index, "comparable", "compares_units", unit=unit, former=units[continues])


def weight_problems(indicators: Records) -> Iterator[Problem]:
    """Weights below zero; and, as a notice, an indicator without one among those of its line that have one."""
    for index, (weight,) in indicators.rows("weight"):
        if weight is not None and weight < 0:
            yield indicators.problem(index, "weight", "below_zero")
    if "weight" not in indicators.raw:
        return
    said = indicators.raw["weight"]
    targets = [(index, line) for index, (line, kind) in indicators.rows("line", "kind") if kind == "target"]
    weighed = {line: index for index, line in reversed(targets) if said[index].strip()}
    for index, line in targets:
        if line in weighed and not said[index].strip():
            first = indicators.numbers[weighed[line]]
            yield replace(indicators.problem(index, "weight", "weight_of_some", first=first), severity="notice")
