"""A chart as a picture to take away: the finding, the drawing, its source, the status of the document and the
address where it stands, on paper."""

import re
from pathlib import Path
from xml.sax.saxutils import escape

from vitrina.charts.chart import Chart
from vitrina.charts.kit import layout
from vitrina.charts.kit.style import WIDE
from vitrina.charts.render import hatches
from vitrina.charts.render.palette import coloured, palette
from vitrina.words.foreign import as_it_is

_MARGIN, _TITLE, _SUBTITLE, _SOURCE = 32, 26, 16, 13
_LEADING = 1.25

# The renderer brings this family along, so a picture is the same on every machine. It has Cyrillic and every space
# and sign that `words` writes, but no rouble sign: in pictures the rouble is written in letters.
_FONT = "Liberation Sans"


def picture(chart: Chart, svg: str, tokens: Path) -> str:
    """SVG to be painted, in the light palette of the style sheet `tokens`. `svg` is the wide drawing."""
    words = chart.words
    rouble = words.say("руб.")
    drawn = re.sub(r"^<svg[^>]*>|</svg>$", "", svg)
    size = re.search(r'viewBox="0 0 [\d.]+ ([\d.]+)"', svg)
    height = float(size[1]) if size else 0.0
    y = float(_MARGIN)
    parts: list[str] = []
    for text, letter, colour, bold in (
        (chart.finding, _TITLE, "var(--ink)", True),
        (chart.subtitle, _SUBTITLE, "var(--ink-2)", False),
    ):
        for line in layout.lines(_in_letters(as_it_is(text), rouble), letter, WIDE, bold):
            y += letter * _LEADING
            parts.append(_text(line, y - letter * 0.3, letter, colour, bold))
    y += 24
    parts.append(f'<g transform="translate({_MARGIN},{y:.1f})">{drawn}</g>')
    y += height + 20
    for text, colour in (
        (words.say("Источник: {source}", source=chart.source), "var(--ink-3)"),
        (chart.status, "var(--ink-2)"),
        (chart.address, "var(--ink-2)"),
    ):
        for line in layout.lines(_in_letters(as_it_is(text), rouble), _SOURCE, WIDE) if text else ():
            y += _SOURCE * _LEADING
            parts.append(_text(line, y, _SOURCE, colour, bold=False))
    width, total = WIDE + 2 * _MARGIN, round(y + _MARGIN)
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{total}" viewBox="0 0 {width} {total}" '
        f'font-family="{_FONT}"><defs>{hatches.painted(hatches.used([drawn]))}</defs>'
        f'<rect width="{width}" height="{total}" fill="var(--paper)"/>{"".join(parts)}</svg>'
    )
    return coloured(_in_letters(whole, rouble), palette(tokens))


def _text(line: str, y: float, size: int, colour: str, bold: bool) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{_MARGIN}" y="{y:.1f}" font-size="{size}" fill="{colour}"{weight}>{escape(line)}</text>'


def _in_letters(svg: str, rouble: str) -> str:
    """The rouble sign in letters: «млн руб.», “RUB 717.4 million”; never two full stops in a row."""
    spaced = re.sub(r"₽(?=\d)", f"{rouble}\u00a0", svg)
    return spaced.replace("₽.", rouble.rstrip(".") + ".").replace("₽", rouble)
