"""The way of an indicator: baseline, actuals, plans, and where the present pace leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.chart import Cell, Chart, Column, Origin, Table
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import Marks, width_of
from vitrina.charts.kit.style import NARROW, WIDE, Frame
from vitrina.charts.observed import STAGE_NAMES, Observed, origin_of
from vitrina.dataset.subjects import Observation
from vitrina.measures.pace import Pace
from vitrina.measures.scoreboard import Score
from vitrina.measures.status import YearStatus
from vitrina.words.catalogue import sentence

_HEIGHT, _NARROW_HEIGHT, _BOTTOM, _UNDER, _OVER = 350, 310, 30, 20, 26
_LEGEND_LINE, _SAMPLE = 24, 28
_GAP = 20
"""Between two figures, one over the other."""

Points = Mapping[int, Observation]


@dataclass(frozen=True, slots=True)
class Way:
    """What the chart shows: the years of an indicator, in pieces that cannot be compared, and its pace."""

    observed: Observed
    score: Score
    pace: Pace | None
    finding: str

    @property
    def pieces(self) -> tuple[Points, ...]:
        """Baselines and actuals of whole years."""
        return tuple(_known(piece) for piece in self.score.pieces)

    @property
    def plans(self) -> Points:
        return {year.year: year.plan for year in self.score.years if year.plan is not None}

    @property
    def ahead(self) -> tuple[int, Decimal] | None:
        """The year of the target and the value that the present pace gives by then; None where it is not ahead."""
        if self.pace is None or not self.pace.months_left or self.pace.target.last is None:
            return None
        return self.pace.target.last.year, self.pace.at_present_pace

    @property
    def breaks(self) -> tuple[int, ...]:
        """The first years of another way of counting; none where the years of both run side by side from the start."""
        starts = [min(piece) for piece in self.pieces if piece]
        return tuple(year for year in starts[1:] if year > starts[0])


def can_be_drawn(way: Way) -> bool:
    return way.pace is not None or (len(way.pieces) > 1 and sum(map(len, way.pieces)) > 1)


def way_chart(way: Way, source_line: str) -> Chart:
    observed = way.observed
    return Chart(
        id=f"{observed.indicator.id}-way",
        language=observed.words.language,
        finding=way.finding,
        subtitle=observed.say("{name}: путь к плану, {unit}", name=observed.name, unit=observed.unit_name),
        description=observed.description(_sentences(way)),
        source=source_line,
        wide=style.drawing("wide", _drawn(way, WIDE)),
        narrow=style.drawing("narrow", _drawn(way, NARROW)),
        table=_table(way),
    )


def _known(years: Sequence[YearStatus]) -> Points:
    """A part of a year is no value of that year."""
    found = {}
    for year in years:
        row = year.baseline if year.actual is None or year.is_part else year.actual
        if row is not None:
            found[year.year] = row
    return found


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


def _drawn(way: Way, width: float) -> style.Layered:
    marks, observed, narrow = Marks(), way.observed, width < WIDE
    legend = _legend(way, marks, width)
    height = (_NARROW_HEIGHT if narrow else _HEIGHT) + legend
    ticks = _ticks(way)
    texts = [observed.amount(tick) for tick in ticks]
    ends = _ends(way)
    years = _years(way)
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
    for year in way.breaks:
        _break(way, marks, scale, year)
    _lines(way, marks, scale)
    heights = [scale.y(value) for value, _, _ in ends]
    placed = layout.apart(heights, _GAP, legend + _OVER - 6, scale.bottom)
    for (_, kind, text), at in zip(ends, placed, strict=True):
        marks.text(kind, width - right + 12, at, text)
    _figures(way, marks, scale)
    return marks.drawn(Frame(width, height))


def _break(way: Way, marks: Marks, scale: _Scale, year: int) -> None:
    """A bar across, named on the side where there is room for words."""
    at, top = scale.x(year - 0.5), scale.top - _OVER + 6
    marks.rule(at, at, top, scale.bottom)
    text = way.observed.say("с {year} года считают иначе", year=year)
    room = width_of("note", text) + 8
    if at - room >= 0:
        marks.text("note right", at - 8, top + 6, text)
    else:
        marks.text("note", at + 8, top + 6, text)


def _legend(way: Way, marks: Marks, width: float) -> float:
    """A sample of each kind of line with its name; returns how much height that takes."""
    kinds = [("actual", STAGE_NAMES["actual"])]
    kinds += [("plan", STAGE_NAMES["plan"])] if way.plans else []
    kinds += [("ahead", sentence("если так и пойдёт"))] if way.ahead else []
    kinds += [("former", sentence("прежний счёт"))] if any(way.pieces[:-1]) else []
    x, y = 0.0, 10.0
    for kind, named in kinds:
        text = way.observed.say(named)
        room = _SAMPLE + 8 + width_of("note", text)
        if x and x + room > width:
            x, y = 0.0, y + _LEGEND_LINE
        marks.line(kind, [(x, y), (x + _SAMPLE, y)])
        marks.text("note", x + _SAMPLE + 8, y + 1, text)
        x += room + 22
    return y + _LEGEND_LINE / 2


def _lines(way: Way, marks: Marks, scale: _Scale) -> None:
    observed = way.observed
    for values in ((row.value for row in way.plans.values()), (row.upper for row in way.plans.values())):
        points = {year: value for year, value in zip(way.plans, values, strict=True) if value is not None}
        for run in _runs(points):
            marks.line("plan", [(scale.x(year), scale.y(points[year])) for year in run])
    for place, piece in enumerate(way.pieces):
        is_last = place == len(way.pieces) - 1
        for run in _runs(piece):
            marks.line(
                "actual" if is_last else "former", [(scale.x(year), scale.y(_value(piece[year]))) for year in run]
            )
    if way.ahead and way.pace and way.pace.last.last:
        year, value = way.ahead
        start = (scale.x(way.pace.last.last.year), scale.y(_value(way.pace.last)))
        marks.line("ahead", [start, (scale.x(year), scale.y(value))])
        marks.dot(scale.x(year), scale.y(value), full=False, words=_ahead_sentence(way))
    for year, row in way.plans.items():
        if year == max(way.plans):
            marks.dot(scale.x(year), scale.y(_value(row)), full=False, words=observed.sentence(row))
    for piece in way.pieces:
        for year, row in piece.items():
            marks.dot(scale.x(year), scale.y(_value(row)), full=row.stage == "actual", words=observed.sentence(row))


def _figures(way: Way, marks: Marks, scale: _Scale) -> None:
    """The first and the last value of each piece, on the side of their dots where the line does not run."""
    for piece in way.pieces:
        years = sorted(piece)
        for year, beside in ((years[0], years[1:2]), (years[-1], years[-2:-1])) if len(years) > 1 else ():
            value, other = _value(piece[year]), _value(piece[beside[0]])
            at = scale.y(value) + (-16 if value >= other else 19)
            text = way.observed.figure(piece[year])
            marks.text("over", max(scale.x(year), scale.left + width_of("over", text) / 2), at, text)


def _ends(way: Way) -> list[tuple[Decimal, str, str]]:
    """What stands behind the lines, the highest first: the target, and what the present pace gives."""
    found = []
    if way.plans:
        target = way.plans[max(way.plans)]
        found.append((target.upper or _value(target), "plan behind", way.observed.short(target)))
    if way.ahead and way.pace:
        value = _rounded(way, way.ahead[1])
        figure = way.observed.words.quantity(value, "%") if way.observed.indicator.is_share else None
        found.append((way.ahead[1], "end", figure or way.observed.amount(value)))
    return sorted(found, key=lambda end: -end[0])


def _rounded(way: Way, value: Decimal) -> Decimal:
    """With as many decimals as the actuals have."""
    finest = min((row.value.as_tuple().exponent for row in _rows(way) if row.value is not None), key=int, default=0)
    return value.quantize(Decimal(1).scaleb(int(finest)))


def _rows(way: Way) -> list[Observation]:
    return [*(row for piece in way.pieces for row in piece.values()), *way.plans.values()]


def _years(way: Way) -> range:
    years = {year for piece in way.pieces for year in piece} | set(way.plans)
    if way.ahead:
        years.add(way.ahead[0])
    return range(min(years), max(years) + 1)


def _ticks(way: Way) -> list[Decimal]:
    """Round values around all that is drawn. Not from zero: lines show change, bars show size."""
    values = [_value(row) for row in _rows(way)] + [row.upper for row in way.plans.values() if row.upper is not None]
    if way.ahead:
        values.append(way.ahead[1])
    low, high = min(values), max(values)
    span = high - low or max(abs(high), Decimal(1)) / 5
    exponent = span.adjusted()
    steps = (Decimal(digit).scaleb(power) for power in (exponent, exponent - 1) for digit in (5, 2, 1))
    step = next(step for step in steps if span / step >= 2)
    first = low // step - (1 if low < 0 and low % step else 0)
    last = -(-high // step) if high % step == 0 else high // step + 1
    found = [Decimal(count) * step for count in range(int(first), int(max(last, first + 1)) + 1)]
    return [Decimal(int(tick)) if tick == int(tick) else tick.normalize() for tick in found]


def _runs(points: Mapping[int, object]) -> list[list[int]]:
    """Years that follow one another: no line runs over a missing one."""
    found: list[list[int]] = []
    for year in sorted(points):
        if found and found[-1][-1] == year - 1:
            found[-1].append(year)
        else:
            found.append([year])
    return found


def _value(row: Observation) -> Decimal:
    return row.value or Decimal(0)


def _sentences(way: Way) -> list[str]:
    found = [way.observed.sentence(row) for piece in way.pieces for row in piece.values()]
    found += [way.observed.sentence(row) for row in way.plans.values()]
    return [*found, _ahead_sentence(way)] if way.ahead else found


def _ahead_sentence(way: Way) -> str:
    if way.ahead is None or way.pace is None:
        return ""
    value = way.observed.words.quantity(_rounded(way, way.ahead[1]), way.observed.unit)
    return way.observed.say(
        "Если так и пойдёт, {when} будет {value}.", when=way.observed.when(way.pace.target), value=value
    )


def _table(way: Way) -> Table:
    """A row a year and wording: the last two columns are of the latest wording alone."""
    names = ("year", "stage", "value", "plan_sign", "plan", "plan_upper")
    rows: list[tuple[Cell, ...]] = []
    origins: list[Origin] = []
    for place, piece in enumerate(way.pieces):
        plans = way.plans if place == len(way.pieces) - 1 else {}
        for year in sorted({*piece, *plans}):
            row, plan = piece.get(year), plans.get(year)
            origins.append(origin_of(row, plan))
            rows.append(
                (
                    year,
                    way.observed.stage(row) if row else None,
                    row.value if row else None,
                    None if plan is None or plan.sign == "=" else plan.sign,
                    plan.value if plan else None,
                    plan.upper if plan else None,
                )
            )
    return Table(tuple(Column(name, way.observed.column(name)) for name in names), tuple(rows), tuple(origins))
