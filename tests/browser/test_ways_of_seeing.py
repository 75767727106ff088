"""Seen in the system's own few colours, in shades of grey, or without red, green or blue: nothing hangs on a colour."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations, pairwise
from math import dist
from typing import Any

import pytest

from browser.test_keyboard import walk
from browser.test_palettes import ASKED_FOR, OURS, in_palette
from browser.visit import Visit, Visitor
from support.thorough import one_in_three

FORCED = ["forced colours", "forced colours by night"]
WITHOUT_A_COLOUR = ["protanopia", "deuteranopia", "tritanopia"]
APART_IN_GREY, APART_IN_COLOUR = 10, 15
"""Steps of L*, and distance in L*a*b*: two or three are just seen side by side, these across a page."""


@contextmanager
def seen_by(window: Visit, deficiency: str) -> Iterator[None]:
    """The page as eyes of this kind see it."""
    tools = window.page.context.new_cdp_session(window.page)
    tools.send("Emulation.setEmulatedVisionDeficiency", {"type": deficiency})
    yield
    tools.send("Emulation.setEmulatedVisionDeficiency", {"type": "none"})
    tools.detach()


def tones(window: Visit, deficiency: str) -> tuple[list[list[float]], list[list[float]]]:
    """The colours of the parts of the bar «who pays», and of the gaps between them, as L*a*b*."""
    box = window.page.locator(".v-mix__bar").first.bounding_box()
    assert box
    edges: list[list[float]] = window.ask(
        """() => [...document.querySelector(".v-mix__bar").children].map((one) => one.getBoundingClientRect())
          .map(({ left, right }) => [left, right])"""
    )
    middle = box["height"] / 2
    parts = [((left + right) / 2 - box["x"], middle) for left, right in edges]
    gaps = [(left - box["x"], middle) for left, _ in edges[1:]]
    with seen_by(window, deficiency):
        picture = window.page.screenshot(animations="allow", caret="initial", clip=box)
    found = window.look("tones", [base64.b64encode(picture).decode(), [*parts, *gaps]])
    return found[: len(parts)], found[len(parts) :]


@pytest.mark.parametrize("palette", one_in_three([*OURS, *ASKED_FOR]))
def test_sources_are_told_apart_in_grey_and_without_any_one_colour(visit: Visitor, palette: str) -> None:
    window = in_palette(visit, "", palette)
    parts, gaps = tones(window, "achromatopsia")
    assert len(parts) == 4
    light = [one[0] for one in parts]
    assert [pair for pair in combinations(light, 2) if abs(pair[0] - pair[1]) < APART_IN_GREY] == []
    for gap, (before, after) in zip(gaps, pairwise(light), strict=True):
        assert min(abs(gap[0] - before), abs(gap[0] - after)) > APART_IN_GREY, "nothing parts the neighbours"
    for deficiency in WITHOUT_A_COLOUR:
        parts, _ = tones(window, deficiency)
        assert [pair for pair in combinations(parts, 2) if dist(*pair) < APART_IN_COLOUR] == [], deficiency


def test_the_key_of_a_narrow_picture_goes_the_way_of_its_bars(visit: Visitor) -> None:
    """Where nothing is written beside the parts, their order says which is which to those who see no colours."""
    window = visit("", width=360)
    key, bars = window.ask(
        """() => {
          const chart = document.querySelector("#funding-by-year"), known = /-source-(\\w+)/;
          const key = [...chart.querySelectorAll(".v-key .v-swatch")].map((one) => known.exec(one.className)[1]);
          const parts = [...chart.querySelectorAll(".v-narrow path")]
            .map((one) => ({ box: one.getBoundingClientRect(), source: known.exec(one.getAttribute("fill"))?.[1] }))
            .filter((part) => part.source);
          const rows = Object.values(Object.groupBy(parts, (part) => Math.round(part.box.top)));
          const whole = rows.find((row) => row.length === key.length) ?? [];
          return [key, whole.sort((one, other) => one.box.left - other.box.left).map((part) => part.source)];
        }"""
    )
    assert len(key) == 4
    assert key == bars


@pytest.mark.parametrize("palette", FORCED)
@pytest.mark.parametrize(
    "path",
    one_in_three(
        ["", "education/funding/", "education/funding/2016/", "education/indicators/queue/", "education/check/"]
    ),
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


def lines(window: Visit, selector: str, side: str) -> list[str]:
    """The colours of these borders; none where one is in the colour of the page."""
    return list(
        window.ask(
            """([selector, side]) => {
              const paper = getComputedStyle(document.body).backgroundColor;
              return [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length)
                .map((one) => getComputedStyle(one)[`border${side}Color`])
                .map((line) => (line === paper ? "" : line));
            }""",
            [selector, side],
        )
    )


@pytest.mark.parametrize("palette", FORCED)
def test_what_is_chosen_is_seen_in_forced_colours(visit: Visitor, palette: str) -> None:
    window = in_palette(visit, "education/goals/", palette)
    assert all(current := lines(window, ".v-tabs__link[aria-current]", "Bottom"))
    assert len(current) == 1
    assert not any(waiting := lines(window, ".v-tabs__link:not([aria-current])", "Bottom"))
    assert len(waiting) > 3
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
      return [...document.querySelectorAll("a[href]:not(.v-skip)")]
        .filter((one) => getComputedStyle(one).color === text)
        .map((one) => one.textContent.trim());
    }"""
    assert window.ask(plain) == []
    window.page.locator(".v-lowvision summary").focus()
    window.page.keyboard.press("Enter")
    stops: list[dict[str, Any]] = walk(window, "Tab")
    assert len(stops) > 20
    assert {stop["name"]: stop["faults"] for stop in stops if stop["faults"]} == {}
