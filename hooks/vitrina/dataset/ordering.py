"""The order in which pages list the rows of a table: staff may sort the file as they like.

The numbers of the document decide; without them the column `sequence` does, if there is one, and then the ids."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.records import Records
from vitrina.dataset.tables.choices import (
    DOCUMENT_KINDS,
    GOAL_KINDS,
    INDICATOR_KINDS,
    LINE_KINDS,
    OBSERVATION_STAGES,
    PASSPORT_FIELDS,
    RULES,
    STAGES,
)

Key = Callable[[Any], Any]
_By = tuple[str, Key]
"""A column, and by what its different values are compared."""


def in_order(tables: Mapping[str, Records], sources: Sequence[str]) -> dict[str, Records]:
    """The tables of a programme, each with its rows in order. `sources` are those of the city, as it lists them."""
    found = dict(tables)

    def sort(name: str, *by: _By) -> None:
        if name in found:
            found[name] = _sorted(found[name], by)

    def listed(name: str) -> Key:
        """By the place of an id in a table that is in order already; nothing comes last."""
        ids = found[name].values["id"] if name in found else ()
        return _place({identity: at for at, identity in enumerate(ids)})

    sequence, stage = ("sequence", none_last), ("stage", _place(STAGES))
    sort("passport", ("field", _place(PASSPORT_FIELDS)), ("number", _as_is))
    sort("documents", ("sequence", _as_is), ("kind", _place(DOCUMENT_KINDS)), ("id", by_number))
    document = ("document", listed("documents"))
    sort("goals", ("kind", _place(GOAL_KINDS)), ("number", by_number), sequence, ("id", by_number))
    found["lines"] = _in_tree(found["lines"])
    line = ("line", listed("lines"))
    if "indicators" in found:
        continued = set(found["indicators"].values["continues"])
        # Of indicators with one number that which another continues stands last.
        by = (("number", by_number), ("id", lambda one: one in continued), sequence, ("id", by_number))
        sort("indicators", ("kind", _place(INDICATOR_KINDS)), *by)
    sort(
        "observations", ("indicator", listed("indicators")), ("group", bool), sequence,
        ("from", none_last), ("stage", _place(OBSERVATION_STAGES)), ("to", none_last), document, ("id", by_number),
    )  # fmt: skip
    kinds = dict(zip(found["lines"].values["id"], found["lines"].values["kind"], strict=True))
    kind = _place(LINE_KINDS)
    money = (
        ("stage", lambda one: one != "plan"), document, ("line", lambda one: kind(kinds.get(one))), line, stage,
        ("source", _place([TOTAL, *sources])), ("year", _none_first), ("of_which", by_number),
    )  # fmt: skip
    sort("money", *money, ("administrator", by_number))
    sort("expected_findings", *money, ("id", by_number))
    sort("completions", document, line, ("year", _as_is))
    sort("services", line, sequence, ("id", by_number))
    sort("assignments", ("service", listed("services")), document, ("year", _as_is), stage)
    linked = [one for name in ("goals", "lines", "indicators") if name in found for one in found[name].values["id"]]
    sort("links", ("from", _place(linked)), ("to", _place(linked)))
    for name in ("questions", "gaps", "contradictions"):
        sort(name, sequence)
    sort("corrections", ("mended", lambda day: -day.toordinal()), ("id", by_number))
    sort("glossary", ("id", by_number))
    sort("rules", ("field", _place(RULES)))
    sort("keywords", ("page", _as_is))
    return found


def by_number(printed: str | None) -> tuple[bool, list[tuple[bool, int, str]]]:
    """A key that puts "1.10" behind "1.9", and what is empty last."""
    pieces = re.findall(r"\d+|\D+", printed or "")
    return printed is None, [(False, int(piece), "") if piece.isdecimal() else (True, 0, piece) for piece in pieces]


def none_last(value: Any) -> tuple[bool, Any]:
    return (value is None, 0 if value is None else value)


def _none_first(value: Any) -> tuple[bool, Any]:
    return (value is not None, 0 if value is None else value)


def _as_is(value: Any) -> Any:
    return value


def _place(listed: Iterable[Any]) -> Key:
    places = {value: at for at, value in enumerate(listed)}
    return lambda value: places.get(value, len(places))


def _in_tree(lines: Records) -> Records:
    """Each line before its own parts: numbered ones by number, the others behind them."""
    columns = ("id", "parent", "number", "sequence")
    rows = {row[0]: row for row in zip(*(lines.values[name] for name in columns), strict=True)}

    def path(identity: str) -> list[Any]:
        _, parent, number, sequence = rows[identity]
        above = path(parent) if parent else []
        return [*above, (by_number(number), none_last(sequence), by_number(identity))]

    return _sorted(lines, [("id", path)])


def _sorted(records: Records, by: Iterable[_By]) -> Records:
    """By column, never by row: there may be half a million. A key is asked once for each different value."""
    ranks = [_ranks(records.values[column], key) for column, key in by]
    order = np.lexsort(ranks[::-1]).tolist()  # the last one is the first that it compares
    if order == list(range(len(order))):
        return records

    def moved(column: Sequence[Any]) -> list[Any]:
        return [column[index] for index in order]

    return replace(
        records,
        numbers=moved(records.numbers),
        raw={name: moved(column) for name, column in records.raw.items()},
        values={name: moved(column) for name, column in records.values.items()},
    )


def _ranks(values: Sequence[Any], key: Key) -> list[int]:
    """Values to whole numbers that compare as their keys do."""
    keyed = sorted(((key(value), value) for value in set(values)), key=itemgetter(0))
    ranks: dict[Any, int] = {}
    for at, (_, same) in enumerate(groupby(keyed, key=itemgetter(0))):
        ranks.update((value, at) for _, value in same)
    return [ranks[value] for value in values]
