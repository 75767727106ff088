"""What pages say of money spent: what it is measured by, which finding it gives, how years and percents are written."""

from decimal import Decimal

import pytest

from vitrina.measures.execution import Execution
from vitrina.pages.spending import SpentRow, base_of, finding, of_plan, percent, plan_name, stages_of
from vitrina.pages.year_lists import years_list
from vitrina.words import Words

RUSSIAN, ENGLISH = Words("ru"), Words("en")
THOUSAND = 100_000
"""Kopecks in a thousand roubles."""


def execution(actual: int | None, year: int = 2021, **stages: int) -> Execution:
    """Stages in thousand roubles."""
    kopecks = {name: stages[name] * THOUSAND if name in stages else None for name in ("plan", "approved", "revised")}
    return Execution(
        "town",
        None,
        year,
        actual=None if actual is None else actual * THOUSAND,
        computed=frozenset(),
        reasons=(),
        quotations={},
        years=(year,),
        **kopecks,
    )


def row(name: str, actual: int, **stages: int) -> SpentRow:
    return SpentRow(name, name.lower(), None, execution(actual, **stages))


def test_the_plan_that_all_rows_are_measured_by_is_named() -> None:
    revised = [execution(9, plan=12, revised=10), execution(9, approved=11, revised=10)]
    assert base_of(revised) == "revised"
    assert plan_name(RUSSIAN, revised) == "уточнённый план"
    assert of_plan(RUSSIAN, revised) == "уточнённого плана"
    assert of_plan(ENGLISH, revised) == "of the revised plan"


def test_rows_that_are_measured_by_different_plans_have_just_a_plan() -> None:
    assert plan_name(RUSSIAN, [execution(9, plan=10), execution(9, revised=10)]) == "план"
    assert plan_name(RUSSIAN, [execution(9, plan=10), execution(9)]) == "план программы"


def test_a_stage_that_no_row_states_has_no_column() -> None:
    assert stages_of([row("а", 9, revised=10), row("б", 9, plan=10)]) == ("plan", "revised")
    assert stages_of([row("а", 9)]) == ()


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("98.04", "98,0\u00a0%"),
        ("100", "100,0\u00a0%"),
        ("99.97", "99,97\u00a0%"),
        ("99.9996", "99,9996\u00a0%"),
        ("100.004", "100,004\u00a0%"),
        ("104.46", "104,5\u00a0%"),
    ],
)
def test_a_percent_does_not_hide_that_not_all_was_spent(share: str, text: str) -> None:
    assert percent(RUSSIAN, Decimal(share)) == text


@pytest.mark.parametrize(
    ("years", "russian", "english"),
    [
        ([2021], "2021\u00a0год", "2021"),
        ([2020, 2021, 2022], "2020–2022\u00a0годы", "2020–2022"),
        ([2020, 2021, 2023], "2020–2021\u00a0и 2023\u00a0годы", "2020–2021 and 2023"),
    ],
)
def test_years_in_a_row_are_a_span_and_a_gap_stays_a_gap(years: list[int], russian: str, english: str) -> None:
    assert years_list(RUSSIAN, years) == russian
    assert years_list(ENGLISH, years) == english


def test_the_finding_is_what_stands_farthest_from_its_plan_below_it_or_above() -> None:
    rows = [row("Садам", 99, plan=100), row("Школам", 90, plan=100), row("Кружкам", 104, plan=100)]
    assert finding(RUSSIAN, rows) == "Дальше всего от плана школам: потратили 90,0\u00a0%"
    assert finding(RUSSIAN, [*rows, row("Лагерям", 130, plan=100)]).endswith("лагерям: потратили 130,0\u00a0%")
    assert finding(ENGLISH, rows) == "Farthest from its plan: школам, with 90.0% spent"


def test_two_that_are_equally_far_give_a_range_and_no_culprit() -> None:
    rows = [row("Садам", 90, plan=100), row("Школам", 110, plan=100)]
    assert finding(RUSSIAN, rows) == "Потратили от 90,0\u00a0% до 110,0\u00a0% плана программы"


def test_a_finding_without_differences_without_a_plan_and_of_one_row() -> None:
    assert finding(RUSSIAN, [row("а", 5, plan=5), row("б", 7, plan=7)]) == (
        "Потратили ровно столько, сколько запланировали"
    )
    assert finding(RUSSIAN, [row("а", 500), row("б", 700)]) == (
        "Потратили 1,2\u00a0млн\u00a0₽. С чем сравнить, в документах не указано"
    )
    assert finding(RUSSIAN, [row("Садам", 9, revised=10), row("Школам", 3)]) == (
        "Садам: потратили 90,0\u00a0% уточнённого плана"
    )


def test_a_plan_of_nothing_has_no_percent_and_is_no_finding() -> None:
    assert finding(RUSSIAN, [row("Садам", 9, plan=0), row("Школам", 3, plan=4)]) == (
        "Школам: потратили 75,0\u00a0% плана программы"
    )
