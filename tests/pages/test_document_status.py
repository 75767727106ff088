"""A reader learns at the top of every page, and from every picture, what kind of document its figures are from."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, pages_of, site_of
from vitrina import project
from vitrina.charts.chart import Chart
from vitrina.charts.kit import layout
from vitrina.charts.render.picture import picture
from vitrina.pages.context import Context
from vitrina.pages.document_status import document_status
from vitrina.pages.markdown import as_text
from vitrina.pages.site import Site, make_site
from vitrina.words import Words
from vitrina.words.foreign import in_quotes, shown
from vitrina.words.numbers import Language, unbroken_ranges

ROOT = Path(__file__).parents[2]
EVERY_SITE = pytest.mark.parametrize(
    ("data", "language"), [(data, language) for data in (DIVNOGORSK, SAMPLE) for language in ("ru", "en")]
)


def charts(site: Site) -> list[Chart]:
    return [placed.chart for page in site.pages for placed in page.charts.values()]


@EVERY_SITE
def test_it_stands_right_under_the_heading_of_every_page_and_nowhere_else(data: Path, language: Language) -> None:
    for page in site_of(dataset_in(data), language).pages:
        text = pages_of(dataset_in(data), language)[page.place.folder]
        status = unbroken_ranges(shown(as_text(page.status)))
        assert page.status, page.place
        assert re.search(rf"^# .*\n\n{re.escape(status)}\n{{: \.v-document-status }}$", text, re.MULTILINE), page.place
        _, body = text.split("\n---\n", 1)  # what programs are told of a page stands before that
        assert body.count(status) == 1, page.place


def test_the_number_of_a_document_ends_no_line_in_its_middle() -> None:
    page = pages_of(dataset_in(SAMPLE), "ru")["schools"]
    assert re.search(r"№\s87-\u2060п.*№\s431-\u2060п.*\n{: \.v-document-status }", page)


@EVERY_SITE
def test_every_picture_holds_it_whole_and_says_where_it_is_from(data: Path, language: Language) -> None:
    drawing = '<svg viewBox="0 0 720 400"><rect/></svg>'
    address = "https://city.example/repo/education/funding/#sources"
    shown = [replace(chart, address=address) for chart in charts(site_of(dataset_in(data), language))]
    assert shown
    for chart in shown:
        whole = ElementTree.fromstring(picture(chart, drawing, project.TOKENS))  # noqa: S314  our own
        texts = whole.findall("{http://www.w3.org/2000/svg}text")
        assert chart.status, chart.id
        held = " ".join(text.text or "" for text in texts)
        assert held.endswith(f"{in_quotes(chart.source)} {in_quotes(chart.status)} {address}"), chart.id
        assert "₽" in chart.finding or held.startswith(in_quotes(chart.finding)), chart.id  # a rouble is in letters
        height, width = float(whole.attrib["height"]), float(whole.attrib["width"])
        places = [float(text.attrib["y"]) for text in texts]
        assert all(later > earlier for earlier, later in pairwise(places)), chart.id
        assert places[-1] < height, chart.id
        for text in texts:
            size = float(text.attrib["font-size"])
            right = float(text.attrib["x"]) + layout.text_width(text.text or "", size, "font-weight" in text.attrib)
            assert right <= width, text.text


def test_a_chart_names_where_its_page_stands_once_that_is_known() -> None:
    dataset = dataset_in(DIVNOGORSK)
    assert {chart.address for chart in charts(site_of(dataset, "en"))} == {""}
    for chart in charts(make_site(dataset, dataset.city.words("en"), "https://city.example/repo/")):
        assert re.fullmatch(rf"https://city\.example/repo/en/education/[\w/-]+/#{chart.id}", chart.address)


def status_of(change: Mapping[str, Any], amendment: Mapping[str, Any] | None = None) -> str:
    """Of the sample's education programme with another edition; its latest document is an amendment, or is left out."""
    sample = dataset_in(SAMPLE)
    programme = sample.programme("schools")
    edition = replace(programme.edition, **change)
    documents = [edition]
    if amendment is not None:
        documents.append(replace(edition, id="later", sequence=99, covers="part", **amendment))
    real = replace(sample, city=replace(sample.city, is_sample=False, is_official=False))
    made = replace(programme, documents=tuple(documents))
    context = Context(real, programme, Words("ru"))
    return document_status(replace(context, programme=made))


BLANK = {"date": None, "date_status": "left-blank", "number": None, "number_status": "left-blank"}
NOT_KNOWN = {"date": None, "date_status": "no-data", "number": None, "number_status": "no-data"}
DAY = datetime.date(2021, 9, 30)


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ({}, "Редакция от 3 февраля 2023 года № 87-п · данные по 3 февраля 2023 года"),
        ({"facts_until": DAY}, "Редакция от 3 февраля 2023 года № 87-п · данные по 30 сентября 2021 года"),
        ({"number": None}, "Редакция от 3 февраля 2023 года, номер не указан · данные по 3 февраля 2023 года"),
        (BLANK | {"facts_until": DAY}, "Проект 2021 года, не утверждён · данные по 30 сентября 2021 года"),
        ({"adoption": "draft"}, "Проект от 3 февраля 2023 года, не утверждён · данные по 3 февраля 2023 года"),
        (
            BLANK | {"facts_until": DAY, "adoption": "adopted"},
            "Редакция без даты и номера · данные по 30 сентября 2021 года",
        ),
        (NOT_KNOWN | {"facts_until": DAY}, "Редакция без даты и номера · данные по 30 сентября 2021 года"),
        (
            NOT_KNOWN | {"facts_until": DAY, "number": "5"},
            "Редакция № 5, дата не указана · данные по 30 сентября 2021 года",
        ),
    ],
)
def test_it_says_what_the_table_of_documents_tells_and_no_more(edition: Mapping[str, Any], said: str) -> None:
    assert plain(status_of(edition)) == f"{said} · неофициальный пересказ"


@pytest.mark.parametrize(
    ("amendment", "said"),
    [
        (
            {"date": datetime.date(2025, 11, 14), "number": "431-п"},
            "последние изменения от 14 ноября 2025 года № 431-п",
        ),
        (NOT_KNOWN, "последние изменения без даты и номера"),
        (BLANK, "изменения к ней не утверждены, это проект"),
    ],
)
def test_it_names_the_latest_amendment(amendment: Mapping[str, Any], said: str) -> None:
    assert plain(status_of({}, amendment)).startswith(f"Редакция от 3 февраля 2023 года № 87-п, {said} · ")


def test_a_page_of_the_whole_site_sends_to_the_programmes() -> None:
    of_site = {
        page.status
        for page in site_of(dataset_in(SAMPLE), "ru").pages
        if page.place.folder in {"", "about", "accessibility"}
    }
    assert {plain(status) for status in of_site} == {
        "У каждой программы свой документ, он назван на её страницах · образец, всё выдумано"
    }


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")
