"""What every method of evaluation starts from and comes to. Fractions inside, so that 0.9 is 0.9 and not just under."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, Self

from vitrina.dataset.programme import Indicator, Line, Observation
from vitrina.words.provenance import total_of, worked_out

WhyNot = Literal[
    "no-plans", "no-actuals", "no-weights", "no-measures", "no-spending", "nothing-planned", "nothing-spent"
]
"""Why there is no score: no indicator with a plan for the year, none with an actual of the whole year, weights that sum
to 0, no measure that a report tells of, no figure of what was spent, a plan of 0 or none, an actual of 0."""
Grade = Literal["high", "medium", "satisfactory", "unsatisfactory"]


@dataclass(frozen=True, slots=True)
class Components:
    """The degrees that a score is made of; each may be above 1, None where it cannot be told."""

    achievement: Fraction | None
    measures: Fraction | None
    spending: Fraction | None
    """0 where nothing was spent."""
    why_no_achievement: WhyNot = "no-actuals"
    why_no_spending: WhyNot = "no-spending"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a method makes of the components. `efficiency` or `coefficient` is what it multiplies by, if it has one."""

    score: Fraction | None = None
    efficiency: Fraction | None = None
    coefficient: Fraction | None = None
    grade: Grade | None = None
    """None too where the method's own scale is not at hand."""
    why_not: WhyNot | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """A way to evaluate; no degree of achievement counts for more than `cap`."""

    id: str
    cap: Decimal
    evaluate: Callable[[Components], Outcome]
    sources: tuple[str, ...]
    """The acts that it is taken from: addresses without their scheme, or a name where there is none."""
    grades: tuple[tuple[Decimal, Grade], ...] = ()
    """The least score of each grade, the highest first; below the last one the score is unsatisfactory."""
    uses_measures: bool = True


@dataclass(frozen=True, slots=True)
class Achievement:
    """How far one indicator reached its plan of a year."""

    indicator: Indicator
    plan: Observation
    actual: Observation | None
    degree: Decimal | None
    """None without an actual of the whole time; such an indicator is shown and left out of the mean."""
    division: tuple[Decimal, Decimal] | None
    """What is divided by what, before the cap; None where nothing is: inside a range, or where it would be by 0."""
    weight: Decimal | None
    """None: it has none (or «Х»); beside indicators that have weights it is left out of the mean."""

    @property
    def product(self) -> Decimal | None:
        """The degree times the weight; None where it lacks either."""
        if self.degree is None or self.weight is None:
            return None
        return worked_out(Decimal(self.degree) * Decimal(self.weight), "product", self.degree, self.weight)


@dataclass(frozen=True, slots=True)
class MeanDegree:
    """What the mean of the degrees is made of."""

    is_weighted: bool
    """If any degree has a weight: the others are then left out."""
    total: Decimal
    """Of the products, or of the degrees where nothing has a weight."""
    by: Decimal
    """The sum of the weights, or how many degrees there are."""

    @classmethod
    def of(cls, achievements: Sequence[Achievement]) -> Self:
        known = [one for one in achievements if one.degree is not None]
        products = [one.product for one in known if one.product is not None]
        if products:
            return cls(True, total_of(products), total_of(one.weight for one in known if one.weight is not None))
        return cls(False, total_of(one.degree for one in known if one.degree is not None), Decimal(len(known)))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A line's year with every component, so that a reader can work it out again by hand. Money in kopecks."""

    method: str
    line: Line
    year: int
    achievements: tuple[Achievement, ...]
    mean: MeanDegree
    achievement: Decimal | None
    measures_done: int
    """Wholly: a measure done in part is not done."""
    measures_all: int
    """All that a report tells of for the year."""
    measures_degree: Decimal | None
    spent: int | None
    planned: int | None
    spending_degree: Decimal | None
    apart: Decimal | None
    """How far achievement and spending lie apart, where the method asks."""
    efficiency: Decimal | None
    coefficient: Decimal | None
    score: Decimal | None
    grade: Grade | None
    why_not: WhyNot | None
