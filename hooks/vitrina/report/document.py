"""A programme's report: a cover that says what it is, the contents, and chapters of blocks."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from vitrina.addresses import Kind
from vitrina.addresses.kinds import kinds
from vitrina.charts.chart import Drawing
from vitrina.pages.context import Context
from vitrina.pages.document_status import document_status, facts_until
from vitrina.pages.payers import strip
from vitrina.pages.site import Site
from vitrina.report import checks, money, results, sources
from vitrina.report.blocks import Block, as_data
from vitrina.report.inputs import Inputs
from vitrina.report.overview import overview
from vitrina.report.pictures import ChartFigures
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import in_quotes
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.provenance import without_marks

_WRITTEN: Mapping[str, tuple[str, str, Callable[[Inputs], Iterator[Block]]]] = {
    "funding": ("money", sentence("Деньги по годам, источникам и частям"), money.money),
    "execution": ("spending", sentence("Сколько потратили"), money.spending),
    "measures": ("measures", sentence("Мероприятия"), money.measures),
    "goals": ("results", sentence("Обещания и результаты"), results.results),
    "indicators": ("indicators", sentence("Каждый показатель"), results.indicators),
    "check": ("check", sentence("Сверка: что сходится и что нет"), checks.check),
    "changes": ("changes", sentence("Что поменяли новые документы"), checks.changes),
    "gaps": ("missing", sentence("Чего нет"), sources.missing),
    "documents": ("documents", sentence("Документы и как на них сослаться"), sources.documents),
}
"""By kind of page: id, title and text of a chapter that is more than what the page tells first and its charts."""


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
    inputs = Inputs(context, site.profiles[context.programme.id], pages, ChartFigures(draw, colours), address)
    chapters = tuple(_chapters(inputs))
    first = inputs.say("Программа на одной странице")
    front = Chapter("overview", first, tuple(overview(inputs, [(one.id, one.title) for one in chapters])))
    day = facts_until(context.programme)
    data = {
        "language": context.words.language,
        "quoted": SOURCE_LANGUAGE,
        "date": [day.year, day.month, day.day] if day else None,
        "colours": dict(colours),
        **_cover(site, inputs),
        "chapters": (front, *chapters),
    }
    return without_marks(json.dumps(as_data(data), ensure_ascii=False, sort_keys=True))


def _chapters(inputs: Inputs) -> Iterator[Chapter]:
    """In the order of reading. One of which the programme has nothing is left out."""
    for kind in sorted((kind for kind in kinds() if kind.chapter), key=lambda kind: kind.chapter):
        if kind.name in _WRITTEN:
            key, title, write = _WRITTEN[kind.name]
            chapter = Chapter(key, inputs.say(title), tuple(write(inputs)))
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
    span = {"first": context.measures.funding.first_year, "last": context.measures.funding.last_year}
    return {
        "title": in_quotes(
            inputs.say("Программа «{programme}», {first}–{last}", programme=context.programme_name, **span)
        ),
        "description": in_quotes(
            inputs.say(
                "Деньги, обещания и результаты программы с точными таблицами. Сделано по сайту «{name}».",
                name=frame.name,
            )
        ),
        "site": frame.name,
        "programme": context.programme_name,
        "years": inputs.say("{kind}, {first}–{last}", kind=context.naming.kind_title, **span),
        "what": inputs.say("Деньги, обещания и результаты в одном документе"),
        "status": document_status(context),
        "edition": frame.edition_note,
        "licence": frame.licence_note,
        "warning": frame.warning,
        "address": inputs.address,
        "contents": inputs.say("Содержание"),
        "strip": [(part["slot"], float(part["width"])) for part in strip(context.payers)],
    }
