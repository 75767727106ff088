"""No page is longer than ten screens of a phone: what is longer nobody reads to its end."""

import pytest

from browser.kinds import PAGES
from browser.served import Served
from browser.visit import Visitor
from support.thorough import one_in_three

WIDTH, HEIGHT = 360, 780
MOST_SCREENS = 10


@pytest.mark.parametrize("path", one_in_three(PAGES.values(), first=2), ids=PAGES)
def test_a_page_is_shorter_than_ten_screens_of_a_phone(visit: Visitor, path: str) -> None:
    window = visit(path, width=WIDTH, height=HEIGHT)
    assert window.ask("document.documentElement.scrollHeight") < MOST_SCREENS * HEIGHT


def test_what_says_where_figures_are_from_is_parted_into_ten_screens(visit: Visitor, sample_site: Served) -> None:
    parts = sorted(sample_site.folder.rglob("where-from*.html"), key=lambda part: part.stat().st_size)
    for part in parts[-3:]:
        path = part.relative_to(sample_site.folder).as_posix()
        window = visit(path, at=sample_site, width=WIDTH, height=HEIGHT)
        assert window.ask("document.documentElement.scrollHeight") < MOST_SCREENS * HEIGHT
        assert window.ask("document.documentElement.scrollWidth") <= WIDTH
