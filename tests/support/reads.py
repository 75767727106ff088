"""Which columns of the dataset's tables the program asks for, and which of its functions do."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import CodeType
from typing import Any, get_args, get_type_hints

import pandas as pd
import pytest
from pandas.core.indexing import _LocIndexer

from vitrina.dataset import assembly, reader
from vitrina.dataset.programme import Programme, Series
from vitrina.dataset.records import Records
from vitrina.dataset.translated import Texts

_ALL_FIELDS = {"__eq__", "__hash__", "__repr__", "__init__"}
"""What a dataclass does with all its fields alike."""
_OF_FRAME = {"kopecks": "amount"}
"""Columns of the frame of money that stand for one of the table."""


@dataclass(frozen=True)
class Reads:
    """Table, column, and the code that asked."""

    found: set[tuple[str, str, CodeType]] = field(default_factory=set)

    def add(self, table: str, column: object) -> None:
        """Called by what stands in the place of the program's own functions; the program is above it."""
        frame = sys._getframe(2)
        while frame.f_back and frame.f_globals["__name__"] in (__name__, "vitrina.dataset.records"):
            frame = frame.f_back
        is_ours = frame.f_globals["__name__"].startswith("vitrina")
        if is_ours and isinstance(column, str) and frame.f_code.co_name not in _ALL_FIELDS:
            self.found.add((table, column, frame.f_code))

    def cells(self, table: str, cells: Mapping[str, Any]) -> dict[str, Any]:
        """The columns of a table, or the cells of a row."""
        reads = self

        class Cells(dict[str, Any]):
            def __getitem__(self, column: str) -> Any:
                reads.add(table, column)
                return super().__getitem__(column)

        return Cells(cells)

    def read_records(self, true: Callable[..., Any]) -> Callable[..., Any]:
        def read(*given: Any) -> tuple[Records, Any]:
            records, problems = true(*given)
            return replace(records, values=self.cells(records.table.name, records.values)), problems

        return read

    def rows(self, true: Callable[..., Any]) -> Callable[..., Any]:
        def read(records: Records | None) -> Iterator[tuple[int, dict[str, Any]]]:
            return ((number, self.cells(records.table.name, row)) for number, row in true(records) if records)

        return read

    def text(self, true: Callable[..., Any]) -> Callable[..., Any]:
        def read(texts: Texts, table: str, identity: str, column: str, language: Any) -> Any:
            self.add(table, column)
            return true(texts, table, identity, column, language)

        return read

    def attribute(self, table: str, true: Callable[..., Any]) -> Callable[..., Any]:
        def read(entity: Any, name: str) -> Any:
            self.add(table, name)
            return true(entity, name)

        return read

    def frame(self, true: Callable[..., Any]) -> Callable[..., Any]:
        def read(frame: Any, key: Any) -> Any:
            columns = key[-1] if isinstance(key, tuple) else key
            for column in columns if isinstance(columns, list) else [columns]:
                self.add("money", _OF_FRAME.get(column, column) if isinstance(column, str) else column)
            return true(frame, key)

        return read


def _entities() -> Iterator[tuple[Any, str]]:
    """Every class of rows with its table: a programme's fields have the tables' names."""
    for name, hint in get_type_hints(Programme).items():
        for kind in get_args(hint)[:1]:
            if getattr(kind, "__module__", "").startswith("vitrina.dataset"):
                yield kind, "expected_findings" if name == "expected" else name
    yield Series, "series"


@contextmanager
def recorded() -> Iterator[Reads]:
    """What is read meanwhile."""
    reads = Reads()
    with pytest.MonkeyPatch.context() as instead:
        instead.setattr("vitrina.dataset.reader.read_records", reads.read_records(vars(reader)["read_records"]))
        instead.setattr(assembly, "_rows", reads.rows(assembly._rows))
        for name in ("text", "text_or_none"):
            instead.setattr(Texts, name, reads.text(getattr(Texts, name)))
        for kind, table in _entities():
            instead.setattr(kind, "__getattribute__", reads.attribute(table, kind.__getattribute__))
        frames: tuple[Any, ...] = (pd.DataFrame, _LocIndexer)
        for frame in frames:
            instead.setattr(frame, "__getitem__", reads.frame(frame.__getitem__))
        yield reads
