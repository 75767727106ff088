"""Planned money by year and source, and how it changes from year to year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FundingByYear:
    """Planned money of one line of the programme, in whole kopecks; an absent amount is «not stated», never 0."""

    years: tuple[int, ...]
    sources: tuple[str, ...]
    """Ids, the largest total first: the order in which they are drawn and listed."""
    amounts: Mapping[tuple[str, int], int]
    """(source, year) to kopecks."""
    edition_year: int
    """The year of the latest facts that the documents tell; later years lie ahead of it."""
    without_sources: Mapping[int, int] = field(default_factory=dict)
    """Year to kopecks, where only the year's total is told and not who pays it."""

    def amount(self, source: str, year: int) -> int | None:
        return self.amounts.get((source, year))

    def total(self, year: int) -> int:
        split = sum(self.amounts.get((source, year), 0) for source in self.sources)
        return split + self.without_sources.get(year, 0)

    def total_of(self, source: str) -> int:
        return sum(self.amounts.get((source, year), 0) for year in self.years)

    @property
    def grand(self) -> int:
        return sum(self.amounts.values()) + sum(self.without_sources.values())

    @property
    def is_stated(self) -> bool:
        return bool(self.amounts or self.without_sources)

    def share_of(self, source: str, year: int | None = None) -> Decimal:
        """Percent of the whole, or of one year."""
        if year is None:
            return percent_of(self.total_of(source), self.grand)
        return percent_of(self.amounts.get((source, year), 0), self.total(year))

    def is_ahead(self, year: int) -> bool:
        return year > self.edition_year

    @property
    def has_gaps(self) -> bool:
        """Whether some source is not named for some year."""
        return any((source, year) not in self.amounts for source in self.sources for year in self.years)

    @property
    def peak_year(self) -> int:
        return max(self.years, key=self.total)

    @property
    def years_ahead(self) -> tuple[int, ...]:
        return tuple(year for year in self.years if self.is_ahead(year))

    @property
    def first_year(self) -> int:
        return self.years[0]

    @property
    def last_year(self) -> int:
        return self.years[-1]

    def stated_years(self, source: str) -> tuple[int, ...]:
        """The years for which the document names this source at all."""
        return tuple(year for year in self.years if (source, year) in self.amounts)


@dataclass(frozen=True, slots=True)
class YearChange:
    """One year beside the year before: the difference in kopecks and in percent."""

    year: int
    kopecks: int
    percent: Decimal


def percent_of(part: int, whole: int) -> Decimal:
    """`part` in percent of `whole`. Raises `ZeroDivisionError` when the whole is nothing."""
    if whole == 0:
        raise ZeroDivisionError("a share of nothing")
    return Decimal(part) * 100 / Decimal(whole)


def changes(funding: FundingByYear) -> tuple[YearChange, ...]:
    """Each year's total beside the total of the year before, from the second year on."""
    return tuple(
        change_between(funding, before, year) for before, year in zip(funding.years, funding.years[1:], strict=False)
    )


def change_between(funding: FundingByYear, before: int, year: int) -> YearChange:
    """The total of `year` beside the total of `before`."""
    difference = funding.total(year) - funding.total(before)
    return YearChange(year, difference, percent_of(difference, funding.total(before)))


def growing_until(funding: FundingByYear) -> int:
    """The last year of the unbroken growth that begins with the first year; the first year itself if there is none."""
    last = funding.first_year
    for change in changes(funding):
        if change.kopecks <= 0:
            break
        last = change.year
    return last
