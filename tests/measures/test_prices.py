"""Money in prices of a base year: by hand for round figures, and for the programme's own."""

from decimal import Decimal

from vitrina.measures.funding import FundingByYear
from vitrina.measures.known import NOT_STATED, NOTHING_TO_COMPARE
from vitrina.measures.prices import RealTerms, real_terms

INFLATION_FROM_2015 = {
    2015: Decimal("15.5344050528403"),
    2016: Decimal("7.04244762954799"),
    2017: Decimal("3.68332944412233"),
    2018: Decimal("2.87829723647884"),
    2019: Decimal("4.47036660760173"),
    2020: Decimal("3.38165937237898"),
    2021: Decimal("6.69445891957612"),
}


def funding(totals: dict[int, int]) -> FundingByYear:
    return FundingByYear(tuple(totals), ("city",), {("city", year): total for year, total in totals.items()}, 2024)


def known(totals: FundingByYear, prices: dict[int, Decimal]) -> RealTerms:
    real = real_terms(totals, prices)
    assert isinstance(real, RealTerms)
    return real


def test_a_sum_is_divided_by_the_growth_of_prices_since_the_base_year() -> None:
    prices = {2020: Decimal(99), 2021: Decimal(25), 2022: Decimal(100)}
    real = known(funding({2020: 100, 2021: 150, 2022: 300}), prices)
    assert real.base_year == 2020
    assert dict(real.index) == {2020: 1, 2021: Decimal("1.25"), 2022: Decimal("2.5")}
    assert dict(real.amounts) == {2020: 100, 2021: 120, 2022: 120}
    assert real.growth == 20
    assert real.price_growth == 150
    assert dict(real.inflation) == {2021: 25, 2022: 100}, "the base year's own rate plays no part"


def test_the_money_of_2021_is_471_9_million_in_prices_of_2014() -> None:
    totals = dict.fromkeys(range(2014, 2025), 0) | {2014: 44_767_960_000, 2021: 71_739_780_000}
    real = known(funding(totals), INFLATION_FROM_2015)
    assert round(Decimal(real.amounts[2021]) / 100_000_000, 1) == Decimal("471.9")
    assert isinstance(real.growth, Decimal)
    assert round(real.growth) == 5
    assert real.last_year == 2021


def test_nothing_is_carried_over_a_gap_in_the_prices() -> None:
    real = known(funding({2020: 100, 2021: 100, 2022: 100, 2023: 100}), {2021: Decimal(10), 2023: Decimal(10)})
    assert real.years == (2020, 2021)


def test_a_result_is_rounded_to_the_nearest_kopeck() -> None:
    real = known(funding({2020: 1, 2021: 5, 2022: 4}), {2021: Decimal(100), 2022: Decimal(50)})
    assert dict(real.amounts) == {2020: 1, 2021: 3, 2022: 1}, "5 / 2 = 2.5 and 4 / 3 = 1.33"


def test_a_year_without_a_sum_is_left_out_and_prices_go_on_rising_in_it() -> None:
    real = known(funding({2020: 100, 2022: 120}), {2021: Decimal(20), 2022: Decimal(0)})
    assert dict(real.amounts) == {2020: 100, 2022: 100}


def test_a_growth_from_nothing_is_not_known() -> None:
    assert known(funding({2020: 0, 2021: 120}), {2021: Decimal(20)}).growth == NOTHING_TO_COMPARE


def test_one_year_alone_is_not_compared_with_prices() -> None:
    assert real_terms(funding({2020: 100, 2021: 100}), {}) == NOTHING_TO_COMPARE
    assert real_terms(FundingByYear((2020, 2021), (), {}, 2021), {2021: Decimal(1)}) == NOT_STATED
