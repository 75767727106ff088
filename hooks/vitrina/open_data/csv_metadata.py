"""The tables for programs described as CSV on the Web: https://www.w3.org/TR/tabular-metadata/."""

import json
import posixpath
import re
from typing import Any

from vitrina.addresses import TableFiles
from vitrina.dataset.programme import Contents
from vitrina.dataset.tables.sheet_names import resource_name
from vitrina.open_data.column_descriptions import Described, described, key_of
from vitrina.pages.context import Context
from vitrina.pages.data_files import contents_of
from vitrina.words.foreign import as_it_is

_TYPES = {"string": "string", "integer": "integer", "number": "decimal", "date": "date"}


def csv_metadata(context: Context) -> bytes:
    """It lies beside the tables, under the name where those look for it who have only these."""
    licence = context.dataset.city.licence
    described_tables = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": context.words.language}],
        "dc:title": as_it_is(context.programme_name),
        "dc:license": licence.address or licence.name[context.words.language],
        "tables": [_table(context, contents) for contents in contents_of(context)],
    }
    return f"{json.dumps(described_tables, ensure_ascii=False, indent=1)}\n".encode()


def _table(context: Context, contents: Contents) -> dict[str, Any]:
    table, words = contents.table, context.words
    columns = described(contents, context.dataset.city, words)
    key, is_primary = key_of(table)
    # Where a cell is empty, the standard sees a reference to nothing.
    referring = (column for column in columns if column.refers_to in _names(context) and column.is_required)
    foreign = [_foreign_key(context, column) for column in referring]
    return {
        "url": _file(context, resource_name(table)),
        "dc:title": as_it_is(words.message(table.title)),
        "dc:description": as_it_is(words.message(table.description)),
        "tableSchema": {
            "columns": [_column(column) for column in columns],
            **({"primaryKey": list(key)} if is_primary else {}),
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _column(column: Described) -> dict[str, Any]:
    """The head of a file has the id alone: as a title in no language, it is held against the file."""
    pattern = column.pattern or "|".join(map(re.escape, column.choices))
    datatype = {"base": _TYPES[column.type], "format": pattern} if pattern else _TYPES[column.type]
    return {
        "name": column.name,
        "titles": {"und": column.name},
        "dc:title": column.title,
        "dc:description": column.description,
        "datatype": datatype,
        "required": column.is_required,
        **({"schema:unitText": column.unit} if column.unit else {}),
    }


def _foreign_key(context: Context, column: Described) -> dict[str, Any]:
    return {
        "columnReference": column.name,
        "reference": {"resource": _file(context, column.refers_to), "columnReference": "id"},
    }


def _names(context: Context) -> set[str]:
    return {resource_name(each.table) for each in contents_of(context)}


def _file(context: Context, name: str) -> str:
    return posixpath.basename(TableFiles(context.programme.id).csv_for_programs(name))
