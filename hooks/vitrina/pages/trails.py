"""The breadcrumbs of every page: the front page, the overview of its programme, and the pages above its kind."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from vitrina.addresses import Place
from vitrina.addresses.kinds import kind_named
from vitrina.pages.context import Context
from vitrina.pages.page import Page


def with_trails(pages: Sequence[Page], contexts: Sequence[Context]) -> tuple[Page, ...]:
    """The pages, each with the titles and places of those above it that there are."""
    titles = {page.place: page.title for page in pages}
    titles |= {context.places.overview: context.short_name for context in contexts if not context.is_alone}
    by_programme = {context.programme.id: context for context in contexts}
    return tuple(replace(page, trail=tuple(_above(page, by_programme, titles))) for page in pages)


def _above(page: Page, contexts: Mapping[str, Context], titles: Mapping[Place, str]) -> Iterator[tuple[str, Place]]:
    front = Place("")
    if page.place == front or not page.is_found:
        return
    places = [front]
    context = contexts.get(page.place.programme)
    if context and page.place != context.places.overview:
        places += [] if context.is_alone else [context.places.overview]
        places += reversed([context.places[parent] for parent in _parents(page)])
    yield from ((titles[place], place) for place in places if place in titles)


def _parents(page: Page) -> Iterable[str]:
    """The nearest first."""
    parent = page.kind.parent
    while parent:
        yield parent
        parent = kind_named(parent).parent
