"""Several small pictures under their titles: each alone in the page, or all of them in one drawing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from vitrina.charts.kit import layout
from vitrina.charts.kit.marks import Marks
from vitrina.charts.kit.panel import OVER, UNDER, Bar, Panel
from vitrina.charts.kit.style import NAME, NARROW, PANEL, WIDE, Frame, Layered, source_text

TALLEST, _LOWEST = 150, 34
"""Heights of bars in pixels: of the largest of all pictures, and of the room that one gets at least."""
_TITLE, _LINE, _GAP_ACROSS, _GAP_DOWN = 30, 18, 32, 18


@dataclass(frozen=True, slots=True)
class TitledPanel:
    """Bars by the names under them. Of a name without a bar nothing is stated, unless it lies outside."""

    title: str
    names: Sequence[str]
    bars: Mapping[str, Bar]
    absent: str
    outside: Collection[str] = ()
    slot: str = ""
    """Of the source whose colour the title has."""

    @property
    def height(self) -> float:
        return max(_LOWEST, round(max((bar.height for bar in self.bars.values()), default=0)))

    def at(self, left: float, width: float, baseline: float) -> Panel:
        return Panel(self.names, self.bars, self.absent, left, width, baseline, self.outside)

    def alone(self) -> Layered:
        """Without its title, which the page sets itself."""
        marks, baseline = Marks(), OVER + self.height
        self.at(0, PANEL, baseline).draw(marks)
        return marks.drawn(Frame(PANEL, baseline + UNDER))


def together(listed: Sequence[TitledPanel]) -> tuple[Layered, Layered]:
    """All of them in one picture, wide and narrow."""
    return _grid(listed, WIDE, across=2), _grid(listed, NARROW, across=1)


def _grid(listed: Sequence[TitledPanel], width: float, across: int) -> Layered:
    marks, top = Marks(), 0.0
    room = (width - _GAP_ACROSS * (across - 1)) / across
    titles = [layout.lines(one.title, NAME, room, bold=True) for one in listed]
    for first in range(0, len(listed), across):
        row, named = listed[first : first + across], titles[first : first + across]
        top += _TITLE + _LINE * (max(map(len, named)) - 1)
        baseline = top + OVER + max(one.height for one in row)
        for place, (one, title) in enumerate(zip(row, named, strict=True)):
            left = place * (room + _GAP_ACROSS)
            one.at(left, room, baseline).draw(marks)
            for above, line in enumerate(reversed(title)):
                marks.text(
                    "source", left, top - _TITLE / 2 - _LINE * above, line, source_text(one.slot) if one.slot else ""
                )
        top = baseline + UNDER + _GAP_DOWN
    return marks.drawn(Frame(width, max(1, top - _GAP_DOWN)))
