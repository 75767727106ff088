"""The picture of money in roubles of its day and in prices of the first year: two lines, and what lies between them."""

from decimal import Decimal

import altair as alt

from vitrina.charts.findings import real_terms as told
from vitrina.charts.findings.money import amount_of_year
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.placing import Scales
from vitrina.charts.kit.style import INK, INK_3, LETTER, PAPER, SMALL, Frame
from vitrina.charts.kit.years import Years
from vitrina.charts.money import Money
from vitrina.charts.money_axis import money_axis
from vitrina.charts.price_labels import Letters, labels
from vitrina.measures.prices import RealTerms

_WIDE_HEIGHT, _NARROW_HEIGHT, _BOTTOM, _OVER = 350, 300, 30, 36


def lines(money: Money, real: RealTerms, wide: bool) -> style.Layered:
    """What the money still buys is shaded, what prices took away is dotted: together they are the sum itself."""
    funding, unit = money.funding, money.unit
    letter = LETTER if wide else SMALL
    amounts = [*funding.totals.values(), *real.amounts.values()]
    highest = max(map(unit.exact, amounts), default=Decimal(0))
    values, texts = money_axis(money, highest, with_unit=wide)  # on a phone the unit stands in the subtitle alone
    frame = Frame(
        style.WIDE if wide else style.NARROW,
        _WIDE_HEIGHT if wide else _NARROW_HEIGHT,
        left=layout.widest(texts, letter) + 24,
        right=layout.widest([money.label(money.height(funding.last_year)), "0000"], LETTER) / 2 + 4,
        bottom=_BOTTOM,
    )
    top = float(highest) * frame.plot_height / (frame.plot_height - _OVER) or 1.0
    years = Years(funding.first_year, funding.last_year, frame.plot_width)
    served = [money.latest, real.last_year, funding.first_year, funding.last_year]
    x = years.axis(1.15 if wide else 1.6, served, letter)
    grid = alt.Axis(
        grid=True, values=values, labelExpr=style.labels(values, texts), labelFontSize=letter, labelPadding=16
    )
    y = alt.Y("value:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=grid)
    compared = told.compared_years(money)
    bought = {year: unit.value(real.amounts[year]) for year in compared}
    below = style.plot([{"year": year, "value": bought[year]} for year in compared])
    between = [{"year": year, "value": bought[year], "high": max(money.value(year), bought[year])} for year in compared]
    layers = [
        below.mark_area(fill=INK, fillOpacity=0.07).encode(x=x, y=y),
        style.plot(between).mark_area(fill=style.LOST, fillOpacity=1).encode(x=x, y=y, y2=alt.Y2("high")),
        *_nominal_lines(money, x, y),
        below.mark_line(stroke=INK, strokeWidth=4).encode(x=x, y=y),
        *_points(money, real, x, y),
        *labels(money, real, Scales(frame, years, top), Letters(letter, 20 if wide else 16)),
    ]
    return style.Layered(layers, frame)


def _nominal_lines(money: Money, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Roubles of the day: a line, dots over the years ahead, nothing over a missing year."""
    funding = money.funding
    known: list[style.Row] = []
    planned: list[style.Row] = []
    for run, years in enumerate(layout.runs(funding.years, money.stated)):
        for year in years:
            row = {"year": year, "value": money.value(year), "run": run}
            known += [] if funding.is_ahead(year) else [row]
            # the dots begin at the last year that is not ahead
            planned += [row] if funding.is_ahead(year) or year == money.latest else []
    dotted = style.plot(planned).mark_line(stroke=INK_3, strokeWidth=2.5, strokeDash=[2, 6])
    drawn = style.plot(known).mark_line(stroke=INK_3, strokeWidth=3)
    return [layer.encode(x=x, y=y, detail=alt.Detail("run:N")) for layer in (dotted, drawn)]


def _points(money: Money, real: RealTerms, x: alt.X, y: alt.Y) -> list[alt.Chart]:
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
    return [
        style.plot(rows)
        .mark_point(filled=True, opacity=1, strokeWidth=1.5)
        .encode(x=x, y=y, size=size, fill=style.fill_as_is(), stroke=stroke, **style.sentence())
        for rows in (nominal, bought)
    ]
