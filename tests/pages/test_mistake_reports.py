"""A report of a mistake says of itself which block of which page is meant; without an address there is none."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from support.datasets import SAMPLE
from support.elements import elements_in
from support.rendered import dataset_in, site_of
from vitrina.addresses import Place
from vitrina.dataset.programme import Dataset
from vitrina.pages.mistakes import MistakeReports, mistake_reports
from vitrina.pages.page import write_page
from vitrina.words import Words
from vitrina.words.numbers import Language

PLACE = Place("schools/funding/2021", "year")
SITE = "https://city.example/repo/"


def reports(email: str, repository: str = "", language: Language = "ru", address: str = "") -> MistakeReports:
    city = dataset_in(SAMPLE).city
    city = replace(city, contacts=city.contacts.model_copy(update={"email": email}), repository=repository)
    return mistake_reports(city, Words(language), address)


def told(address: str) -> dict[str, str]:
    assert address.isascii()
    fields = parse_qs(urlsplit(address).query, strict_parsing=True, keep_blank_values=True)
    return {name: value for name, [value] in fields.items()}


def test_a_letter_names_the_page_its_block_and_the_file_of_its_figures() -> None:
    address = reports("data@city.example", address=SITE).address(PLACE, "table", "money.csv")
    assert urlsplit(address).path == "data@city.example"
    found = told(address)
    assert found["subject"] == "Ошибка: schools/funding/2021/#table"
    assert found["body"].split("\r\n") == [
        "Страница: https://city.example/repo/schools/funding/2021/#table",
        "Данные: money.csv",
        "",
    ]


def test_a_letter_about_a_figure_names_it_and_its_row() -> None:
    address = reports("data@city.example").address(PLACE, row="schools/money.csv, строка 7", figure="5 ₽, план")
    assert told(address)["body"].split("\r\n") == ["Число: 5 ₽, план", "Данные: schools/money.csv, строка 7", ""]


def test_without_the_address_of_the_site_the_page_is_named_by_its_path_in_each_language() -> None:
    assert told(reports("a@b.example").address(PLACE)) == {"subject": "Ошибка: schools/funding/2021/"}
    assert told(reports("a@b.example", language="en").address(Place(""), "top")) == {"subject": "Mistake: en/#top"}


def test_an_issue_says_the_same_where_there_is_no_mail() -> None:
    address = reports("", "https://git.example/city/data/").address(PLACE, row="money.csv")
    assert address.startswith("https://git.example/city/data/issues/new?")
    assert told(address) == {"title": "Ошибка: schools/funding/2021/", "body": "Данные: money.csv\r\n"}


def test_what_stands_in_an_address_or_a_name_adds_no_field_of_its_own() -> None:
    address = reports("a&b?cc=c@city.example").address(PLACE, "x", "1 & 2 ?to=d@e # %0A «a»")
    assert sorted(told(address)) == ["body", "subject"]
    assert "Данные: 1 & 2 ?to=d@e # %0A" in told(address)["body"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_chart_and_table_leads_to_a_report_of_its_own(language: Language) -> None:
    dataset = dataset_in(SAMPLE)
    found = subjects(dataset, language)
    assert len(found) == len(set(found))
    for block in ("schools/funding/#funding-by-year", "schools/funding/#table", "schools/changes/#plan-by-edition"):
        assert sum(one.endswith((f": {block}", f"/{block}")) for one in found) == 1


def test_nothing_leads_to_a_report_where_nobody_takes_it() -> None:
    dataset = dataset_in(SAMPLE)
    contacts = dataset.city.contacts.model_copy(update={"email": ""})
    assert subjects(replace(dataset, city=replace(dataset.city, contacts=contacts, repository="")), "ru") == []


def subjects(dataset: Dataset, language: Language) -> list[str]:
    """Of the reports about blocks of the pages of money and of its changes."""
    words = Words(language)
    pages = [one for one in site_of(dataset, language).pages if one.template in ("funding", "changes", "year")]
    links = [
        link.get("href", "")
        for page in pages
        for link in elements_in(write_page(page, words, lambda _: "")).iter("a")
        if "subject=" in link.get("href", "")
    ]
    return [told(link)["subject"] for link in links]
