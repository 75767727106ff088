"""The picture of a trend: lines told apart by dash, breaks in the way of counting, the figures at their ends."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import altair as alt

from vitrina.charts.findings.observed import sentence_of
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.lines import Lines, Words, key_places
from vitrina.charts.kit.placing import Placing
from vitrina.charts.kit.style import INK, INK_2, INK_3, PAPER, PLAN, WIDE
from vitrina.charts.trend_subject import Trend
from vitrina.dataset.programme import Observation
from vitrina.dataset.tables.choices import OBSERVATION_STAGES
from vitrina.words.catalogue import sentence
from vitrina.words.provenance import or_zero

_HEIGHT, _NARROW_HEIGHT = 350, 310
_END = 16

_LOOKS: Mapping[str, style.Row] = {
    "plan": {"stroke": PLAN, "strokeWidth": 3, "strokeDash": [0.5, 6]},
    "former": {"stroke": INK_3, "strokeWidth": 3.5},
    "actual": {"stroke": INK, "strokeWidth": 3.5},
    "ahead": {"stroke": INK_2, "strokeWidth": 2.5, "strokeDash": [9, 7]},
}
"""The kinds of lines, those below first; they differ by dash where they meet, not by colour alone."""
_NAMES = {
    "actual": OBSERVATION_STAGES["actual"],
    "plan": OBSERVATION_STAGES["plan"],
    "ahead": sentence("если так и пойдёт"),
    "former": sentence("прежний счёт"),
}

Point = tuple[int, Decimal]
Courses = Mapping[str, Sequence[Sequence[Point]]]
"""Unbroken lines by kind."""


def drawn(trend: Trend, width: float) -> style.Layered:
    courses, observed = _courses(trend), trend.observed
    points = [point for runs in courses.values() for run in runs for point in run]
    ticks = layout.ticks_around([value for _, value in points])
    ends = _ends(trend)
    key = [(_LOOKS[kind], observed.say(name)) for kind, name in _NAMES.items() if courses[kind]]
    head = key_places([name for _, name in key], width)[-1][1] + 12
    plot = Lines(
        min(year for year, _ in points),
        max(year for year, _ in points),
        ([float(tick) for tick in ticks], [observed.amount(tick) for tick in ticks]),
        width,
        (_HEIGHT if width == WIDE else _NARROW_HEIGHT) + head,
        right=layout.widest((text for _, text, _ in ends), _END, bold=True) + 14,
        highest=float(ticks[-1]),
        lowest=float(ticks[0]),
        over=26,
        under=28,
        head=head,
        gap=16,
        served=[max(year for year, _ in points)],
    )
    layers = [plot.line(_rows(courses[kind]), look) for kind, look in _LOOKS.items() if courses[kind]]
    breaks = style.plot([{"year": year - 0.5} for year in trend.breaks])
    return style.Layered(
        [
            *layers,
            breaks.mark_rule(strokeWidth=1.5).encode(x=alt.X("year:Q")),
            plot.points(_dots(trend), {"size": 150, "stroke": INK, "strokeWidth": 2}),
            plot.beside(plot.last, ends, _END),
            *_words(trend, plot, courses),
            *plot.key(key),
        ],
        plot.frame,
    )


def _courses(trend: Trend) -> Courses:
    """No line runs over a missing year, or from one way of counting to another."""
    lower = {year: row.value for year, row in trend.plans.items() if row.value is not None}
    upper = {year: row.upper for year, row in trend.plans.items() if row.upper is not None}
    *former, latest = ({year: _value(row) for year, row in piece.items()} for piece in trend.pieces)
    ahead: list[Point] = []
    if trend.ahead and trend.pace and trend.pace.last.last:
        ahead = [(trend.pace.last.last.year, _value(trend.pace.last)), trend.ahead]
    return {
        "plan": [*_runs(lower), *_runs(upper)],
        "former": [run for piece in former for run in _runs(piece)],
        "actual": _runs(latest),
        "ahead": [ahead] if ahead else [],
    }


def _runs(values: Mapping[int, Decimal]) -> list[list[Point]]:
    years = range(min(values, default=0), max(values, default=0) + 1)
    return [[(year, values[year]) for year in run] for run in layout.runs(years, values.__contains__)]


def _rows(runs: Sequence[Sequence[Point]]) -> list[style.Row]:
    return [
        {"year": year, "value": float(value), "run": place} for place, run in enumerate(runs) for year, value in run
    ]


def _dots(trend: Trend) -> list[style.Row]:
    """Full for facts alone. What the present pace gives has one too, and of the plans the last."""
    dots = [(*trend.ahead, False, trend.ahead_sentence)] if trend.ahead else []
    last = [max(trend.plans.items())] if trend.plans else []
    for year, row in [*last, *(item for piece in trend.pieces for item in piece.items())]:
        dots.append((year, _value(row), row.stage == "actual", sentence_of(trend.observed, row)))
    return [
        {"year": year, "value": float(value), "fill": INK if full else PAPER, "words": words}
        for year, value, full, words in dots
    ]


def _words(trend: Trend, plot: Lines, courses: Courses) -> list[alt.Chart]:
    """Where another way of counting begins, and the first and the last value of each, clear of all lines."""
    placing, (right, bottom) = Placing(plot), (plot.frame.plot_width, plot.frame.plot_height)
    placing.room.take(layout.Box(right + 8, 0, right + plot.right, bottom))  # there the ends are named
    for run in (run for runs in courses.values() for run in runs):
        placing.line([plot.place(year, float(value)) for year, value in run])
    for year in trend.breaks:
        x, _ = plot.place(year - 0.5, 0)
        placing.room.line([(x, 0), (x, bottom)])
        words = Words(trend.observed.say("с {year} года считают иначе", year=year))
        placing.write(words, [(x - 8, 12)], "right") or placing.write(words, [(x + 8, 12)], "left")
    for piece in (piece for piece in trend.pieces if len(piece) > 1):
        first, second, *_ = years = sorted(piece)
        for year, beside in ((first, second), (years[-1], years[-2])):
            value, figure = _value(piece[year]), trend.observed.figure(piece[year])
            words = Words(figure, _END, bold=True, colour=INK)
            placing.beside(plot.place(year, float(value)), words, above=value >= _value(piece[beside]))
    return placing.layers


def _ends(trend: Trend) -> list[tuple[float, str, str]]:
    """What stands behind the lines, the lowest first: the target, and what the present pace gives."""
    found = []
    if trend.plans:
        target = trend.plans[max(trend.plans)]
        found.append((float(target.upper or _value(target)), trend.observed.short(target), PLAN))
    if trend.ahead:
        value = trend.rounded(trend.ahead[1])
        figure = trend.observed.words.quantity(value, "%") if trend.observed.indicator.is_share else None
        found.append((float(trend.ahead[1]), figure or trend.observed.amount(value), INK))
    return sorted(found)


def _value(row: Observation) -> Decimal:
    return or_zero(row.value)
