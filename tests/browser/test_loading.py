"""What a page asks for before anybody touches anything, and that nothing moves while it loads."""

from itertools import cycle
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from browser.kinds import BY_TURNS, LOST
from browser.served import Served
from browser.visit import Visitor, lose
from support.thorough import one_in_three
from support.weight import weights

WIDTHS = (360, 1280, 1280, 360)
"""By turns, so that each language has both."""
MOST_READ = [("", 1280), ("education/funding/", 360)]
"""The other width of two pages."""


@pytest.mark.parametrize("path", ["", "education/funding/", "en/education/documents/", LOST])
def test_a_page_asks_for_no_more_than_is_weighed(visit: Visitor, site: Served, path: str) -> None:
    """What tests/site/test_weight.py reads from the HTML is what a browser fetches."""
    window = visit(path)
    window.page.wait_for_load_state("networkidle")
    page = site.folder / ("404.html" if path == LOST else f"{path}index.html")
    fetched = {urlsplit(answer.url).path.lstrip("/") for answer in window.answers} - {path}
    weighed = {file.as_posix() for file in weights(page, site.folder)} - {page.relative_to(site.folder).as_posix()}
    icons = {file for file in weighed if file.endswith("favicon.svg")}
    assert len(icons) == 1
    assert fetched | icons == weighed, "a browser without a window may ask for no icon"


@pytest.mark.parametrize(
    ("path", "width"), one_in_three([*zip([*BY_TURNS.values(), LOST], cycle(WIDTHS)), *MOST_READ], first=1)
)
def test_nothing_moves_while_a_page_loads(visit: Visitor, site: Served, path: str, width: int) -> None:
    assert not movements(visit, path, width, site)


def movements(visit: Visitor, path: str, width: int, at: Served) -> list[str]:
    """A machine with too much to do may paint half of a page that is still coming in; then it is asked again."""
    found = visit(path, at=at, width=width, height=740).shifts()
    for _ in range(2):
        found = found and visit(path, at=at, width=width, height=740).shifts()
    return found


WAITING = """() => [...document.querySelectorAll(".v-section")]
  .map((one) => getComputedStyle(one).contentVisibility === "auto")"""


def test_what_is_below_the_first_section_is_laid_out_after_the_first_paint(visit: Visitor) -> None:
    window = visit("education/funding/", width=360, height=740, without="js/page.js")
    assert not any(window.ask(WAITING))
    window.ask("document.documentElement.dataset.fresh = ''")
    first, *others = window.ask(WAITING)
    assert not first
    assert len(others) > 3
    assert all(others)


def test_a_page_is_fresh_only_at_its_top_and_until_it_is_painted(visit: Visitor, site: Served) -> None:
    page = visit("about/").page
    fresh = "document.documentElement.dataset.fresh === ''"
    page.route("**/js/page.js", lose)
    page.goto(f"{site.address}education/funding/#table")
    assert not page.evaluate(fresh)
    page.goto(site.address)
    assert page.evaluate(fresh)
    page.reload()
    assert not page.evaluate(fresh)
    page.unroute_all()
    page.goto(f"{site.address}glossary/")
    expect(page.locator("html:not([data-fresh])")).to_be_attached()


def test_a_movement_would_be_seen(visit: Visitor) -> None:
    """The measure itself: a line put above the rest pushes it down."""
    window = visit("about/")
    window.ask(
        "() => { const line = document.createElement('p'); line.textContent = '.'; document.body.prepend(line); }"
    )
    assert window.shifts()
