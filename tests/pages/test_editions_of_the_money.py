"""Pages of a programme whose newest edition tells the money of some years, or of none."""

from dataclasses import replace
from functools import cache

import pandas as pd
import pytest

from support.datasets import DIVNOGORSK
from vitrina.dataset.programme import Dataset
from vitrina.measures.loading import load_dataset
from vitrina.pages.page import write_page
from vitrina.pages.site import make_site
from vitrina.pages.year_lists import years_list
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

BY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
SHOWN_ON = ("", "education/funding")


@cache
def followed_by(first: int | None) -> Dataset:
    """Divnogorsk's programme and an edition after it, which repeats the money from `first` on; None: no money."""
    dataset = load_dataset(DIVNOGORSK).dataset
    assert dataset
    [programme] = dataset.programmes
    edition = replace(programme.edition, id="edition-2", sequence=programme.edition.sequence + 1)
    titles = {("documents", edition.id, "title"): "Новая редакция"}
    money = programme.money
    repeated = money[money["year"] >= first].assign(document=edition.id) if first else money[:0]
    own = replace(
        programme,
        documents=(*programme.documents, edition),
        money=pd.concat([money, repeated], ignore_index=True),
        texts=replace(programme.texts, russian={**programme.texts.russian, **titles}),
        questions=(),
        gaps=(),
    )
    return replace(dataset, programmes=(own,))


def written(dataset: Dataset, language: Language) -> dict[str, str]:
    words = Words(language)
    pages = (page for page in make_site(dataset, words).pages if page.place.folder in SHOWN_ON)
    return {page.place.folder: _plain(write_page(page, words, lambda _: "")) for page in pages}


def _plain(text: str) -> str:
    """Without the marks that keep a line from being broken."""
    return text.replace("\u2060", "").replace("\xa0", " ")


def history(language: Language, years: str = "") -> str:
    return _plain(
        Words(language)
        .say("{years}: это последний план прежних редакций. Нынешняя этих лет уже не описывает.", years=years)
        .strip(": ")
    )


def earlier(language: Language, title: str = "") -> str:
    return _plain(
        Words(language).say(
            "Суммы здесь из прежнего документа: {document}. Сумм новой редакции в таблицах сайта ещё нет.",
            document=title,
        )
    )


@BY_LANGUAGE
def test_money_of_an_earlier_edition_is_told_with_that_edition(language: Language) -> None:
    dataset = followed_by(None)
    [programme] = dataset.programmes
    title = programme.text("documents", programme.documents[0].id, "title", language).text
    pages = written(dataset, language)
    assert set(pages) == set(SHOWN_ON)
    for text in pages.values():
        assert earlier(language, title[0].lower() + title[1:]) in text
        assert history(language) not in text


@BY_LANGUAGE
def test_years_that_the_edition_leaves_out_are_told_as_the_earlier_ones(language: Language) -> None:
    words = Words(language)
    for text in written(followed_by(2020), language).values():
        assert history(language, years_list(words, range(2014, 2020))) in text


@BY_LANGUAGE
def test_an_edition_of_all_the_years_needs_no_word_on_where_its_money_is_from(language: Language) -> None:
    for text in written(followed_by(2014), language).values():
        assert history(language) not in text
        assert earlier(language).split(":")[0] not in text
