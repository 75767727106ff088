"""Nothing is asked of another host, said in the console or stopped by the policy, whatever a person does on a page."""

import re

import pytest
from playwright.sync_api import expect

from browser.kinds import BY_TURNS, LOST
from browser.served import Served
from browser.visit import Visitor
from support.thorough import one_in_three


@pytest.mark.parametrize("path", one_in_three([*BY_TURNS.values(), LOST], first=2))
def test_a_page_is_quiet_while_it_is_used(visit: Visitor, path: str) -> None:
    window = visit(path)
    page, body = window.page, window.page.locator("body")
    before = body.get_attribute("data-palette")
    page.locator(".v-palette").click()
    expect(body).not_to_have_attribute("data-palette", before or "")
    page.locator(".v-lowvision summary").click()
    page.locator("#lv-colour-2").check()
    page.locator(".v-lowvision button").click()
    for chart in page.locator("[data-live]").all()[:1]:
        chart.hover()
        expect(chart).to_have_attribute("role", "application")
    for link in page.locator("[data-permalink]").all()[:1]:
        link.click()
        expect(link).to_have_text(re.compile("скопирована|copied"))
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator(".v-menu summary").click()
    expect(page.locator(".v-menu nav a").first).to_be_visible()
    assert not window.misdeeds()


def test_no_page_tells_where_its_reader_comes_from(visit: Visitor) -> None:
    window = visit("education/funding/")
    told: list[str] = []
    window.page.on("request", lambda request: told.append(request.headers.get("referer", "")))
    window.page.locator(".v-tabs a").first.click()
    window.page.wait_for_load_state()
    assert window.ask("document.referrer") == ""
    assert told
    assert set(told) == {""}


def test_the_chosen_palette_stays_from_page_to_page(visit: Visitor) -> None:
    page = visit("").page
    page.locator(".v-palette").click()
    expect(page.locator("body")).to_have_attribute("data-palette", "dark")
    page.locator(".v-tabs a").nth(1).click()
    expect(page.locator("body")).to_have_attribute("data-palette", "dark")


@pytest.mark.parametrize("path", ["education/funding/", "en/education/funding/"])
def test_a_copied_link_leads_back_to_its_chart(visit: Visitor, either_site: Served, path: str) -> None:
    window = visit(path, at=either_site)
    expected = f"{either_site.address}{path}#real-terms"
    link = window.page.locator("#real-terms [data-permalink]")
    link.click()
    expect(window.page.locator("[role=status]")).to_have_text(re.compile("скопирована|copied"))
    assert window.ask("navigator.clipboard.readText()") == window.page.url == expected
    window.page.goto("about:blank")
    window.page.goto(expected)
    top = window.ask("document.querySelector('#real-terms').getBoundingClientRect().top")
    assert 0 <= top < 300


def test_the_watch_sees_what_must_not_happen(visit: Visitor) -> None:
    """The watch itself, so that the silence of all other pages means something."""
    window = visit("about/")
    window.ask(
        """() => new Promise((done) => {
          addEventListener("securitypolicyviolation", () => setTimeout(done, 50));
          document.body.insertAdjacentHTML("beforeend", "<p style='color: red'>");
          document.body.append(Object.assign(new Image(), { src: "https://city.example/picture.png" }));
          document.cookie = "visits=1";
          localStorage.visitor = "1";
        })"""
    )
    seen = window.misdeeds()
    assert set(seen) >= {"console", "security policy"}
    assert (seen["cookies"], seen["kept in the browser"]) == (["visits"], ["visitor"])
    window.page.context.clear_cookies()
    window.ask("localStorage.clear()")
    assert any("style-src" in violation for violation in seen["security policy"])
    window.said.clear()
    window.requests.clear()
    window.ask("() => { violations.length = 0; }")
