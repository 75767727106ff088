"""Planned money by year and source, and how it changes from year to year. What is not known is `Missing`, never 0."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from vitrina.dataset.cells import UNNAMED
from vitrina.measures.known import NOT_APPLICABLE, NOT_STATED, NOTHING_TO_COMPARE, PART_UNKNOWN, Missing
from vitrina.words.provenance import share_of, sum_of


@dataclass(frozen=True)  # no slots: what follows from the amounts is worked out once
class FundingByYear:
    """Money of one line of the programme, in whole kopecks."""

    years: tuple[int, ...]
    """The years of the passport's period and those that the documents name, the earliest first."""
    sources: tuple[str, ...]
    """Ids of the sources with any amount, the largest total first: the order in which they are drawn and listed."""
    amounts: Mapping[tuple[str, int], int]
    """(source, year) to kopecks."""
    edition_year: int
    """The year of the latest facts that the documents tell; later years lie ahead of it."""
    unnamed: Mapping[int, int] = field(default_factory=dict)
    """Year to the part of its total of which the document does not say whose it is: all of it where no source is
    named, 0 where the sources add up to a total although one of them is not told. Years told by source alone are not
    in it."""
    unknown: frozenset[tuple[str, int]] = frozenset()
    """(source, year) of amounts that are a part of their year and that nobody tells."""
    documents: Mapping[tuple[str | None, int], tuple[str, ...]] = field(default_factory=dict)
    """(source or None for all together, year) to the ids of the documents that state it."""
    stated_totals: Mapping[str | None, int] = field(default_factory=dict)
    """Source (None for all together) to what the document states over all the years shown."""
    told_totals: Mapping[int, int] = field(default_factory=dict)
    """Year to the total as the documents tell it: where that is a figure of its own it stands for the sum."""

    def amount(self, source: str, year: int) -> int | Missing:
        return self.amounts.get((source, year), NOT_STATED)

    def total(self, year: int) -> int | Missing:
        return self.totals.get(year, NOT_STATED)

    @cached_property
    def totals(self) -> Mapping[int, int]:
        """Year to kopecks of all sources together, for the years of which that is known."""
        partly = {year for _, year in self.unknown} - set(self.unnamed)
        named: dict[int, int] = {}
        for (_, year), kopecks in self.amounts.items():
            named[year] = named.get(year, 0) + kopecks
        return {
            year: self.told_totals.get(year, named.get(year, 0) + self.unnamed.get(year, 0))
            for year in self.years
            if year not in partly and (year in named or year in self.unnamed)
        }

    @cached_property
    def known_years(self) -> tuple[int, ...]:
        """The years of which the total is known."""
        return tuple(self.totals)

    @cached_property
    def is_split(self) -> bool:
        """Whether every known year is told by source."""
        return bool(self.sources) and not any(self.unnamed.values())

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """What a bar is stacked of: the sources, and `UNNAMED` where some money has none."""
        return (*self.sources, UNNAMED) if any(self.unnamed.values()) else self.sources

    def part(self, name: str, year: int) -> int | Missing:
        """A source's amount of a year, or the money of the year that has no source."""
        if name == UNNAMED:
            return self.unnamed.get(year, NOT_APPLICABLE if year in self.totals else NOT_STATED)
        return self.amount(name, year)

    def total_of(self, source: str) -> int | Missing:
        """The sum of a source's years; what the document states over them where some year is not told by source."""
        found = [amount for (of, _), amount in self.amounts.items() if of == source]
        if source in self.stated_totals and not (found and self.is_whole):
            return self.stated_totals[source]
        return sum_of(found) if found else NOT_STATED

    def part_of_grand(self, source: str) -> int | Missing:
        """What of `grand` is the source's, which is of the same years."""
        if len(self.totals) == len(self.years):
            return self.total_of(source)
        if None in self.stated_totals:
            return self.stated_totals.get(source, PART_UNKNOWN if source in self.sources else NOT_STATED)
        found = [amount for (of, year), amount in self.amounts.items() if of == source and year in self.totals]
        return sum_of(found) if found else NOT_STATED

    def sum_of_years(self, part: str | None = None) -> int | Missing:
        """The sum of the known years of a source, of `UNNAMED` or of all together, whatever is stated over them."""
        if part is None:
            found = list(self.totals.values())
        else:
            found = [kopecks for year in self.years if not isinstance(kopecks := self.part(part, year), Missing)]
        return sum_of(found) if found else NOT_STATED

    @cached_property
    def is_whole(self) -> bool:
        """Whether every year is known and told by source."""
        return self.is_split and len(self.totals) == len(self.years)

    @cached_property
    def grand(self) -> int | Missing:
        """The sum of the years; what the document states in all where some year is not known."""
        if None in self.stated_totals and len(self.totals) < len(self.years):
            return self.stated_totals[None]
        return sum_of(self.totals.values()) if self.totals else NOT_STATED

    @cached_property
    def grand_years(self) -> tuple[int, ...]:
        """The years for which `grand` stands."""
        return self.years if None in self.stated_totals else self.known_years

    @property
    def is_stated(self) -> bool:
        """Whether any sum of the line is known."""
        return not isinstance(self.grand, Missing)

    def share_of(self, source: str, year: int | None = None) -> Decimal | Missing:
        """Percent of the whole, or of one year."""
        if year is None:
            return share(self.part_of_grand(source), self.grand)
        return share(self.amount(source, year), self.total(year))

    def is_ahead(self, year: int) -> bool:
        return year > self.edition_year

    @property
    def has_gaps(self) -> bool:
        """Whether some year, or some source of a year, is not told."""
        return len(self.totals) < len(self.years) or any(
            (source, year) not in self.amounts for source in self.sources for year in self.years
        )

    @cached_property
    def peaks(self) -> tuple[int, ...]:
        """The years with the largest total; none when nothing is above 0."""
        largest = max(self.totals.values(), default=0)
        return tuple(year for year in self.known_years if largest > 0 and self.totals[year] == largest)

    @property
    def peak_year(self) -> int | Missing:
        """The one year with more money than any other."""
        alone = len(self.peaks) == 1 and len(self.known_years) > 1
        return self.peaks[0] if alone else NOTHING_TO_COMPARE

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
    """One year beside an earlier one: the difference in kopecks and in percent."""

    before: int
    year: int
    kopecks: int
    percent: Decimal | Missing
    """Missing where there was nothing before."""


def percent_of(part: int, whole: int) -> Decimal:
    """`part` in percent of `whole`. Raises `ZeroDivisionError` when the whole is nothing."""
    if whole == 0:
        raise ZeroDivisionError("a share of nothing")
    return share_of(part, whole, Decimal(part) * 100 / Decimal(whole))


def share(part: int | Missing, whole: int | Missing) -> Decimal | Missing:
    """`part` in percent of `whole`, where both are known and there is anything to share."""
    if isinstance(part, Missing) or isinstance(whole, Missing):
        return PART_UNKNOWN
    return percent_of(part, whole) if whole > 0 else NOTHING_TO_COMPARE


def change(before: int, then: int | Missing, year: int, now: int | Missing) -> YearChange | Missing:
    """The amount of `year` beside the amount of the year `before`."""
    if isinstance(then, Missing) or isinstance(now, Missing):
        return PART_UNKNOWN
    return YearChange(before, year, now - then, share(now - then, then))


def changes(funding: FundingByYear) -> tuple[YearChange, ...]:
    """Each year's total beside the total of the year before, wherever both are known."""
    pairs = ((year - 1, year) for year in funding.known_years if year - 1 in funding.totals)
    return tuple(
        found for before, year in pairs if not isinstance(found := change_between(funding, before, year), Missing)
    )


def change_between(funding: FundingByYear, before: int, year: int) -> YearChange | Missing:
    """The total of `year` beside the total of `before`."""
    return change(before, funding.total(before), year, funding.total(year))


def growing_until(funding: FundingByYear) -> int | Missing:
    """The last year of the unbroken growth that begins with the first year; missing where there is no such growth."""
    last: int | Missing = NOTHING_TO_COMPARE
    year = funding.first_year
    for step in changes(funding):
        if step.before != year or step.kopecks <= 0:
            break
        last = year = step.year
    return last


def together(parts: Iterable[int | Missing]) -> int | Missing:
    """The sum, where every part is known."""
    listed = list(parts)
    known = [part for part in listed if not isinstance(part, Missing)]
    return sum_of(known) if listed and len(known) == len(listed) else PART_UNKNOWN


def less_ahead(funding: FundingByYear) -> bool:
    """Whether every year that lies ahead has less than the last one that does not."""
    behind = [year for year in funding.known_years if not funding.is_ahead(year)]
    ahead = [year for year in funding.known_years if funding.is_ahead(year)]
    return bool(behind and ahead) and all(funding.totals[year] < funding.totals[behind[-1]] for year in ahead)


def whole_change(funding: FundingByYear) -> YearChange | Missing:
    """The last year with a total beside the first one."""
    if len(funding.known_years) < 2:
        return NOTHING_TO_COMPARE
    return change_between(funding, funding.known_years[0], funding.known_years[-1])
