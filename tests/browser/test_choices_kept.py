"""What a reader chooses in the low-vision panel, and the palette, holds on every page and in both languages."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.kinds import LOST
from browser.served import Served
from browser.visit import Visit, Visitor

CHOSEN = {"size": "size-3", "colour": "colour-2", "space": "space-2", "line": "line-2", "pictures": "pictures-0"}
LOOKS = """() => ({
  checked: [...document.querySelectorAll(".v-lowvision input:checked")].map((one) => one.id),
  letters: getComputedStyle(document.documentElement).fontSize,
  ground: getComputedStyle(document.body).backgroundColor,
  palette: document.body.dataset.palette,
  open: document.querySelector(".v-lowvision details").open,
})"""


def go(window: Visit, path: str) -> None:
    window.page.goto(window.address + path)


def choose_everything(window: Visit) -> None:
    window.page.locator(".v-lowvision summary").click()
    for choice in CHOSEN.values():
        window.page.locator(f"#lv-{choice}").check()


def test_the_choices_hold_on_every_page_in_both_languages_before_it_is_painted(visit: Visitor) -> None:
    window = visit("")
    usual = window.ask(LOOKS)
    choose_everything(window)
    chosen = window.ask(LOOKS)
    assert chosen["checked"] == [f"lv-{CHOSEN[name]}" for name in ("size", "colour", "space", "line", "pictures")]
    assert chosen["letters"] != usual["letters"]
    for path in ("education/funding/", "en/education/check/", "en/", LOST, "staff/"):
        go(window, path)
        assert window.ask(LOOKS) == chosen, path
        assert not window.shifts(), path
    window.page.locator(".v-lowvision button").click()
    go(window, "about/")
    assert window.ask(LOOKS) == {**usual, "open": True}, "the panel stays open until it is closed"
    kept = window.ask("() => { document.querySelector('.v-lowvision summary').click(); return localStorage.vitrina; }")
    assert '"open":true' not in (kept or ""), "it is kept at once: a reader may be on the way to another page"
    go(window, "en/about/")
    assert window.ask(LOOKS) == usual
    assert window.ask("document.cookie") == ""


def test_the_palette_holds_in_the_other_language_and_after_coming_back(visit: Visitor) -> None:
    window = visit("about/")
    switch = window.page.locator(".v-palette")
    assert switch.get_attribute("aria-pressed") == "false"
    go(window, "glossary/")
    switch.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "true")
    go(window, "en/")
    assert window.ask(LOOKS)["palette"] == "dark"
    expect(window.page.locator(".v-palette")).to_have_attribute("aria-pressed", "true")
    window.page.go_back()
    window.page.go_back()
    expect(window.page.locator("body")).to_have_attribute("data-palette", "dark")


@pytest.mark.parametrize("kept", ["{", "null", "7", '{"lv-size": ["x"], "palette": "<b>"}'])
def test_a_store_that_cannot_be_read_harms_no_page(visit: Visitor, kept: str) -> None:
    window = visit("about/")
    usual = window.ask(LOOKS)
    window.ask("(kept) => { localStorage.vitrina = kept; }", kept)
    go(window, "glossary/")
    seen = window.ask(LOOKS)
    assert (seen["letters"], seen["ground"]) == (usual["letters"], usual["ground"])
    choose_everything(window)
    go(window, "about/")
    assert window.ask(LOOKS)["letters"] != usual["letters"]


def test_where_nothing_may_be_kept_the_page_still_obeys(visit: Visitor) -> None:
    window = visit("about/")
    window.ask("() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })")
    usual = window.ask(LOOKS)
    choose_everything(window)
    assert window.ask(LOOKS)["letters"] != usual["letters"]
    window.page.locator(".v-palette").click()
    assert window.ask(LOOKS)["palette"] == "dark"


def test_the_panel_is_obeyed_where_the_script_of_pages_does_not_come(visit: Visitor) -> None:
    window = visit("about/", without="js/page.js")
    window.page.locator(".v-lowvision summary").click()
    window.page.locator("#lv-colour-2").check()
    expect(window.page.locator("body")).to_have_css("background-color", "rgb(0, 0, 0)")


def test_a_page_opens_in_the_contrast_that_the_system_asks_for(visit: Visitor) -> None:
    window = visit("about/")
    assert not window.asked_for("css/vision.css")
    window.page.emulate_media(contrast="more")
    go(window, "glossary/")
    assert window.ask("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@contextmanager
def arriving_in_two_parts(site: Served, mark: bytes) -> Iterator[Served]:
    """The site where each page's bytes before `mark` come half a second before the rest."""

    class InTwoParts(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(site.folder))

        def copyfile(self, source: Any, outputfile: Any) -> None:
            first, found, rest = source.read().partition(mark)
            outputfile.write(first)
            if found:
                outputfile.flush()
                time.sleep(0.5)
                outputfile.write(found + rest)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name that the library calls it by
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), InTwoParts) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield Served(site.folder, f"http://127.0.0.1:{server.server_port}/")
        finally:
            server.shutdown()


def test_the_panel_is_not_painted_before_its_choices_hold(visit: Visitor, site: Served) -> None:
    with arriving_in_two_parts(site, b"<header") as slow:
        window = visit("", at=slow)
        choose_everything(window)
        go(window, "en/")
        assert not window.shifts()
