"""Pages of programmes with one source of money and with nine, under ids of the city's own choosing."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, pages_of
from vitrina.charts.chart import COLOURS, slot
from vitrina.dataset.programme import Dataset, Source
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language

FUNDING, YEAR = "education/funding", "education/funding/2016"
BY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
RUSSIAN_AS_A_RULE = pytest.mark.parametrize("language", ["ru", pytest.param("en", marks=pytest.mark.thorough)])
"""Colours are the same in each."""


@cache
def paid_by(count: int, first: int = 1) -> Dataset:
    """Divnogorsk's programme with so many sources; the first of them gives `first` times as much as each other."""
    dataset = dataset_in(DIVNOGORSK)
    [programme] = dataset.programmes
    local = programme.money[programme.money["source"] == "local"]
    money = [local.assign(source=f"source-{place}") for place in range(count)]
    money[0] = money[0].assign(kopecks=local["kopecks"] * first)
    sources = (
        Source(
            f"source-{place}", *(dict.fromkeys(LANGUAGES, f"{word} {place}") for word in ("Бюджет", "Имя", "платит"))
        )
        for place in range(count)
    )
    own = replace(programme, money=pd.concat(money), questions=())
    return replace(dataset, city=replace(dataset.city, sources=tuple(sources)), programmes=(own,))


@RUSSIAN_AS_A_RULE
@pytest.mark.parametrize("sources", [DIVNOGORSK, SAMPLE, 9], ids=["divnogorsk", "sample", "nine"])
def test_every_colour_on_a_page_is_one_of_the_palette(sources: Path | int, language: Language) -> None:
    dataset = paid_by(sources) if isinstance(sources, int) else dataset_in(sources)
    shown = re.findall(r"v-source-([\w-]*)", "".join(pages_of(dataset, language).values()))
    assert set(shown) <= {slot(place) for place in range(COLOURS)} | {"ink"}
    assert {"1", "2"} <= set(shown)


@RUSSIAN_AS_A_RULE
def test_a_source_has_the_colour_of_its_place_in_the_settings_however_much_it_gives(language: Language) -> None:
    for dataset in (paid_by(3), paid_by(3, first=5)):
        names = re.findall(r'v-source-(\w)"></span><span>\w+ (\d)<', pages_of(dataset, language)[""])
        assert {(slot(int(place)), colour) for colour, place in names} == {(str(n), str(n)) for n in (1, 2, 3)}


@BY_LANGUAGE
def test_with_one_source_nothing_is_compared_with_it(language: Language) -> None:
    pages, compared = pages_of(paid_by(1), language), pages_of(paid_by(2), language)
    for page, mark in (
        ("", 'class="v-mix"'),
        (FUNDING, 'id="sources"'),
        (FUNDING, 'id="shares"'),
        (FUNDING, "v-swatch"),
        (YEAR, 'id="year-sources"'),
        (YEAR, "v-swatch"),
        (YEAR, "<tfoot"),
    ):
        assert mark in compared[page]
        assert mark not in pages[page]
    assert {"ru": "# Платит 0\u00a0всё {", "en": "# Платит 0\u00a0all of it {"}[language] in pages[FUNDING]


@RUSSIAN_AS_A_RULE
@pytest.mark.parametrize(
    ("count", "first", "is_under"), [(2, 1, True), (2, 16, False), (4, 3, True), (4, 9, False), (5, 3, False)]
)
def test_the_second_name_stands_under_its_piece_where_the_rest_has_room(
    count: int, first: int, is_under: bool, language: Language
) -> None:
    assert ("data-first" in pages_of(paid_by(count, first), language)[""]) == is_under
