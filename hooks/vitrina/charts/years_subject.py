"""The years of a programme, as the chart is drawn of them that lays plan, spending and results under one another."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.chart import Origin
from vitrina.charts.money import Money
from vitrina.charts.unit import Unit, unit_for
from vitrina.measures.known import Missing
from vitrina.measures.tally import Tally
from vitrina.words import Words


@dataclass(frozen=True, slots=True)
class YearsTogether:
    """Amounts are kopecks."""

    money: Money
    spent: Mapping[int, int]
    """By year, where it is known."""
    tallies: Mapping[int, Tally]
    """By year, those of which a plan can be judged."""
    origins: Mapping[int, Origin]
    """By year, of the money."""
    source: str

    @property
    def words(self) -> Words:
        return self.money.words

    @property
    def parts(self) -> tuple[str, ...]:
        """The pictures that there are: of money planned, of money spent, of plans that were met."""
        return tuple(part for part in ("planned", "spent", "met") if self.values(part))

    def values(self, part: str) -> Mapping[int, float]:
        """How high a picture's bars are, by year: kopecks, or percent of the plans."""
        if part == "met":
            return {year: float(share) for year, share in self.shares.items()}
        return {**(self.money.funding.totals if part == "planned" else self.spent)}

    @property
    def shares(self) -> Mapping[int, Decimal]:
        """By year, percent of the plans that can be judged."""
        shares = {year: tally.share for year, tally in self.tallies.items()}
        return {year: share for year, share in shares.items() if not isinstance(share, Missing)}

    @property
    def largest(self) -> float:
        """Of all amounts."""
        return max([*self.values("planned").values(), *self.values("spent").values()], default=0)

    @property
    def unit(self) -> Unit:
        return unit_for([*self.money.funding.totals.values(), *self.spent.values()])
