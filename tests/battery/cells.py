"""Every column of every table with the accidents that its cells can meet."""

from collections.abc import Callable, Iterator, Mapping
from decimal import InvalidOperation
from zlib import crc32

from battery.mutations import Content, Mutation, content_of, contents, table_bytes
from battery.texts import INTO_NOTHING, MARKS, MISTAKEN_FOR_RIGHT, Change, changed
from battery.typed import NUMBERS, choices_of, typed
from vitrina.dataset.cells import Cell

_SOURCES = {"regional": "Краевой бюджет", "local": "Местный бюджет", "total": "итого"}
_SOURCES_IN_ENGLISH = {"regional": "Regional budget", "local": "Local budget", "total": "total"}
_NUMBERED = {"number"}
"""Columns of text in which spreadsheets see numbers."""
_SCARS_OF_NUMBERS: Mapping[str, Change] = {
    "date": "01.янв",
    "day": "2021-01-01",
    "decimal-comma": lambda text: text.replace(".", ","),
    "with-decimals": lambda text: f"{text},0",
    "power": "1E+01",
    "full-stop-behind": lambda text: f"{text}.",
}


def cell_mutations() -> Iterator[Mutation]:
    for content in contents():
        for column in content.table.names:
            yield from _of_column(content, column)


def _of_column(content: Content, column: str) -> Iterator[Mutation]:
    filled = [row for row in range(len(content.rows)) if content.cell(row, column)]
    empty = [row for row in range(len(content.rows)) if not content.cell(row, column)]
    for kind, change in {**MARKS, **_typed(content, column)}.items():
        yield from _first_changed(content, column, filled, kind, change)
    for kind, change in INTO_NOTHING.items():
        yield from _first_changed(content, column, empty, f"into-nothing-{kind}", change)
    yield from _neighbours(content, column)


def _typed(content: Content, column: str) -> Mapping[str, Change]:
    cell = content.table.cell(column)
    found = dict(choices_of(Cell("source", str, _SOURCES)) if cell.kind == "source" else typed(cell))
    if cell.kind == "source":
        found["in-english"] = lambda text: _SOURCES_IN_ENGLISH.get(text, text)
    if cell.kind == "text" and column in _NUMBERED:
        found |= _SCARS_OF_NUMBERS
    if (content.table.name, column) == ("rules", "value"):
        found |= NUMBERS
    for identity in _ids(content, column):
        found[f"other-id-{identity}"] = identity
    return found


def _ids(content: Content, column: str) -> list[str]:
    """The ids that a column could name instead."""
    if target := content.table.column(column).refers_to:
        known = content_of(target)
        return [known.cell(row, "id") for row in range(len(known.rows))][:4]
    return []


def _first_changed(content: Content, column: str, rows: list[int], kind: str, change: Change) -> Iterator[Mutation]:
    """The accident in one of the rows; in which, the kind decides, so that every row of a table has its share."""
    start = crc32(f"{content.file} {column} {kind}".encode()) % len(rows) if rows else 0
    for row in (*rows[start:], *rows[:start]):
        was = content.cell(row, column)
        try:
            now = changed(was, change)
        except (ValueError, IndexError, InvalidOperation):  # it cannot happen to such a text
            continue
        if now != was:
            yield from _mutation(content, row, column, kind, now)
            return


def _neighbours(content: Content, column: str) -> Iterator[Mutation]:
    """What stands beside a cell, typed or dragged into it."""
    last = len(content.rows)
    place = content.header.index(column)
    offers: Mapping[str, Callable[[int], str]] = {
        "value-from-above": lambda row: content.cell(row - 1, column) if row else "",
        "value-from-below": lambda row: content.cell(row + 1, column) if row + 1 < last else "",
        "value-from-the-left": lambda row: content.rows[row][place - 1] if place else "",
        "value-from-the-right": lambda row: content.rows[row][place + 1] if place + 1 < len(content.header) else "",
    }
    for kind, offer in offers.items():
        start = crc32(f"{content.file} {column} {kind}".encode()) % last
        for row in (*range(start, last), *range(start)):
            now = offer(row)
            if now and now != content.cell(row, column) and content.cell(row, column):
                yield from _mutation(content, row, column, kind, now)
                break


def _mutation(content: Content, row: int, column: str, kind: str, now: str) -> Iterator[Mutation]:
    was = content.cell(row, column)
    data = table_bytes(content.header, content.with_cell(row, column, now))
    is_visible = kind in MARKS and kind not in MISTAKEN_FOR_RIGHT
    yield Mutation(f"cell {kind}", content.file, {content.file: data}, row + 2, column, was, now, is_visible)
