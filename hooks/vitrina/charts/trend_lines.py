"""The picture of a trend: lines told apart by dash, breaks in the way of counting, the figures at their ends."""

from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.findings.observed import sentence_of
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import Marks, width_of
from vitrina.charts.kit.style import WIDE, Frame
from vitrina.charts.trend_subject import Trend
from vitrina.dataset.programme import Observation
from vitrina.dataset.tables.choices import OBSERVATION_STAGES
from vitrina.words.catalogue import sentence

_HEIGHT, _NARROW_HEIGHT, _BOTTOM, _UNDER, _OVER = 350, 310, 30, 20, 26
_LEGEND_LINE, _SAMPLE = 24, 28
_GAP = 20
"""Between two figures, one over the other."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where years and values stand, in pixels."""

    first: int
    step: float
    left: float
    low: float
    high: float
    top: float
    bottom: float

    def x(self, year: float) -> float:
        return self.left + (year - self.first) * self.step

    def y(self, value: Decimal | float) -> float:
        span = self.high - self.low or 1.0
        return self.bottom - (float(value) - self.low) / span * (self.bottom - self.top)


def drawn(trend: Trend, width: float) -> style.Layered:
    marks, observed, narrow = Marks(), trend.observed, width < WIDE
    legend = _legend(trend, marks, width)
    height = (_NARROW_HEIGHT if narrow else _HEIGHT) + legend
    ticks = _ticks(trend)
    texts = [observed.amount(tick) for tick in ticks]
    ends = _ends(trend)
    years = _years(trend)
    left = layout.widest(texts, style.LETTER) + 16
    right = max((width_of("end", text) for _, _, text in ends), default=0) + 14
    scale = _Scale(
        first=years[0],
        step=(width - left - right) / max(1, years[-1] - years[0]),
        left=left,
        low=float(ticks[0]),
        high=float(ticks[-1]),
        top=legend + _OVER,
        bottom=height - _BOTTOM - _UNDER,
    )
    for tick, text in zip(ticks, texts, strict=True):
        marks.line("grid", [(left, scale.y(tick)), (width - right, scale.y(tick))])
        marks.text("tick", left - 10, scale.y(tick), text)
    fewest = layout.text_width("0000", style.LETTER) * 1.3 / scale.step
    for place in layout.spaced(len(years), fewest, (len(years) - 1,)):
        marks.text("under", scale.x(years[place]), height - _BOTTOM + 20, str(years[place]))
    for year in trend.breaks:
        _break(trend, marks, scale, year)
    _lines(trend, marks, scale)
    heights = [scale.y(value) for value, _, _ in ends]
    placed = layout.apart(heights, _GAP, legend + _OVER - 6, scale.bottom)
    for (_, kind, text), at in zip(ends, placed, strict=True):
        marks.text(kind, width - right + 12, at, text)
    _figures(trend, marks, scale)
    return marks.drawn(Frame(width, height))


def _break(trend: Trend, marks: Marks, scale: _Scale, year: int) -> None:
    """A bar across, named on the side where there is room for words."""
    at, top = scale.x(year - 0.5), scale.top - _OVER + 6
    marks.rule(at, at, top, scale.bottom)
    text = trend.observed.say("с {year} года считают иначе", year=year)
    room = width_of("note", text) + 8
    if at - room >= 0:
        marks.text("note right", at - 8, top + 6, text)
    else:
        marks.text("note", at + 8, top + 6, text)


def _legend(trend: Trend, marks: Marks, width: float) -> float:
    """A sample of each kind of line with its name; returns how much height that takes."""
    kinds = [("actual", OBSERVATION_STAGES["actual"])]
    kinds += [("plan", OBSERVATION_STAGES["plan"])] if trend.plans else []
    kinds += [("ahead", sentence("если так и пойдёт"))] if trend.ahead else []
    kinds += [("former", sentence("прежний счёт"))] if any(trend.pieces[:-1]) else []
    x, y = 0.0, 10.0
    for kind, named in kinds:
        text = trend.observed.say(named)
        room = _SAMPLE + 8 + width_of("note", text)
        if x and x + room > width:
            x, y = 0.0, y + _LEGEND_LINE
        marks.line(kind, [(x, y), (x + _SAMPLE, y)])
        marks.text("note", x + _SAMPLE + 8, y + 1, text)
        x += room + 22
    return y + _LEGEND_LINE / 2


def _lines(trend: Trend, marks: Marks, scale: _Scale) -> None:
    observed = trend.observed
    for values in ((row.value for row in trend.plans.values()), (row.upper for row in trend.plans.values())):
        points = {year: value for year, value in zip(trend.plans, values, strict=True) if value is not None}
        for run in layout.runs(_years(trend), points.__contains__):
            marks.line("plan", [(scale.x(year), scale.y(points[year])) for year in run])
    for place, piece in enumerate(trend.pieces):
        is_last = place == len(trend.pieces) - 1
        for run in layout.runs(_years(trend), piece.__contains__):
            marks.line(
                "actual" if is_last else "former", [(scale.x(year), scale.y(_value(piece[year]))) for year in run]
            )
    if trend.ahead and trend.pace and trend.pace.last.last:
        year, value = trend.ahead
        start = (scale.x(trend.pace.last.last.year), scale.y(_value(trend.pace.last)))
        marks.line("ahead", [start, (scale.x(year), scale.y(value))])
        marks.dot(scale.x(year), scale.y(value), full=False, words=trend.ahead_sentence)
    for year, row in trend.plans.items():
        if year == max(trend.plans):
            marks.dot(scale.x(year), scale.y(_value(row)), full=False, words=sentence_of(observed, row))
    for piece in trend.pieces:
        for year, row in piece.items():
            marks.dot(scale.x(year), scale.y(_value(row)), full=row.stage == "actual", words=sentence_of(observed, row))


def _figures(trend: Trend, marks: Marks, scale: _Scale) -> None:
    """The first and the last value of each piece, on the side of their dots where the line does not run."""
    for piece in trend.pieces:
        years = sorted(piece)
        for year, beside in ((years[0], years[1:2]), (years[-1], years[-2:-1])) if len(years) > 1 else ():
            value, other = _value(piece[year]), _value(piece[beside[0]])
            at = scale.y(value) + (-16 if value >= other else 19)
            text = trend.observed.figure(piece[year])
            marks.text("over", max(scale.x(year), scale.left + width_of("over", text) / 2), at, text)


def _ends(trend: Trend) -> list[tuple[Decimal, str, str]]:
    """What stands behind the lines, the highest first: the target, and what the present pace gives."""
    found = []
    if trend.plans:
        target = trend.plans[max(trend.plans)]
        found.append((target.upper or _value(target), "plan behind", trend.observed.short(target)))
    if trend.ahead and trend.pace:
        value = trend.rounded(trend.ahead[1])
        figure = trend.observed.words.quantity(value, "%") if trend.observed.indicator.is_share else None
        found.append((trend.ahead[1], "end", figure or trend.observed.amount(value)))
    return sorted(found, key=lambda end: -end[0])


def _years(trend: Trend) -> range:
    years = {year for piece in trend.pieces for year in piece} | set(trend.plans)
    if trend.ahead:
        years.add(trend.ahead[0])
    return range(min(years), max(years) + 1)


def _ticks(trend: Trend) -> list[Decimal]:
    values = [_value(row) for row in trend.rows] + [row.upper for row in trend.plans.values() if row.upper is not None]
    return layout.ticks_around([*values, trend.ahead[1]] if trend.ahead else values)


def _value(row: Observation) -> Decimal:
    return row.value or Decimal(0)
