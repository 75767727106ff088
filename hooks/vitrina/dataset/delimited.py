"""Text tables as Russian offices save them: several encodings, several separators, quoted line breaks."""

import csv
import io
import re
from collections.abc import Sequence

from vitrina.dataset.descriptions import describe
from vitrina.dataset.encodings import Decoded, UnreadableSheet, decoded, unreadable
from vitrina.dataset.spoiled import column_at

LARGEST_FILE = 100_000_000  # bytes; half a million rows of money are about 70 million

# The cell limit of the csv module would raise for a long cell; such a cell is reported with its row and column instead.
csv.field_size_limit(LARGEST_FILE)

SEPARATORS = ";\t,"
_LINE_END = re.compile(r"\r\n|\r|\n")
_NAMED_SEPARATOR = re.compile(r"\ufeff?sep=(.)(?=\r|\n)", re.IGNORECASE)
"""The line that Excel takes for the name of the separator, and shows nobody."""


def read_delimited(data: bytes, file: str) -> list[list[str]]:
    """The records of a text table, blank ones too: a record's place is its row in Excel. Raises `UnreadableSheet`."""
    text = decoded(data, file)
    if not text.text.strip():
        raise unreadable(file, "empty_file")
    rows = _records(text.text, file)
    if text.foreign:
        raise _foreign(text, rows, file)
    _refuse_swallowed(rows, file)
    return rows


def line_of(data: bytes, row: int) -> int:
    """The line of a text table on which its row begins: a cell may take several lines."""
    text = decoded(data, "").text
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    for _ in zip(range(row - 1), records, strict=False):
        pass
    return records.line_num + 1


def _records(text: str, file: str) -> list[list[str]]:
    named = _NAMED_SEPARATOR.match(text)
    records = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator_of(text), strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(records)
    except csv.Error:
        raise unreadable(file, "quotes", row=len(rows) + 1) from None
    return [[], *rows[1:]] if named else rows


def separator_of(text: str) -> str:
    """The separator that the header has most of; column names hold none of them."""
    if named := _NAMED_SEPARATOR.match(text):
        return named[1]
    header = _LINE_END.split(text.lstrip("\ufeff\r\n "), maxsplit=1)[0]
    return max(SEPARATORS, key=header.count)


def _foreign(text: Decoded, rows: Sequence[Sequence[str]], file: str) -> UnreadableSheet:
    """Says in which encoding the file is, at the first cell that would be read wrong."""
    for number, (right, wrong) in enumerate(zip(rows, _records(text.as_windows, file), strict=False), start=1):
        for place, (cell, misread) in enumerate(zip(right, wrong, strict=False)):
            if cell != misread:
                column = column_at(rows, number, place)
                return unreadable(file, "foreign_encoding", number, column, misread, meant=cell, encoding=text.foreign)
    return unreadable(file, "foreign_encoding", meant="", encoding=text.foreign)


def _refuse_swallowed(rows: Sequence[Sequence[str]], file: str) -> None:
    """Raises `UnreadableSheet` for a cell that holds rows: a stray quotation mark before one cell and another below."""
    line = 1
    for number, row in enumerate(rows, start=1):
        ends = [len(_LINE_END.findall(cell)) for cell in row]
        for place, (cell, lines) in enumerate(zip(row, ends, strict=True)):
            if lines and holds_rows(cell, width_of(rows)):
                first = line + sum(ends[:place])
                column = column_at(rows, number, place)
                raise unreadable(file, "rows_in_a_cell", number, column, cell, first=first, last=first + lines)
        line += 1 + sum(ends)


def holds_rows(cell: str, columns: int) -> bool:
    """Whether a cell of several lines has as many separators as rows have.

    In text a separator is followed by a space or ends its line, in a row mostly by a cell.
    """
    lines = len(_LINE_END.findall(cell))
    needed = max(1, lines * (columns - 1) // 2)
    return bool(lines) and columns > 1 and any(len(parted.findall(cell)) >= needed for parted in _PARTED)


_PARTED = (re.compile(r";(?=\S)"), re.compile(r"\t"), re.compile(r",(?=\S)"))


def width_of(rows: Sequence[Sequence[str]]) -> int:
    """How many columns the header has."""
    header = next((row for row in rows if any(map(str.strip, row))), ())
    return max((place for place, cell in enumerate(header, start=1) if cell.strip()), default=0)


__all__ = ["LARGEST_FILE", "UnreadableSheet", "line_of", "read_delimited", "unreadable"]


describe(
    "quotes",
    'кавычка " открыта, но не закрыта, или стоит посреди ячейки в кавычках.',
    "Удвойте кавычку внутри ячейки или замените её на «ёлочки».",
)
describe(
    "rows_in_a_cell",
    "«{value}» — в ячейку попали целые строки: с {first} по {last} строку файла. Перед ячейкой стоит лишняя "
    'кавычка ", а ниже вторая.',
    "Откройте файл в «Блокноте» и в строках {first} и {last} уберите лишние кавычки или замените их на «ёлочки».",
)
