"""What a page costs before anybody touches anything: its weight on the wire, and that nothing moves while it loads."""

import gzip
from itertools import cycle
from urllib.parse import urlsplit

import pytest

from browser.kinds import BY_TURNS, LOST
from browser.served import Served
from browser.visit import Visitor
from support.thorough import one_in_three

HEADERS = 300
"""Bytes that the headers of one answer take, about."""
WIDTHS = (360, 1280, 1280, 360)
"""By turns, so that each language has both."""
MOST_READ = [("", 1280), ("education/funding/", 360)]
"""The other width of two pages."""
LIMITS = {"": 85_000, "education/funding/": 95_000, "en/": 85_000, "en/education/funding/": 95_000}


@pytest.mark.parametrize(("path", "limit"), LIMITS.items())
def test_a_page_is_light(visit: Visitor, site: Served, path: str, limit: int) -> None:
    window = visit(path)
    window.page.wait_for_load_state("networkidle")
    weights = {urlsplit(answer.url).path: weight(answer.body()) for answer in window.answers}
    icon = (
        site.folder / "favicon.svg"
    ).read_bytes()  # a browser without a window does not ask for it, every other does
    weights.setdefault("/favicon.svg", weight(icon))
    assert f"/{path}" in weights
    assert any(name.endswith(".css") for name in weights)
    table = "\n".join(f"{size:8} {name}" for name, size in sorted(weights.items(), key=lambda item: -item[1]))
    total = sum(weights.values())
    assert total <= limit, f"{total} bytes, {limit} allowed:\n{table}"


def weight(body: bytes) -> int:
    return len(gzip.compress(body, 6)) + HEADERS


@pytest.mark.parametrize(
    ("path", "width"), one_in_three([*zip([*BY_TURNS.values(), LOST], cycle(WIDTHS)), *MOST_READ], first=1)
)
def test_nothing_moves_while_a_page_loads(visit: Visitor, site: Served, path: str, width: int) -> None:
    assert not movements(visit, path, width, site)


def movements(visit: Visitor, path: str, width: int, at: Served) -> list[str]:
    """A machine with too much to do may paint half of a page that is still coming in; then it is asked again."""
    found = visit(path, at=at, width=width, height=740).shifts()
    for _ in range(2):
        found = found and visit(path, at=at, width=width, height=740).shifts()
    return found


def test_a_movement_would_be_seen(visit: Visitor) -> None:
    """The measure itself: a line put above the rest pushes it down."""
    window = visit("about/")
    window.ask(
        "() => { const line = document.createElement('p'); line.textContent = '.'; document.body.prepend(line); }"
    )
    assert window.shifts()
