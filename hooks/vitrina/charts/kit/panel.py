"""A small picture of bars a year: figures at the most telling ones, and words where nothing is stated."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import Marks
from vitrina.charts.kit.style import ABSENT, LETTER

OVER, UNDER = 22, 26
"""Pixels over the highest bar and under the baseline that figures and years take."""
_FILLED = 0.8
_OVERHANG = 4
"""Pixels by which the figure of a bar at the edge may stand out, so that it does not lean on the next bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A height in pixels, its figure, its colour and the sentence that it says; nought is a figure without a bar."""

    height: float
    figure: str
    fill: str
    words: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A picture with its corner, its width and its baseline in pixels.

    Of names without a bar nothing is stated, but for those outside: they only keep their place on a shared scale.
    """

    names: Sequence[str]
    bars: Mapping[str, Bar]
    absent: str
    """«В документе не указано»."""
    left: float
    width: float
    baseline: float
    outside: Collection[str] = ()

    @property
    def _step(self) -> float:
        return self.width / len(self.names)

    def _within(self, place: int, half: float) -> float:
        """The middle of a place, as far from the edges as words so wide need."""
        return layout.between(self.left + self._step * (place + 0.5), self.left + half, self.left + self.width - half)

    def draw(self, marks: Marks) -> None:
        half, boxes = min(self._step * _FILLED, style.LONGEST_BAR) / 2, dict[int, layout.Box]()
        for place, name in enumerate(self.names):
            if bar := self.bars.get(name):
                middle = self.left + self._step * (place + 0.5)
                boxes[place] = layout.Box(middle - half, self.baseline - bar.height, middle + half, self.baseline)
                if bar.height:
                    box = boxes[place]
                    marks.bar((box.left, box.right, box.upper, box.lower), bar.fill, bar.words)
        marks.rule(self.left, self.left + self.width, self.baseline, self.baseline)
        peak = min(boxes, key=lambda place: boxes[place].upper, default=0)
        self._figures(marks, boxes, peak)
        width = layout.text_width("0000", LETTER)
        for place in layout.spaced(len(self.names), width * 2 / self._step, [0, len(self.names) - 1, peak]):
            marks.text("under", self._within(place, width / 2), self.baseline + 15, self.names[place])
        self._gaps(marks)

    def _figures(self, marks: Marks, boxes: Mapping[int, layout.Box], peak: int) -> None:
        """At the largest, the last and the first where they stand clear of all bars; a zero always."""
        whole = layout.Box(self.left - _OVERHANG, -LETTER, self.left + self.width + _OVERHANG, self.baseline)
        zeros = [place for place, box in boxes.items() if box.upper == box.lower]
        room = layout.Room(whole, [box for place, box in boxes.items() if place not in zeros])
        for place in dict.fromkeys([*zeros, *([peak, max(boxes), min(boxes)] if boxes else ())]):
            text = self.bars[self.names[place]].figure
            x, y = self._within(place, layout.text_width(text, LETTER) / 2 - _OVERHANG), boxes[place].upper - 10
            box = layout.text_box(text, LETTER, (x, y))
            if place in zeros or room.is_free(box, 0):
                room.take(layout.Box(box.left - 2, box.upper, box.right + 2, box.lower))
                marks.text("amount over", x, y, text)

    def _gaps(self, marks: Marks) -> None:
        """Words in an empty place, a dash where they do not fit, dots in a sliver."""
        spared = {*self.bars, *self.outside}
        for run in layout.runs(range(len(self.names)), lambda place: self.names[place] not in spared):
            left, right = self.left + run[0] * self._step, self.left + (run[-1] + 1) * self._step
            fits = layout.text_width(self.absent, LETTER) <= right - left
            sliver = layout.text_width(ABSENT, LETTER) > right - left
            y, edge = self.baseline - 14, min(3, (right - left) / 8)
            if fits or sliver:
                marks.gap(left + edge, right - edge, y)
            if not sliver:
                text, at = (self.absent, y - 12) if fits else (ABSENT, self.baseline - 12)
                marks.text("note over", (left + right) / 2, at, text)
