"""What a reader has to know of the document first: draft or edition, until when it tells facts, who publishes the site.

It stands under the heading of every page, and on all that is taken away from one.
"""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from vitrina.dataset.programme import Document, Programme
from vitrina.measures.editions import published
from vitrina.pages.context import Context
from vitrina.pages.page import Page, PlacedChart
from vitrina.pages.unfilled import is_begun
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import untranslated
from vitrina.words.numbers import NO_BREAK_SPACE

_EDITION = {
    "both": sentence("Редакция от {date} №\u00a0{number}"),
    "date": sentence("Редакция от {date}, номер не указан"),
    "number": sentence("Редакция №\u00a0{number}, дата не указана"),
    "none": sentence("Редакция без даты и номера"),
}

_AMENDED = {
    "both": sentence("последние изменения от {date} №\u00a0{number}"),
    "date": sentence("последние изменения от {date}, номер не указан"),
    "number": sentence("последние изменения №\u00a0{number}, дата не указана"),
    "none": sentence("последние изменения без даты и номера"),
}


def document_status(context: Context) -> str:
    """Of a programme, as one line."""
    words, programme = context.words, context.programme
    if is_begun([context]):
        return _joined(words.say("Документ ещё вносят в таблицы"), _publisher(context))
    return _joined(_edition(programme, words), _facts(programme, words), _publisher(context))


def site_status(contexts: Sequence[Context]) -> str:
    """Of the pages that belong to no programme; with one programme that is the only one they can be about."""
    first = contexts[0]
    if first.is_alone:
        return document_status(first)
    return _joined(first.words.say("У каждой программы свой документ, он назван на её страницах"), _publisher(first))


def with_status(pages: Iterable[Page], contexts: Sequence[Context]) -> tuple[Page, ...]:
    """The pages and their charts, each with the status of the document that it tells of, and with its day."""
    of_site = site_status(contexts)
    of_programmes = {context.programme.id: document_status(context) for context in contexts}
    days = {context.programme.id: last_day([context.programme]) for context in contexts}
    last = last_day(context.programme for context in contexts)
    return tuple(
        replace(
            page,
            status=(status := of_programmes.get(page.place.programme, of_site)),
            day=days.get(page.place.programme, last),
            charts={name: _travelling(placed, status, contexts[0].own_address) for name, placed in page.charts.items()},
        )
        for page in pages
    )


def _travelling(placed: PlacedChart, status: str, root: str) -> PlacedChart:
    """The chart with what it has to say wherever it is taken."""
    address = f"{root}{posixpath.join(placed.home.folder, '')}#{placed.chart.id}" if root else ""
    return PlacedChart(replace(placed.chart, status=status, address=address), placed.home)


def _edition(programme: Programme, words: Words) -> str:
    """The edition, and the latest of the later documents that amend a part of it."""
    edition = programme.edition
    text = _draft(programme, words) if edition.is_draft else _named(_EDITION, edition, words)
    later = [
        document
        for document in published(programme.documents)
        if document.kind == "edition" and document.sequence > edition.sequence
    ]
    if not later:
        return text
    last = later[-1]
    amended = words.say("изменения к ней не утверждены, это проект") if last.is_draft else _named(_AMENDED, last, words)
    return f"{text}, {amended}"


def _draft(programme: Programme, words: Words) -> str:
    edition = programme.edition
    if edition.date:
        return words.say("Проект от {date}, не утверждён", date=words.date(edition.date))
    return words.say("Проект {year}\u00a0года, не утверждён", year=programme.edition_year)


def edition_named(document: Document, words: Words) -> str:
    """An edition by its date and number, or by what it has of them."""
    return _named(_EDITION, document, words)


def _named(profiles: Mapping[str, str], document: Document, words: Words) -> str:
    date, number = document.date, document.number
    known = "both" if date and number else "date" if date else "number" if number else "none"
    values = {"date": words.date(date) if date else "", "number": untranslated(number or "", words.language)}
    return words.say(profiles[known], **values)


def facts_until(programme: Programme) -> date | None:
    """The last day of which any document tells facts; where none says it, the day of the edition itself."""
    told = [document.facts_until for document in programme.documents if document.is_published and document.facts_until]
    return max(told, default=programme.edition.date)


def last_day(programmes: Iterable[Programme]) -> date | None:
    """Of all that their documents are dated by: the day of none is later. None where no document has one."""
    documents = [document for programme in programmes for document in published(programme.documents)]
    return max((day for one in documents for day in (one.date, one.facts_until) if day), default=None)


def _facts(programme: Programme, words: Words) -> str:
    last = facts_until(programme)
    return words.say("данные по {date}", date=words.date(last)) if last else ""


def _publisher(context: Context) -> str:
    is_sample = context.dataset.city.is_sample
    return context.words.say("образец, всё выдумано") if is_sample else context.naming.publisher


def _joined(*parts: str) -> str:
    """A part begins a line with its dot only where it must."""
    return f"{NO_BREAK_SPACE}· ".join(part for part in parts if part)
