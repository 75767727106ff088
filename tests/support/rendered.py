"""The tests' datasets as sites and pages without pictures, each made once for all tests of a process."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from support.elements import elements_in
from vitrina.dataset.programme import Dataset
from vitrina.measures.checked import read_checked
from vitrina.pages.context import Context
from vitrina.pages.observed import profiles_of
from vitrina.pages.page import Page, write_page
from vitrina.pages.site import Site, make_site
from vitrina.pages.views import ViewInputs, view_of
from vitrina.words import Words
from vitrina.words.numbers import Language


@cache
def dataset_in(folder: Path) -> Dataset:
    reading = read_checked(folder)
    assert reading.dataset is not None, reading.problems[:3]
    return reading.dataset


@cache
def site_of(dataset: Dataset, language: Language) -> Site:
    return make_site(dataset, Words(language))


@cache
def pages_of(dataset: Dataset, language: Language) -> Mapping[str, str]:
    """The text of each page, by the folder that it gets on the site."""
    words = Words(language)
    return {page.place.folder: write_page(page, words, lambda _: "") for page in site_of(dataset, language).pages}


def pages_of_kind(context: Context, kind: str) -> list[Page]:
    """Those of a programme, made without the others."""
    view = view_of(kind)
    return list(view.make(ViewInputs(context, profiles_of(context), [context], ()))) if view.exists(context) else []


@cache
def elements_of(dataset: Dataset, language: Language) -> Mapping[str, Element]:
    """The same, read as a browser would read it."""
    pages = pages_of(dataset, language)
    return {place: elements_in(text) for place, text in pages.items()}
