"""The dataset's Russian texts, each with an address of its own, and the fingerprint that ties a translation to one."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from vitrina.dataset.records import Records, Unreadable
from vitrina.dataset.tables.translations import language_of

PLACES = "places"
"""Stands for a table in the translations: the names of places in a document, which many rows share."""
PHRASES = "phrases"
"""The same for other words that many rows share: an administrator, a reason, the name of an «of which» row, a theme."""

TextAddress = tuple[str, str, str]
"""Table, id of the row, column."""


@lru_cache(maxsize=10_000)  # several checks ask for that of the same text
def digest(text: str) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the text, with every run of white space made one space."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def fingerprint(text: str) -> str:
    """The digest as a table has it, behind an «x»: Excel takes 404812345678 and 12345678901e for numbers."""
    return f"x{digest(text)}"


def translations_of(tables: Mapping[str, Records]) -> Iterator[Records]:
    """Of some tables those that translate the others, one for each language."""
    return (records for records in tables.values() if language_of(records.table))


def texts(tables: Mapping[str, Records]) -> dict[TextAddress, str]:
    """Every text that a translation may belong to."""
    return {address: text for address, (text, _) in placed_texts(tables).items()}


def placed_texts(tables: Mapping[str, Records]) -> dict[TextAddress, tuple[str, int]]:
    """The same with the number of each text's row as a spreadsheet shows it."""
    found: dict[TextAddress, tuple[str, int]] = {}
    for records in tables.values():
        table = records.table
        if language_of(table):
            continue
        key = ("id",) if "id" in table.names else table.key
        for column in table.translated("row"):
            for index, (value, *identity) in records.rows(column, *key):
                if value:
                    found[table.name, "-".join(map(str, identity)), column] = (value, records.numbers[index])
    return found


def places(tables: Mapping[str, Records]) -> set[str]:
    """Every name of a place in a document."""
    return _shared(tables, "place")


def phrases(tables: Mapping[str, Records]) -> set[str]:
    """Every run of words that many rows may share."""
    return _shared(tables, "words")


def _shared(tables: Mapping[str, Records], how: str) -> set[str]:
    return {
        text
        for records in tables.values()
        for column in records.table.translated(how)
        for text in set(records.values[column])
        if text and text is not Unreadable.CELL
    }
