"""Every palette, ours, on paper, or the system's own: letters stand off their ground, plans are hatched."""

import base64
from typing import Any

import pytest

from browser.kinds import WITH_CHARTS
from browser.visit import Visit, Visitor
from support.thorough import one_in_three

CHOICES = ["black on white", "white on black", "blue on blue"]
OURS = ["day", "night", *CHOICES, *(f"{choice} by night" for choice in CHOICES)]
ASKED_FOR = ["more contrast", "more contrast by night", "forced colours", "forced colours by night"]
"""By the reader's system, of every site."""
PALETTES = [*OURS, *ASKED_FOR, "paper", "paper after night"]


def in_palette(visit: Visitor, path: str, palette: str, width: int = 1280) -> Visit:
    window = visit(path, dark="night" in palette, width=width)
    if choice := sum(number for number, choice in enumerate(CHOICES, 1) if palette.startswith(choice)):
        window.page.locator(".v-lowvision summary").click()
        window.page.locator(f"#lv-colour-{choice}").check()
    if palette.startswith("more contrast"):
        window.page.emulate_media(contrast="more")
    if palette.startswith("forced colours"):
        window.page.emulate_media(forced_colors="active")
    if palette in ASKED_FOR:
        window.ask("() => vision().then(() => null)")  # the styles that the page fetches for it
    if palette.startswith("paper"):
        window.page.emulate_media(media="print", color_scheme="dark" if "night" in palette else "light")
    return window


@pytest.mark.parametrize(
    ("path", "palette"),
    one_in_three(
        [
            *(("education/funding/", palette) for palette in PALETTES),
            *(("education/funding/2016/", palette) for palette in PALETTES[::3]),
            *(("en/education/check/", palette) for palette in PALETTES[1::3]),
        ]
    ),
)
def test_letters_and_shapes_stand_off_their_ground(visit: Visitor, path: str, palette: str) -> None:
    more = palette in ASKED_FOR
    seen = in_palette(visit, path, palette).look("contrast", more)
    assert seen["texts"] > 20
    assert seen["rules"] > 5 or not more
    assert seen["shapes"] > 5 or "check" in path
    assert not seen["faint"]


def spread(window: Visit, place: dict[str, Any]) -> int:
    """How far apart the colours at a place are, of 255."""
    top = window.ask("(y) => { scrollTo(0, y - 300); return scrollY; }", place["y"])
    picture = window.page.screenshot(
        animations="allow",  # as it is: to still them, the screenshot would put a style of its own into the page
        caret="initial",
        clip={"x": place["x"], "y": place["y"] - top, "width": 12, "height": 12},
    )
    return int(window.look("colours", base64.b64encode(picture).decode()))


@pytest.mark.parametrize("palette", one_in_three(PALETTES, first=1))
def test_planned_years_are_hatched_and_past_ones_are_not(visit: Visitor, palette: str) -> None:
    window = in_palette(visit, "", palette)
    bars = window.look("bars")
    planned, past = ({place["fill"]: place for place in bars[kind]} for kind in ("planned", "past"))
    assert len(planned) > 2
    assert len(past) > 1
    assert all(spread(window, place) > 40 for place in planned.values()), planned
    assert all(spread(window, place) < 5 for place in past.values()), past


@pytest.mark.parametrize("palette", one_in_three([*OURS, *ASKED_FOR], first=2))
def test_a_colour_is_changed_in_one_place_for_charts_keys_and_names(visit: Visitor, palette: str) -> None:
    """By day and by night the colour of a source is one token, of which every palette is made."""
    window = in_palette(visit, "education/funding/", palette)
    before = window.ask(COLOURS_OF_A_SOURCE)
    window.ask(
        "() => ['light', 'dark'].forEach((one) => document.documentElement.style.setProperty(`--${one}-2`, '#0f7'))"
    )
    after = window.ask(COLOURS_OF_A_SOURCE)
    assert set(before) == {"bar", "key"}
    assert all(before[what] != after[what] for what in before), (before, after)


COLOURS_OF_A_SOURCE = """() => ({
  bar: getComputedStyle(document.querySelector('.v-chart svg [fill="var(--source-2)"]')).fill,
  key: getComputedStyle(document.querySelector('.v-swatch.v-source-2')).backgroundColor,
})"""


def test_night_is_night(visit: Visitor) -> None:
    day, night = (visit("", dark=dark).ask("getComputedStyle(document.body).backgroundColor") for dark in (False, True))
    assert day == "rgb(255, 255, 255)" != night
    assert visit("", dark=True, scripts=False).ask("getComputedStyle(document.body).backgroundColor") in (day, night)


@pytest.mark.parametrize("name", one_in_three(WITH_CHARTS, first=2))
def test_every_hatch_that_a_picture_refers_to_is_on_its_page(visit: Visitor, name: str) -> None:
    window = visit(WITH_CHARTS[name], dark=True)
    missing = window.ask(
        """() => [...document.querySelectorAll(".v-chart__picture [fill^='url(']")]
          .map((one) => one.getAttribute("fill").slice(5, -1))
          .filter((name) => !document.getElementById(name)?.closest("svg").getClientRects().length)"""
    )
    assert missing == []
