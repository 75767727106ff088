"""A workbook that holds many tables, a sheet each, as the site gives it away: it may stand for their files."""

import re
from dataclasses import dataclass
from pathlib import Path

from vitrina.dataset.sheets import Sheet, bytes_of, sheet_of
from vitrina.dataset.tables import Table
from vitrina.dataset.tables.sheet_names import sheet_names
from vitrina.dataset.workbooks import opened_workbook, read_table_of_many

NAME = re.compile(r"(?:.+-)?tables\.xlsx")


@dataclass(frozen=True, slots=True)
class WholeWorkbook:
    """The first such workbook of a folder."""

    file: str
    """Its path within the dataset."""
    data: bytes
    sheets: tuple[str, ...]

    def sheet_of(self, table: Table) -> str | None:
        """The name of the table's sheet, if it has one."""
        return next((name for name in self.sheets if name in sheet_names(table)), None)

    def read(self, table: Table) -> Sheet:
        """Raises `UnreadableSheet`, and `KeyError` for a table that is not there."""
        name = self.sheet_of(table)
        if name is None:
            raise KeyError(table.name)
        file = f"{self.file}/{table.name}"
        with opened_workbook(self.data, file) as workbook:
            return sheet_of(file, *read_table_of_many(self.data, workbook, file, table, name))


def whole_workbook(folder: Path, shown: str) -> WholeWorkbook | None:
    """Raises `UnreadableSheet`."""
    path = next((path for path in sorted(folder.iterdir()) if NAME.fullmatch(path.name)), None)
    if path is None:
        return None
    file = f"{shown}{path.name}"
    data = bytes_of(path, file)
    with opened_workbook(data, file) as workbook:
        return WholeWorkbook(file, data, tuple(workbook.sheet_names))
