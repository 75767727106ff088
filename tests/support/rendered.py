"""The tests' datasets as sites and pages without pictures, each made once for all tests of a process."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar
from xml.etree.ElementTree import Element

from support.elements import elements_in
from vitrina.dataset.programme import Dataset
from vitrina.measures.loading import load_dataset
from vitrina.open_data.data_files import made_files
from vitrina.pages.context import Context
from vitrina.pages.observed import profiles_of
from vitrina.pages.page import Page, write_page
from vitrina.pages.shared import programme_values
from vitrina.pages.site import Site, make_site, pages_of_view
from vitrina.pages.views import ViewInputs, view_of
from vitrina.words import Words
from vitrina.words.numbers import Language

_Made = TypeVar("_Made")


@cache
def dataset_in(folder: Path) -> Dataset:
    reading = load_dataset(folder)
    assert reading.dataset is not None, reading.problems[:3]
    return reading.dataset


@cache
def site_of(dataset: Dataset, language: Language) -> Site:
    return make_site(dataset, Words(language))


class _WhenAsked(Mapping[str, _Made]):
    """What each page becomes, made when a test first asks for it: most look at one page of a site."""

    def __init__(self, places: Iterable[str], make: Callable[[str], _Made]) -> None:
        self._places, self._make = tuple(places), cache(make)

    def __getitem__(self, place: str) -> _Made:
        if place not in self._places:
            raise KeyError(place)
        return self._make(place)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


@cache
def pages_of(dataset: Dataset, language: Language) -> Mapping[str, str]:
    """The text of each page, by the folder that it gets on the site."""
    words = Words(language)
    pages = {page.place.folder: page for page in site_of(dataset, language).pages}
    return _WhenAsked(pages, lambda place: write_page(pages[place], words, lambda _: ""))


def told(page: Page, context: Context) -> Page:
    """A page that was made by itself, with what every page of its programme is told."""
    return replace(page, values={**programme_values(context), **page.values})


def pages_of_kind(context: Context, kind: str) -> list[Page]:
    """Those of a programme, made without the others."""
    view = view_of(kind)
    if not view.exists(context):
        return []
    return list(pages_of_view(view, ViewInputs(context, profiles_of(context), [context], ())))


files_of = cache(made_files)
"""The files of a programme's tables, by path."""


@cache
def elements_of(dataset: Dataset, language: Language) -> Mapping[str, Element]:
    """The same, read as a browser would read it."""
    pages = pages_of(dataset, language)
    return _WhenAsked(pages, lambda place: elements_in(pages[place]))
