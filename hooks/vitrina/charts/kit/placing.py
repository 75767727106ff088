"""Words that are given a place among lines and points one by one, each where nothing else stands.

Words for which there is no such place are left out: a chart asks for the most important ones first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt

from vitrina.charts.kit import layout, style
from vitrina.charts.kit.layout import Align
from vitrina.charts.kit.style import INK_2, PAPER, Frame
from vitrina.charts.kit.years import Years

_FARTHEST = 70
"""Pixels from its point at which a figure is still read as the point's."""
_POINT = 5
_ALIGNS: tuple[Align, ...] = ("center", "left", "right")

Place = tuple[float, float]
"""In pixels of the plot, from its left upper corner."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words with its looks."""

    text: str
    size: int
    bold: bool = False
    italic: bool = False
    colour: str = INK_2
    ground: str = PAPER


@dataclass(frozen=True, slots=True)
class Scales:
    """Where years and values stand in a drawing; at its lower edge is nought."""

    frame: Frame
    years: Years
    highest: float

    @property
    def pixels(self) -> float:
        """A unit of the values."""
        return self.frame.plot_height / self.highest

    def place(self, year: float, value: float) -> Place:
        return self.years.place(year), self.frame.plot_height - value * self.pixels


@dataclass(frozen=True, slots=True)
class Placing:
    """A drawing with what stands in it so far, and the layers of the words that were placed."""

    scales: Scales
    layers: list[alt.Chart] = field(default_factory=list)
    room: layout.Room = field(init=False)

    def __post_init__(self) -> None:
        frame = self.scales.frame
        # The plot and the margin right of it; values are listed in the one left of it.
        whole = layout.Box(-style.LETTER, 0, frame.plot_width + frame.right, frame.plot_height)
        object.__setattr__(self, "room", layout.Room(whole))

    def line(self, places: Sequence[Place]) -> None:
        """A line that is drawn already, with a point at each of its places."""
        self.room.line(places)
        for x, y in places:
            self.room.take(layout.Box(x - _POINT, y - _POINT, x + _POINT, y + _POINT))

    def beside(self, point: Place, words: Words, above: bool) -> None:
        """A figure near its point, on the side asked for as long as there is room."""
        x, y = point
        shifted = {"center": x, "left": x - _POINT, "right": x + _POINT}
        near = round(words.size / 2) + 10
        for side in (-1, 1) if above else (1, -1):
            for far in range(near, _FARTHEST, 4):
                for align in _ALIGNS:
                    if self.write(words, [(shifted[align], y + side * far)], align):
                        return

    def write(self, words: Words, places: Iterable[Place], align: Align = "center") -> bool:
        """At the first of the places that is free, if any is."""
        for x, y in places:
            box = layout.text_box(words.text, words.size, (x, y), align, words.bold)
            if self.room.is_free(box, 1):
                self._put(words, box, (x, y), align)
                return True
        return False

    def write_lines(self, words: Sequence[Words], places: Sequence[Place]) -> bool:
        """Several lines, each at its place, if all of these are free."""
        pairs = list(zip(words, places, strict=True))
        boxes = [layout.text_box(line.text, line.size, place, "left", line.bold) for line, place in pairs]
        if not all(map(self.room.is_free, boxes)):
            return False
        for (line, place), box in zip(pairs, boxes, strict=True):
            self._put(line, box, place, "left")
        return True

    def _put(self, words: Words, box: layout.Box, place: Place, align: Align) -> None:
        """Over the same words thick in the ground's colour: neither dots nor lines of the grid cross the letters."""
        self.room.take(box)
        (x, y), scales = place, self.scales
        year = scales.years.domain[0] + x / scales.years.step
        value = (scales.frame.plot_height - y) / scales.pixels
        at = style.plot([{"year": round(year, 4), "value": round(value, 6), "text": words.text}])
        look: dict[str, Any] = {"fontSize": words.size, "color": words.colour, "align": align}
        look |= {"fontWeight": "bold"} if words.bold else {}
        look |= {"fontStyle": "italic"} if words.italic else {}
        halo = {"color": words.ground, "stroke": words.ground, "strokeWidth": 5, "strokeJoin": "round"}
        for how in (look | halo, look):
            written: alt.Chart = at.mark_text(**how)
            self.layers.append(written.encode(x=alt.X("year:Q"), y=alt.Y("value:Q"), text=alt.Text("text:N")))
