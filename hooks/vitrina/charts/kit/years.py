"""A scale of years on which lines are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from vitrina.charts.kit import layout, style
from vitrina.charts.kit.style import LETTER


@dataclass(frozen=True, slots=True)
class Years:
    """From the first year at the left edge to the last at the right one; a year alone stands in the middle."""

    first: int
    last: int
    width: float

    @property
    def domain(self) -> tuple[int, int]:
        return (self.first, self.last) if self.last > self.first else (self.first - 1, self.first + 1)

    @property
    def step(self) -> float:
        """Pixels from year to year."""
        return self.width / (self.domain[1] - self.domain[0])

    def place(self, year: float) -> float:
        return (year - self.domain[0]) * self.step

    def axis(self, room: float, served: Sequence[int], letter: int = LETTER) -> alt.X:
        """As many years as fit, each with so many times the room of its letters; those of `served` first."""
        fewest = layout.text_width("0000", letter) * room / self.step
        places = layout.spaced(self.last - self.first + 1, fewest, [year - self.first for year in served])
        years = [self.first + place for place in places]
        look: dict[str, Any] = {} if letter == LETTER else {"labelFontSize": letter}
        axis = alt.Axis(
            values=years, labelExpr=style.labels(years, [str(year) for year in years]), labelPadding=10, **look
        )
        return alt.X("year:Q", scale=alt.Scale(domain=list(self.domain), nice=False, zero=False), axis=axis)
