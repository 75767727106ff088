"""Every amount that may stand on a page of a shape: what its rows state, and what follows by plain arithmetic.

Counted anew from the rows alone, not by the engine's own functions, so that the two can be laid side by side.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, product
from typing import NamedTuple

from shapes.money import money_rows
from shapes.shape import TOTAL, Row, Shape, lines

Year = int | str
"""`TOTAL` stands for all of them."""
Series = Mapping[Year, int]
"""Kopecks by year."""


UNNAMED = ""
"""Stands for money of which nobody says whose it is."""


class Cell(NamedTuple):
    line: str
    stage: str
    source: str
    year: Year


Amounts = Mapping[Cell, int | None]
"""What is in force; None where a cell is named without its amount."""


class Allowed:
    """A set of amounts that can be asked whether one of them is written so."""

    def __init__(self, amounts: Iterable[int]) -> None:
        self._sizes = sorted({abs(amount) for amount in amounts})

    def has(self, written: Decimal, unit: int, digits: int) -> bool:
        """Whether any amount is this one when rounded to `digits` decimals of a unit of so many kopecks."""
        half = Decimal(unit) / 10**digits / 2
        low, high = abs(written) * unit - half, abs(written) * unit + half
        at = bisect_left(self._sizes, low)
        return at < len(self._sizes) and self._sizes[at] <= high


def allowed(shape: Shape) -> Allowed:
    """All that the shape's documents state or add up to, in force or before."""
    rows = list(money_rows(shape))
    found = {amount for row in rows if (amount := _kopecks(row)) is not None}
    whole = [row for row in rows if not row.get("of_which")]
    for some in (whole, [row for row in rows if row.get("of_which")]):
        states = [_in_force(shape, some, count) for count in range(1, len(shape.papers) + 1)]
        for told in states:  # also as it was before the later documents
            found.update(_follows(shape, told))
        found.update(_changed(shape, states))
    found.update(_beside_parts(rows, whole))
    return Allowed(found)


def _kopecks(row: Row) -> int | None:
    if row["status"] == "not-applicable":
        return 0
    return int(Decimal(str(row["amount"]).replace(",", ".")) * 100_000) if row["amount"] else None


def _cell(row: Row) -> Cell:
    year = row["year"]
    return Cell(str(row["line"]), str(row["stage"]), str(row["source"]), year if isinstance(year, int) else TOTAL)


def _in_force(shape: Shape, rows: Sequence[Row], count: int) -> Amounts:
    """After so many documents: a whole edition takes over the years that it plans, the rest stays as last stated."""
    places = {f"paper-{at + 1}": at for at in range(count)}
    known = [row for row in rows if row["document"] in places]
    since: dict[Year, int] = {}
    for row in known:
        place = places[str(row["document"])]
        if row["stage"] == "plan" and shape.papers[place].covers == "whole":
            for year in (_cell(row).year, TOTAL):
                since[year] = max(place, since.get(year, 0))
    return {
        _cell(row): _kopecks(row)
        for row in known
        if row["stage"] != "plan" or places[str(row["document"])] >= since.get(_cell(row).year, 0)
    }


def _changed(shape: Shape, states: Sequence[Amounts]) -> Iterator[int]:
    """How much the whole programme's plan of each year changed from one document to a later one."""
    every = [_readings(told, _tree(shape), "programme", "plan", None) for told in states]
    for before, after in combinations(every, 2):
        for one, other in product(before, after):
            yield from (other[year] - one[year] for year in one if year in other)


def _tree(shape: Shape) -> Mapping[str, Sequence[str]]:
    """Every line with those right under it."""
    return {line.id: [one.id for one in lines(shape) if one.parent == line.id] for line in lines(shape)}


def _beside_parts(rows: Sequence[Row], whole: Sequence[Row]) -> Iterator[int]:
    """What an amount has beside its «of which» rows."""
    amounts = {(row["document"], _cell(row)): _kopecks(row) or 0 for row in whole}
    for row in rows:
        if row.get("of_which"):
            yield amounts[row["document"], _cell(row)] - (_kopecks(row) or 0)


def _follows(shape: Shape, told: Amounts) -> Iterator[int]:
    """Totals, sums over years, differences between years, stages and levels, and the same in prices of a year."""
    tree = _tree(shape)
    stages = sorted({cell.stage for cell in told})
    readings = {
        (line, stage, source): _readings(told, tree, line, stage, source)
        for line, stage, source in product(tree, stages, (None, *shape.sources))
    }
    for line, stage in product(tree, stages):
        readings[line, stage, UNNAMED] = _unnamed(told, tree, readings[line, stage, None], (line, stage), shape.sources)
    for (line, stage, source), series in readings.items():
        for one in series:
            yield from _of_series(one)
            # A source's sum is of the years whose whole is known.
            yield from (_whole({y: one[y] for y in one if y in total}) for total in readings[line, stage, None])
            if line == "programme" and source is None:
                yield from _in_prices(one, shape)
        for one, other in combinations(series, 2):
            yield from _beside(one, other)
            if line == "programme":
                yield from (one[y] - other[z] for y, z in product(one, other))
        for other_stage in stages:
            if other_stage > stage:
                for one, other in product(series, readings[line, other_stage, source]):
                    yield from _beside(one, other)
        yield from _left(series, [readings[child, stage, source] for child in tree[line]])
    yield from _stated(told)


def _readings(
    told: Amounts, tree: Mapping[str, Sequence[str]], line: str, stage: str, source: str | None
) -> list[Series]:
    """The line's money as its cells tell it, else its total, else its children; each of them alone; and each first."""
    of_line = {cell: amount for cell, amount in told.items() if (cell.line, cell.stage) == (line, stage)}
    cells, stated, partly = dict[Year, int](), dict[Year, int](), set[Year]()
    for cell, amount in of_line.items():
        if cell.source == TOTAL and amount is not None:
            stated[cell.year] = amount
        elif cell.source != TOTAL and source in (None, cell.source):
            partly |= {cell.year} if amount is None else set()
            cells[cell.year] = cells.get(cell.year, 0) + (amount or 0)
    complete = {year: amount for year, amount in cells.items() if year not in partly}
    children = [_readings(told, tree, child, stage, source) for child in tree[line]]
    below, as_stated = (_summed(readings[at] for readings in children if readings) for at in (0, 1))
    own = complete if source else {**stated, **complete}
    if not own and not below and not cells:
        return []
    of_all = {
        year: amount for year, amount in below.items() if all(year in readings[0] for readings in children if readings)
    }
    touched = {cell.year for cell in of_line if cell.source != TOTAL}
    apart = {year: amount for year, amount in below.items() if year not in touched} | own
    more = ({**of_all, **own}, apart, own, complete, stated, below, of_all, cells, as_stated)
    return [{**below, **own}, {**below, **own, **as_stated, **stated}, *(series for series in more if series)]


def _summed(every: Iterable[Series]) -> Series:
    found: dict[Year, int] = {}
    for series in every:
        for year, amount in series.items():
            found[year] = found.get(year, 0) + amount
    return found


def _strict(
    told: Amounts, tree: Mapping[str, Sequence[str]], line: str, stage: str, source: str
) -> Mapping[Year, int | None]:
    """A source's money as the line's cells tell it, else its children: None where one of them is named and not told."""
    own = {cell: amount for cell, amount in told.items() if cell[:2] == (line, stage) and cell.source != TOTAL}
    of_own = {cell.year for cell in own}
    found: dict[Year, int | None] = {cell.year: amount for cell, amount in own.items() if cell.source == source}
    for child in tree[line]:
        for year, amount in _strict(told, tree, child, stage, source).items():
            if year not in of_own:
                before = found.get(year, 0)
                found[year] = None if before is None or amount is None else before + amount
    return found


def _unnamed(
    told: Amounts,
    tree: Mapping[str, Sequence[str]],
    totals: Sequence[Series],
    of: tuple[str, str],
    sources: Sequence[str],
) -> list[Series]:
    """What is left of a total beside the sources that are told, however much of them is counted."""
    line, stage = of
    loose = [next(iter(_readings(told, tree, line, stage, source)), {}) for source in sources]
    strict: list[Series] = [
        {year: amount for year, amount in _strict(told, tree, line, stage, source).items() if amount is not None}
        for source in sources
    ]
    left: list[Series] = [*strict]
    for total, named in product(totals[:2], (loose, strict)):
        by_year = {year: total[year] - sum(each.get(year, 0) for each in named) for year in total}
        left.append({**by_year, TOTAL: total.get(TOTAL, _whole(total)) - sum(map(_whole, named))})
        left.append({TOTAL: total.get(TOTAL, _whole(total)) - sum(each.get(TOTAL, _whole(each)) for each in named)})
    return left


def _of_series(series: Series) -> Iterator[int]:
    years = sorted(year for year in series if isinstance(year, int))
    amounts = [series[year] for year in years]
    sums = [0, *accumulate(amounts)]
    yield from series.values()
    yield from (sums[last] - sums[first] for first, last in combinations(range(len(sums)), 2))
    yield from (one - other for one, other in combinations(amounts, 2))


def _beside(one: Series, other: Series) -> Iterator[int]:
    """Year by year, and all years that both have."""
    common = [year for year in one if year in other]
    yield from _of_series({year: one[year] - other[year] for year in common})
    yield from (_whole({year: series[year] for year in common}) for series in (one, other))
    yield _whole(one) - _whole(other)


def _whole(series: Series) -> int:
    return sum(amount for year, amount in series.items() if year != TOTAL)


def _left(series: Sequence[Series], below: Sequence[Sequence[Series]]) -> Iterator[int]:
    """What a line has beside its children, and what some of them have together."""
    told = [_whole(child[0]) or child[0].get(TOTAL, 0) for child in below if child]
    for count in range(1, len(told) + 1):
        for some in combinations(told, count):
            yield sum(some)
            yield from (whole - sum(some) for one in series for whole in (_whole(one), one.get(TOTAL, 0)))


def _stated(told: Amounts) -> Iterator[int]:
    """Stated totals less all that they can be the total of."""
    by_line: dict[tuple[str, str], dict[tuple[str, Year], int]] = defaultdict(dict)
    for cell, amount in told.items():
        by_line[cell.line, cell.stage][cell.source, cell.year] = amount or 0
    for own in by_line.values():
        for (of, when), amount in own.items():
            parts = [
                sum(other for (source, year), other in own.items() if source != TOTAL and year == when),
                sum(other for (source, year), other in own.items() if source == of and year != TOTAL),
                sum(other for (source, year), other in own.items() if TOTAL not in (source, year)),
                sum(other for (source, year), other in own.items() if source == TOTAL and year != TOTAL),
                sum(other for (source, year), other in own.items() if source != TOTAL and year == TOTAL),
            ]
            yield from parts
            yield from (amount - part for part in parts)


def _in_prices(series: Series, shape: Shape) -> Iterator[int]:
    """In prices of the first year, as far as the growth of prices is known without a break."""
    years = sorted(year for year in series if isinstance(year, int))
    level = Decimal(1)
    for year in range(years[0], years[-1] + 1) if years else ():
        if year > years[0]:
            if year not in shape.prices:
                return
            level *= 1 + Decimal(4 + year % 3) / 100
        if year in series:
            real = round(series[year] / level)
            yield from (real, series[year] - real, real - series[years[0]])
