"""A table as it was read: every cell's value, and the text that it was read from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from vitrina.dataset.problems import Problem
from vitrina.dataset.tables import Table


class Unreadable(Enum):
    """Stands for a cell that could not be read and was already reported, so that nothing is concluded from it."""

    CELL = "unread"


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of one table by column; all sequences are equally long."""

    table: Table
    file: str
    numbers: Sequence[int]
    """Each row's number as Excel shows it."""
    raw: Mapping[str, Sequence[str]]
    values: Mapping[str, Sequence[Any]]
    """Of every column of the table; `Unreadable.CELL` where a cell was refused or the column is missing."""

    @property
    def file_name(self) -> str:
        """Without the folder."""
        return self.file.rpartition("/")[2]

    def rows(self, *columns: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """Index and values of the rows of which all these cells were read."""
        read = [self.values[column] for column in columns]
        rows: Iterable[tuple[int, tuple[Any, ...]]] = enumerate(zip(*read, strict=True))
        if any(Unreadable.CELL in column for column in read):
            rows = ((index, row) for index, row in rows if Unreadable.CELL not in row)
        yield from rows

    def repeated(self, *columns: str) -> Iterator[tuple[int, int, tuple[Any, ...]]]:
        """The rows that agree in these columns with one above: index, that of the first such row, and the values."""
        first: dict[tuple[Any, ...], int] = {}
        for index, row in self.rows(*columns):
            before = first.setdefault(row, index)
            if before != index:
                yield index, before, row

    def of(self, column: str) -> set[Any]:
        """The different values of a column."""
        return {value for value in self.values[column] if value is not Unreadable.CELL and value is not None}

    @property
    def is_whole(self) -> bool:
        """Whether every cell was read."""
        return all(Unreadable.CELL not in column for column in self.values.values())

    def problem(self, index: int, column: str, rule: str, **hints: str | int) -> Problem:
        """A problem of one cell, with the text that stands in it."""
        value = self.raw[column][index] if column in self.raw else None
        return Problem(self.file, self.numbers[index], column, value, rule, hints)

    def notice(self, index: int, column: str, rule: str, **hints: str | int) -> Problem:
        """The same of a cell that may be right as it is."""
        return replace(self.problem(index, column, rule, **hints), severity="notice")


def empty_records(table: Table, file: str) -> Records:
    """A table that a programme may go without: whatever refers to it refers to nothing."""
    nothing: Mapping[str, Sequence[Any]] = dict.fromkeys(table.names, ())
    return Records(table, file, (), nothing, nothing)
