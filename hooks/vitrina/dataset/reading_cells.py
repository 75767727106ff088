"""From a sheet of texts to records: columns compared with the table's, every cell read, every fault kept."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from vitrina.dataset.cells import Cell
from vitrina.dataset.descriptions import describe
from vitrina.dataset.encodings import unreadable
from vitrina.dataset.headers import header_problems, renamed_columns, without_header
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records, Unreadable
from vitrina.dataset.rows import broken_rows, cut_texts, uneven_rows
from vitrina.dataset.sheets import Sheet
from vitrina.dataset.tables import Table


def read_records(sheet: Sheet, table: Table, sources: Cell | None) -> tuple[Records, list[Problem]]:
    """Read a sheet as a table. `sources` is the choice of money's sources, None while the city's own are unknown."""
    if not set(sheet.header) & set(table.names):
        raise without_header(sheet, table)
    if table.required and not sheet.rows:
        raise unreadable(sheet.file, "no_rows")
    problems = [*sheet.problems, *header_problems(sheet, table)]
    if not sheet.rows:
        problems.append(Problem(sheet.file, None, None, None, "no_rows_yet", severity="notice"))
    places = {name: sheet.header.index(name) for name in table.names if name in sheet.header}
    # Column after column, not `zip(*rows)`: half a million rows as arguments of one call are slow.
    raw = {name: [row[place] for row in sheet.rows] for name, place in places.items()}
    renamed = renamed_columns(sheet, table).values()
    values: dict[str, Sequence[Any]] = {}
    faults: dict[str, Mapping[str, Problem]] = {}
    for name in table.names:
        if name not in raw:
            is_absent = table.column(name).may_be_absent and name not in renamed
            absent = table.empty(name) if is_absent else Unreadable.CELL
            values[name] = [absent] * len(sheet.rows)
            continue
        cell = sources if table.cell(name).kind == "source" else None
        read, faults[name] = _read_texts(list(dict.fromkeys(raw[name])), sheet.file, table, name, cell)
        values[name] = [read[text] for text in raw[name]]
    records = Records(table, sheet.file, sheet.numbers, raw, values)
    found = list(_cell_problems(records, faults))
    broken = dict(broken_rows(sheet, table, _faults_of_rows(found)))
    problems.extend(problem for problem in found if problem.row not in broken)
    problems.extend(problem for problem in broken.values() if problem)
    problems.extend(uneven_rows(sheet, broken))
    problems.extend(cut_texts(records))
    unread = {place for place, number in enumerate(sheet.numbers) if number in broken}
    if unread:  # nothing is concluded from cells that stand in the wrong columns
        whole = {
            name: [Unreadable.CELL if place in unread else value for place, value in enumerate(column)]
            for name, column in values.items()
        }
        records = Records(table, sheet.file, sheet.numbers, raw, whole)
    return records, problems


def _faults_of_rows(problems: Sequence[Problem]) -> Counter[int | None]:
    """How much is wrong with each row; a blank cell that may not be blank is the surest sign of cells that moved."""
    faults = Counter(problem.row for problem in problems)
    faults.update(problem.row for problem in problems if problem.rule == "empty_cell")
    return faults


def _read_texts(
    texts: Sequence[str], file: str, table: Table, name: str, cell: Cell | None
) -> tuple[dict[str, Any], dict[str, Problem]]:
    """Each different text of a column read once: its value, and what is wrong with it."""
    values: dict[str, Any] = {}
    faults: dict[str, Problem] = {}
    for text in texts:
        if not text.strip():
            values[text] = Unreadable.CELL if table.is_required(name) else table.empty(name)
            if table.is_required(name):
                faults[text] = Problem(file, None, name, None, "empty_cell", _example(table, name))
    filled = [text for text in texts if text not in values]
    reader = table.reader(name, cell)
    try:
        values.update(zip(filled, reader.validate_python(filled), strict=True))
    except ValidationError as refused:
        for error in refused.errors(include_url=False):
            text = filled[int(error["loc"][0])]
            values[text] = Unreadable.CELL
            faults[text] = Problem(
                file, None, name, text, error["type"], {**_example(table, name), **error.get("ctx", {})}
            )
        read = [text for text in filled if text not in values]
        values.update(zip(read, reader.validate_python(read), strict=True))
    return values, faults


def _cell_problems(records: Records, faults: Mapping[str, Mapping[str, Problem]]) -> Iterator[Problem]:
    for name, column in faults.items():
        if column:
            for index, text in enumerate(records.raw[name]):
                if text in column:
                    fault = column[text]
                    yield records.problem(index, name, fault.rule, **fault.hints)


def _example(table: Table, name: str) -> dict[str, str | int]:
    return {"example": table.column(name).example}


describe("no_rows", "в таблице нет ни одной строки.", "Добавьте строки под заголовком.")
describe(
    "no_rows_yet", "в таблице только заголовок.", "Если строки пропали, верните их; если их ещё нет, ничего не делайте."
)
describe("empty_cell", "пустая ячейка, а значение обязательно.", "Впишите значение, например {example}.")
