"""A line as small as a word: the way of an indicator through the years, for the rows of a table of many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.kit.layout import runs
from vitrina.measures.scoreboard import Score
from vitrina.measures.status import YearStatus

WIDTH, HEIGHT = 132, 40
_EDGE = 5
"""Room for the dot at the end of a line."""

Points = Mapping[int, Decimal]
Place = tuple[str, str]
"""Across and down, in pixels of the picture's own."""


@dataclass(frozen=True, slots=True)
class Sparkline:
    """What a template draws. A line of one point is a dot."""

    actual: tuple[tuple[Place, ...], ...]
    """Unbroken stretches: no line runs over a missing year, or from one way of counting to another."""
    plan: tuple[tuple[Place, ...], ...]
    breaks: tuple[str, ...]
    """Where another way of counting begins: across."""
    last: Place | None
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(score: Score) -> Sparkline | None:
    """None where there is nothing to draw a line through."""
    actuals = [_actuals(piece) for piece in score.pieces]
    plans = _plans(score.years)
    values = [value for points in (*actuals, *plans) for value in points.values()]
    years = {year for points in (*actuals, *plans) for year in points}
    if len(years) < 2:
        return None
    scale = _Scale(min(years), max(years), min(values), max(values))
    current = actuals[-1]
    begun = [min(points) for points in actuals if points]
    return Sparkline(
        actual=tuple(run for points in actuals for run in scale.runs(points)),
        plan=tuple(run for points in plans for run in scale.runs(points)),
        breaks=tuple(scale.across(year - Decimal("0.5")) for year in begun[1:] if year > begun[0]),
        last=scale.place(max(current), current[max(current)]) if current else None,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    lowest: Decimal
    highest: Decimal

    def across(self, year: Decimal) -> str:
        return f"{_EDGE + (WIDTH - 2 * _EDGE) * (year - self.first) / (self.last - self.first):.1f}"

    def place(self, year: int, value: Decimal) -> Place:
        span = self.highest - self.lowest
        part = (self.highest - value) / span if span else Decimal("0.5")
        return (self.across(Decimal(year)), f"{_EDGE + (HEIGHT - 2 * _EDGE) * part:.1f}")

    def runs(self, points: Points) -> Iterable[tuple[Place, ...]]:
        """Years that follow one another."""
        for run in runs(range(self.first, self.last + 1), points.__contains__):
            yield tuple(self.place(year, points[year]) for year in run)


def _actuals(years: Iterable[YearStatus]) -> Points:
    """Baselines and actuals."""
    return {year.year: year.known.value for year in years if year.known and year.known.value is not None}


def _plans(years: Iterable[YearStatus]) -> tuple[Points, ...]:
    """One line, or two where plans are ranges."""
    low: dict[int, Decimal] = {}
    high: dict[int, Decimal] = {}
    for year in years:
        if year.plan is not None and year.plan.value is not None:
            low[year.year] = year.plan.value
            if year.plan.upper is not None:
                high[year.year] = year.plan.upper
    return (low, high) if high else (low,)
