"""All tables of a programme as one workbook: to be looked at, reckoned with, and read as a dataset again."""

import datetime
import io

from xlsxwriter import Workbook

from vitrina.dataset.programme import Contents
from vitrina.dataset.tables.sheet_names import column_head, resource_name, sheet_name
from vitrina.open_data.notes import columns_described, notes
from vitrina.open_data.spreadsheet import HEAD_ROW, Formats, Sheet, write_sheet
from vitrina.open_data.tables import plain_rows
from vitrina.pages.context import Context
from vitrina.pages.data_files import contents_of
from vitrina.pages.document_status import document_status
from vitrina.words.foreign import as_it_is


def workbook(context: Context) -> bytes:
    """The same data gives the same bytes: it is dated by the last day of which its documents tell."""
    words, made = context.words, io.BytesIO()
    first = words.say("Содержание")
    sheets = [_notes(context), _dictionary(context), *(_of_table(context, each) for each in contents_of(context))]
    listed = Sheet(
        first,
        "contents",
        as_it_is(context.programme_name),
        as_it_is(document_status(context)),
        (words.say("Лист"), words.say("Что на нём"), words.say("Строк")),
        [(sheet.name, sheet.note, len(sheet.rows)) for sheet in sheets],
    )
    with Workbook(made, {"in_memory": True}) as book:
        told = {"title": listed.title, "comments": listed.note}
        book.set_properties(
            {**told, "created": datetime.datetime.combine(context.programme.known_until, datetime.time())}
        )
        formats = Formats(book)
        for sheet in (listed, *sheets):
            page = book.add_worksheet(sheet.name)
            write_sheet(page, sheet, formats)
            if sheet is listed:
                page.write_string(2, 0, words.say("Таблица на каждом листе начинается с четвёртой строки."))
                for place, (name, *_) in enumerate(listed.rows, start=HEAD_ROW + 1):
                    page.write_url(place, 0, f"internal:'{name}'!A1", formats.link, str(name))
            else:
                page.write_url(2, 0, f"internal:'{first}'!A1", formats.link, first)
    return made.getvalue()


def _of_table(context: Context, contents: Contents) -> Sheet:
    """Columns that are empty throughout are left out, where the dataset may go without them."""
    table, words = contents.table, context.words
    kept = [
        name
        for name, values in contents.columns.items()
        if not table.column(name).may_be_absent or any(value not in (None, "", ()) for value in values)
    ]
    return Sheet(
        sheet_name(table, words),
        resource_name(table),
        as_it_is(words.message(table.title)),
        as_it_is(words.message(table.description)),
        [as_it_is(column_head(table, name, words)) for name in kept],
        list(plain_rows(contents, kept, context.dataset.city, words)),
    )


def _notes(context: Context) -> Sheet:
    words = context.words
    title = words.say("Примечания")
    told = words.say("Почему ячейка пуста и как читать таблицы.")
    return Sheet(title, "notes", title, told, (words.say("О чём"), words.say("Что нужно знать")), notes(context))


def _dictionary(context: Context) -> Sheet:
    words = context.words
    title = words.say("Описание столбцов")
    heads, rows = columns_described(context)
    return Sheet(title, "dictionary", title, words.say("Что значит каждый столбец каждой таблицы."), heads, rows)
