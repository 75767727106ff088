"""What stands in a row of a table as people read it: sources, choices and rows by their names, texts translated."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import City, Contents
from vitrina.dataset.tables import TABLES, Table
from vitrina.dataset.tables.sheet_names import column_head
from vitrina.dataset.tables.translations import language_of
from vitrina.dataset.writing_cells import Plain, plain
from vitrina.pages.context import Context
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import untranslated
from vitrina.words.numbers import decimals_of

_NAMES = ("short_name", "name", "title")
"""The columns that name a row, the best first."""


def listed(context: Context, table: Table, identity: str) -> tuple[tuple[str, str], ...]:
    """Title and value of the cells that are to be shown where a page tells of the row, as the definition says."""
    if not table.shown:
        return ()
    contents = next(one for one in context.dataset.contents(context.programme) if one.table is table)
    return tuple(_listed(contents, context, [*contents.columns["id"]].index(identity)))


def _listed(contents: Contents, context: Context, place: int) -> Iterator[tuple[str, str]]:
    naming, words = NamedValues(contents, context), context.words
    for name in contents.table.shown:
        value = naming.shown(name, contents.columns[name][place], place)
        if value is not None:
            yield column_head(contents.table, name, words), _written(value, words)


def _written(value: Plain, words: Words) -> str:
    match value:
        case Decimal() | int():
            return words.number(value, decimals_of(value))
        case date():
            return words.date(value)
        case _:
            return str(value)


def named(table: Table, column: str, value: Any, city: City, words: Words) -> Plain:
    """A value as people call it; the words of the tables themselves are what they are."""
    cell, written = table.cell(column), plain(table, column, value)
    if written == TOTAL and cell.kind in ("source", "year"):
        return words.say(sentence("итого"))
    if cell.kind == "source" and isinstance(written, str):
        return city.source(written).name[words.language]
    return words.message(cell.choices[written]) if isinstance(written, str) and written in cell.choices else written


class NamedValues:
    """What the values of one table are called in the language of the pages."""

    def __init__(self, contents: Contents, context: Context) -> None:
        self._table, self._context = contents.table, context
        key = ("id",) if "id" in contents.table.names else contents.table.key
        of_key = (contents.columns[name] for name in key)
        self._identities = ["-".join(map(str, identity)) for identity in zip(*of_key, strict=True)]

    def shown(self, column: str, value: Any, place: int) -> Plain:
        """The value of a row, by its place in the table."""
        cell, context = self._table.cell(column), self._context
        if cell.kind == "text" and value and value not in cell.choices:
            return self._text(column, value, self._identities[place])
        return named(self._table, column, value, context.dataset.city, context.words)

    def names_in(self, table: str) -> dict[str, str]:
        """What the rows of another table are called, by id; empty where they have no names."""
        target = next((one for one in TABLES if one.name == table), None)
        columns = [name for name in _NAMES if target and name in target.names]
        ids = self._context.programme.tables.get(table, {}).get("id", ()) if columns else ()
        found: dict[str, str] = {}
        for identity in ids:
            texts = (self._own_text(table, identity, name) for name in columns)
            found[identity] = next((text for text in texts if text), "")
        return found

    def _text(self, column: str, value: str, identity: str) -> str:
        programme, language = self._context.programme, self._context.words.language
        if language_of(self._table):
            return value
        match self._table.column(column).translated:
            case "place":
                return programme.place(value, language).text
            case "words":
                return programme.phrase(value, language).text
            case "row":
                return self._own_text(self._table.name, identity, column) or value
            case _:
                return untranslated(value, language)

    def _own_text(self, table: str, identity: str, column: str) -> str:
        """ "" of a cell that is empty."""
        context = self._context
        if self._table.folder == "reference":
            found = context.dataset.texts.text_or_none(table, identity, column, context.words.language)
            return found.text if found else ""
        return context.plain_or_empty(table, identity, column)
