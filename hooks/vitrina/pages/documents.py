"""The programme's papers: the edition, its passport whole, what is missing, and every place that the site quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind, Place, relative
from vitrina.dataset.programme import Document, Quotation
from vitrina.dataset.tables import DOCUMENTS
from vitrina.dataset.tables.choices import PASSPORT_FIELDS
from vitrina.pages.context import Context, Official
from vitrina.pages.document_status import edition_named
from vitrina.pages.expected import expected
from vitrina.pages.markdown import as_link
from vitrina.pages.named_values import listed
from vitrina.pages.page import Page
from vitrina.pages.passages import document_page, passage_of
from vitrina.pages.quotations import place_anchor, quote
from vitrina.pages.quoted_places import QuotedPlace, QuotedWords, quoted_places
from vitrina.pages.subprogramme import grouped
from vitrina.pages.views import View, onward, register
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import untranslated

_AFTER_FIRST = ("coexecutor", "executor")


_PASSPORT = {
    "subprogrammes": sentence("подпрограммы"),
    "goal": sentence("цель"),
    "task": sentence("задачи"),
}


@dataclass(frozen=True, slots=True)
class PassportField:
    """One field of the passport: what people would call it, and the words that fill it."""

    label: str
    place: str
    """Where it stands; empty where that is the passport itself, as the name of the field says."""
    anchor: str
    words: tuple[QuotedWords, ...]
    sums: tuple[str, ...]
    """The document's words for the money that stands here."""


@dataclass(frozen=True, slots=True)
class WholeDocument:
    """Where a document can be read whole: on the site, if its text is at hand; where it was published."""

    page: Place | None
    address: str | None


@dataclass(frozen=True, slots=True)
class QuotedDocument:
    """A document and the places of it that the site quotes."""

    id: str
    title: str
    places: tuple[QuotedPlace, ...]


def documents(context: Context) -> Page:
    """The page of documents."""
    words, programme = context.words, context.programme
    edition = programme.edition
    passport = passport_of(context)
    places = quoted_places(context)
    shown = {field.anchor for field in passport}
    return Page(
        place=context.places["documents"],
        title=words.say("Документы"),
        description=words.say(
            "Паспорт программы целиком, её редакция, приложения, которых нет, и каждое место, на которое "
            "ссылается сайт."
        ),
        values={
            "finding": finding(context),
            "is_only_edition": sum(one.kind == "edition" and one.is_published for one in programme.documents) == 1,
            "edition": edition,
            "edition_title": context.edition_title,
            "edition_paper": _whole(context, edition),
            "edition_number": untranslated(edition.number or "", words.language),
            "listed": {document.id: listed(context, DOCUMENTS, document.id) for document in programme.documents},
            "requisites_finding": edition_named(edition, words),
            "requisites": Official(edition.requisites_words, None) if edition.requisites_words else None,
            "no_method": context.measures.executions.has_actuals and programme.evaluation_method is None,
            "facts": quote(context, edition.facts) if edition.facts else None,
            "passport": passport,
            "missing": grouped(context, programme.absent_documents),
            "missing_count": len(programme.absent_documents),
            "expected": expected(context),
            "calendar": as_link(relative(context.places["documents"], context.places.calendar)),
            "others": [
                (
                    document.id,
                    context.document_titles[document.id],
                    words.date(document.date) if document.date else "",
                    untranslated(document.number or "", words.language),
                    context.plain_or_empty("documents", document.id, "reason"),
                    _whole(context, document),
                )
                for document in programme.documents
                if document.is_published and document.id != edition.id
            ],
            "papers": _papers(context, [place for place in places.values() if place.anchor not in shown]),
            "pages_onward": onward(context, "gaps", "goals", "evaluation"),
        },
    )


def _whole(context: Context, document: Document) -> WholeDocument:
    is_here = document.id in context.programme.quoted
    return WholeDocument(document_page(context, document.id) if is_here else None, document.address)


def finding(context: Context) -> str:
    """How many of the programme's documents are published; without a full stop."""
    words, programme = context.words, context.programme
    published = sum(document.is_published for document in programme.documents)
    absent = len(programme.absent_documents)
    every = words.number(published + absent)
    if not absent:
        return words.say(
            "Опубликовано всё: {documents}",
            documents=words.say_n("{count}\u00a0документ", "{count}\u00a0документов", published),
        )
    if absent == 1:
        return words.say_n(
            "Опубликован {count}\u00a0документ из {every}, ещё один только обещан",
            "Опубликовано {count}\u00a0документов из {every}, ещё один только обещан",
            published,
            every=every,
        )
    return words.say_n(
        "Опубликован {count}\u00a0документ из {every}, остальные только обещаны",
        "Опубликовано {count}\u00a0документов из {every}, остальные только обещаны",
        published,
        every=every,
    )


def passport_of(context: Context) -> list[PassportField]:
    """Every field in the order of a passport: who answers, what it is made of, what it wants, when, for how much."""
    programme, words = context.programme, context.words
    stated = {
        field: [_quoted(context, entry.quotation, "passport", entry.id, "value") for entry in entries]
        for field in PASSPORT_FIELDS
        if (entries := programme.entries(field))
    }
    middle = {
        "subprogrammes": [
            _quoted(context, line.quotation, "lines", line.id, "name")
            for line in programme.lines
            if line.kind == "subprogramme"
        ],
        **{
            kind: [_quoted(context, goal.quotation, "goals", goal.id, "text") for goal in programme.goals_of(kind)]
            for kind in ("goal", "task")
        },
    }
    labels = {field: words.message(title) for field, title in PASSPORT_FIELDS.items()}
    labels |= {field: words.say(_PASSPORT[field]) for field in middle}
    last = max((position for position, field in enumerate(stated) if field in _AFTER_FIRST), default=-1) + 1
    ordered = [*list(stated.items())[:last], *middle.items(), *list(stated.items())[last:]]
    own_table = _table_of(programme.passport[0].quotation.place) if programme.passport else ""
    fields, anchors = [], set[str]()
    for field, found in ordered:
        if found:
            place = found[0][0]
            anchor = place_anchor(place)
            # An anchor stands on a page once, though two fields may share a place.
            own = "" if anchor in anchors else anchor
            anchors.add(anchor)
            sums = _sums(context, place) if own else ()
            named = "" if _table_of(place) == own_table else context.place_name(place)
            quoted = tuple(words for _, words in found)
            fields.append(PassportField(labels[field], named, own, quoted, sums))
    return fields


def _table_of(place: str) -> str:
    """«Паспорт» of «Паспорт, «Цель муниципальной программы»»."""
    return place.partition(",")[0]


def _sums(context: Context, place: str) -> tuple[str, ...]:
    money = context.programme.money
    here = money[(money["document"] == context.programme.edition.id) & (money["place"] == place)]
    return tuple(dict.fromkeys(here["words"]))


def _quoted(context: Context, quotation: Quotation, table: str, identity: str, column: str) -> tuple[str, QuotedWords]:
    """The place of some words, and the words."""
    return quotation.place, QuotedWords(context.official(table, identity, column), passage_of(context, quotation))


def _papers(context: Context, places: Sequence[QuotedPlace]) -> list[QuotedDocument]:
    """The documents with their places: the edition first, the others from the latest back."""
    programme = context.programme
    others = sorted(programme.documents, key=lambda one: (one.id != programme.edition.id, -one.sequence))
    papers = []
    for document in others:
        own = _in_order([place for place in places if place.document == document.id])
        title = context.document_titles[document.id]
        if own:
            papers.append(QuotedDocument(document.id, title, own))
    return papers


def _in_order(places: Sequence[QuotedPlace]) -> tuple[QuotedPlace, ...]:
    """By the number of the section and then by name; places without a number come first, as the tables name them."""

    def position(place: QuotedPlace) -> tuple[int, str]:
        number = re.match(r"[^\d«“]*(\d+)", place.name)
        # «показатель 2» before «показатель 10»; a name in quotation marks stands by its first letter.
        named = re.sub(r"\d+", lambda digits: digits[0].zfill(6), re.sub("[«“»”]", "", place.name.casefold()))
        return (int(number[1]), named) if number else (0, "")

    return tuple(sorted(places, key=position))


register(
    View(
        Kind("documents", order=240, folder="documents", chapter=9),
        lambda given: [documents(given.context)],
        sought=sentence("документы|приложения|постановление|текст программы|скачать программу|редакция|скачать|PDF"),
        onward=(sentence("Документы"), sentence("Паспорт программы целиком и цитаты из остального текста")),
    )
)
