"""What is copied from a table of the site is numbers to a spreadsheet; other text is copied as it stands."""

import re

import pytest

from browser.served import Served
from browser.visit import Visit, Visitor
from support.elements import elements_in
from vitrina.words.numbers import Language, read_decimal

COPY = """(selector) => {
  const range = document.createRange();
  range.selectNode(document.querySelector(selector));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
CLIPBOARD = """async (type) => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType(type)).text();
}"""
CELLS = "(selector) => [...document.querySelectorAll(`${selector} td`)].map((cell) => cell.firstChild.textContent)"
IN_A_SHEET = {"ru": re.compile(r"[+-]?\d+(?:,\d+)?%?"), "en": re.compile(r"[+-]?\d+(?:\.\d+)?%?")}
"""What a spreadsheet of the language takes for a number."""


def copied(window: Visit, selector: str, kind: str) -> str:
    window.ask(COPY, selector)
    window.page.keyboard.press("Control+C")
    text = window.ask(CLIPBOARD, kind)
    assert isinstance(text, str)
    return text


def rows(html: str) -> list[list[str]]:
    return [
        ["".join(cell.itertext()).strip() for cell in row if cell.tag in {"th", "td"}]
        for row in elements_in(html).iter("tr")
        if row.find("td") is not None
    ]


def amount(text: str) -> str:
    """A figure whatever its spaces, commas and minus are."""
    return str(read_decimal(text.rstrip("%").rstrip()))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("path", ["schools/funding/", "schools/funding/2023/"])
def test_every_figure_of_a_copied_table_is_a_number(
    visit: Visitor, sample_site: Served, path: str, language: Language
) -> None:
    window = visit(("en/" if language == "en" else "") + path, at=sample_site)
    seen = window.ask(CELLS, "#table")
    pasted = rows(copied(window, "#table", "text/html"))
    cells = [cell for row in pasted for cell in row[1:]]
    assert len(cells) > 10
    assert [cell for cell in cells if cell != "—" and not IN_A_SHEET[language].fullmatch(cell)] == []
    plain = seen if language == "ru" else [text.replace(",", "") for text in seen]
    assert [amount(cell) for cell in cells] == [amount(cell) for cell in plain]
    lines = copied(window, "#table", "text/plain").splitlines()
    assert [line.split("\t") for line in lines if re.search(r"\t.*\d", line)][-len(pasted) :] == pasted


def test_what_is_changed_for_a_sheet_is_not_changed_on_the_page(visit: Visitor, sample_site: Served) -> None:
    window = visit("schools/funding/", at=sample_site)
    before = window.page.content()
    copied(window, "#table", "text/html")
    assert window.page.content() == before


def test_a_row_and_a_cell_are_numbers_too(visit: Visitor, sample_site: Served) -> None:
    window = visit("schools/funding/", at=sample_site)
    [row] = rows(copied(window, "#table tbody tr:nth-child(2)", "text/html"))
    assert row[0] == "2021"
    assert all(IN_A_SHEET["ru"].fullmatch(cell) for cell in row)
    assert IN_A_SHEET["ru"].fullmatch(copied(window, "#table tbody tr:nth-child(2) td", "text/plain").strip())


def test_text_is_copied_as_it_stands(visit: Visitor, sample_site: Served) -> None:
    window = visit("schools/funding/", at=sample_site)
    heading = window.page.locator("h1").inner_text()
    assert copied(window, "h1", "text/plain").split() == heading.split()
