"""Who is behind the site, which documents it retells, where the figures come from and how to use them."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind, ProgrammePlaces
from vitrina.dataset.programme import Document
from vitrina.dataset.tables import SERIES
from vitrina.pages.context import Context, Official
from vitrina.pages.document_status import edition_named
from vitrina.pages.named_values import listed
from vitrina.pages.naming import DEPARTMENTAL
from vitrina.pages.page import Page
from vitrina.pages.shared import executors, site_naming
from vitrina.pages.views import View, register
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import untranslated


@dataclass(frozen=True, slots=True)
class Retold:
    """A programme as the page about the site speaks of it: its document, and who carries it out."""

    name: str
    places: ProgrammePlaces
    finding: str
    title: str
    """Of the edition."""
    edition: Document
    is_only: bool
    """Nothing but this edition is published: no other edition, no report."""
    is_spending_known: bool
    executors: tuple[Official, ...]


def about(contexts: Sequence[Context]) -> Page:
    """The page about the site itself."""
    first = contexts[0]
    words, city, naming = first.words, first.dataset.city, site_naming(first)
    return Page(
        place=first.site["about"],
        title=words.say(sentence("О сайте", context="вкладка")),
        description=words.say("Откуда числа на этом сайте, кто за них отвечает и как их брать."),
        values={
            "naming": naming,
            "answers_for_both": naming.is_official and naming.kind != DEPARTMENTAL,
            "retold": tuple(_retold(context) for context in contexts),
            "has_glossary": any(context.programme.glossary for context in contexts),
            "prices": next((context.prices for context in contexts if context.prices), None),
            "listed": listed(first, SERIES, first.dataset.series[0].id) if first.dataset.series else (),
            "contact_email": city.contacts.email,
            "mail_address": city.contacts.mail_address,
            "repository": city.repository,
            "organisation": untranslated(city.contacts.organisation, words.language),
            "corrected": [
                (context.short_name, context.places["corrections"], len(context.programme.corrections))
                for context in contexts
                if context.programme.corrections
            ],
            "data_licence": city.licence.text[words.language],
        },
    )


def _retold(context: Context) -> Retold:
    words, programme, edition = context.words, context.programme, context.programme.edition
    if edition.date and edition.number:
        finding = words.say(
            "Постановление от {date} № {number}",
            date=words.date(edition.date),
            number=untranslated(edition.number, words.language),
        )
    elif edition.date or edition.number:
        finding = edition_named(edition, words)
    else:
        finding = words.say("Документ без даты и номера")
    return Retold(
        name=context.short_name,
        places=context.places,
        finding=finding,
        title=context.edition_title,
        edition=edition,
        is_only=sum(document.is_published for document in programme.documents) == 1,
        is_spending_known=context.measures.executions.has_actuals,
        executors=executors(context),
    )


register(
    View(
        Kind("about", order=510, folder="about", is_of_site=True, is_tab=True, answers=3),
        lambda given: [about(given.contexts)],
        sought=sentence("о сайте|контакты|кто сделал сайт|связаться|телефон|сообщить об ошибке|лицензия|исправления"),
    )
)
