"""A plot of lines: years across, values up, on Vega's own scales. A chart says which lines, points and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import altair as alt

from vitrina.charts.kit import layout, style
from vitrina.charts.kit.layout import Align, Place
from vitrina.charts.kit.style import INK_2, LETTER, PAPER, WIDE, Frame, Ticks

_BOTTOM = 30
_KEY_LINE, _SAMPLE, _KEY_GAP = 24, 28, 22


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words with its looks."""

    text: str
    size: int = LETTER
    bold: bool = False
    italic: bool = False
    colour: str = INK_2
    ground: str = PAPER


@dataclass(frozen=True)
class Lines:
    """From the first year at the left edge to the last at the right one; a year alone stands in the middle.

    No slots: what follows from the sizes is worked out once.
    """

    first: int
    last: int
    ticks: Ticks
    """Of the values."""
    width: float
    height: float
    right: float
    """Pixels behind the last year."""
    highest: float
    """A value; so many pixels are left over it."""
    over: float
    lowest: float = 0.0
    under: float = 0.0
    head: float = 0.0
    """Pixels for a key over the plot."""
    gap: float = 8.0
    """Pixels between the figures of the axis and the plot."""
    served: Sequence[int] = ()
    """Years that get a label first."""
    letter: int = LETTER

    @cached_property
    def frame(self) -> Frame:
        left = layout.widest(self.ticks[1], self.letter) + self.gap + 4
        return Frame(self.width, self.height, left=left, right=self.right, top=self.head, bottom=_BOTTOM)

    @property
    def domain(self) -> tuple[int, int]:
        return (self.first, self.last) if self.last > self.first else (self.first - 1, self.first + 1)

    @cached_property
    def step(self) -> float:
        """Pixels from year to year."""
        return self.frame.plot_width / (self.domain[1] - self.domain[0])

    @cached_property
    def pixels(self) -> float:
        """A unit of the values."""
        return (self.frame.plot_height - self.over - self.under) / ((self.highest - self.lowest) or 1.0)

    @property
    def _low(self) -> float:
        """At the lower edge."""
        return self.lowest - self.under / self.pixels

    def place(self, year: float, value: float) -> Place:
        """In pixels of the plot, from its left upper corner."""
        return (year - self.domain[0]) * self.step, self.frame.plot_height - (value - self._low) * self.pixels

    def at(self, place: Place) -> style.Row:
        """The year and the value of a place."""
        x, y = place
        value = self._low + (self.frame.plot_height - y) / self.pixels
        return {"year": round(self.domain[0] + x / self.step, 4), "value": round(value, 6)}

    @cached_property
    def across(self) -> style.Row:
        """Both axes, with the labels of as many years as fit."""
        look: style.Row = {} if self.letter == LETTER else {"labelFontSize": self.letter}
        fewest = layout.text_width("0000", self.letter) * (1.15 if self.width == WIDE else 1.4) / self.step
        places = layout.spaced(self.last - self.first + 1, fewest, [year - self.first for year in self.served])
        years = [self.first + place for place in places]
        shown = style.labels(years, [str(year) for year in years])
        values, texts = self.ticks
        high = self._low + self.frame.plot_height / self.pixels
        return {
            "x": alt.X(
                "year:Q",
                scale=alt.Scale(domain=list(self.domain), nice=False, zero=False),
                axis=alt.Axis(values=years, labelExpr=shown, labelPadding=10, **look),
            ),
            "y": alt.Y(
                "value:Q",
                scale=alt.Scale(domain=[self._low, high], nice=False, zero=False),
                axis=alt.Axis(
                    grid=True, values=list(values), labelExpr=style.labels(values, texts), labelPadding=self.gap, **look
                ),
            ),
        }

    def line(self, rows: Sequence[style.Row], look: style.Row) -> alt.Chart:
        """Unbroken for all rows of one `run`."""
        drawn: alt.Chart = style.plot(rows).mark_line(**look)
        return drawn.encode(**self.across, detail=alt.Detail("run:N"))

    def points(self, rows: Sequence[style.Row], look: style.Row) -> alt.Chart:
        """Each with its `fill`, and with `words` that it says when it is pointed at."""
        drawn: alt.Chart = style.plot(rows).mark_point(filled=True, opacity=1, **look)
        return drawn.encode(**self.across, fill=style.fill_as_is(), **style.sentence())

    def beside(
        self, year: int, ends: Sequence[tuple[float, str, str]], size: int = LETTER, left: bool = False
    ) -> alt.Chart:
        """Values of a year, the lowest first, with their words and colours, beside its points and pushed apart."""
        wanted = [(value - self._low) * self.pixels for value, _, _ in ends]
        places = layout.apart(wanted, size + 3, size / 2, self.frame.plot_height - self.over + size / 4)
        rows = [
            {"year": year, "value": self._low + place / self.pixels, "text": text, "colour": colour}
            for (_, text, colour), place in zip(ends, places, strict=True)
        ]
        look: style.Row = {"align": "right", "dx": -12} if left else {"align": "left", "dx": 12}
        drawn: alt.Chart = style.plot(rows).mark_text(fontWeight="bold", fontSize=size, **look)
        return drawn.encode(**SAME_SCALES, text=alt.Text("text:N"), color=style.as_is("colour"))

    def written(self, words: Words, place: Place, align: Align = "center", with_ground: bool = True) -> list[alt.Chart]:
        """Over the same words thick in the ground's colour: neither dots nor lines of the grid cross the letters."""
        look: style.Row = {"fontSize": words.size, "color": words.colour, "align": align}
        look |= {"fontWeight": "bold"} if words.bold else {}
        look |= {"fontStyle": "italic"} if words.italic else {}
        halo = {"color": words.ground, "stroke": words.ground, "strokeWidth": 5, "strokeJoin": "round"}
        rows = style.plot([self.at(place) | {"text": words.text}])
        looks = [look | halo, look] if with_ground else [look]
        return [rows.mark_text(**how).encode(**SAME_SCALES, text=alt.Text("text:N")) for how in looks]

    def key(self, samples: Sequence[tuple[style.Row, str]]) -> list[alt.Chart]:
        """What the kinds of lines are called, over the plot."""
        layers = []
        for (look, text), (x, y) in zip(samples, key_places([text for _, text in samples], self.width), strict=True):
            left, middle = x - self.frame.left, y - self.head
            how: style.Row = {"strokeCap": "round"} | look
            sample = style.plot([{}]).mark_rule(**how)
            layers.append(sample.encode(**_at(left, left + _SAMPLE, middle)))
            layers += self.written(Words(text), (left + _SAMPLE + 8, middle + 1), "left", with_ground=False)
        return layers


def _at(left: float, right: float, y: float) -> style.Row:
    """A horizontal line in pixels. `alt.value` would have Altair hash all of its schemas for each of the three."""
    return {"x": alt.XValue(left), "x2": alt.X2Value(right), "y": alt.YValue(y)}  # type: ignore[no-untyped-call]


SAME_SCALES: style.Row = {"x": alt.X("year:Q"), "y": alt.Y("value:Q")}
"""The scales of the layers before."""


def key_places(texts: Sequence[str], width: float) -> list[Place]:
    """Where samples of lines with these names stand, from the left upper corner of a drawing."""
    places: list[Place] = []
    x, y = 0.0, 10.0
    for text in texts:
        room = _SAMPLE + 8 + layout.text_width(text, LETTER)
        if x and x + room > width:
            x, y = 0.0, y + _KEY_LINE
        places.append((x, y))
        x += room + _KEY_GAP
    return places
