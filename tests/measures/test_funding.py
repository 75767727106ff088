"""Totals, shares and changes, each compared with a sum done by hand."""

from decimal import Decimal

import pytest

from support.small_programme import small_programme
from vitrina.dataset.cells import UNNAMED
from vitrina.measures.funding import (
    FundingByYear,
    YearChange,
    change_between,
    changes,
    growing_until,
    percent_of,
)
from vitrina.measures.known import NOT_STATED, NOTHING_TO_COMPARE, PART_UNKNOWN, Missing
from vitrina.measures.stated import funding_of

# Roubles in whole thousands, easy to add in one's head:   2020   2021   2022   2023   total
#   region                                                    60     70     50     50     230
#   city                                                      40     50     40     40     170
#   federal                                                    —     80      —     10      90
#   total                                                    100    200     90    100     490
AMOUNTS = {
    ("region", 2020): 60, ("region", 2021): 70, ("region", 2022): 50, ("region", 2023): 50,
    ("city", 2020): 40, ("city", 2021): 50, ("city", 2022): 40, ("city", 2023): 40,
    ("federal", 2021): 80, ("federal", 2023): 10,
}  # fmt: skip


def funding(*totals: int) -> FundingByYear:
    """The table above, or one source with these totals from 2020 on."""
    if not totals:
        return FundingByYear((2020, 2021, 2022, 2023), ("region", "city", "federal"), AMOUNTS, edition_year=2021)
    years = tuple(range(2020, 2020 + len(totals)))
    return FundingByYear(years, ("city",), dict(zip((("city", year) for year in years), totals, strict=True)), 2021)


def test_totals_are_those_done_by_hand() -> None:
    table = funding()
    assert [table.total(year) for year in table.years] == [100, 200, 90, 100]
    assert [table.total_of(source) for source in table.sources] == [230, 170, 90]
    assert table.grand == 490
    assert (table.first_year, table.last_year, table.peak_year) == (2020, 2023, 2021)


def test_an_amount_that_is_not_stated_is_missing_and_not_zero() -> None:
    table = funding()
    assert table.amount("federal", 2020) == NOT_STATED
    assert table.amount("federal", 2021) == 80
    assert table.stated_years("federal") == (2021, 2023)


def test_shares_are_percent_of_the_whole_or_of_one_year() -> None:
    table = funding()
    assert table.share_of("city", 2021) == 25
    assert table.share_of("federal", 2020) == PART_UNKNOWN
    assert table.share_of("region") == Decimal(23000) / 490
    shares = [table.share_of(source) for source in table.sources]
    assert sum(part for part in shares if not isinstance(part, Missing)) == pytest.approx(Decimal(100))


def test_a_share_of_nothing_is_an_error() -> None:
    with pytest.raises(ZeroDivisionError):
        percent_of(1, 0)


def test_years_after_the_edition_lie_ahead() -> None:
    assert funding().years_ahead == (2022, 2023)
    assert not funding().is_ahead(2021)


def test_each_year_is_compared_with_the_year_before() -> None:
    assert changes(funding()) == (
        YearChange(2020, 2021, 100, Decimal(100)),
        YearChange(2021, 2022, -110, Decimal(-55)),
        YearChange(2022, 2023, 10, Decimal(1000) / 90),
    )
    assert change_between(funding(), 2020, 2023) == YearChange(2020, 2023, 0, Decimal(0))


@pytest.mark.parametrize(
    ("totals", "until"),
    [
        ((1, 2, 3), 2022),
        ((1, 2, 2, 3), 2021),
        ((1, 2, 1, 3), 2021),
        ((2, 1, 3), NOTHING_TO_COMPARE),
        ((1,), NOTHING_TO_COMPARE),
    ],
)
def test_growth_lasts_until_the_first_year_without_any(totals: tuple[int, ...], until: int | Missing) -> None:
    assert growing_until(funding(*totals)) == until


def test_a_year_without_amounts_is_missing_and_adds_nothing_to_the_sum() -> None:
    table = FundingByYear((2020, 2021), ("city",), {("city", 2020): 5}, 2021)
    assert table.total(2021) == NOT_STATED
    assert (table.grand, table.grand_years, table.known_years) == (5, (2020,), (2020,))
    assert change_between(table, 2020, 2021) == PART_UNKNOWN
    assert table.peak_year == NOTHING_TO_COMPARE, "one year alone is not the largest of several"


def test_what_is_stated_over_all_years_stands_where_a_year_is_not_told() -> None:
    stated: dict[str | None, int] = {None: 12, "city": 12}
    table = FundingByYear((2020, 2021), ("city",), {("city", 2020): 5}, 2021, stated_totals=stated)
    assert (table.grand, table.grand_years, table.total_of("city")) == (12, (2020, 2021), 12)
    assert table.share_of("city") == 100


def test_money_without_a_source_is_a_part_of_its_year() -> None:
    table = FundingByYear((2020, 2021), ("city",), {("city", 2020): 5}, 2021, unnamed={2020: 3, 2021: 10})
    assert (table.total(2020), table.total(2021), table.grand) == (8, 10, 18)
    assert table.parts == ("city", UNNAMED)
    assert (table.part(UNNAMED, 2020), table.share_of("city", 2020)) == (3, Decimal("62.5"))


def test_a_year_with_an_amount_that_nobody_tells_has_no_total_unless_one_is_stated() -> None:
    amounts, unknown = {("city", 2020): 5}, frozenset({("region", 2020)})
    assert FundingByYear((2020,), ("city",), amounts, 2021, unknown=unknown).total(2020) == NOT_STATED
    assert FundingByYear((2020,), ("city",), amounts, 2021, {2020: 4}, unknown).total(2020) == 9


def test_a_share_of_nothing_and_a_change_from_nothing_are_missing() -> None:
    table = funding(0, 0, 4)
    assert table.share_of("city", 2020) == NOTHING_TO_COMPARE
    step = change_between(table, 2021, 2022)
    assert isinstance(step, YearChange)
    assert (step.kopecks, step.percent) == (4, NOTHING_TO_COMPARE)


def test_of_two_equal_years_none_is_the_largest() -> None:
    assert funding(3, 3, 1).peaks == (2020, 2021)
    assert funding(3, 3, 1).peak_year == NOTHING_TO_COMPARE


def test_a_share_is_of_the_years_that_the_whole_is_of() -> None:
    funding = funding_of(
        small_programme(
            """
            document  line  stage  source    2021  2022
            edition   town  plan   local      100   100
            edition   town  plan   regional   100     ?
            """
        )
    )
    assert funding.grand == 200
    assert [funding.part_of_grand(source) for source in ("local", "regional")] == [100, 100]
    assert [funding.share_of(source) for source in ("local", "regional")] == [50, 50]


def test_no_share_of_a_stated_whole_is_told_from_some_of_its_years() -> None:
    funding = funding_of(
        small_programme(
            """
            document  line  stage  source    2021  2022  total
            edition   town  plan   local      100     ?    150
            edition   town  plan   regional   100     ?      -
            edition   town  plan   total        -     -    400
            """
        )
    )
    assert funding.grand == 400
    assert funding.part_of_grand("local") == 150
    assert funding.part_of_grand("regional") == PART_UNKNOWN
