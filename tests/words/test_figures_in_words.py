"""A figure with its time, its unit and its sign, as people say them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrina.dataset.checks.content import read_period
from vitrina.words import Words
from vitrina.words.numbers import read_decimal
from vitrina.words.periods import Period

RU, EN = Words("ru"), Words("en")
CHILDREN = "ребёнок|ребёнка|детей"


@pytest.mark.parametrize(
    ("first", "last", "russian", "english"),
    [
        ("2021-01-01", "2021-01-01", "на 1\u00a0января 2021\u00a0года", "as of 1\u00a0January 2021"),
        ("2020-01-01", "2020-12-31", "за 2020\u00a0год", "in 2020"),
        ("2014-01-01", "2024-12-31", "за 2014–2024\u00a0годы", "in 2014–2024"),
        ("2021-09-01", "2022-08-31", "за 2021/22\u00a0учебный год", "in the 2021/22\u00a0school year"),
        ("1999-09-01", "2000-08-31", "за 1999/00\u00a0учебный год", "in the 1999/00\u00a0school year"),
        ("2021-01-01", "2021-09-30", "за январь–сентябрь 2021\u00a0года", "in January–September 2021"),
        ("2020-02-01", "2020-02-29", "за февраль 2020\u00a0года", "in February 2020"),
        (
            "2019-01-01",
            "2019-12-20",
            "с 1\u00a0января по 20\u00a0декабря 2019\u00a0года",
            "from 1\u00a0January to 20\u00a0December 2019",
        ),
        (
            "2020-02-01",
            "2020-02-28",
            "с 1\u00a0февраля по 28\u00a0февраля 2020\u00a0года",
            "from 1\u00a0February to 28\u00a0February 2020",
        ),
        (
            "2020-09-01",
            "2021-05-31",
            "с 1\u00a0сентября 2020\u00a0года по 31\u00a0мая 2021\u00a0года",
            "from 1\u00a0September 2020\u00a0to 31\u00a0May 2021",
        ),
    ],
)
def test_a_period_is_named_as_people_name_it(first: str, last: str, russian: str, english: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert [RU.period(*days), EN.period(*days)] == [russian, english]


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.dates(date(2000, 1, 1), date(2030, 12, 31)))
def test_every_period_can_be_said_and_names_its_years(one: date, other: date) -> None:
    first, last = sorted((one, other))
    for words in (RU, EN):
        assert str(first.year) in words.period(first, last)
        assert str(last.year)[-2:] in words.period(first, last)


@pytest.mark.parametrize(
    ("first", "last", "what"),
    [
        ("2021-01-01", "2021-12-31", "year"),
        ("2021-09-01", "2022-08-31", "year"),
        ("2021-04-01", "2022-03-31", "year"),
        ("2023-03-01", "2024-02-29", "year"),
        ("2021-01-01", "2021-12-30", "part"),
        ("2021-09-01", "2022-05-31", "part"),
        ("2021-09-01", "2021-12-31", "part"),
        ("2021-09-01", "2022-12-31", "neither"),
        ("2021-01-01", "2022-12-31", "neither"),
        ("2021-01-01", "2021-01-01", "neither"),
    ],
)
def test_twelve_months_are_a_year_whenever_they_begin(first: str, last: str, what: str) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert (period.is_year, period.is_part_of_year) == (what == "year", what == "part")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2014-2024 годы", 2014, 2024),
        ("2021 год", 2021, 2021),
        ("2021/22–2024/25 учебные годы", 2021, 2025),
        ("2021/2022 – 2024/2025 учебные годы", 2021, 2025),
        ("2021/22 учебный год", 2021, 2022),
        ("1999/00 – 2001/02", 1999, 2002),
    ],
)
def test_a_passport_may_name_calendar_years_or_school_years(words: str, first: int, last: int) -> None:
    assert read_period(words) == range(first, last + 1)


def test_a_period_holds_itself_and_its_parts_and_not_what_sticks_out() -> None:
    year = Period(date(2021, 1, 1), date(2021, 12, 31))
    assert year.holds(year)
    assert year.holds(Period(date(2021, 1, 1), date(2021, 9, 30)))
    assert not year.holds(Period(date(2020, 12, 31), date(2021, 1, 1)))


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("404", CHILDREN, "404\u00a0ребёнка"),
        ("141", CHILDREN, "141\u00a0ребёнок"),
        ("67", CHILDREN, "67\u00a0детей"),
        ("0", CHILDREN, "0\u00a0детей"),
        ("2454", CHILDREN, "2\u202f454\u00a0ребёнка"),
        ("62", "%", "62\u00a0%"),
        ("13.8", "%", "13,8\u00a0%"),
        ("21.33", "%", "21,33\u00a0%"),
    ],
)
def test_a_figure_takes_its_unit_in_the_right_form(value: str, unit: str, shown: str) -> None:
    assert RU.quantity(Decimal(value), unit) == shown


def test_english_units_have_two_forms() -> None:
    shown = [EN.quantity(count, "child|children") for count in (1, 404)]
    assert shown == ["1\u00a0child", "404\u00a0children"]
    assert EN.quantity(Decimal("13.8"), "%") == "13.8%"


@given(st.decimals(0, 10**9, places=2))
def test_a_figure_with_its_unit_reads_back_as_the_same_figure(value: Decimal) -> None:
    assert read_decimal(RU.quantity(value, CHILDREN).rpartition("\u00a0")[0]) == value
    assert read_decimal(RU.quantity(value, "%").rpartition("\u00a0")[0]) == value


@pytest.mark.parametrize(
    ("sign", "russian", "english"),
    [
        ("=", "190", "190"),
        ("≥", "не меньше 190", "at least 190"),
        (">", "больше 190", "more than 190"),
        ("≤", "не больше 190", "at most 190"),
    ],
)
def test_a_sign_is_said_in_words(sign: str, russian: str, english: str) -> None:
    assert [RU.signed(sign, "190"), EN.signed(sign, "190")] == [russian, english]


def test_an_unknown_sign_is_an_error_and_not_an_equality() -> None:
    with pytest.raises(KeyError):
        RU.signed("<", "190")


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        ("1.63", "1,63\u00a0процентного пункта", "1.63\u00a0percentage points"),
        ("13", "13\u00a0процентных пунктов", "13\u00a0percentage points"),
        ("1", "1\u00a0процентный пункт", "1\u00a0percentage point"),
    ],
)
def test_shares_differ_by_points_and_not_by_per_cent(value: str, russian: str, english: str) -> None:
    assert [RU.points(Decimal(value)), EN.points(Decimal(value))] == [russian, english]
