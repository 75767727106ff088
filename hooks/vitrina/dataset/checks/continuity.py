"""An indicator under a new name continues one former indicator, and it is said whether the two compare."""

from collections.abc import Iterator
from decimal import Decimal

from vitrina.dataset.checks.content import circles
from vitrina.dataset.checks.registry import check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


@check_of("indicators")
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


_HUNDRED = 100  # per cent
_ONE_SCALE = 50
"""Weights of one line that differ so many times are most likely of two scales: of one, and of a hundred."""


@check_of("indicators")
def weight_problems(indicators: Records) -> Iterator[Problem]:
    """Weights below zero; and, as a notice, an indicator without one among those of its line that have one."""
    for index, (weight,) in indicators.rows("weight"):
        if weight is not None and weight < 0:
            yield indicators.problem(index, "weight", "below_zero")
    yield from _mixed_scales(indicators)
    if "weight" not in indicators.raw:
        return
    said = indicators.raw["weight"]
    targets = [(index, line) for index, (line, kind) in indicators.rows("line", "kind") if kind == "target"]
    weighed = {line: index for index, line in reversed(targets) if said[index].strip()}
    for index, line in targets:
        if line in weighed and not said[index].strip():
            first = indicators.numbers[weighed[line]]
            yield indicators.notice(index, "weight", "weight_of_some", first=first)


def _mixed_scales(indicators: Records) -> Iterator[Problem]:
    """Weights of some parts of one beside weights of some parts of a hundred: 0,3 beside 30."""
    weights: dict[str | None, list[tuple[Decimal, int]]] = {}
    for index, (line, weight) in indicators.rows("line", "weight"):
        if weight is not None and weight > 0:
            weights.setdefault(line, []).append((weight, index))
    sums = {line: sum(weight for weight, _ in found) for line, found in weights.items()}
    for line, found in weights.items():
        found.sort()
        if found[-1][0] < _ONE_SCALE * found[0][0] or found[0][0] > 1 or _HUNDRED in (sums[line], sum(sums.values())):
            continue
        small = [index for weight, index in found if weight <= 1]
        large = [index for weight, index in found if weight > 1]
        odd, others = (small, large) if len(small) < len(large) else (large, small)
        for index in odd:
            other, first = indicators.raw["weight"][others[0]].strip(), indicators.numbers[others[0]]
            yield indicators.problem(index, "weight", "weight_of_other_scale", other=other, first=first)


describe(
    "comparable_to_nothing",
    "«{value}» — сравнивать не с чем: прежний показатель не назван.",
    "Впишите его код в столбец «Продолжает» или очистите ячейку.",
)
describe(
    "continues_itself",
    "«{value}» — показатель продолжает сам себя.",
    "Впишите код прежнего показателя или очистите ячейку.",
)
describe(
    "continues_in_a_circle",
    "«{value}» — круг: через другие показатель продолжает сам себя.",
    "Более поздний показатель продолжает более ранний; уберите лишнее.",
)
describe(
    "continued_twice",
    "«{value}» — этот показатель уже продолжает строка {first}.",
    "У прежнего показателя одно продолжение: оставьте его в одной строке.",
)
describe(
    "continues_without_comparable",
    "не сказано, можно ли сравнивать с прежним показателем.",
    "Впишите yes (да), если измеряют то же самое, или no (нет), если другое.",
)
describe(
    "compares_units",
    "«{value}» — единица теперь другая: {unit}, а у прежнего показателя {former}.",
    "Впишите no (нет) или исправьте единицу.",
)
describe("below_zero", "«{value}» — меньше нуля здесь не бывает.", "Сверьте число с документом и уберите минус.")
describe(
    "weight_of_some",
    "веса нет, а у других показателей той же строки программы он есть, например в строке {first}.",
    "Впишите вес из документа; если документ пишет «Х», так и впишите.",
)
describe(
    "weight_of_other_scale",
    "«{value}» — веса в разном масштабе: в строке {first} стоит {other}.",
    "Запишите все веса этой строки программы одинаково: долями единицы или процентами.",
)
