"""What people look for is found: in their own words, in any form, by keyboard alone; nothing is fetched before."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.gate import Gate
from browser.queries import ENGLISH, RUSSIAN
from browser.served import Served
from browser.test_accessibility import faults
from browser.visit import Visit, Visitor
from support.sites import made_once

NO_ANSWER = re.compile(r"^(Ищем…|Searching…)?$")
"""What is said of a query before there is an answer to it."""
FOUND_SOME = ("Найдено: ", "Вот ")
"""How an answer begins: the number of all that was found, or of the best of it."""


@dataclass(frozen=True, slots=True)
class First:
    """What comes first for a query: where it leads, and all that is said of it."""

    path: str = ""
    line: str = ""


@pytest.fixture(scope="module")
def searches(visitor: Visitor, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, First]:
    """What comes first for each query; “en/” before English."""
    answers = made_once(tmp_path_factory, "searches", lambda answers: write_answers(visitor, answers))
    return {query: First(**first) for query, first in json.loads(answers.read_text(encoding="utf-8")).items()}


def write_answers(visitor: Visitor, answers: Path) -> None:
    """Asked one after another in one window of each language."""
    first = {}
    for path, queries in (("", RUSSIAN), ("en/", ENGLISH)):
        window = visitor(path)
        opened(window)
        for query in queries:
            ask(window.page, query)
            lines = window.ask(
                "[...document.querySelectorAll('.v-found li a')].map((one) => [one.href, one.innerText])"
            )
            first[path + query] = First(lines[0][0].removeprefix(window.address), lines[0][1]) if lines else First()
    assert not visitor.leave()
    found = {query: asdict(answer) for query, answer in first.items()}
    answers.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def opened(window: Visit) -> None:
    window.page.keyboard.press("/")
    expect(window.page.get_by_role("searchbox")).to_be_focused()


def ask(page: Page, query: str) -> str:
    """Type it and wait for the answer; what is said about it."""
    status = page.locator(".v-found [role=status]")
    status.evaluate("(status) => { status.textContent = ''; }")
    page.get_by_role("searchbox").fill(query)
    expect(status).not_to_have_text(NO_ANSWER)
    return status.inner_text()


@pytest.mark.parametrize(("root", "queries"), [("", RUSSIAN), ("en/", ENGLISH)])
def test_what_is_asked_comes_first(searches: Mapping[str, First], root: str, queries: Mapping[str, str]) -> None:
    found = {query: searches[root + query].path for query in queries}
    place = {query: path if "#" in queries[query] else path.partition("#")[0] for query, path in found.items()}
    assert place == queries


def test_who_asks_for_a_figure_sees_it_without_opening_the_page(searches: Mapping[str, First]) -> None:
    """In the title, in the words around those that were asked, or in the first sentence of the page that has one."""
    pages = re.compile(
        r"(en/)?education/(indicators|funding|check|documents|gaps|goals|risks|subprogrammes/preschool)/"
    )
    found = {query: first.line for query, first in searches.items() if pages.match(first.path)}
    assert len(found) > 25
    without = {query for query, line in found.items() if not re.search(r"\d", line)}
    assert without == {"ЕГЭ", "отчёт"}, "the document has no figure, and no reports, as the titles say"


def test_an_excerpt_says_where_it_is_cut(searches: Mapping[str, First]) -> None:
    lines = [first.line.strip() for first in searches.values()]
    assert sum(line.endswith("…") for line in lines) > 5
    assert [line for line in lines if not line.endswith((".", "!", "?", "…"))] == []


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
    lazy = [
        url
        for url in window.requests
        if re.search(r"pagefind|search\.js|search\.css|keyboard\.js|find\.js|search-index\.js", url)
    ]
    assert lazy == []
    window.page.get_by_role("button", name="Поиск").click()
    assert ask(window.page, "садик").startswith(FOUND_SOME)
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


def test_the_keys_work_at_once_after_it_is_closed(visit: Visitor) -> None:
    """A browser takes the focus out of what is closed with the next frame only, and a key may come before."""
    window = visit("about/")
    opened(window)
    field_kept_it = window.ask(
        """() => {
          const field = document.activeElement;
          const press = (key) => field.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...key }));
          press({ key: "Escape" });
          const kept = document.activeElement === field;
          press({ key: "k", code: "KeyK", ctrlKey: true });
          return kept;
        }"""
    )
    assert field_kept_it
    expect(window.page.get_by_role("searchbox")).to_be_focused()


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
    assert ask(window.page, "cflbr").startswith("Показано по запросу «садик»")
    ask(window.page, "деньги")
    title, excerpt = first.locator("b").inner_text(), first.locator("span").last.inner_text()
    assert excerpt.startswith("На 2014–\u20602024 годы на программу отвели 6,5 млрд ₽"), (
        "the title once more, or no figure"
    )
    assert "Край платит" in title
    ask(window.page, "кружки")
    assert "план: не меньше 75 %, факт: 62 %" in window.page.locator(".v-found__list").inner_text()


def test_a_place_of_the_very_page_is_shown(visit: Visitor) -> None:
    window = visit("glossary/")
    opened(window)
    ask(window.page, "ФГОС")
    window.page.keyboard.press("Enter")
    expect(window.page.locator("dialog")).to_be_hidden()
    assert window.page.url.endswith("glossary/#term-fgos")


@pytest.mark.parametrize(
    ("path", "query", "advice", "leads_to"),
    [
        ("about/", "абракадабра", "Попробуйте одно слово покороче", "/education/questions/"),
        ("en/about/", "dinosaur", "Try one shorter word", "/en/education/questions/"),
    ],
)
def test_where_nothing_is_found_it_is_said_what_to_do(
    visit: Visitor, path: str, query: str, advice: str, leads_to: str
) -> None:
    window = visit(path)
    opened(window)
    answer = ask(window.page, query)
    assert query in answer
    assert advice in answer
    link = window.page.locator(".v-found__list a")
    expect(link).to_be_visible()
    assert link.evaluate("(link) => link.href") == window.address.removesuffix("/") + leads_to


def test_while_it_searches_it_says_so_and_no_former_answer_stands(visit: Visitor) -> None:
    """As on a slow line: what the index answers is held back until it was looked at what stands meanwhile."""
    window = visit("")
    gate = Gate(window.page, "**/pagefind/fragment/**")
    opened(window)
    field, status = window.page.get_by_role("searchbox"), window.page.locator(".v-found [role=status]")
    links = window.page.locator(".v-found__list a")
    field.fill("садик")
    expect(status).to_have_text("Ищем…")
    gate.open()
    expect(status).to_have_text(re.compile("|".join(FOUND_SOME)))
    expect(links.first).to_be_visible()
    former = status.inner_text()
    field.fill("абракадабра")
    said, shown = window.ask(
        """() => [document.querySelector(".v-found [role=status]").textContent.trim(),
          [...document.querySelectorAll(".v-found__list li")]
            .some((one) => one.checkVisibility({ visibilityProperty: true }))]"""
    )
    assert said != former
    assert not shown
    expect(status).to_contain_text("«абракадабра» ничего нет")
    expect(links).to_have_text(["Вопросы"])


def test_a_slow_line_only_takes_longer(visit: Visitor) -> None:
    """What searches comes six seconds late."""
    window = visit("")
    gate = Gate(window.page, "**/pagefind/wasm.ru.pagefind")
    opened(window)
    window.page.get_by_role("searchbox").fill("садик")
    status = window.page.locator(".v-found [role=status]")
    expect(status).to_have_text("Ищем…")
    window.page.wait_for_timeout(6000)
    expect(status).to_have_text("Ищем…")
    gate.open()
    expect(status).to_have_text(re.compile("|".join(FOUND_SOME)))


def test_enter_right_after_the_last_letter_opens_no_former_answer(visit: Visitor) -> None:
    window = visit("")
    opened(window)
    ask(window.page, "очередь")
    window.page.get_by_role("searchbox").fill("рождаемость")
    window.page.keyboard.press("Enter")
    window.page.wait_for_url("**/education/indicators/births/")


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


def test_with_the_largest_letters_on_a_phone_the_field_keeps_its_width(visit: Visitor) -> None:
    window = visit("education/indicators/", width=360)
    window.ask("() => { document.getElementById('lv-size-3').checked = true; }")
    opened(window)
    ask(window.page, "деньги")
    wide = window.look("wider")
    assert (wide["width"], wide["out"]) == (360, [])
    dialog = window.page.locator(".v-found")
    inner, needed, sideways = dialog.evaluate("(one) => [one.clientWidth, one.scrollWidth, one.scrollLeft]")
    assert (needed, sideways) == (inner, 0)
    field = window.page.get_by_role("searchbox").bounding_box()
    assert field
    assert field["width"] >= 0.6 * inner


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
