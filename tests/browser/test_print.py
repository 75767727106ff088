"""On paper: a clean report without menus, its drawings the wide ones, its tables whole."""

import pytest

from browser.kinds import PAGES, WITH_CHARTS
from browser.visit import Visit, Visitor

MENUS = ".md-header, .md-tabs, .v-lowvision, .v-footer__links, .v-actions, .v-onward-section, .v-tooltip"
A4 = 673
"""Pixels between the margins of the sheet."""
# The elements that a selector names, by their class and how they begin, if they can be seen or not.
NAMED = """([selector, seen]) => [...document.querySelectorAll(selector)]
  .filter((one) => seen === (one.getClientRects().length > 0 && one.checkVisibility({ visibilityProperty: true })))
  .map((one) => `${one.tagName}.${one.getAttribute("class")}: ${one.textContent.trim().slice(0, 40)}`)"""
CUT = """() => [...document.querySelectorAll("table, .v-table")].filter((one) => {
  const cut = getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth;
  return cut || one.getBoundingClientRect().right > innerWidth + 1;
}).map((one) => `${one.className}: ${one.textContent.trim().slice(0, 60)}`)"""


def on_paper(visit: Visitor, path: str, width: int = A4) -> Visit:
    window = visit(path, width=width)
    window.page.emulate_media(media="print")
    return window


def seen(window: Visit, selector: str) -> list[str]:
    named: list[str] = window.ask(NAMED, [selector, True])
    return named


def unseen(window: Visit, selector: str) -> list[str]:
    named: list[str] = window.ask(NAMED, [selector, False])
    return named


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_menus_are_left_out_and_tables_are_whole(visit: Visitor, path: str) -> None:
    window = on_paper(visit, path)
    assert len(unseen(window, MENUS)) > 3
    assert seen(window, MENUS) == []
    assert window.ask(CUT) == []
    assert unseen(window, "h1, h2, table, th, td") == []


@pytest.mark.parametrize("width", [A4, 360])
@pytest.mark.parametrize("path", [path for name, path in WITH_CHARTS.items() if name.endswith("ru")])
def test_the_wide_drawing_is_printed(visit: Visitor, path: str, width: int) -> None:
    """Also from a telephone."""
    window = on_paper(visit, path, width)
    drawn = 2 if "indicators" not in path else 1  # an indicator has one chart, every other page of these has more
    assert len(seen(window, ".v-wide > svg")) >= drawn
    assert unseen(window, ".v-wide > svg") == []
    assert seen(window, ".v-narrow, .v-key--narrow") == []
