"""The money of a shape. Every amount is its own, so that a figure of a page can be traced to its cell."""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from shapes.shape import PLACE, TOTAL, Shape, Stated, leaves, lines, number_of

_STATUSES = ("no-data", "not-published")


class Cell(NamedTuple):
    """What an amount is of."""

    line: str
    source: str
    year: int
    stage: str


def kopecks(shape: Shape, paper: int, cell: Cell) -> int | None:
    """What a document has for a cell; None where there is no such amount."""
    found = [_of_leaf(shape, paper, cell._replace(line=leaf)) for leaf in leaves(shape, cell.line)]
    known = [one for one in found if one is not None]
    return sum(known) if known else None


def _of_leaf(shape: Shape, paper: int, cell: Cell) -> int | None:
    if shape.sparse and number_of("sparse", *cell[:3]) % shape.sparse == 0:
        return None
    is_zero = {
        "none": False,
        "cells": number_of("zero", *cell) % 3 == 0,
        "year": cell.year == shape.first + 1,
        "source": cell.source == shape.sources[-1],
        "all": True,
    }[shape.zeros]
    if is_zero:
        return 0
    restated = sum(1 for one in shape.papers[: paper + 1] if one.restates)
    return (10_007 + number_of(*cell, restated) % 89_989) * shape.scale + number_of(cell.line, cell.year) % 100


def thousands(kopecks: int) -> str:
    """As the tables have it: «12598,60»."""
    sign, whole = "-" if kopecks < 0 else "", abs(kopecks)
    return f"{sign}{whole // 100_000},{whole % 100_000:05d}"


def money_rows(shape: Shape) -> Iterator[dict[str, object]]:
    """Every row of money.csv."""
    serial = count(1)
    for number, paper in enumerate(shape.papers):
        for told in paper.told:
            for line in lines(shape):
                if line.level == told.level:
                    for source, year, amount in _amounts(shape, number, told, line.id):
                        yield from _rows(shape, told, _Row(number, line.id, source, year, amount, next(serial)))


def _amounts(shape: Shape, paper: int, told: Stated, line: str) -> Iterator[tuple[str, int | str, int | None]]:
    """Source, year, kopecks of all that a document tells of a line. Of what does not exist it is mostly silent."""
    years = shape.years_of(told)
    every = {
        (source, year): kopecks(shape, paper, Cell(line, source, year, told.stage))
        for source in shape.sources
        for year in years
    }
    cells = {key: amount for key, amount in every.items() if amount is not None}
    if told.form in ("cells", "all"):
        for (source, year), amount in every.items():
            if amount is not None or number_of(line, source, year) % 3 == 0:
                yield source, year, amount
    if told.form in ("totals", "all"):
        for year in years:
            if any(own == year for _, own in cells):
                yield TOTAL, year, sum(amount for (_, own), amount in cells.items() if own == year)
    if shape.papers[paper].covers == "whole":
        yield from _of_all_years(shape, told, cells)


def _of_all_years(
    shape: Shape, told: Stated, cells: dict[tuple[str, int], int]
) -> Iterator[tuple[str, int | str, int | None]]:
    """What all the years come to, which only a whole edition tells."""
    if told.form in ("sources", "all"):
        for source in shape.sources:
            if own := [amount for (of, _), amount in cells.items() if of == source]:
                yield source, TOTAL, sum(own)
    if told.form in ("grand", "all", "sources") and cells:
        yield TOTAL, TOTAL, sum(cells.values())


def _words(serial: int, amount: int) -> str:
    """The words of an amount, which hold it."""
    return f"Строка {serial}: {thousands(amount)}"


class _Row(NamedTuple):
    paper: int
    line: str
    source: str
    year: int | str
    amount: int | None
    """None where there can be none."""
    serial: int


def _rows(shape: Shape, told: Stated, row: _Row) -> Iterator[dict[str, object]]:
    amount, serial = row.amount or 0, row.serial
    is_total = TOTAL in (row.source, row.year)
    if shape.wrong and is_total and serial % shape.wrong == 0:
        amount += 1_000_003
    is_silent = bool(told.silent) and serial % told.silent == 0
    stated: dict[str, object] = {
        "document": f"paper-{row.paper + 1}",
        "line": row.line,
        "source": row.source,
        "year": row.year,
        "stage": told.stage,
        "amount": "" if is_silent else thousands(amount),
        "status": _STATUSES[serial % 2] if is_silent else "",
        "place": PLACE,
        "words": _words(serial, amount),
        "reason": f"Причина {serial}" if told.stage == "actual" and serial % 4 == 0 else "",
    }
    if row.amount is None:
        yield {**stated, "amount": "", "status": "not-applicable"}
        return
    yield stated
    if shape.of_which and serial % 3 == 0 and not is_silent:
        part = {"of_which": "часть суммы", "of_which_all": "some", "reason": "", "words": _words(serial, amount // 3)}
        yield {**stated, **part, "amount": thousands(amount // 3)}
