"""The words by which people look for the pages that every programme has."""

import pytest

from support.datasets import SAMPLE
from support.rendered import dataset_in, site_of
from vitrina.pages.page import write_page
from vitrina.pages.site import Site
from vitrina.pages.views import views
from vitrina.search.names import _SECTIONS
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language

NAMED = {"indicator", "document"}
PEAK = {"ru": "самый большой год", "en": "biggest year"}


@pytest.fixture(scope="module", params=LANGUAGES)
def site(request: pytest.FixtureRequest) -> Site:
    return site_of(dataset_in(SAMPLE), request.param)


def language_of(site: Site) -> Language:
    return site.contexts[0].words.language


def test_every_kind_of_page_is_found_by_words_of_its_kind(site: Site) -> None:
    """The sample has every kind but the overview of a site of one programme. Some are found by their own names."""
    assert {page.template for page in site.pages} - NAMED == {view.kind.name for view in views() if view.sought}
    assert [page.place.folder for page in site.pages if page.template not in NAMED and not page.keywords] == []


def test_only_the_year_with_the_most_money_is_the_biggest(site: Site) -> None:
    for context in site.contexts:
        totals = context.measures.funding.totals
        most = [year for year, total in totals.items() if total == max(totals.values())]
        years = [
            page
            for page in site.pages
            if page.template == "year" and page.place.folder.startswith(f"{context.programme.id}/")
        ]
        biggest = [page.values["year"] for page in years if PEAK[language_of(site)] in page.keywords]
        assert biggest == (most if len(most) == 1 and len(totals) > 1 else [])


def test_every_section_with_words_of_its_own_is_there(site: Site) -> None:
    missing = []
    for template, anchor in ((template, anchor) for template, anchors in _SECTIONS.items() for anchor in anchors):
        pages = [page for page in site.pages if page.template == template]
        written = "".join(write_page(page, site.contexts[0].words, lambda _: "") for page in pages)
        if f"#{anchor} " not in written:
            missing.append(f"{template}#{anchor}")
    assert missing == []
