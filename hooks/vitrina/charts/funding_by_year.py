"""How much money a year and from whom: a bar a year, stacked of its sources; years ahead are hatched."""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

import altair as alt

from vitrina.charts.chart import Chart
from vitrina.charts.complete import complete
from vitrina.charts.findings import funding_by_year as told
from vitrina.charts.findings.money import amount_of_source
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.bars import Bands, Columns, Label, Piece, rows
from vitrina.charts.kit.style import LETTER, NAME, PEAK, Frame
from vitrina.charts.money import Money, MoneyOfLine
from vitrina.charts.money_table import money_table
from vitrina.charts.registry import chart

_HEIGHT, _BOTTOM = 420, 30
_OVER_BARS, _OVER_LABEL = 30, 20
"""Pixels that totals take above the bars, and the words over the years ahead above these."""


@chart(of=Money, applies=lambda money: bool(money.funding.known_years))
def funding_by_year(money: Money) -> Chart:
    shapes = _wide(money), rows(_years(money), _pieces(money), year_labels(money, money.funding.peaks))
    return replace(complete("funding-by-year", money, told, shapes, money_table(money)), key=money.key())


@chart(of=MoneyOfLine, applies=lambda line: any(line.money.funding.totals.values()))
def line_by_year(line: MoneyOfLine) -> Chart:
    return funding_by_year(line.money)


def _wide(money: Money) -> style.Layered:
    """The names of the sources stand beside the last bar, where there are several."""
    highest = max(map(money.unit.exact, money.funding.totals.values()), default=Decimal(0))
    axis = money.unit.ticks(money.words, highest)
    right = layout.widest((money.names[source].short for source in money.stacked), NAME, bold=True) + 12
    frame = Frame(style.WIDE, _HEIGHT, left=layout.widest(axis[1], LETTER) + 10, right=right, bottom=_BOTTOM)
    bands, ahead = Bands(_years(money), frame.plot_width), any(map(money.stated, money.funding.years_ahead))
    room = frame.plot_height - _OVER_BARS - (_OVER_LABEL if ahead else 0)
    columns = Columns(frame, bands, 0, float(highest or 1) * frame.plot_height / room, axis)
    totals = _fitting_totals(money, columns)
    layers = [
        columns.pieces(_pieces(money)),
        columns.words([total for total in totals if not total.strong], dy=-10),
        columns.words([total for total in totals if total.strong], dy=-12, fontSize=PEAK, fontWeight="bold"),
        columns.words(
            _names(money, columns), align="left", dx=bands.thickness / 2 + 10, fontSize=NAME, fontWeight="bold"
        ),
    ]
    return style.Layered([*layers, *([_note_ahead(money, columns)] if ahead else [])], frame)


def _years(money: Money) -> list[str]:
    return [str(year) for year in money.funding.years]


def _pieces(money: Money) -> list[Piece]:
    """One piece of a bar for every stated amount. What is not stated is no piece at all: it is not zero."""
    pieces = []
    for year in money.funding.years:
        low = 0
        for source in money.funding.parts:
            if amount := money.funding.part(source, year):
                ends = money.unit.value(low), money.unit.value(low + amount)
                said = amount_of_source(money, source, year, amount)
                pieces.append(Piece(str(year), *ends, money.fill(source, year), said))
                low += amount
    return pieces


def year_labels(money: Money, strong: Collection[int], digits: int = 1) -> list[Label]:
    """The sum of each year over its bar; those that the finding speaks of are `strong`."""
    return [
        Label(str(year), money.value(year), money.label(money.funding.total(year), digits), strong=year in strong)
        for year in money.funding.years
    ]


def _fitting_totals(money: Money, columns: Columns) -> list[Label]:
    """Without decimals where they would touch, and fewer where they still would."""
    digits = _digits(money, columns)
    labels = year_labels(money, money.funding.peaks, digits)
    peaks = [place for place, label in enumerate(labels) if label.strong]
    return [
        labels[place]
        for place in columns.fitting([label.at for label in labels], [label.size for label in labels], peaks)
    ]


def _digits(money: Money, columns: Columns) -> int:
    """Decimals are left out where they would touch, but not of figures below ten: «1» would stand for any of them."""
    least = min(filter(None, money.funding.totals.values()), default=0)
    return 0 if _widest_total(money, 1) > columns.bands.step and money.unit.exact(least) >= 10 else 1


def _widest_total(money: Money, digits: int) -> float:
    return layout.widest((money.label(kopecks, digits) for kopecks in money.funding.totals.values()), LETTER) + 3


def _note_ahead(money: Money, columns: Columns) -> alt.Chart:
    """What the years ahead are, over the highest of the bars that the words reach."""
    years, step = money.funding.years, columns.bands.step
    ahead = [place for place, year in enumerate(years) if money.funding.is_ahead(year) and money.stated(year)]
    half = layout.text_width(money.ahead, LETTER) / 2 / step
    middle = layout.between((ahead[0] + ahead[-1]) / 2, half, len(years) - 1 - half)
    digits = _digits(money, columns)
    peak = layout.widest((money.label(money.funding.totals[year], digits) for year in money.funding.peaks), PEAK, True)
    beside = half + max(0.5, _widest_total(money, digits) / step / 2, peak / step / 2)
    under = max(money.value(year) for place, year in enumerate(years) if abs(place - middle) <= beside)
    label = Label(str(years[0]), under + (_OVER_BARS + _OVER_LABEL / 2) / columns.pixels, money.ahead)
    return columns.words([label], fontStyle="italic", dx=middle * step)


def _names(money: Money, columns: Columns) -> list[Label]:
    """The sources' names beside the last bar, each at the height of its piece."""
    year, low = (money.stated_years or money.funding.years)[-1], 0
    wanted = []
    for source in money.stacked:
        amount = money.funding.part(source, year) or 0
        wanted.append(money.unit.value(2 * low + amount) / 2 * columns.pixels)
        low += amount
    places = layout.apart(wanted, NAME + 4, NAME / 2, columns.frame.plot_height - NAME / 2)
    return [
        Label(str(year), place / columns.pixels, money.names[source].short, colour=money.ink(source))
        for source, place in zip(money.stacked, places, strict=True)
    ]
