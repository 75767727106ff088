"""What is new in a programme: each document, figures that it restates, first actuals; and corrections of the site."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from vitrina.dataset.programme import Correction, Document, Observation
from vitrina.dataset.tables.choices import OBSERVATION_STAGES, STAGES
from vitrina.measures.changes import Change, MoneyChange
from vitrina.measures.editions import published
from vitrina.measures.history import observed
from vitrina.pages.changed import value_told
from vitrina.pages.context import Context
from vitrina.words.capitals import first_lower

_MOST = 20
"""Figures that one piece of news lists; the rest is counted."""
_ACTUAL = "actual"


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news. `page` is the kind of the page that is about it: `documents`, `changes`,
    `progress` or `corrections`."""

    id: str
    """Never changes and never comes back: what a reader has seen, he is not shown again."""
    title: str
    text: tuple[str, ...]
    page: str
    day: datetime.date | None
    """The document's own, None where it has none; of a correction that on which it was made."""


def news(context: Context) -> tuple[News, ...]:
    """The latest document first. Dates are those of the documents, never the clock's."""
    found = context.measures.changes
    by_document = {document: tuple(of) for document, of in groupby(found, key=lambda change: change.document)}
    documents = published(context.programme.documents)
    first_values = _first_values(context)
    first_years = _first_years(context)
    listed: list[News] = []
    for place, document in enumerate(documents):
        pieces = [_document(context, document)]
        if document.id in by_document:
            pieces.append(_changes(context, document, by_document[document.id]))
        values, years = first_values.get(place, ()), first_years.get(document.id, ())
        if place and (values or years):  # all that the first document tells is as new as it is itself
            pieces.append(_actuals(context, document, values, years))
        listed = pieces + listed
    for correction in reversed(context.programme.corrections):
        place = next((at for at, one in enumerate(listed) if one.day and one.day <= correction.mended), len(listed))
        listed.insert(place, _correction(context, correction))
    return tuple(listed)


def _document(context: Context, document: Document) -> News:
    reason = context.plain_or_empty("documents", document.id, "reason")
    title = context.words.say("Новый документ: {document}", document=first_lower(context.document_titles[document.id]))
    return News(_id(context, document, "document"), title, (reason,) if reason else (), "documents", document.date)


def _changes(context: Context, document: Document, found: tuple[Change, ...]) -> News:
    words = context.words
    document_title = first_lower(context.document_titles[document.id])
    title = words.say_n(
        "Изменилось {count} число: {document}",
        "Изменилось {count} чисел: {document}",
        len(found),
        document=document_title,
    )
    text = _listed(context, (_told(context, one) for one in found))
    return News(_id(context, document, "changes"), title, text, "changes", document.date)


def _actuals(context: Context, document: Document, values: tuple[Observation, ...], years: tuple[int, ...]) -> News:
    words = context.words
    title = words.say("Новые факты: {document}", document=first_lower(context.document_titles[document.id]))
    lines = [words.say("Деньги, потраченные за {year} год.", year=year) for year in years]
    lines += [
        words.say("{name}: {value}.", name=_named(context, one), value=value_told(context, one)) for one in values
    ]
    return News(_id(context, document, "actuals"), title, _listed(context, lines), "progress", document.date)


def _correction(context: Context, correction: Correction) -> News:
    words, programme = context.words, context.programme
    title = words.say(
        "Исправлено на сайте: {what}", what=first_lower(context.plain("corrections", correction.id, "what"))
    )
    was, now = (programme.text("corrections", correction.id, column, words.language).text for column in ("was", "now"))
    text = [words.say("Было: {was}.", was=was), words.say("Стало: {now}.", now=now)]
    if why := context.plain_or_empty("corrections", correction.id, "why"):
        text.append(why)
    identity = f"{words.language}/{programme.id}/{correction.id}/correction"
    return News(identity, title, tuple(text), "corrections", correction.mended)


def _id(context: Context, document: Document, kind: str) -> str:
    return f"{context.words.language}/{context.programme.id}/{document.id}/{kind}"


def _listed(context: Context, lines: Iterable[str]) -> tuple[str, ...]:
    every = tuple(lines)
    if len(every) <= _MOST:
        return every
    return (*every[:_MOST], context.words.say_n("И ещё {count} число.", "И ещё {count} чисел.", len(every) - _MOST))


def _told(context: Context, change: Change) -> str:
    """«Школы и кружки, край, 2024 год, план: было …, стало …»."""
    words = context.words
    if isinstance(change, MoneyChange):
        name, unknown = _money_name(context, change), words.say("нет данных")
        before = unknown if change.before is None else words.exact_thousand(change.before)
        after = unknown if change.after is None else words.exact_thousand(change.after)
        is_left_out = change.after_quotation is None
    else:
        name, before = _named(context, change.before), value_told(context, change.before)
        after = value_told(context, change.after) if change.after else ""
        is_left_out = change.after is None
    if is_left_out:
        return words.say("{name}: было {before}, теперь не названо.", name=name, before=before)
    return words.say("{name}: было {before}, стало {after}.", name=name, before=before, after=after)


def _money_name(context: Context, change: MoneyChange) -> str:
    words, language = context.words, context.words.language
    source = context.dataset.city.source(change.source).name[language] if change.source else ""
    year = words.say("{year} год", year=change.year) if change.year else words.say("все годы")
    part = context.part_name(change.of_which) if change.of_which else ""
    parts = (context.line_title(change.line), part, source, year, words.message(STAGES[change.stage]))
    return ", ".join(part for part in parts if part)


def _named(context: Context, observation: Observation) -> str:
    words = context.words
    parts = [context.plain("indicators", observation.indicator, "short_name")]
    if observation.group:
        parts.append(context.plain("observations", observation.id, "group"))
    if observation.first and observation.last:
        parts.append(words.period(observation.first, observation.last))
    return ", ".join([*parts, words.message(OBSERVATION_STAGES[observation.stage])])


def _first_values(context: Context) -> dict[int, tuple[Observation, ...]]:
    """The place of a document to the actual values that nobody stated before it."""
    found: dict[int, list[Observation]] = {}
    for versions in observed(context.programme).values():
        place, rows = versions[0]
        if rows[0].stage == _ACTUAL and rows[0].value is not None:
            found.setdefault(place, []).append(rows[0])
    return {place: tuple(rows) for place, rows in found.items()}


def _first_years(context: Context) -> dict[str, tuple[int, ...]]:
    """A document to the years of which it is the first to tell the spending."""
    known: set[int] = set()
    found = {}
    money = context.programme.money
    actual = money[(money["stage"] == _ACTUAL) & money["kopecks"].notna() & money["year"].notna()]
    for document in published(context.programme.documents):
        told = {int(year) for year in actual.loc[actual["document"] == document.id, "year"].unique()}
        found[document.id] = tuple(sorted(told - known))
        known |= told
    return found
