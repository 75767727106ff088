"""The picture of money in roubles of its day and in prices of the first year: two lines, and what lies between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

import altair as alt

from vitrina.charts import layout, style
from vitrina.charts.funding_by_year import amount_of_year, axis_texts
from vitrina.charts.style import INK, INK_2, INK_3, LETTER, PAPER, SMALL, Frame
from vitrina.charts.subject import Subject
from vitrina.measures.prices import RealTerms

_WIDE_HEIGHT, _NARROW_HEIGHT, _BOTTOM, _OVER = 350, 300, 30, 36
_THICK_ENOUGH = 24
"""Pixels between the lines from which words fit there."""


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
        right=layout.widest([_figure(subject, funding.last_year)], LETTER) / 2 + 4,
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
        *_figures(subject, real, figure, step),
        *_names(subject, real, _Scale(letter, frame.plot_height / top, step, values)),
    ]
    return style.Layered(layers, frame)


@dataclass(frozen=True, slots=True)
class _Scale:
    """What the placing of words needs to know of a drawing."""

    letter: int
    pixels: float
    """Per unit of the money scale."""
    step: float
    """Pixels from year to year."""
    grid: Sequence[float]

    def clear(self, value: float) -> float:
        """A height, in units, where no grid line crosses a line of words."""
        lines = [mark * self.pixels for mark in self.grid]
        return layout.clear_of(value * self.pixels, lines, self.letter * 0.9) / self.pixels


def _figure(subject: Subject, year: int) -> str:
    return subject.label(subject.height(year))


def compared_years(subject: Subject, real: RealTerms) -> list[int]:
    """Years with both figures, up to the first gap: no line is drawn across a missing year."""
    found: list[int] = []
    for year in subject.funding.years:
        if year not in real.amounts or not subject.stated(year):
            break
        found.append(year)
    return found


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
    nominal, bought = subject.money(subject.height(year)), subject.money(real.amounts[year])
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
            "stroke": INK_3 if funding.is_ahead(year) and year not in told else PAPER,
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
            "stroke": PAPER,
            "words": in_both_prices(subject, real, year),
        }
        for year in compared
    ]
    size = alt.Size("size:Q", scale=None)
    return [
        style.plot(rows)
        .mark_point(filled=True, color=colour, opacity=1, strokeWidth=1.5)
        .encode(x=x, y=y, size=size, stroke=alt.Stroke("stroke:N", scale=None), **style.sentence())
        for rows, colour in ((nominal, INK_3), (bought, INK))
    ]


def _say(year: float, value: float, text: str) -> alt.Chart:
    return style.plot([{"year": year, "value": value, "text": text}])


def _written(layer: alt.Chart, **how: Any) -> alt.Chart:
    text: alt.Chart = layer.mark_text(**how)
    return text.encode(x=alt.X("year:Q"), y=alt.Y("value:Q"), text=alt.Text("text:N"))


def _halo(layer: alt.Chart, colour: str, **how: Any) -> alt.Chart:
    """The same words thick in the ground's colour, to lie under them: neither dots nor lines cross the letters."""
    return _written(layer, **(how | {"color": colour, "stroke": colour, "strokeWidth": 5, "strokeJoin": "round"}))


def _figures(subject: Subject, real: RealTerms, size: int, step: float) -> list[alt.Chart]:
    """The figures of the finding: where the money began, where it came to, and what that buys."""
    funding, unit, compared = subject.funding, subject.unit, compared_years(subject, real)
    if not compared:
        return []
    first, last = compared[0], compared[-1]
    align = "right" if last == funding.last_year else "center"
    texts = [_figure(subject, first), _figure(subject, last)]
    reach = layout.text_width(texts[0], size - 3, bold=True) + layout.text_width(texts[1], size, bold=True) / 2
    stands_under = 0 < (last - first) * step < reach  # beside the other's figure there would be no room for it
    layers = [
        _written(
            _say(first, unit.value(subject.height(first)), _figure(subject, first)),
            fontSize=size - 3,
            fontWeight="bold",
            align="left",
            dy=34 if stands_under else -20,
            dx=-2,
        )
    ]
    if last == first:
        return layers
    real_above = real.amounts[last] > subject.height(last)
    for kopecks, above, colour in (
        (subject.height(last), not real_above, INK_2),
        (real.amounts[last], real_above, INK),
    ):
        where = _say(last, unit.value(kopecks), subject.label(kopecks))
        look: style.Row = {
            "fontSize": size,
            "fontWeight": "bold",
            "dy": -20 if above else 24,
            "color": colour,
            "align": align,
        }
        layers += [_halo(where, PAPER, **look), _written(where, **look)]
    if funding.last_year != last:
        end = funding.last_year
        layers.append(
            _written(
                _say(end, unit.value(subject.height(end)), _figure(subject, end)),
                fontSize=SMALL,
                color=INK_2,
                dy=-18,
                align="center",
            )
        )
    return layers


def _names(subject: Subject, real: RealTerms, scale: _Scale) -> list[alt.Chart]:
    """The lines' names, inside and over what they name; words about prices where the gap is thick enough."""
    unit, compared = subject.unit, compared_years(subject, real)
    if not compared:
        return []
    layers = []
    letter, pixels, step = scale.letter, scale.pixels, scale.step
    first, last = compared[0], compared[-1]
    bought = min(unit.value(real.amounts[year]) for year in compared)
    name = subject.say("real_terms.real_name", base=real.base_year)
    if bought * pixels > 3 * letter and layout.text_width(name, letter, bold=True) < (last - first) * step:
        layers.append(
            _written(
                _say((first + last) / 2, scale.clear(bought / 2), name),
                fontSize=letter,
                fontWeight="bold",
                align="center",
            )
        )
    layers += _over(subject, real, scale)
    return layers + _lost(subject, real, scale)


def _lost(subject: Subject, real: RealTerms, scale: _Scale) -> list[alt.Chart]:
    """The name of the dotted field, as far to the right as it fits between the lines; nothing where it does not."""
    compared, size = compared_years(subject, real), _kopecks(subject)
    upper = [subject.height(year) / size for year in compared]
    lower = [real.amounts[year] / size for year in compared]
    words = subject.say("real_terms.lost")
    half = (layout.text_width(words, SMALL) / 2 + 4) / scale.step
    middle = compared[-1] - half - 4 / scale.step
    under = [middle - half, middle, middle + half, *(year for year in compared if abs(year - middle) < half)]
    ceiling, floor = (min(_at(compared, upper, x) for x in under), max(_at(compared, lower, x) for x in under))
    if middle - half < compared[0] or (ceiling - floor) * scale.pixels < _THICK_ENOUGH:
        return []
    where = _say(middle, (ceiling + floor) / 2, words)
    look: style.Row = {"fontSize": SMALL, "fontStyle": "italic", "color": INK_2}
    return [_halo(where, "var(--tint)", **look), _written(where, **look)]


def _kopecks(subject: Subject) -> float:
    return 1 / subject.unit.value(1)


def _at(years: Sequence[int], amounts: Sequence[float], place: float) -> float:
    """The height of a line between two years."""
    for (left, right), (low, high) in zip(pairwise(years), pairwise(amounts), strict=True):
        if left <= place <= right:
            return low + (high - low) * (place - left) / (right - left)
    return float(amounts[0] if place < years[0] else amounts[-1])


def _over(subject: Subject, real: RealTerms, scale: _Scale) -> list[alt.Chart]:
    """The name of the upper line over it, and over the years ahead what they are."""
    funding, unit = subject.funding, subject.unit
    letter, pixels, step = scale.letter, scale.pixels, scale.step
    layers = []
    compared = compared_years(subject, real)
    last = compared[-1]
    name = subject.say("real_terms.nominal_name")
    first, figure = (
        compared[0],
        layout.widest([_figure(subject, compared[0]), _figure(subject, last)], 18, bold=True) / step,
    )
    whole = layout.text_width(name, letter)
    # in one line beside the first figure; else broken over it
    for start, lines_ in ((first + figure, [name]), (first + 0.1, layout.lines(name, letter, whole * 0.65))):
        width = layout.widest(lines_, letter) / step
        if start + width + figure / 2 >= last:
            continue
        under = [unit.value(subject.height(year)) for year in funding.years if start - 1 < year < start + width + 1]
        lowest = max([*under, unit.value(subject.height(first)) + 24 / pixels]) + 18 / pixels
        for number, line in enumerate(reversed(lines_)):
            height = lowest + number * (letter + 3) / pixels
            where = _say(start, scale.clear(height) if len(lines_) == 1 else height, line)
            look: style.Row = {"fontSize": letter, "color": INK_2, "align": "left"}
            layers += [_halo(where, PAPER, **look), _written(where, **look)]
        break
    ahead = [year for year in funding.years_ahead if subject.stated(year) and year > last]
    if ahead:
        kind = (
            "ahead_short"
            if layout.text_width(subject.say("real_terms.ahead"), SMALL) > (ahead[-1] - last) * step
            else "ahead"
        )
        lowest = min(unit.value(subject.height(year)) for year in [*ahead, last])
        layers.append(
            _written(
                _say(
                    (last + ahead[-1]) / 2 + 0.1, scale.clear(lowest - 30 / pixels), subject.say(f"real_terms.{kind}")
                ),
                fontSize=SMALL,
                fontStyle="italic",
                color=INK_2,
            )
        )
    return layers
