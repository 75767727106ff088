"""The first row of a table, held against the columns that the table should have."""

import re
from collections.abc import Iterator, Mapping, Sequence

from vitrina.dataset.cells import nearest
from vitrina.dataset.descriptions import describe
from vitrina.dataset.encodings import UnreadableSheet, unreadable
from vitrina.dataset.problems import Problem
from vitrina.dataset.sheets import Sheet
from vitrina.dataset.tables import Table
from vitrina.dataset.workbook_parts import column_letters


def without_header(sheet: Sheet, table: Table) -> UnreadableSheet:
    """What to say of a table in whose first row no column is named."""
    names = ";".join(table.names)
    first = sheet.header[0] if sheet.header else ""
    if len(sheet.header) == 1 and len(set(re.findall(r"\w+", first)) & set(table.names)) > 1:
        return unreadable(sheet.file, "no_separator", row=sheet.header_row, value=first)
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        if len(set(row) & set(table.names)) >= min(2, len(sheet.header)):
            return unreadable(sheet.file, "header_below", row=number)
    return unreadable(sheet.file, "missing_header", row=sheet.header_row, value=";".join(sheet.header), names=names)


def renamed_columns(sheet: Sheet, table: Table) -> Mapping[int, str]:
    """The places in the header whose name is lost or misspelt, each with the column of the table that it should be."""
    missing = [name for name in table.names if name not in sheet.header]
    meant: dict[int, str] = {}
    for place, name in enumerate(sheet.header):
        if name in table.names:
            continue
        if own := nearest(name, missing) if name else _between(sheet.header, place, table, missing):
            missing.remove(own)
            meant[place] = own
    return meant


def _between(header: Sequence[str], place: int, table: Table, missing: Sequence[str]) -> str:
    """The missing column that the table has between those on both sides of a place, or "" where there is none."""
    before = header[place - 1] if place else ""
    after = header[place + 1] if place + 1 < len(header) else ""
    first = table.names.index(before) + 1 if before in table.names else 0
    end = table.names.index(after) if after in table.names else len(table.names)
    return next((name for name in table.names[first:end] if name in missing), "")


def header_problems(sheet: Sheet, table: Table) -> Iterator[Problem]:
    """What is wrong with the names; a column whose name is lost or misspelt is not missing too."""
    seen: set[str] = set()
    renamed = renamed_columns(sheet, table)
    for place, name in enumerate(sheet.header):
        mended = {"mended": renamed[place]} if place in renamed else {}
        if not name:
            hints = {"letter": column_letters(place), **mended}
            yield Problem(sheet.file, None, None, None, "column_without_name", hints)
        elif name in seen:
            yield Problem(sheet.file, None, None, name, "duplicate_column")
        elif name not in table.names:
            yield Problem(sheet.file, None, None, name, "extra_column", mended)
        seen.add(name)
    for name in table.names:
        if name not in sheet.header and name not in renamed.values() and not table.column(name).may_be_absent:
            yield Problem(sheet.file, None, name, None, "missing_column", {"name": name})


describe(
    "no_separator",
    "«{value}» — имена столбцов ничем не разделены.",
    "Разделите ячейки точкой с запятой; проще всего сохранить таблицу из Excel как «CSV UTF-8».",
)
describe("header_below", "имена столбцов стоят в этой строке, а должны стоять в первой.", "Удалите строки над ней.")
describe(
    "missing_header",
    "в первой строке должны стоять имена столбцов, а там «{value}».",
    "Впишите в неё имена: {names}. Если там не прежние имена, а данные, сначала вставьте над ними строку.",
)
describe(
    "column_without_name",
    "в заголовке нет имени у столбца {letter}.",
    "Впишите имя столбца или удалите столбец.",
    write="Впишите {mended}.",
)
describe("duplicate_column", "столбец «{value}» стоит дважды.", "Удалите один из двух.")
describe(
    "extra_column",
    "столбца «{value}» в этой таблице быть не должно.",
    "Удалите его.",
    write="Может быть, это {mended}: исправьте имя.",
)
describe("missing_column", "этого столбца в таблице нет.", "Добавьте его: имя в первой строке — {name}.")
