"""The ratio method: what was achieved, times how much was done for the money. Degrees count up to 1."""

from decimal import Decimal
from fractions import Fraction

from vitrina.measures.evaluation.method import Components, Grade, Method, Outcome

GRADES: tuple[tuple[Decimal, Grade], ...] = (
    (Decimal("0.9"), "high"),
    (Decimal("0.8"), "medium"),
    (Decimal("0.7"), "satisfactory"),
)


def by_ratio(components: Components) -> Outcome:
    """Эис = СРм ÷ ССуз, ЭР = СР × Эис (consultant.ru, LAW 284387). No cap on either.

    Nothing spent leaves nothing to divide by: there is no score.
    """
    achievement, measures, spending = components.achievement, components.measures, components.spending
    if achievement is None:
        return Outcome(why_not=components.why_no_achievement)
    if measures is None:
        return Outcome(why_not="no-measures")
    if spending is None:
        return Outcome(why_not=components.why_no_spending)
    if not spending:
        return Outcome(why_not="nothing-spent")
    efficiency = measures / spending
    score = achievement * efficiency
    return Outcome(score=score, efficiency=efficiency, grade=grade(score))


def grade(score: Fraction) -> Grade:
    """≥ 0.9 высокая, ≥ 0.8 средняя, ≥ 0.7 удовлетворительная, else неудовлетворительная (consultant.ru, LAW 284387)."""
    return next((name for least, name in GRADES if score >= Fraction(least)), "unsatisfactory")


RATIO = Method(
    "ratio",
    Decimal(1),
    by_ratio,
    ("consultant.ru, LAW 284387", "docs.cntd.ru/document/463604910"),
    GRADES,
)
