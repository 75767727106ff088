"""What a page costs before anybody touches anything: its weight on the wire, and that nothing moves while it loads."""

import gzip
from itertools import cycle
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from browser.kinds import BY_TURNS, LOST
from browser.served import Served
from browser.visit import Visitor, lose
from support.thorough import one_in_three

HEADERS = 300
"""Bytes that the headers of one answer take, about."""
WIDTHS = (360, 1280, 1280, 360)
"""By turns, so that each language has both."""
MOST_READ = [("", 1280), ("education/funding/", 360)]
"""The other width of two pages."""
LIMITS = {"": 32_000, "education/funding/": 34_000, "en/": 32_000, "en/education/funding/": 34_000}


@pytest.mark.parametrize(("path", "limit"), LIMITS.items())
def test_a_page_is_light(visit: Visitor, site: Served, path: str, limit: int) -> None:
    window = visit(path)
    window.page.wait_for_load_state("networkidle")
    weights = {urlsplit(answer.url).path: weight(answer.body()) for answer in window.answers}
    icon = (
        site.folder / "favicon.svg"
    ).read_bytes()  # a browser without a window does not ask for it, every other does
    weights.setdefault("/favicon.svg", weight(icon))
    assert f"/{path}" in weights
    assert any(name.endswith(".css") for name in weights)
    table = "\n".join(f"{size:8} {name}" for name, size in sorted(weights.items(), key=lambda item: -item[1]))
    total = sum(weights.values())
    assert total <= limit, f"{total} bytes, {limit} allowed:\n{table}"


def weight(body: bytes) -> int:
    return len(gzip.compress(body, 6)) + HEADERS


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
