"""A chart comes alive for a pointer, a finger and the keyboard; nothing is fetched before, and no failure harms it."""

import csv
import io
import re

import pytest
from playwright.sync_api import Locator, expect

from browser.gate import Gate
from browser.kinds import PAGES, WITH_CHARTS, words_of
from browser.served import Served
from browser.visit import Visit, Visitor
from support.thorough import one_in_three
from vitrina.measures.funding import FundingByYear

LIBRARY = "/js/vega.js"
FUNDING = "education/funding/"


def picture(visit: Visit, name: str = "funding-by-year") -> Locator:
    return visit.page.locator(f'.v-chart__picture[data-live$="{name}"]')


def tip(visit: Visit) -> Locator:
    return visit.page.locator(".v-tooltip")


def first_mark(visit: Visit, name: str = "funding-by-year") -> tuple[float, float]:
    """The middle of the first filled shape of the drawing on show, brought into sight."""
    shape = picture(visit, name).locator("svg path[fill]:visible").first
    shape.scroll_into_view_if_needed()
    box = shape.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def told_on_the_way(visit: Visit, chart: Locator) -> set[str]:
    """What the tooltip says while the pointer crosses a chart at different heights, until it has said two things."""
    box = chart.bounding_box()
    assert box
    told: set[str] = set()
    for height in (0.3, 0.6, 0.8, 0.45, 0.15):
        for way in range(1, 9):
            visit.page.mouse.move(box["x"] + box["width"] * way / 9, box["y"] + box["height"] * height)
            told.add(visit.ask("document.querySelector('.v-tooltip:not([hidden])')?.textContent ?? ''"))
            if len(told - {""}) > 1:
                return told - {""}
    return told - {""}


def come_alive(visit: Visit, name: str = "funding-by-year") -> None:
    """Move the focus there, as the Tab key does, and wait for the live drawing."""
    picture(visit, name).focus()
    expect(picture(visit, name)).to_have_attribute("role", "application")


def sentence(funding: FundingByYear, source: str, year: int, path: str) -> str:
    return words_of(path).in_scale(funding.amounts[source, year], "million")


@pytest.mark.parametrize("name", one_in_three(WITH_CHARTS, first=1))
def test_every_chart_answers_the_pointer_and_stays_where_it_was(visit: Visitor, name: str) -> None:
    window = visit(WITH_CHARTS[name])
    assert not window.asked_for(LIBRARY)
    assert not window.asked_for(".json")
    before = window.look("places")
    for chart in window.page.locator(".v-chart__picture").all():
        live = chart.get_attribute("data-live")
        assert live
        chart.scroll_into_view_if_needed()
        shapes = chart.locator("svg path:visible").count()
        chart.hover()
        expect(chart).to_have_attribute("role", "application")
        told = told_on_the_way(window, chart)
        assert len(told) >= min(2, shapes) > 0, live
        assert all(any(character.isdigit() for character in words) for words in told), told
        window.page.mouse.move(0, 0)
        expect(tip(window)).to_be_hidden()
    assert len(window.asked_for(LIBRARY)) == 1
    assert window.look("places") == before
    assert not window.shifts()


@pytest.mark.parametrize("path", [FUNDING, f"en/{FUNDING}"])
def test_the_pointer_is_told_the_amount_in_words(visit: Visitor, funding: FundingByYear, path: str) -> None:
    window = visit(path)
    window.page.mouse.move(*first_mark(window))
    expect(tip(window)).to_contain_text(sentence(funding, funding.sources[0], funding.years[0], path))
    expect(tip(window)).to_contain_text(str(funding.years[0]))


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", one_in_three([FUNDING, f"en/{FUNDING}"]))
def test_arrow_keys_step_through_every_amount_and_announce_it(
    visit: Visitor, funding: FundingByYear, path: str, width: int
) -> None:
    window = visit(path, width=width)
    assert not window.asked_for(LIBRARY)
    before = window.look("places")
    come_alive(window)
    assert len(window.asked_for(LIBRARY)) == 1
    announced = []
    for _ in funding.amounts:
        window.page.keyboard.press("ArrowRight")
        announced.append(window.page.locator("[role=status]").inner_text())
        assert tip(window).inner_text() == announced[-1]
    expected = [
        (str(year), sentence(funding, source, year, path))
        for year in funding.years
        for source in funding.sources
        if (source, year) in funding.amounts
    ]
    assert len(set(announced)) == len(expected) == 38
    for words, (year, amount) in zip(announced, expected, strict=True):
        assert year in words
        assert amount in words
    assert window.look("places") == before


# Its file has the other sources too, or the first year, which has none before it to be compared with.
FEWER_THAN_ROWS = {"sources-federal": 5, "change": 10}


HEARD = """() => {
  const status = document.querySelector("[role=status]"), heard = window.heard = [];
  new MutationObserver(() => heard.push(status.innerText)).observe(status, { childList: true, characterData: true });
}"""
"""Notes all that is announced from now on."""
AT_ONCE = 10
"""So often a key is sent before it is asked what was announced, as when somebody holds it down."""


def all_told(window: Visit, chart: Locator) -> list[str]:
    """What is announced from the first value to the last, after which nothing new is."""
    chart.focus()
    expect(chart).to_have_attribute("role", "application")
    window.ask(HEARD)
    window.page.keyboard.press("Home")
    before, told = 0, list(window.ask("window.heard"))
    while before < len(told):
        window.page.keyboard.press("+".join(["ArrowRight"] * AT_ONCE))
        before, told = len(told), list(dict.fromkeys(window.ask("window.heard")))
    return told


def known_rows(window: Visit, chart: Locator) -> int:
    """The rows of the chart's own file that have a number."""
    address = chart.evaluate("(one) => one.closest('figure').querySelector('[href$=\".csv\"]').href")
    content = window.page.request.get(address).body().decode("utf-8-sig")
    _, *rows = csv.reader(io.StringIO(content), delimiter=";")
    return sum(any(re.fullmatch(r"-?\d+(,\d+)?", cell) for cell in row[1:]) for row in rows)


@pytest.mark.parametrize(
    ("at", "path", "charts"),
    one_in_three(
        [
            ("site", "education/funding/", 8),
            ("site", "en/education/situation/", 4),
            ("sample_site", "schools/execution/", 3),
            ("sample_site", "schools/evaluation/", 1),
            ("sample_site", "schools/changes/", 1),
            ("sample_site", "schools/indicators/club-certificates-share/", 2),
            ("sample_site", "schools/funding/2024/", 3),
        ]
    ),
)
def test_every_value_of_every_chart_is_told_by_key(
    visit: Visitor, at: str, path: str, charts: int, request: pytest.FixtureRequest
) -> None:
    """A nought, which has no bar, too; a bar of several pieces once."""
    site: Served = request.getfixturevalue(at)
    window = visit(path, at=site)
    pictures = window.page.locator("[data-live]").all()
    assert len(pictures) == charts
    for chart in pictures:
        told, live = all_told(window, chart), chart.get_attribute("data-live")
        assert len(told) >= FEWER_THAN_ROWS.get(str(live), known_rows(window, chart)), live
        assert all(told), live


def test_other_keys_go_back_to_the_ends_and_away(visit: Visitor) -> None:
    window = visit(FUNDING)
    come_alive(window)
    status = window.page.locator("[role=status]")
    said = {}
    for key in ("Home", "ArrowDown", "ArrowUp", "End", "ArrowRight", "ArrowLeft"):
        window.page.keyboard.press(key)
        said[key] = status.inner_text()
    assert said["ArrowUp"] == said["Home"] != said["ArrowDown"]
    assert said["ArrowRight"] == said["End"] != said["ArrowLeft"]
    expect(tip(window)).to_be_visible()
    window.page.keyboard.press("Escape")
    expect(tip(window)).to_be_hidden()
    assert not status.inner_text()
    window.page.keyboard.press("Home")
    expect(tip(window)).to_be_visible()
    window.page.keyboard.press("Tab")
    expect(tip(window)).to_be_hidden()


def test_the_tab_key_reaches_every_chart_and_does_not_stay_in_it(visit: Visitor) -> None:
    window = visit(FUNDING)
    reached: list[str] = []
    for _ in range(120):
        window.page.keyboard.press("Tab")
        live, is_past = window.ask(
            "[document.activeElement.dataset.live ?? '', document.activeElement.closest('footer') !== null]"
        )
        if live:
            expect(picture(window, live)).to_have_attribute("role", "application")
            reached.append(live)
        if is_past:
            break
    expected = [chart.get_attribute("data-live") for chart in window.page.locator("[data-live]").all()]
    assert reached == expected


@pytest.mark.parametrize("path", [FUNDING, PAGES["a year ahead, en"]])
def test_a_finger_is_told_the_amount_too(visit: Visitor, funding: FundingByYear, path: str) -> None:
    phone = visit(path, width=360, height=740, touch=True)
    assert not phone.asked_for(LIBRARY)
    name = "funding-by-year" if path == FUNDING else "year-among-years"
    phone.page.touchscreen.tap(*first_mark(phone, name))
    expect(tip(phone)).to_be_visible()
    words, year = words_of(path), funding.years[0]
    amount = (
        sentence(funding, funding.sources[0], year, path)
        if path == FUNDING
        else words.in_scale(funding.totals[year], "million")
    )
    expect(tip(phone)).to_contain_text(amount)
    box = tip(phone).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360


@pytest.mark.parametrize("late", ["js/live-chart.js", "js/vega.js"])
def test_a_finger_is_told_even_if_it_has_to_wait(visit: Visitor, late: str) -> None:
    phone = visit(FUNDING, width=360, touch=True)
    gate = Gate(phone.page, f"**/{late}")
    phone.page.touchscreen.tap(*first_mark(phone))
    gate.open()
    expect(tip(phone)).to_be_visible()


@pytest.mark.parametrize("late", ["js/live-chart.js", "js/vega.js"])
def test_a_pointer_that_has_left_is_told_nothing(visit: Visitor, late: str) -> None:
    window = visit(FUNDING)
    gate = Gate(window.page, f"**/{late}")
    window.page.mouse.move(*first_mark(window))
    window.page.wait_for_timeout(50)
    window.page.mouse.move(0, 0)
    gate.open()
    expect(picture(window)).to_have_attribute("role", "application")
    expect(tip(window)).to_be_hidden()


@pytest.mark.parametrize("lost", ["js/vega.js", "js/live-chart.js", "funding-by-year-wide.json"])
def test_the_picture_stays_when_the_live_one_cannot_be_fetched(visit: Visitor, lost: str) -> None:
    window = visit(FUNDING, without=lost)
    still = picture(window).inner_html()
    with window.page.expect_event("requestfailed"):
        window.page.mouse.move(*first_mark(window))
    window.page.wait_for_timeout(100)
    assert picture(window).inner_html() == still
    assert picture(window).get_attribute("role") == "img"
    assert not window.page.locator(".v-tooltip:visible").count()
    window.page.unroute_all()
    window.page.mouse.move(0, 0)
    window.page.mouse.move(*first_mark(window))
    expect(tip(window)).to_be_visible()


def test_narrow_and_wide_drawings_come_alive_each_by_itself(visit: Visitor) -> None:
    window = visit(FUNDING)
    come_alive(window)
    window.page.set_viewport_size({"width": 360, "height": 800})
    window.page.mouse.move(*first_mark(window))
    expect(tip(window)).to_be_visible()
    assert (
        len(window.asked_for("funding-by-year-wide.json")) == len(window.asked_for("funding-by-year-narrow.json")) == 1
    )
