"""Tables as they were read of a dataset: of its copies that differ in one file, the others need no reading again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from vitrina.dataset import reader
from vitrina.dataset.cells import Cell
from vitrina.dataset.problems import Problem
from vitrina.dataset.reading_cells import read_records
from vitrina.dataset.records import Records
from vitrina.dataset.sheets import SUFFIXES, Sheet, read_sheet
from vitrina.dataset.tables import Table

_File = tuple[str, str, tuple[bytes, ...]]


class Memory:
    def __init__(self, untouched: Path) -> None:
        self._sheets: dict[_File, Sheet] = {}
        self._records: dict[tuple[int, tuple[str, ...]], tuple[Records, list[Problem]]] = {}
        self._learns = True
        with self.used():
            reader.read_dataset(untouched)
        self._learns = False

    @contextmanager
    def used(self) -> Iterator[None]:
        """The reader asks here first."""
        with patch.object(reader, "read_sheet", self._sheet), patch.object(reader, "read_records", self._read):
            yield

    def _sheet(self, folder: Path, table: str, shown: str) -> Sheet:
        paths = [folder / f"{table}{suffix}" for suffix in SUFFIXES]
        key = shown, table, tuple(path.read_bytes() for path in paths if path.is_file())
        sheet = self._sheets.get(key) or read_sheet(folder, table, shown)
        if self._learns:
            self._sheets[key] = sheet
        return sheet

    def _read(self, sheet: Sheet, table: Table, sources: Cell | None) -> tuple[Records, list[Problem]]:
        key = id(sheet), tuple(sources.choices if sources else ())
        found = self._records.get(key) or read_records(sheet, table, sources)
        if self._learns:
            self._records[key] = found
        return found
