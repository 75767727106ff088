"""A chart as a page for the pages of others: finding, both drawings, source, status and the way back; no script."""

import math
import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.kit.layout import lines
from vitrina.charts.render import hatches
from vitrina.pages.context import Context
from vitrina.pages.page import DrawSvg, PlacedChart
from vitrina.sharing.citations import as_line
from vitrina.sharing.lone_pages import filled, lone_page
from vitrina.words import Words
from vitrina.words.foreign import with_languages

_NARROW, _WIDE = 288, 768
"""Pixels within the margins of a frame of 320, and of the widest that a drawing fills."""
_TITLE, _SUBTITLE, _FOOT = 21, 16, 14
"""Sizes of letters in lone.css."""
_LEADING = 1.5
_MARGINS = 90
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def embeds(charts: Iterable[PlacedChart], words: Words, draw: DrawSvg, name: str) -> Mapping[str, str]:
    """By path; `name` is that of the site."""
    return {placed.files.embed: _embed(placed, words, draw, name) for placed in charts}


def _embed(placed: PlacedChart, words: Words, draw: DrawSvg, name: str) -> str:
    chart = placed.chart
    drawn = [draw(drawing) for drawing in (chart.wide, chart.narrow)]
    wide, narrow = (_marked(svg, drawing) for svg, drawing in zip(drawn, (chart.wide, chart.narrow), strict=True))
    values = {
        "site": name,
        "chart": chart,
        "wide": wide,
        "narrow": narrow,
        "hatches": hatches.used(drawn),
        "address": chart.address.partition("://")[2].partition("/")[0],
    }
    return lone_page("embed.html", placed.files.embed, words, values)


def _marked(svg: str, drawing: Drawing) -> Markup:
    return Markup(with_languages(svg, drawing.languages))  # noqa: S704  drawn by us: its texts are escaped by the drawing program


def code(context: Context, placed: PlacedChart, draw: DrawSvg) -> str:
    """The HTML that shows the chart on a page of others; empty where nobody has said where the site stands."""
    if not context.own_address:
        return ""
    values = {
        "address": f"{context.own_address}{placed.files.embed}",
        "title": as_line(placed.chart.finding),
        "height": _height(placed.chart, draw),
    }
    return filled("frame.html", values).strip()


def _height(chart: Chart, draw: DrawSvg) -> int:
    """Enough for a frame of any width from 320 pixels on: without a script it cannot follow what is in it."""
    key = " ".join(f"{item.name}    " for item in chart.key)
    narrow = _height_at(_NARROW, chart, draw(chart.narrow), key)
    return math.ceil(max(narrow, _height_at(_WIDE, chart, draw(chart.wide))) / 10) * 10


def _height_at(width: float, chart: Chart, svg: str, key: str = "") -> float:
    foot = (f"{chart.words.say('Источник')}: {chart.source}", chart.status, chart.address)
    said = [(chart.finding, _TITLE), (chart.subtitle, _SUBTITLE), *((text, _FOOT) for text in (key, *foot))]
    written = sum(len(lines(text, size, width, bold=size == _TITLE)) * size * _LEADING for text, size in said)
    found = _SIZE.search(svg)
    drawn = width * float(found[2]) / float(found[1]) if found else 0
    return written + drawn + _MARGINS
