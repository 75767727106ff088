"""The page of changes, made from the sample: each document with what it changed, the newest first."""

import pytest

from support.rendered import pages_of_kind
from vitrina.dataset.programme import Dataset, Programme
from vitrina.measures.changes import changes
from vitrina.pages.changes import Amendment
from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.words import Words
from vitrina.words.numbers import Language


def page_of(sample: Dataset, programme: Programme, language: Language = "ru") -> Page:
    [page] = pages_of_kind(Context(sample, programme, Words(language)), "changes")
    return page


def amendments(page: Page) -> list[Amendment]:
    listed = page.values["amendments"]
    assert isinstance(listed, list)
    return listed


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_change_stands_on_the_page_once(sample: Dataset, schools: Programme, language: Language) -> None:
    listed = amendments(page_of(sample, schools, language))
    assert sum(len(one.values) + len(one.amounts) for one in listed) == len(changes(schools)) > 200
    assert all(one.finding and one.reason for one in listed)


def test_the_newest_document_stands_first(sample: Dataset, schools: Programme) -> None:
    listed = [one.id for one in amendments(page_of(sample, schools))]
    assert listed == ["amendment-2025", "report-2022", "edition-2023", "amendment-2021"]


def test_an_amendment_tells_the_year_before_and_after_and_why(sample: Dataset, schools: Programme) -> None:
    """By the passports: 2021 was 1 150 829,3 and became 1 107 414,6; 2022 was 1 178 511,4 and became 1 247 795,2."""
    amendment = amendments(page_of(sample, schools))[-1]
    assert [(year.year, year.before, year.after, year.difference) for year in amendment.years] == [
        (2021, 115_082_930_000, 110_741_460_000, -4_341_470_000),
        (2022, 117_851_140_000, 124_779_520_000, 6_928_380_000),
    ]
    assert amendment.requisites == "15\u00a0июня 2021\u00a0года, №\u00a0214-п"
    assert amendment.reason.startswith("Открытие детского сада")


def test_a_corrected_report_gives_its_reason_in_its_own_words(sample: Dataset, schools: Programme) -> None:
    report = next(one for one in amendments(page_of(sample, schools)) if one.id == "report-2022")
    first = report.amounts[0]
    assert (first.before, first.after, first.difference) == (
        "1\u202f083\u202f510,03951",
        "1\u202f083\u202f355,71951",
        "−154,32",
    )
    assert first.reason == "Уточнено после сверки с краем: возвращён остаток субсидии"
    assert ("нет данных", "2\u202f415\u00a0детей") in [(value.before, value.after) for value in report.values]


def test_a_figure_that_an_edition_leaves_out_is_told_apart(sample: Dataset, schools: Programme) -> None:
    edition = next(one for one in amendments(page_of(sample, schools)) if one.id == "edition-2023")
    withdrawn = [one for one in (*edition.amounts, *edition.values) if not one.after]
    assert "Бассейн при школе: краевой бюджет" in [one.what for one in withdrawn]
    assert all(not one.difference for one in withdrawn)
    assert [year.year for year in edition.years if year.before is None] == [2026, 2027]


def test_a_programme_that_nothing_changed_has_no_such_page(sample: Dataset) -> None:
    parks = sample.programme("parks")
    assert pages_of_kind(Context(sample, parks, Words("ru")), "changes") == []
