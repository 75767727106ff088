"""The tables of a programme as their files hold them: in the order of the files, with what could not be read too."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vitrina.dataset.city import read_city
from vitrina.dataset.programme import City
from vitrina.dataset.reader import source_choice
from vitrina.dataset.reading_cells import read_records
from vitrina.dataset.records import Records, empty_records
from vitrina.dataset.sheets import SUFFIXES, Sheet, read_sheet
from vitrina.dataset.tables import PROGRAMME_TABLES, Table
from vitrina.dataset.tables.translations import language_of
from vitrina.output import Refused
from vitrina.words.catalogue import sentence


class NoProgramme(Refused):
    """There is no such programme, or the settings of the city cannot be read."""


@dataclass(frozen=True, slots=True)
class FilledTable:
    records: Records
    sheet: Sheet | None = None
    """As the file has it; None where there is no file."""
    content: bytes = b""
    """Of the file, if it is a CSV."""

    @property
    def table(self) -> Table:
        return self.records.table

    @property
    def columns(self) -> tuple[str, ...]:
        """Those of the file, and all that no file may go without."""
        header = self.sheet.header if self.sheet else ()
        return tuple(name for name in self.table.names if name in header or not self.table.column(name).may_be_absent)

    def printed(self, column: str, index: int) -> str:
        """The text of a cell as the file has it; empty where it has no such column."""
        return self.records.raw[column][index] if column in self.records.raw else ""

    def cell(self, column: str, index: int) -> str:
        """The same of any column of the file, be it one of the table or not."""
        header = self.sheet.header if self.sheet else ()
        return self.sheet.rows[index][header.index(column)] if self.sheet and column in header else ""


def city_of(data: Path) -> City:
    """Raises `NoProgramme` where the settings are at fault: `check` tells of it."""
    city = read_city(data).city
    if city is None:
        raise NoProgramme(
            sentence("Настройки города не читаются: {file}. Что в них не так, скажет {command}."),
            file=data / "city.yml",
            command="python -m vitrina check",
        )
    return city


def programmes_of(data: Path) -> list[str]:
    """The names of their folders."""
    programmes = data / "programmes"
    there = sorted(path.name for path in programmes.iterdir() if path.is_dir()) if programmes.is_dir() else []
    return [name for name in there if not name.startswith(".")]


def programme_folder(programme: str | None, data: Path) -> Path:
    """The folder of a programme; of the only one where none is named. Raises `NoProgramme`."""
    programmes = data / "programmes"
    there = programmes_of(data)
    if programme is None and len(there) == 1:
        return programmes / there[0]
    if programme not in there:
        raise NoProgramme(
            sentence("Назовите программу: --programme и имя её папки. Есть такие: {programmes}."),
            programmes=", ".join(there) or "—",
        )
    return programmes / str(programme)


def tables_of(folder: Path, city: City) -> Iterator[FilledTable]:
    """Every table of the programme, empty ones too. Raises `UnreadableSheet`."""
    sources = source_choice({source.id: source.name for source in city.sources})
    for table in PROGRAMME_TABLES:
        if (into := language_of(table)) and into not in city.languages:
            continue
        shown = f"programmes/{folder.name}/"
        if any((folder / f"{table.name}{suffix}").exists() for suffix in SUFFIXES):
            sheet = read_sheet(folder, table.name, shown)
            if set(sheet.header) & set(table.names) and (sheet.rows or not table.required):
                file = folder / f"{table.name}.csv"
                content = file.read_bytes() if file.exists() else b""
                yield FilledTable(read_records(sheet, table, sources)[0], sheet, content)
                continue
        yield FilledTable(empty_records(table, f"{shown}{table.name}.csv"))
