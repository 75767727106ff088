"""On paper: a clean report without menus, its drawings the wide ones, its tables whole."""

import pytest

from browser.kinds import BY_TURNS, SAMPLE_PATHS, WITH_CHARTS, by_turns
from browser.served import Served
from browser.visit import Visit, Visitor
from support.thorough import one_in_three

OF_THE_SAMPLE = by_turns(SAMPLE_PATHS)
MENUS = ".v-header, .v-tabs, .v-lowvision, .v-footer__links, .v-actions, .v-report, .v-onward-section, .v-tooltip"
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


def on_paper(visit: Visitor, path: str, width: int = A4, *, dark: bool = False, at: Served | None = None) -> Visit:
    window = visit(path, width=width, dark=dark, at=at)
    window.page.emulate_media(media="print")
    return window


def seen(window: Visit, selector: str) -> list[str]:
    named: list[str] = window.ask(NAMED, [selector, True])
    return named


def unseen(window: Visit, selector: str) -> list[str]:
    named: list[str] = window.ask(NAMED, [selector, False])
    return named


def assert_clean(window: Visit) -> None:
    assert len(unseen(window, MENUS)) > 3
    assert seen(window, MENUS) == []
    assert window.ask(CUT) == []
    # What is folded away among a chart's ways to its figures is as little on paper as they are: the drawing has labels.
    assert unseen(window, "h1, h2, :is(table, th, td):not(.v-actions *)") == []
    assert window.look("paper", A4) == {"over": [], "folded": [], "pale": []}


@pytest.mark.parametrize("path", one_in_three(BY_TURNS.values(), first=1), ids=BY_TURNS)
def test_menus_are_left_out_and_all_the_rest_is_there(visit: Visitor, path: str) -> None:
    """Tables whole, nothing folded away or over the edge, in the colours of print: from the dark palette too."""
    assert_clean(on_paper(visit, path, dark=True))


@pytest.mark.parametrize("path", one_in_three(OF_THE_SAMPLE.values()), ids=OF_THE_SAMPLE)
def test_so_is_a_page_with_all_that_a_programme_can_have(visit: Visitor, sample_site: Served, path: str) -> None:
    assert_clean(on_paper(visit, path, dark=True, at=sample_site))


@pytest.mark.parametrize("width", [A4, 360])
@pytest.mark.parametrize("path", one_in_three(WITH_CHARTS.values()), ids=WITH_CHARTS)
def test_the_wide_drawing_is_printed(visit: Visitor, path: str, width: int) -> None:
    """Also from a telephone."""
    window = on_paper(visit, path, width)
    drawn = 2 if "indicators" not in path else 1  # an indicator has one chart, every other page of these has more
    assert len(seen(window, ".v-wide > svg")) >= drawn
    assert unseen(window, ".v-wide > svg") == []
    assert seen(window, ".v-narrow, .v-key--narrow") == []


@pytest.mark.parametrize("colours", [1, 2, 3])
def test_what_was_chosen_for_the_screen_does_not_reach_paper(visit: Visitor, colours: int) -> None:
    """Letters, lines, spaces and colours of the panel for low vision."""
    plain = on_paper(visit, "education/funding/", dark=colours == 1)
    looks = """() => [...document.querySelectorAll("h1, main p, main td, main .v-wide text")].map((one) => {
      const { color, fill, fontSize, lineHeight, letterSpacing } = getComputedStyle(one);
      return [color, fill, fontSize, lineHeight, letterSpacing].join();
    })"""
    before = plain.ask(looks)
    assert len(before) > 50
    plain.page.emulate_media(media="screen")
    plain.page.locator(".v-lowvision summary").click()
    for choice in (f"colour-{colours}", "size-3", "space-2", "line-2"):
        plain.page.locator(f"#lv-{choice}").check()
    assert plain.ask(looks) != before
    plain.page.emulate_media(media="print")
    assert plain.ask(looks) == before
    assert_clean(plain)
