"""By keyboard alone: everything is reached in the order of reading, is seen where it is reached, and does its work."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from browser.kinds import LOST, PATHS, SAMPLE_PATHS
from browser.served import Served
from browser.visit import Visit, Visitor
from support.thorough import one_in_three

MOST_READ = [("site", ""), ("site", "education/funding/")]
KINDS = [("site", path) for path in [*PATHS.values(), LOST, "staff/"] if ("site", path) not in MOST_READ]
KINDS += [("sample_site", path) for path in SAMPLE_PATHS.values()]
"""The other kinds are walked one way each, by turns, and in what is their own: menus and footer are those of all."""
MANY = 300
"""More than any page has to stop at."""
AT_ONCE = 20
"""So often the key is sent before it is asked where it led, as when somebody holds it down."""
NOTE = """() => {{
  const look = {look};
  const stops = window.stops = [look()].filter((one) => one && !({own} && !one.own));
  let pressed = 0;
  const note = ({{ key }}) => {{ if (key === "Tab" && pressed++) stops.push(look()); }};
  addEventListener("keydown", note, {{ capture: true }});
}}"""
"""Notes with each key where the one before has led: by now what the focus is on has been brought into sight."""
TO_THE_END = """(own) => {
  const left = (one) => !one || (own && !one.own);
  const end = window.stops.findIndex((one, at) => left(one) || (at && one.at === window.stops[0].at));
  return end < 0 ? null : window.stops.slice(0, end);
}"""
"""The stops before the focus left the page, or its own content, or came round to the first of them."""
OPENED = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
STOPS = """(own) => [...(own ? document.querySelector("article") : document)
    .querySelectorAll("a[href], button:enabled, select, summary, [tabindex='0']")]
  .filter((one) => one.getClientRects().length && one.checkVisibility({ visibilityProperty: true })).length"""


def walk(window: Visit, key: str, *, own: bool = False) -> list[dict[str, object]]:
    """Every stop from where the focus is to the end of the page (its own content), or to its beginning.

    Nothing glides between them.
    """
    window.page.emulate_media(reduced_motion="reduce")
    window.ask(NOTE.format(look=window.script("focus"), own=str(own).lower()))
    *modifiers, tab = key.split("+")
    for _ in range(MANY // AT_ONCE):
        window.page.keyboard.press("+".join([*modifiers, *[tab] * AT_ONCE]))
        stops: list[dict[str, object]] | None = window.ask(TO_THE_END, own)
        if stops is not None:
            return stops
    raise AssertionError("the walk has no end")


def higher(stops: list[dict[str, object]]) -> list[str]:
    """Stops of the page's own content that stand wholly above the one before, and not in a card beside it."""
    own = [stop for stop in stops if stop["own"]]
    return [
        f"{last['name']} → {stop['name']}"
        for last, stop in pairwise(own)
        if stop["bottom"] < last["top"] and stop["left"] < last["right"]  # type: ignore[operator]  # numbers, as focus.js gives them
    ]


@pytest.mark.parametrize(("at", "path"), one_in_three([*MOST_READ, *KINDS[::2]]))
def test_the_tab_key_goes_the_way_of_reading_and_is_seen_all_the_way(
    visit: Visitor, at: str, path: str, request: pytest.FixtureRequest
) -> None:
    """On a phone, where things stand one under the other."""
    site: Served = request.getfixturevalue(at)
    window = visit(path, at=site, width=360, height=740)
    if own := (at, path) not in MOST_READ:
        window.page.locator(".v-skip").press("Enter")
    there = walk(window, "Tab", own=own)
    assert len(there) >= window.ask(STOPS, own), "something is not reached"
    assert [stop["name"] for stop in there if stop["faults"]] == [], [stop["faults"] for stop in there]
    assert higher(there) == []


@pytest.mark.parametrize(("at", "path"), one_in_three([*MOST_READ, *KINDS[1::2]], first=1))
def test_the_way_back_is_the_same_and_seen_too(
    visit: Visitor, at: str, path: str, request: pytest.FixtureRequest
) -> None:
    """On a desk, where the header stays in sight and may cover what is reached."""
    window = visit(path, at=request.getfixturevalue(at))
    own = (at, path) not in MOST_READ
    links = window.page.locator("footer a")
    (links.first if own else links.last).focus()
    back = walk(window, "Shift+Tab", own=own)
    assert len(back) >= window.ask(STOPS, own), "something is not reached"
    assert {stop["name"]: stop["faults"] for stop in back if stop["faults"]} == {}
    assert [stop["at"] for stop in back] == sorted((int(str(stop["at"])) for stop in back), reverse=True)


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("colours", one_in_three([1, 2, 3], first=1))
def test_the_way_is_seen_in_the_colours_for_low_vision(visit: Visitor, colours: int, dark: bool) -> None:
    window = visit("accessibility/", dark=dark)
    window.page.locator(".v-lowvision summary").click()
    window.page.locator(f"#lv-colour-{colours}").check()
    stops = walk(window, "Tab")[1:]  # the choice itself was made by mouse, and is not outlined
    assert len(stops) > 20
    assert {stop["name"]: stop["faults"] for stop in stops if stop["faults"]} == {}


@pytest.mark.parametrize("path", ["education/funding/", LOST])
def test_the_first_key_leads_past_the_menus(visit: Visitor, path: str) -> None:
    window = visit(path)
    window.page.keyboard.press("Tab")
    skip = window.page.locator(".v-skip")
    expect(skip).to_be_focused()
    assert skip.evaluate("(one) => getComputedStyle(one).opacity !== '0' || one.getAnimations().length > 0")
    window.page.keyboard.press("Enter")
    window.page.keyboard.press("Tab")
    assert window.ask("document.activeElement.closest('article') !== null")


def test_menu_panel_palette_and_language_work_by_key(visit: Visitor) -> None:
    window = visit("education/goals/", width=360)
    page, press = window.page, window.page.keyboard.press
    page.locator(".v-lowvision summary").focus()
    press("Enter")
    expect(page.locator(".v-lowvision details")).to_have_attribute("open", "")
    press("Tab")
    expect(page.locator("#lv-size-1")).to_be_focused()
    press("ArrowRight")
    assert window.ask("getComputedStyle(document.documentElement).fontSize") == "30px"
    for _ in range(5):
        press("Tab")
    expect(page.locator(".v-lowvision button")).to_be_focused()
    press("Enter")
    assert window.ask("getComputedStyle(document.documentElement).fontSize") == "20px"
    menu = page.locator(".v-menu > summary")
    menu.focus()
    press("Enter")
    expect(page.locator(".v-menu nav a").first).to_be_visible()
    press("Tab")
    press("Escape")
    expect(page.locator(".v-menu nav")).to_be_hidden()
    expect(menu).to_be_focused()
    page.locator(".v-palette").focus()
    press("Space")
    expect(page.locator("body")).to_have_attribute("data-palette", "dark")
    page.locator(".v-language").focus()
    press("Enter")
    page.wait_for_url("**/en/education/goals/")


def test_a_stop_that_is_not_seen_would_be_found(visit: Visitor) -> None:
    window = visit("about/", width=360)
    window.ask("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("article a { outline: none !important } .v-onward a { position: relative; top: -1800px }");
      document.adoptedStyleSheets = [sheet];
    }""")
    stops = walk(window, "Tab")
    assert any("no outline" in str(stop["faults"]) for stop in stops)
    assert higher(stops)
