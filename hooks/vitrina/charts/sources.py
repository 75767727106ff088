"""Each source of money over the years: small pictures on one scale, so that a bar twice as high is twice the money."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.charts.chart import Chart, Panel
from vitrina.charts.findings import sources as told
from vitrina.charts.findings.money import amount_of_source
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import Marks
from vitrina.charts.kit.style import ABSENT, LETTER, NAME, Frame
from vitrina.charts.money import Money
from vitrina.charts.money_table import money_table
from vitrina.charts.registry import chart

_TALLEST, _LOWEST = 150, 34
"""Heights of bars in pixels: of the largest amount, and of the room that a small source gets at least."""
_OVER, _UNDER = 22, 26
_TITLE, _LINE, _GAP_ACROSS, _GAP_DOWN = 30, 18, 32, 18
_FILLED = 0.8
_OVERHANG = 4
"""Pixels by which the figure of a bar at the edge may stand out, so that it does not lean on the next bar."""


@chart(of=Money, applies=lambda money: len(money.funding.parts) > 1)
def sources(money: Money) -> Chart:
    return Chart(
        id="sources",
        language=money.words.language,
        finding=told.finding(money),
        subtitle=told.subtitle(money),
        description=told.description(money),
        source=money.source,
        wide=style.drawing("wide", _together(money, style.WIDE, across=2)),
        narrow=style.drawing("narrow", _together(money, style.NARROW, across=1)),
        panels=tuple(_panel(money, source) for source in money.funding.sources),
        table=money_table(money),
    )


def _panel(money: Money, source: str) -> Panel:
    """One source alone, on the scale that all share."""
    marks, bars = Marks(), _bars_height(money, source)
    _Cell(money, source, 0, 0, style.PANEL, bars).draw(marks)
    return Panel(
        source=source,
        slot=money.names[source].slot,
        title=money.names[source].name,
        note=told.note(money, source),
        description=told.about(money, source),
        drawing=style.drawing(source, marks.drawn(Frame(style.PANEL, _OVER + bars + _UNDER))),
    )


def _together(money: Money, width: float, across: int) -> style.Layered:
    """All sources in one picture, each under its name."""
    marks, listed, top = Marks(), money.funding.sources, 0.0
    cell = (width - _GAP_ACROSS * (across - 1)) / across
    titles = {source: layout.lines(money.names[source].name, NAME, cell, bold=True) for source in listed}
    for first in range(0, len(listed), across):
        row = listed[first : first + across]
        bars = max(_bars_height(money, source) for source in row)
        top += _TITLE + _LINE * (max(len(titles[source]) for source in row) - 1)
        for place, source in enumerate(row):
            left = place * (cell + _GAP_ACROSS)
            _Cell(money, source, left, top, cell, bars).draw(marks)
            for above, line in enumerate(reversed(titles[source])):
                marks.text("source", left, top - _TITLE / 2 - _LINE * above, line, money.ink(source))
        top += _OVER + bars + _UNDER + _GAP_DOWN
    return marks.drawn(Frame(width, max(1, top - _GAP_DOWN)))


def _largest(money: Money, sources: Sequence[str]) -> int:
    return max(
        (money.funding.amounts.get((one, year), 0) for one in sources for year in money.funding.years), default=0
    )


def _bars_height(money: Money, source: str) -> float:
    largest = _largest(money, money.funding.sources)
    return max(_LOWEST, round(_TALLEST * _largest(money, [source]) / largest)) if largest else _LOWEST


@dataclass(frozen=True, slots=True)
class _Cell:
    """One source's place: its corner and its size in pixels, `bars` the height of the highest bar there may be."""

    money: Money
    source: str
    left: float
    top: float
    width: float
    bars: float

    @property
    def baseline(self) -> float:
        return self.top + _OVER + self.bars

    @property
    def step(self) -> float:
        return self.width / len(self.money.funding.years)

    def draw(self, marks: Marks) -> None:
        scale = _TALLEST / (_largest(self.money, self.money.funding.sources) or 1)
        boxes = {place: self._box(place, amount * scale) for place, amount in self._amounts().items()}
        for place, box in boxes.items():
            year = self.money.funding.years[place]
            if amount := self._amounts()[place]:
                said = amount_of_source(self.money, self.source, year, amount)
                marks.bar((box.left, box.right, box.upper, box.lower), self.money.fill(self.source, year), said)
        marks.rule(self.left, self.left + self.width, self.baseline, self.baseline)
        self._figures(marks, boxes)
        self._years(marks)
        self._gaps(marks)

    def _amounts(self) -> dict[int, int]:
        """By the place of the year; where nothing is stated there is none."""
        funding = self.money.funding
        years = enumerate(funding.years)
        return {n: funding.amounts[self.source, year] for n, year in years if (self.source, year) in funding.amounts}

    def _box(self, place: int, height: float) -> layout.Box:
        centre, half = self.left + self.step * (place + 0.5), min(self.step * _FILLED, style.LONGEST_BAR) / 2
        return layout.Box(centre - half, self.baseline - height, centre + half, self.baseline)

    def _figures(self, marks: Marks, boxes: dict[int, layout.Box]) -> None:
        """At the largest, the last and the first amount where they stand clear of all bars; a zero always."""
        amounts = self._amounts()
        if not amounts:
            return
        right = self.left + self.width
        room = layout.Room(layout.Box(self.left - _OVERHANG, -LETTER, right + _OVERHANG, self.baseline))
        for place, box in boxes.items():
            if amounts[place]:
                room.take(box)
        zeros = [place for place in amounts if not amounts[place]]
        for place in dict.fromkeys([*zeros, max(amounts, key=amounts.__getitem__), max(amounts), min(amounts)]):
            text = self.money.label(amounts[place])
            half = layout.text_width(text, LETTER) / 2 - _OVERHANG
            centre = (boxes[place].left + boxes[place].right) / 2
            x, y = layout.between(centre, self.left + half, right - half), boxes[place].upper - 10
            box = layout.text_box(text, LETTER, (x, y))
            if place in zeros or room.is_free(box, 0):
                room.take(layout.Box(box.left - 2, box.upper, box.right + 2, box.lower))
                marks.text("amount over", x, y, text)

    def _years(self, marks: Marks) -> None:
        years, width, amounts = self.money.funding.years, layout.text_width("0000", LETTER), self._amounts()
        peak = max(amounts, key=amounts.__getitem__, default=0)
        for place in layout.spaced(len(years), width * 2 / self.step, [0, len(years) - 1, peak]):
            centre, right = self.left + self.step * (place + 0.5), self.left + self.width
            x = layout.between(centre, self.left + width / 2, right - width / 2)
            marks.text("under", x, self.baseline + 15, str(years[place]))

    def _gaps(self, marks: Marks) -> None:
        """Years without a figure: words in an empty place, a dash where they do not fit, dots in a sliver."""
        amounts, years = self._amounts(), self.money.funding.years
        for run in layout.runs(range(len(years)), lambda place: place not in amounts):
            left, right = self.left + run[0] * self.step, self.left + (run[-1] + 1) * self.step
            fits = layout.text_width(self.money.absent, LETTER) <= right - left
            sliver = layout.text_width(ABSENT, LETTER) > right - left
            y, edge = self.baseline - 14, min(3, (right - left) / 8)
            if fits or sliver:
                marks.gap(left + edge, right - edge, y)
            if not sliver:
                text, at = (self.money.absent, y - 12) if fits else (ABSENT, self.baseline - 12)
                marks.text("note over", (left + right) / 2, at, text)
