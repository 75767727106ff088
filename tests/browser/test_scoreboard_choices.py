"""The rows of the scoreboard are chosen without a script, with a mouse or the keyboard alone."""

import pytest

from browser.served import Served
from browser.visit import Visitor

PATH = "schools/progress/"
SEEN = """() => [...document.querySelectorAll(".v-board tbody tr")].filter(row => row.offsetParent)
  .map(row => row.dataset.status)"""
PARTS = "() => [...document.querySelectorAll('.v-board__part')].filter(part => part.offsetParent).length"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_status_and_a_subprogramme_leave_only_their_rows(visit: Visitor, sample_site: Served, scripts: bool) -> None:
    window = visit(PATH, at=sample_site, scripts=scripts)
    everything = window.ask(SEEN)
    assert {"better", "as-planned", "worse", "none"} <= set(everything)
    window.page.check('[name="board-status"][value="worse"]')
    assert window.ask(SEEN) == [status for status in everything if status == "worse"]
    window.page.check('[name="board-part"][value="1"]')
    assert window.ask(PARTS) == 1
    assert window.ask(SEEN) == []
    assert window.page.locator(".v-board__empty:visible").count() == 1, "an empty place says that it is empty"


def test_the_keyboard_is_enough(visit: Visitor, sample_site: Served) -> None:
    window = visit(PATH, at=sample_site)
    everything = window.ask(SEEN)
    window.page.focus('[name="board-status"][value="all"]')
    window.page.keyboard.press("ArrowDown")
    chosen = window.page.locator('[name="board-status"]:checked').get_attribute("value")
    assert chosen != "all"
    assert window.ask(SEEN) == [status for status in everything if status == chosen]
