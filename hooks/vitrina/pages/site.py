"""All pages of the site in one language, and the frame that stands around them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from altair.utils.schemapi import debug_mode

from vitrina.dataset.programme import Dataset
from vitrina.pages.about import about
from vitrina.pages.accessibility import accessibility
from vitrina.pages.assignments import assignment_pages
from vitrina.pages.changes import change_pages
from vitrina.pages.check import check
from vitrina.pages.context import Context, programme_context
from vitrina.pages.document_status import with_status
from vitrina.pages.evaluation import evaluation_pages
from vitrina.pages.execution import execution_pages
from vitrina.pages.frame import Frame, programme_frame, site_frame
from vitrina.pages.funding import funding
from vitrina.pages.gaps import gaps
from vitrina.pages.glossary import glossary
from vitrina.pages.goal_pages import goal_pages
from vitrina.pages.home import home
from vitrina.pages.indicators import indicator_pages
from vitrina.pages.keywords import with_keywords
from vitrina.pages.markdown import as_html
from vitrina.pages.measures import measure_pages
from vitrina.pages.observed import Told, tell
from vitrina.pages.page import Page
from vitrina.pages.programmes import programmes
from vitrina.pages.questions import questions
from vitrina.pages.year import year_page
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
    told: Mapping[str, Mapping[str, Told]]
    """By programme, its indicators with all that the pages say of them."""

    @property
    def tabs(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.in_navigation)

    def for_theme(self) -> dict[str, object]:
        """What stands around the pages, as the theme's templates take it from `config.extra`."""
        return {**self.frame.for_theme(), "programmes": {key: frame.for_theme() for key, frame in self.frames.items()}}


def make_site(dataset: Dataset, words: Words) -> Site:
    """All pages in one language. Nothing is drawn or written yet.

    Altair would hold every part of every chart against its schema, at a tenth of the build: the tests do that.
    """
    with debug_mode(False):
        return _made(dataset, words)


def _made(dataset: Dataset, words: Words) -> Site:
    contexts = [programme_context(dataset, programme, words) for programme in dataset.programmes]
    first = contexts[0]
    last = about(contexts)
    told = [tell(context) for context in contexts]
    own = [page for context, its in zip(contexts, told, strict=True) for page in _programme_pages(context, its, last)]
    front = home(first, first.site.home, told[0]) if first.is_alone else programmes(contexts, own)
    pages = [front, *own, last, accessibility(contexts)]
    if any(context.programme.glossary for context in contexts):
        pages.append(glossary(contexts, pages))
    frames = {} if first.is_alone else {each.programme.id: programme_frame(each, pages) for each in contexts}
    shown = with_status(with_keywords(pages, contexts), contexts)
    by_programme = {context.programme.id: its for context, its in zip(contexts, told, strict=True)}
    return Site(shown, site_frame(contexts, pages), frames, tuple(contexts), by_programme)


def _programme_pages(context: Context, told: Mapping[str, Told], about_site: Page) -> list[Page]:
    """A programme's own part of the site, its overview first."""
    overview = home(context, context.places.overview, told)
    overview = replace(overview, is_found=not context.is_alone)  # else the front page is
    pages = [overview, funding(context)]
    pages += [year_page(context, year) for year in context.funding.years]
    pages += execution_pages(context)
    pages += measure_pages(context)
    pages += assignment_pages(context)
    pages += goal_pages(context, told)
    pages += indicator_pages(context, told)
    pages += evaluation_pages(context, told)
    pages += [*change_pages(context), check(context)]
    if context.programme.gaps:
        pages.append(gaps(context))
    if context.programme.questions:
        pages.append(questions(context, [*pages, about_site]))
    return pages


def navigation(site: Site) -> list[dict[str, object]]:
    """The tabs as MkDocs' settings have them: titles as HTML and pages; each of several programmes has its own."""
    listed: list[dict[str, object]] = []
    for owner, pages in groupby(site.tabs, key=lambda page: page.place.folder.partition("/")[0]):
        tabs: list[dict[str, object]] = [{as_html(page.title): page.place.markdown} for page in pages]
        listed += [{as_html(site.frames[owner].programme): tabs}] if owner in site.frames else tabs
    return listed
