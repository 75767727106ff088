"""A table's file with what has changed: a cell that stayed the same keeps its very text, a row its place."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from vitrina.dataset.delimited import separator_of
from vitrina.dataset.records import Records
from vitrina.dataset.tables import Table
from vitrina.dataset.writing_cells import exact, plain
from vitrina.desk.filled_tables import FilledTable

Row = Mapping[str, Any]
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
