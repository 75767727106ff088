"""Adds a decree to a programme that has tables: a document and its rows beside what stands there, or nothing at all."""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from vitrina.dataset.documents.reading import read_text
from vitrina.dataset.documents.refusals import UnreadableText
from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import City, Programme
from vitrina.dataset.reader import read_dataset
from vitrina.dataset.tables import EXPECTED_FINDINGS
from vitrina.dataset.whole_workbook import NAME as WHOLE
from vitrina.decrees.blocks import Paragraph
from vitrina.decrees.decree import Decree, read_decree
from vitrina.decrees.files import read_blocks
from vitrina.decrees.quotes import quotes_of
from vitrina.desk.decree_rows import DecreeFile, NotWritten, title_of
from vitrina.desk.edition_rows import EditionRows, Stated, line_rows, one_each, rows_of_edition
from vitrina.desk.filled_tables import FilledTable, tables_of
from vitrina.desk.in_force import InForce
from vitrina.desk.known_differences import findings_change
from vitrina.desk.orders import Outcome, apply_orders
from vitrina.desk.recognised import Recognised, plain_name
from vitrina.desk.requisites import latest_fact, requisites_of
from vitrina.desk.written_tables import Cells, Change, changed_rows, put_changes, write_changes
from vitrina.measures.loading import load_dataset
from vitrina.output import Refused
from vitrina.words.catalogue import sentence

_HEAD = 30  # paragraphs
_OF_PROGRAMME = re.compile(r"программ[а-яё]+\s*$", re.IGNORECASE)
_ALIKE = 0.7


class NotAdded(Refused):
    """The document cannot be added; `problems` are those that the check would have with its rows."""

    def __init__(self, said: str, problems: Sequence[Problem] = (), **values: object) -> None:
        super().__init__(said, **values)
        self.problems = tuple(problems)


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
    """Raises `OSError`, `UnreadableDecree` and `NotAdded`; whatever is raised, nothing has been written."""
    dataset = load_dataset(data).dataset
    known = next((one for one in dataset.programmes if one.id == programme), None) if dataset else None
    if dataset is None or known is None:
        raise NotAdded(
            sentence("Сначала поправьте таблицы, которые уже есть. Что в них не так, скажет {command}."),
            command="python -m vitrina check",
        )
    file = _file(decree, known, dataset.city)
    if there := _already_there(file, known):
        return there
    _refuse_other(file, known)
    document = _document(file, known)
    found = Recognised(known, dataset.city, _stated_names(file.decree))
    in_force = InForce(known)
    rows = rows_of_edition(file, found, in_force)
    figures, outcomes = apply_orders(file, found, in_force, rows)
    rows.figures = _consistent(rows, figures)
    if not (rows.figures or rows.texts or rows.lines or rows.assignments or file.decree.amendments):
        raise NotAdded(sentence("Здесь нет ни поправок, ни паспорта, ни денег этой программы. Таблицы не тронуты."))
    folder = data / "programmes" / programme
    if book := next((path for path in folder.iterdir() if WHOLE.fullmatch(path.name)), None):
        raise NotAdded(
            sentence("Таблицы программы лежат в одной книге {file}. Сохраните каждый её лист как отдельный файл."),
            file=book.name,
        )
    tables = {one.table.name: one for one in tables_of(folder, dataset.city)}
    changes = tuple(_changes(file, document, rows, tables, found))
    texts = {f"{file.document}{decree.suffix.lower()}": decree} if file.text is not None else {}
    accepted = _accepted(changes, texts, folder, data, found)
    write_changes(accepted.changes, folder, accepted.texts)
    return NewEdition(folder, file, document, found, rows, tuple(outcomes), accepted)


def _file(decree: Path, programme: Programme, city: City) -> DecreeFile:
    blocks = read_blocks(decree)
    read = read_decree(blocks)
    issued = requisites_of(blocks).get("date")
    kind = "edition" if read.is_whole else "amendment"
    name = f"{kind}-{issued.isoformat()}" if isinstance(issued, date) else f"{kind}-{len(programme.documents) + 1}"
    taken = {str(one) for columns in programme.tables.values() for one in columns.get("id", ())}
    identity = next(one for one in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    sources = frozenset(source.id for source in city.sources)
    file = DecreeFile(programme.line.id, identity, read, blocks, None, sources)
    try:
        text = read_text(decree)
    except UnreadableText:  # of a kind that a programme does not keep: RTF, HTML
        return file
    return replace(file, text=text.whole, sha256=text.sha256)


def _already_there(file: DecreeFile, programme: Programme) -> AlreadyThere | None:
    """Raises `NotAdded` where another file has its date and number."""
    issued = requisites_of(file.blocks)
    for one in programme.documents:
        quoted = programme.quoted.get(one.id)
        known = {one.sha256, quoted.text.sha256 if quoted else None} - {None, ""}
        if file.sha256 and file.sha256 in known:
            return AlreadyThere(one.title)
        is_same = "date" in issued and (one.date, one.number) == (issued["date"], issued["number"])
        if is_same and file.sha256 and known:
            raise NotAdded(
                sentence("Документ с этой датой и номером уже есть: «{title}», но файл другой. Таблицы не тронуты."),
                title=one.title,
            )
        if is_same:
            return AlreadyThere(one.title)
    return None


def _refuse_other(file: DecreeFile, programme: Programme) -> None:
    """A decree that names another programme, and this one nowhere, is of that one."""
    texts = [one.text for one in file.blocks[:_HEAD] if isinstance(one, Paragraph) and "внес" in one.text.lower()]
    names = [name for text in texts for name in _programmes_in(text)]
    names += [title_of(file.decree)] if title_of(file.decree) else []
    if names and not any(_alike(plain_name(programme.name), plain_name(name)) for name in names):
        raise NotAdded(
            sentence("Документ говорит о программе «{other}», а в таблицах «{name}». Таблицы не тронуты."),
            other=names[0], name=programme.name,
        )  # fmt: skip


def _programmes_in(text: str) -> Iterator[str]:
    """Names behind the word «программы», in quotations within others too."""
    for quote in quotes_of(text):
        if _OF_PROGRAMME.search(text[: quote.start]):
            yield quote.text
        yield from _programmes_in(quote.text)


def _alike(own: str, other: str) -> bool:
    """Whether two names may be of one programme: one is longer by the name of the city, or has a letter mistyped."""
    return own in other or other in own or SequenceMatcher(None, own, other).ratio() > _ALIKE


def _document(file: DecreeFile, programme: Programme) -> Cells:
    issued = {**requisites_of(file.blocks)}
    words = str(issued.get("requisites_words", ""))
    if file.text is not None and words not in file.text:
        issued.pop("requisites_words", None)
    facts = {} if "date" in issued or not file.decree.is_whole else latest_fact(file.blocks)
    if "date" not in issued and not facts:
        raise NotAdded(
            sentence(
                "В начале документа не видно его даты и номера. Впишите их туда, например «от 15.06.2021 № 214-п», "
                "и повторите. Таблицы не тронуты."
            )
        )
    day = issued.get("date")
    of = f"от {day:%d.%m.%Y} № {issued['number']}" if isinstance(day, date) else "проект"
    title = f"«{title_of(file.decree) or programme.name}»"
    return {
        "id": file.document, "sequence": max(one.sequence for one in programme.documents) + 1, "kind": "edition",
        "title": f"Программа {title}, редакция {of}" if file.decree.is_whole else f"Изменения {of}",
        "covers": "whole" if file.decree.is_whole else "part", "publication": "published",
        "sha256": file.sha256 if file.text is not None else None, **issued, **facts,
    }  # fmt: skip


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
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / data.name
        shutil.copytree(data, copy, ignore=shutil.ignore_patterns("programmes"))
        own = copy / "programmes" / folder.name
        shutil.copytree(folder, own)
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
