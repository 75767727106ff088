"""The site as files, in one language: pages in Markdown and what can be taken away. Knows no disk and no MkDocs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Protocol

from vitrina.addresses import Place
from vitrina.addresses.downloads import CATALOGUE
from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.render.live import LIVE_LIBRARY
from vitrina.open_data.api import api_files
from vitrina.open_data.calendar_file import calendar_file
from vitrina.open_data.catalogue import catalogue
from vitrina.open_data.csv_file import csv_file, csv_for_programs
from vitrina.open_data.data_files import made_files
from vitrina.open_data.feed import feed
from vitrina.open_data.frozen_tables import frozen_csv
from vitrina.open_data.open_data_passport import passport_files
from vitrina.pages.context import Context
from vitrina.pages.document import originals
from vitrina.pages.leading import what_leads
from vitrina.pages.page import DrawSvg, Leading, Page, PlacedChart, write_page
from vitrina.pages.site import Site
from vitrina.pages.stated_rows import StatedRows
from vitrina.pages.where_from import Explanations
from vitrina.report.document import report_of
from vitrina.report.printer import printed
from vitrina.sharing.citation_pages import citation_pages
from vitrina.sharing.embeds import embeds
from vitrina.sharing.robots import ROBOTS, robots
from vitrina.sharing.where_from_pages import where_from_pages
from vitrina.words import Words

Files = Mapping[str, bytes | str]
"""Path within the site's source folder to content: Markdown and JSON as text, CSV and PNG as bytes."""


class Drawings(Protocol):
    """Draws, or remembers what was drawn."""

    def prepare(self, charts: Iterable[Chart]) -> int: ...

    def svg(self, drawing: Drawing) -> str: ...

    def png(self, chart: Chart) -> bytes: ...

    def live_library(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Printed:
    """A programme's report: where it lies, and how a link to it is worded, with its size."""

    programme: str
    href: str
    text: str


def render(site: Site, words: Words, drawings: Drawings, address: str = "") -> Files:
    """Write pages that are already decided on, and draw what they show. `address` is the site's, for its feeds."""
    placed = _placed(site)
    drawings.prepare(chart.chart for chart in placed)
    files = {**written(site, words, drawings.svg, address)}
    for chart in placed:
        files |= _drawn(chart, drawings)
    files[LIVE_LIBRARY] = drawings.live_library()
    return files


def written(site: Site, words: Words, draw: DrawSvg, address: str = "") -> Files:
    """All that is written and not drawn: pages, tables and those of their charts, feeds, what programs read.

    What is the same in every language lies in the site of the main one.
    """
    places = {page.place for page in site.pages}
    explanations = explanations_of(site, words)
    files: dict[str, bytes | str] = {
        **written_pages(site, words, draw, explanations),
        **dict(where_from_pages(explanations, words, site.frame.name)),
        **citation_pages(site, words, draw),
        **embeds(_placed(site), words, draw, site.frame.name),
        **{
            placed.files.csv: csv_file(placed.chart, document_titles(placed.home, site.contexts))
            for placed in _placed(site)
        },
        **{placed.files.csv_for_programs: csv_for_programs(placed.chart) for placed in _placed(site)},
        **{path: made for context in site.contexts for path, made in made_files(context).items()},
        **{path: made for context in site.contexts for path, made in frozen_csv(context)},
        **{context.places.feed: feed(context, places, address) for context in site.contexts},
        **{context.places.calendar: made for context in site.contexts if (made := calendar_file(context))},
        **{path: text.content for context in site.contexts for path, text in originals(context)},
    }
    if not site.contexts[0].is_main:
        return files
    return {**files, **_for_programs(site.contexts, files), ROBOTS: robots(site.contexts[0])}


def undrawn(drawing: Drawing) -> str:
    """In the place of a picture: all that there is to draw is laid out."""
    return drawing.spec[:0]


def document_titles(home: Place, contexts: Sequence[Context]) -> Mapping[str, str]:
    """By the ids that the charts of a page have; on a page of the site these begin with that of the programme."""
    titles = {context.programme.id: context.document_titles for context in contexts}
    every = {f"{programme}/{key}": title for programme, own in titles.items() for key, title in own.items()}
    return titles.get(home.programme, every)


def _for_programs(contexts: Sequence[Context], others: Files) -> Files:
    """What is the same in every language; `others` are the files that the catalogue tells of besides."""
    files: dict[str, bytes | str] = {}
    for context in contexts:
        files |= dict(api_files(context))
        files |= dict(passport_files(context))
    return {**files, CATALOGUE: catalogue(contexts, {**others, **files})}


def explanations_of(site: Site, words: Words) -> Explanations:
    return Explanations(StatedRows({context.programme.id: context for context in site.contexts}), words)


def written_pages(site: Site, words: Words, draw: DrawSvg, explanations: Explanations) -> Mapping[str, str]:
    """The pages alone. Last those that tell which of the others lead to them."""

    def page_text(page: Page, leading: Leading | None = None) -> str:
        return write_page(page, words, draw, leading, partial(explanations.linked, page))

    first = [page for page in site.pages if not page.tells_what_leads_here]
    last = [page for page in site.pages if page.tells_what_leads_here]
    texts = [page_text(page) for page in first]
    leading = what_leads(zip(first, texts, strict=True)) if last else {}
    texts += [page_text(page, leading.get(page.place)) for page in last]
    return {page.place.markdown: text for page, text in zip((*first, *last), texts, strict=True)}


def reports(site: Site, drawings: Drawings, colours: Mapping[str, str], address: str = "") -> Files:
    """Every programme as one document, in the colours of paper; `address` is the site's own."""
    return {
        context.places.report: printed(report_of(site, context, drawings.svg, colours, address))
        for context in site.contexts
    }


def links_to(site: Site, files: Files, words: Words) -> tuple[Printed, ...]:
    """What the pages say of the reports that are there."""
    return tuple(
        Printed(
            context.programme.id,
            context.places.report,
            words.say(
                "Программа в одном документе (PDF, {size} МБ)",
                size=words.number(Decimal(len(files[context.places.report])) / 1_000_000, 1),
            ),
        )
        for context in site.contexts
    )


def _placed(site: Site) -> Iterable[PlacedChart]:
    """Every chart once, wherever it is shown."""
    return {placed.files.live: placed for page in site.pages for placed in page.charts.values()}.values()


def _drawn(placed: PlacedChart, drawings: Drawings) -> Files:
    """A chart to take away, and what brings it to life in the page."""
    chart, files = placed.chart, placed.files
    shown = (panel.drawing for panel in chart.panels) if chart.panels else (chart.wide, chart.narrow)
    return {files.png: drawings.png(chart), **{files.specification(drawing.name): drawing.spec for drawing in shown}}
