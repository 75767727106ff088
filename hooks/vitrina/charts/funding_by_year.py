"""How much money a year and from whom: a bar a year, stacked of its sources; years ahead are hatched."""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

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
_OVER_BAR, _OVER_PEAK, _OVER_LABEL = 24, 30, 20
"""Pixels that a total, the peak's total and the words over the years ahead take above a bar."""

Note = tuple[float, list[int]]
"""Where the words over the years ahead stand: their middle, as a place in the row, and the years under them."""


@chart(of=Money, applies=lambda money: bool(money.funding.known_years))
def funding_by_year(money: Money) -> Chart:
    shapes = _wide(money), rows(_years(money), _pieces(money), year_labels(money, money.funding.peaks))
    return replace(complete("funding-by-year", money, told, shapes, money_table(money)), key=money.key())


@chart(of=MoneyOfLine, applies=lambda line: any(line.money.funding.totals.values()))
def line_by_year(line: MoneyOfLine) -> Chart:
    return funding_by_year(line.money)


def _wide(money: Money) -> style.Layered:
    """The names of the sources stand beside the last bar, where there are several."""
    axis = money.unit.ticks(money.words, max(map(money.unit.exact, money.funding.totals.values()), default=Decimal(0)))
    right = layout.widest((money.names[source].short for source in money.stacked), NAME, bold=True) + 12
    frame = Frame(style.WIDE, _HEIGHT, left=layout.widest(axis[1], LETTER) + 10, right=right, bottom=_BOTTOM)
    bands = Bands(_years(money), frame.plot_width)
    note = _note_ahead(money, bands.step)
    columns = Columns(frame, bands, 0, frame.plot_height / _pixels_a_unit(money, frame, note), axis)
    totals = _fitting_totals(money, columns)
    layers = [
        columns.pieces(_pieces(money)),
        columns.words([total for total in totals if not total.strong], dy=-10),
        columns.words([total for total in totals if total.strong], dy=-12, fontSize=PEAK, fontWeight="bold"),
        columns.words(
            _names(money, columns), align="left", dx=bands.thickness / 2 + 10, fontSize=NAME, fontWeight="bold"
        ),
    ]
    if note:
        place, years = note
        over = max(money.value(year) + _room_over(money, year) / columns.pixels for year in years)
        label = Label(str(years[0]), over + _OVER_LABEL / 2 / columns.pixels, money.ahead)
        shift = (place - money.funding.years.index(years[0])) * bands.step
        layers.append(columns.words([label], fontStyle="italic", dx=shift))
    return style.Layered(layers, frame)


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
    digits = 1 if _widest_total(money, 1) <= columns.bands.step else 0
    labels = year_labels(money, money.funding.peaks, digits)
    peaks = [place for place, label in enumerate(labels) if label.strong]
    return [
        labels[place]
        for place in columns.fitting([label.at for label in labels], [label.size for label in labels], peaks)
    ]


def _widest_total(money: Money, digits: int) -> float:
    return layout.widest((money.label(kopecks, digits) for kopecks in money.funding.totals.values()), LETTER) + 3


def _note_ahead(money: Money, step: float) -> Note | None:
    years = money.funding.years
    ahead = [place for place, year in enumerate(years) if money.funding.is_ahead(year) and money.stated(year)]
    if not ahead:
        return None
    edge = 0.4  # half a bar
    half = layout.text_width(money.ahead, LETTER) / 2 / step + edge
    middle = layout.between((ahead[0] + ahead[-1]) / 2, half - edge, len(years) - 1 - half + edge)
    peak = layout.widest((money.label(money.funding.totals[year], 0) for year in money.funding.peaks), PEAK, True)
    beside = half + max(0, max(_widest_total(money, 0), peak) / step / 2 - edge)
    under = [year for place, year in enumerate(years) if abs(place - middle) <= beside]
    return middle, under or [years[ahead[0]]]


def _room_over(money: Money, year: int) -> float:
    return _OVER_PEAK if year in money.funding.peaks else _OVER_BAR


def _pixels_a_unit(money: Money, frame: Frame, note: Note | None) -> float:
    """The scale at which every bar, its label and the words over the years ahead just fit."""
    fits = []
    for year in money.funding.years:
        room = _room_over(money, year) + (_OVER_LABEL if note and year in note[1] else 0)
        if money.height(year) > 0:
            fits.append((frame.plot_height - room) / money.value(year))
    return min(fits, default=1)


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
