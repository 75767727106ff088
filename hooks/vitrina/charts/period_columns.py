"""An indicator as columns, for many periods: over the first of a stage stands its name, over all what a plan is."""

from itertools import groupby

from vitrina.charts.findings.observed import sentence_of
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import Marks, width_of
from vitrina.charts.kit.style import WIDE, Frame
from vitrina.charts.observed import Observed
from vitrina.charts.period_bars import ends_of, fill, plan_of, planned, value_of
from vitrina.dataset.programme import Observation

_HEIGHT, _BOTTOM, _OVER, _STAGE, _HEAD = 330, 30, 28, 24, 30
_SAMPLE = 26
_CLEAR = 13
"""Closer than this a line crosses the figure over a column."""


def fit(observed: Observed) -> bool:
    """Whether each period has room for its name and for its figure."""
    slots, absent = _slots(observed.series)
    widths = (
        max(width_of("under", observed.label(row)), width_of("over", observed.signed(row))) for row in observed.series
    )
    return max(widths) <= WIDE / (len(slots) + len(absent))


def columns(observed: Observed) -> style.Layered:
    """A column a period, for many of them; over the first of a stage stands its name, over all what a plan is."""
    periods, marks, plans = observed.series, Marks(), planned(observed)
    slots, absent = _slots(periods)
    step = WIDE / (len(periods) + len(absent))
    bar = min(step * 0.74, style.LONGEST_BAR)
    stages = [list(run) for _, run in groupby(range(len(periods)), lambda place: periods[place].stage)]
    several = len(stages) > 1 or periods[0].stage != "actual"
    room = _HEIGHT - _BOTTOM - _OVER - (_STAGE if several else 0) - (_HEAD if plans else 0)
    highest = max([*map(value_of, periods), *(end for plan in plans for end in ends_of(plan))]) or 1.0
    base, scale, figures = _HEIGHT - _BOTTOM, room / highest, []
    for slot, row in zip(slots, periods, strict=True):
        middle, top = (slot + 0.5) * step, base - value_of(row) * scale
        marks.bar((middle - bar / 2, middle + bar / 2, top, base), fill(row), sentence_of(observed, row))
        marks.text("under", middle, base + 18, observed.label(row))
        figures.append(top - 14)
        for end in ends_of(plan_of(observed, row)):
            at = base - end * scale
            marks.plan(middle - bar / 2 - 5, middle + bar / 2 + 5, at, at)
            if abs(at - figures[-1]) < _CLEAR:
                figures[-1] = at - 14
        marks.text("over", middle, figures[-1], observed.signed(row))
    for slot, year in absent.items():
        marks.text("under", (slot + 0.5) * step, base + 18, year)
        marks.text("over", (slot + 0.5) * step, base - 14, style.ABSENT)
    for run in stages if several else []:
        word = observed.stage(periods[run[0]])
        half = width_of("note over", word) / 2
        middle = layout.between((slots[run[0]] + 0.5) * step, half, WIDE - half)
        under = [abs((slot + 0.5) * step - middle) < half + bar / 2 for slot in slots]
        highest_figure = min(at for at, lies_under in zip(figures, under, strict=True) if lies_under)
        marks.text("note over", middle, highest_figure - _STAGE, word)
    if plans:
        marks.plan(0, _SAMPLE, 10, 10)
        marks.text("plan", _SAMPLE + 8, 11, observed.say("план"))
    marks.rule(0, WIDE, base, base)
    return marks.drawn(Frame(WIDE, _HEIGHT))


def _slots(rows: tuple[Observation, ...]) -> tuple[list[int], dict[int, str]]:
    """Where each column stands. A year between them of which nothing is known keeps its place, empty."""
    years = [row.first.year for row in rows if row.first and row.last and row.first.year == row.last.year]
    if len(set(years)) < len(rows):
        return list(range(len(rows))), {}
    absent = {year - years[0]: str(year) for year in range(years[0], years[-1]) if year not in years}
    return [year - years[0] for year in years], absent
