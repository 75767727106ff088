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

_NARROW, _WIDE = 288, 768
"""Pixels within the margins of a frame of 320, and of the widest that a drawing fills."""
_WIDEST_NARROW, _FIRST_WIDE = 520, 720
"""The widest that the narrow drawing is, and from where on the wide one is shown: `.v-narrow` in charts.css."""
_WIDEST_FOOT = 600
_AROUND = 32
"""Pixels of a frame's width beside what is in it."""
_TITLE, _SUBTITLE, _FOOT = 21, 16, 14
"""Sizes of letters in lone.css."""
_LEADING = 1.5
_MARGINS = 110
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
    return Markup(drawing.naming_languages(svg))  # noqa: S704  drawn by us: its texts are escaped by the drawing program


def code(context: Context, placed: PlacedChart, draw: DrawSvg) -> str:
    """The HTML that shows the chart on a page of others; empty where nobody has said where the site stands."""
    if not context.own_address:
        return ""
    chart = placed.chart
    key = " ".join(f"{item.name}    " for item in chart.key)
    first, last = (_height_of_words(width, chart, key) for width in (_NARROW, _WIDEST_NARROW))
    shape, fewer_lines = _shape(draw(chart.narrow)), (last - first) / (_WIDEST_NARROW - _NARROW)
    wide = _rounded(_height_of_words(_WIDE, chart) + _shape(draw(chart.wide)) * _WIDE)
    narrow, slope = _rounded(first - fewer_lines * _NARROW), round(shape + fewer_lines, 3)
    values = {
        "address": f"{context.own_address}{placed.files.embed}",
        "title": as_line(chart.finding),
        "height": max(wide, _rounded(first + shape * _NARROW), _rounded(last + shape * _WIDEST_NARROW)),
        "wide": wide,
        "narrow": narrow,
        "slope": slope,
        "around": _AROUND,
        "widest_narrow": _WIDEST_NARROW,
        "first_wide": _FIRST_WIDE + _AROUND,
    }
    return filled("frame.html", values).strip()


def _shape(svg: str) -> float:
    """How much higher than wide a drawing is."""
    found = _SIZE.search(svg)
    return float(found[2]) / float(found[1]) if found else 0


def _height_of_words(width: float, chart: Chart, key: str = "") -> float:
    foot = (key, f"{chart.words.say('Источник')}: {chart.source}", chart.status, chart.address)
    said = [
        (chart.finding, _TITLE, width),
        (chart.subtitle, _SUBTITLE, width),
        *((text, _FOOT, min(width, _WIDEST_FOOT)) for text in foot),
    ]
    return _MARGINS + sum(len(lines(text, size, room, size == _TITLE)) * size * _LEADING for text, size, room in said)


def _rounded(height: float) -> int:
    return math.ceil(height / 10) * 10
