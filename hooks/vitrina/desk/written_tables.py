"""A table's file with what has changed: a cell that stayed the same keeps its very text, a row its place."""

import csv
import io
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from vitrina.dataset.delimited import separator_of
from vitrina.dataset.documents.reading import FOLDER
from vitrina.dataset.records import Records
from vitrina.dataset.sheets import SUFFIXES
from vitrina.dataset.tables import Table
from vitrina.dataset.writing_cells import exact, plain
from vitrina.desk.filled_tables import FilledTable
from vitrina.output import replaced

Row = Mapping[str, Any]
Cells = Mapping[str, object]
"""A row by the names of its columns; an amount is thousand roubles, as in the tables."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Change:
    """One table's new file, and how many rows are new, other than before, or gone."""

    table: Table
    content: bytes
    added: int
    changed: int
    removed: int


def changed_table(filled: FilledTable, new: Records) -> Change | None:
    """The file of a table that is to hold the rows of `new`; None where it holds them already."""
    table, old = filled.table, filled.records
    header = list(filled.sheet.header if filled.sheet else filled.columns)
    header += [name for name in table.names if name not in header and any(new.raw.get(name, ()))]
    wanted = {tuple(row[name] for name in table.key): row for row in _rows(new)}
    rows: list[list[str]] = []
    changed = removed = 0
    for index, row in enumerate(_rows(old)):
        after = wanted.pop(tuple(row[name] for name in table.key), None)
        if after is None:
            removed += 1
            continue
        is_same = {name: row[name] == after[name] for name in table.names}
        changed += not all(is_same.values())
        rows.append(
            [
                filled.printed(name, index) if is_same.get(name, True) else _written(table, name, after[name])
                for name in header
            ]
        )
    if not (wanted or changed or removed):
        return None
    rows += [[_written(table, name, row.get(name)) for name in header] for row in wanted.values()]
    return Change(table, _file([header, *rows], filled), len(wanted), changed, removed)


def changed_rows(
    filled: FilledTable, added: Iterable[Cells], changed: Mapping[int, Cells], removed: Collection[int] = ()
) -> Change | None:
    """The file of a table with some rows more, some cells other than before, and some rows gone.

    Rows are known by their place in the file; None where nothing is to change.
    """
    new = list(added)
    if not (new or changed or removed):
        return None
    names = filled.table.names
    header = list(filled.sheet.header if filled.sheet else filled.columns)
    used = [name for row in (*new, *changed.values()) for name in row if row[name] not in (None, "")]
    header += [name for name in names if name in used and name not in header]
    rows = []
    for index in range(len(filled.records.numbers)):
        if index not in removed:
            cells = changed.get(index, {})
            rows.append([_typed(cells[name]) if name in cells else filled.cell(name, index) for name in header])
    rows += [[_typed(row.get(name)) for name in header] for row in new]
    return Change(filled.table, _file([header, *rows], filled), len(new), len(changed), len(removed))


@contextmanager
def copy_with(programme: str, folder: Path, data: Path) -> Iterator[Path]:
    """A copy of a dataset to try something on: its one programme is made of the tables in a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / data.name
        shutil.copytree(data, copy, ignore=shutil.ignore_patterns("programmes"))
        shutil.copytree(folder, copy / "programmes" / programme)
        yield copy


def write_changes(changes: Iterable[Change], folder: Path, texts: Mapping[str, Path] = MappingProxyType({})) -> None:
    """Put the tables of a programme in place, all or none; `texts` are files of its documents by their names."""
    with replaced(folder) as new:
        shutil.copytree(folder, new)
        put_changes(changes, new, texts)


def put_changes(changes: Iterable[Change], folder: Path, texts: Mapping[str, Path]) -> None:
    for change in changes:
        for suffix in SUFFIXES:
            (folder / f"{change.table.name}{suffix}").unlink(missing_ok=True)
        (folder / f"{change.table.name}.csv").write_bytes(change.content)
    for name, file in texts.items():
        (folder / FOLDER).mkdir(exist_ok=True)
        shutil.copyfile(file, folder / FOLDER / name)


def _typed(value: object) -> str:
    """A value as it stands in a file: a decimal comma."""
    if value is None or isinstance(value, str):
        return value or ""
    told = exact(value)  # type: ignore[arg-type]  # whole and decimal numbers and days are plain values
    return told.replace(".", ",") if isinstance(value, Decimal) else told


def _rows(records: Records) -> Iterator[Row]:
    for index in range(len(records.numbers)):
        yield {name: values[index] for name, values in records.values.items()}


def _written(table: Table, name: str, value: Any) -> str:
    """As staff write it: a decimal comma."""
    if name not in table.names:
        return ""
    told = plain(table, name, value)
    return exact(told).replace(".", ",") if isinstance(told, Decimal) else exact(told)


def _file(rows: Sequence[Sequence[str]], filled: FilledTable) -> bytes:
    """As the old file was: its separator, the ends of its lines, its mark of the encoding."""
    old = filled.content
    text = io.StringIO()
    separator = separator_of(old.decode("utf-8-sig", "replace")) if old else ";"
    ends = "\r\n" if not old or b"\r\n" in old else "\n"
    csv.writer(text, delimiter=separator, lineterminator=ends).writerows(rows)
    return text.getvalue().encode("utf-8-sig" if not old or old.startswith(_BYTE_ORDER_MARK) else "utf-8")
