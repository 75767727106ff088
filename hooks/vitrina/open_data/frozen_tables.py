"""The tables as they were in force with each edition, as CSV: the rows of the edition's JSON, in both forms."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from vitrina.dataset.tables import INDICATORS, LINES, Table
from vitrina.dataset.tables.sheet_names import column_head
from vitrina.dataset.writing_cells import Plain
from vitrina.open_data.delimited import for_people, for_programs
from vitrina.open_data.frozen_editions import frozen_editions, frozen_fields
from vitrina.open_data.json_rows import KOPECKS, Value, Values
from vitrina.pages.context import Context
from vitrina.pages.data_files import is_made_here
from vitrina.pages.named_values import named
from vitrina.pages.program_files import frozen_tables

_NAMED = (LINES, INDICATORS)


def frozen_csv(context: Context) -> Iterator[tuple[str, bytes]]:
    """Path and content of those that the site of the context's language has."""
    contents = dict(frozen_editions(context.programme))
    for one in frozen_tables(context):
        edition = contents[one.edition]
        rows = edition[one.table.name]
        for file in one.files:
            if not is_made_here(context, file):
                continue
            if file.form == "for-people":
                names = {table.name: {row["id"]: row["name"] for row in edition[table.name]} for table in _NAMED}
                titles = {**names, "documents": context.document_titles}
                written = _for_people(context, one.table, rows, titles, context.document_titles[one.edition])
                yield file.path, for_people(written, context.words.language)
            else:
                yield file.path, for_programs(_for_programs(one.table, rows))


def _for_programs(table: Table, rows: Sequence[Values]) -> Iterator[Sequence[Plain]]:
    """By the names of the JSON's fields; kopecks are left out, because amounts are exact."""
    names = frozen_fields(table)
    yield names
    for row in rows:
        yield [_exact(row[name]) for name in names]


def _for_people(
    context: Context, table: Table, rows: Sequence[Values], titles: Mapping[str, Mapping[str, str]], edition: str
) -> Iterator[Sequence[Plain]]:
    """By the titles of the columns, with the names of what the ids stand for behind them, and the edition last."""
    words, city, names = context.words, context.dataset.city, frozen_fields(table)
    targets = {name: titles[target] for name in names if (target := table.column(name).refers_to) in titles}
    heads: list[Plain] = []
    for name in names:
        heads.append(column_head(table, name, words))
        if name in targets:
            heads.append(words.say("{column}: название", column=words.title(table.column(name).title)))
    yield [*heads, words.say("Редакция")]
    for row in rows:
        cells: list[Plain] = []
        for name in names:
            is_amount = table.cell(name).kind == "amount"
            cells.append(named(table, name, row[KOPECKS] if is_amount else _exact(row[name]), city, words))
            if name in targets:
                cells.append(targets[name].get(str(row[name])))
        yield [*cells, edition]


def _exact(value: Value) -> Plain:
    """A value of the JSON as a cell: its numbers are printed as the tables have them."""
    match value:
        case float():
            return Decimal(str(value))
        case list():
            return ",".join(value)
        case dict():
            raise TypeError("translations are no cell")
        case _:
            return value
