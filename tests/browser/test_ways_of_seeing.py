"""Seen in the system's own few colours: nothing vanishes, and what is chosen is seen."""

from typing import Any

import pytest

from browser.test_keyboard import walk
from browser.test_palettes import in_palette
from browser.visit import Visit, Visitor

FORCED = ["forced colours", "forced colours by night"]


@pytest.mark.parametrize("palette", FORCED)
@pytest.mark.parametrize(
    "path", ["", "education/funding/", "education/funding/2016/", "education/indicators/queue/", "education/check/"]
)
def test_nothing_vanishes_in_forced_colours(visit: Visitor, path: str, palette: str) -> None:
    seen = in_palette(visit, path, palette).look("lost")
    assert seen["lost"] == []
    wanted = {"mark": "check" not in path, "piece": True, "swatch": not path or "funding" in path}
    wanted["sign of the way"] = "2016" in path or "queue" in path
    assert {kind: seen["counted"][kind] > 0 for kind in wanted} == wanted


@pytest.mark.parametrize("palette", FORCED)
def test_whatever_was_chosen_here_forced_colours_hold(visit: Visitor, palette: str) -> None:
    """A palette for the other time of day, and white on black, on the system's ground: all still stands off it."""
    window = in_palette(visit, "education/funding/", palette)
    ground = "getComputedStyle(document.body).backgroundColor"
    plain = window.ask(ground)
    window.page.emulate_media(forced_colors="none")
    window.page.locator(".v-palette").click()
    window.page.locator(".v-lowvision summary").click()
    window.page.locator("#lv-colour-2").check()
    window.page.emulate_media(forced_colors="active")
    assert window.ask(ground) == plain
    assert window.look("lost")["lost"] == []
    assert not window.look("contrast", True)["faint"]
    for idle in (".v-palette", "fieldset:has(#lv-colour-0)"):
        assert not window.page.locator(idle).is_visible(), "it would change nothing"


def lines(window: Visit, selector: str, side: str, before: str = "") -> list[str]:
    """The colours of these borders; none where one is in the colour of the page."""
    return list(
        window.ask(
            """([selector, side, before]) => {
              const paper = getComputedStyle(document.body).backgroundColor;
              return [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length)
                .map((one) => getComputedStyle(one, before)[`border${side}Color`])
                .map((line) => (line === paper ? "" : line));
            }""",
            [selector, side, before],
        )
    )


@pytest.mark.parametrize("palette", FORCED)
def test_what_is_chosen_is_seen_in_forced_colours(visit: Visitor, palette: str) -> None:
    window = in_palette(visit, "education/goals/", palette)
    assert all(current := lines(window, ".md-tabs__item--active a", "Bottom"))
    assert len(current) == 1
    assert not any(waiting := lines(window, ".md-tabs__item:not(.md-tabs__item--active) a", "Bottom"))
    assert len(waiting) > 3
    for before in ("", "::before"):
        absent = lines(window, ".v-chain__step--none", "Top" if before else "Left", before)
        assert absent
        assert not any(absent), "a line where the chain has none"
        assert all(lines(window, ".v-chain__step--ours", "Top" if before else "Left", before))
    window.page.locator(".v-lowvision summary").click()
    grounds: dict[str, list[str]] = window.ask(
        """() => {
          const shown = [...document.querySelectorAll(".v-lowvision input")].filter((one) => one.checkVisibility());
          const ground = (one) => getComputedStyle(one.nextElementSibling).backgroundColor;
          const of = (chosen) => [...new Set(shown.filter((one) => one.checked === chosen).map(ground))];
          return { chosen: of(true), others: of(false) };
        }"""
    )
    assert len(grounds["chosen"]) == len(grounds["others"]) == 1
    assert grounds["chosen"] != grounds["others"]


@pytest.mark.parametrize("palette", FORCED)
def test_links_and_the_way_of_the_tab_key_are_seen_in_forced_colours(visit: Visitor, palette: str) -> None:
    window = in_palette(visit, "education/gaps/", palette)
    plain = """() => {
      const text = getComputedStyle(document.querySelector("article p")).color;
      return [...document.querySelectorAll("a[href]:not(.md-skip)")]
        .filter((one) => getComputedStyle(one).color === text)
        .map((one) => one.textContent.trim());
    }"""
    assert window.ask(plain) == []
    window.page.locator(".v-lowvision summary").focus()
    window.page.keyboard.press("Enter")
    stops: list[dict[str, Any]] = walk(window, "Tab")
    assert len(stops) > 20
    assert {stop["name"]: stop["faults"] for stop in stops if stop["faults"]} == {}
