"""«Чего в данных нет»: each missing thing, why it matters, where the document leaves it out, and a letter that asks."""

from dataclasses import dataclass, replace
from urllib.parse import quote

from vitrina.dataset.subjects import Gap
from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.pages.quotations import Quote
from vitrina.pages.quotations import quote as quotation
from vitrina.pages.shared import executors, programme_values, trail
from vitrina.words import Words
from vitrina.words.capitals import first_upper
from vitrina.words.foreign import has_foreign, untranslated


@dataclass(frozen=True, slots=True)
class Letter:
    """A request under the law on access to information, paragraph by paragraph."""

    paragraphs: tuple[str, ...]
    subject: str
    short: str
    """What goes into the body of a mail: an address must not grow too long."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One missing thing as the page shows it."""

    id: str
    what: str
    why: str
    document: str
    """The title of the document that would tell it; empty where none is promised."""
    quote: Quote | None
    """The words that leave it out."""
    letter: Letter
    """In Russian: it goes to a Russian office."""
    translation: Letter | None
    """None on a Russian page, and where what is asked for has no translation."""
    mail: str
    """The part of a mail's address after the addressee."""


def gaps(context: Context) -> Page:
    """The page of what the document does not tell."""
    words, programme = context.words, context.programme
    shown = [(gap, _missing(context, gap)) for gap in programme.gaps]
    city = context.dataset.city
    email = city.contacts.email if city.is_official else ""  # else it is not the office's own
    return Page(
        place=context.places.gaps,
        template="gaps",
        title=words.say("gaps.title"),
        description=words.say("gaps.description"),
        values={
            **programme_values(context),
            "count": len(shown),
            "groups": [
                (promised, [missing for gap, missing in shown if bool(gap.promised) == promised])
                for promised in (True, False)
            ],
            "executors": executors(context),
            "mail_address": quote(email, safe="@"),
        },
        charts={},
        trail=trail(context),
    )


def _missing(context: Context, gap: Gap) -> Missing:
    language = context.words.language
    russian = replace(context, words=Words("ru"))
    letter = _letter(russian, gap)
    mail = f"?subject={quote(letter.subject)}&body={quote(letter.short)}"
    return Missing(
        id=gap.id,
        what=context.plain("gaps", gap.id, "what"),
        why=context.plain("gaps", gap.id, "why"),
        document=context.programme.text("documents", gap.promised, "title", language).text if gap.promised else "",
        quote=quotation(context, gap.quotation, context.official("gaps", gap.id, "words")) if gap.quotation else None,
        letter=letter,
        translation=None
        if language == "ru" or has_foreign(context.plain("gaps", gap.id, "ask"))
        else _letter(context, gap),
        mail=mail,
    )


def _letter(context: Context, gap: Gap) -> Letter:
    words, funding, city = context.words, context.funding, context.dataset.city
    executors = [
        context.programme.text("passport", entry.id, "value", words.language).text
        for entry in context.programme.entries("executor")
    ]
    office = untranslated(city.contacts.organisation, words.language) if city.is_official else ""
    to = office or ", ".join(executors) or first_upper(context.naming.authority)
    ask = words.say("gaps.letter.what", ask=context.plain("gaps", gap.id, "ask"))
    about = words.say(
        "gaps.letter.ask",
        about=words.say(f"naming.{context.naming.kind}.about"),
        programme=context.programme_name,
        first=funding.first_year,
        last=funding.last_year,
    )
    ending = (words.say("gaps.letter.elsewhere"), words.say("gaps.letter.answer"), words.say("gaps.letter.name"))
    return Letter(
        paragraphs=(words.say("gaps.letter.to", organisation=to), about, ask, *ending),
        subject=words.say("gaps.letter.subject", what=context.plain("gaps", gap.id, "what")),
        short=f"{about}\r\n{ask}\r\n",
    )
