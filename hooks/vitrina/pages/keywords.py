"""The words by which people look for a page: those of its kind, and those of keywords.csv. Nobody sees them on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vitrina.dataset.tables.answers import forms_of
from vitrina.pages.context import Context, Subprogramme
from vitrina.pages.page import Page
from vitrina.pages.views import view_of
from vitrina.words import Words


def with_keywords(pages: Iterable[Page], contexts: Sequence[Context]) -> tuple[Page, ...]:
    """The pages, each with its words, the dataset's first. A page of the whole site has those of every programme."""
    return tuple(replace(page, keywords=", ".join(dict.fromkeys(_keywords(page, contexts)))) for page in pages)


def _keywords(page: Page, contexts: Sequence[Context]) -> Iterator[str]:
    owner = None
    for context in contexts:
        own = f"{context.programme.id}/"
        inside = page.place.folder.startswith(own)
        if not inside and "/" in page.place.folder:
            continue
        owner = context if inside else owner
        key = page.place.folder.removeprefix(own)
        found = context.programme.text_or_none("keywords", key, "keywords", context.words.language)
        if found and found.language == context.words.language:
            yield from forms_of(found.text)
    yield from _of_its_kind(page, contexts[0].words)
    if page.template == "year" and owner and owner.measures.funding.peak_year == page.values["year"]:
        yield from forms_of(
            contexts[0].words.say(
                "самый большой год|больше всего денег|в каком году больше всего денег|самый дорогой год|самый "
                "большой бюджет|наибольшая сумма|максимум|рекорд|пик"
            )
        )


def _of_its_kind(page: Page, words: Words) -> tuple[str, ...]:
    sought = view_of(page.template).sought
    if not sought:
        return ()
    line = page.values.get("line")
    number = line.number if isinstance(line, Subprogramme) else None
    return forms_of(words.say(sought, year=page.values.get("year"), number=number))
