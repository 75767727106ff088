"""«Чего нет»: each missing thing and why it matters; what one list lacks is asked for by one letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from vitrina.addresses import Kind
from vitrina.dataset.programme import Gap
from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.pages.quotations import Quote
from vitrina.pages.quotations import quote as quotation
from vitrina.pages.shared import executors, programme_values
from vitrina.pages.views import View, register
from vitrina.words import Words
from vitrina.words.capitals import first_upper
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
            **programme_values(context),
            "count": len(programme.gaps),
            "groups": missing_lists(context),
            "executors": executors(context),
            # Else it is not the office's own.
            "mail_address": city.contacts.mail_address if city.is_official else "",
        },
        charts={},
    )


def missing_lists(context: Context) -> list[MissingList]:
    """What is missing, that which a document promises first."""
    return [
        _missing_list(context, found)
        for promised in (True, False)
        if (found := [gap for gap in context.programme.gaps if bool(gap.promised) == promised])
    ]


def _missing_list(context: Context, found: Sequence[Gap]) -> MissingList:
    russian = replace(context, words=Words(SOURCE_LANGUAGE))
    subject = russian.words.say("Запрос сведений о программе «{programme}»", programme=russian.programme_name)
    promises = {gap.promised for gap in found if gap.promised}
    is_russian_in_part = any(has_foreign(context.plain("gaps", gap.id, "ask")) for gap in found)
    return MissingList(
        promised=bool(promises),
        items=tuple(_missing(context, gap) for gap in found),
        documents=len(promises),
        letter=_letter(russian, found),
        translation=() if context.words.language == SOURCE_LANGUAGE or is_russian_in_part else _letter(context, found),
        mail=f"?subject={quote(subject)}",
    )


def _missing(context: Context, gap: Gap) -> MissingThing:
    language = context.words.language
    return MissingThing(
        id=gap.id,
        what=context.plain("gaps", gap.id, "what"),
        why=context.plain("gaps", gap.id, "why"),
        document=context.programme.text("documents", gap.promised, "title", language).text if gap.promised else "",
        quote=quotation(context, gap.quotation, context.official("gaps", gap.id, "words")) if gap.quotation else None,
    )


def _letter(context: Context, found: Sequence[Gap]) -> tuple[str, ...]:
    """One thing is asked for in a sentence, several by numbers, so that what is not wanted is easily struck out."""
    words, funding, city = context.words, context.funding, context.dataset.city
    executors = [
        context.programme.text("passport", entry.id, "value", words.language).text
        for entry in context.programme.entries("executor")
    ]
    office = untranslated(city.contacts.organisation, words.language) if city.is_official else ""
    to = office or ", ".join(executors) or first_upper(context.naming.authority)
    asks = [context.plain("gaps", gap.id, "ask") for gap in found]
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
        exists=lambda context: bool(context.programme.gaps),
        sought=sentence("чего нет|чего не хватает|запрос|как пожаловаться|жалоба|обращение|куда написать|нет данных"),
        onward=(sentence("Чего нет"), sentence("Что не опубликовали и как это запросить")),
    )
)
