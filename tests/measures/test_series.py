"""What of an indicator stands in a row, and what stands side by side."""

import pytest

from support.observations import plan, value
from vitrina.measures.series import groups, is_within_a_year, series, undated


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


def test_of_a_value_taken_apart_every_year_the_latest_counts_whatever_the_rows_are_called() -> None:
    rows = [
        value(when, amount, group=group, part_of=whole)
        for when, whole, amounts in (("2020", "z-first", (1, 2)), ("2021", "a-last", (3, 4)))
        for group, amount in zip(("сады", "школы"), amounts, strict=True)
    ]
    assert [one.value for one in groups(rows)] == [3, 4]
    assert [one.value for one in groups(rows[::-1])] == [4, 3]


def test_of_groups_that_are_parts_of_nothing_each_keeps_its_own_latest() -> None:
    rows = [value("2021", 7, group="сады"), value("2020", 6, group="сады"), value("2019", 5, group="школы")]
    assert [one.value for one in groups(rows)] == [7, 5]


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
