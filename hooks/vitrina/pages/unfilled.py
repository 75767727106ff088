"""What is still to be filled in, for the overview of a programme that has just been begun."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vitrina.dataset.unfilled import USUAL
from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.words.foreign import untranslated

Wanted = tuple[str, str]
"""Where, and what."""

_OF_MONEY = {"funding", "years", "year", "check"}
"""The kinds of page that tell of amounts, and that there are none."""


def is_begun(contexts: Iterable[Context]) -> bool:
    """Whether cells say themselves that nobody has filled them in; of a finished programme none does."""
    return any(context.programme.unfilled for context in contexts)


def wanted(contexts: Sequence[Context]) -> tuple[Wanted, ...]:
    """All that is empty in programmes that have been begun; nothing where there is no such."""
    begun = [context for context in contexts if is_begun([context])]
    found = [one for context in begun for one in _of_programme(context)]
    return (*found, *_of_city(begun[0])) if begun else ()


def _of_programme(context: Context) -> Iterable[Wanted]:
    words, programme = context.words, context.programme
    for cell in programme.unfilled:
        where = words.say(
            "{file}, строка {row}, «{title}»",
            file=f"{programme.id}/{cell.file}",
            row=cell.row,
            title=words.title(cell.title),
        )
        yield where, untranslated(cell.what, words.language)
    for table in USUAL:
        if table.name not in programme.tables:
            what = words.say("строки таблицы «{title}»", title=words.message(table.title))
            yield f"{programme.id}/{table.name}.csv", what


def _of_city(context: Context) -> Iterable[Wanted]:
    words, contacts = context.words, context.dataset.city.contacts
    if not any((contacts.organisation, contacts.email, contacts.phone, contacts.address)):
        yield "city.yml, contacts", words.say("кому писать о данных")


def with_unfilled(pages: Iterable[Page], contexts: Iterable[Context]) -> tuple[Page, ...]:
    """The pages, and in the place of what is made of money, of a begun programme without any, that there is none yet.

    Of an amount that nobody has entered they would say that the document does not tell it.
    """
    begun = {context.programme.id for context in contexts if is_begun([context]) and context.programme.money.empty}
    return tuple(
        replace(page, is_unfilled=page.place.programme in begun and page.kind.name in _OF_MONEY) for page in pages
    )
