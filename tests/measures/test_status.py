"""A plan is laid beside the actual that belongs to it, and judged no sooner than the document allows."""

from datetime import date
from decimal import Decimal

import pytest

from support.observations import KNOWN_UNTIL, SHARE, indicator, plan, seen, value
from vitrina.dataset.programme import Observation
from vitrina.measures.status import Comparison, StatusRule, comparisons, judged

EXACT, FIVE = StatusRule(), StatusRule(Decimal(5))


def compared(
    *observations: Observation,
    direction: str = "rising",
    unit: str = "раз|раза|раз",
    until: date = KNOWN_UNTIL,
    rule: StatusRule = EXACT,
) -> tuple[Comparison, ...]:
    return comparisons(indicator(direction, unit), observations, rule, until)


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
    assert (found.actual and found.actual.id, found.status) == ("actual 2020", "none")


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
        # Off its plan, but neither side is the better one.
        ("=", "none", 190, "as-planned"),
        ("=", "none", 191, "off-plan"),
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


def test_a_day_s_share_of_the_plan_s_last_day_is_of_its_whole_time() -> None:
    """A share is often told «as of the end of the year», while its plan is for the year."""
    [found] = compared(plan("2020", 75), value("2020-12-31", 80), value("2020-06-30", 90), unit=SHARE)
    assert found.actual is not None
    assert (found.actual.id, found.status, found.is_part) == ("actual 2020-12-31", "better", False)


# A part of the time, once the time is over.


def test_a_part_of_a_time_that_is_over_is_no_data_for_it_and_not_worse() -> None:
    """98 consultations until 20 December 2019 of at least 190 for that year."""
    [found] = compared(plan("2019", 190, "≥"), value("2019-01-01..2019-12-20", 98))
    assert seen(found.status, found.is_part, found.deviation) == ("none", True, -92)


@pytest.mark.parametrize(("reached", "status"), [(189, "none"), (190, "as-planned"), (191, "better")])
def test_a_part_of_a_time_that_is_over_counts_where_it_has_reached_all_of_a_least(reached: int, status: str) -> None:
    [found] = compared(plan("2019", 190, "≥"), value("2019-01..2019-11", reached))
    assert (found.status, found.is_part) == (status, True)


def test_a_part_says_nothing_of_a_most_or_of_a_share() -> None:
    [most] = compared(plan("2019", 190, "≤"), value("2019-01..2019-11", 5))
    [share] = compared(plan("2019", 75, "≥"), value("2019-01..2019-11", 80), unit=SHARE)
    assert (most.status, share.status) == ("none", "none")


def test_a_day_before_the_planned_one_says_nothing_once_that_is_past() -> None:
    [found] = compared(plan("2020-12-31", 75, "≥"), value("2020-01-01", 80), unit=SHARE)
    assert (found.status, found.is_part) == ("none", False)


# Tolerance.


@pytest.mark.parametrize(
    ("reached", "status"),
    [("94.99", "worse"), ("95", "as-planned"), ("100", "as-planned"), ("105", "as-planned"), ("105.01", "better")],
)
def test_a_tolerance_holds_to_both_sides_and_at_its_very_edge(reached: str, status: str) -> None:
    [found] = compared(plan("2020", 100), value("2020", reached), rule=FIVE)
    assert seen(found.status, found.allowed) == (status, 5)


@pytest.mark.parametrize(
    ("reached", "status"), [(94, "better"), (95, "as-planned"), (105, "as-planned"), (106, "worse")]
)
def test_a_tolerance_of_what_should_fall(reached: int, status: str) -> None:
    [found] = compared(plan("2020", 100), value("2020", reached), direction="falling", rule=FIVE)
    assert found.status == status


def test_more_than_a_plan_is_within_the_tolerance_at_the_plan_itself() -> None:
    [found] = compared(plan("2020", 100, ">"), value("2020", 100), rule=FIVE)
    assert found.status == "as-planned"


@pytest.mark.parametrize(
    ("reached", "status"), [(89, "worse"), (90, "as-planned"), (110, "as-planned"), (111, "worse")]
)
def test_what_is_to_stay_as_it_is_has_a_tolerance_of_its_own(reached: int, status: str) -> None:
    rule = StatusRule(Decimal(5), steady_tolerance=Decimal(10))
    [found] = compared(plan("2020", 100), value("2020", reached), direction="steady", rule=rule)
    assert found.status == status
    [other] = compared(plan("2020", 100), value("2020", 110), direction="rising", rule=rule)
    assert other.status == "better"


def test_without_one_of_its_own_it_has_the_tolerance_of_the_others() -> None:
    [found] = compared(plan("2020", 100), value("2020", 105), direction="steady", rule=FIVE)
    assert found.status == "as-planned"
    [strict] = compared(
        plan("2020", 100), value("2020", 101), direction="steady", rule=StatusRule(Decimal(5), Decimal(0))
    )
    assert strict.status == "worse"


def test_a_percent_of_a_plan_of_zero_is_zero() -> None:
    """To be rid of a queue is to be rid of it, whatever the tolerance."""
    [none_left] = compared(plan("2020", 0), value("2020", 0), direction="falling", rule=FIVE)
    [one_left] = compared(plan("2020", 0), value("2020", 1), direction="falling", rule=FIVE)
    assert (none_left.status, one_left.status) == ("as-planned", "worse")
    assert seen(one_left.allowed, one_left.deviation, one_left.deviation_percent, one_left.percent) == (
        0,
        1,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("planned", "reached", "direction", "status"),
    [
        (0, 5, "rising", "better"),
        (0, 0, "rising", "as-planned"),
        (10, 0, "falling", "better"),
        (10, 0, "rising", "worse"),
        (0, 1, "steady", "worse"),
    ],
)
def test_a_zero_on_either_side_is_a_figure_like_any_other(
    planned: int, reached: int, direction: str, status: str
) -> None:
    [found] = compared(plan("2020", planned), value("2020", reached), direction=direction)
    assert seen(found.status, found.deviation) == (status, reached - planned)


def test_a_deviation_is_the_actual_less_the_plan_and_in_percent_of_the_plan() -> None:
    [found] = compared(plan("2020", 190), value("2020", 171))
    assert seen(found.deviation, found.deviation_percent) == (-19, -10)


# Ranges.


@pytest.mark.parametrize(
    ("direction", "below", "inside", "above"),
    [
        ("rising", "worse", "as-planned", "better"),
        ("falling", "better", "as-planned", "worse"),
        ("steady", "worse", "as-planned", "worse"),
        ("none", "off-plan", "as-planned", "off-plan"),
    ],
)
def test_a_range_is_met_inside_and_at_both_its_ends(direction: str, below: str, inside: str, above: str) -> None:
    def status(reached: int) -> str:
        [found] = compared(plan("2020", 60, upper=Decimal(75)), value("2020", reached), direction=direction)
        return found.status

    assert [status(reached) for reached in (59, 60, 70, 75, 76)] == [below, inside, inside, inside, above]


def test_off_a_range_the_deviation_is_from_the_nearer_end_and_so_is_what_is_allowed() -> None:
    planned = plan("2020", 60, upper=Decimal(80))
    [below] = compared(planned, value("2020", 57), rule=FIVE)
    [above] = compared(planned, value("2020", 88), rule=FIVE)
    [inside] = compared(planned, value("2020", 79))
    assert seen(below.status, below.deviation, below.deviation_percent, below.allowed) == ("as-planned", -3, -5, 3)
    assert seen(above.status, above.deviation, above.deviation_percent, above.allowed) == ("better", 8, 10, 4)
    assert seen(inside.deviation, inside.deviation_percent, inside.percent) == (0, 0, None)


# An actual that is itself «more than 80».


@pytest.mark.parametrize(
    ("sign", "amount", "planned", "status"),
    [
        (">", 80, 75, "better"),
        (">", 80, 80, "better"),
        ("≥", 80, 80, "as-planned"),
        (">", 80, 85, "none"),
        ("≤", 80, 85, "worse"),
        ("≤", 80, 75, "none"),
    ],
)
def test_of_an_inexact_actual_only_what_is_certain_is_said(sign: str, amount: int, planned: int, status: str) -> None:
    [found] = compared(plan("2020", planned), value("2020", amount, sign=sign), unit=SHARE)
    assert (found.status, found.deviation) == (status, None)


# A plan that was changed.


def test_a_former_plan_can_be_judged_beside_the_one_in_force() -> None:
    """At first 200, then lowered to 150 when 160 had come out."""
    actual, measured = value("2020", 160), indicator("rising")
    now = judged(measured, plan("2020", 150), actual, StatusRule(), KNOWN_UNTIL)
    then = judged(measured, plan("2020", 200), actual, StatusRule(), KNOWN_UNTIL)
    assert seen(now.status, now.deviation) == ("better", 10)
    assert seen(then.status, then.deviation) == ("worse", -40)
