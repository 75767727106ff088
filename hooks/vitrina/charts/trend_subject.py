"""What the chart of a trend is drawn of: the years of an indicator before its plan, and where its pace leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.findings.observed import sentence_of
from vitrina.charts.observed import Observed
from vitrina.dataset.programme import Observation
from vitrina.measures.pace import Pace
from vitrina.measures.scoreboard import Score

Points = Mapping[int, Observation]


@dataclass(frozen=True, slots=True)
class Trend:
    """The years of an indicator, in pieces that cannot be compared, and its pace."""

    observed: Observed
    score: Score
    pace: Pace | None
    finding: str
    source: str

    @property
    def pieces(self) -> tuple[Points, ...]:
        """Baselines and actuals of whole years."""
        return tuple({year.year: year.known for year in piece if year.known} for piece in self.score.pieces)

    @property
    def plans(self) -> Points:
        return {year.year: year.plan for year in self.score.years if year.plan is not None}

    @property
    def ahead(self) -> tuple[int, Decimal] | None:
        """The year of the target and the value that the present pace gives by then; None where it is not ahead."""
        if self.pace is None or not self.pace.months_left or self.pace.target.last is None:
            return None
        return self.pace.target.last.year, self.pace.at_present_pace

    @property
    def breaks(self) -> tuple[int, ...]:
        """The first years of another way of counting; none where the years of both run side by side from the start."""
        starts = [min(piece) for piece in self.pieces if piece]
        return tuple(year for year in starts[1:] if year > starts[0])

    @property
    def rows(self) -> list[Observation]:
        """All that is drawn, the plans last."""
        return [*(row for piece in self.pieces for row in piece.values()), *self.plans.values()]

    @property
    def sentences(self) -> list[str]:
        """One for each of these, and one on where the present pace leads."""
        return [*(sentence_of(self.observed, row) for row in self.rows), *([self.ahead_sentence] if self.ahead else [])]

    @property
    def ahead_sentence(self) -> str:
        if self.ahead is None or self.pace is None:
            return ""
        when, value = self.observed.when(self.pace.target), self.rounded(self.ahead[1])
        quantity = self.observed.words.quantity(value, self.observed.unit)
        return self.observed.say("Если так и пойдёт, {when} будет {value}.", when=when, value=quantity)

    def rounded(self, value: Decimal) -> Decimal:
        """With as many decimals as the values have."""
        finest = min((row.value.as_tuple().exponent for row in self.rows if row.value is not None), key=int, default=0)
        return value.quantize(Decimal(1).scaleb(int(finest)))
