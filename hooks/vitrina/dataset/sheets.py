"""One raw table from whichever kind of file staff saved: cells as text, rows numbered as Excel numbers them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vitrina.dataset.delimited import LARGEST_FILE, UnreadableSheet, read_delimited, unreadable
from vitrina.dataset.problems import Problem
from vitrina.dataset.workbooks import read_workbook
from vitrina.words.numbers import UnreadableNumber, read_decimal

SUFFIXES = (".csv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts. Every row is as long as the header; blank rows are left out, their numbers with them."""

    file: str
    header: tuple[str, ...]
    numbers: tuple[int, ...]
    rows: tuple[Sequence[str], ...]
    problems: tuple[Problem, ...] = ()


def read_sheet(folder: Path, table: str, shown: str) -> Sheet:
    """Read `table.csv` or `table.xlsx`; `shown` is the folder's path in messages. Raises `UnreadableSheet`."""
    found = [suffix for suffix in SUFFIXES if (folder / f"{table}{suffix}").exists()]
    if not found:
        raise unreadable(f"{shown}{table}.csv", "missing_file")
    sheets = [_read_file(folder / f"{table}{suffix}", f"{shown}{table}{suffix}", table) for suffix in found]
    if len(sheets) > 1 and _content(sheets[0]) != _content(sheets[1]):
        raise unreadable(sheets[0].file, "two_files", other=f"{table}{SUFFIXES[1]}")
    return sheets[0]


def _read_file(path: Path, file: str, table: str) -> Sheet:
    if not path.is_file():
        raise unreadable(file, "not_a_file")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise unreadable(file, "too_large_file", longest=LARGEST_FILE // 1_000_000)
        data = path.read_bytes()
    except OSError:
        raise unreadable(file, "unreadable_file") from None
    rows = read_delimited(data, file) if path.suffix == ".csv" else read_workbook(data, file, table)
    return _sheet(file, rows)


def _sheet(file: str, rows: list[list[str]]) -> Sheet:
    filled = ((number, row) for number, row in enumerate(rows, start=1) if any(map(str.strip, row)))
    first = next(filled, None)
    if first is None:
        raise unreadable(file, "empty_file")
    header = _without_blank_end([cell.strip() for cell in first[1]])
    width = len(header)
    numbers: list[int] = []
    kept: list[Sequence[str]] = []
    problems: list[Problem] = []
    for number, row in filled:
        beyond = next((cell for cell in row[width:] if cell.strip()), None)
        if beyond is not None:
            problems.append(Problem(file, number, None, beyond, "extra_cells", {"columns": width}))
        numbers.append(number)
        kept.append(row[:width] if len(row) >= width else row + [""] * (width - len(row)))
    return Sheet(file, tuple(header), tuple(numbers), tuple(kept), tuple(problems))


def _without_blank_end(header: list[str]) -> list[str]:
    while header and not header[-1]:
        header.pop()
    return header


def _content(sheet: Sheet) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    return sheet.header, [tuple(map(_comparable, row)) for row in sheet.rows]


def _comparable(cell: str) -> str:
    """Excel drops the zeros at the end of a number, a text table keeps them: 12598,60 and 12598,6 are the same cell."""
    text = " ".join(unicodedata.normalize("NFC", cell).split())
    try:
        return str(read_decimal(text).normalize())
    except UnreadableNumber:
        return text


__all__ = ["SUFFIXES", "Sheet", "UnreadableSheet", "read_sheet"]
