"""What pages say by themselves is true of any territory, any kind of programme, any subject, and of their publisher."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pages.saying import saying
from pages.seen import seen
from support.datasets import BATTERY, DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, site_of
from vitrina.dataset.programme import Dataset, Programme
from vitrina.dataset.territory import TERRITORIES, kind_of_name, read_kind
from vitrina.pages.naming import naming_of
from vitrina.pages.page import Page, write_page
from vitrina.pages.site import Site, make_site
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

PRESUMED = {
    "ru": re.compile(r"\b(?:город|муниципал|образован|школ|детск|сад[аыуик]|учени|администрац)\w*", re.IGNORECASE),
    "en": re.compile(r"\b(?:city|cities|town|municipal|educat|school|kindergarten|administration)\w*", re.IGNORECASE),
}


NAMES_OF_FILES = re.compile(r"contentUrl[^,]*|city\.yml")
"""They are made of ids, and a table may call it what it likes."""


def roads_of_an_oblast(source: Path, is_official: bool) -> Dataset:
    """The dataset with every text of its tables about roads."""
    made = saying(dataset_in(source), "Дороги")
    assert isinstance(made, Dataset)
    city = replace(
        made.city,
        territory=TERRITORIES["oblast"],
        name={"ru": "Вымышленская область", "en": "Imagined Oblast"},
        genitive="Вымышленской области",
        is_official=is_official,
        contacts=made.city.contacts.model_copy(update={"email": "", "phone": "", "address": "", "organisation": ""}),
    )
    return replace(made, city=city, programmes=tuple(map(about_roads, made.programmes)))


def about_roads(programme: Programme) -> Programme:
    """What tells rows of a table apart is a road of its own."""
    parts = programme.money["of_which"]
    roads = {name: f"Дорога {number}" for number, name in enumerate(parts.unique()) if name}
    indicators = tuple(replace(one, theme=f"Мост {number}") for number, one in enumerate(programme.indicators))
    money = programme.money.assign(of_which=parts.replace(roads))
    return replace(programme, id=f"roads-{programme.id[:1]}", money=money, indicators=indicators)


def said(page: Page, words: Words) -> str:
    """All that a reader, a screen reader and a search engine get of a page."""
    shown = seen(write_page(page, words, lambda _: ""))
    told = NAMES_OF_FILES.sub("", shown.text)
    return " ".join((page.title, page.description, page.status, told, *shown.labels))


def presumed(site: Site, words: Words) -> Iterator[tuple[str, str]]:
    frames = (site.frame, *site.frames.values())
    around = " ".join(text for frame in frames for text in (frame.edition_note, frame.licence_note, frame.warning))
    texts = {"frame": around, **{page.place.folder: said(page, words) for page in site.pages}}
    for where, text in texts.items():
        if where.endswith("data/dictionary"):  # what a cell of any programme may hold
            continue
        for found in PRESUMED[words.language].finditer(text):
            yield where, text[max(found.start() - 40, 0) : found.end() + 40]


@pytest.mark.parametrize(
    ("source", "language", "is_official"),
    [(SAMPLE, "ru", True), (BATTERY, "en", False), pytest.param(SAMPLE, "en", False, marks=pytest.mark.thorough)],
)
def test_the_roads_of_an_oblast_are_no_matter_of_a_city_nor_of_schools(
    source: Path, language: Language, is_official: bool
) -> None:
    words = Words(language)
    site = make_site(roads_of_an_oblast(source, is_official), words)
    assert len(site.pages) > 30
    assert list(presumed(site, words)) == []


CALLED = {
    "ru": {
        "": ("Муниципальная программа «Система образования", "Столько записано в программе города"),
        "about": ("За документ отвечает администрация города",),
        "education/gaps": ("на сайте администрации города", "сведения о муниципальной программе «"),
    },
    "en": {
        "": ("Municipal programme “The Education System", "the city’s programme sets aside"),
        "about": ("The city’s administration answers for the document",),
        "education/gaps": ("the site of the city’s administration", "the municipal programme “"),
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_city_is_called_a_city(language: Language) -> None:
    words = Words(language)
    pages = {page.place.folder: page for page in site_of(dataset_in(DIVNOGORSK), language).pages}
    for folder, sentences in CALLED[language].items():
        text = said(pages[folder], words)
        assert [sentence for sentence in sentences if sentence not in text] == []


@pytest.mark.parametrize(
    ("kind", "genitive", "authority", "publisher"),
    [
        ("city", "Дивногорска", "администрация города", "официальный сайт администрации Дивногорска"),
        ("district", "Минского района", "администрация района", "официальный сайт администрации Минского района"),
        ("urban-okrug", "Минского округа", "администрация округа", "официальный сайт администрации Минского округа"),
        ("krai", "Пермского края", "правительство края", "официальный сайт правительства Пермского края"),
        ("oblast", "Псковской области", "правительство области", "официальный сайт правительства Псковской области"),
        ("republic", "Республики Алтай", "правительство республики", "официальный сайт правительства Республики Алтай"),
        ("federal-city", "Севастополя", "правительство города", "официальный сайт правительства Севастополя"),
    ],
)  # fmt: skip
def test_whose_programme_and_whose_site_it_is(kind: str, genitive: str, authority: str, publisher: str) -> None:
    real = dataset_in(DIVNOGORSK)
    city = replace(real.city, territory=TERRITORIES[kind], genitive=genitive, is_official=True)
    naming = naming_of(city, real.programmes[0], Words("ru"))
    assert (naming.authority, naming.publisher) == (authority, publisher)
    retold = naming_of(replace(city, is_official=False), real.programmes[0], Words("ru"))
    assert retold.publisher == "неофициальный пересказ"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Муниципальная программа «Система образования»", "municipal"),
        ("Государственная программа Псковской области «Дороги»", "state"),
        ("Ведомственная целевая программа «Мосты»", "departmental"),
        ("Государственная поддержка сёл", None),
        ("Развитие муниципальной службы", None),
    ],
)
def test_the_kind_of_a_programme_is_read_off_the_beginning_of_its_name(name: str, kind: str | None) -> None:
    assert kind_of_name(name) == kind


def test_the_passport_may_say_the_kind_in_other_words() -> None:
    assert read_kind("Вид программы: ведомственная") == "departmental"
    assert read_kind("Краевая целевая") is None
