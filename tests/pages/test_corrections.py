"""What the site had wrong and has mended stands on its page, in the feed and among the changes for programs."""

import json

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, elements_of, pages_of, site_of
from vitrina.open_data.api import api_files
from vitrina.open_data.news import news
from vitrina.words.numbers import Language

PAGE = "schools/corrections"
LATEST_FIRST = ["mended-repairs", "mended-clubs", "mended-queue"]


def test_each_correction_says_what_it_was_what_it_is_now_when_and_where() -> None:
    items = elements_of(dataset_in(SAMPLE), "ru")[PAGE].findall(".//ol/li")
    assert [heading.get("id") for item in items for heading in item.iter("h2")] == LATEST_FIRST
    told = [" ".join("".join(item.itertext()).split()) for item in items]
    assert "Было: 19 детей" in told[2]
    assert "Стало: 9 детей" in told[2]
    assert (
        "Ошибка стояла с 20 марта 2024 года. Исправлено 8 апреля 2024 года. Кто заметил: Ирина Придуманная." in told[2]
    )
    assert "observations.csv, queue-2023, «Значение»" in told[2]
    assert "Ошибка стояла" not in told[1]
    assert "Кто заметил" not in told[0] + told[1]
    links = [link.get("href") for item in items for link in item.iter("a")]
    assert links == ["../execution/", "../indicators/clubs-5-18/", "../indicators/queue/"]


def test_a_programme_without_corrections_has_no_page_of_them_and_the_site_says_so() -> None:
    pages = pages_of(dataset_in(DIVNOGORSK), "ru")
    assert not any(place.endswith("corrections") for place in pages)
    assert "## Записей об исправлениях пока нет" in pages["about"]


@pytest.mark.parametrize(
    ("language", "heading"),
    [("ru", "На сайте исправили 3 ошибки"), ("en", "3 mistakes on this site have been corrected")],
)
def test_the_page_about_the_site_counts_them_and_leads_there(language: Language, heading: str) -> None:
    page = pages_of(dataset_in(SAMPLE), language)["about"]
    assert f"## {heading} ".replace(" ", "\u00a0") in page.replace(" ", "\u00a0")
    assert "](../schools/corrections/index.md)" in page
    assert "parks/corrections" not in page


def test_the_feed_tells_of_each_between_the_documents_of_its_time() -> None:
    context = next(one for one in site_of(dataset_in(SAMPLE), "ru").contexts if one.programme.id == "schools")
    pieces = [piece for piece in news(context) if piece.day]
    assert [piece.day for piece in pieces] == sorted((piece.day for piece in pieces if piece.day), reverse=True)
    mended = [piece for piece in pieces if piece.page == "corrections"]
    assert [piece.id for piece in mended] == [f"ru/schools/{identity}/correction" for identity in LATEST_FIRST]
    assert mended[2].title == "Исправлено на сайте: очередь в детские сады в 2023 году"
    assert mended[2].text[:2] == ("Было: 19 детей.", "Стало: 9 детей.")


def test_programs_read_them_among_the_changes() -> None:
    for context in site_of(dataset_in(SAMPLE), "ru").contexts:
        files = dict(api_files(context))
        listed = json.loads(files[f"{context.programme.id}/data/v1/changes.json"])["corrections"]
        assert [one["id"] for one in listed] == (LATEST_FIRST if context.programme.id == "schools" else [])
        for one in listed:
            assert one["mended"] >= (one["since"] or one["mended"])
