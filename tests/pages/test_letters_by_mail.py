"""A letter as mail: to the city's address, with its subject in Russian whatever the page speaks."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from pages.seen import seen
from support.datasets import DIVNOGORSK
from vitrina.charts.chart import Drawing
from vitrina.dataset.programme import Dataset
from vitrina.dataset.reader import read_dataset
from vitrina.pages.page import write_page
from vitrina.pages.site import make_site
from vitrina.words import Words
from vitrina.words.numbers import Language

LONGEST = 2000
"""Characters of an address that every mail program takes."""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    found = read_dataset(DIVNOGORSK).dataset
    assert found
    return found


def no_drawing(drawing: Drawing) -> str:
    raise AssertionError(f"the page has no chart, but asks for {drawing.name}")


def mails(dataset: Dataset, language: Language, email: str, is_official: bool = True) -> list[str]:
    contacts = dataset.city.contacts.model_copy(update={"email": email})
    words = Words(language)
    city = replace(dataset.city, contacts=contacts, is_official=is_official)
    site = make_site(replace(dataset, city=city), words)
    page = next(page for page in site.pages if page.template == "gaps")
    elements = seen(write_page(page, words, no_drawing)).elements
    links = [dict(attributes).get("href") or "" for tag, attributes in elements if tag == "a"]
    return [link for link in links if link.startswith("mailto:")]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_letter_has_its_mail_with_a_subject_in_russian(dataset: Dataset, language: Language) -> None:
    programme = dataset.programmes[0]
    found = mails(dataset, language, "school@city.example")
    # What was promised is asked for by one letter, the rest by another.
    assert len(found) == len({bool(gap.promised) for gap in programme.gaps}) == 2
    for link in found:
        address = urlsplit(link)
        assert address.path == "school@city.example"
        [subject] = parse_qs(address.query, strict_parsing=True)["subject"]
        assert subject.startswith("Запрос сведений")
        assert programme.text("passport", "name-1", "value", "ru").text.split("«")[1].rstrip("»") in subject
        assert link.isascii()
        assert len(link) <= LONGEST


def test_an_address_that_would_add_a_field_of_its_own_stays_an_address(dataset: Dataset) -> None:
    email = 'a&b?cc=c@city.example"'
    for link in mails(dataset, "ru", email):
        assert unquote(urlsplit(link).path) == email
        assert list(parse_qs(urlsplit(link).query)) == ["subject"]


def test_whoever_retells_a_programme_is_not_asked_for_what_its_office_has(dataset: Dataset) -> None:
    assert mails(dataset, "ru", "reader@retelling.example", is_official=False) == []


def test_without_an_address_there_is_no_mail(dataset: Dataset) -> None:
    assert mails(dataset, "ru", "") == []
