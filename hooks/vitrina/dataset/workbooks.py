"""A sheet of an Excel workbook as text, cell by cell, guarded against files made to fill the memory."""

import io
import re
import zipfile
import zlib
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from vitrina.dataset.delimited import unreadable
from vitrina.dataset.percents import percent_cells

LARGEST_UNPACKED = 300_000_000
MOST_CELLS = 20_000_000
"""The library lays a sheet out whole, empty cells too: one cell in the last corner would make 17 thousand million."""


def read_workbook(data: bytes, file: str, table: str) -> list[list[str]]:
    """The rows of the sheet named like the table, or else of the first one. Raises `UnreadableSheet`."""
    _refuse_bombs(data, file)
    try:
        rows = _rows(data, table)
    except (CalamineError, OSError, ValueError):
        raise unreadable(file, "broken_workbook") from None
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":  # the library gave up; it is no `Exception`, and no name to import
            raise unreadable(file, "broken_workbook") from None
        raise
    texts = [[_text(cell) for cell in row] for row in rows]
    if not any(cell.strip() for row in texts for cell in row):
        raise unreadable(file, "empty_file")
    return texts


def _rows(data: bytes, table: str) -> list[list[Any]]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    names = workbook.sheet_names
    name = table if table in names else next(iter(names), table)
    rows: list[list[Any]] = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    for row, column in percent_cells(data, name):
        if row < len(rows) and column < len(rows[row]) and isinstance(rows[row][column], float):
            rows[row][column] *= 100
    return rows


def _refuse_bombs(data: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if _OTHER_KINDS & {entry.filename for entry in entries}:
                raise unreadable(file, "broken_workbook")
            if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
                raise unreadable(file, "too_large_file", longest=LARGEST_UNPACKED // 1_000_000)
            # Any part may be a sheet, wherever it lies. The sizes in the directory may lie too: reading finds that out.
            if any(_cells(archive.read(entry)) > MOST_CELLS for entry in entries):
                raise unreadable(file, "too_many_cells")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        raise unreadable(file, "broken_workbook") from None


_OTHER_KINDS = {"content.xml", "xl/workbook.bin"}
"""Other kinds of sheets that the library would read too; their cells are counted otherwise."""
_ADDRESSES = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d+)["']""")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row(?![\w.-])")
_NAMELESS_ROW = re.compile(_ROW.pattern + rb"(?![^>]*\sr\s*=)")
_NAMELESS_CELL = re.compile(rb"<(?:[\w.-]+:)?c(?![\w.-])(?![^>]*\sr\s*=)")


def _cells(part: bytes) -> int:
    """Rows times columns that a sheet takes at most: from its addresses, and from what stands without one."""
    addresses = set(_ADDRESSES.findall(part))
    columns = max((_column_number(letters.upper()) for letters, _ in addresses), default=0)
    rows = max((int(number) for _, number in addresses), default=0) + len(_NAMELESS_ROW.findall(part))
    if _NAMELESS_CELL.search(part):
        columns += max(len(_NAMELESS_CELL.findall(row)) for row in _ROW.split(part))
    return columns * rows


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


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
