"""Adds a decree to a programme that has tables: a document and its rows beside what stands there, or nothing at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vitrina.dataset.problems import Problem
from vitrina.dataset.reader import read_dataset
from vitrina.dataset.tables import EXPECTED_FINDINGS
from vitrina.dataset.whole_workbook import NAME as WHOLE
from vitrina.decrees.decree import Decree
from vitrina.desk.decree_rows import DecreeFile, NotWritten
from vitrina.desk.edition_document import NotAdded, document_row, file_of, refuse_other, title_of_same
from vitrina.desk.edition_rows import EditionRows, Stated, leave_plans_out, line_rows, one_each, rows_of_edition
from vitrina.desk.filled_tables import FilledTable, tables_of
from vitrina.desk.in_force import InForce
from vitrina.desk.known_differences import findings_change
from vitrina.desk.orders import Outcome, apply_orders
from vitrina.desk.recognised import Recognised
from vitrina.desk.written_tables import Cells, Change, changed_rows, copy_with, put_changes, write_changes
from vitrina.measures.loading import load_dataset
from vitrina.words.catalogue import sentence

_FIRST_ROW = 2  # as Excel numbers them, below the header


@dataclass(frozen=True, slots=True)
class Accepted:
    """What passes the check, and is written."""

    changes: tuple[Change, ...]
    texts: Mapping[str, Path]
    """The file of the document by its name; nothing where its text cannot be kept."""
    differences: tuple[Cells, ...]
    """Totals that do not add up with it, as `expected_findings.csv` has them."""
    not_quoted: tuple[Problem, ...] = ()
    """What the tables quote and its text does not have, so that it is not kept."""


@dataclass(frozen=True, slots=True)
class NewEdition:
    """What was added to the tables of a programme, and what had to stay out."""

    folder: Path
    file: DecreeFile
    document: Cells
    known: Recognised
    """The programme as it was before, and what the decree names of it."""
    rows: EditionRows
    outcomes: tuple[Outcome, ...]
    accepted: Accepted


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """The document has been added before."""

    title: str


def add_edition(decree: Path, programme: str, data: Path) -> NewEdition | AlreadyThere:
    """Raises `OSError`, `UnreadableText` and `NotAdded`; whatever is raised, nothing has been written."""
    dataset = load_dataset(data).dataset
    known = next((one for one in dataset.programmes if one.id == programme), None) if dataset else None
    if dataset is None or known is None:
        raise NotAdded(
            sentence("Сначала поправьте таблицы, которые уже есть. Что в них не так, скажет {command}."),
            command="python -m vitrina check",
        )
    file = file_of(decree, known, dataset.city)
    if title := title_of_same(file, known):
        return AlreadyThere(title)
    refuse_other(file, known)
    document = document_row(file, known)
    found = Recognised(known, dataset.city, _stated_names(file.decree))
    in_force = InForce(known)
    rows = rows_of_edition(file, found, in_force)
    figures, outcomes = apply_orders(file, found, in_force, rows)
    rows.figures = _consistent(rows, figures)
    if document["kind"] == "report":
        leave_plans_out(rows)
    if not (rows.figures or rows.texts or rows.lines or rows.assignments or file.decree.amendments):
        raise NotAdded(sentence("Здесь нет ни поправок, ни паспорта, ни денег этой программы. Таблицы не тронуты."))
    folder = data / "programmes" / programme
    if book := next((path for path in folder.iterdir() if WHOLE.fullmatch(path.name)), None):
        raise NotAdded(
            sentence("Таблицы программы лежат в одной книге {file}. Сохраните каждый её лист как отдельный файл."),
            file=book.name,
        )
    tables = {one.table.name: one for one in tables_of(folder, dataset.city)}
    texts = {f"{file.document}{decree.suffix.lower()}": decree} if file.text is not None else {}
    accepted = None
    while accepted is None:
        changes = tuple(_changes(file, document, rows, tables, found))
        try:
            accepted = _accepted(changes, texts, folder, data, found)
        except NotAdded as refused:
            if not _leave_out(refused.problems, rows, tables):
                raise
    write_changes(accepted.changes, folder, accepted.texts)
    return NewEdition(folder, file, document, found, rows, tuple(outcomes), accepted)


def _leave_out(problems: Sequence[Problem], rows: EditionRows, tables: Mapping[str, FilledTable]) -> bool:
    """Take figures that the check refuses out of the rows; whether that is all that it refuses."""
    refused = set()
    for one in problems:
        name = one.file.rpartition("/")[2].removesuffix(".csv")
        own = [figure for figure in rows.figures if figure.table == name]
        first = len(tables[name].records.numbers) + _FIRST_ROW if name in tables else 0
        if one.row is None or not 0 <= one.row - first < len(own):
            return False
        refused.add(id(own[one.row - first]))
    rows.left += [
        NotWritten(str(one.row["words"]), str(one.row["place"]), "check") for one in rows.figures if id(one) in refused
    ]
    rows.figures = [one for one in rows.figures if id(one) not in refused]
    return bool(refused)


def _stated_names(decree: Decree) -> Mapping[str, str]:
    return {one.number: one.text for one in decree.passport.of("subprogramme") if one.number and one.is_sure}


def _consistent(rows: EditionRows, replaced: Sequence[Stated]) -> list[Stated]:
    """Each figure once: what an order and a new wording say differently stays out."""
    figures = (*rows.figures, *replaced)
    named = ((one, NotWritten(str(one.row["words"]), str(one.row["place"]), "twice")) for one in figures)
    return one_each(named, rows.left)


def _changes(
    file: DecreeFile, document: Cells, rows: EditionRows, tables: Mapping[str, FilledTable], known: Recognised
) -> Iterator[Change]:
    observed = [one.row for one in rows.figures if one.table == "observations"]
    added: Mapping[str, Sequence[Cells]] = {
        "documents": [document],
        "lines": tuple(line_rows(rows.lines, file)),
        "money": [one.row for one in rows.figures if one.table == "money"],
        "indicators": rows.indicators,
        "assignments": rows.assignments,
        "observations": [{**row, "id": known.unused(_observation_id(row, file))} for row in observed],
    }
    for name, new in added.items():
        changed = {}
        if name == "lines":
            ids = tables[name].records.values["id"]
            changed = {index: rows.names[one] for index, one in enumerate(ids) if one in rows.names}
        if change := changed_rows(tables[name], new, changed):
            yield change
    if change := _passport_change(tables["passport"], rows.passport):
        yield change


def _observation_id(row: Cells, file: DecreeFile) -> str:
    day = row["to"]
    year = day.year if isinstance(day, date) else "undated"
    return f"{row['indicator']}-{year}-{row['stage']}-{file.document}"


def _passport_change(filled: FilledTable, fields: Mapping[str, Sequence[Cells]]) -> Change | None:
    """Entries of a field in the place of its former ones; those that are left over are gone."""
    added: list[Cells] = []
    changed: dict[int, Cells] = {}
    gone: set[int] = set()
    for field, entries in fields.items():
        places = [index for index, one in enumerate(filled.records.values["field"]) if one == field]
        changed |= dict(zip(places, entries, strict=False))
        added += entries[len(places) :]
        gone |= set(places[len(entries) :])
    return changed_rows(filled, added, changed, gone)


def _accepted(
    changes: tuple[Change, ...], texts: Mapping[str, Path], folder: Path, data: Path, known: Recognised
) -> Accepted:
    """What passes the check: tried on a copy, with the totals that do not add up written down as known.

    The text of the document stays out where the tables quote of it what it does not have: gaps of the edition before.
    """
    with copy_with(folder.name, folder, data) as copy:
        own = copy / "programmes" / folder.name
        put_changes(changes, own, texts)
        differences: tuple[Cells, ...] = ()
        if read := read_dataset(copy).dataset:
            tables = {one.table.name: one for one in tables_of(folder, known.city)}
            change, differences = findings_change(tables["expected_findings"], read.programmes[0], known.unused)
            if change:
                changes = (*changes, change)
                put_changes([change], own, {})
        problems = _errors(copy)
    if texts and problems and {one.rule for one in problems} == {"words_not_found"}:
        plain = tuple(one for one in changes if one.table is not EXPECTED_FINDINGS)
        return replace(_accepted(plain, {}, folder, data, known), not_quoted=problems)
    if problems:
        raise NotAdded(sentence("С этим документом таблицы не прошли бы проверку. Они не тронуты."), problems)
    return Accepted(changes, texts, differences)


def _errors(data: Path) -> tuple[Problem, ...]:
    reading = load_dataset(data)
    return () if reading.dataset else reading.problems
