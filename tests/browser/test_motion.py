"""Who asks the system for less motion sees none: nothing slides, fades or scrolls by itself."""

import pytest

from browser.kinds import BY_TURNS, LOST
from browser.visit import Visitor

MOVES = """() => {
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
  const named = (one) => `${one.tagName}.${one.getAttribute("class")}`;
  return [...document.querySelectorAll("*")].filter((one) => ["", "::before", "::after"].some((part) => {
    const style = getComputedStyle(one, part);
    const moves = style.animationName !== "none" && lasts(style.animationDuration);
    return moves || lasts(style.transitionDuration) || style.scrollBehavior === "smooth";
  })).map(named);
}"""


@pytest.mark.parametrize("path", [*BY_TURNS.values(), LOST])
def test_nothing_moves_for_those_who_ask_for_less_motion(visit: Visitor, path: str) -> None:
    window = visit(path)
    assert window.ask(MOVES), "else there would be nothing to ask for"
    window.page.emulate_media(reduced_motion="reduce")
    assert window.ask(MOVES) == []
