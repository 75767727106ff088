"""A plan is laid beside the actual that belongs to it, and judged no sooner than the document allows."""

from datetime import date
from decimal import Decimal

import pytest

from observing import KNOWN_UNTIL, SHARE, indicator, plan, value
from vitrina.dataset.subjects import Observation
from vitrina.measures.progress import Comparison, comparisons, groups, is_within_a_year, series, undated


def compared(
    *observations: Observation, direction: str = "rising", unit: str = "раз|раза|раз", until: date = KNOWN_UNTIL
) -> tuple[Comparison, ...]:
    return comparisons(indicator(direction, unit), observations, until)


# Which actual belongs to which plan.


def test_each_plan_stands_beside_the_actual_of_its_own_time_the_earliest_first() -> None:
    found = compared(value("2020", 553), plan("2020", 190), value("2019", 180), plan("2019", 190))
    assert [(one.plan.id, one.actual and one.actual.id) for one in found] == [
        ("plan 2019", "actual 2019"),
        ("plan 2020", "actual 2020"),
    ]


def test_an_actual_of_another_group_or_time_or_without_a_value_belongs_to_no_plan() -> None:
    [found] = compared(
        plan("2020", 190, group="сады"),
        value("2020", 200),
        value("2020", 200, group="школы"),
        value("2019", 200, group="сады"),
        value("2019..2020", 400, group="сады"),
        value("", 200, group="сады"),
        value("2020-01..2020-06", None, group="сады"),
    )
    assert found.actual is None


def test_neither_an_estimate_nor_a_forecast_stands_in_for_an_actual() -> None:
    [found] = compared(plan("2020", 190), value("2020", 200, "estimate"), value("2020", 200, "forecast"))
    assert (found.actual, found.status, found.percent) == (None, "none", None)


def test_of_several_actuals_within_the_time_of_a_plan_the_latest_counts() -> None:
    [found] = compared(plan("2020", 190), value("2020-01..2020-06", 90), value("2020-01..2020-09", 140))
    assert found.actual is not None
    assert found.actual.id == "actual 2020-01..2020-09"


def test_a_plan_for_a_day_stands_beside_the_latest_day_until_then() -> None:
    [found] = compared(
        plan("2020-12-31", 75),
        value("2019-01-01", 60),
        value("2020-01-01", 62),
        value("2021-01-01", 80),
        value("2020", 70),
    )
    assert found.actual is not None
    assert found.actual.id == "actual 2020-01-01"
    assert not found.is_part


def test_a_plan_without_a_time_is_never_judged() -> None:
    [found] = compared(plan("", 100), value("", 100), value("2020", 100))
    assert (found.actual, found.status) == (None, "none")


def test_a_plan_without_a_value_is_no_plan() -> None:
    assert compared(plan("2020", None), value("2020", 5)) == ()
    assert compared() == ()


def test_plans_without_a_time_come_last() -> None:
    found = compared(plan("", 100), plan("2021", 2), plan("2019", 1))
    assert [one.plan.id for one in found] == ["plan 2019", "plan 2021", "plan"]


# What is said of it.


@pytest.mark.parametrize(
    ("sign", "direction", "reached", "status"),
    [
        # More is good.
        ("=", "rising", 191, "better"),
        ("=", "rising", 190, "as-planned"),
        ("=", "rising", 189, "worse"),
        # Less is good.
        ("=", "falling", 189, "better"),
        ("=", "falling", 190, "as-planned"),
        ("=", "falling", 191, "worse"),
        # The sign of the plan says more than the direction.
        ("≥", "falling", 553, "better"),
        ("≥", "none", 189, "worse"),
        ("≤", "rising", 189, "better"),
        ("≤", "none", 191, "worse"),
        ("≥", "rising", 190, "as-planned"),
        ("≤", "falling", 190, "as-planned"),
        # More than 190 is not 190.
        (">", "rising", 190, "worse"),
        (">", "rising", 191, "better"),
        # To be kept as it is.
        ("=", "steady", 190, "as-planned"),
        ("=", "steady", 191, "worse"),
        ("=", "steady", 189, "worse"),
        ("=", "none", 191, "worse"),
    ],
)
def test_a_year_that_is_over_is_judged_by_the_sign_and_by_what_is_good(
    sign: str, direction: str, reached: int, status: str
) -> None:
    [found] = compared(plan("2020", 190, sign), value("2020", reached), direction=direction)
    assert found.status == status
    assert not found.is_part


def test_a_hundredth_is_enough_to_differ() -> None:
    [found] = compared(plan("2020", "62.5"), value("2020", "62.49"), unit=SHARE)
    assert found.status == "worse"
    [found] = compared(plan("2020", "62.50"), value("2020", "62.5"), unit=SHARE)
    assert found.status == "as-planned"


def test_nothing_known_is_told_apart_from_not_due_yet() -> None:
    found = compared(plan("2020", 190), plan("2021", 190), plan("2024-12-31", 75))
    assert [(one.plan.id, one.status) for one in found] == [
        ("plan 2020", "none"),
        ("plan 2021", "not-due"),
        ("plan 2024-12-31", "not-due"),
    ]


def test_a_plan_is_due_on_the_last_day_that_the_edition_tells_of_and_not_the_day_before() -> None:
    [on_the_day] = compared(plan("2021-01..2021-09", 190))
    [the_day_before] = compared(plan("2021-01..2021-09", 190), until=date(2021, 9, 29))
    assert (on_the_day.status, the_day_before.status) == ("none", "not-due")


def test_a_count_that_is_over_its_plan_before_its_time_stays_over_it() -> None:
    [found] = compared(plan("2021", 190, "≥"), value("2021-01..2021-09", 436))
    assert (found.status, found.is_part) == ("better", True)


def test_a_count_below_its_plan_is_not_judged_before_its_time() -> None:
    [found] = compared(plan("2021", 190, "≥"), value("2021-01..2021-09", 189))
    assert (found.status, found.is_part) == ("not-due", True)


@pytest.mark.parametrize(
    ("sign", "direction", "unit"),
    [("=", "rising", SHARE), ("≥", "rising", SHARE), ("≤", "none", "раз|раза|раз"), ("=", "falling", "раз|раза|раз")],
)
@pytest.mark.parametrize("reached", [100, 190, 300])
def test_what_may_still_turn_is_not_judged_before_its_time(sign: str, direction: str, unit: str, reached: int) -> None:
    """A share may fall again, and what must stay under its plan may still rise over it."""
    [found] = compared(plan("2021", 190, sign), value("2021-01..2021-09", reached), direction=direction, unit=unit)
    assert (found.status, found.is_part) == ("not-due", True)


def test_a_share_of_an_earlier_day_is_not_judged_by_the_plan_of_a_later_one() -> None:
    [found] = compared(plan("2024-12-31", 75, "≥"), value("2021-01-01", 62), unit=SHARE)
    assert (found.status, found.is_part) == ("not-due", False)
    assert found.actual is not None


def test_the_percent_of_a_plan_is_exact_and_there_is_none_of_a_plan_of_zero() -> None:
    [over, half] = compared(plan("2019", 190), value("2019", 553), plan("2020", 190), value("2020", 95))
    assert over.percent == Decimal(55300) / 190
    assert half.percent == 50
    [nothing] = compared(plan("2020", 0), value("2020", 5))
    assert nothing.percent is None
    [none_reached] = compared(plan("2020", 190), value("2020", 0))
    assert none_reached.percent == 0


# What stands in a row, and what stands side by side.


def test_a_row_holds_what_was_and_what_is_foreseen_in_order_of_time_and_no_plan() -> None:
    found = series(
        [
            value("2022", 130, "forecast"),
            value("2020", 180, "estimate"),
            plan("2020", 200),
            value("2021-01-01", 404),
            value("2019", None),
            value("", 5),
            value("2018", 11, group="сады"),
            value("2018", 7, part_of="actual 2018"),
        ]
    )
    assert [one.id for one in found] == ["estimate 2020", "actual 2021-01-01", "forecast 2022"]


def test_of_two_that_end_on_one_day_the_longer_comes_first() -> None:
    assert [
        one.id for one in series([value("2020-12-31", 1), value("2020-01..2020-12", 2), value("2019..2020", 3)])
    ] == [
        "actual 2019..2020",
        "actual 2020-01..2020-12",
        "actual 2020-12-31",
    ]


def test_values_of_no_named_time_are_kept_by_themselves() -> None:
    rows = [value("", 363), plan("", 100), value("", 6, group="школы"), value("", None, "estimate"), value("2020", 1)]
    assert [one.value for one in undated(rows)] == [363]


def test_groups_of_the_whole_stand_side_by_side_in_the_order_of_the_table() -> None:
    rows = [
        value("2021-01-01", 404),
        value("2021-01-01", 141, group="до 1 года", part_of="actual 2021-01-01"),
        value("2021-01-01", 0, group="от 3 до 7 лет", part_of="actual 2021-01-01"),
        value("2021-01-01", None, group="старше", part_of="actual 2021-01-01"),
        plan("2021-01-01", 9, group="до 1 года"),
    ]
    assert [(one.group, str(one.value)) for one in groups(rows)] == [("до 1 года", "141"), ("от 3 до 7 лет", "0")]
    assert groups(rows[:1]) == ()


@pytest.mark.parametrize(
    ("when", "part"),
    [
        ("2020", False),
        ("2019..2020", False),
        ("2020-12-31", False),
        ("2014..2024", False),
        ("", False),
        ("2021-01..2021-09", True),
        ("2021-03", True),
        ("2019-01-01..2019-12-20", True),
        ("2020-09..2021-05", True),
    ],
)
def test_a_part_of_a_year_is_neither_a_day_nor_whole_years(when: str, part: bool) -> None:
    assert is_within_a_year(value(when, 1)) == part
