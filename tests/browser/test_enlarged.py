"""Enlarged two and four times, with letters alone twice as large, with wider spacing: all can be read, down alone."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from browser.kinds import LOST, PATHS, SAMPLE_PATHS
from browser.served import Served
from browser.visit import Visit, Visitor
from support.thorough import one_in_three

KINDS = [("site", path) for path in [*PATHS.values(), "en/", LOST, "staff/"]]
KINDS += [("sample_site", path) for path in SAMPLE_PATHS.values()]
# A window of 1280 px enlarged twice and four times has room for this many (WCAG 2.2, 1.4.4 and 1.4.10).
TWICE, FOUR_TIMES = (640, 512), (320, 256)
# The spacing that a reader may ask for (WCAG 2.2, 1.4.12).
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
OPENED = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"


def faults(window: Visit, width: int, height: int) -> list[str]:
    window.page.set_viewport_size({"width": width, "height": height})
    wider, cut = window.look("wider"), window.look("cut")
    assert cut["texts"] > 20, "hardly anything was looked at"
    across = [f"scrolls sideways: {wider['width']} > {width}"] if wider["width"] > width else []
    return [*across, *wider["out"], *cut["found"]]


@contextmanager
def letters(window: Visit, size: int) -> Iterator[None]:
    """The browser's own size of letters, 16 px where nobody has changed it."""
    browser = window.page.context.new_cdp_session(window.page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
    try:
        yield
    finally:
        browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
        browser.detach()


@pytest.mark.parametrize(("at", "path"), one_in_three(KINDS))
def test_nothing_is_cut_off_covered_or_out_of_sight(
    visit: Visitor, at: str, path: str, request: pytest.FixtureRequest
) -> None:
    site: Served = request.getfixturevalue(at)
    window = visit(path, at=site)
    window.ask(OPENED)
    found = {"twice": faults(window, *TWICE), "four times": faults(window, *FOUR_TIMES)}
    with letters(window, 32):
        found |= {"letters twice": faults(window, 1280, 900), "letters twice on a phone": faults(window, 360, 740)}
    window.ask(SPACED)
    found |= {"spaced": faults(window, 1280, 900), "spaced on a phone": faults(window, 320, 640)}
    assert not {name: faults for name, faults in found.items() if faults}


def test_what_is_cut_off_or_covered_would_be_seen(visit: Visitor) -> None:
    window = visit("about/")
    window.ask("""() => document.querySelector("article").insertAdjacentHTML("afterbegin",
      "<p class='v-cut'>Так не бывает, и потому это конец очень длинной строки, которой не видно</p>")""")
    window.ask("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".v-cut { overflow: hidden; height: 30px } h1 { margin-bottom: -60px !important }");
      document.adoptedStyleSheets = [sheet];
    }""")
    kinds = {fault.partition(":")[0] for fault in faults(window, 360, 740)}
    assert kinds == {"cut", "over each other"}


SIZES = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td, th, dt, dd, summary, small)")]
  .map((one) => parseFloat(getComputedStyle(one).fontSize))"""


@pytest.mark.parametrize("width", [320, 360])
def test_letters_twice_as_large_are_twice_as_large(visit: Visitor, width: int) -> None:
    """Headings too, by the browser's own setting and by the panel for low vision; those of pictures stay as drawn."""
    window = visit("education/funding/", width=width)
    usual = window.ask(SIZES)
    assert len(usual) > 100
    with letters(window, 32):
        assert min(grown(window, usual)) > 1.95
    window.page.locator(".v-lowvision summary").click()
    window.page.locator("#lv-size-3").check()
    assert min(grown(window, usual)) > 1.95


def grown(window: Visit, usual: list[float]) -> list[float]:
    """How many times as large each text is now."""
    return [now / before for now, before in zip(window.ask(SIZES), usual, strict=True)]
