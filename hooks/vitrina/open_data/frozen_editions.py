"""What was in force with each edition, for whoever cites it: a later edition changes nothing of it.

Only what these documents state: no numbers of rows, no words of ours, no place in a document that came later.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from vitrina.dataset.programme import City, Document, Programme
from vitrina.dataset.tables import DOCUMENTS, INDICATORS, LINES, MONEY, OBSERVATIONS, Table
from vitrina.measures.editions import published_editions
from vitrina.measures.ledger import Ledger, ledger_with
from vitrina.open_data.json_rows import Values, fields_of, money_values, row_values
from vitrina.open_data.json_schema import Schema, columns_schema, described_rows, object_schema
from vitrina.words import Words

_DOCUMENT = (
    "id", "kind", "title", "date", "date_status", "number", "number_status", "requisites_words", "covers",
    "facts_until", "sha256", "adoption",
)  # fmt: skip
_LINE = ("id", "parent", "kind", "number", "name")
_INDICATOR = ("id", "kind", "number", "name", "line", "unit")
_OBSERVATION = (
    "id", "indicator", "group", "part_of", "from", "to", "period_status", "stage", "sign", "value", "upper", "status",
    "document", "place", "words",
)  # fmt: skip
_FIELDS: Mapping[Table, tuple[str, ...]] = {
    LINES: _LINE,
    MONEY: fields_of(MONEY),
    INDICATORS: _INDICATOR,
    OBSERVATIONS: _OBSERVATION,
}


def frozen_fields(table: Table) -> tuple[str, ...]:
    """The columns of a table that stay as they were with an edition."""
    return next(names for one, names in _FIELDS.items() if one.name == table.name)


def frozen_editions(programme: Programme) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The id of each edition, and all that was in force with it."""
    for edition in published_editions(programme.documents):
        yield edition.id, _frozen(programme, edition, ledger_with(programme, edition))


def _frozen(programme: Programme, edition: Document, in_force: Ledger) -> Mapping[str, Any]:
    observations = in_force.observations
    measured = {row.indicator for row in observations}
    indicators = [one for one in programme.indicators if one.id in measured]
    measured_lines = (one.line for one in indicators if one.line)
    lines = programme.with_parents([programme.line.id, *in_force.money["line"].unique(), *measured_lines])
    rows = {
        LINES: [row_values(programme, LINES, row, _LINE) for row in programme.lines if row.id in lines],
        MONEY: list(money_values(in_force.money)),
        INDICATORS: [row_values(programme, INDICATORS, row, _INDICATOR) for row in indicators],
        OBSERVATIONS: [row_values(programme, OBSERVATIONS, row, _OBSERVATION) for row in observations],
    }
    return {
        "edition": row_values(programme, DOCUMENTS, edition, _DOCUMENT),
        **{table.name: sorted(listed, key=partial(_key, table)) for table, listed in rows.items()},
    }


def _key(table: Table, row: Values) -> tuple[str, ...]:
    """Staff may sort a table as they like."""
    return tuple(str(row[name] or "") for name in table.key)


def edition_schema(city: City, words: Words) -> dict[str, Schema]:
    """Of its fields."""
    document = columns_schema(DOCUMENTS, _DOCUMENT, city, words)
    return {
        "edition": object_schema(document),
        **{
            table.name: described_rows(table, columns_schema(table, names, city, words), words)
            for table, names in _FIELDS.items()
        },
    }
