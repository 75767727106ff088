"""The rows of a programme's tables as JSON values: every field is there in every row, and what is absent is null."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from vitrina.dataset.programme import Programme
from vitrina.dataset.tables import MONEY, Table
from vitrina.dataset.tables.shared import FIGURE_IN_WORDS
from vitrina.measures.amounts import or_none
from vitrina.measures.ledger import ledger
from vitrina.measures.programme_measures import measures_of
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.numbers import Language

Value = str | int | float | bool | list[str] | dict[str, dict[str, str]] | None
Values = dict[str, Value]
IN_FORCE = "in_force"
ROW = "row"
KOPECKS = "kopecks"
TRANSLATIONS = "translations"
WITH_FORCE = ("money", "observations")
"""The tables of which a later document may restate a row."""


def fields_of(table: Table) -> tuple[str, ...]:
    """The columns of a table that the files have; not what only helps to check it."""
    return tuple(name for name, column in table.columns.items() if column is not FIGURE_IN_WORDS)


def rows_of(programme: Programme, table: Table, languages: Collection[Language]) -> list[Values]:
    """All rows of a table, in its order, with their rows in the published files and translations into `languages`."""
    if table is MONEY:
        in_force, places = set(ledger(programme).money.index), _places(programme.money.index)
        return [
            {ROW: places[row], **values, IN_FORCE: row in in_force}
            for row, values in zip(programme.money.index.tolist(), money_values(programme.money), strict=True)
        ]
    rows = []
    current = {row.id for row in ledger(programme).observations}
    places = _places(row.row for row in getattr(programme, table.name))
    for row in getattr(programme, table.name):
        values = {ROW: places[row.row], **row_values(programme, table, row, fields_of(table))}
        if table.name in WITH_FORCE:
            values[IN_FORCE] = row.id in current
        values[TRANSLATIONS] = dict(_translations(programme, table, row.id, languages))
        rows.append(values)
    return rows


def _places(numbers: Iterable[int]) -> Mapping[int, int]:
    """The row of a file of the dataset to its row in the files that are given away, which have no blank ones."""
    return {number: place for place, number in enumerate(sorted(numbers), start=2)}


def row_values(programme: Programme, table: Table, row: Any, names: Collection[str]) -> Values:
    """Some fields of a row; our own words have their figures filled in."""
    filled = measures_of(programme).filling.text_or_none
    cells = table.cells_of(row)
    values: Values = {}
    for name in names:
        text = filled(table.name, row.id, name, SOURCE_LANGUAGE) if table.column(name).plain else None
        values[name] = text.text if text else as_json(cells[name])
    return values


def money_values(money: pd.DataFrame) -> Iterator[Values]:
    """Rows of the table money, without their numbers, read by column: there may be half a million."""
    columns: dict[str, Sequence[Value]] = {}
    for name in fields_of(MONEY):
        if name == "amount":
            kopecks = or_none(money[KOPECKS])
            columns |= {name: [None if value is None else thousands(value) for value in kopecks], KOPECKS: kopecks}
        else:
            columns[name] = [as_json(value) for value in or_none(money[name])]
    is_administrator, is_all = money["is_administrator"].tolist(), money["of_which_all"].tolist()
    parts = columns["of_which"]  # the name of an administrator too
    columns["of_which_all"] = [
        ("all" if all_ else "some") if part else None for part, all_ in zip(parts, is_all, strict=True)
    ]
    columns["of_which"] = [None if one else part for part, one in zip(parts, is_administrator, strict=True)]
    for row in zip(*columns.values(), strict=True):
        yield dict(zip(columns, row, strict=True))


def thousands(kopecks: int) -> str:
    """Thousand roubles, exact: «12598.60», «0.00001»."""
    return f"{Decimal(kopecks).scaleb(-5).normalize() + Decimal('0.00'):f}"


def as_json(value: Any) -> Value:
    """A cell; what an empty one stands for is null."""
    match value:
        case None | "" | ():
            return None
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case int() | str():
            return value
        case _:
            raise TypeError(f"no JSON for {value!r}")


def _translations(
    programme: Programme, table: Table, identity: str, languages: Collection[Language]
) -> Iterator[tuple[Language, dict[str, str]]]:
    """By language, the fields of a row that have a good translation."""
    filled = measures_of(programme).filling.text_or_none
    for language in languages:
        found = {
            name: text.text
            for name in table.translated("row")
            if (text := filled(table.name, identity, name, language)) and text.language == language
        }
        if found:
            yield language, found
