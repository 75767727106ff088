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

LARGEST_UNPACKED = 300_000_000
MOST_CELLS = 20_000_000
"""The library lays a sheet out whole, empty cells too: one cell in the last corner would make 17 thousand million."""


def read_workbook(data: bytes, file: str, table: str) -> list[list[str]]:
    """The rows of the sheet named like the table, or else of the first one. Raises `UnreadableSheet`."""
    _refuse_bombs(data, file)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = workbook.sheet_names
        if not names:
            raise unreadable(file, "empty_file")
        sheet = workbook.get_sheet_by_name(table if table in names else names[0])
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError):
        raise unreadable(file, "broken_workbook") from None
    texts = [[_text(cell) for cell in row] for row in rows]
    if not any(cell.strip() for row in texts for cell in row):
        raise unreadable(file, "empty_file")
    return texts


def _refuse_bombs(data: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
                raise unreadable(file, "too_large_file", longest=LARGEST_UNPACKED // 1_000_000)
            if (
                archive.testzip() is not None
            ):  # the sizes in the directory may lie; reading everything once finds that out
                raise unreadable(file, "broken_workbook")
            for entry in entries:
                if entry.filename.startswith("xl/worksheets/") and _cells(archive.read(entry)) > MOST_CELLS:
                    raise unreadable(file, "too_many_cells")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        raise unreadable(file, "broken_workbook") from None


def _cells(sheet: bytes) -> int:
    """Rows times columns of a sheet, from the addresses of its cells."""
    columns = max(
        (_column_number(name) for name in set(re.findall(rb"""\sr\s*=\s*["']([A-Z]{1,3})\d""", sheet))), default=1
    )
    rows = max((int(number) for number in set(re.findall(rb"""\sr\s*=\s*["'][A-Z]*(\d{1,7})["']""", sheet))), default=1)
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
