"""Which kind of period two days span: a day, a year, a school year, months of one year, or anything else."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

PeriodKind = Literal["day", "year", "years", "school_year", "month", "months", "span"]


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
        if self.is_year and (first.month, first.day) == (9, 1):
            return "school_year"
        if one_year and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            return "month" if first.month == last.month else "months"
        return "span"

    @property
    def is_year(self) -> bool:
        """Twelve months, whenever they begin: a calendar year, a school year, any other."""
        after = self.last + timedelta(days=1)
        return (after.year - 1, after.month, after.day) == (self.first.year, self.first.month, self.first.day)

    @property
    def is_part_of_year(self) -> bool:
        """More than a day, and less than twelve months."""
        after = self.last + timedelta(days=1)
        next_year = (self.first.year + 1, self.first.month, self.first.day)
        return self.first != self.last and (after.year, after.month, after.day) < next_year

    def holds(self, other: "Period") -> bool:
        """Whether all of the other lies within this one."""
        return self.first <= other.first and other.last <= self.last
