"""What happens to a table that is kept as a workbook: typed cells, other sheets, shows of numbers that are not them."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from battery.mutations import Content, Mutation, Stands, contents, table_bytes

_NUMBER = re.compile(r"-?\d+(?:,\d+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TYPED = {"amount", "number", "year", "whole"}

Spoil = Callable[[Worksheet], None]
"""Spoils the sheet of a table, or the workbook around it."""


def workbook_mutations() -> Iterator[Mutation]:
    for content in contents():
        for kind, spoil in _OF_BOOKS.items():
            yield _instead(content, f"workbook {kind}", partial(_saved, content, spoil))
        yield from _beside(content)
        yield from _of_cells(content)


def _instead(content: Content, kind: str, data: Stands) -> Mutation:
    file = content.file.removesuffix(".csv") + ".xlsx"
    return Mutation(kind, file, {content.file: None, file: data})


def book_of(content: Content, typed: bool = True) -> tuple[Workbook, Worksheet]:
    """The table as Excel holds it: numbers and days as such, where the columns are of them."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = content.table.name[:31]
    sheet.append(list(content.header))
    for row in content.rows:
        sheet.append(
            [
                _value(content, name, text) if typed else text or None
                for name, text in zip(content.header, row, strict=True)
            ]
        )
    return book, sheet


def _value(content: Content, column: str, text: str) -> str | float | date | None:
    kind = content.table.cell(column).kind
    if kind in _TYPED and _NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    if kind == "date" and _DAY.fullmatch(text):
        return date.fromisoformat(text)
    return text or None


def _bytes(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _saved(content: Content, spoil: Spoil) -> bytes:
    book, sheet = book_of(content)
    spoil(sheet)
    return _bytes(book)


def _nothing(sheet: Worksheet) -> None:
    """The workbook as it should be."""


def _notes_behind(sheet: Worksheet) -> None:
    sheet.parent.create_sheet("Заметки").append(["Позвонить в бухгалтерию"])


def _empty_before(sheet: Worksheet) -> None:
    sheet.parent.create_sheet("Лист1", 0)


def _empty_before_another_name(sheet: Worksheet) -> None:
    sheet.title = "Данные"
    sheet.parent.create_sheet("Лист1", 0)


def _another_name(sheet: Worksheet) -> None:
    sheet.title = "Лист1"


def _two_tables(sheet: Worksheet) -> None:
    """Which of the two is meant, nobody says."""
    sheet.title = "2020"
    other = sheet.parent.copy_worksheet(sheet)
    other.title = "2021"


def _draft_before(sheet: Worksheet) -> None:
    draft = sheet.parent.copy_worksheet(sheet)
    draft.title = "Черновик"
    draft.delete_rows(2)
    sheet.parent.move_sheet(draft, -1)


def _draft_before_nameless(sheet: Worksheet) -> None:
    sheet.title = "Лист2"
    _draft_before(sheet)


def _hidden_draft(sheet: Worksheet) -> None:
    _draft_before(sheet)
    sheet.parent["Черновик"].sheet_state = "hidden"


def _hidden_draft_nameless(sheet: Worksheet) -> None:
    _draft_before_nameless(sheet)
    sheet.parent["Черновик"].sheet_state = "hidden"
    sheet.parent.active = 1


def _hidden_table(sheet: Worksheet) -> None:
    sheet.parent.create_sheet("Лист1").append(["видно только это"])
    sheet.sheet_state = "hidden"
    sheet.parent.active = 1


def _hidden_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def _hidden_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["B"].hidden = True


def _title_above(sheet: Worksheet) -> None:
    sheet.insert_rows(1)
    sheet["A1"] = "Таблица программы"


def _blank_above(sheet: Worksheet) -> None:
    sheet.insert_rows(1)


def _column_before(sheet: Worksheet) -> None:
    sheet.insert_cols(1)


def _notes_beside(sheet: Worksheet) -> None:
    sheet.cell(3, sheet.max_column + 2).value = "проверено"


def _comment(sheet: Worksheet) -> None:
    sheet["A2"].comment = Comment("Проверить", "Иванова")


def _merged_down(sheet: Worksheet) -> None:
    """Merged over two rows: the second of them loses what it had."""
    sheet.merge_cells("A2:A3")


def _merged_across(sheet: Worksheet) -> None:
    sheet.merge_cells("A2:B2")


def _emptied(sheet: Worksheet) -> None:
    sheet.delete_rows(1, sheet.max_row)


def _header_alone(sheet: Worksheet) -> None:
    sheet.delete_rows(2, sheet.max_row)


def _total_of_formulas(sheet: Worksheet) -> None:
    sheet.append(["Итого", *(f"=SUM(A2:A{sheet.max_row})" for _ in range(sheet.max_column - 1))])


def _blank_between(sheet: Worksheet) -> None:
    sheet.insert_rows(3)


_OF_BOOKS: Mapping[str, Spoil] = {
    "as-it-should-be": _nothing,
    "notes-behind": _notes_behind,
    "empty-sheet-before": _empty_before,
    "empty-sheet-before-another-name": _empty_before_another_name,
    "another-name": _another_name,
    "two-tables": _two_tables,
    "draft-before": _draft_before,
    "draft-before-nameless": _draft_before_nameless,
    "hidden-draft": _hidden_draft,
    "hidden-draft-nameless": _hidden_draft_nameless,
    "hidden-table": _hidden_table,
    "hidden-row": _hidden_row,
    "hidden-column": _hidden_column,
    "title-above": _title_above,
    "blank-above": _blank_above,
    "blank-between": _blank_between,
    "column-before": _column_before,
    "notes-beside": _notes_beside,
    "comment": _comment,
    "merged-down": _merged_down,
    "merged-across": _merged_across,
    "emptied": _emptied,
    "header-alone": _header_alone,
    "total-of-formulas": _total_of_formulas,
}


def _beside(content: Content) -> Iterator[Mutation]:
    """A workbook beside the text table, and files that are no workbooks."""
    file = content.file.removesuffix(".csv") + ".xlsx"
    yield Mutation("workbook beside-the-same", file, {file: partial(_saved, content, _nothing)})
    yield Mutation("workbook beside-another", file, {file: partial(_saved, content, _row_lost)})
    yield _instead(content, "workbook typed-as-text", lambda: _bytes(book_of(content, typed=False)[0]))
    yield _instead(content, "workbook cut", lambda: _saved(content, _nothing)[:3000])
    yield _instead(content, "workbook of-text", table_bytes(content.header, content.rows))
    yield _instead(content, "workbook locked", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    yield _instead(content, "workbook without-sheets", lambda: _without_sheets(_saved(content, _nothing)))


def _row_lost(sheet: Worksheet) -> None:
    sheet.delete_rows(2)


def _without_sheets(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            if "worksheets" not in entry.filename:
                new.writestr(entry, old.read(entry))
    return stream.getvalue()


def _error(text: str) -> Callable[[SheetCell], None]:
    def change(cell: SheetCell) -> None:
        cell.value = text
        cell.data_type = "e"

    return change


def _put(value: object) -> Callable[[SheetCell], None]:
    def change(cell: SheetCell) -> None:
        cell.value = value

    return change


def _shown(shape: str) -> Callable[[SheetCell], None]:
    def change(cell: SheetCell) -> None:
        cell.number_format = shape

    return change


def _shape(value: float) -> str:
    """A whole number is shown as such: a decimal of the format would be one of the page."""
    return "0" if value.is_integer() else "0.0"


def _divided(cell: SheetCell) -> None:
    """A share that Excel shows in per cent."""
    if isinstance(cell.value, float):
        cell.number_format = f"{_shape(cell.value)}%"
        cell.value /= 100


def _printed(cell: SheetCell) -> str:
    return f"{cell.value:.15g}" if isinstance(cell.value, float) else str(cell.value)


def _scaled(cell: SheetCell) -> None:
    """Roubles that Excel shows in thousands."""
    if isinstance(cell.value, float):
        cell.number_format = f"#,##{_shape(cell.value)},"
        cell.value *= 1000


_OF_CELLS: Mapping[str, Callable[[SheetCell], None]] = {
    "error-name": _error("#NAME?"),
    "error-not-available": _error("#N/A"),
    "error-division": _error("#DIV/0!"),
    "formula-never-computed": _put("=B2*2"),
    "formula-to-another-file": _put("=[1]Лист1!A1"),
    "true": _put(True),
    "number": _put(44197.0),
    "fraction": _put(0.184),
    "day": _put(date(2021, 5, 1)),
    "day-with-time": _put(datetime(2021, 5, 1, 13, 45)),  # noqa: DTZ001  a cell has no time zone
    "time": _put(time(7, 1)),
    "hashes": _put("########"),
    "empty": _put(None),
    "line-end": lambda cell: _put(f"{_printed(cell)}_x000D_\n")(cell),
}
_OF_NUMBERS: Mapping[str, Callable[[SheetCell], None]] = {
    "shown-in-per-cent": _divided,
    "shown-in-thousands": _scaled,
    "shown-as-day": _shown("dd.mm.yyyy"),
    "shown-rounded": _shown("0"),
    "shown-with-unit": _shown('General" тыс. руб."'),
    "shown-per-mille": _shown('General"‰"'),
    "noise": lambda cell: _put(cell.value + 1e-9)(cell) if isinstance(cell.value, float) else None,
    "as-text": lambda cell: _put(_printed(cell).replace(".", ","))(cell),
    "as-text-with-point": lambda cell: _put(_printed(cell))(cell),
    "as-text-with-space": lambda cell: _put(f"{_printed(cell)} ".replace(".", ","))(cell),
}


def _of_cells(content: Content) -> Iterator[Mutation]:
    """One cell of a column, on the way from the first filled row."""
    for column in content.table.names:
        if column not in content.header:
            continue
        filled = [row for row in range(len(content.rows)) if content.cell(row, column)]
        if not filled:
            continue
        numbers = _OF_NUMBERS if content.table.cell(column).kind in _TYPED else {}
        for number, (kind, change) in enumerate({**_OF_CELLS, **numbers}.items()):
            row = filled[number % len(filled)]
            yield replace(
                _instead(content, f"workbook cell-{kind}", partial(_with_cell, content, row, column, change)),
                row=row + 2,
                column=column,
                was=content.cell(row, column),
            )


def _with_cell(content: Content, row: int, column: str, change: Callable[[SheetCell], None]) -> bytes:
    book, sheet = book_of(content)
    cell = sheet.cell(row + 2, content.header.index(column) + 1)
    assert isinstance(cell, SheetCell)
    change(cell)
    return _bytes(book)
