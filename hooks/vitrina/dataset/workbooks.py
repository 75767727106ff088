"""A sheet of an Excel workbook as text, cell by cell, guarded against files made to fill the memory."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from vitrina.dataset.delimited import width_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.encodings import UnreadableSheet, refuse_other_files, unreadable
from vitrina.dataset.problems import Problem
from vitrina.dataset.tables import TABLES, Table
from vitrina.dataset.tables.sheet_names import columns_named
from vitrina.dataset.workbook_parts import Parts, Place, column_letters, column_number, parts_of

LARGEST_UNPACKED = 300_000_000
MOST_CELLS = 20_000_000
"""The library lays a sheet out whole, empty cells too: one cell in the last corner would make 17 thousand million."""


def read_workbook(data: bytes, file: str, table: str) -> tuple[list[list[str]], tuple[Problem, ...]]:
    """The rows of the sheet named like the table, or else of the first filled one; and what is worth a look.

    Raises `UnreadableSheet`.
    """
    workbook = open_workbook(data, file)
    with faults_named(file):
        chosen = _chosen_sheet(workbook, file, table)
        parts = parts_of(data, chosen.name)
        rows = _texts(chosen.rows, parts, table)
    if not _is_filled(rows):
        raise unreadable(file, "empty_file")
    _refuse_merged(chosen.merged, width_of(rows), file)
    return rows, (*chosen.notices, *_hidden(rows, parts, file))


def open_workbook(data: bytes, file: str) -> CalamineWorkbook:
    """To be opened once: whether it would fill the memory is asked of all its parts. Raises `UnreadableSheet`."""
    _refuse_other_files(data, file)
    _refuse_bombs(data, file)
    with faults_named(file):
        return CalamineWorkbook.from_filelike(io.BytesIO(data))


@contextmanager
def faults_named(file: str) -> Iterator[None]:
    """What the library cannot read becomes `UnreadableSheet`."""
    try:
        yield
    except (CalamineError, OSError, ValueError):
        raise unreadable(file, "broken_workbook") from None
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":  # the library gave up; it is no `Exception`, and no name to import
            raise unreadable(file, "broken_workbook") from None
        raise


def read_table_of_many(
    data: bytes, workbook: CalamineWorkbook, file: str, table: Table, sheet: str
) -> tuple[list[list[str]], tuple[Problem, ...]]:
    """The rows of a sheet of a workbook that holds many tables: what stands above the heads is as if it were blank,
    and a head is the name of its column. Raises `UnreadableSheet`."""
    content = workbook.get_sheet_by_name(sheet)
    parts = parts_of(data, sheet)
    rows: list[list[Any]] = content.to_python(skip_empty_area=False)
    named = (columns_named(table, map(str, row)) for row in rows)
    most, heads = max(((len(set(names) & set(table.names)), -at) for at, names in enumerate(named)), default=(0, 0))
    if most:
        rows[:-heads] = [[] for _ in range(-heads)]
        rows[-heads] = [*columns_named(table, map(str, rows[-heads]))]
    texts = _texts(rows, parts, table.name)
    _refuse_merged(content.merged_cell_ranges or (), width_of(texts), file)
    return texts, tuple(_hidden(texts, parts, file))


def _refuse_merged(merged: Sequence[tuple[Place, Place]], width: int, file: str) -> None:
    for (first, left), (last, right) in (cells for cells in merged if cells[0][1] < width):
        cells = f"{column_letters(left)}{first + 1}:{column_letters(right)}{last + 1}"
        raise unreadable(file, "merged_cells", row=first + 1, cells=cells)


@dataclass(frozen=True, slots=True)
class _Chosen:
    name: str
    rows: list[list[Any]]
    merged: Sequence[tuple[Place, Place]]
    notices: tuple[Problem, ...]


def _chosen_sheet(workbook: CalamineWorkbook, file: str, table: str) -> _Chosen:
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    contents = {sheet.name: workbook.get_sheet_by_name(sheet.name) for sheet in sheets}
    rows = {name: content.to_python(skip_empty_area=False) for name, content in contents.items()}
    hidden = {sheet.name for sheet in sheets if sheet.visible != SheetVisibleEnum.Visible}
    filled = [name for name in rows if _is_filled(rows[name])]
    shown = [name for name in filled if name not in hidden]
    named = [name for name in rows if _folded(name) == _folded(table)]
    chosen = table if table in rows else next(iter((*named, *shown, *filled, *rows)), None)
    if chosen is None:
        raise unreadable(file, "empty_file")
    if chosen in hidden and chosen in filled:
        raise unreadable(file, "hidden_sheet", sheet=chosen)
    others = [name for name in shown if name != chosen]
    alike = [name for name in others if _header(rows[name]) == _header(rows[chosen])]
    if alike and not named:
        raise unreadable(file, "several_sheets", sheets=_listed([chosen, *alike]), table=table)
    hints = {"sheet": chosen, "others": _listed(others)}
    if others and chosen not in filled:
        raise UnreadableSheet(Problem(file, None, None, None, "empty_sheet", hints))
    notices = (Problem(file, None, None, None, "other_sheets", hints, severity="notice"),) if others else ()
    return _Chosen(chosen, rows[chosen], contents[chosen].merged_cell_ranges or (), notices)


def _folded(name: str) -> str:
    return re.sub(r"[\s_.-]+", "", name).casefold()


def _header(rows: Sequence[Sequence[Any]]) -> list[str]:
    filled = next((row for row in rows if any(str(cell).strip() for cell in row)), ())
    return sorted(str(cell).strip().casefold() for cell in filled if str(cell).strip())


def _is_filled(rows: Sequence[Sequence[Any]]) -> bool:
    return any(str(cell).strip() for row in rows for cell in row)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


def _texts(rows: list[list[Any]], parts: Parts, table: str) -> list[list[str]]:
    for (row, column), factor in parts.factors.items():
        if row < len(rows) and column < len(rows[row]) and isinstance(rows[row][column], float):
            rows[row][column] *= factor
    texts = [[_text(cell) for cell in row] for row in rows]
    numbers = _columns_of_numbers(texts, table)
    for (row, column), decimals in parts.decimals.items():
        if column in numbers and row < len(rows) and column < len(rows[row]) and isinstance(rows[row][column], float):
            whole, _, part = texts[row][column].partition(",")
            texts[row][column] = f"{whole},{part.ljust(decimals, '0')}"
    for (row, column), text in parts.texts.items():
        texts += [[] for _ in range(row + 1 - len(texts))]
        texts[row] += [""] * (column + 1 - len(texts[row]))
        texts[row][column] = text
    return texts


def _columns_of_numbers(rows: Sequence[Sequence[str]], table: str) -> set[int]:
    """The columns whose decimals mean something: a year is 2021 in any format, and an amount is reckoned in kopecks."""
    names = {name for one in TABLES if one.name == table for name in one.names if one.cell(name).kind == "number"}
    header = next((row for row in rows if any(map(str.strip, row))), ())
    return {place for place, name in enumerate(header) if name.strip() in names}


def _hidden(rows: Sequence[Sequence[str]], parts: Parts, file: str) -> Iterator[Problem]:
    """The filled rows and columns that nobody sees in Excel, and which the site shows all the same."""
    numbers = [number for number in parts.hidden_rows if number <= len(rows) and any(map(str.strip, rows[number - 1]))]
    if numbers:
        hints = {"rows": ", ".join(map(str, numbers[:_NAMED])) + (", …" if len(numbers) > _NAMED else "")}
        yield Problem(file, numbers[0], None, None, "hidden_rows", hints, severity="notice")
    columns = [place for place in parts.hidden_columns if any(place < len(row) and row[place].strip() for row in rows)]
    if columns:
        hints = {"columns": ", ".join(map(column_letters, columns[:_NAMED]))}
        yield Problem(file, None, None, None, "hidden_columns", hints, severity="notice")


_NAMED = 8
"""How many rows or columns a message names."""


def _refuse_other_files(data: bytes, file: str) -> None:
    if data.startswith(b"PK"):
        return
    refuse_other_files(data, file)
    if b"\0" not in data and re.match(rb"[^\n]*[;,\t][^\n]*\n", data):
        raise unreadable(file, "text_as_workbook")


def _refuse_bombs(data: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if kind := next(
                (_OTHER_KINDS[entry.filename] for entry in entries if entry.filename in _OTHER_KINDS), None
            ):
                raise unreadable(file, "other_workbook", kind=kind)
            if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
                raise unreadable(file, "too_large_file", longest=LARGEST_UNPACKED // 1_000_000)
            # Any part may be a sheet, wherever it lies. The sizes in the directory may lie too: reading finds that out.
            if any(_cells(archive.read(entry)) > MOST_CELLS for entry in entries):
                raise unreadable(file, "too_many_cells")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        raise unreadable(file, "broken_workbook") from None


_OTHER_KINDS = {
    "content.xml": ".ods",
    "xl/workbook.bin": ".xlsb",
    "word/document.xml": ".docx",
    "Index/Document.iwa": ".numbers",
}
"""Other kinds of sheets that the library would read too; their cells are counted otherwise."""
_ADDRESSES = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d+)["']""")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row(?![\w.-])")
_NAMELESS_ROW = re.compile(_ROW.pattern + rb"(?![^>]*\sr\s*=)")
_NAMELESS_CELL = re.compile(rb"<(?:[\w.-]+:)?c(?![\w.-])(?![^>]*\sr\s*=)")


def _cells(part: bytes) -> int:
    """Rows times columns that a sheet takes at most: from its addresses, and from what stands without one."""
    addresses = set(_ADDRESSES.findall(part))
    columns = max((column_number(letters.decode().upper()) + 1 for letters, _ in addresses), default=0)
    rows = max((int(number) for _, number in addresses), default=0) + len(_NAMELESS_ROW.findall(part))
    if _NAMELESS_CELL.search(part):
        columns += max(len(_NAMELESS_CELL.findall(row)) for row in _ROW.split(part))
    return columns * rows


def _text(cell: Any) -> str:
    """What a person would have typed: whole numbers without a point, others with a comma and no binary noise."""
    if isinstance(cell, bool):
        return "ИСТИНА" if cell else "ЛОЖЬ"
    if isinstance(cell, float):
        # 15 significant digits are what Excel itself keeps and shows.
        return f"{Decimal(format(cell, '.15g')):f}".replace(".", ",")
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


describe(
    "broken_workbook",
    "книга Excel повреждена или закрыта паролем.",
    "Откройте её в Excel, снимите пароль и сохраните заново как .xlsx.",
)
describe(
    "merged_cells",
    "ячейки {cells} объединены: значение есть только у первой из них.",
    "Отмените объединение и впишите значение в каждую ячейку.",
)
describe(
    "hidden_sheet",
    "лист «{sheet}», который читает сайт, скрыт: в Excel его не видно.",
    "Щёлкните правой кнопкой по ярлычкам листов, выберите «Показать» и проверьте, тот ли это лист; лишний удалите.",
)
describe(
    "several_sheets",
    "в книге несколько листов с такой таблицей: {sheets}. Непонятно, какой из них верный.",
    "Назовите нужный лист {table} или удалите остальные.",
)
describe(
    "empty_sheet",
    "лист «{sheet}», который читает сайт, пуст, а заполнены другие: {others}.",
    "Перенесите таблицу на лист «{sheet}» или удалите пустой лист.",
)
describe(
    "other_sheets",
    "сайт читает только лист «{sheet}», а заполнены и другие: {others}.",
    "Если там есть нужные строки, перенесите их на лист «{sheet}».",
)
describe(
    "hidden_rows",
    "в Excel скрыты строки: {rows} (фильтром или вручную), а сайт их покажет.",
    "Если они не нужны, удалите их, а не скрывайте.",
)
describe(
    "hidden_columns", "в Excel скрыты столбцы: {columns}, а сайт их читает.", "Покажите их и проверьте, что в них."
)
describe(
    "text_as_workbook",
    "это текстовая таблица, а имя у неё как у книги Excel.",
    "Откройте файл в Excel и сохраните заново как «Книга Excel (.xlsx)» или «CSV UTF-8».",
)
describe(
    "other_workbook",
    "это файл вида {kind}, а не книга Excel.",
    "Откройте его той программой, в которой он сделан, и сохраните как «Книга Excel (.xlsx)» или «CSV UTF-8».",
)
describe(
    "too_many_cells",
    "на листе слишком много ячеек: где-то далеко внизу или справа есть лишняя запись.",
    "Перенесите таблицу на новый лист и сохраните.",
)
