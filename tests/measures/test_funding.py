"""Totals, shares and changes, each compared with a sum done by hand."""

from decimal import Decimal

import pytest

from vitrina.measures.funding import FundingByYear, YearChange, change_between, changes, growing_until, percent_of

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


def test_an_amount_that_is_not_stated_is_none_and_counts_for_nothing() -> None:
    table = funding()
    assert table.amount("federal", 2020) is None
    assert table.amount("federal", 2021) == 80
    assert table.stated_years("federal") == (2021, 2023)


def test_shares_are_percent_of_the_whole_or_of_one_year() -> None:
    table = funding()
    assert table.share_of("city", 2021) == 25
    assert table.share_of("federal", 2020) == 0
    assert table.share_of("region") == Decimal(23000) / 490
    assert sum(table.share_of(source) for source in table.sources) == pytest.approx(Decimal(100))


def test_a_share_of_nothing_is_an_error() -> None:
    with pytest.raises(ZeroDivisionError):
        percent_of(1, 0)


def test_years_after_the_edition_lie_ahead() -> None:
    assert funding().years_ahead == (2022, 2023)
    assert not funding().is_ahead(2021)


def test_each_year_is_compared_with_the_year_before() -> None:
    assert changes(funding()) == (
        YearChange(2021, 100, Decimal(100)),
        YearChange(2022, -110, Decimal(-55)),
        YearChange(2023, 10, Decimal(1000) / 90),
    )
    assert change_between(funding(), 2020, 2023) == YearChange(2023, 0, Decimal(0))


@pytest.mark.parametrize(
    ("totals", "until"),
    [
        ((1, 2, 3), 2022),
        ((1, 2, 2, 3), 2021),
        ((1, 2, 1, 3), 2021),
        ((2, 1, 3), 2020),
        ((1,), 2020),
    ],
)
def test_growth_lasts_until_the_first_year_without_any(totals: tuple[int, ...], until: int) -> None:
    assert growing_until(funding(*totals)) == until
