"""What every form of metadata says of a column, from the one definition of the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from vitrina.dataset.cells import TOTAL, YEAR_OR_TOTAL
from vitrina.dataset.programme import City, Contents
from vitrina.dataset.tables import Table
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import as_it_is

DataType = Literal["string", "integer", "number", "date"]
_TYPES: Mapping[str, DataType] = {
    "year": "integer",
    "whole": "integer",
    "number": "number",
    "amount": "number",
    "date": "date",
}
"""By the kind of a cell; of every other kind it is text."""
YEAR_OR_TOTAL_PATTERN = rf"(19|20)\d\d|{TOTAL}"


@dataclass(frozen=True, slots=True)
class Described:
    """A column in words of one language. `pattern` is "" for any text, `unit` where the column has none of its own."""

    name: str
    title: str
    description: str
    type: DataType
    unit: str
    pattern: str
    choices: Mapping[str, str]
    """The ids that it may hold, each with its title; empty where it may hold others."""
    is_required: bool
    refers_to: str


def described(contents: Contents, city: City, words: Words) -> tuple[Described, ...]:
    """The columns of a table, in their order."""
    return tuple(_described(contents.table, name, city, words) for name in contents.columns)


def _described(table: Table, name: str, city: City, words: Words) -> Described:
    column, cell = table.column(name), table.cell(name)
    is_year_or_total = cell is YEAR_OR_TOTAL
    return Described(
        name=name,
        title=as_it_is(words.title(column.title)),
        description=as_it_is(words.message(column.description)),
        type="string" if is_year_or_total else _TYPES.get(cell.kind, "string"),
        unit=words.unit("thousand") if cell.kind == "amount" else "",
        pattern=YEAR_OR_TOTAL_PATTERN if is_year_or_total else "",
        choices=_choices(table, name, city, words),
        is_required=table.is_required(name),
        refers_to=column.refers_to,
    )


def _choices(table: Table, name: str, city: City, words: Words) -> Mapping[str, str]:
    cell = table.cell(name)
    if cell.kind == "source":
        total = words.say(sentence("итого"))
        return {**{source.id: source.name[words.language] for source in city.sources}, TOTAL: total}
    if cell.kind != "choice":  # words of the tables' own may stand beside the ids
        return {}
    return {key: as_it_is(words.message(title)) for key, title in cell.choices.items()}


def key_of(table: Table) -> tuple[tuple[str, ...], bool]:
    """The columns that tell the rows apart, and whether none of them may be empty: only then is it a primary key."""
    return table.key, all(map(table.is_required, table.key))
