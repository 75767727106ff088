"""Which pages of the site make a programme's report, and in which order they are read."""

from dataclasses import dataclass

from vitrina.addresses import Place
from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.pages.site import Site

_ORDER = (
    "home", "goals", "funding", "year", "execution", "subprogramme", "measures", "assignments", "indicators",
    "indicator", "progress", "evaluation", "situation", "risks", "questions", "check", "gaps", "changes", "documents",
    "about", "glossary",
)  # fmt: skip
"""The templates of pages as a reader wants them: what it comes to, then the money, then what came of it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the site as a part of the report."""

    place: Place
    template: str
    title: str
    is_nested: bool
    """It belongs to the chapter before it: a year of the money, one of the indicators."""

    @property
    def anchor(self) -> str:
        """Where links to the page lead within the report."""
        return anchor_of(self.place)


def anchor_of(place: Place, inside: str = "") -> str:
    """A name for a page of the site, or for a spot of it, that no other page of the report has."""
    page = "page-" + place.folder.replace("/", "-")
    return f"{page}--{inside}" if inside else page


def chapters_of(site: Site, context: Context) -> tuple[Chapter, ...]:
    """All pages of one programme, its overview first, then those that all programmes share."""
    pages = [page for page in site.pages if _belongs(page, context) and page.place != context.site.home]
    known = {template: position for position, template in enumerate(_ORDER)}
    pages.sort(key=lambda page: known.get(page.template, known["about"] - 0.5))  # a new kind of page is not left out
    return tuple(Chapter(page.place, page.template, page.title, page.place.folder.count("/") > 1) for page in pages)


def _belongs(page: Page, context: Context) -> bool:
    owner = page.place.folder.partition("/")[0]
    others = {programme.id for programme in context.dataset.programmes} - {context.programme.id}
    return owner not in others
