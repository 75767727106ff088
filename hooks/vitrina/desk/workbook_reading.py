"""Reads a workbook that was filled in: checked as a dataset first, then written into the tables, or not at all."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import PydanticCustomError

from vitrina.dataset.encodings import UnreadableSheet
from vitrina.dataset.problems import Problem, problem_text
from vitrina.dataset.reader import source_choice
from vitrina.dataset.reading_cells import read_records
from vitrina.dataset.records import Records
from vitrina.dataset.sheets import SUFFIXES, Sheet
from vitrina.dataset.tables import MONEY, PROGRAMME_TABLES, Table
from vitrina.dataset.tables.sheet_names import sheet_name, sheet_names
from vitrina.dataset.whole_workbook import WholeWorkbook
from vitrina.dataset.workbook_parts import column_letters
from vitrina.dataset.workbooks import open_workbook
from vitrina.desk.entry_sheets import COLUMNS, COPIED_DOWN, entry_sheet_of
from vitrina.desk.filled_tables import FilledTable, city_of, tables_of
from vitrina.desk.workbook_writing import LISTS
from vitrina.desk.written_tables import Change, changed_table, write_changes
from vitrina.measures.loading import load_dataset
from vitrina.open_data.delimited import for_editing
from vitrina.words import LANGUAGES, Words
from vitrina.words.languages import SOURCE_LANGUAGE


@dataclass(frozen=True, slots=True)
class Cell:
    """Where something stands in the workbook; the column is that of the table, its letter is looked up by it."""

    sheet: str
    row: int
    letters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Typed:
    """A table as the workbook has it, and for each row where it came from."""

    table: Table
    sheet: Sheet
    places: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class WorkbookReading:
    """`problems` as lines for people, or else `changes` by table, which have been written."""

    problems: tuple[str, ...]
    changes: tuple[Change, ...] = ()


def read_filled(file: Path, folder: Path, data: Path, words: Words) -> WorkbookReading:
    """Write what is new in the workbook into the tables of a programme's folder.

    Nothing is written while anything is wrong, and the folder is put in place whole. Raises `OSError` and
    `NoProgramme`.
    """
    city = city_of(data)
    try:
        tables = tuple(tables_of(folder, city))
        book = _book(file)
        if unknown := tuple(_unknown_sheets(book, words)):
            return WorkbookReading(unknown)
        typed = _typed(book, tables)
        sources = source_choice({source.id: source.name for source in city.sources})
        read = {name: read_records(one.sheet, one.table, sources) for name, one in typed.items()}
    except UnreadableSheet as refused:
        return WorkbookReading((problem_text(refused.problem, words, _sheet_of(refused.problem, words)),))
    faults = [*_faults_of_sheets(typed, read, words), *_problems(typed, folder, data, words)]
    if faults:
        return WorkbookReading(tuple(dict.fromkeys(faults)))
    changes = [
        change
        for filled in tables
        if filled.table.name in read and (change := changed_table(filled, read[filled.table.name][0]))
    ]
    if changes:
        write_changes(changes, folder)
    return WorkbookReading((), tuple(changes))


def _book(file: Path) -> WholeWorkbook:
    data = file.read_bytes()
    return WholeWorkbook(file.name, data, open_workbook(data, file.name))


def _unknown_sheets(book: WholeWorkbook, words: Words) -> Iterator[str]:
    """What was typed into a sheet that was renamed, or into another workbook, would be lost without a word."""
    known = {Words(language).say(LISTS) for language in LANGUAGES}
    known |= {name for table in PROGRAMME_TABLES for name in sheet_names(table)}
    for name in book.sheets:
        if name not in known and not entry_sheet_of(name):
            yield words.say(
                "лист «{sheet}»: в книге программы такого нет. Верните ему прежнее имя или удалите его.", sheet=name
            )


def _typed(book: WholeWorkbook, tables: Sequence[FilledTable]) -> Mapping[str, _Typed]:
    """Every table that has a sheet, with what the sheets for typing in a year add to it."""
    found: dict[str, _Typed] = {}
    for filled in tables:
        table = filled.table
        if (name := book.sheet_of(table)) is None:
            continue
        try:
            sheet = book.read(table)
        except UnreadableSheet as refused:
            if refused.problem.rule != "empty_file" or filled.records.numbers:
                raise
            continue  # nothing was there, and nothing was filled in
        letters = {head: column_letters(place) for place, head in enumerate(sheet.header)}
        if not (sheet.rows or filled.records.numbers) and table.required:
            continue  # likewise
        found[table.name] = _Typed(table, sheet, tuple(Cell(name, number, letters) for number in sheet.numbers))
    for name in book.sheets:
        of_years = entry_sheet_of(name)
        if of_years and of_years.name in found:
            entries = tuple(_entries(book, of_years, name))
            found[of_years.name] = _with_entries(found[of_years.name], entries)
    return found


def _entries(book: WholeWorkbook, table: Table, name: str) -> Iterator[tuple[Mapping[str, str], Cell]]:
    """The rows of the long table that a sheet of years holds: one for each figure that is filled in."""
    sheet = book.read_sheet(table, name)
    years = {place: head[:4] for place, head in enumerate(sheet.header) if head[:4].isdecimal()}
    figure = "amount" if table is MONEY else "value"
    above: dict[str, str] = {}
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        told = {head: row[place].strip() for place, head in enumerate(sheet.header) if head in COLUMNS[table.name]}
        told = {head: text or (above.get(head, "") if head in COPIED_DOWN else "") for head, text in told.items()}
        above = told
        for place, year in years.items():
            if text := row[place].strip():
                letters = {head: column_letters(at) for at, head in enumerate(sheet.header)}
                letters |= {figure: column_letters(place), "year": column_letters(place)}
                yield {**told, figure: text, **_of_year(table, told, year)}, Cell(name, number, letters)


def _of_year(table: Table, told: Mapping[str, str], year: str) -> Mapping[str, str]:
    if table is MONEY:
        return {"year": year}
    stage = told.get("stage", "")
    with suppress(PydanticCustomError):  # the check of the whole tells of it
        stage = table.cell("stage").read(stage)
    return {"id": f"{told.get('indicator', '')}-{year}-{stage}", "from": f"{year}-01-01", "to": f"{year}-12-31"}


def _with_entries(typed: _Typed, entries: Sequence[tuple[Mapping[str, str], Cell]]) -> _Typed:
    if not entries:
        return typed
    sheet = typed.sheet
    used = [name for name in typed.table.names if any(row.get(name) for row, _ in entries)]
    header = (*sheet.header, *(name for name in used if name not in sheet.header))
    old = [(*row, *[""] * (len(header) - len(row))) for row in sheet.rows]
    new = [tuple(row.get(name, "") for name in header) for row, _ in entries]
    numbers = tuple(range(2, len(old) + len(new) + 2))
    return _Typed(
        typed.table,
        Sheet(sheet.file, header, numbers, (*old, *new), sheet.problems),
        (*typed.places, *(cell for _, cell in entries)),
    )


def _faults_of_sheets(
    typed: Mapping[str, _Typed], read: Mapping[str, tuple[Records, Sequence[Problem]]], words: Words
) -> Iterator[str]:
    """What is wrong with a sheet as such: something beside the table, say, that no column holds."""
    for name, (_, found) in read.items():
        one = typed[name]
        places = dict(zip(one.sheet.numbers, one.places, strict=True))
        for problem in found:
            if problem.severity == "error":
                where = _said(places.get(problem.row or 0), problem.column, one.table, words)
                yield problem_text(problem, words, where)


def _problems(typed: Mapping[str, _Typed], folder: Path, data: Path, words: Words) -> Iterator[str]:
    """What `check` says of the dataset with these tables, each with the sheet and the cell."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / data.name
        shutil.copytree(data, copy)
        programme = copy / "programmes" / folder.name
        for name, one in typed.items():
            for suffix in SUFFIXES:
                (programme / f"{name}{suffix}").unlink(missing_ok=True)
            rows = [one.sheet.header, *one.sheet.rows]
            (programme / f"{name}.csv").write_bytes(for_editing(rows, SOURCE_LANGUAGE))
        reading = load_dataset(copy)
    for problem in reading.problems:
        yield problem_text(problem, words, _place_of(problem, typed, folder, words))


def _place_of(problem: Problem, typed: Mapping[str, _Typed], folder: Path, words: Words) -> str:
    """«лист «Деньги», ячейка D14»; empty for what is in no sheet."""
    place, _, name = problem.file.rpartition("/")
    one = typed.get(name.removesuffix(".csv"))
    if one is None or place != f"programmes/{folder.name}":
        return ""
    is_row = problem.row is not None and 2 <= problem.row < len(one.places) + 2
    return _said(one.places[problem.row - 2] if is_row and problem.row else None, problem.column, one.table, words)


def _said(cell: Cell | None, column: str | None, table: Table, words: Words) -> str:
    if cell is None:
        return words.say("лист «{sheet}»", sheet=sheet_name(table, words))
    if letters := cell.letters.get(column or ""):
        return words.say("лист «{sheet}», ячейка {cell}", sheet=cell.sheet, cell=f"{letters}{cell.row}")
    return words.say("лист «{sheet}», строка {row}", sheet=cell.sheet, row=cell.row)


def _sheet_of(problem: Problem, words: Words) -> str:
    """Of a sheet that cannot be read at all."""
    name = problem.file.rpartition("/")[2]
    table = next((one for one in PROGRAMME_TABLES if one.name == name), None)
    return words.say("лист «{sheet}»", sheet=sheet_name(table, words)) if table else ""
