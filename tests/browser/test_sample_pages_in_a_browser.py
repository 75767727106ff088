"""The pages that only a programme with actuals, measures and editions has, as the sample shows them."""

import pytest

from browser.kinds import PATHS, SAMPLE_PATHS, by_turns
from browser.served import Served
from browser.test_accessibility import Look, faults_in, in_all_looks
from browser.test_loading import movements
from browser.test_narrow_windows import assert_fits
from browser.test_without_scripts import READ
from browser.visit import Visitor
from vitrina.addresses.kinds import kind_at, kinds

BOTH = {
    **{f"{kind}, ru": path for kind, path in SAMPLE_PATHS.items()},
    **{f"{kind}, en": f"en/{path}" for kind, path in SAMPLE_PATHS.items()},
}
EVERY_DAY = by_turns({kind: path for kind, path in SAMPLE_PATHS.items() if kind not in PATHS})
"""The others are looked at every day with what they hold in Divnogorsk."""


@pytest.mark.parametrize(("path", "look"), in_all_looks(BOTH, EVERY_DAY))
def test_a_page_holds_what_every_page_must(visit: Visitor, sample_site: Served, path: str, look: Look) -> None:
    """Nothing moves, nothing is wider than a narrow window, axe finds nothing, all of it is there without scripts."""
    width = 1280 if path.startswith("en/") else 360
    window = visit(path, at=sample_site, width=width, height=740)
    assert not (window.shifts() and movements(visit, path, width, sample_site))
    assert faults_in(window, look) == []
    window.page.set_viewport_size({"width": 320, "height": 640})
    assert_fits(window, 320)
    window.page.set_viewport_size({"width": 1280, "height": 900})
    read = window.ask(READ)
    assert visit(path, at=sample_site, scripts=False).ask(READ) == read
    assert read["headings"][0]


def test_every_kind_of_page_is_looked_at() -> None:
    paths = (*PATHS.values(), *SAMPLE_PATHS.values())
    assert set(kinds()) == {kind_at(path.rstrip("/")) for path in paths}
