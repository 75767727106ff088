"""Money in the prices of a base year: what the same sum would have bought then."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from vitrina.measures.funding import FundingByYear, share
from vitrina.measures.known import NOT_STATED, NOTHING_TO_COMPARE, Missing
from vitrina.words.provenance import in_prices


@dataclass(frozen=True, slots=True)
class RealTerms:
    """Yearly totals in prices of `base_year`, for the years with known prices and no others."""

    base_year: int
    inflation: Mapping[int, Decimal]
    """Year to percent, the year's average on the average of the year before."""
    index: Mapping[int, Decimal]
    """Year to the level of prices; the base year is 1."""
    amounts: Mapping[int, int]
    """Year to kopecks in prices of the base year, rounded to the kopeck."""

    @property
    def last_year(self) -> int:
        return max(self.amounts)

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted(self.amounts))

    @property
    def growth(self) -> Decimal | Missing:
        """Percent by which the last known year exceeds the base year in prices of the base year."""
        base = self.amounts[self.base_year]
        return share(self.amounts[self.last_year] - base, base)

    @property
    def price_growth(self) -> Decimal:
        """Percent by which prices rose from the base year to the last known one."""
        return (self.index[self.last_year] - 1) * 100


def real_terms(funding: FundingByYear, inflation: Mapping[int, Decimal]) -> RealTerms | Missing:
    """Take inflation out of the yearly totals, starting with the first year that has one.

    The index of a year is that of the year before times (1 + inflation / 100); the base year's own rate is not used.
    It stops at the first year without a rate: nothing is carried over a gap. Missing where fewer than two years have
    both a total and a level of prices.
    """
    if not funding.known_years:
        return NOT_STATED
    base = funding.known_years[0]
    index = {base: Decimal(1)}
    for year in range(base + 1, funding.last_year + 1):
        if year not in inflation:
            break
        index[year] = index[year - 1] * (1 + inflation[year] / 100)
    amounts = {
        year: in_prices(
            int((Decimal(total) / index[year]).quantize(Decimal(1), rounding=ROUND_HALF_UP)), total, index[year]
        )
        for year, total in funding.totals.items()
        if year in index
    }
    if len(amounts) < 2:
        return NOTHING_TO_COMPARE
    rates = {year: inflation[year] for year in index if year != base}
    return RealTerms(base, rates, index, amounts)
