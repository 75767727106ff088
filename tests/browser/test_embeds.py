"""A chart within a page of others, and what is copied to show or to name it; all of it without scripts too."""

import html
import re

import pytest
from playwright.sync_api import Browser

from browser.served import Served
from browser.visit import Visitor

CHARTS = (
    ("education/funding/", "funding-by-year"),
    ("education/funding/", "sources"),
    ("en/education/indicators/queue/", "queue-groups"),
)
CODE = re.compile(r"&lt;div.*?&lt;/div&gt;")
DARK_PAPER, LIGHT_PAPER = "rgb(18, 24, 28)", "rgb(255, 255, 255)"


def code_of(site: Served, folder: str, chart: str) -> str:
    """What the site gives to be pasted, for the address at which it stands here."""
    text = (site.folder / folder / "cite.html").read_text(encoding="utf-8")
    [code] = [html.unescape(one) for one in CODE.findall(text) if f"/{chart}-embed.html" in one]
    return code.replace("https://city.example/repo/", site.address)


MOST_EMPTY = 160
"""Pixels below what a frame shows."""


@pytest.mark.parametrize(("width", "dark"), [(320, True), (600, False), (900, False)])
def test_a_chart_in_a_page_of_others_fits_whole_and_follows_the_palette(
    chromium: Browser, published: Served, width: int, dark: bool
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 700},
        color_scheme="dark" if dark else "light",
    )
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    codes = "".join(code_of(published, *chart) for chart in CHARTS).replace('loading="lazy"', "")
    page.set_content(f"<!doctype html><style>:root {{ color-scheme: light dark }} body {{ margin: 0 }}</style>{codes}")
    frames = page.frames[1:]
    assert len(frames) == len(CHARTS)
    for frame, (folder, chart) in zip(frames, CHARTS, strict=True):
        root = "document.documentElement"
        assert frame.evaluate(f"{root}.scrollWidth") <= width, chart
        assert frame.evaluate(f"{root}.scrollHeight <= {root}.clientHeight"), chart
        shown = frame.evaluate("document.body.getBoundingClientRect().height")
        assert frame.evaluate(f"{root}.clientHeight") - shown < MOST_EMPTY, chart
        paper = frame.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == (DARK_PAPER if dark else LIGHT_PAPER), chart
        assert frame.locator(".v-narrow").is_visible() == (width < 752), chart
        assert frame.locator(".v-wide").is_visible() == (width >= 752), chart
        back = frame.locator("h1 a")
        assert back.evaluate("link => link.href") == f"{published.address}{folder}#{chart}"
        assert frame.evaluate("document.scripts.length") == 0
    assert said == []
    context.close()


@pytest.mark.parametrize("path", ["education/funding/cite.html", "en/education/cite.html"])
def test_a_press_takes_what_names_a_page(visit: Visitor, published: Served, path: str) -> None:
    window = visit(path, at=published)
    window.page.locator("summary").first.click()
    for form in window.page.locator("section").first.locator("pre").all():
        form.locator("xpath=following-sibling::p[1]//button").click()
        taken = window.ask("navigator.clipboard.readText()").replace("\r\n", "\n")
        assert taken.strip() == form.inner_text().strip()


def test_without_scripts_what_names_a_page_is_there_to_be_selected(visit: Visitor) -> None:
    window = visit("education/funding/cite.html", scripts=False)
    assert not any(button.is_visible() for button in window.page.locator("[data-copy]").all())
    form = window.page.locator("pre").first
    assert form.is_visible()
    assert form.inner_text().startswith("Деньги. – Текст : электронный")
