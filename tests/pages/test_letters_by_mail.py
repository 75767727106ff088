"""A letter as mail: to the city's address, with its subject and its beginning, in Russian whatever the page speaks."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from datasets import DIVNOGORSK
from pages.seen import seen
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
    contacts = replace(dataset.city.contacts, email=email)
    words = Words(language)
    city = replace(dataset.city, contacts=contacts, is_official=is_official)
    site = make_site(replace(dataset, city=city), words)
    page = next(page for page in site.pages if page.template == "gaps")
    elements = seen(write_page(page, words, no_drawing)).elements
    links = [dict(attributes).get("href") or "" for tag, attributes in elements if tag == "a"]
    return [link for link in links if link.startswith("mailto:")]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_gap_has_its_mail_with_its_subject_and_what_is_asked(dataset: Dataset, language: Language) -> None:
    programme = dataset.programmes[0]
    # The page begins with what was promised.
    gaps = sorted(programme.gaps, key=lambda gap: not gap.promised)
    found = mails(dataset, language, "school@city.example")
    assert len(found) == len(gaps) > 10
    for gap, link in zip(gaps, found, strict=True):
        address = urlsplit(link)
        assert address.path == "school@city.example"
        fields = parse_qs(address.query, strict_parsing=True)
        assert list(fields) == ["subject", "body"]
        what, ask = (programme.text("gaps", gap.id, column, "ru").text for column in ("what", "ask"))
        assert fields["subject"] == [f"Запрос сведений: {what}"]
        [body] = fields["body"]
        assert body.startswith("По Федеральному закону")
        assert ask in body
        assert "\r\n" in body
        assert link.isascii()
        assert len(link) <= LONGEST


def test_an_address_that_would_add_a_field_of_its_own_stays_an_address(dataset: Dataset) -> None:
    email = 'a&b?cc=c@city.example"'
    for link in mails(dataset, "ru", email):
        assert unquote(urlsplit(link).path) == email
        assert list(parse_qs(urlsplit(link).query)) == ["subject", "body"]


def test_whoever_retells_a_programme_is_not_asked_for_what_its_office_has(dataset: Dataset) -> None:
    assert mails(dataset, "ru", "reader@retelling.example", is_official=False) == []


def test_without_an_address_there_is_no_mail(dataset: Dataset) -> None:
    assert mails(dataset, "ru", "") == []
