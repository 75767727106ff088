"""What a mutation is: the untouched dataset as tables of texts, and one accident that happened to a file of it."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from support.datasets import BATTERY
from vitrina.dataset.tables import PROGRAMME_TABLES, REFERENCE_TABLES, Table

CITY = "city.yml"
_FOLDERS = {"programme": "programmes/parks", "reference": "reference"}
_BOM = "\ufeff"

Row = tuple[str, ...]
Stands = bytes | Callable[[], bytes] | None
"""What a file holds, or what makes it where that takes long; None: the file is not there."""


@dataclass(frozen=True, slots=True)
class Content:
    """A table of the dataset as it stands in its file."""

    table: Table
    header: Row
    rows: tuple[Row, ...]

    @property
    def file(self) -> str:
        return f"{_FOLDERS[self.table.folder]}/{self.table.name}.csv"

    def cell(self, row: int, column: str) -> str:
        return self.rows[row][self.header.index(column)]

    def with_cell(self, row: int, column: str, text: str) -> tuple[Row, ...]:
        place = self.header.index(column)
        return tuple(
            (*cells[:place], text, *cells[place + 1 :]) if number == row else cells
            for number, cells in enumerate(self.rows)
        )


@dataclass(frozen=True, slots=True)
class Mutation:
    """One accident. `row` is counted as a spreadsheet counts; where there is none, the whole file is meant."""

    kind: str
    file: str
    changed: Mapping[str, Stands]
    """What stands in the files instead."""
    row: int | None = None
    column: str | None = None
    was: str = ""
    now: str = ""
    is_visible: bool = False
    """Whether the cell itself shows it: who names a translation of the cell alone has not seen it."""
    rows: int = 1
    """How many rows the accident made of one."""

    @property
    def place(self) -> str:
        return ", ".join(str(part) for part in (self.file, self.row, self.column) if part is not None)


def table_bytes(
    header: Sequence[str], rows: Iterable[Sequence[str]], separator: str = ";", bom: str = _BOM, end: str = "\n"
) -> bytes:
    """A table as Excel saves it in UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return (bom + written.getvalue()).encode()


@cache
def contents() -> tuple[Content, ...]:
    """Every table of the untouched dataset."""
    return tuple(_read(table) for table in (*PROGRAMME_TABLES, *REFERENCE_TABLES))


def content_of(name: str) -> Content:
    return next(content for content in contents() if content.table.name == name)


def content_in(file: str) -> Content | None:
    """The table that a file holds, as text or as a workbook."""
    return next((content for content in contents() if stem(content.file) == stem(file)), None)


def stem(file: str) -> str:
    """A table's file, whichever kind it is."""
    return file.removesuffix(".csv").removesuffix(".xlsx")


def _read(table: Table) -> Content:
    text = (BATTERY / _FOLDERS[table.folder] / f"{table.name}.csv").read_text(encoding="utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text), delimiter=";")
    return Content(table, tuple(header), tuple(map(tuple, rows)))
