"""Lays out a programme's folder from a decree: all of its tables, or none."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vitrina.dataset.documents.reading import FOLDER
from vitrina.dataset.reader import is_programme_id, read_dataset
from vitrina.dataset.tables import EXPECTED_FINDINGS, PROGRAMME_TABLES, Table
from vitrina.decrees.decree import Decree, read_decree
from vitrina.decrees.files import read_blocks
from vitrina.desk.decree_rows import DecreeFile, DecreeRows, rows_of
from vitrina.desk.filled_tables import city_of
from vitrina.desk.known_differences import difference_rows
from vitrina.desk.written_tables import Cells, copy_with
from vitrina.open_data.delimited import for_editing
from vitrina.output import Refused, replaced
from vitrina.words.catalogue import sentence
from vitrina.words.languages import SOURCE_LANGUAGE

_DOCUMENT = "edition-1"


class NoPlace(Refused):
    """The tables cannot be laid out there."""


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """What was read of the decree, and the folder in which its tables lie now."""

    folder: Path
    decree: Decree
    tables: DecreeRows


def lay_out(decree: Path, programme: str, data: Path) -> NewProgramme:
    """Write the tables of a new programme of the dataset `data`, beside the text of the decree.

    Totals that do not add up are written down as known, since the document says so. Raises `OSError`,
    `UnreadableText`, `NoProgramme` and `NoPlace`; whatever is raised, nothing has been written.
    """
    folder = data / "programmes" / programme
    if not is_programme_id(programme):
        raise NoPlace(
            sentence("Программу нельзя назвать «{name}». Нужны строчные латинские буквы, цифры и дефис."),
            name=programme,
        )
    if folder.exists():
        raise NoPlace(sentence("Папка {folder} уже есть. Таблицы в ней не тронуты. Назовите другую."), folder=folder)
    file = _file(decree, programme, data)
    found = rows_of(file)
    with replaced(folder) as new:
        new.mkdir()
        if file.text is not None:
            (new / FOLDER).mkdir()
            shutil.copyfile(decree, new / FOLDER / f"{file.document}{decree.suffix.lower()}")
        for table in PROGRAMME_TABLES:
            if table.required or found.rows.get(table.name):
                (new / f"{table.name}.csv").write_bytes(_csv(table, found.rows.get(table.name, ())))
        if known := tuple(_known_differences(new, programme, data)):
            (new / f"{EXPECTED_FINDINGS.name}.csv").write_bytes(_csv(EXPECTED_FINDINGS, known))
    return NewProgramme(folder, file.decree, found)


def _file(decree: Path, programme: str, data: Path) -> DecreeFile:
    blocks = read_blocks(decree)
    sources = frozenset(source.id for source in city_of(data).sources)
    return DecreeFile(programme, _DOCUMENT, read_decree(blocks), blocks, None, sources).with_text_of(decree)


def _csv(table: Table, rows: Sequence[Cells]) -> bytes:
    used = [name for name in table.names if not table.column(name).may_be_absent or any(row.get(name) for row in rows)]
    lines: list[list[Any]] = [used, *([row.get(name) for name in used] for row in rows)]
    return for_editing(lines, SOURCE_LANGUAGE)


def _known_differences(new: Path, programme: str, data: Path) -> Iterator[Mapping[str, object]]:
    """The rows of `expected_findings.csv`: what does not add up in the document itself."""
    with copy_with(programme, new, data) as copy:
        read = read_dataset(copy).dataset
    if read:
        yield from difference_rows(read.programmes[0])
