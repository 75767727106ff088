"""The picture of money in roubles of its day and in prices of the first year: two lines, and what lies between them."""

from decimal import Decimal

import altair as alt

from vitrina.charts.funding_by_year import amount_of_year, axis_texts
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.style import INK, INK_3, LETTER, PAPER, SMALL, Frame
from vitrina.charts.price_labels import Picture, compared_years, labels
from vitrina.charts.subject import Subject
from vitrina.measures.prices import RealTerms

_WIDE_HEIGHT, _NARROW_HEIGHT, _BOTTOM, _OVER = 350, 300, 30, 36


def lines(subject: Subject, real: RealTerms, wide: bool) -> style.Layered:
    """What the money still buys is shaded, what prices took away is dotted: together they are the sum itself."""
    funding, unit = subject.funding, subject.unit
    letter, figure = (LETTER, 20) if wide else (SMALL, 16)
    highest = max(map(unit.exact, funding.totals.values()), default=Decimal(0))
    highest = max([highest, *(unit.exact(kopecks) for kopecks in real.amounts.values())])
    marks = layout.ticks(highest)
    texts = axis_texts(subject, marks)
    if not wide:  # the unit stands in the subtitle; there is no room for it here
        texts[-1] = subject.words.number(marks[-1], layout.decimals(marks) if marks[-1] else 0)
    frame = Frame(
        style.WIDE if wide else style.NARROW,
        _WIDE_HEIGHT if wide else _NARROW_HEIGHT,
        left=layout.widest(texts, letter) + 24,
        right=layout.widest([subject.label(subject.height(funding.last_year)), "0000"], LETTER) / 2 + 4,
        bottom=_BOTTOM,
    )
    top = float(highest) * frame.plot_height / (frame.plot_height - _OVER) or 1.0
    first, last = funding.first_year, funding.last_year
    domain = [first, last] if last > first else [first - 1, first + 1]
    step = frame.plot_width / (domain[1] - domain[0])
    ticked = _ticked(subject, real, layout.text_width("0000", letter) * (1.15 if wide else 1.6) / step)
    x = alt.X(
        "year:Q",
        scale=alt.Scale(domain=domain, nice=False, zero=False),
        axis=alt.Axis(
            values=ticked,
            labelExpr=style.labels(ticked, [str(year) for year in ticked]),
            labelPadding=10,
            labelFontSize=letter,
        ),
    )
    values = [float(mark) for mark in marks]
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[0, top], nice=False),
        axis=alt.Axis(
            grid=True, values=values, labelExpr=style.labels(values, texts), labelFontSize=letter, labelPadding=16
        ),
    )
    below = style.plot(
        [{"year": year, "value": unit.value(real.amounts[year])} for year in compared_years(subject, real)]
    )
    between = [
        {
            "year": year,
            "value": unit.value(real.amounts[year]),
            "high": unit.value(max(subject.height(year), real.amounts[year])),
        }
        for year in compared_years(subject, real)
    ]
    layers = [
        below.mark_area(fill=INK, fillOpacity=0.07).encode(x=x, y=y),
        style.plot(between).mark_area(fill=style.LOST, fillOpacity=1).encode(x=x, y=y, y2=alt.Y2("high")),
        *_nominal_lines(subject, x, y),
        below.mark_line(stroke=INK, strokeWidth=4).encode(x=x, y=y),
        *_points(subject, real, x, y),
        *labels(subject, real, Picture(frame, domain[0], step, frame.plot_height / top, letter, figure)),
    ]
    return style.Layered(layers, frame)


def _ticked(subject: Subject, real: RealTerms, fewest: float) -> list[int]:
    first = subject.funding.first_year
    served = [year - first for year in (subject.latest, real.last_year, first, subject.funding.last_year)]
    return [first + place for place in layout.spaced(subject.funding.last_year - first + 1, fewest, served)]


def _nominal_lines(subject: Subject, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Roubles of the day: a line, dots over the years ahead, nothing over a missing year."""
    funding = subject.funding
    known: list[style.Row] = []
    planned: list[style.Row] = []
    for run, (start, end) in enumerate(layout.runs([subject.stated(year) for year in funding.years])):
        years = funding.years[start : end + 1]
        known += [_point(subject, year, run) for year in years if not funding.is_ahead(year)]
        # the dots begin at the last year that is not ahead
        planned += [_point(subject, year, run) for year in years if funding.is_ahead(year) or year == subject.latest]
    return [
        style.plot(planned)
        .mark_line(stroke=INK_3, strokeWidth=2.5, strokeDash=[2, 6])
        .encode(x=x, y=y, detail=alt.Detail("run:N")),
        style.plot(known).mark_line(stroke=INK_3, strokeWidth=3).encode(x=x, y=y, detail=alt.Detail("run:N")),
    ]


def _point(subject: Subject, year: int, run: int) -> style.Row:
    return {"year": year, "value": subject.unit.value(subject.height(year)), "run": run}


def in_both_prices(subject: Subject, real: RealTerms, year: int) -> str:
    """One year's sum in roubles of its day and in prices of the base year, as a sentence."""
    nominal, bought = subject.words.money(subject.height(year)), subject.words.money(real.amounts[year])
    return subject.say("real_terms.sentence", year=year, base=real.base_year, nominal=nominal, real=bought)


def _points(subject: Subject, real: RealTerms, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """A point a year that answers a pointer; those that carry a figure are drawn larger."""
    funding, unit = subject.funding, subject.unit
    told = {subject.latest, funding.last_year}
    nominal = [
        {
            "year": year,
            "value": unit.value(subject.height(year)),
            "size": 80 if year in told else 24,
            "fill": PAPER if funding.is_ahead(year) else INK_3,
            "stroke": INK_3 if funding.is_ahead(year) else PAPER,
            "words": amount_of_year(subject, year, subject.height(year)),
        }
        for year in subject.stated_years
    ]
    compared = compared_years(subject, real)
    bought = [
        {
            "year": year,
            "value": unit.value(real.amounts[year]),
            "size": 90 if year in {compared[0], compared[-1]} else 28,
            "fill": INK,
            "stroke": PAPER,
            "words": in_both_prices(subject, real, year),
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
