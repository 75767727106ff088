"""How much of the way to the last plan is done, and where the present pace leads: worked out by hand."""

from decimal import Decimal

import pytest

from support.observations import SHARE, indicator, plan, seen, value
from vitrina.dataset.programme import Observation
from vitrina.measures.pace import Pace, pace, turn
from vitrina.measures.status import StatusRule

COUNT = "раз|раза|раз"


def paced(*rows: Observation, direction: str = "rising", unit: str = COUNT, rule: StatusRule | None = None) -> Pace:
    found = pace(indicator(direction, unit), rows, rule)
    assert found is not None
    return found


def baseline(when: str, amount: str | int) -> Observation:
    return value(when, amount, "baseline")


def test_half_the_way_in_half_the_time_gets_there() -> None:
    found = paced(baseline("2014", 60), value("2018", 70), value("2019", 75), plan("2024", 90))
    assert seen(found.baseline.value, found.last.value, found.target.value) == (60, 75, 90)
    # 75 − 60 = 15 of 30; 15 ÷ 5 years = 3 a year; 15 left ÷ 5 years = 3 a year; 75 + 5 × 3 = 90.
    assert seen(found.way_percent, found.per_year, found.needed_per_year) == (50, 3, 3)
    assert seen(found.at_present_pace, found.gets_there) == (90, True)


def test_a_little_slower_does_not() -> None:
    found = paced(baseline("2014", 60), value("2019", 70), plan("2024", 90))
    assert seen(found.way_percent, found.per_year, found.needed_per_year) == (Decimal(1000) / 30, 2, 4)
    assert seen(found.at_present_pace, found.gets_there) == (80, False)


def test_a_third_a_year_for_three_years_is_exactly_one() -> None:
    found = paced(baseline("2014", 0), value("2017", 1), plan("2020", 2))
    assert seen(found.at_present_pace, found.gets_there) == (2, True)


def test_years_in_between_of_which_nothing_is_known_lengthen_the_span_and_not_the_pace() -> None:
    found = paced(baseline("2014", 60), value("2015", 62), value("2020", 72), plan("2024", 90))
    assert found.per_year == 2


def test_falling_to_zero_may_be_overdone_and_stays_at_zero() -> None:
    found = paced(baseline("2014", 400), value("2018", 80), plan("2024", 0), direction="falling")
    assert seen(found.way_percent, found.per_year, found.needed_per_year) == (80, -80, Decimal(-80) / 6)
    assert seen(found.at_present_pace, found.gets_there) == (0, True)


def test_rising_from_zero() -> None:
    found = paced(baseline("2014", 0), value("2019", 10), plan("2024", 40))
    assert seen(found.way_percent, found.at_present_pace, found.gets_there) == (25, 20, False)


def test_the_other_way_is_less_than_none_of_the_way() -> None:
    found = paced(baseline("2014", 60), value("2019", 54), plan("2024", 90))
    assert seen(found.way_percent, found.at_present_pace, found.gets_there) == (-20, 48, False)


def test_more_than_all_of_the_way() -> None:
    found = paced(baseline("2014", 60), value("2019", 105), plan("2024", 90))
    assert seen(found.way_percent, found.needed_per_year, found.gets_there) == (150, -3, True)


def test_a_share_ends_at_a_hundred() -> None:
    found = paced(baseline("2014", 60), value("2019", 95), plan("2024", 97), unit=SHARE)
    assert seen(found.at_present_pace, found.gets_there) == (100, True)


def test_a_baseline_that_equals_the_target_leaves_no_way() -> None:
    found = paced(baseline("2014", 100), value("2019", 100), plan("2024", 100), direction="steady")
    assert seen(found.way_percent, found.per_year, found.gets_there) == (None, 0, True)


def test_to_stay_as_it_is_the_tolerance_counts() -> None:
    rows = (baseline("2014", 100), value("2019", 98), plan("2024", 100))
    assert paced(*rows, direction="steady").gets_there is False
    assert paced(*rows, direction="steady", rule=StatusRule(Decimal(5))).gets_there is True


def test_without_a_direction_nobody_says_whether_off_the_plan_is_bad() -> None:
    rows = (baseline("2014", 60), value("2019", 70), plan("2024", 90))
    assert paced(*rows, direction="none").gets_there is None
    assert paced(*rows[:2], plan("2024", 90, "≥"), direction="none").gets_there is False


def test_without_a_baseline_the_first_actual_is_where_it_began() -> None:
    found = paced(value("2015", 60), value("2019", 68), plan("2024", 90))
    assert seen(found.baseline.stage, found.baseline.id, found.per_year) == ("actual", "actual 2015", 2)


def test_a_baseline_goes_before_an_earlier_actual_and_an_earlier_plan_is_passed_over() -> None:
    """The programme began in 2014 and got its baseline only in 2016."""
    rows = (plan("2014", 10), value("2014", 50), baseline("2016", 60), value("2019", 66), plan("2024", 90))
    assert seen(paced(*rows).baseline.id, paced(*rows).per_year) == ("baseline 2016", 2)


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (plan("2024", 90),),
        (baseline("2014", 60), plan("2024", 90)),
        (value("2019", 60), plan("2024", 90)),
        (baseline("2014", 60), value("2019", 70)),
        (baseline("2019", 60), value("2019", 70), plan("2024", 90)),
        (baseline("2020", 60), value("2019", 70), plan("2024", 90)),
        (baseline("2014", 60), value("2019", 70), plan("2014", 90)),
        (baseline("", 60), value("", 70), plan("2024", 90)),
        (baseline("2014", 60), value("2019", 70, sign=">"), plan("2024", 90)),
        (baseline("2014", 60), value("2019-01..2019-09", 70), plan("2024", 90)),
        (baseline("2014", 60), value("2019", 70, group="сады"), plan("2024", 90)),
    ],
)
def test_nothing_is_told_of_a_pace_without_two_exact_values_and_a_later_plan(rows: tuple[Observation, ...]) -> None:
    assert pace(indicator(), rows) is None


def test_once_the_plan_s_time_is_over_no_pace_is_needed_and_what_came_out_counts() -> None:
    found = paced(baseline("2014", 60), value("2020", 84), plan("2019", 90))
    assert seen(found.needed_per_year, found.at_present_pace, found.gets_there) == (None, 84, False)


def test_a_part_of_a_year_is_no_year() -> None:
    found = paced(baseline("2014", 60), value("2019", 70), value("2020-01..2020-09", 50), plan("2024", 90))
    assert found.last.id == "actual 2019"


def test_new_year_s_day_and_the_eve_before_it_are_one_moment() -> None:
    at_start = paced(baseline("2015-01-01", 60), value("2019", 70), plan("2024-12-31", 90))
    at_end = paced(baseline("2014", 60), value("2019-12-31", 70), plan("2024", 90))
    assert seen(at_start.per_year, at_start.needed_per_year) == seen(at_end.per_year, at_end.needed_per_year)
    assert seen(at_end.per_year, at_end.needed_per_year) == (2, 4)


@pytest.mark.parametrize(
    ("direction", "last", "way", "gets_there"),
    [("rising", 65, 50, True), ("rising", 62, 20, False), ("falling", 65, 50, True), ("steady", 76, 160, False)],
)
def test_the_way_to_a_range_leads_to_its_nearer_end(direction: str, last: int, way: int, gets_there: bool) -> None:
    found = paced(baseline("2014", 60), value("2019", last), plan("2024", 70, upper=Decimal(80)), direction=direction)
    assert seen(found.way_percent, found.gets_there) == (way, gets_there)


def test_plans_that_turn_back_lead_nowhere() -> None:
    counted_anew = (baseline("2019", 1), value("2024", 3), plan("2024", 3), plan("2025", 2), plan("2027", 1))
    assert pace(indicator("rising", COUNT), counted_anew) is None
    found = turn(indicator("rising", COUNT), counted_anew)
    assert found is not None
    assert seen(*(row.value for row in found)) == (3, 1)


def test_a_falling_plan_that_rises_again_leads_nowhere() -> None:
    rows = (baseline("2019", 9), value("2022", 5), plan("2022", 2), plan("2024", 4))
    assert pace(indicator("falling", COUNT), rows) is None


def test_a_plan_cut_on_the_way_still_leads_to_the_last_if_that_asks_for_the_most() -> None:
    rows = (baseline("2019", 60), value("2021", 70), plan("2021", 85), plan("2022", 82), plan("2024", 90))
    assert turn(indicator("rising"), rows) is None
    assert paced(*rows).target.value == 90


def test_the_plan_of_a_part_of_a_year_turns_nothing_back() -> None:
    rows = (baseline("2019", 60), value("2021", 70), plan("2021-01-01..2021-06-30", 99), plan("2024", 90))
    assert turn(indicator("rising"), rows) is None
