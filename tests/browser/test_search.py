"""The search helps on: by keyboard alone, on a slow line, where it finds nothing; nothing is fetched before."""

import re

import pytest
from playwright.sync_api import expect

from browser.gate import Gate
from browser.searching import FOUND_SOME, ask, opened, without_pauses
from browser.served import Served
from browser.test_accessibility import faults
from browser.visit import Visitor


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


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_found_is_as_wide_as_the_dialog_and_no_block_of_underlined_words(visit: Visitor, width: int) -> None:
    window = visit("education/", width=width)
    opened(window)
    ask(window.page, "сколько денег на сады")
    dialog = window.page.locator(".v-found")
    found = dialog.locator("li a")
    assert found.count() > 3
    widths = found.evaluate_all("(links) => [...new Set(links.map((link) => link.offsetWidth))]")
    assert widths == [dialog.evaluate("(dialog) => dialog.clientWidth")]
    lines = found.evaluate_all(
        "(links) => [...new Set(links.map((link) => getComputedStyle(link).textDecorationLine))]"
    )
    assert lines == ["none"]


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
    """What searches comes six seconds late: whoever would have given it up by then has done so."""
    window = visit("")
    gate = Gate(window.page, "**/pagefind/wasm.ru.pagefind")
    without_pauses(window.page)
    opened(window)
    window.page.get_by_role("searchbox").fill("садик")
    status = window.page.locator(".v-found [role=status]")
    expect(status).to_have_text("Ищем…")
    window.ask("() => new Promise((done) => setTimeout(done, 6000))")
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
