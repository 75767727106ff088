"""The dataset's Russian texts, each with an address of its own, and the fingerprint that ties a translation to one."""

import hashlib
from collections.abc import Mapping

from vitrina.dataset.records import Records, Unread

PLACES = "places"
"""Stands for a table in the translations: the names of places in a document, which many rows share."""

_PLACE_COLUMNS = ("place", "other_place", "promised_place", "facts_until_place")
_QUOTED_COLUMNS = ("words", "other_words", "requisites_words", "facts_until_words", "promised_words", "number")

TextAddress = tuple[str, str, str]
"""Table, id of the row, column."""


def fingerprint(text: str) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the text, with every run of white space made one space."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def texts(tables: Mapping[str, Records]) -> dict[TextAddress, str]:
    """Every text that a translation may belong to."""
    found: dict[TextAddress, str] = {}
    for records in tables.values():
        table = records.table
        if table.name.startswith("translations"):
            continue
        key = ("id",) if "id" in table.names else table.key
        columns = [
            name
            for name in table.names
            if table.cell(name).kind == "text" and name not in _PLACE_COLUMNS + _QUOTED_COLUMNS
        ]
        for column in columns:
            for _, (value, *identity) in records.rows(column, *key):
                if value is not None:
                    found[table.name, "-".join(map(str, identity)), column] = value
    return found


def places(tables: Mapping[str, Records]) -> set[str]:
    """Every name of a place in a document."""
    return {
        place
        for records in tables.values()
        for column in _PLACE_COLUMNS
        if column in records.table.names
        for place in records.values[column]
        if place is not None and place is not Unread.CELL
    }
