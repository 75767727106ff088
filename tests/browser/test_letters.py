"""The letters that ask for what is missing: taken whole with one press, and readable where nothing can be pressed."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from browser.served import Served
from browser.visit import Visitor
from support.datasets import DIVNOGORSK
from vitrina.words.numbers import WORD_JOINER

GAPS = DIVNOGORSK / "programmes/education/gaps.csv"
PAGE = pytest.mark.parametrize("path", ["education/gaps/", "en/education/gaps/"])


def asked() -> tuple[list[str], list[str]]:
    """What the two letters ask for: what was promised, then what was not; read here on its own."""
    rows = list(csv.DictReader(io.StringIO(GAPS.read_text(encoding="utf-8-sig")), delimiter=";"))
    return [row["ask"] for row in rows if row["promised"]], [row["ask"] for row in rows if not row["promised"]]


def one_space(text: str) -> str:
    """Text with single spaces, and without the marks that keep a range or a number on one line."""
    return " ".join(text.replace(WORD_JOINER, "").split())


@PAGE
def test_a_press_takes_the_whole_letter_in_russian(visit: Visitor, either_site: Served, path: str) -> None:
    window = visit(path, at=either_site)
    copied = re.compile("Copied" if path.startswith("en/") else "Скопировано")
    for request, asks in zip(window.page.locator("details.v-request").all(), asked(), strict=True):
        button = request.locator("[data-copy]")
        if request.get_attribute("open") is None:
            expect(button).to_be_hidden()
            request.locator("summary").first.click()
        window.ask("navigator.clipboard.writeText('before')")
        button.click()
        expect(button).to_have_text(copied)
        expect(window.page.locator("[role=status]")).to_have_text(copied)
        paragraphs = window.ask("navigator.clipboard.readText()").replace("\r\n", "\n").strip().split("\n\n")
        shown = request.locator(".v-letter[lang=ru] p").all_inner_texts()
        assert [one_space(one) for one in paragraphs] == [one_space(one) for one in shown]
        assert paragraphs[0].startswith("Кому: ")
        assert "8-ФЗ" in paragraphs[1]  # as it is typed, without a mark that no eye sees
        numbered = [one_space(f"{number}) {ask}{';.'[number == len(asks)]}") for number, ask in enumerate(asks, 1)]
        assert [one_space(one) for one in paragraphs[2:-3]] == numbered
        assert paragraphs[-2].startswith("Ответ прошу прислать по адресу: ____")


@PAGE
def test_a_letter_is_taken_by_key_on_a_phone_and_every_one_has_its_button(visit: Visitor, path: str) -> None:
    window = visit(path, width=360)
    for request in window.page.locator("details.v-request").all():
        if request.get_attribute("open") is None:
            request.locator("summary").first.press("Enter")
    buttons = window.page.locator("[data-copy]")
    assert buttons.count() == len(asked())
    assert all(button.is_visible() for button in buttons.all())
    buttons.nth(1).press("Enter")
    expect(window.page.locator("[role=status]")).not_to_be_empty()
    assert one_space(asked()[1][0]) in one_space(window.ask("navigator.clipboard.readText()"))


@PAGE
def test_where_nothing_can_be_copied_no_button_is_shown_and_the_letter_is(visit: Visitor, path: str) -> None:
    window = visit(path, scripts=False)
    assert not any(button.is_visible() for button in window.page.locator("[data-copy]").all())
    assert window.page.locator("details[open] .v-letter[lang=ru]").first.is_visible()


@PAGE
def test_without_an_address_of_the_city_the_page_says_so_and_leads_to_no_mail(visit: Visitor, path: str) -> None:
    window = visit(path)
    assert window.page.locator("article a[href^='mailto:']").count() == 0
    said = "There is no e-mail address" if path.startswith("en/") else "Адреса почты здесь нет"
    assert said in window.page.locator("article").inner_text()
