"""Nothing slides, fades or scrolls by itself, so that nobody has to ask their system for less motion."""

import pytest

from browser.kinds import BY_TURNS, LOST
from browser.visit import Visitor
from support.thorough import one_in_three

MOVES = """() => {
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
  const named = (one) => `${one.tagName}.${one.getAttribute("class")}`;
  return [...document.querySelectorAll("*")].filter((one) => ["", "::before", "::after"].some((part) => {
    const style = getComputedStyle(one, part);
    const moves = style.animationName !== "none" && lasts(style.animationDuration);
    return moves || lasts(style.transitionDuration) || style.scrollBehavior === "smooth";
  })).map(named);
}"""


@pytest.mark.parametrize("path", one_in_three([*BY_TURNS.values(), LOST]))
def test_nothing_moves_by_itself(visit: Visitor, path: str) -> None:
    assert visit(path).ask(MOVES) == []


def test_what_moves_would_be_seen(visit: Visitor) -> None:
    window = visit("about/")
    window.ask("document.body.style.transition = 'color 1s'")
    assert window.ask(MOVES) == ["BODY.null"]
