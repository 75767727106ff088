"""What people look for is found: in their own words, in any form, by keyboard alone; nothing is fetched before."""

import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Page, expect

from browser.queries import ENGLISH, RUSSIAN
from browser.served import Served
from browser.test_accessibility import faults
from browser.visit import Visit, Visitor


@pytest.fixture(scope="module")
def searches(visitor: Visitor) -> Iterator[Mapping[str, str]]:
    """What comes first for each query, asked one after another in one window of each language."""
    first = {}
    for path, queries in (("", RUSSIAN), ("en/", ENGLISH)):
        window = visitor(path)
        opened(window)
        for query in queries:
            ask(window.page, query)
            links = window.ask("[...document.querySelectorAll('.v-found__list li a')].map((one) => one.href)")
            first[query] = links[0].removeprefix(window.address) if links else ""
    yield first
    assert not visitor.leave()


def opened(window: Visit) -> None:
    window.page.keyboard.press("/")
    expect(window.page.get_by_role("searchbox")).to_be_focused()


def ask(page: Page, query: str) -> str:
    """Type it and wait for the answer; what is said about it."""
    status = page.locator(".v-found [role=status]")
    status.evaluate("(status) => { status.textContent = ''; }")
    page.get_by_role("searchbox").fill(query)
    expect(status).not_to_be_empty()
    return status.inner_text()


@pytest.mark.parametrize(("query", "expected"), [*RUSSIAN.items(), *ENGLISH.items()])
def test_what_is_asked_comes_first(searches: Mapping[str, str], query: str, expected: str) -> None:
    assert searches[query] == expected


def test_a_site_of_several_programmes_finds_the_pages_of_each(visit: Visitor, sample_site: Served) -> None:
    window = visit("", at=sample_site)
    opened(window)
    first = window.page.locator(".v-found li a").first
    for query, expected in (
        ("детская площадка", "parks/subprogrammes/yards/"),
        ("сколько потратили", "schools/execution/"),
        ("выполнили ли обещания", "schools/progress/"),
        ("очередь", "schools/indicators/queue/"),
    ):
        ask(window.page, query)
        assert first.evaluate("(link) => link.href") == window.address + expected


def test_nothing_is_fetched_before_somebody_searches(visit: Visitor, either_site: Served) -> None:
    window = visit("education/funding/", at=either_site)
    window.page.wait_for_load_state("networkidle")
    lazy = [url for url in window.requests if re.search(r"pagefind|search\.js|search\.css|keyboard\.js", url)]
    assert lazy == []
    window.page.get_by_role("button", name="Поиск").click()
    assert "Найдено" in ask(window.page, "садик")
    assert window.page.locator(".v-found li a").first.evaluate("(link) => link.href").startswith(either_site.address)
    assert not window.misdeeds()


def test_the_keyboard_alone_is_enough(visit: Visitor) -> None:
    window = visit("education/check/")
    page, field = window.page, window.page.get_by_role("searchbox")
    opened(window)
    ask(page, "рождаемость")
    links = page.locator(".v-found li a")
    assert links.count() > 3
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("ь")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.keyboard.press("Control+k")
    ask(page, "рождаемость")
    page.keyboard.press("Enter")
    page.wait_for_url("**/education/indicators/births/")


def test_the_key_can_be_switched_off(visit: Visitor) -> None:
    window = visit("about/")
    page = window.page
    opened(window)
    page.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("dialog")).to_be_hidden()
    page.get_by_role("button", name="Поиск").press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_what_is_found_stands_in_groups_with_its_figure(visit: Visitor) -> None:
    window = visit("")
    opened(window)
    ask(window.page, "очередь")
    headings = window.page.locator(".v-found h2").all_inner_texts()
    assert headings[:2] == ["Показатели", "Вопросы"]
    first = window.page.locator(".v-found li a").first
    assert "404\xa0ребёнка" in first.inner_text()
    assert ask(window.page, "cflbr").startswith("Ищем «садик»")
    ask(window.page, "деньги")
    title, excerpt = first.locator("b").inner_text(), first.locator("span").inner_text()
    assert excerpt.startswith("За 11 лет на программу отвели 6,5 млрд ₽"), "the title once more, or no figure"
    assert "Край платит" in title
    ask(window.page, "кружки")
    assert "не меньше 75 % план, 62 % факт" in window.page.locator(".v-found__list").inner_text()


def test_a_place_of_the_very_page_is_shown(visit: Visitor) -> None:
    window = visit("glossary/")
    opened(window)
    ask(window.page, "ФГОС")
    window.page.keyboard.press("Enter")
    expect(window.page.locator("dialog")).to_be_hidden()
    assert window.page.url.endswith("glossary/#term-fgos")


def test_where_nothing_is_found_it_is_said_what_to_do(visit: Visitor) -> None:
    window = visit("en/about/")
    opened(window)
    assert "Try one shorter word" in ask(window.page, "dinosaur")
    expect(window.page.locator(".v-found__list a")).to_have_attribute("href", re.compile(r"/en/education/questions/$"))


@pytest.mark.parametrize("lost", ["pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/wasm.ru.pagefind"])
def test_a_search_that_did_not_load_says_so(visit: Visitor, lost: str) -> None:
    """As while the site is served from the tables, or where the line broke."""
    window = visit("", without=lost)
    opened(window)
    assert ask(window.page, "садик").startswith("Поиск сейчас не работает")
    expect(window.page.locator(".v-found__list a")).to_have_text("Вопросы")
    window.said.clear()  # Pagefind tells of it in the console


@pytest.mark.parametrize(("width", "dark"), [(320, True), (1280, False)])
def test_axe_finds_nothing_in_the_search_and_it_fits(visit: Visitor, width: int, dark: bool) -> None:
    window = visit("education/indicators/", width=width, dark=dark)
    opened(window)
    ask(window.page, "деньги")
    assert faults(window) == []
    wide = window.look("wider")
    assert (wide["width"], wide["out"]) == (width, [])


def test_where_the_search_cannot_be_fetched_the_link_leads_to_the_questions(visit: Visitor) -> None:
    window = visit("education/funding/", without="js/search.js")
    window.page.get_by_role("button", name="Поиск").click()
    window.page.wait_for_url("**/education/questions/")


def test_without_scripts_no_box_is_shown(visit: Visitor) -> None:
    expect(visit("education/funding/", scripts=False).page.locator(".v-find")).to_be_hidden()


def test_the_guide_of_the_staff_and_other_languages_are_not_found(visit: Visitor) -> None:
    window = visit("")
    opened(window)
    for query in ("Excel", "python", "kindergarten"):
        ask(window.page, query)
        links = window.ask("[...document.querySelectorAll('.v-found__list li a')].map((one) => one.href)")
        assert not [link for link in links if "/staff/" in link or "/en/" in link]
