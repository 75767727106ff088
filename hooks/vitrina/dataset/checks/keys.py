"""Rows are told apart by their keys, and point at one another by their ids."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from vitrina.dataset.cells import nearest
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records, Unread

_FEWEST_REPEATED = 3
"""So many rows in a row that stand above already were pasted at once."""
_MOST_ALIKE = 3
"""If more rows refer to one id that there is not, the id itself was changed: that is said once."""


def duplicate_keys(records: Records) -> Iterator[Problem]:
    """A key that stands twice, with the row where it stands first; many rows that stand twice are told at once."""
    first: dict[tuple[Any, ...], int] = {}
    again: list[tuple[int, int]] = []
    for index, key in records.rows(*records.table.key):
        before = first.setdefault(key, index)
        if before != index:
            again.append((index, before))
    for _, group in groupby(enumerate(again), lambda placed: placed[1][0] - placed[0]):
        run = [pair for _, pair in group]
        if len(run) >= _FEWEST_REPEATED:
            yield _repeated(records, run)
        else:
            yield from (_duplicate(records, index, before) for index, before in run)


def _repeated(records: Records, run: Sequence[tuple[int, int]]) -> Problem:
    (begin, first), (end, _) = run[0], run[-1]
    hints = {"last": records.numbers[end], "first": records.numbers[first]}
    return Problem(records.file, records.numbers[begin], None, None, "rows_repeated", hints)


def _duplicate(records: Records, index: int, before: int) -> Problem:
    cells = (records.raw[column][index].strip() for column in records.table.key if column in records.raw)
    written = "; ".join(cell for cell in cells if cell)
    hints = {"first": records.numbers[before]}
    return Problem(records.file, records.numbers[index], None, written, "duplicate_key", hints)


def unknown_references(records: Records, tables: Mapping[str, Records]) -> Iterator[Problem]:
    """A value that should be another table's id and is none."""
    for column in records.table.names:
        target = tables.get(records.table.column(column).refers_to)
        if target is None or Unread.CELL in target.values["id"]:
            continue  # an id that could not be read is reported where it stands, not at every row that refers to it
        ids = target.of("id")
        for value, places in _unknown(records, column, ids).items():
            meant = nearest(value, ids)
            hints: dict[str, str | int] = {"target": target.file.rpartition("/")[2]}
            hints |= {"mended": meant} if meant else {}
            if len(places) > _MOST_ALIKE:
                hints |= {"count": len(places)}
                yield records.problem(places[0], column, "unknown_references", **hints)
            else:
                yield from (records.problem(index, column, "unknown_reference", **hints) for index in places)


def _unknown(records: Records, column: str, ids: Collection[Any]) -> Mapping[str, list[int]]:
    """The values of a column that are no ids of the other table, with the indexes of their rows."""
    found: dict[str, list[int]] = {}
    for index, (value,) in records.rows(column):
        if value is not None and value not in ids:
            found.setdefault(value, []).append(index)
    return found


def shared_ids(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """An id that two tables of a programme use: an address or a link could mean either."""
    first: dict[str, tuple[Records, int]] = {}
    for records in tables.values():
        if "id" not in records.table.names or records.table.name.startswith("translations"):
            continue
        for index, (value,) in records.rows("id"):
            owner, row = first.setdefault(value, (records, index))
            if owner is not records:
                yield records.problem(
                    index, "id", "id_taken", other=owner.file.rpartition("/")[2], first=owner.numbers[row]
                )
