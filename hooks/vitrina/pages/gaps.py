"""«Чего нет»: each missing thing and why it matters; what one list lacks is asked for by one letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from vitrina.addresses import Kind
from vitrina.dataset.programme import Document, Gap
from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.pages.quotations import Quote
from vitrina.pages.quotations import quote as quotation
from vitrina.pages.shared import executors
from vitrina.pages.views import View, register
from vitrina.words import Words
from vitrina.words.capitals import first_lower, first_upper
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import has_foreign, untranslated
from vitrina.words.languages import SOURCE_LANGUAGE

_ABOUT = {
    "municipal": sentence("о муниципальной программе"),
    "state": sentence("о государственной программе"),
    "departmental": sentence("о ведомственной целевой программе"),
}


@dataclass(frozen=True, slots=True)
class MissingThing:
    """One missing thing as the page shows it."""

    id: str
    what: str
    why: str
    document: str
    """The title of the document that would tell it; empty where none is promised."""
    due: str
    """The day by which it should have come out, if that is past; empty for any other."""
    quote: Quote | None
    """The words that leave it out."""


@dataclass(frozen=True, slots=True)
class MissingList:
    """What is missing for one reason, and the letter that asks for all of it."""

    promised: bool
    items: tuple[MissingThing, ...]
    documents: int
    """In how many documents it is promised."""
    letter: tuple[str, ...]
    """A request under the law on access to information, by paragraphs; in Russian: it goes to a Russian office."""
    translation: tuple[str, ...]
    """The same in the page's language; empty where that is Russian, or where a part of it has no translation."""
    mail: str
    """The part of a mail's address after the addressee: the subject alone, for an address must not grow too long."""


def gaps(context: Context) -> Page:
    """The page of what the document does not tell."""
    words, programme = context.words, context.programme
    city = context.dataset.city
    return Page(
        place=context.places["gaps"],
        title=words.say(sentence("Чего нет", context="вкладка")),
        description=words.say(
            "Чего в документе нет, почему это важно, где это обещано и готовые письма, чтобы это запросить."
        ),
        values={
            "count": programme.gap_count,
            "groups": missing_lists(context),
            "executors": executors(context),
            # Else it is not the office's own.
            "mail_address": city.contacts.mail_address if city.is_official else "",
        },
    )


def missing_lists(context: Context) -> list[MissingList]:
    """What is missing, that which a document promises first."""
    promised = [gap for gap in context.programme.gaps if gap.promised]
    unsaid = [gap for gap in context.programme.gaps if not gap.promised]
    late = context.programme.overdue_apart
    return [
        _missing_list(context, found, documents)
        for found, documents in ((promised, late), (unsaid, ()))
        if found or documents
    ]


def _missing_list(context: Context, found: Sequence[Gap], late: Sequence[Document]) -> MissingList:
    """`late` are the documents that are missing and of which no gap tells."""
    russian = replace(context, words=Words(SOURCE_LANGUAGE))
    subject = russian.words.say("Запрос сведений о программе «{programme}»", programme=russian.programme_name)
    promises = {*(gap.promised for gap in found if gap.promised), *(document.id for document in late)}
    asks = _asks(context, found, late)
    is_russian_in_part = any(has_foreign(ask) for ask in asks)
    return MissingList(
        promised=bool(promises),
        items=(*(_missing(context, gap) for gap in found), *(_late(context, document) for document in late)),
        documents=len(promises),
        letter=_letter(russian, _asks(russian, found, late)),
        translation=() if context.words.language == SOURCE_LANGUAGE or is_russian_in_part else _letter(context, asks),
        mail=f"?subject={quote(subject)}",
    )


def _missing(context: Context, gap: Gap) -> MissingThing:
    titles = context.document_titles
    return MissingThing(
        id=gap.id,
        what=context.plain("gaps", gap.id, "what"),
        why=context.plain("gaps", gap.id, "why"),
        document=titles[gap.promised] if gap.promised else "",
        due=_due(context, context.programme.document(gap.promised)) if gap.promised else "",
        quote=quotation(context, gap.quotation, context.official("gaps", gap.id, "words")) if gap.quotation else None,
    )


def _late(context: Context, document: Document) -> MissingThing:
    words = context.words
    latest = words.date(context.programme.latest_day)
    return MissingThing(
        id=document.id,
        what=context.document_titles[document.id],
        why=words.say("На сайте уже есть сведения на {day}, а этого документа нет.", day=latest),
        document="",
        due=_due(context, document),
        quote=quotation(context, document.promise) if document.promise else None,
    )


def _due(context: Context, document: Document) -> str:
    return context.words.date(document.due) if document.due and document in context.programme.overdue_documents else ""


def _asks(context: Context, found: Sequence[Gap], late: Sequence[Document]) -> list[str]:
    titles, words = context.document_titles, context.words
    asks = [context.plain("gaps", gap.id, "ask") for gap in found]
    for document in late:
        title = first_lower(titles[document.id])
        asks.append(words.say("{document} (срок прошёл {day})", document=title, day=_due(context, document)))
    return asks


def _letter(context: Context, asks: Sequence[str]) -> tuple[str, ...]:
    """One thing is asked for in a sentence, several by numbers, so that what is not wanted is easily struck out."""
    words, funding, city = context.words, context.measures.funding, context.dataset.city
    executors = [
        context.programme.text("passport", entry.id, "value", words.language).text
        for entry in context.programme.entries("executor")
    ]
    office = untranslated(city.contacts.organisation, words.language) if city.is_official else ""
    to = office or ", ".join(executors) or first_upper(context.naming.authority)
    ask = words.say(
        "По Федеральному закону от 9\u00a0февраля 2009\u00a0года №\u00a08-ФЗ прошу прислать сведения {about} "
        "«{programme}» на {first}–{last}\u00a0годы:",
        about=words.say(_ABOUT[context.naming.kind]),
        programme=context.programme_name,
        first=funding.first_year,
        last=funding.last_year,
    )
    listed = (
        [words.say("{ask}.", ask=asks[0])]
        if len(asks) == 1
        else [
            words.say("{number})\u00a0{ask}{end}", number=number, ask=one, end=";" if number < len(asks) else ".")
            for number, one in enumerate(asks, 1)
        ]
    )
    ending = [
        words.say("Если этих сведений у вас нет, прошу передать запрос тем, у кого они есть, и сообщить мне об этом."),
        words.say("Ответ прошу прислать по адресу: ____________"),
        words.say("Фамилия, имя, отчество: ____________"),
    ]
    return (words.say("Кому: {organisation}", organisation=to), ask, *listed, *ending)


register(
    View(
        Kind("gaps", order=430, folder="gaps", is_tab=True, chapter=8),
        lambda given: [gaps(given.context)],
        exists=lambda context: context.programme.gap_count > 0,
        sought=sentence("чего нет|чего не хватает|запрос|как пожаловаться|жалоба|обращение|куда написать|нет данных"),
        onward=(sentence("Чего нет"), sentence("Что не опубликовали и как это запросить")),
    )
)
