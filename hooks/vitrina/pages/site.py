"""All pages of the site in one language, and the frame that stands around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from altair.utils.schemapi import debug_mode

from vitrina.dataset.programme import Dataset
from vitrina.pages.context import Context
from vitrina.pages.document_status import with_status
from vitrina.pages.frame import Frame, programme_frame, site_frame
from vitrina.pages.keywords import with_keywords
from vitrina.pages.markdown import as_html
from vitrina.pages.mistakes import mistake_reports
from vitrina.pages.observed import IndicatorProfile, profiles_of
from vitrina.pages.page import Page
from vitrina.pages.shared import programme_values
from vitrina.pages.trails import with_trails
from vitrina.pages.unfilled import with_unfilled
from vitrina.pages.views import View, ViewInputs, views
from vitrina.words import Words


@dataclass(frozen=True, slots=True)
class Site:
    """The pages of one language, the main ones in the order of the tabs."""

    pages: tuple[Page, ...]
    frame: Frame
    frames: Mapping[str, Frame]
    """By programme, for the pages of each; empty with one programme, whose frame is that of the site."""
    contexts: tuple[Context, ...]
    """What the pages are made from, programme by programme."""
    profiles: Mapping[str, Mapping[str, IndicatorProfile]]
    """By programme, its indicators with all that the pages say of them."""

    @property
    def tabs(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.in_navigation)

    def for_theme(self) -> dict[str, object]:
        """What stands around the pages, as the theme's templates take it from `config.extra`."""
        return {**self.frame.for_theme(), "programmes": {key: frame.for_theme() for key, frame in self.frames.items()}}


def make_site(dataset: Dataset, words: Words, address: str = "") -> Site:
    """All pages in one language. Nothing is drawn or written yet. `address` is that of the root of the whole site.

    Altair would hold every part of every chart against its schema, at a tenth of the build: the tests do that.
    """
    with debug_mode(False):
        return _made(dataset, words, address)


def _made(dataset: Dataset, words: Words, address: str) -> Site:
    contexts = tuple(Context(dataset, programme, words, address) for programme in dataset.programmes)
    profiles = {context.programme.id: profiles_of(context) for context in contexts}
    pages = with_unfilled(with_trails(_pages(contexts, profiles), contexts), contexts)
    frames = {} if contexts[0].is_alone else {each.programme.id: programme_frame(each, pages) for each in contexts}
    reports = mistake_reports(dataset.city, words, address)
    shown = tuple(replace(page, reports=reports) for page in with_status(with_keywords(pages, contexts), contexts))
    return Site(shown, site_frame(contexts, pages), frames, contexts, profiles)


def _pages(contexts: Sequence[Context], profiles: Mapping[str, Mapping[str, IndicatorProfile]]) -> Sequence[Page]:
    """The front page, those of every programme, those of the site; within them in the order of their kinds."""
    programmes = [context.programme.id for context in contexts]

    def place(page: Page) -> tuple[bool, int, int]:
        owner = page.place.programme
        return bool(owner), programmes.index(owner) if owner in programmes else len(programmes), page.kind.order

    pages: list[Page] = []
    for _, of_round in groupby(sorted(views(), key=lambda view: view.round), key=lambda view: view.round):
        before = tuple(pages)
        for view in of_round:
            pages += _of_kind(view, contexts, profiles, before)
        pages.sort(key=place)
    return pages


def _of_kind(
    view: View,
    contexts: Sequence[Context],
    profiles: Mapping[str, Mapping[str, IndicatorProfile]],
    before: Sequence[Page],
) -> Iterator[Page]:
    having = [context for context in contexts if view.exists(context)]
    for context in (having and contexts[:1]) if view.kind.is_of_site else having:
        identity = context.programme.id
        seen = [
            page for page in before if view.kind.is_of_site or page.place.programme == identity or page.kind.is_of_site
        ]
        yield from pages_of_view(view, ViewInputs(context, profiles[identity], contexts, seen))


def pages_of_view(view: View, given: ViewInputs) -> Iterator[Page]:
    """The pages of one kind, each with what every page of the programme is told."""
    told = programme_values(given.context)
    for page in view.make(given):
        yield replace(page, values={**told, **page.values})


def navigation(site: Site) -> list[dict[str, object]]:
    """The tabs as MkDocs' settings have them: titles as HTML and pages; each of several programmes has its own."""
    listed: list[dict[str, object]] = []
    for owner, pages in groupby(site.tabs, key=lambda page: page.place.programme):
        tabs: list[dict[str, object]] = [{as_html(page.title): page.place.markdown} for page in pages]
        listed += [{as_html(site.frames[owner].programme): tabs}] if owner in site.frames else tabs
    return listed
