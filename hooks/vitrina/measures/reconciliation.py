"""Every total that the document states, beside the sum of its parts. The document is quoted, never corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Parts = Literal["cells", "sources", "years"]


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total as the document prints it and what its parts add up to, kopecks.

    A total of a source has no year, a total of a year no source, the grand total neither.
    """

    source: str | None
    year: int | None
    stated: int
    computed: int
    row: int
    """The row of the table money where the total stands, as a spreadsheet numbers it."""

    @property
    def difference(self) -> int:
        """Stated less computed: above zero, the document states more than its parts give."""
        return self.stated - self.computed

    @property
    def adds_up(self) -> bool:
        return self.stated == self.computed


@dataclass(frozen=True, slots=True)
class EqualYears:
    """A year whose amounts repeat those of the year before to the kopeck, for every source."""

    year: int
    before: int


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All stated totals of one document, recomputed, and what else the sums show."""

    grand: StatedTotal | None
    sources: tuple[StatedTotal, ...]
    years: tuple[StatedTotal, ...]
    stated_sources: int
    """The sum of the totals by source as they are printed."""
    stated_years: int
    """The sum of the totals by year as they are printed."""
    equal_years: tuple[EqualYears, ...]

    @property
    def totals(self) -> tuple[StatedTotal, ...]:
        return (*((self.grand,) if self.grand else ()), *self.sources, *self.years)

    @property
    def differing(self) -> tuple[StatedTotal, ...]:
        return tuple(total for total in self.totals if not total.adds_up)

    @property
    def differing_sources(self) -> tuple[StatedTotal, ...]:
        return tuple(total for total in self.sources if not total.adds_up)

    @property
    def grand_repeats_one_source(self) -> StatedTotal | None:
        """The one source whose difference is also the whole difference of the grand total, if there is such a one."""
        if self.grand is None or self.grand.adds_up or len(self.differing_sources) != 1:
            return None
        [source] = self.differing_sources
        return source if source.difference == self.grand.difference else None


def reconcile(
    amounts: Mapping[tuple[str, int], int],
    stated: Mapping[tuple[str | None, int | None], tuple[int, int]],
) -> Reconciliation:
    """Compare each stated total with the sum of its parts.

    `amounts` holds (source, year) to kopecks; `stated` (source or None, year or None) to (kopecks, row of the table).
    """
    sources = dict.fromkeys(source for source, _ in amounts)
    years = sorted({year for _, year in amounts})

    def total(source: str | None, year: int | None) -> StatedTotal | None:
        if (source, year) not in stated:
            return None
        kopecks, row = stated[source, year]
        computed = sum(value for (s, y), value in amounts.items() if source in (None, s) and year in (None, y))
        return StatedTotal(source, year, kopecks, computed, row)

    by_source = tuple(found for source in sources if (found := total(source, None)))
    by_year = tuple(found for year in years if (found := total(None, year)))
    equal = tuple(
        EqualYears(year, year - 1)
        for year in years
        if year - 1 in years and _of_year(amounts, year) == _of_year(amounts, year - 1)
    )
    return Reconciliation(
        grand=total(None, None),
        sources=by_source,
        years=by_year,
        stated_sources=sum(item.stated for item in by_source),
        stated_years=sum(item.stated for item in by_year),
        equal_years=equal,
    )


def _of_year(amounts: Mapping[tuple[str, int], int], year: int) -> dict[str, int]:
    return {source: value for (source, y), value in amounts.items() if y == year}
