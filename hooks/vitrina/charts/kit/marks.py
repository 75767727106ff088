"""Bars, lines, dots and words laid out to the pixel, and made into one drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import altair as alt

from vitrina.charts.kit import layout, style
from vitrina.charts.kit.style import INK, INK_2, INK_3, NAME, PAPER, PLAN, Frame
from vitrina.words.foreign import in_quotes

NAME_LETTER, HEADING_LETTER = 16, 15

STYLES: Mapping[str, style.Row] = {
    "name": {"align": "right", "fontSize": NAME_LETTER, "fontWeight": "bold", "color": INK},
    "heading": {"align": "left", "fontSize": HEADING_LETTER, "fontWeight": "bold", "color": INK},
    "under": {"align": "center", "color": INK_2},
    "figure": {"align": "left", "fontSize": 20, "fontWeight": "bold"},
    "figure right": {"align": "right", "fontSize": 17, "fontWeight": "bold"},
    "over": {"align": "center", "fontSize": 16, "fontWeight": "bold"},
    "note": {"align": "left", "color": INK_2},
    "note right": {"align": "right", "color": INK_2},
    "note over": {"align": "center", "fontStyle": "italic", "color": INK_2},
    "absent": {"align": "left", "fontStyle": "italic", "color": INK_2},
    "row": {"align": "right", "fontWeight": "bold"},
    "amount": {"align": "left", "fontSize": NAME, "fontWeight": "bold"},
    "amount over": {"align": "center"},
    "source": {"align": "left", "fontSize": NAME, "fontWeight": "bold"},
    "plan": {"align": "left", "fontSize": 15, "fontWeight": "bold", "color": PLAN},
}
"""The kinds of words, by what they do."""


_PALE = 0.45
"""How strongly a bar is coloured that only stands beside."""


@dataclass(frozen=True, slots=True)
class Marks:
    """All places in pixels, from the left upper corner."""

    bars: list[style.Row] = field(default_factory=list)
    pale: list[style.Row] = field(default_factory=list)
    rules: list[style.Row] = field(default_factory=list)
    plans: list[style.Row] = field(default_factory=list)
    dots: list[style.Row] = field(default_factory=list)
    texts: list[style.Row] = field(default_factory=list)
    gaps: list[style.Row] = field(default_factory=list)

    def bar(self, box: tuple[float, float, float, float], fill: str, words: str, pale: bool = False) -> None:
        """`box`: left, right, upper, lower."""
        x, x2, y, y2 = (round(place, 1) for place in box)
        (self.pale if pale else self.bars).append(
            {"x": x, "x2": x2, "y": y, "y2": y2, "fill": fill, "words": in_quotes(words)}
        )

    def rule(self, x: float, x2: float, y: float, y2: float) -> None:
        self.rules.append(_line(x, x2, y, y2))

    def plan(self, x: float, x2: float, y: float, y2: float) -> None:
        """The mark of a plan, with paper around it so that it shows over a bar."""
        self.plans.append(_line(x, x2, y, y2))

    def dot(self, x: float, y: float, full: bool, words: str) -> None:
        """A point on a scale: full, or a ring with paper inside."""
        self.dots.append(
            {"x": round(x, 1), "y": round(y, 1), "fill": INK if full else PAPER, "words": in_quotes(words)}
        )

    def gap(self, x: float, x2: float, y: float) -> None:
        """The dots in place of what is not stated."""
        self.gaps.append(_line(x, x2, y, y))

    def text(self, kind: str, x: float, y: float, words: str, colour: str = "") -> None:
        """`colour`, for every text of its kind or for none, in place of the kind's own."""
        if words:
            text = {"kind": kind, "x": round(x, 1), "y": round(y, 1), "text": words}
            self.texts.append(text | ({"colour": colour} if colour else {}))

    def drawn(self, frame: Frame) -> style.Layered:
        x = alt.X(
            field="x",
            type="quantitative",
            scale=alt.Scale(domain=[0, frame.plot_width], nice=False, zero=False),
            axis=None,
        )
        y = alt.Y(
            field="y",
            type="quantitative",
            scale=alt.Scale(domain=[frame.plot_height, 0], nice=False, zero=False),
            axis=None,
        )
        at: style.Row = {"x": x, "y": y}
        across = at | {"x2": alt.X2(field="x2"), "y2": alt.Y2(field="y2")}
        said = {"fill": style.fill_as_is(), **style.sentence()}
        layers: list[tuple[Sequence[style.Row], style.Row, style.Row]] = [
            (self.bars, {"type": "bar", "stroke": None}, across | said),
            (self.pale, {"type": "bar", "stroke": None, "fillOpacity": _PALE}, across | said),
            (self.rules, {"type": "rule", "strokeWidth": 1.5}, across),
            (self.plans, {"type": "rule", "strokeWidth": 7, "color": PAPER}, across),
            (self.plans, {"type": "rule", "strokeWidth": 3, "color": PLAN}, across),
            (self.gaps, {"type": "rule", "strokeWidth": 1.5, "color": INK_3, "strokeDash": [2, 4]}, across),
            (self.dots, {"type": "circle", "size": 150, "stroke": INK, "strokeWidth": 2, "opacity": 1}, at | said),
        ]
        for kind, look in STYLES.items():
            rows = style.picked(self.texts, "kind", kind)
            colour = {"color": style.as_is("colour")} if any("colour" in row for row in rows) else {}
            text = {"text": alt.Text(field="text", type="nominal")}
            layers.append((rows, {"type": "text", **look}, at | text | colour))
        drawn = [style.plot(rows, mark).encode(**encoded) for rows, mark, encoded in layers if rows]
        return style.Layered(drawn, frame)


def _line(x: float, x2: float, y: float, y2: float) -> style.Row:
    return {"x": round(x, 1), "x2": round(x2, 1), "y": round(y, 1), "y2": round(y2, 1)}


def width_of(kind: str, words: str) -> float:
    how = STYLES[kind]
    return layout.text_width(words, float(how.get("fontSize", style.LETTER)), how.get("fontWeight") == "bold")
