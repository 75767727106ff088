"""Bars side by side, upright or a row each. A chart says which bars and labels; where they stand is found here."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import altair as alt

from vitrina.charts.kit import layout, style
from vitrina.charts.kit.style import INK, INK_2, LETTER, PEAK, Frame, Ticks

_INNER, _OUTER = 0.26, 0.06
"""The gap between two upright bars and before the first, in parts of the way from one bar to the next."""
_LYING_INNER, _LYING_OUTER = 0.28, 0.04
_ROW = 30
_OVER = 3
"""Pixels between a label and its bar, and between two labels."""
_YEAR = "0000"


@dataclass(frozen=True, slots=True)
class Piece:
    """A bar, or a piece of a stacked one: from value to value."""

    name: str
    low: float
    high: float
    fill: str
    words: str
    """The sentence that it says when it is pointed at."""
    outline: str = style.PAPER


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a bar, at the height of a value."""

    name: str
    at: float
    text: str
    strong: bool = False
    """A figure of the finding: larger, bold and darker."""
    colour: str = ""
    """In place of the one that it has by its strength."""

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in pixels."""
        letter = PEAK if self.strong else LETTER
        return layout.text_width(self.text, letter, self.strong), letter


@dataclass(frozen=True, slots=True)
class Bands:
    """Where upright bars stand on a length in pixels."""

    names: Sequence[str]
    length: float
    inner: float = _INNER
    outer: float = _OUTER

    @property
    def step(self) -> float:
        """Pixels from one bar to the next."""
        return self.length / max(1, len(self.names) - self.inner + 2 * self.outer)

    @property
    def thickness(self) -> float:
        return min(self.step * (1 - self.inner), style.LONGEST_BAR)

    @property
    def first(self) -> float:
        """The middle of the first bar."""
        return self.step * (self.outer + (1 - self.inner) / 2)

    def overhang(self, widest: float) -> float:
        """The margin on both sides of bars as wide as the page, so that the labels of the outer ones stay in it."""
        count = len(self.names)
        steps = count - self.inner + 2 * self.outer
        half, centre = max(widest, layout.text_width(_YEAR, LETTER)) / 2, self.outer + (1 - self.inner) / 2
        margin = (half - centre * self.length / steps) / (1 - 2 * centre / steps) if count > 1 else 0.0
        return max(0.0, margin)


@dataclass(frozen=True, slots=True)
class Columns:
    """Upright bars in a frame, whose lower and upper edge are the values `low` and `high`."""

    frame: Frame
    bands: Bands
    low: float
    high: float
    ticks: Ticks | None = None
    """Of an axis of the values; without them, bars and labels have the room to the left of the plot too."""

    @property
    def pixels(self) -> float:
        """A unit of the values."""
        return self.frame.plot_height / (self.high - self.low)

    def place(self, value: float) -> float:
        """Pixels from the top."""
        return (self.high - value) * self.pixels

    def fitting(
        self,
        ends: Sequence[float],
        sizes: Sequence[tuple[float, float]],
        first_of_all: Sequence[int] = (),
        raised: int | None = None,
        down: bool = False,
    ) -> dict[int, float]:
        """Which bars, ending at these values, get a label so wide and high, and at which value it begins.

        Labels stand over the ends of bars, or `down` under them, and touch nothing. Those in `first_of_all` are served
        first; then the ends, then whoever still fits, from the left. The one that is `raised` comes before all and
        stands over its neighbours where they are higher, with a line down to its bar.
        """
        left, right = (self.bands.step / 2, 0) if self.ticks else (self.frame.left + 2, 2)
        upper, lower = (-self.frame.plot_height, LETTER) if down else (-LETTER, self.frame.plot_height)
        whole = layout.Box(-left, upper, self.frame.plot_width + self.frame.right + right, lower)
        middles = [self.bands.first + self.bands.step * place for place in range(len(ends))]
        tops = [-self.place(end) if down else self.place(end) for end in ends]  # downwards is the same upside down
        half = self.bands.thickness / 2
        bars = [layout.Box(x - half, top, x + half, lower) for x, top in zip(middles, tops, strict=True)]
        room, placed = layout.Room(whole, bars.copy()), dict[int, float]()
        for place in [*([] if raised is None else [raised]), *first_of_all, 0, len(ends) - 1, *range(len(ends))]:
            if place in placed:
                continue
            (width, height), x = sizes[place], middles[place]
            below = [bar.upper for bar in bars if bar.left < x + width / 2 and bar.right > x - width / 2]
            at = (min(below) if place == raised else tops[place]) - _OVER
            box = layout.Box(x - width / 2, at - height, x + width / 2, at)
            if room.is_free(box, 0):
                placed[place] = at
                room.take(box.grown(_OVER))
                if place == raised:
                    room.take(layout.Box(x - 2, at, x + 2, tops[place]))
        return {place: self.high - at / self.pixels for place, at in sorted(placed.items())}

    def pieces(self, pieces: Sequence[Piece], served: Sequence[int] = ()) -> alt.Chart:
        """The bars with the names under them, as many as fit, those of `served` first; and the axis of the values."""
        fewest = layout.text_width(_YEAR, LETTER) * 1.15 / self.bands.step
        names = self.bands.names
        x = alt.X(
            "name:N",
            scale=alt.Scale(domain=list(names), paddingInner=self.bands.inner, paddingOuter=self.bands.outer),
            axis=alt.Axis(
                labelAngle=0, labelPadding=10, values=[names[i] for i in layout.spaced(len(names), fewest, served)]
            ),
        )
        grid = None
        if self.ticks:
            grid = alt.Axis(grid=True, values=list(self.ticks[0]), labelExpr=style.labels(*self.ticks))
        y = alt.Y("low:Q", scale=alt.Scale(domain=[self.low, self.high], nice=False), axis=grid)
        return _bars(pieces, size=self.bands.thickness).encode(x=x, y=y, y2=alt.Y2("high"))

    def baseline(self) -> alt.Chart:
        rule: alt.Chart = style.plot([{"value": 0}]).mark_rule(strokeWidth=1.5)
        return rule.encode(y=alt.Y("value:Q"))

    def leader(self, name: str, low: float, high: float) -> alt.Chart:
        """The line from a label to its bar."""
        line: alt.Chart = style.plot([{"name": name, "low": low, "high": high}]).mark_rule(color=style.INK)
        return line.encode(x=alt.X("name:N"), y=alt.Y("low:Q"), y2=alt.Y2("high"))

    def words(self, labels: Sequence[Label], **look: Any) -> alt.Chart:
        return _words(labels, look).encode(x=alt.X("name:N"), y=alt.Y("at:Q"))


def rows(names: Sequence[str], pieces: Sequence[Piece], labels: Sequence[Label]) -> style.Layered:
    """A row each: its name, its bar to the left or to the right of nought, its label behind the bar."""
    frame = Frame(
        style.NARROW,
        _ROW * len(names) + 4,
        left=layout.widest(names, LETTER) + 10,
        right=layout.widest((label.text for label in labels), LETTER, bold=True) + 8,
    )
    ends = [0.0, *(end for piece in pieces for end in (piece.low, piece.high))]
    low, high = min(ends), max(ends)
    y = alt.Y(
        "name:N",
        scale=alt.Scale(domain=list(names), paddingInner=_LYING_INNER, paddingOuter=_LYING_OUTER),
        axis=alt.Axis(labelPadding=10),
    )
    x = alt.X("low:Q", scale=alt.Scale(domain=[low, high if high > low else low + 1], nice=False), axis=None)
    layers = [_bars(pieces).encode(y=y, x=x, x2=alt.X2("high"))]
    if low < 0:
        layers.append(style.plot([{"value": 0}]).mark_rule(strokeWidth=1.5).encode(x=alt.X("value:Q")))
    for strong in (False, True):
        look = {"align": "left", "dx": 6} | ({"fontWeight": "bold"} if strong else {})
        shown = [label for label in labels if label.strong is strong]
        layers.append(_words(shown, look).encode(y=alt.Y("name:N"), x=alt.X("at:Q")))
    return style.Layered(layers, frame)


def _bars(pieces: Sequence[Piece], **look: Any) -> alt.Chart:
    bars = style.plot([asdict(piece) for piece in pieces]).mark_bar(**look)
    outline = alt.Stroke("outline:N", scale=None)
    drawn: alt.Chart = bars.encode(fill=style.fill_as_is(), stroke=outline, **style.sentence())
    return drawn


def _words(labels: Sequence[Label], look: Mapping[str, Any]) -> alt.Chart:
    texts = [
        {"name": one.name, "at": one.at, "text": one.text, "colour": one.colour or (INK if one.strong else INK_2)}
        for one in labels
    ]
    words: alt.Chart = style.plot(texts).mark_text(**look).encode(text=alt.Text("text:N"), color=style.as_is("colour"))
    return words
