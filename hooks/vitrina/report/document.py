"""A programme's report: a cover that says what it is, the contents, and chapters of blocks."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from vitrina.addresses import Kind
from vitrina.addresses.kinds import kinds
from vitrina.charts.chart import Drawing
from vitrina.pages.context import Context
from vitrina.pages.document_status import document_status, facts_until
from vitrina.pages.paying import strip
from vitrina.pages.site import Site
from vitrina.report import checks, money, results, sources
from vitrina.report.blocks import Block, as_data
from vitrina.report.inputs import Inputs
from vitrina.report.overview import overview
from vitrina.report.pictures import OnPaper
from vitrina.words.foreign import in_quotes

_WRITTEN: Mapping[str, tuple[str, Callable[[Inputs], Iterator[Block]]]] = {
    "funding": ("money", money.money),
    "execution": ("spending", money.spending),
    "measures": ("measures", money.measures),
    "goals": ("results", results.results),
    "indicators": ("indicators", results.indicators),
    "check": ("check", checks.check),
    "changes": ("changes", checks.changes),
    "gaps": ("missing", sources.missing),
    "documents": ("documents", sources.documents),
}
"""By kind of page, the chapters that are more than what the page tells first and its charts."""


@dataclass(frozen=True, slots=True)
class Chapter:
    id: str
    title: str
    blocks: tuple[Block, ...]


def report_of(
    site: Site, context: Context, draw: Callable[[Drawing], str], colours: Mapping[str, str], address: str = ""
) -> str:
    """Everything that the report of a programme is made from, as JSON: equal reports are equal texts.

    `draw` gives the SVG of a drawing, `colours` are those of paper, `address` is the site's in this language.
    """
    pages = {page.place: page for page in site.pages}
    inputs = Inputs(context, site.told[context.programme.id], pages, OnPaper(draw, colours), address)
    chapters = tuple(_chapters(inputs))
    first = inputs.say("report.chapters.overview")
    front = Chapter("overview", first, tuple(overview(inputs, [(one.id, one.title) for one in chapters])))
    day = facts_until(context.programme)
    data = {
        "language": context.words.language,
        "date": [day.year, day.month, day.day] if day else None,
        "colours": dict(colours),
        **_cover(site, inputs),
        "chapters": (front, *chapters),
    }
    return json.dumps(as_data(data), ensure_ascii=False, sort_keys=True)


def _chapters(inputs: Inputs) -> Iterator[Chapter]:
    """In the order of reading. One of which the programme has nothing is left out."""
    for kind in sorted((kind for kind in kinds() if kind.chapter), key=lambda kind: kind.chapter):
        if kind.name in _WRITTEN:
            key, write = _WRITTEN[kind.name]
            chapter = Chapter(key, inputs.say(f"report.chapters.{key}"), tuple(write(inputs)))
        else:
            chapter = _of_page(inputs, kind)
        if chapter.blocks:
            yield chapter


def _of_page(inputs: Inputs, kind: Kind) -> Chapter:
    place = inputs.context.places[kind.name]
    title = inputs.pages[place].title if place in inputs.pages else ""
    return Chapter(kind.name, title, (*inputs.lead(place), *inputs.charts(place)))


def _cover(site: Site, inputs: Inputs) -> Mapping[str, object]:
    context = inputs.context
    frame = site.frames.get(context.programme.id, site.frame)
    span = {"first": context.funding.first_year, "last": context.funding.last_year}
    return {
        "title": in_quotes(inputs.say("report.title", programme=context.programme_name, **span)),
        "description": in_quotes(inputs.say("report.description", name=frame.name)),
        "site": frame.name,
        "programme": context.programme_name,
        "years": inputs.say("report.years", kind=context.naming.kind_title, **span),
        "what": inputs.say("report.kind"),
        "status": document_status(context),
        "edition": frame.edition_note,
        "licence": frame.licence_note,
        "sample": frame.sample_note,
        "address": inputs.address,
        "contents": inputs.say("report.contents"),
        "strip": [(part["slot"], float(part["width"])) for part in strip(context.payers)],
    }
