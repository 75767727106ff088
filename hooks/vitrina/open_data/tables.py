"""The tables of a programme as rows of plain values: with ids, as they are read, or with names, as people read them."""

from collections.abc import Iterator, Sequence
from typing import Any

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Contents
from vitrina.dataset.tables import TABLES, Table
from vitrina.dataset.tables.translations import language_of
from vitrina.dataset.writing_cells import Plain, plain
from vitrina.pages.context import Context
from vitrina.pages.document_status import document_status
from vitrina.words import Words
from vitrina.words.catalogue import sentence

_NAMES = ("short_name", "name", "title")
"""The columns that name a row, the best first."""
_DOCUMENT = "document"


def rows_for_programs(contents: Contents) -> Iterator[Sequence[Plain]]:
    """The ids of the columns, then the table as it was read."""
    yield tuple(contents.columns)
    for row in contents.rows():
        yield [plain(contents.table, name, value) for name, value in zip(contents.columns, row, strict=True)]


def rows_for_people(contents: Contents, context: Context) -> Iterator[Sequence[Plain]]:
    """The titles of the columns, then their values as the pages name them.

    Behind the id of another row stands what that row is called. Each row of a programme says of which document it is,
    and what that document is worth.
    """
    words, table = context.words, contents.table
    naming = _Naming(contents, context)
    heads: list[str] = []
    columns: list[list[Plain]] = []
    for name, values in contents.columns.items():
        title, target = words.title(table.column(name).title), table.column(name).refers_to
        heads.append(head(contents.table, name, words))
        columns.append([naming.shown(name, value, place) for place, value in enumerate(values)])
        if names := naming.names_in(target):
            heads.append(words.say("{column}: название", column=title))
            columns.append([names.get(value) for value in values])
    if table.folder == "programme":
        count = len(columns[0])
        if _DOCUMENT not in table.names:
            heads.append(words.say("Документ"))
            columns.append([context.edition_title] * count)
        heads.append(words.say("Статус документа"))
        columns.append([document_status(context)] * count)
    yield heads
    yield from zip(*columns, strict=True)


def head(table: Table, column: str, words: Words) -> str:
    """The title of a column, with the unit of what is money."""
    title = words.title(table.column(column).title)
    if table.cell(column).kind != "amount":
        return title
    return words.say("{name}, {unit}", name=title, unit=words.unit("thousand"))


class _Naming:
    """What the values of one table are called in the language of the pages."""

    def __init__(self, contents: Contents, context: Context) -> None:
        self._table, self._context = contents.table, context
        key = ("id",) if "id" in contents.table.names else contents.table.key
        of_key = (contents.columns[name] for name in key)
        self._identities = ["-".join(map(str, identity)) for identity in zip(*of_key, strict=True)]

    def shown(self, column: str, value: Any, place: int) -> Plain:
        """The value of a row, by its place in the table."""
        cell, context = self._table.cell(column), self._context
        if not isinstance(value, str) or not value:
            total = plain(self._table, column, value)
            return context.words.say(sentence("итого")) if total == TOTAL else total
        if cell.kind == "source":
            return context.words.say(sentence("итого")) if value == TOTAL else self._source(value)
        if value in cell.choices:
            return context.words.message(cell.choices[value])
        return self._text(column, value, self._identities[place]) if cell.kind == "text" else value

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

    def _source(self, value: str) -> str:
        return self._context.dataset.city.source(value).name[self._context.words.language]

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
                return value

    def _own_text(self, table: str, identity: str, column: str) -> str | None:
        context = self._context
        if self._table.folder == "reference":
            found = context.dataset.texts.text_or_none(table, identity, column, context.words.language)
            return found.text if found else None
        return context.plain_or_none(table, identity, column)
