"""Words that are given a place among lines and points one by one, each where nothing else stands.

Words for which there is no such place are left out: a chart asks for the most important ones first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import altair as alt

from vitrina.charts.kit import layout, style
from vitrina.charts.kit.layout import Align, Place
from vitrina.charts.kit.lines import Lines, Words

_FARTHEST = 70
"""Pixels from its point at which a figure is still read as the point's."""
_POINT = 5
_ALIGNS: tuple[Align, ...] = ("center", "left", "right")


@dataclass(frozen=True, slots=True)
class Placing:
    """A drawing with what stands in it so far, and the layers of the words that were placed."""

    lines: Lines
    layers: list[alt.Chart] = field(default_factory=list)
    room: layout.Room = field(init=False)

    def __post_init__(self) -> None:
        frame = self.lines.frame
        # The plot and the margin right of it; values are listed in the one left of it.
        whole = layout.Box(-style.LETTER, 0, frame.plot_width + frame.right, frame.plot_height)
        object.__setattr__(self, "room", layout.Room(whole))

    def line(self, places: Sequence[Place]) -> None:
        """A line that is drawn already, with a point at each of its places."""
        self.room.line(places)
        for x, y in places:
            self.room.take(layout.Box(x, y, x, y).grown(_POINT))

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
        return any(self.write_lines([words], [place], align) for place in places)

    def write_lines(self, words: Sequence[Words], places: Sequence[Place], align: Align = "left") -> bool:
        """Several lines, each at its place, if all of these are free."""
        pairs = list(zip(words, places, strict=True))
        boxes = [layout.text_box(line.text, line.size, place, align, line.bold) for line, place in pairs]
        if not all(self.room.is_free(box, 1) for box in boxes):
            return False
        for (line, place), box in zip(pairs, boxes, strict=True):
            self.room.take(box)
            self.layers.extend(self.lines.written(line, place, align))
        return True
