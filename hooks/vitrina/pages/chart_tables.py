"""The figures of a chart as a table under it: what its CSV holds, written for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.chart import Cell, Table
from vitrina.measures.known import Missing
from vitrina.words import Words
from vitrina.words.numbers import NO_BREAK_SPACE, decimals_of

_FOR_PROGRAMS = frozenset({"from", "to"})
"""Days that the column `period` says in words."""
_SIGNS = {"value": "sign", "plan": "plan_sign"}
"""A column of figures to the column that holds their signs, «≥»."""


@dataclass(frozen=True, slots=True)
class Figures:
    """`rows` are written cells, the first of each its heading; an empty one is «not stated»."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def figures(table: Table, words: Words) -> Figures:
    """Without columns that nothing stands in."""
    by_id = dict(zip((column.id for column in table.columns), zip(*table.rows, strict=True), strict=False))
    signs = set(_SIGNS.values())
    heads: list[str] = []
    columns: list[list[str]] = []
    for column in table.columns:
        cells = by_id.get(column.id, ())
        if column.id in _FOR_PROGRAMS | signs or all(_is_empty(cell) for cell in cells):
            continue
        heads.append(column.title)
        columns.append(_written(cells, by_id.get(_SIGNS.get(column.id, ""), ()), words))
    return Figures(tuple(heads), tuple(zip(*columns, strict=True)))


def _is_empty(cell: Cell) -> bool:
    return cell is None or isinstance(cell, Missing)


def _written(cells: Sequence[Cell], signs: Sequence[Cell], words: Words) -> list[str]:
    shown = [
        "" if _is_empty(cell) else words.number(cell, decimals_of(cell)) if isinstance(cell, Decimal) else str(cell)
        for cell in cells
    ]
    if not signs:
        return shown
    return [f"{sign}{NO_BREAK_SPACE}{text}" if sign else text for sign, text in zip(signs, shown, strict=True)]
