"""A table that lays things side by side is sorted and its rows are chosen by keyboard alone, and both are announced."""

import pytest

from browser.served import Served
from browser.visit import Visit, Visitor

YEARS, PROGRAMMES = "schools/years/", "compare/"
NAMES = """() => [...document.querySelectorAll("#table tbody tr")].filter(row => row.getClientRects().length)
  .map(row => row.cells[0].querySelector("a").firstChild.textContent)"""
RANKS = "column => [...document.querySelectorAll('#table tbody tr')].map(row => row.cells[column].dataset.rank ?? '')"
ORDERS = "() => [...document.querySelectorAll('#table thead th')].map(head => head.getAttribute('aria-sort') ?? '')"


def press(window: Visit, column: int) -> None:
    window.page.locator(f"#table thead th:nth-child({column + 1}) button").focus()
    window.page.keyboard.press("Enter")


def told(window: Visit) -> str:
    return window.page.locator("[data-sift] [role=status]").inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_head_sorts_by_keyboard_and_what_has_no_figure_stays_last(
    visit: Visitor, sample_site: Served, width: int
) -> None:
    window = visit(YEARS, at=sample_site, width=width)
    years = window.ask(NAMES)
    assert years == sorted(years)
    assert window.ask(ORDERS)[0] == "ascending"
    for direction, is_falling in (("descending", True), ("ascending", False)):
        press(window, 3)
        assert [place for place, order in enumerate(window.ask(ORDERS)) if order] == [3]
        assert window.ask(ORDERS)[3] == direction
        ranks = window.ask(RANKS, 3)
        known = [float(rank) for rank in ranks if rank]
        assert ranks[len(known) :] == ["", ""]
        assert known == sorted(known, reverse=is_falling)
        assert ("по убыванию" if is_falling else "по возрастанию") in told(window)
    press(window, 0)
    assert window.ask(NAMES) == years


def test_what_is_typed_and_chosen_leaves_only_its_rows(visit: Visitor, sample_site: Served) -> None:
    window = visit(PROGRAMMES, at=sample_site)
    window.page.focus("[data-sift] input")
    window.page.keyboard.type("ПАРКИ")
    assert window.ask(NAMES) == ["Парки и дворы"]
    assert told(window) == "Строк: 1 из 2"
    window.page.fill("[data-sift] input", "")
    window.page.select_option("[data-sift] select", label="Краевой бюджет")
    assert window.ask(NAMES) == ["Образование"]


def test_nothing_moves_while_the_table_comes_alive(visit: Visitor, sample_site: Served) -> None:
    for width in (360, 1280):
        assert visit(PROGRAMMES, at=sample_site, width=width).shifts() == []


def test_without_a_script_it_is_a_plain_table(visit: Visitor, sample_site: Served) -> None:
    window = visit(YEARS, at=sample_site, scripts=False)
    assert window.page.locator("#table button").count() == 0
    assert window.page.locator("#table tbody tr:visible").count() == 8


def test_only_a_page_with_such_a_table_asks_for_the_script(visit: Visitor, sample_site: Served) -> None:
    assert visit(YEARS, at=sample_site).asked_for("table.js")
    assert not visit("schools/funding/", at=sample_site).asked_for("table.js")
