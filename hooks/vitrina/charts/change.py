"""How much more or less each year gets than the year before: bars up and down, the percentage at their ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import altair as alt

from vitrina.charts.chart import Cell, Chart, Table
from vitrina.charts.complete import complete
from vitrina.charts.findings import change as told
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.bars import Bands, Columns, Label, Piece, rows
from vitrina.charts.kit.style import NAME, SMALL, Frame
from vitrina.charts.money import Money
from vitrina.charts.money_table import rounded, table_by_year, thousands, total_column
from vitrina.charts.registry import chart
from vitrina.measures.funding import changes
from vitrina.measures.known import NOTHING_TO_COMPARE, Missing

_HEIGHT, _BOTTOM = 300, 30
_OVER, _UNDER = 46, 44
"""Pixels for the two lines of words over and under the bars."""
_INNER, _OUTER = 0.4, 0.2


@dataclass(frozen=True, slots=True)
class _Year:
    """A year beside the year before, as it is drawn."""

    piece: Piece
    text: str
    share: str

    @property
    def value(self) -> float:
        return self.piece.high


@chart(of=Money, applies=lambda money: bool(changes(money.funding)))
def change(money: Money) -> Chart:
    years = _years(money)
    pieces = [year.piece for year in years if year.text != style.ABSENT]
    labels = [Label(year.piece.name, max(0.0, year.value), year.text, strong=True) for year in years]
    shapes = _wide(years, pieces), rows([label.name for label in labels], pieces, labels)
    return replace(complete("change", money, told, shapes, _table(money)), key=money.key(sources=False))


def _years(money: Money) -> list[_Year]:
    found = []
    for step in told.steps(money):
        share = ""
        if step.kopecks == 0:
            share = money.say("столько же")
        elif not isinstance(step.percent, Missing):
            share = money.words.percent(step.percent, sign=True)
        fill = style.BAR_AHEAD if money.funding.is_ahead(step.year) else style.BAR
        piece = Piece(str(step.year), 0, money.unit.value(step.kopecks or 0), fill, told.sentence_of(money, step))
        found.append(_Year(piece, money.label(step.kopecks, sign=True), share))
    return found


def _wide(years: Sequence[_Year], pieces: Sequence[Piece]) -> style.Layered:
    names, widest = [year.piece.name for year in years], layout.widest((year.text for year in years), NAME, bold=True)
    edge = Bands(names, style.WIDE, _INNER, _OUTER).overhang(widest)
    frame = Frame(style.WIDE, _HEIGHT, left=edge, right=edge, bottom=_BOTTOM)
    low, high = min(0.0, *(year.value for year in years)), max(0.0, *(year.value for year in years))
    under = _UNDER if low < 0 else 2
    pixel = (high - low) / (frame.plot_height - _OVER - under) if high > low else 1.0
    bands = Bands(names, frame.plot_width, _INNER, _OUTER)
    columns = Columns(frame, bands, low - under * pixel, high + _OVER * pixel)
    shown = _fitting(columns, years)
    return style.Layered(
        [
            columns.pieces(pieces),
            columns.baseline(),
            *_two_lines(columns, [year for year in shown if year.value >= 0], -27, -10),
            *_two_lines(columns, [year for year in shown if year.value < 0], 14, 31),
        ],
        frame,
    )


def _two_lines(columns: Columns, years: Sequence[_Year], first: int, second: int) -> list[alt.Chart]:
    texts = [Label(year.piece.name, year.value, year.text, strong=True) for year in years]
    shares = [Label(year.piece.name, year.value, year.share) for year in years]
    return [
        columns.words(texts, dy=first, fontSize=NAME, fontWeight="bold"),
        columns.words(shares, dy=second, fontSize=SMALL),
    ]


def _fitting(columns: Columns, years: Sequence[_Year]) -> list[_Year]:
    """Those whose labels stand clear of the bars and of each other, the largest differences first."""
    sizes = [
        (max(layout.text_width(year.text, NAME, bold=True), layout.text_width(year.share, SMALL)), _OVER - 8.0)
        for year in years
    ]
    order = sorted(range(len(years)), key=lambda place: -abs(years[place].value))
    values = [year.value for year in years]
    over, under = (columns.fitting(values, sizes, order, down=down) for down in (False, True))
    return [year for place, year in enumerate(years) if place in (over if year.value >= 0 else under)]


def _table(money: Money) -> Table:
    funding, steps = money.funding, {step.year: step for step in told.steps(money)}

    def change(year: int) -> Cell:
        return thousands(steps[year].kopecks if year in steps else NOTHING_TO_COMPARE)

    def percent(year: int) -> Cell:
        return rounded(steps[year].percent if year in steps else NOTHING_TO_COMPARE, 2)

    return table_by_year(
        money,
        total_column(money),
        ("change", money.say("Разница с прошлым годом, {unit}", unit=money.words.unit("thousand")), change),
        ("change_percent", money.say("Разница с прошлым годом, %"), percent),
        origins=(money.origin(*years) for years in (funding.years[:1], *pairwise(funding.years))),
    )
