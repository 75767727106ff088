"""Every total that the document states, beside the sum of its parts. The document is quoted, never corrected."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from vitrina.words.provenance import sum_of

Parts = Literal["cells", "sources", "years"]
Cell = tuple[str, int]
"""Source and year."""
Part = TypeVar("Part", str, int)


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
    equal_years: tuple[EqualYears, ...]
    compared_years: tuple[int, ...] = ()
    """The years that the totals over all years are compared with."""

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
    amounts: Mapping[Cell, int],
    stated: Mapping[tuple[str | None, int | None], tuple[int, int]],
    unknown: Collection[Cell] = (),
    history: Collection[int] = (),
) -> Reconciliation:
    """Compare each stated total with the sum of its parts.

    `amounts` holds (source, year) to kopecks; `stated` (source or None, year or None) to (kopecks, row of the table);
    `unknown` what is named without an amount: a total that it belongs to cannot be compared. Totals over all years do
    not speak of the years in `history`, nor is a source's total compared where a year is stated without its sources.
    """
    by_source = _summed((source, kopecks) for (source, year), kopecks in amounts.items() if year not in history)
    by_year = dict(sorted(_summed((year, kopecks) for (_, year), kopecks in amounts.items()).items()))

    unsplit = {year for source, year in stated if source is None and year is not None} - set(by_year) - set(history)

    def total(source: str | None, year: int | None, computed: int) -> StatedTotal | None:
        if (source, year) not in stated or any(source in (None, s) and year in (None, y) for s, y in unknown):
            return None
        if source is not None and unsplit:
            return None
        kopecks, row = stated[source, year]
        return StatedTotal(source, year, kopecks, computed, row)

    whole = _whole(by_year, stated, history)
    sources = tuple(found for source, kopecks in by_source.items() if (found := total(source, None, kopecks)))
    years = tuple(found for year, kopecks in by_year.items() if (found := total(None, year, kopecks)))
    equal = tuple(
        EqualYears(year, year - 1)
        for year in by_year
        if year - 1 in by_year and _of_year(amounts, year) == _of_year(amounts, year - 1)
    )
    return Reconciliation(
        grand=None if whole is None else total(None, None, whole),
        sources=sources,
        years=years,
        equal_years=equal,
        compared_years=tuple(sorted({year for source, year in (*amounts, *stated) if year is not None} - set(history))),
    )


def _summed(pairs: Iterable[tuple[Part, int]]) -> dict[Part, int]:
    sums: dict[Part, int] = {}
    for part, kopecks in pairs:
        sums[part] = sums.get(part, 0) + kopecks
    return sums


def _whole(
    by_year: Mapping[int, int],
    stated: Mapping[tuple[str | None, int | None], tuple[int, int]],
    history: Collection[int],
) -> int | None:
    """What the grand total is made of: years, stated as a total where not by source; or sources, if no year is told."""
    told = {year: kopecks for (source, year), (kopecks, _) in stated.items() if source is None and year is not None}
    years = {year: kopecks for year, kopecks in {**told, **by_year}.items() if year not in history}
    sources = [kopecks for (source, year), (kopecks, _) in stated.items() if source is not None and year is None]
    if years or sources:
        return sum_of(years.values()) if years else sum_of(sources)
    return None


def _of_year(amounts: Mapping[Cell, int], year: int) -> dict[str, int]:
    return {source: value for (source, y), value in amounts.items() if y == year}
