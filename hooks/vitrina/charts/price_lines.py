"""The picture of money in roubles of its day and in prices of the first year: two lines, and what lies between them."""

from decimal import Decimal

import altair as alt

from vitrina.charts.findings import real_terms as told
from vitrina.charts.findings.money import amount_of_year
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.lines import Lines
from vitrina.charts.kit.style import INK, INK_3, LETTER, PAPER, SMALL
from vitrina.charts.money import Money
from vitrina.charts.price_labels import Letters, labels
from vitrina.measures.prices import RealTerms

_HEIGHT, _NARROW_HEIGHT, _OVER = 350, 300, 36


def lines(money: Money, real: RealTerms, wide: bool) -> style.Layered:
    """What the money still buys is shaded, what prices took away is dotted: together they are the sum itself."""
    funding, unit = money.funding, money.unit
    amounts = [*funding.totals.values(), *real.amounts.values()]
    highest = max(map(unit.exact, amounts), default=Decimal(0))
    letter = LETTER if wide else SMALL
    plot = Lines(
        funding.first_year,
        funding.last_year,
        unit.ticks(money.words, highest, with_unit=wide),  # on a phone the unit stands in the subtitle alone
        style.WIDE if wide else style.NARROW,
        _HEIGHT if wide else _NARROW_HEIGHT,
        right=layout.widest([money.label(money.height(funding.last_year)), "0000"], LETTER) / 2 + 4,
        highest=float(highest),
        over=_OVER,
        gap=16,
        served=[money.latest, real.last_year, funding.first_year, funding.last_year],
        letter=letter,
    )
    compared = told.compared_years(money)
    bought = {year: unit.value(real.amounts[year]) for year in compared}
    rows: list[style.Row] = [{"year": year, "value": bought[year], "run": 0} for year in compared]
    between = [row | {"high": max(money.value(row["year"]), row["value"])} for row in rows]
    layers = [
        style.plot(rows).mark_area(fill=INK, fillOpacity=0.07).encode(**plot.across),
        style.plot(between).mark_area(fill=style.LOST, fillOpacity=1).encode(**plot.across, y2=alt.Y2("high")),
        *_nominal_lines(money, plot),
        plot.line(rows, {"stroke": INK, "strokeWidth": 4}),
        *_points(money, real, plot),
        *labels(money, real, plot, Letters(letter, 20 if wide else 16)),
    ]
    return style.Layered(layers, plot.frame)


def _nominal_lines(money: Money, plot: Lines) -> list[alt.Chart]:
    """Roubles of the day: a line, dots over the years ahead, nothing over a missing year."""
    rows: list[style.Row] = [
        {"year": year, "value": money.value(year), "run": run}
        for run, years in enumerate(layout.runs(money.funding.years, money.stated))
        for year in years
    ]
    known = [row for row in rows if not money.funding.is_ahead(row["year"])]
    # the dots begin at the last year that is not ahead
    planned = [row for row in rows if money.funding.is_ahead(row["year"]) or row["year"] == money.latest]
    look = {"stroke": INK_3, "strokeWidth": 3}
    return [plot.line(planned, look | {"strokeWidth": 2.5, "strokeDash": [2, 6]}), plot.line(known, look)]


def _points(money: Money, real: RealTerms, plot: Lines) -> list[alt.Chart]:
    """A point a year that answers a pointer; those that carry a figure are drawn larger."""
    funding, compared = money.funding, told.compared_years(money)
    nominal = [
        {
            "year": year,
            "value": money.value(year),
            "size": 80 if year in {money.latest, funding.last_year} else 24,
            "fill": PAPER if funding.is_ahead(year) else INK_3,
            "stroke": INK_3 if funding.is_ahead(year) else PAPER,
            "words": amount_of_year(money, year, money.height(year)),
        }
        for year in money.stated_years
    ]
    bought = [
        {
            "year": year,
            "value": money.unit.value(real.amounts[year]),
            "size": 90 if year in {compared[0], compared[-1]} else 28,
            "fill": INK,
            "stroke": PAPER,
            "words": told.in_both_prices(money, real, year),
        }
        for year in compared
    ]
    size, stroke = alt.Size("size:Q", scale=None), alt.Stroke("stroke:N", scale=None)
    return [plot.points(rows, {"strokeWidth": 1.5}).encode(size=size, stroke=stroke) for rows in (nominal, bought)]
