"""What is shown of a page where somebody names it: its headline and its first chart as a picture, in two shapes.

A chart brings its own finding; a page without one has the headline that it begins with, and what it is about.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from vitrina.addresses import CardFiles
from vitrina.charts.chart import Chart, KeyItem
from vitrina.charts.render import hatches
from vitrina.pages.markdown import as_html
from vitrina.pages.page import DrawSvg, Page, PlacedChart
from vitrina.pages.site import Site
from vitrina.report.pictures import alone
from vitrina.words.foreign import as_it_is, in_quotes

_HEADING = re.compile(r"^# (.*?)(?: *\{:.*)?$", re.MULTILINE)
_UNSEEN = re.compile(r'<span class="v-sr">.*?</span>|<[^>]*>')


@dataclass(frozen=True, slots=True)
class Card:
    """Of one page, as text; `picture` is SVG in plain colours, or empty."""

    files: CardFiles
    kicker: str
    headline: str
    below: str
    picture: str
    key: tuple[KeyItem, ...]
    described: str
    """The card for those who do not see it."""
    status: str
    address: str

    def for_theme(self) -> dict[str, str]:
        """As HTML, which the theme's templates do not make of it."""
        values = {"wide": self.files.wide, "square": self.files.square, "alt": self.described}
        return {name: as_html(value) for name, value in values.items()}


@dataclass(frozen=True, slots=True)
class Painter:
    """Gives the SVG of a drawing, and the plain colours that it is to have."""

    draw: DrawSvg
    colours: Mapping[str, str]

    def picture(self, chart: Chart) -> str:
        svg = self.draw(chart.narrow)
        return alone(svg, hatches.painted(hatches.used([svg])), self.colours)


def cards(site: Site, written: Mapping[str, bytes | str], painter: Painter, address: str) -> Mapping[str, Card]:
    """By the paths of the pages, which `written` holds; `address` is that of the site."""
    shown = address.partition("://")[2]
    return {
        page.place.markdown: _card(site, page, str(written[page.place.markdown]), painter, shown) for page in site.pages
    }


def _card(site: Site, page: Page, text: str, painter: Painter, address: str) -> Card:
    chart = _first(page, text)
    frame = site.frames.get(page.place.programme, site.frame)
    return Card(
        files=CardFiles(page.place),
        kicker=in_quotes(" · ".join(dict.fromkeys(part for part in (page.title, frame.programme, frame.name) if part))),
        headline=as_it_is(chart.finding) if chart else _headline(text),
        below=as_it_is(chart.subtitle) if chart else in_quotes(page.description),
        picture=painter.picture(chart) if chart else "",
        key=tuple(KeyItem(as_it_is(item.name), item.slot) for item in chart.key) if chart else (),
        described=in_quotes(chart.description if chart else page.description),
        status=in_quotes(page.status),
        address=address,
    )


def _headline(text: str) -> str:
    """What a page begins with, as it is read."""
    found = _HEADING.search(text)
    return html.unescape(_UNSEEN.sub("", found[1])) if found else ""


def _first(page: Page, text: str) -> Chart | None:
    """The chart that stands before all others of the page."""

    def place(placed: PlacedChart) -> int:
        return text.find(f'id="{placed.chart.id}"')

    first = min((one for one in page.charts.values() if place(one) >= 0), key=place, default=None)
    return first.chart if first else None
