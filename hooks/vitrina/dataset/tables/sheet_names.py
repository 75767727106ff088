"""How a table and its columns are called in a workbook that holds every table, in each language."""

from collections.abc import Iterable, Mapping
from functools import cache

from vitrina.dataset.tables import PROGRAMME_TABLES, TABLES, Table
from vitrina.words import LANGUAGES, Words


def resource_name(table: Table) -> str:
    """The name of a table among those of its programme and those that all programmes share."""
    is_taken = table.folder == "reference" and any(table.name == one.name for one in PROGRAMME_TABLES)
    return f"reference-{table.name}" if is_taken else table.name


def sheet_name(table: Table, words: Words) -> str:
    """The title of the table; its name, where several tables have one title."""
    is_shared = sum(one.title == table.title for one in TABLES) > 1
    return resource_name(table) if is_shared else words.message(table.title)


def column_head(table: Table, column: str, words: Words) -> str:
    """The title of a column, with the unit of what is money."""
    title = words.title(table.column(column).title)
    if table.cell(column).kind != "amount":
        return title
    return words.say("{name}, {unit}", name=title, unit=words.unit("thousand"))


def sheet_names(table: Table) -> frozenset[str]:
    """All names that the sheet of a table may have."""
    return frozenset(sheet_name(table, Words(language)) for language in LANGUAGES)


@cache
def _heads(table: str, folder: str) -> Mapping[str, str]:
    [found] = [one for one in TABLES if (one.name, one.folder) == (table, folder)]
    named = {column_head(found, name, Words(language)): name for language in LANGUAGES for name in found.names}
    return {**named, **{name: name for name in found.names}}


def columns_named(table: Table, heads: Iterable[str]) -> list[str]:
    """The names of the columns that are called so; what is no column's head stays as it is."""
    known = _heads(table.name, table.folder)
    return [known.get(head.strip(), head) for head in heads]
