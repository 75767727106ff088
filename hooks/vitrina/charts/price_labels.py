"""The words in the picture of money and prices: its figures and the names of its lines, each where nothing else stands.

A figure or a name for which there is no such place is left out; the sentence under the heading and the table have it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import altair as alt

from vitrina.charts.kit import layout, style
from vitrina.charts.kit.layout import Align
from vitrina.charts.kit.style import INK, INK_2, PAPER, SMALL, Frame
from vitrina.charts.subject import Subject
from vitrina.measures.prices import RealTerms

_FARTHEST = 70
"""Pixels from its point at which a figure is still read as the point's."""
_POINT = 5
_ALIGNS: tuple[Align, ...] = ("center", "left", "right")


@dataclass(frozen=True, slots=True)
class Picture:
    """Where years and amounts stand in a drawing, in pixels of its plot."""

    frame: Frame
    first: int
    """The year at the left edge."""
    step: float
    """Pixels from year to year."""
    pixels: float
    """Per unit of the money scale."""
    letter: int
    figure: int
    """Sizes of the letters of names and of the largest figures."""

    def place(self, year: float, value: float) -> tuple[float, float]:
        return (year - self.first) * self.step, self.frame.plot_height - value * self.pixels

    @property
    def whole(self) -> layout.Box:
        """The plot and the margin right of it; amounts are listed in the one left of it."""
        return layout.Box(-style.LETTER, 0, self.frame.plot_width + self.frame.right, self.frame.plot_height)


@dataclass(frozen=True, slots=True)
class _Words:
    """One line of words with its looks."""

    text: str
    size: int
    bold: bool = False
    italic: bool = False
    colour: str = INK_2
    ground: str = PAPER


def compared_years(subject: Subject, real: RealTerms) -> list[int]:
    """Years with both figures, up to the first gap: no line is drawn across a missing year."""
    found: list[int] = []
    for year in subject.funding.years:
        if year < real.base_year:
            continue
        if year not in real.amounts or not subject.stated(year):
            break
        found.append(year)
    return found


def labels(subject: Subject, real: RealTerms, picture: Picture) -> list[alt.Chart]:
    """Figures first, then what the years ahead are, then the names of the lines."""
    compared = compared_years(subject, real)
    if not compared:
        return []
    placing = _Placing(subject, real, picture, tuple(compared), layout.Room(picture.whole))
    placing.lines()
    return [*placing.figures(), *placing.ahead(), *placing.names()]


@dataclass(frozen=True, slots=True)
class _Placing:
    subject: Subject
    real: RealTerms
    picture: Picture
    compared: tuple[int, ...]
    room: layout.Room

    def nominal(self, year: int) -> tuple[float, float]:
        return self.picture.place(year, self.subject.unit.value(self.subject.height(year)))

    def bought(self, year: int) -> tuple[float, float]:
        return self.picture.place(year, self.subject.unit.value(self.real.amounts[year]))

    def lines(self) -> None:
        """What is drawn already: both lines and the points that carry a figure."""
        years = self.subject.funding.years
        for start, end in layout.runs([self.subject.stated(year) for year in years]):
            self.room.line([self.nominal(year) for year in years[start : end + 1]])
        self.room.line([self.bought(year) for year in self.compared])
        points = [self.nominal(year) for year in self.subject.stated_years]
        for x, y in [*points, *(self.bought(year) for year in self.compared)]:
            self.room.take(layout.Box(x - _POINT, y - _POINT, x + _POINT, y + _POINT))

    def figures(self) -> list[alt.Chart]:
        """The figures of the finding: where the money began, where it came to, and what that buys."""
        subject, first, last, size = self.subject, self.compared[0], self.compared[-1], self.picture.figure
        layers: list[alt.Chart] = []
        end = subject.funding.last_year
        if last != first:
            real_above = self.real.amounts[last] > subject.height(last)
            now = _Words(subject.label(subject.height(last)), size, bold=True)
            buys = _Words(subject.label(self.real.amounts[last]), size, bold=True, colour=INK)
            layers += self._beside(self.nominal(last), now, above=not real_above)
            layers += self._beside(self.bought(last), buys, above=real_above)
        begun = _Words(subject.label(subject.height(first)), size - 3, bold=True, colour=INK)
        layers += self._beside(self.nominal(first), begun, above=True)
        if end != last and subject.stated(end):
            layers += self._beside(self.nominal(end), _Words(subject.label(subject.height(end)), SMALL), above=True)
        return layers

    def ahead(self) -> list[alt.Chart]:
        """What the years ahead are, under their line or over it."""
        subject, last = self.subject, self.compared[-1]
        ahead = [year for year in subject.funding.years_ahead if subject.stated(year) and year > last]
        for key in ("ahead", "ahead_short"):
            words = _Words(subject.say(f"real_terms.{key}"), SMALL, italic=True)
            half = layout.text_width(words.text, SMALL) / 2
            if not ahead:
                continue
            start, end = self.nominal(ahead[0])[0] - self.picture.step, self.nominal(ahead[-1])[0]
            if 2 * half > end - start:
                continue
            x = (start + end) / 2
            y = self.nominal(ahead[-1])[1]
            found = self._written(words, ((x, y + side * far) for far in range(20, 160, 6) for side in (1, -1)))
            if found:
                return found
        return []

    def names(self) -> list[alt.Chart]:
        """The lines' names, inside and over what they name; words about prices where the gap is thick enough."""
        letter, first, last = self.picture.letter, self.compared[0], self.compared[-1]
        real_name = _Words(
            self.subject.say("real_terms.real_name", base=self.real.base_year), letter, bold=True, colour=INK
        )
        layers = self._lost()
        start, end = self.bought(first)[0], self.bought(last)[0]
        half = layout.text_width(real_name.text, letter, bold=True) / 2
        if 2 * half < end - start:
            lowest = max(self.bought(year)[1] for year in self.compared)
            depth = self.picture.frame.plot_height - lowest
            middles = ((start + end) / 2, start + half + 6, end - half - 6)
            layers += self._written(
                real_name, ((x, lowest + depth * part) for part in (0.5, 0.35, 0.7) for x in middles)
            )
        return layers + self._nominal_name()

    def _nominal_name(self) -> list[alt.Chart]:
        """The name of the upper line over it: in one line, else broken in two."""
        letter, name = self.picture.letter, self.subject.say("real_terms.nominal_name")
        start, end = self.nominal(self.compared[0])[0], self.nominal(self.compared[-1])[0]
        whole = layout.text_width(name, letter)
        for broken in ([name], layout.lines(name, letter, whole * 0.65)):
            width, leading = layout.widest(broken, letter), letter + 3
            for left in range(round(start + 4), round(end - width), 12):
                years = [year for year in self.compared if left - 12 < self.nominal(year)[0] < left + width + 12]
                ends = [self._height_at(left), self._height_at(left + width)]
                under = min([*ends, *(self.nominal(year)[1] for year in years)])
                for over in (16, 24, 34):
                    rows = [(left, under - over - leading * above) for above in reversed(range(len(broken)))]
                    boxes = [
                        layout.text_box(line, letter, place, "left") for line, place in zip(broken, rows, strict=True)
                    ]
                    if all(map(self.room.is_free, boxes)):
                        return [
                            layer
                            for line, place in zip(broken, rows, strict=True)
                            for layer in self._written(_Words(line, letter), [place], ("left",), gap=-2)
                        ]
        return []

    def _height_at(self, x: float) -> float:
        """How high the line of roubles of the day stands between two years."""
        return _between([self.nominal(year) for year in self.compared], x)

    def _lost(self) -> list[alt.Chart]:
        """The name of the dotted field, as far to the right as it fits between the lines; nothing where it does not."""
        words = _Words(self.subject.say("real_terms.lost"), SMALL, italic=True, ground="var(--tint)")
        upper, lower = ([place(year) for year in self.compared] for place in (self.nominal, self.bought))
        half = layout.text_width(words.text, SMALL) / 2 + 4
        x = upper[-1][0] - half - 4
        under = [x - half, x, x + half, *(a for a, _ in upper if abs(a - x) < half)]
        ceiling, floor = max(_between(upper, at) for at in under), min(_between(lower, at) for at in under)
        if x - half < upper[0][0] or floor < ceiling:
            return []
        return self._written(words, [(x, (ceiling + floor) / 2)])

    def _beside(self, point: tuple[float, float], words: _Words, above: bool) -> list[alt.Chart]:
        """A figure near its point, on the side asked for as long as there is room."""
        x, y = point
        shifted = {"center": x, "left": x - _POINT, "right": x + _POINT}
        sides = (-1, 1) if above else (1, -1)
        near = round(words.size / 2) + 10
        for side in sides:
            for far in range(near, _FARTHEST, 4):
                for align in _ALIGNS:
                    found = self._written(words, [(shifted[align], y + side * far)], (align,))
                    if found:
                        return found
        return []

    def _written(
        self,
        words: _Words,
        places: Iterable[tuple[float, float]],
        aligns: tuple[Align, ...] = ("center",),
        gap: float = 1,
    ) -> list[alt.Chart]:
        """The words at the first of the places that is free, over the same words thick in the ground's colour: neither
        dots nor lines of the grid cross the letters."""
        for align in aligns:
            for x, y in places:
                box = layout.text_box(words.text, words.size, (x, y), align, words.bold)
                if self.room.is_free(box, gap):
                    self.room.take(box)
                    return list(self._layers(words, x, y, align))
        return []

    def _layers(self, words: _Words, x: float, y: float, align: Align) -> Iterator[alt.Chart]:
        picture = self.picture
        year, value = picture.first + x / picture.step, (picture.frame.plot_height - y) / picture.pixels
        at = style.plot([{"year": round(year, 4), "value": round(value, 6), "text": words.text}])
        look: dict[str, Any] = {"fontSize": words.size, "color": words.colour, "align": align}
        look |= {"fontWeight": "bold"} if words.bold else {}
        look |= {"fontStyle": "italic"} if words.italic else {}
        halo = {"color": words.ground, "stroke": words.ground, "strokeWidth": 5, "strokeJoin": "round"}
        for how in (look | halo, look):
            written: alt.Chart = at.mark_text(**how)
            yield written.encode(x=alt.X("year:Q"), y=alt.Y("value:Q"), text=alt.Text("text:N"))


def _between(line: list[tuple[float, float]], x: float) -> float:
    """The height of a line at a place, between its points."""
    for (left, a), (right, b) in pairwise(line):
        if left <= x <= right:
            return a + (b - a) * (x - left) / (right - left)
    return line[0][1] if x < line[0][0] else line[-1][1]
