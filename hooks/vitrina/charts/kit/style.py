"""The one style of all charts: sizes, colours, letters, and how a chart becomes a drawing.

Colours are the page's own variables, so that one drawing follows the light and the dark palette.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
from altair.utils import schemapi

from vitrina.charts.chart import Drawing

schemapi.disable_debug_mode()  # else every layer is validated twice while it is made; the tests validate each kind

WIDE, NARROW, PANEL = 840, 328, 352
"""Widths in pixels. A drawing is shown about 1:1; a panel is 404 wide on a desk and 328 on a phone."""

INK, INK_2, INK_3 = "var(--ink)", "var(--ink-2)", "var(--ink-3)"
PAPER, GRID, RULE = "var(--paper)", "var(--chart-grid)", "var(--chart-axis)"
PLAN = "var(--plan-mark)"
BAR, BAR_AHEAD, LOST = "var(--bar)", "url(#plan-ink)", "url(#lost)"
"""An amount that is nobody's in particular; the same in a year ahead; what prices took away."""

LETTER, SMALL, NAME, PEAK = 14, 13, 15, 18
"""Letter sizes in pixels: labels, second lines, names beside bars, the figure of the finding."""

LONGEST_BAR = 72
"""Bars grow no thicker than this, however few there are."""

ABSENT = "—"
"""Stands where a figure is not stated; 0 is printed as 0."""

CONFIG: Mapping[str, Any] = {
    "background": None,
    "view": {"stroke": None},
    "font": "sans-serif",  # the page sets its own face on the text of a chart
    "axis": {
        "labelColor": INK_2,
        "labelFontSize": LETTER,
        "labelPadding": 8,
        "labelOverlap": False,
        "labelBound": False,
        "labelFlush": False,
        "labelLimit": 0,
        "title": None,
        "domain": False,
        "ticks": False,
        "grid": False,
        "gridColor": GRID,
        "gridWidth": 1,
    },
    "text": {"color": INK, "fontSize": LETTER},
    "rule": {"color": RULE},
    "bar": {"stroke": PAPER, "strokeWidth": 1},
    "line": {"strokeWidth": 3, "strokeCap": "round", "strokeJoin": "round"},
    "legend": {"disable": True},  # names stand beside what they name
}

Row = dict[str, Any]
"""A row of a layer's data, or what a mark looks like: whatever Vega-Lite takes."""

Ticks = tuple[Sequence[float], Sequence[str]]
"""Values of an axis, and how they are written."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing's whole size and the margins around its plot, in pixels."""

    width: float
    height: float
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0

    @property
    def plot_width(self) -> float:
        return max(1, round(self.width - self.left - self.right))

    @property
    def plot_height(self) -> float:
        return max(1, round(self.height - self.top - self.bottom))


@dataclass(frozen=True, slots=True)
class Layered:
    """Layers over one another in a frame of fixed size: nothing is left to the renderer's measuring of text."""

    layers: Sequence[alt.Chart]
    frame: Frame

    def spec(self) -> dict[str, Any]:
        """In Vega-Lite's words. Put together here: Altair's own way copies every layer several times over."""
        tables = {layer.data.values: f"rows-{number}" for number, layer in enumerate(self.layers)}
        frame = self.frame
        return {
            "layer": [_said(layer) | {"data": {"name": tables[layer.data.values]}} for layer in self.layers],
            "datasets": {name: json.loads(rows) for rows, name in tables.items()},
            "width": frame.plot_width,
            "height": frame.plot_height,
            "padding": {
                "left": frame.width - frame.right - frame.plot_width,
                "right": frame.right,
                "top": frame.top,
                "bottom": frame.height - frame.top - frame.plot_height,
            },
            "autosize": {"type": "none"},
        }


def _said(layer: alt.Chart) -> dict[str, Any]:
    """A layer in Vega-Lite's words, without its data: Altair asks them three times over whether they are a table.

    Within another chart it adds no schema and no theme; told that there is no data, it makes none up to ask that of.
    """
    alone = layer.copy(deep=False)
    alone.data = alt.Undefined
    said: dict[str, Any] = alone.to_dict(validate=False, context={"top_level": False, "data": None})
    return said


def drawing(name: str, chart: Layered) -> Drawing:
    """Ready to be written. The configuration is set here: Altair's schema refuses no background."""
    return Drawing(name, lambda: _canonical(chart.spec() | {"config": CONFIG}))


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def plot(rows: Sequence[Row], mark: Row | None = None) -> alt.Chart:
    """A layer with its data. An empty one draws nothing.

    The rows travel as one text until the drawing is put together: Altair copies the data of a chart at every step.
    """
    shape: Any = mark or alt.Undefined
    return alt.Chart(alt.InlineData(values=_canonical(list(rows))), mark=shape)


def picked(rows: Sequence[Row], field: str, value: object) -> list[Row]:
    """The rows of one kind, without the field that told the kinds apart."""
    return [{name: cell for name, cell in row.items() if name != field} for row in rows if row[field] == value]


def source_fill(slot: str, ahead: bool = False) -> str:
    """One colour a source; a year ahead is the same colour as a hatch, whose pattern stands once a page."""
    return f"url(#plan-{slot})" if ahead else f"var(--source-{slot})"


def source_text(slot: str) -> str:
    """The source's colour where it is text."""
    return f"var(--source-{slot}-text)"


def as_is(field: str) -> alt.Color:
    """A colour that stands in the data as it is."""
    return alt.Color(field=field, type="nominal", scale=None)


def fill_as_is() -> alt.Fill:
    return alt.Fill(field="fill", type="nominal", scale=None)


def sentence() -> dict[str, Any]:
    """The finished sentence that a mark says to a pointer, a finger and a screen reader in the live chart."""
    words: Any = {"field": "words", "type": "nominal"}
    return {"tooltip": alt.Tooltip(**words), "description": alt.Description(**words)}


def labels(values: Sequence[float | str], texts: Sequence[str]) -> str:
    """An expression that gives each tick its ready words: Vega formats no number."""
    return f"{json.dumps(list(texts), ensure_ascii=False)}[indexof({json.dumps(list(values))}, datum.value)]"
