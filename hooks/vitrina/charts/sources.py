"""Each source of money over the years: small pictures on one scale, so that a bar twice as high is twice the money."""

from dataclasses import replace

from vitrina.charts.chart import Chart, Panel
from vitrina.charts.complete import complete
from vitrina.charts.findings import sources as told
from vitrina.charts.findings.money import amount_of_source
from vitrina.charts.kit import layout, panel, style
from vitrina.charts.kit.marks import Marks
from vitrina.charts.kit.panel import OVER, UNDER
from vitrina.charts.kit.style import NAME, Frame
from vitrina.charts.money import Money
from vitrina.charts.money_table import money_table
from vitrina.charts.registry import chart

_TALLEST, _LOWEST = 150, 34
"""Heights of bars in pixels: of the largest amount, and of the room that a small source gets at least."""
_TITLE, _LINE, _GAP_ACROSS, _GAP_DOWN = 30, 18, 32, 18


@chart(of=Money, applies=lambda money: len(money.funding.parts) > 1)
def sources(money: Money) -> Chart:
    shapes = _together(money, style.WIDE, across=2), _together(money, style.NARROW, across=1)
    drawn = complete("sources", money, told, shapes, money_table(money))
    return replace(drawn, panels=tuple(_panel(money, source) for source in money.funding.sources))


def _panel(money: Money, source: str) -> Panel:
    """One source alone, on the scale that all share."""
    marks, baseline = Marks(), OVER + _bars_height(money, source)
    _bars(money, source, 0, style.PANEL, baseline).draw(marks)
    return Panel(
        source=source,
        slot=money.names[source].slot,
        title=money.names[source].name,
        note=told.note(money, source),
        description=told.about(money, source),
        drawing=style.drawing(source, marks.drawn(Frame(style.PANEL, baseline + UNDER))),
    )


def _together(money: Money, width: float, across: int) -> style.Layered:
    """All sources in one picture, each under its name."""
    marks, listed, top = Marks(), money.funding.sources, 0.0
    room = (width - _GAP_ACROSS * (across - 1)) / across
    titles = {source: layout.lines(money.names[source].name, NAME, room, bold=True) for source in listed}
    for first in range(0, len(listed), across):
        row = listed[first : first + across]
        top += _TITLE + _LINE * (max(len(titles[source]) for source in row) - 1)
        baseline = top + OVER + max(_bars_height(money, source) for source in row)
        for place, source in enumerate(row):
            left = place * (room + _GAP_ACROSS)
            _bars(money, source, left, room, baseline).draw(marks)
            for above, line in enumerate(reversed(titles[source])):
                marks.text("source", left, top - _TITLE / 2 - _LINE * above, line, money.ink(source))
        top = baseline + UNDER + _GAP_DOWN
    return marks.drawn(Frame(width, max(1, top - _GAP_DOWN)))


def _bars(money: Money, source: str, left: float, width: float, baseline: float) -> panel.Panel:
    scale = _TALLEST / (max(money.funding.amounts.values(), default=0) or 1)
    bars = {
        str(year): panel.Bar(
            amount * scale, money.label(amount), money.fill(source, year), amount_of_source(money, source, year, amount)
        )
        for (of, year), amount in money.funding.amounts.items()
        if of == source
    }
    return panel.Panel([str(year) for year in money.funding.years], bars, money.absent, left, width, baseline)


def _bars_height(money: Money, source: str) -> float:
    amounts = money.funding.amounts
    largest = max(amounts.values(), default=0)
    own = max((amount for (of, _), amount in amounts.items() if of == source), default=0)
    return max(_LOWEST, round(_TALLEST * own / largest)) if largest else _LOWEST
