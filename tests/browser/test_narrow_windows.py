"""On the narrowest phone nothing is wider than the window, also with enlarged letters."""

import pytest

from browser.kinds import BY_TURNS, LOST, PAGES
from browser.visit import Visit, Visitor
from phone import PhoneLinks

SHOWN_LINKS = """() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  return [...document.querySelectorAll("a[href]")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length)
    .map((one) => one.getAttribute("href"));
}"""


def assert_fits(window: Visit, width: int) -> None:
    seen = window.look("wider")
    assert (seen["width"], seen["out"]) == (width, [])
    assert seen["body"] <= width


@pytest.mark.many
@pytest.mark.parametrize("path", [*BY_TURNS.values(), LOST])
def test_nothing_is_wider_than_the_narrowest_window(visit: Visitor, path: str) -> None:
    window = visit(path, width=320, height=640)
    assert_fits(window, 320)
    window.page.locator(".v-menu summary").click()
    assert_fits(window, 320)
    window.page.locator(".v-menu summary").click()
    window.page.locator(".v-lowvision summary").click()
    assert_fits(window, 320)
    for choice in ("space-2", "size-2", "size-3"):
        window.page.locator(f"#lv-{choice}").check()
        assert_fits(window, 320)


@pytest.mark.many
@pytest.mark.parametrize("width", [360, 600, 768, 980, 1220, 1600])
def test_nothing_is_wider_than_any_window(visit: Visitor, width: int) -> None:
    window = visit("education/funding/", width=width)
    assert_fits(window, width)
    window.page.locator(".v-lowvision summary").click()
    window.page.locator("#lv-size-3").check()
    assert_fits(window, width)


@pytest.mark.parametrize("path", [PAGES["home, ru"], PAGES["home, en"], PAGES["indicators, ru"], PAGES["gaps, en"]])
def test_a_phone_shows_or_opens_every_link_that_is_counted_as_its_own(visit: Visitor, path: str) -> None:
    window = visit(path, width=360, scripts=False)
    counted = PhoneLinks(window.answers[0].text()).links
    assert len(counted) > 15
    assert counted <= set(window.ask(SHOWN_LINKS))
