"""From a figure to the sentence of the document where it stands, and back: with a script and without, by keyboard."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.served import Served
from browser.visit import Visit, Visitor

FIGURES = {
    "a sum in the main heading": ("education/", "h1 a[href*=where-from]"),
    "a share in words": ("education/funding/", "h1 a[href*=where-from]"),
    "a key figure": ("education/funding/", ".v-figure__value a"),
    "an amount in a sentence": ("education/funding/", ".v-lead a[href*=where-from]"),
    "a difference": ("education/funding/2021/", "h1 a[href*=where-from] >> nth=1"),
    "a cell of a table": ("education/funding/2021/", ".v-data td a[href*=where-from]"),
    "a change in percent": ("education/funding/", "#about-sources a[href*=where-from]"),
    "an amount in an answer": ("education/questions/", "#question-total a[href*=where-from]"),
    "a total that does not add up": ("education/check/", "h2 a[href*=where-from]"),
    "an observed value": ("education/indicators/queue/", "h1 a[href*=where-from]"),
}
STEPS = 5
"""No figure is worked out through more of them."""
PASSAGE = "/education/documents/"


def by_turns(first: int) -> list[pytest.ParameterSet]:
    """Every figure; of two one after the other one goes this way every day, and the other one the other way."""
    return [
        pytest.param(*figure, marks=() if number % 2 == first else pytest.mark.thorough)
        for number, figure in enumerate(FIGURES.values())
    ]


def is_at_the_passage(window: Visit) -> bool:
    """The page of the document, or of all documents, at something that is there and in sight."""
    return PASSAGE in urlsplit(window.page.url).path and bool(window.ask("document.querySelector(':target') !== null"))


def the_figure(page: Page, figure: str) -> Locator:
    """In sight: what is folded away is opened first."""
    found = page.locator(figure).first
    if not found.is_visible():
        found.locator("xpath=ancestor::details[1]/summary").click()
    return found


def way_on(entry: Locator) -> Locator:
    """From what is told of a figure to its words, or to the first of its terms."""
    return entry.locator("dd a").first


@pytest.mark.parametrize(("path", "figure"), by_turns(first=0), ids=FIGURES)
def test_a_figure_leads_to_its_sentence_and_back_without_a_script(visit: Visitor, path: str, figure: str) -> None:
    window = visit(path, scripts=False, width=360)
    page = window.page
    start = page.url
    the_figure(page, figure).click()
    went = 1
    while not is_at_the_passage(window) and went <= STEPS:
        entry = page.locator(":target")
        expect(entry).to_be_in_viewport()
        way_on(entry).click()
        went += 1
    assert is_at_the_passage(window)
    for _ in range(went):
        page.go_back()
    assert page.url == start


@pytest.mark.parametrize(("path", "figure"), by_turns(first=1), ids=FIGURES)
def test_a_figure_tells_where_it_is_from_in_place_by_keyboard(visit: Visitor, path: str, figure: str) -> None:
    window = visit(path, width=360)
    page = window.page
    start, pressed = page.url, the_figure(page, figure)
    pressed.focus()
    page.keyboard.press("Enter")
    told = page.get_by_role("dialog")
    expect(told).to_be_visible()
    expect(told).to_be_focused()
    assert page.url == start
    for _ in range(STEPS):
        before = told.inner_text()
        page.keyboard.press("Tab")
        expect(way_on(told)).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_function(
            "([before, start]) => location.href !== start || document.querySelector('[popover]').innerText !== before",
            arg=[before, start],
        )
        if page.url != start:
            break
    page.wait_for_load_state()
    assert is_at_the_passage(window)
    page.go_back()
    assert page.url == start


@pytest.mark.parametrize("by", ["Escape", "its button"])
def test_what_was_told_goes_and_the_focus_is_back_at_the_figure(visit: Visitor, by: str) -> None:
    page = visit("education/funding/", width=360).page
    pressed, told = page.locator(".v-lead a[href*=where-from]").first, page.get_by_role("dialog")
    pressed.click()
    expect(told).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    if by == "Escape":
        page.keyboard.press(by)
    else:
        told.get_by_role("button").click()
    expect(told).to_be_hidden()
    expect(pressed).to_be_focused()


def test_without_its_script_a_figure_is_a_link(visit: Visitor) -> None:
    page = visit("education/funding/", without="js/where-from.js").page
    page.locator(".v-lead a[href*=where-from]").first.click()
    page.wait_for_url("**/where-from*")
    expect(page.locator(":target")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path", ["schools/check/", "schools/progress/", "schools/evaluation/2025/", "schools/indicators/repaired-schools/"]
)
def test_a_figure_in_a_line_of_a_cell_stands_right_behind_its_sign(
    visit: Visitor, sample_site: Served, path: str, width: int
) -> None:
    looked = visit(path, at=sample_site, width=width).look("apart")
    assert looked["seen"] > 5
    assert looked["found"] == []
