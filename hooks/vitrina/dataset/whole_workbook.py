"""A workbook that holds many tables, a sheet each, as the site gives it away: it may stand for their files."""

import re
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineWorkbook

from vitrina.dataset.sheets import Sheet, bytes_of, sheet_of
from vitrina.dataset.tables import Table
from vitrina.dataset.tables.sheet_names import sheet_names
from vitrina.dataset.workbooks import faults_named, open_workbook, read_table_of_many

NAME = re.compile(r"(?:.+-)?tables\.xlsx")


@dataclass(frozen=True, slots=True)
class WholeWorkbook:
    """The first such workbook of a folder."""

    file: str
    """Its path within the dataset."""
    data: bytes
    opened: CalamineWorkbook

    @property
    def sheets(self) -> list[str]:
        return self.opened.sheet_names

    def sheet_of(self, table: Table) -> str | None:
        """The name of the table's sheet, if it has one."""
        return next((name for name in self.sheets if name in sheet_names(table)), None)

    def read(self, table: Table) -> Sheet:
        """Raises `UnreadableSheet`, and `KeyError` for a table that is not there."""
        name = self.sheet_of(table)
        if name is None:
            raise KeyError(table.name)
        return self.read_sheet(table, name)

    def read_sheet(self, table: Table, name: str) -> Sheet:
        """Raises `UnreadableSheet`."""
        file = f"{self.file}/{table.name}"
        with faults_named(file):
            return sheet_of(file, *read_table_of_many(self.data, self.opened, file, table, name))


def whole_workbook(folder: Path, shown: str) -> WholeWorkbook | None:
    """Raises `UnreadableSheet`."""
    path = next((path for path in sorted(folder.iterdir()) if NAME.fullmatch(path.name)), None)
    if path is None:
        return None
    file = f"{shown}{path.name}"
    data = bytes_of(path, file)
    return WholeWorkbook(file, data, open_workbook(data, file))
