"""Which kind of period two days span: a day, a year, months of one year, or anything else."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

PeriodKind = Literal["day", "year", "years", "month", "months", "span"]


@dataclass(frozen=True, slots=True)
class Period:
    """A span with both its days in it."""

    first: date
    last: date

    @property
    def kind(self) -> PeriodKind:
        """How people name it."""
        first, last = self.first, self.last
        one_year = first.year == last.year
        if first == last:
            return "day"
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return "year" if one_year else "years"
        if one_year and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            return "month" if first.month == last.month else "months"
        return "span"

    def holds(self, other: "Period") -> bool:
        """Whether all of the other lies within this one."""
        return self.first <= other.first and other.last <= self.last
