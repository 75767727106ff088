"""A page is whole before any script runs: pictures with labels, tables, headings, the menu, the low-vision panel."""

import re
from urllib.parse import urljoin

import pytest

from browser.kinds import BY_TURNS, LOST, PAGES, WITH_CHARTS, WITH_MONEY_CHARTS, words_of
from browser.visit import Visit, Visitor
from support.thorough import one_in_three
from vitrina.charts.unit import Unit
from vitrina.measures.funding import FundingByYear

CHARTS = {
    "home": 2,
    "overview": 2,
    "funding": 8,
    "a year behind": 2,
    "a year ahead": 2,
    "situation": 4,
    "an indicator with a plan": 1,
    "an indicator with groups": 1,
}
# What a person reads, with all that is folded away, but without what only a script could answer.
UNFOLD = "document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
READ = f"""() => ({{
  scripted: document.querySelectorAll("[data-copy], [data-compare], [data-sift]").forEach((one) => one.remove()),
  folded: {UNFOLD},
  headings: [...document.querySelectorAll("h1, h2, h3")].map((one) => one.innerText),
  tables: [...document.querySelectorAll("table")].map((one) => one.innerText),
  article: document.querySelector("article, main").innerText,
}})"""


@pytest.mark.parametrize("name", one_in_three(WITH_CHARTS))
def test_every_chart_is_drawn_with_its_labels(visit: Visitor, funding: FundingByYear, name: str) -> None:
    """With every year and its total, where it is about them."""
    path = WITH_CHARTS[name]
    window = visit(path, scripts=False)
    for width in (1280, 360):
        window.page.set_viewport_size({"width": width, "height": 900})
        drawings = window.look("drawings")
        assert len(drawings) >= CHARTS[name.partition(",")[0]]
        for drawing in drawings:
            ((across, down),) = drawing["sizes"]
            assert across > 250, drawing
            assert down > 60, drawing
            assert drawing["texts"], drawing
            assert not drawing["unseen"], drawing
            assert drawing["shapes"], drawing
        if name in WITH_MONEY_CHARTS:
            among_years = "year-among-years" if "year" in name else "funding-by-year"
            texts = next(drawing["texts"] for drawing in drawings if drawing["name"].endswith(among_years))
            totals = [Unit("million").label(words_of(path), funding.totals[year]) for year in funding.years]
            assert sorted(text for text in texts if text in totals) == sorted(totals)
            assert {str(year) for year in funding.years} <= set(texts)


@pytest.mark.parametrize("path", one_in_three([*BY_TURNS.values(), LOST], first=1))
def test_the_same_headings_tables_and_sentences_are_there(visit: Visitor, path: str) -> None:
    """And the panel for low vision."""
    with_scripts, window = visit(path).ask(READ), visit(path, scripts=False)
    without = window.ask(READ)
    assert without == with_scripts
    assert without["headings"]
    assert all(without["headings"])
    assert all(without["tables"])
    panel(window)
    usual = {element: of_page(window, element, "color") for element in ("body", "h1")}
    choose(window, "colour-2")
    assert [element for element in usual if of_page(window, element, "color") == usual[element]] == []


@pytest.mark.parametrize("path", [PAGES["check, ru"], PAGES["a year ahead, en"]])
def test_the_menu_opens_and_leads_on(visit: Visitor, path: str) -> None:
    phone = visit(path, scripts=False, width=360)
    menu = phone.page.locator(".v-menu")
    assert not menu.locator("nav a").first.is_visible()
    menu.locator("summary").click()
    links = menu.locator("nav a")
    assert links.count() >= 4
    assert all(link.is_visible() for link in links.all())
    target = links.nth(1).get_attribute("href")
    assert target
    expected = urljoin(phone.page.url, target)
    assert expected != phone.page.url
    links.nth(1).click()
    phone.page.wait_for_url(expected)
    assert phone.page.locator("h1").is_visible()


@pytest.mark.parametrize("path", [PAGES["check, ru"], PAGES["check, en"]])
def test_a_link_to_a_place_of_the_document_opens_it(visit: Visitor, path: str) -> None:
    phone = visit(path, scripts=False, width=360)
    quoted = phone.page.locator("article blockquote", has=phone.page.locator("cite a")).first
    dates = re.findall(r"\d\d\.\d\d\.\d{4}", quoted.locator("p").first.inner_text())
    quoted.locator("cite a").first.click()
    passage = phone.page.locator("mark:target").first
    passage.wait_for(state="visible")
    assert dates
    assert all(date in passage.inner_text() for date in dates)


@pytest.mark.parametrize(("width", "menu"), [(1280, ".v-rest"), (360, ".v-menu")])
@pytest.mark.parametrize("page", ["documents", "risks"])
def test_the_menu_leads_to_the_pages_outside_the_tabs(visit: Visitor, width: int, menu: str, page: str) -> None:
    window = visit("education/funding/", scripts=False, width=width)
    link = window.page.locator(f"{menu} a[href$='/{page}/']")
    assert not link.is_visible()
    window.page.locator(f"{menu} summary").click()
    link.click()
    window.page.wait_for_url(f"**/education/{page}/")


def panel(visit: Visit) -> None:
    visit.page.locator(".v-lowvision summary").click()


def choose(visit: Visit, choice: str) -> None:
    visit.page.locator(f"#lv-{choice}").check()


def of_page(visit: Visit, element: str, name: str) -> str:
    value = visit.ask("([one, name]) => getComputedStyle(document.querySelector(one))[name]", [element, name])
    assert isinstance(value, str)
    return value


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_low_vision_panel_changes_the_page_and_changes_it_back(visit: Visitor, language: str) -> None:
    page = visit(f"{language}education/funding/", scripts=False)
    usual = {name: of_page(page, "h1", name) for name in ("fontSize", "color", "letterSpacing")}
    assert not page.page.locator(".v-lowvision button").is_visible()
    panel(page)
    for choice, name in (("size-3", "fontSize"), ("colour-3", "color"), ("space-2", "letterSpacing")):
        choose(page, choice)
        assert of_page(page, "h1", name) != usual[name], choice
    assert page.page.locator(".v-chart__picture svg:visible").count()
    choose(page, "pictures-0")
    assert not page.page.locator(".v-chart__picture svg:visible").count()
    told = "[...document.querySelectorAll('.v-chart__picture')].map((one) => getComputedStyle(one, '::after').content)"
    assert all(len(words) > 40 for words in page.ask(told)), "each is told in words instead"
    stops = "(one) => { one.focus(); return document.activeElement === one; }"
    assert not any(chart.evaluate(stops) for chart in page.page.locator("[data-live]").all())
    page.ask(UNFOLD)
    assert all(table.is_visible() for table in page.page.locator("table").all())
    page.page.locator(".v-lowvision button").click()
    assert {name: of_page(page, "h1", name) for name in usual} == usual
    assert page.page.locator(".v-chart__picture svg:visible").count()
