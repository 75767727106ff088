"""Rows whose cells do not stand under their columns, and texts that a program cut: what is said of each."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.sheets import Sheet
from vitrina.dataset.tables import Table


def broken_rows(sheet: Sheet, table: Table, faults: Counter[int | None]) -> Iterator[tuple[int, Problem | None]]:
    """The rows whose cells are not what their columns say, each with one problem for all, or None where it is told."""
    for place, number in enumerate(sheet.numbers):
        if place in sheet.long:
            yield number, None
        elif not faults[number]:
            continue
        elif _TOTAL.match(said := next(cell.strip() for cell in sheet.rows[place] if cell.strip())):
            yield number, Problem(sheet.file, number, None, said, "total_row")
        elif place in sheet.uneven and (faults[number] > 1 or _is_shifted(sheet, place, table)):
            yield number, _uneven(sheet, place)


def uneven_rows(sheet: Sheet, broken: Collection[int]) -> Iterator[Problem]:
    """Rows that may have lost or gained a cell, though all that is there can be read."""
    for place, count in sheet.uneven.items():
        missing = range(count, len(sheet.header))
        filled = (sum(bool(row[column].strip()) for row in sheet.rows) for column in missing)
        # Cells at the end that are blank in most rows may be left out.
        if sheet.numbers[place] not in broken and (not missing or max(filled) * 2 > len(sheet.rows)):
            yield replace(_uneven(sheet, place), severity="notice")


def _is_shifted(sheet: Sheet, place: int, table: Table) -> bool:
    """Whether the row has a cell too many, or lacks one that may not be empty."""
    if sheet.uneven[place] > len(sheet.header):
        return True
    return any(name in table.names and table.is_required(name) for name in sheet.header[sheet.uneven[place] :])


def _uneven(sheet: Sheet, place: int) -> Problem:
    hints = {"count": sheet.uneven[place], "columns": len(sheet.header)}
    return Problem(sheet.file, sheet.numbers[place], None, None, "uneven_row", hints)


_TOTAL = re.compile(r"(?:итого|всего)\b", re.IGNORECASE)
_CUT = (255, 1024)
"""Where old programs cut a text."""
_END_OF_TEXT = re.compile(r"[.!?…;:»”\")\]%}]\s*\Z")


def cut_texts(records: Records) -> Iterator[Problem]:
    """Texts, and rows, that are as long as an old program keeps at most, where none is longer."""
    lengths = [sum(map(len, cells)) + len(cells) - 1 for cells in zip(*records.raw.values(), strict=True)]
    longest = max(lengths, default=0)
    if longest in _CUT:
        last = list(records.raw)[-1]
        for index, text in enumerate(records.raw[last]):
            if lengths[index] == longest and text and not _END_OF_TEXT.search(text):
                yield _cut(records, index, last, longest)
    for name, column in records.raw.items():
        longest = max(map(len, column), default=0)
        if longest in _CUT:
            for index, text in enumerate(column):
                if len(text) == longest and not _END_OF_TEXT.search(text):
                    yield _cut(records, index, name, longest)


def _cut(records: Records, index: int, name: str, length: int) -> Problem:
    end = records.raw[name][index][-30:]
    return records.notice(index, name, "cut_text", length=length, end=end)


describe(
    "total_row",
    "«{value}» — итог по столбцу, а в этой таблице строк-итогов нет.",
    "Удалите строку: итоги сайт считает сам.",
)
describe(
    "uneven_row",
    "ячеек в строке {count}, а столбцов в таблице {columns}: разделитель пропал или лишний, и ячейки сдвинуты.",
    "Сверьте строку с соседними и верните ячейки под свои столбцы; пустые ячейки тоже отделяют.",
)
describe(
    "cut_text",
    "«{value}» — ячейка или строка длиной ровно {length} знаков обрывается: «…{end}». Похоже, её обрезала программа.",
    "Сверьте конец текста с документом и допишите его.",
)
