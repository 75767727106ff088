"""The tables of a programme as rows of plain values: with ids, as they are read, or with names, as people read them."""

from collections.abc import Iterator, Sequence

from vitrina.dataset.programme import City, Contents
from vitrina.dataset.tables.sheet_names import column_head
from vitrina.dataset.writing_cells import Plain, plain
from vitrina.pages.context import Context
from vitrina.pages.document_status import document_status
from vitrina.pages.named_values import NamedValues, named
from vitrina.words import Words

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
    naming = NamedValues(contents, context)
    heads: list[str] = []
    columns: list[list[Plain]] = []
    for name, values in contents.columns.items():
        title, target = words.title(table.column(name).title), table.column(name).refers_to
        heads.append(column_head(table, name, words))
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


def plain_rows(contents: Contents, names: Sequence[str], city: City, words: Words) -> Iterator[Sequence[Plain]]:
    """Some columns of a table as it was read, with its ids of choices and sources called by their titles."""
    values = [contents.columns[name] for name in names]
    for row in zip(*values, strict=True):
        yield [named(contents.table, name, value, city, words) for name, value in zip(names, row, strict=True)]
