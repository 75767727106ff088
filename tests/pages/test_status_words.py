"""A status in words: what it is that there is no data for, the arithmetic beside it, and the rule as a page says it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from support.datasets import DIVNOGORSK
from support.observations import KNOWN_UNTIL, SHARE, indicator, observed, plan, value
from support.spaces import plain
from vitrina.charts.findings.observed import status_of
from vitrina.dataset.programme import Observation, Rule
from vitrina.dataset.reader import read_dataset
from vitrina.measures.status import StatusRule, comparisons
from vitrina.pages.context import Context
from vitrina.pages.observed import rule_told
from vitrina.pages.plan_rows import how
from vitrina.words import Words
from vitrina.words.numbers import Language


@pytest.mark.parametrize(
    ("rows", "russian", "english"),
    [
        (
            (plan("2019", 190, "≥"), value("2019-01-01..2019-12-20", 98)),
            "нет данных за весь год",
            "no data for the whole year",
        ),
        (
            (plan("2018..2019", 190, "≥"), value("2018", 98)),
            "нет данных за весь срок",
            "no data for the whole time",
        ),
        ((plan("2020-12-31", 5), value("2020-01-01", 4)), "нет данных на этот день", "no data for that day"),
        ((plan("2020", 85), value("2020", 80, sign=">")), "нельзя сравнить", "cannot be compared"),
        ((plan("2020", 85),), "нет данных", "no data"),
        ((plan("2020", 85), value("2020", 85)), "по плану", "as planned"),
    ],
)
def test_a_status_says_what_there_is_no_data_for(rows: tuple[Observation, ...], russian: str, english: str) -> None:
    for language, said in (("ru", russian), ("en", english)):
        told = observed(*rows, language=language)
        assert status_of(told, told.comparisons[0]) == said


@pytest.mark.parametrize(
    ("rows", "tolerance", "said"),
    [
        ((plan("2020", 190), value("2020", 553)), 0, "553 − 190 = 363"),
        ((plan("2020", "62.5"), value("2020", 60)), 0, "60 − 62,5 = −2,5"),
        ((plan("2020", 190), value("2020", 195)), 5, "195 − 190 = 5, а можно отличаться на 9,5"),
        ((plan("2020", 60, upper=Decimal(80)), value("2020", 70)), 5, "70 лежит от 60 до 80"),
        ((plan("2020", 60, upper=Decimal(80)), value("2020", 90)), 0, "90 − 80 = 10"),
        ((plan("2019", 190, "≥"), value("2019-01..2019-11", 98)), 0, ""),
        ((plan("2020", 190),), 0, ""),
    ],
)
def test_the_arithmetic_of_a_status_can_be_done_again_by_hand(
    rows: tuple[Observation, ...], tolerance: int, said: str
) -> None:
    told = observed(*rows)
    [compared] = comparisons(told.indicator, rows, StatusRule(Decimal(tolerance)), KNOWN_UNTIL)
    assert plain(how(told, compared)) == said


def test_a_range_is_told_with_both_its_ends() -> None:
    ranged = plan("2020", 60, upper=Decimal(75))
    assert plain(observed(ranged, unit=SHARE).signed(ranged)) == "60–75 %"
    assert plain(observed(ranged).quantity(ranged)) == "60–75 детей"


def told_rule(language: Language, direction: str = "", **rules: str) -> str:
    """`tolerance_percent="5"` is a row of rules.csv."""
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset is not None
    programme = dataset.programme("education")
    rows = tuple(
        Rule(field=field.replace("_", "-"), value=amount, whose="ours", row=2) for field, amount in rules.items()
    )
    context = Context(dataset, replace(programme, rules=rows), Words(language))
    return plain(rule_told(context, indicator(direction) if direction else None))


def test_without_a_tolerance_two_figures_are_compared() -> None:
    said = "Сравнили два числа: из факта вычли план. Ноль значит «по плану»."
    assert told_rule("ru") == told_rule("ru", tolerance_percent="0") == said
    assert told_rule("en").startswith("We compared two figures")


def test_a_tolerance_is_said_with_its_percent_and_that_of_what_is_to_stay_only_where_it_counts() -> None:
    both = {"tolerance_percent": "5", "steady_tolerance_percent": "2,5"}
    assert "до 5 % плана" in told_rule("ru", **both)
    assert told_rule("ru", **both).endswith("Где лучше без перемен, можно до 2,5 %.")
    assert "2,5" not in told_rule("ru", "rising", **both)
    assert "до 2,5 % плана" in told_rule("ru", "steady", **both)
    assert "без перемен" not in told_rule("ru", tolerance_percent="5")
