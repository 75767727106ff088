"""Stated totals beside the sums of their parts; one that does not add up puts its amounts in doubt, corrects none."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from vitrina.decrees.naming import span_of
from vitrina.decrees.values import ROUBLES, TOTAL, Parts, Sum, Value

_WEAK = {"unit-of-another", "wrapped"}
"""The doubts that a sum which adds up takes away."""
_OF_NOBODY = {"unknown-source", "line", "part-of-year"}
"""Those of amounts that are in no sum."""


def sums_of(values: Sequence[Value]) -> tuple[Sum, ...]:
    """Every total that has parts, by years and by sources."""
    return tuple(total for _, _, total in _compared(values))


def checked(values: Sequence[Value]) -> tuple[tuple[Value, ...], tuple[Sum, ...]]:
    """The values, in doubt where their sum does not add up or where stages overlap; and the sums."""
    wrong: set[int] = set()
    right: set[int] = set()
    found: list[Sum] = []
    for whole, parts, total in _compared(values):
        found.append(total)
        is_share = total.parts == "administrators" and total.difference > 0  # the document need not list them all
        (wrong if total.difference else right).update(id(one) for one in (parts if is_share else (whole, *parts)))
    overlapping = {id(one) for one in _overlapping(values)}
    return tuple(_judged(value, right, wrong, overlapping) for value in values), tuple(found)


def _judged(value: Value, right: Collection[int], wrong: Collection[int], overlapping: Collection[int]) -> Value:
    if id(value) in wrong:
        judged = value.doubted("sum")
    elif id(value) in right:
        judged = replace(value, doubts=tuple(doubt for doubt in value.doubts if doubt not in _WEAK))
    else:
        judged = value
    return judged.doubted("overlap") if id(value) in overlapping else judged


def _compared(values: Sequence[Value]) -> Iterator[tuple[Value, tuple[Value, ...], Sum]]:
    plain = [value for value in values if not value.of_which and not _OF_NOBODY & {*value.doubts}]
    lines: dict[tuple[tuple[str, str], str], list[Value]] = {}
    for value in plain:
        lines.setdefault((value.whose, value.stage), []).append(value)
    for (whose, stage), of_line in lines.items():
        own = [value for value in of_line if not value.administrator]
        divided = [value for value in of_line if value.administrator]
        others = [
            value for (line, other), group in lines.items() if line == whose and other != stage for value in group
        ]
        years = _years_with(own, tuple(_instead(own, others)) if stage == "plan" else ())
        for compared in (*years, *_by_sources(own), *_by_administrators(own, divided)):
            if len({one.unit is None for one in (compared[0], *compared[1])}) == 1:
                yield compared


def _years_with(own: Sequence[Value], spent: Sequence[Value]) -> list[tuple[Value, tuple[Value, ...], Sum]]:
    """The sums by years, with what was spent in the last years before where only so they add up."""
    alone = list(_by_years(own))
    for first in sorted({one.year for one in spent}, reverse=True):
        together = list(_by_years([*own, *(one for one in spent if one.year >= first)]))
        if any(total.difference for _, _, total in alone) and not any(total.difference for _, _, total in together):
            return together
    return alone


def _instead(own: Sequence[Value], others: Sequence[Value]) -> Iterator[Value]:
    """What was spent in years of which no plan is told: «2014 год – 100,0 (факт)» is part of the total as well."""
    told = {(value.source, value.source_name, value.year) for value in own}
    for value in others:
        if (
            value.stage == "actual"
            and not value.administrator
            and (value.source, value.source_name, value.year) not in told
        ):
            yield value


def _by_administrators(
    own: Sequence[Value], divided: Sequence[Value]
) -> Iterator[tuple[Value, tuple[Value, ...], Sum]]:
    by_whole: dict[tuple[str, ...], list[Value]] = {}
    for one in divided:
        by_whole.setdefault(replace(one, administrator="").key, []).append(one)
    for whole in own:
        if parts := tuple(by_whole.get(whole.key, ())):
            yield whole, parts, _sum(whole, parts, "administrators")


def _by_years(own: Sequence[Value]) -> Iterator[tuple[Value, tuple[Value, ...], Sum]]:
    def source(value: Value) -> tuple[str, str]:
        return (value.source, value.source_name if value.source == "other" else "")

    for _, group in groupby(sorted(own, key=source), key=source):
        same = list(group)
        single = tuple(one for one in same if (span := span_of(one.year)) and span[0] == span[1])
        spans = tuple(one for one in same if (span := span_of(one.year)) and span[0] != span[1])
        apart = tuple(one for one in single if not any(_covers(stage, one) for stage in spans))
        parts = (*spans, *apart) if len(spans) + len(apart) > 1 and not set(_overlapping(same)) & {*spans} else single
        for whole in same:
            if whole.year == TOTAL and len(parts) > 1:
                yield whole, parts, _sum(whole, parts, "stages" if spans and parts is not single else "years")
        for stage in spans:
            first, last = span_of(stage.year) or (0, -1)
            within = tuple(one for one in single if _covers(stage, one))
            if len(within) == last - first + 1:
                yield stage, within, _sum(stage, within, "years")


def _covers(stage: Value, year: Value) -> bool:
    first, last = span_of(stage.year) or (0, -1)
    return first <= int(year.year) <= last


def _by_sources(own: Sequence[Value]) -> Iterator[tuple[Value, tuple[Value, ...], Sum]]:
    for year, group in groupby(sorted(own, key=lambda one: one.year), key=lambda one: one.year):
        same = list(group)
        parts = tuple(one for one in same if one.source != TOTAL)
        for whole in same:
            if whole.source == TOTAL and parts and year == whole.year:
                yield whole, parts, _sum(whole, parts, "sources")


def _sum(whole: Value, parts: Iterable[Value], kind: Parts) -> Sum:
    factor = ROUBLES[whole.unit] if whole.unit else Decimal(1)
    computed = sum((one.roubles for one in parts), Decimal(0)) / factor
    return Sum(
        whole.line,
        whole.source,
        whole.source_name,
        whole.year,
        whole.stage,
        kind,
        whole.amount,
        computed,
        whole.unit,
    )


def _overlapping(values: Sequence[Value]) -> Iterator[Value]:
    """Spans of years of one source that cover the same year twice."""
    alike: dict[tuple[str, ...], list[Value]] = {}
    for value in values:
        if span_of(value.year) and not value.of_which:
            alike.setdefault((value.line, value.source, value.stage), []).append(value)
    for same in alike.values():
        stated = {value.year for value in same}
        for one in same:
            first, last = span_of(one.year) or (0, 0)
            # Where each year of a stage is stated too, both split the same money, and their sum is compared.
            is_split = all(str(year) in stated for year in range(first, last + 1))
            for other in same if first < last else ():
                start, end = span_of(other.year) or (0, 0)
                is_part = is_split and start == end
                if other is not one and start <= last and first <= end and not is_part:
                    yield one
                    yield other
