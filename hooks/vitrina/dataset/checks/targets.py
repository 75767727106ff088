"""A plan that is a range has two ends in order; a baseline is one value from before what is planned."""

import datetime
from collections.abc import Iterator

from vitrina.dataset.descriptions import describe
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


describe(
    "upper_of_no_plan", "«{value}» — верхняя граница бывает только у плана.", "Очистите ячейку или исправьте стадию."
)
describe(
    "upper_with_sign",
    "«{value}» — у промежутка две границы, и знак при них лишний.",
    "Поставьте = или очистите верхнюю границу.",
)
describe(
    "upper_without_value",
    "есть верхняя граница, а нижней нет.",
    "Впишите нижнюю границу; если план — «не больше», впишите само число и знак ≤, а верхнюю границу очистите.",
)
describe(
    "upper_not_above",
    "«{value}» — верхняя граница не выше нижней: та {lower}.",
    "Сверьте оба числа с документом; если план — одно число, очистите верхнюю границу.",
)
describe(
    "baseline_with_sign",
    "«{value}» — исходное значение известно точно, знак при нём не нужен.",
    "Поставьте = или исправьте стадию.",
)
describe(
    "second_baseline",
    "это второе исходное значение того же показателя, первое стоит в строке {first}.",
    "Оставьте одно; у значений других лет стадия actual (факт).",
)
describe(
    "baseline_after_plans",
    "«{value}» — исходное значение позже всех планов: последний из них кончается {until}.",
    "Исправьте день или стадию: у измеренного позже она actual (факт).",
)
