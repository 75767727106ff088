"""On the narrowest phone nothing is wider than the window, also with enlarged letters and endless words."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from browser.kinds import BY_TURNS, LOST, PAGES
from browser.served import Served, serving
from browser.visit import Visit, Visitor
from support.hostile import LONG
from support.phone_links import PhoneLinks
from support.thorough import one_in_three
from vitrina.words import Words

NARROWEST = 320
SHOWN_LINKS = """() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  return [...document.querySelectorAll("a[href]")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length)
    .map((one) => one.getAttribute("href"));
}"""


def assert_fits(window: Visit, width: int) -> None:
    seen = window.look("wider")
    assert (seen["width"], seen["out"]) == (width, [])
    assert seen["body"] <= width


@pytest.mark.parametrize("path", one_in_three([*BY_TURNS.values(), LOST]))
def test_nothing_is_wider_than_the_narrowest_window(visit: Visitor, path: str) -> None:
    window = visit(path, width=320, height=640)
    assert_fits(window, 320)
    window.page.locator(".v-menu summary").click()
    assert_fits(window, 320)
    window.page.locator(".v-menu summary").click()
    window.page.locator(".v-lowvision summary").click()
    assert_fits(window, 320)
    for choice in ("space-2", "size-2", "size-3"):
        window.page.locator(f"#lv-{choice}").check()
        assert_fits(window, 320)


@pytest.mark.parametrize("width", one_in_three([360, 600, 768, 980, 1220, 1600]))
def test_nothing_is_wider_than_any_window(visit: Visitor, width: int) -> None:
    window = visit("education/funding/", width=width)
    assert_fits(window, width)
    window.page.locator(".v-lowvision summary").click()
    window.page.locator("#lv-size-3").check()
    assert_fits(window, width)


@pytest.fixture(scope="module")
def endless(sample_of_long_words: Path) -> Iterator[Served]:
    with serving(sample_of_long_words) as served:
        yield served


def one_of_each_kind(site: Path) -> list[str]:
    """A page of every kind, and a formula; the larger programme's, where both have it."""
    kinds: dict[str, str] = {}
    for page in sorted(site.rglob("*.html"), reverse=True):
        path = page.relative_to(site).as_posix().removesuffix("index.html")
        kind = re.sub(r"^(schools|parks)/", "…/", path)
        kind = re.sub(r"(indicators|funding|subprogrammes|evaluation|documents/[^/]+)/[^/]+/", r"\1/…/", kind)
        kind = re.sub(r".*(cite|-embed|where-from)(?:-\d+)?\.html$", r"\1", kind)
        kinds.setdefault(f"{kind} with a formula" if "<math" in page.read_text(encoding="utf-8") else kind, path)
    return list(kinds.values())


@pytest.mark.parametrize(("width", "third"), one_in_three([(NARROWEST, 0), (NARROWEST, 1), (NARROWEST, 2), (360, 1)]))
def test_a_word_of_eighty_letters_is_broken(visit: Visitor, endless: Served, width: int, third: int) -> None:
    """In every text of every table and of the settings; everything that opens is open."""
    paths = one_of_each_kind(endless.folder)
    assert len(paths) > 25
    assert_broken(visit, endless, paths[third::3], width)


@pytest.mark.thorough
def test_so_it_is_in_the_smaller_programme(visit: Visitor, endless: Served) -> None:
    paths = one_of_each_kind(endless.folder / "parks")
    assert len(paths) > 10
    assert_broken(visit, endless, [f"parks/{path}" for path in paths], NARROWEST)


def assert_broken(visit: Visitor, endless: Served, paths: Iterable[str], width: int) -> None:
    for path in paths:
        window = visit(path, width=width, at=endless)
        window.ask("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert_fits(window, width)
        assert LONG in window.ask("document.body.textContent") or re.search(r"staff/|where-from", path)


@pytest.mark.parametrize("path", [PAGES["home, ru"], PAGES["home, en"], PAGES["indicators, ru"], PAGES["gaps, en"]])
def test_a_phone_shows_or_opens_every_link_that_is_counted_as_its_own(visit: Visitor, path: str) -> None:
    window = visit(path, width=360, scripts=False)
    counted = PhoneLinks(window.answers[0].text()).links
    assert len(counted) > 15
    assert counted <= set(window.ask(SHOWN_LINKS))


def test_what_can_be_done_with_a_chart_takes_two_rows_of_a_phone(visit: Visitor, sample_site: Served) -> None:
    """With all that there may be: figures to fold out, reports of mistakes, and code to show the chart elsewhere."""
    window = visit("schools/funding/", at=sample_site, width=360)
    named = Words("ru").say("Сослаться и вставить")  # as where the address of the site is known
    window.page.locator(".v-actions [href*=cite]").evaluate_all(
        "(links, named) => links.forEach((one) => { one.textContent = named; })", named
    )
    rows = window.ask(
        "[...document.querySelectorAll('.v-actions')].map((list) =>"
        " [list.children.length, new Set([...list.children].map((one) => one.getBoundingClientRect().top)).size])"
    )
    assert max(count for count, _ in rows) == 7
    assert max(taken for _, taken in rows) == 2
