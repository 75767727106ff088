"""The words by which people look for a page, from keywords.csv: the page carries them, nobody sees them there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vitrina.dataset.subjects import forms_of
from vitrina.pages.context import Context
from vitrina.pages.page import Page


def with_keywords(pages: Iterable[Page], contexts: Sequence[Context]) -> tuple[Page, ...]:
    """The pages, each with its words. A page of the whole site has those of every programme."""
    return tuple(replace(page, keywords=", ".join(dict.fromkeys(_keywords(page, contexts)))) for page in pages)


def _keywords(page: Page, contexts: Iterable[Context]) -> Iterator[str]:
    for context in contexts:
        own = f"{context.programme.id}/"
        inside = page.place.folder.startswith(own)
        if not inside and "/" in page.place.folder:
            continue
        key = page.place.folder.removeprefix(own)
        found = context.programme.text_or_none("keywords", key, "keywords", context.words.language)
        if found and found.language == context.words.language:
            yield from forms_of(found.text)
