"""The method of Kostroma oblast: achievement times spending, less the further the two lie apart."""

from decimal import Decimal
from fractions import Fraction

from vitrina.measures.evaluation.method import Components, Method, Outcome

COEFFICIENTS = (
    (Decimal("0.10"), Decimal("1.25")),
    (Decimal("0.20"), Decimal("1.10")),
    (Decimal("0.25"), Decimal("1.00")),
    (Decimal("0.35"), Decimal("0.90")),
)
"""k of what lies no further apart than so much."""
FURTHER = Decimal("0.75")
"""k of what lies further apart than that."""


def by_achievement_and_spending(components: Components) -> Outcome:
    """E = achievement × spending × k (docs.cntd.ru/document/577954783). Measures play no part.

    E would be 0 where nothing was spent, whatever was achieved: like the other methods we give no score then.
    """
    achievement, spending = components.achievement, components.spending
    if achievement is None:
        return Outcome(why_not=components.why_no_achievement)
    if spending is None:
        return Outcome(why_not=components.why_no_spending)
    if not spending:
        return Outcome(why_not="nothing-spent")
    k = coefficient(achievement, spending)
    return Outcome(score=achievement * spending * k, coefficient=k)


def coefficient(achievement: Fraction, spending: Fraction) -> Fraction:
    """k by how far the two lie apart: ≤ 0.10 → 1.25, ≤ 0.20 → 1.10, ≤ 0.25 → 1, ≤ 0.35 → 0.90, above → 0.75."""
    apart = abs(achievement - spending)
    return Fraction(next((k for most, k in COEFFICIENTS if apart <= Fraction(most)), FURTHER))


ACHIEVEMENT_SPENDING = Method(
    "achievement-spending",
    Decimal(1),
    by_achievement_and_spending,
    ("docs.cntd.ru/document/577954783",),
    uses_measures=False,
)
"""What is at hand of the act names neither a cap of the degrees nor grades: so a cap of 1, no grade."""
