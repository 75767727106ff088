"""One raw table from whichever kind of file staff saved: cells as text, rows numbered as Excel numbers them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vitrina.dataset.cells import folded
from vitrina.dataset.delimited import LARGEST_FILE, SEPARATORS, holds_rows, read_delimited, width_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.encodings import UnreadableSheet, unreadable
from vitrina.dataset.problems import Problem
from vitrina.dataset.spoiled import column_at, refuse_spoiled
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
    header_row: int = 1
    uneven: Mapping[int, int] = field(default_factory=dict)
    """Rows of more or fewer cells than the header, by their place, with the number of their cells."""
    long: frozenset[int] = frozenset()
    """Rows with something in a cell beyond the header; `problems` tells of them."""


def read_sheet(folder: Path, table: str, shown: str) -> Sheet:
    """Read `table.csv` or `table.xlsx`; `shown` is the folder's path in messages. Raises `UnreadableSheet`."""
    found = [suffix for suffix in SUFFIXES if (folder / f"{table}{suffix}").exists()]
    if not found:
        raise unreadable(f"{shown}{table}.csv", "missing_file")
    sheets = [_read_file(folder / f"{table}{suffix}", f"{shown}{table}{suffix}", table) for suffix in found]
    if len(sheets) > 1 and _content(sheets[0]) != _content(sheets[1]):
        raise unreadable(sheets[0].file, "two_files", other=f"{table}{SUFFIXES[1]}")
    return sheets[0]


def with_saved_names(problems: Iterable[Problem], folder: Path) -> Iterator[Problem]:
    """The problems with the names of the files that are there: a table may be kept as a workbook."""
    for problem in problems:
        place, _, name = problem.file.rpartition("/")
        beside = folder / place
        hints = dict(problem.hints)
        if isinstance(target := hints.get("target"), str):
            hints["target"] = ", ".join(_saved_name(beside, one) for one in target.split(", "))
        yield replace(problem, file=f"{place}/{_saved_name(beside, name)}".lstrip("/"), hints=hints)


def _saved_name(folder: Path, name: str) -> str:
    text, workbook = SUFFIXES
    other = f"{name.removesuffix(text)}{workbook}"
    is_workbook = name.endswith(text) and not (folder / name).exists() and (folder / other).exists()
    return other if is_workbook else name


def _read_file(path: Path, file: str, table: str) -> Sheet:
    data = bytes_of(path, file)
    if path.suffix == ".csv":
        rows = read_delimited(data, file)
        return sheet_of(file, rows, tuple(_cut_file(file, rows, data)))
    rows, notices = read_workbook(data, file, table)
    _refuse_rows_in_cells(file, rows)
    return sheet_of(file, rows, notices)


def bytes_of(path: Path, file: str) -> bytes:
    """What a file holds. Raises `UnreadableSheet`."""
    if not path.is_file():
        raise unreadable(file, "not_a_file")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise unreadable(file, "too_large_file", longest=LARGEST_FILE // 1_000_000)
        return path.read_bytes()
    except OSError:
        raise unreadable(file, "unreadable_file") from None


def _cut_file(file: str, rows: Sequence[Sequence[str]], data: bytes) -> Iterator[Problem]:
    """A file that ends within a row: what came after it is lost, or the last cells were left out by hand."""
    if len(rows) > 1 and len(rows[-1]) < width_of(rows) and not data.rstrip(b"\0 ").endswith((b"\n", b"\r")):
        yield Problem(file, len(rows), None, None, "cut_file", severity="notice")


def _refuse_rows_in_cells(file: str, rows: list[list[str]]) -> None:
    """Of a workbook: a whole table put into one cell, or a text table opened with a stray quotation mark in it."""
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if "\n" in cell and holds_rows(cell, width_of(rows)):
                raise unreadable(file, "rows_in_a_cell_of_a_workbook", number, column_at(rows, number, place), cell)


def sheet_of(file: str, rows: list[list[str]], notices: Sequence[Problem] = ()) -> Sheet:
    """A table of the rows of a file. Raises `UnreadableSheet`."""
    refuse_spoiled(rows, file)
    filled = ((number, row) for number, row in enumerate(rows, start=1) if any(map(str.strip, row)))
    first = next(filled, None)
    if first is None:
        raise unreadable(file, "empty_file")
    lengths = Counter(map(len, rows))
    header = _header(first[1], rows, max(lengths))
    width = len(header)
    numbers: list[int] = []
    kept: list[Sequence[str]] = []
    problems = list(notices)
    uneven: dict[int, int] = {}
    long: set[int] = set()
    parted_otherwise = [number for number, row in enumerate(rows, start=1) if _other_separator(row, width)]
    if parted_otherwise:
        cell = rows[parted_otherwise[0] - 1][0]
        separator = _other_separator([cell], width)
        row_of_it, count = parted_otherwise[0], len(parted_otherwise)
        raise unreadable(file, "other_separator", row_of_it, None, cell, separator=separator, count=count)
    for number, row in filled:
        if list(map(folded, row[:width])) == header:
            problems.append(Problem(file, number, None, None, "header_again"))
            continue
        beyond = next((cell for cell in row[width:] if cell.strip()), None)
        if beyond is not None:
            long.add(len(kept))
            problems.append(Problem(file, number, None, beyond, "extra_cells", {"columns": width}))
        elif (len(row) < width and not _is_cut_by_excel(rows, number)) or (
            len(row) > width and lengths[len(row)] * 2 < len(rows)
        ):
            uneven[len(kept)] = len(row)
        numbers.append(number)
        kept.append(row[:width] if len(row) >= width else row + [""] * (width - len(row)))
    return Sheet(file, tuple(header), tuple(numbers), tuple(kept), tuple(problems), first[0], uneven, frozenset(long))


def _other_separator(row: Sequence[str], width: int) -> str:
    """The separator of a row that is parted otherwise than the header, or ""."""
    if width < 3 or not row or any(map(str.strip, row[1:])):
        return ""
    sign = next((sign for sign in SEPARATORS if row[0].count(sign) >= width - 1), "")
    return "Tab" if sign == "\t" else sign


def _is_cut_by_excel(rows: Sequence[Sequence[str]], number: int) -> bool:
    """Whether the row is as short as those around it: Excel leaves out blank cells at the end of 16 rows at once."""
    start = (number - 1) // _EXCELS_ROWS * _EXCELS_ROWS
    return len({len(row) for row in rows[start : start + _EXCELS_ROWS] if row}) == 1


_EXCELS_ROWS = 16
_FEWEST_IN_A_COLUMN = 2


def _header(first: Sequence[str], rows: Sequence[Sequence[str]], widest: int) -> list[str]:
    """The names, blank above a further column that most rows have a cell in, or several where the header ends blank."""
    header = _without_blank_end(list(map(folded, first)))
    for place in range(len(header), widest):
        filled = sum(len(row) > place and bool(row[place].strip()) for row in rows)
        if filled < _FEWEST_IN_A_COLUMN or (place >= len(first) and filled * 2 < len(rows)):
            break
        header.append("")
    return header


def _without_blank_end(header: list[str]) -> list[str]:
    while header and not header[-1]:
        header.pop()
    return header


def _content(sheet: Sheet) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    return sheet.header, [tuple(map(_comparable, row)) for row in sheet.rows]


def _comparable(cell: str) -> str:
    """Excel drops the zeros at the end of a number, a text table keeps them: 12598,60 and 12598,6 are the same cell."""
    text = folded(cell)
    try:
        return str(read_decimal(text).normalize())
    except UnreadableNumber:
        return text


__all__ = ["SUFFIXES", "Sheet", "UnreadableSheet", "read_sheet", "with_saved_names"]


describe(
    "two_files",
    "рядом лежит {other} с другим содержимым, и неизвестно, какому верить.",
    "Оставьте один из двух файлов.",
)
describe(
    "cut_file",
    "файл обрывается посреди этой строки: ячеек в ней меньше, чем столбцов.",
    "Проверьте, не потерялись ли строки после неё; если всё на месте, нажмите в её конце «Ввод» и сохраните.",
)
describe(
    "rows_in_a_cell_of_a_workbook",
    "«{value}» — в одну ячейку попали целые строки таблицы.",
    "Разнесите их по строкам и столбцам: вставляйте таблицу в выделенную ячейку, а не внутрь неё.",
)
describe(
    "other_separator",
    "ячейки разделены знаком «{separator}», а не тем, что в первой строке. Таких строк: {count}.",
    "Замените в них разделитель на тот, что в первой строке, или сохраните таблицу из Excel заново как «CSV UTF-8».",
)
describe(
    "header_again",
    "посреди таблицы ещё раз стоят имена столбцов.",
    "Удалите эту строку и посмотрите, не повторились ли под ней прежние строки.",
)
describe(
    "extra_cells",
    "«{value}» — лишняя ячейка: столбцов в таблице {columns}, а ячеек в строке больше.",
    "Уберите её; если в тексте есть точка с запятой, возьмите ячейку в кавычки.",
)
