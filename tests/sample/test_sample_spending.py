"""The pages of money spent, as the sample has them; and what the real programme says where it has none of it."""

from dataclasses import replace

import pytest

from pages.saying import saying
from pages.seen import seen
from pages.test_hostile_dataset import HOSTILE, PLAIN, body, without_made_ids
from support.datasets import DIVNOGORSK
from support.rendered import dataset_in, pages_of_kind, told
from vitrina.dataset.programme import Dataset
from vitrina.measures.known import Missing
from vitrina.pages.assignments import AssignedService
from vitrina.pages.check import check
from vitrina.pages.context import Context
from vitrina.pages.deviations import deviations
from vitrina.pages.funding import funding
from vitrina.pages.home import home
from vitrina.pages.levels import levels_of
from vitrina.pages.measures import Measure, measures_of
from vitrina.pages.observed import profiles_of
from vitrina.pages.page import Page, write_page
from vitrina.pages.year import year_page
from vitrina.words import Words
from vitrina.words.numbers import NARROW_SPACE, NO_BREAK_SPACE, WORD_JOINER


@pytest.fixture(scope="module")
def town(sample: Dataset) -> Context:
    return Context(sample, sample.programme("schools"), Words("ru"))


@pytest.fixture(scope="module")
def parks(sample: Dataset) -> Context:
    return Context(sample, sample.programme("parks"), Words("ru"))


@pytest.fixture(scope="module")
def real() -> Context:
    dataset = dataset_in(DIVNOGORSK)
    return Context(dataset, dataset.programmes[0], Words("ru"))


def written(page: Page, context: Context) -> str:
    """The page's Markdown with plain spaces, without its pictures and what keeps a range on one line."""
    text = write_page(told(page, context), context.words, lambda drawing: f"<svg>{drawing.name}</svg>")
    return text.replace(NO_BREAK_SPACE, " ").replace(NARROW_SPACE, " ").replace(WORD_JOINER, "")


def kopecks(context: Context, line: str, stage: str, year: int) -> int:
    """The stated total of a year, the last document's, added up here on its own."""
    money = context.programme.money
    rows = money[(money["line"] == line) & (money["stage"] == stage) & (money["year"] == year)]
    return int(rows[rows["source"] == "total"]["kopecks"].iloc[-1])


def test_the_share_that_was_spent_is_of_the_years_that_are_reported(town: Context) -> None:
    [page] = pages_of_kind(town, "execution")
    spent = sum(kopecks(town, "education", "actual", year) for year in range(2020, 2026))
    planned = sum(kopecks(town, "education", "revised", year) for year in range(2020, 2026))
    share = f"{spent * 100 / planned:.1f}".replace(".", ",")
    assert f"# За 2020–2025 годы потратили {share} % того, что запланировали" in written(page, town)
    assert "За 2020–2025 годы [потратили](" in written(funding(town), town)
    assert f") {share} % уточнённого плана" in written(funding(town), town)
    overview = home(town, town.places.overview, profiles_of(town))
    assert "За 2020–2025 годы [потратили](" in written(overview, town)
    assert f") {share} % уточнённого плана" in written(overview, town)


def test_years_ahead_are_named_and_have_no_figures(town: Context) -> None:
    [page] = pages_of_kind(town, "execution")
    assert "Ещё впереди: 2026–2027 годы." in written(page, town)
    assert [row.name for row in page.values["years"]] == [str(year) for year in range(2020, 2026)]  # type: ignore[attr-defined]
    assert "execution" not in year_page(town, 2026).charts
    assert "Отчёта о расходах за этот год ещё нет." in written(year_page(town, 2026), town)


def test_a_year_with_a_report_shows_its_sources_and_every_reason(town: Context) -> None:
    page = year_page(town, 2021)
    text = written(page, town)
    assert page.charts["execution"].chart.id == "spent-by-source"
    assert "Подрядчик отстал от графика работ" in text
    assert "Срок ввода здания перенесён на 2022 год" in text
    assert "Сколько потрачено на самом деле, документ не говорит" not in text


def test_the_largest_deviation_comes_first_and_none_is_told_twice(town: Context) -> None:
    found = deviations(town)
    sizes = [abs(one.execution.difference or 0) for one in found]
    assert sizes == sorted(sizes, reverse=True)
    assert all(sizes)
    assert (
        found[0].title.replace(NO_BREAK_SPACE, " ").startswith("Новые детские сады, 2021 год: не потратили 16,8 млн ₽")
    )
    lines = {line.id: line.kind for line in town.programme.lines}
    assert {lines[one.execution.line] for one in found} == {"measure"}
    for one in found:
        quotes = [quote.official.original for why in one.reasons for quote in why.quotes]
        assert len(quotes) == len(set(quotes))


def test_where_reports_do_not_go_down_to_measures_deviations_are_those_of_subprogrammes(parks: Context) -> None:
    assert [(one.execution.line, one.year) for one in deviations(parks)] == [("green-parks", 2024), ("yards", 2024)]


def test_measures_say_what_was_done_and_which_get_no_more_money(town: Context) -> None:
    [page] = pages_of_kind(town, "measures")
    text = written(page, town)
    measures: dict[str, Measure] = {one.id: one for one in measures_of(town, "schools")}
    assert measures["school-repairs"].state(2022) == "not-done"
    assert measures["school-repairs"].state(2026) == ""
    assert dict(measures["school-repairs"].amount_notes.codes)["ЦСР"] == "xxx"
    assert isinstance(measures["school-pool"].planned, Missing)
    assert "Денег на него в программе больше нет." in text
    assert "контракт на школу № 7 расторгнут" in text
    assert "# В 2025 году из 11 мероприятий выполнили 9, ещё 2 частично" in text


def test_what_an_amount_holds_stands_under_its_measure_and_its_programme(town: Context) -> None:
    # School No. 1 in 2024: 30 000,1 + 12 857,2 + 4 511,3 = 47 368,6 thousand roubles from three budgets.
    repairs = next(one for one in measures_of(town, "schools") if one.id == "school-repairs")
    first = repairs.amount_notes.of_which[0]
    assert (first.name.original, first.year, first.kopecks["plan"]) == ("школа № 1", 2024, 4_736_860_000)
    assert first.sources == "федеральный бюджет, краевой бюджет, местный бюджет"
    [measures], [spending] = pages_of_kind(town, "measures"), pages_of_kind(town, "execution")
    assert "368,60" in written(measures, town)
    assert "В том числе" in written(measures, town)
    assert "в рамках национального проекта" in written(spending, town)


def test_what_stands_right_under_the_programme_comes_after_the_subprogrammes(town: Context) -> None:
    [page] = pages_of_kind(town, "measures")
    assert [group.name for group in page.values["groups"]][-1] == "Сама программа"  # type: ignore[attr-defined]


def test_an_assignment_stands_beside_what_came_of_it(town: Context) -> None:
    [page] = pages_of_kind(town, "assignments")
    services: tuple[AssignedService, ...] = page.values["services"]  # type: ignore[assignment]
    care = next(service for service in services if service.id == "garden-care")
    silent = next(year for year in care.years if year.year == 2021)
    assert (silent.spent, silent.cost_percent, silent.rendered) == (
        None,
        None,
        f"3{NARROW_SPACE}009{NO_BREAK_SPACE}детей",
    )
    assert care.latest
    assert care.latest.year == 2025
    assert care.latest.is_short
    heading = "«Число детей»</span>. </span>Задание на 2025 год: 3 230 детей, вышло 3 217 {: #garden-care }"
    assert heading in written(page, town)


def test_a_subprogramme_shows_its_money_its_spending_and_its_measures(town: Context, parks: Context) -> None:
    schools = next(page for page in pages_of_kind(town, "subprogramme") if page.place.folder.endswith("/schools"))
    assert list(schools.charts) == ["line_by_year", "execution", "measure_execution"]
    yards = next(page for page in pages_of_kind(parks, "subprogramme") if page.place.folder.endswith("/yards"))
    assert list(yards.charts) == ["line_by_year", "execution"]


def test_the_check_shows_the_amount_that_does_not_agree_with_its_measures(town: Context) -> None:
    [(level, difference)] = [(level, one) for level in levels_of(town) for one in level.differing]
    assert level.id == "by-line-schools"
    assert [value.replace(NARROW_SPACE, " ") for _, _, value in difference.sum] == [
        "432 261,50",
        "432 216,50",
        "+45,00",
    ]
    assert difference.reason.startswith("Похоже, в строке подпрограммы две цифры поменялись местами")
    assert "Внутри неё не сходится 1 сумма" in written(check(town), town)


def test_a_programme_without_reports_has_none_of_these_pages_and_says_so(real: Context) -> None:
    assert [pages_of_kind(real, kind) for kind in ("execution", "measures", "assignments")] == [[], [], []]
    assert levels_of(real) == ()
    silent = "на самом деле, документ не говорит."
    assert f"Сколько потрачено {silent}" in written(funding(real), real)
    assert f"Сколько из него потратили {silent}" in written(home(real, real.places.overview, profiles_of(real)), real)
    assert f"Сколько потрачено {silent}" in written(year_page(real, 2016), real)
    for page in pages_of_kind(real, "subprogramme"):
        assert page.charts == {}
        assert "Потратили" not in written(page, real)


@pytest.mark.thorough
def test_hostile_text_in_the_words_of_reports_makes_no_element_and_no_link(sample: Dataset) -> None:
    hostile, plain = (spoken(sample, text) for text in (HOSTILE, PLAIN))
    assert list(hostile) == list(plain)
    for folder, text in plain.items():
        seen_hostile, seen_plain = seen(body(hostile[folder])), seen(body(text))
        assert without_made_ids(seen_hostile) == without_made_ids(seen_plain), folder
        assert seen_hostile.others == [], folder


def spoken(sample: Dataset, text: str) -> dict[str, str]:
    """The pages of money spent, by folder, of a sample whose every text is this one."""
    said = saying(sample, text)
    own, was = said.programme("schools"), sample.programme("schools").money
    money = own.money.assign(reason=was["reason"].where(was["reason"] == "", text))
    programmes = (replace(own, money=money), said.programme("parks"))
    town = Context(replace(said, programmes=programmes), programmes[0], Words("en"))
    pages = [
        *pages_of_kind(town, "execution"),
        *pages_of_kind(town, "measures"),
        *pages_of_kind(town, "assignments"),
        *pages_of_kind(town, "subprogramme"),
        told(year_page(town, 2021), town),
        told(check(town), town),
    ]
    return {
        page.place.folder: write_page(page, town.words, lambda drawing: f"<svg>{drawing.name}</svg>") for page in pages
    }
