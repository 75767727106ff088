"""axe looks through every kind of page, on a desk and on two phones, by day and by night: it finds nothing."""

import re
from collections.abc import Collection, Mapping
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.kinds import BY_TURNS, EVERY_PAGE, LOST, PAGES
from browser.visit import Visit, Visitor

AXE = Path(__file__).parents[1] / "tools/node_modules/axe-core/axe.min.js"
# WCAG 2.2, levels A and AA, and what axe itself holds to be good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What axe may leave open: a single sign may be no word at all; what is scrolled out of its box is measured in sight.
LEFT = ["shortTextContent", "elmPartiallyObscured", "elmPartiallyObscuring"]
COVERED = "bgOverlap"
RUN = """async ([rules, left]) => {
  // What is inside a picture is handed over to nobody; its letters are measured elsewhere.
  const page = { include: document, exclude: [".v-chart__picture svg"] };
  const asked = { runOnly: { type: "tag", values: rules }, resultTypes: ["violations", "incomplete"] };
  // On a shaded ground axe measures no letters: the shade goes that says of a table's edge that more is cut off there.
  const flat = new CSSStyleSheet();
  flat.replaceSync(".v-table { background-image: none !important; }");
  document.adoptedStyleSheets.push(flat);
  const { violations, incomplete, passes } = await axe.run(page, asked);
  document.adoptedStyleSheets.pop();
  const told = ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join("; ")}`;
  const undecided = incomplete
    .map(({ id, nodes }) => {
      const open = nodes.filter((node) => !node.any.some((check) => left.includes(check.data?.messageKey)));
      return { id: `undecided, ${id}`, nodes: open };
    })
    .filter(({ nodes }) => nodes.length > 0);
  return [passes.length, [...violations, ...undecided].map(told)];
}"""


def faults(window: Visit, opened: bool = False) -> list[str]:
    """What axe finds or cannot decide, as the rule and the elements that break it. `opened`: a panel covers some."""
    if not window.ask("'axe' in window"):
        window.ask(AXE.read_text(encoding="utf-8"))
    passes, found = window.ask(RUN, [RULES, [*LEFT, COVERED] if opened else LEFT])
    assert passes > 15, "axe has looked at hardly anything"
    return list(found)


Look = tuple[int, str]
"""How wide a window is, and in which palette."""
LOOKS: dict[str, list[Look]] = {
    "ru": [(1280, "light"), (320, "dark")],
    "en": [(1280, "dark"), (360, "light")],
}


def in_all_looks(pages: Mapping[str, str], every_day: Collection[str]) -> list[pytest.ParameterSet]:
    """Every page in two looks, which in the other language are another two: as its address and one of them.

    Those of every day are seen in one of them, by turns, so that each of the four looks has its share of the pages.
    """
    turns = count()
    cases = []
    for name, path in pages.items():
        looks = LOOKS["en" if path.startswith("en/") else "ru"]
        now = looks[next(turns) // 2 % 2] if name in every_day else None
        cases += [
            pytest.param(
                path, look, id=f"{name}, {look[1]}, {look[0]}", marks=() if look == now else pytest.mark.thorough
            )
            for look in looks
        ]
    return cases


DRESSED = """(palette) => {
  document.body.dataset.palette = palette;
  document.getAnimations().forEach((change) => change.finish());
}"""


def faults_in(window: Visit, look: Look) -> list[str]:
    width, palette = look
    window.page.set_viewport_size({"width": width, "height": 800})
    window.ask(DRESSED, palette)
    return faults(window)


NOT_SAID = re.compile(
    r"""^\s*-\ (?:
        (?:link|button|img|region|table|heading|navigation|figure|searchbox|checkbox|radio)(?:\ \[.*?\])*:?  # no name
        |(?:cell|rowheader|columnheader|listitem|term|definition)  # nothing in it
        |(?!\s*text:\ [−+÷×=])\w+(?::\ |\ )["']?[^\w\s%.,;:]["']?  # a sign alone: many readers leave it out
        |.*[≥≤].*  # likewise
    )$""",
    re.VERBOSE,
)
"""A line of the accessibility tree in which somebody who listens is told nothing. Between two figures that are links a
sign of arithmetic is a text of its own, and is read within its line."""


def unsaid(window: Visit) -> list[str]:
    tree = window.page.locator("body").aria_snapshot().splitlines()
    assert len(tree) > 20
    return [line for line in tree if NOT_SAID.match(line)]


LOOKED_AT = {
    **EVERY_PAGE,
    "staff": "staff/",
    "guide of commands": "staff/commands/",
    "where figures are from": "education/funding/where-from.html",
}


@pytest.mark.parametrize(("path", "look"), in_all_looks(LOOKED_AT, LOOKED_AT.keys() - (PAGES.keys() - BY_TURNS.keys())))
def test_axe_finds_nothing_and_everything_is_said(visit: Visitor, path: str, look: Look) -> None:
    window = visit(path)
    assert faults_in(window, look) == []
    assert unsaid(window) == []


def test_axe_finds_nothing_in_what_can_be_opened(visit: Visitor) -> None:
    window = visit("education/gaps/", width=360)
    window.ask("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert faults(window, opened=True) == []


@pytest.mark.parametrize(
    ("path", "colours"), [("education/funding/", 1), ("education/goals/", 2), ("en/education/gaps/", 3), (LOST, 2)]
)
def test_axe_finds_nothing_in_the_colours_for_low_vision(visit: Visitor, path: str, colours: int) -> None:
    """On a desk by night, with the panel open, and on a phone by day, with the menu open."""
    window = visit(path, dark=True)
    window.page.locator(".v-lowvision summary").click()
    window.page.locator(f"#lv-colour-{colours}").check()
    assert faults(window, opened=True) == []
    window.page.set_viewport_size({"width": 360, "height": 740})
    window.page.emulate_media(color_scheme="light")
    window.page.locator(".v-menu summary").click()
    expect(window.page.locator(".v-menu nav a").first).to_be_visible()
    assert faults(window, opened=True) == []
