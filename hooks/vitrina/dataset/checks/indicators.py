"""An indicator has a unit that can be counted or shared; an observation a time, a value, and a whole it is part of."""

from collections.abc import Iterator, Mapping
from typing import Any

from vitrina.dataset.checks.content import circles
from vitrina.dataset.checks.registry import check_of
from vitrina.dataset.checks.targets import baseline_problems, range_problems
from vitrina.dataset.checks.units import SHARE, kind_problems, number_problems, unit_kinds, unit_problems
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


@check_of("indicators")
def indicator_problems(indicators: Records) -> Iterator[Problem]:
    """Faults of the indicators themselves."""
    yield from unit_problems(indicators)
    yield from kind_problems(indicators)
    for index, (kind, number) in indicators.rows("kind", "number"):
        if kind == "target" and number is None:
            yield indicators.problem(index, "number", "target_without_number")
    for index, (numerator, denominator) in indicators.rows("numerator", "denominator"):
        if (numerator is None) != (denominator is None):
            empty = "numerator" if numerator is None else "denominator"
            yield indicators.problem(index, empty, "half_formula")
    yield from same_numbers(indicators, "target")


def same_numbers(records: Records, *kinds: str) -> Iterator[Problem]:
    """Notices: two rows of one kind and one document with the same number. A document may count anew in each part.

    Without `kinds`, all of them are looked at.
    """
    for index, before, (_, kind, number) in records.repeated("document", "kind", "number"):
        if number is not None and (not kinds or kind in kinds):
            yield records.notice(index, "number", "same_number", first=records.numbers[before])


@check_of("observations", "indicators")
def observation_problems(observations: Records, indicators: Records | None) -> Iterator[Problem]:
    """Faults of the observations, alone and beside one another."""
    for index, (first, last, status) in observations.rows("from", "to", "period_status"):
        yield from _period_problems(observations, index, (first, last), status)
    units: Mapping[str, str] = dict(row for _, row in indicators.rows("id", "unit")) if indicators else {}
    kinds = unit_kinds(indicators)
    for column in ("value", "upper"):
        yield from number_problems(observations, column, "indicator", kinds)
    yield from range_problems(observations)
    yield from baseline_problems(observations)
    yield from _part_problems(observations, units)
    yield from _same_observations(observations)


def _period_problems(observations: Records, index: int, days: tuple[Any, Any], status: str | None) -> Iterator[Problem]:
    first, last = days
    if first is None and last is None:
        if status is None:
            yield observations.problem(index, "from", "empty_without_status", beside="period_status")
    elif first is None or last is None:
        yield observations.problem(index, "from" if first is None else "to", "half_period")
    else:
        if status is not None:
            yield observations.problem(index, "period_status", "value_and_status", beside="from")
        if first > last:
            yield observations.problem(index, "to", "period_reversed", first=observations.raw["from"][index].strip())


def _part_problems(observations: Records, units: Mapping[str, str]) -> Iterator[Problem]:
    wholes: dict[str, str | None] = {}
    measured: dict[str, str] = {}
    for _, (identity, indicator, whole) in observations.rows("id", "indicator", "part_of"):
        wholes[identity], measured[identity] = whole, indicator
    for index, (identity, indicator, whole) in observations.rows("id", "indicator", "part_of"):
        if whole is None:
            continue
        if circles(identity, wholes):
            yield observations.problem(index, "part_of", "circle")
        elif indicator in units and measured.get(whole, indicator) != indicator:
            yield observations.problem(index, "part_of", "part_of_other", other=measured[whole])
        elif units.get(indicator) == SHARE:
            yield observations.problem(index, "part_of", "part_of_share")
    yield from _parts_and_wholes(observations, units)


def _parts_and_wholes(observations: Records, units: Mapping[str, str]) -> Iterator[Problem]:
    """Notices: a part that is not of the whole's time or is larger, and a group beside its whole that is no part."""
    columns = ("id", "indicator", "group", "part_of", "document", "stage", "from", "to", "value")
    rows = {row[0]: (index, row) for index, row in observations.rows(*columns)}
    wholes = {(row[1], *row[4:8]): index for index, row in rows.values() if not row[2]}
    for index, (_, indicator, group, part_of, *time, value) in rows.values():
        if units.get(indicator) == SHARE:
            continue
        if part_of in rows and rows[part_of][1][1] == indicator and rows[part_of][1][3] is None:
            whole, (*_, whole_first, whole_last, whole_value) = rows[part_of]
            hints = {"first": observations.numbers[whole]}
            if time[2:] != [whole_first, whole_last]:
                yield observations.notice(index, "part_of", "part_of_other_time", **hints)
            elif value is not None and whole_value is not None and value > whole_value:
                yield observations.notice(index, "value", "part_above_whole", **hints)
        elif part_of is None and group:
            beside = wholes.get((indicator, *time))
            if beside is not None:
                yield observations.notice(index, "part_of", "group_of_nothing", first=observations.numbers[beside])


def _same_observations(observations: Records) -> Iterator[Problem]:
    """The same thing of the same time stated twice; where no time is named it may be two different ones."""
    for index, before, (*_, until) in observations.repeated("document", "indicator", "stage", "group", "from", "to"):
        if until is not None:
            yield observations.problem(index, "from", "same_observation", first=observations.numbers[before])


describe("target_without_number", "у целевого показателя нет номера.", "Впишите номер из документа.")
describe(
    "half_formula", "в формуле есть только одна часть из двух.", "Впишите и числитель, и знаменатель или очистите оба."
)
describe("half_period", "у срока есть только один день из двух.", "Впишите оба; если это один день, повторите его.")
describe(
    "period_reversed",
    "«{value}» — срок кончается раньше, чем начинается: первый день {first}.",
    "Исправьте один из двух дней.",
)
describe(
    "part_of_other", "«{value}» — целое другого показателя: {other}.", "Часть и целое должны быть одного показателя."
)
describe("part_of_share", "«{value}» — доля не складывается из частей.", "Очистите ячейку.")
describe(
    "part_of_other_time",
    "«{value}» — срок у целого, в строке {first}, другой.",
    "Часть и целое измеряют в одно время: исправьте срок или код целого.",
)
describe(
    "part_above_whole",
    "«{value}» — часть больше целого: оно стоит в строке {first}.",
    "Сверьте оба числа с документом; если напечатано именно так, ничего не делайте.",
)
describe(
    "group_of_nothing",
    "не сказано, частью чего стоит эта группа, а целое за то же время есть в строке {first}.",
    "Впишите код той строки; если это не её часть, ничего не делайте.",
)
describe(
    "same_observation",
    "этот же показатель за то же время и в той же стадии уже стоит в строке {first}.",
    "Удалите одну из двух строк или укажите группу.",
)
