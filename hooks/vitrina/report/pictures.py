"""The charts of a report: their drawings in plain colours, with the hatches that they refer to."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.render import hatches
from vitrina.charts.render.palette import coloured
from vitrina.report.blocks import Figure, Picture
from vitrina.words.foreign import as_it_is

FONT = "PT Sans"
_OPENING = re.compile(r"^<svg[^>]*?(?= viewBox)")


@dataclass(frozen=True, slots=True)
class ChartFigures:
    """Makes a figure of the report from a chart."""

    draw: Callable[[Drawing], str]
    """Gives the SVG of a drawing, its colours as variables of the style sheet."""
    colours: Mapping[str, str]
    """The values of these variables on paper."""

    def figure(self, chart: Chart, level: int) -> Figure:
        """A chart of several panels is shown as those."""
        pictures = [
            Picture(self._picture(panel.drawing), as_it_is(panel.description), panel.title, panel.note)
            for panel in chart.panels
        ] or [Picture(self._picture(chart.wide), as_it_is(chart.description))]
        source = f"{chart.words.say('Источник')}: {chart.source}"
        return Figure(chart.finding, chart.subtitle, tuple(pictures), source, level)

    def _picture(self, drawing: Drawing) -> str:
        svg = self.draw(drawing)
        return alone(svg, hatches.printed(hatches.used([svg])), self.colours)


def alone(svg: str, patterns: str, colours: Mapping[str, str]) -> str:
    """A drawing that stands in no page, with the patterns that it refers to."""
    body = _OPENING.sub(f'<svg xmlns="http://www.w3.org/2000/svg" font-family="{FONT}"', svg)
    head, _, rest = body.partition(">")
    return coloured(f"{head}><defs>{patterns}</defs>{rest}", colours)
