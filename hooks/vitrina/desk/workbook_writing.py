"""Writes a workbook for filling in: a sheet a table, lists to choose from, and cells that refuse what cannot be."""

import datetime
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from vitrina.dataset.cells import Cell
from vitrina.dataset.programme import City
from vitrina.dataset.records import Unreadable
from vitrina.dataset.tables import MONEY, Table
from vitrina.dataset.tables.sheet_names import column_head, sheet_name
from vitrina.dataset.writing_cells import Plain
from vitrina.desk.entry_sheets import COLUMNS, EntrySheet, entry_sheet, heads_of
from vitrina.desk.filled_tables import FilledTable
from vitrina.open_data.spreadsheet import HEAD_ROW, Formats, Sheet, write_sheet
from vitrina.pages.named_values import named
from vitrina.words import Words
from vitrina.words.catalogue import sentence

_ROOM = 500
"""Rows below the last one that are ready to be filled in."""
_LARGEST = 10**13
_FIRST_DAY, _LAST_DAY = datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)
_YEARS = range(1990, 2100)
_FIGURE = {"validate": "decimal", "criteria": "between", "minimum": -_LARGEST, "maximum": _LARGEST}
_RULES: Mapping[str, Mapping[str, Any]] = {
    "amount": _FIGURE,
    "number": _FIGURE,
    "whole": {"validate": "integer", "criteria": ">=", "value": 1},
    "date": {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY},
}
"""By the kinds of cells."""
_MADE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001  the format asks for a time; always this one, so that bytes are equal
LISTS = sentence("Списки")
_LONGEST_TITLE, _LONGEST_NOTE = 32, 250  # characters: what Excel shows beside a cell


def workbook_to_fill(tables: Sequence[FilledTable], city: City, words: Words) -> bytes:
    """The same tables give the same bytes."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        writer = _Writer(book, tables, city, words)
        for filled in tables:
            writer.write(filled)
        writer.write_lists()
    return made.getvalue()


class _Writer:
    """One workbook. Lists of choices stand on a sheet of their own, a column each: Excel's own lists are too short."""

    def __init__(self, book: Workbook, tables: Sequence[FilledTable], city: City, words: Words) -> None:
        self._book, self._city, self._words = book, city, words
        self._formats = Formats(book)
        self._as_text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self._lists: dict[tuple[Plain, ...], str] = {}
        self._tables = {filled.table.name: filled for filled in tables}

    def write(self, filled: FilledTable) -> None:
        table, words = filled.table, self._words
        name = sheet_name(table, words)
        page = self._book.add_worksheet(name)
        heads = [column_head(table, column, words) for column in filled.columns]
        rows = list(_rows(filled, self._city, words))
        title, note = words.message(table.title), words.message(table.description)
        widths = write_sheet(page, Sheet(name, table.name, title, note, heads, rows), self._formats)
        self._guard(page, table, filled.columns, widths, len(rows))
        if entry := entry_sheet(filled, words) if table.name in COLUMNS else None:
            self._write_entry(entry)

    def _write_entry(self, entry: EntrySheet) -> None:
        table, words = entry.table, self._words
        page = self._book.add_worksheet(entry.name)
        columns = COLUMNS[table.name]
        rows: list[list[Plain]] = [
            [
                *(named(table, name, row[name], self._city, words) if name in row else None for name in columns),
                *([None] * len(entry.years)),
            ]
            for row in entry.rows
        ]
        sheet = Sheet(entry.name, f"new_{table.name}", entry.name, entry.note, heads_of(entry, words), rows)
        widths = write_sheet(page, sheet, self._formats)
        self._guard(page, table, columns, widths, len(rows))
        figure = "amount" if table is MONEY else "value"
        for place in range(len(columns), len(columns) + len(entry.years)):
            self._refuse_others(page, table, figure, place, len(rows))

    def write_lists(self) -> None:
        page = self._book.add_worksheet(self._words.say(LISTS))
        for place, listed in enumerate(self._lists):
            page.write_column(0, place, listed)
            page.set_column(place, place, 30)

    def _guard(self, page: Worksheet, table: Table, columns: Sequence[str], widths: Sequence[int], count: int) -> None:
        """Explain each column at its head, and refuse in its cells what cannot be."""
        for place, name in enumerate(columns):
            explained = self._words.message(table.column(name).description)
            page.write_comment(HEAD_ROW, place, explained, {"x_scale": 3, "y_scale": 2})
            if not self._refuse_others(page, table, name, place, count):
                page.set_column(place, place, widths[place], self._as_text)

    def _refuse_others(self, page: Worksheet, table: Table, name: str, place: int, count: int) -> bool:
        """Whether there is anything that the cells of the column refuse; where not, they are text."""
        column, words, rule = table.column(name), self._words, self._rule(table, name)
        if rule is None:
            return False
        explained = words.message(column.description)
        short = explained if len(explained) <= _LONGEST_NOTE else f"{explained[: _LONGEST_NOTE - 1]}…"
        title = words.title(column.title)[:_LONGEST_TITLE]
        told = {"input_title": title, "input_message": short, "error_title": title, "error_message": short}
        page.data_validation(HEAD_ROW + 1, place, HEAD_ROW + count + _ROOM, place, {**rule, **told})
        return True

    def _rule(self, table: Table, name: str) -> Mapping[str, Any] | None:
        """What Excel lets into the cells of a column; None where that may be any text."""
        if target := table.column(name).refers_to:
            # A row may be named before it is there: Excel asks whether that is meant, and the reader checks it.
            return {"validate": "list", "source": self._ids(target), "error_type": "warning"}
        if listed := self._choices(table.cell(name)):
            is_free = table.cell(name).kind == "text"  # ids, or words of one's own
            strict = "information" if is_free else "stop"
            return {"validate": "list", "source": self._list(listed), "error_type": strict}
        return _RULES.get(table.cell(name).kind)

    def _choices(self, cell: Cell) -> list[Plain]:
        words = self._words
        total = words.say(sentence("итого"))
        match cell.kind:
            case "source":
                return [*(source.name[words.language] for source in self._city.sources), total]
            case "year":
                return [total, *_YEARS]
            case _:
                return [words.message(title) for title in cell.choices.values()]

    def _list(self, listed: Sequence[Plain]) -> str:
        column = self._lists.setdefault(tuple(listed), xl_col_to_name(len(self._lists)))
        return f"='{self._words.say(LISTS)}'!${column}$1:${column}${len(listed)}"

    def _ids(self, table: str) -> str:
        """The cells in which the rows of another table have their ids."""
        filled = self._tables[table]
        column = xl_col_to_name(filled.columns.index("id"))
        last = HEAD_ROW + 1 + len(filled.records.numbers) + _ROOM
        return f"='{sheet_name(filled.table, self._words)}'!${column}${HEAD_ROW + 2}:${column}${last}"


def _rows(filled: FilledTable, city: City, words: Words) -> Iterator[list[Plain]]:
    """Each cell as its value; a cell that cannot be read as it stands, to be mended there."""
    records = filled.records
    for index in range(len(records.numbers)):
        row: list[Plain] = []
        for name in filled.columns:
            value = records.values[name][index]
            if value is Unreadable.CELL:
                row.append(records.raw[name][index] if name in records.raw else None)
            else:
                row.append(named(filled.table, name, value, city, words))
        yield row
