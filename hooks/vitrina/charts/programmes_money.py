"""The money of several programmes, as their charts are drawn of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from vitrina.charts.money import Money
from vitrina.charts.unit import Unit, unit_for
from vitrina.words import Words


@dataclass(frozen=True, slots=True)
class ProgrammesMoney:
    """Amounts are kopecks."""

    programmes: Mapping[str, Money]
    """By id, in the order of the site."""
    names: Mapping[str, str]
    words: Words
    source: str
    """What stands under a chart."""

    @property
    def years(self) -> tuple[int, ...]:
        """From the first year of any programme to the last one of any."""
        named = [year for money in self.programmes.values() for year in money.funding.years]
        return tuple(range(min(named), max(named) + 1))

    @property
    def totals(self) -> Mapping[tuple[str, int], int]:
        """(programme, year) to what is known of it."""
        return {
            (programme, year): kopecks
            for programme, money in self.programmes.items()
            for year, kopecks in money.funding.totals.items()
        }

    @property
    def largest(self) -> int:
        return max(self.totals.values(), default=0)

    @property
    def unit(self) -> Unit:
        return unit_for(self.totals.values())
