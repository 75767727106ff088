"""The methods of evaluation, worked out by hand: degrees, their mean, the score and its grade."""

from decimal import Decimal
from fractions import Fraction

import pytest

from support.observations import KNOWN_UNTIL, SHARE, indicator, plan, seen, value
from vitrina.dataset.programme import Observation
from vitrina.measures.evaluation.achievement import degree, mean
from vitrina.measures.evaluation.achievement_spending import ACHIEVEMENT_SPENDING, coefficient
from vitrina.measures.evaluation.method import Components, Method
from vitrina.measures.evaluation.ratio import RATIO, grade
from vitrina.measures.evaluation.ratio_130 import RATIO_130
from vitrina.measures.status import StatusRule, yearly

COUNT = "раз|раза|раз"


def reached(
    *rows: Observation, direction: str = "rising", unit: str = COUNT, cap: str = "1", rule: StatusRule | None = None
) -> Fraction | None:
    measured = indicator(direction, unit)
    [found] = yearly(measured, rows, rule or StatusRule(), KNOWN_UNTIL)
    return degree(measured, found, Fraction(cap))


def part(*numbers: int) -> Fraction:
    return Fraction(*numbers)


# One indicator.


@pytest.mark.parametrize(
    ("direction", "planned", "actual", "plain", "with_130"),
    [
        # More is better: actual ÷ plan.
        ("rising", 100, 80, part(4, 5), part(4, 5)),
        ("rising", 100, 100, part(1), part(1)),
        ("rising", 100, 120, part(1), part(6, 5)),
        ("rising", 100, 150, part(1), part(13, 10)),
        ("rising", 100, 0, part(0), part(0)),
        # Less is better: plan ÷ actual.
        ("falling", 80, 100, part(4, 5), part(4, 5)),
        ("falling", 100, 80, part(1), part(5, 4)),
        ("falling", 100, 50, part(1), part(13, 10)),
        # Nothing to divide by.
        ("rising", 0, 0, part(1), part(1)),
        ("rising", 0, 7, part(1), part(1)),
        ("falling", 0, 0, part(1), part(1)),
        ("falling", 10, 0, part(1), part(13, 10)),
        ("falling", 0, 5, part(0), part(0)),
        # To stay as it is, and no direction: the smaller ÷ the larger.
        ("steady", 100, 100, part(1), part(1)),
        ("steady", 100, 80, part(4, 5), part(4, 5)),
        ("steady", 80, 100, part(4, 5), part(4, 5)),
        ("none", 80, 100, part(4, 5), part(4, 5)),
        ("steady", 0, 5, part(0), part(0)),
    ],
)
def test_a_degree_is_the_ratio_up_to_the_cap(
    direction: str, planned: int, actual: int, plain: Fraction, with_130: Fraction
) -> None:
    rows = (plan("2020", planned), value("2020", actual))
    assert reached(*rows, direction=direction) == plain
    assert reached(*rows, direction=direction, cap="1.3") == with_130


def test_a_sign_goes_before_the_direction() -> None:
    assert reached(plan("2020", 100, "≤"), value("2020", 125), direction="none") == part(4, 5)
    assert reached(plan("2020", 100, "≥"), value("2020", 80), direction="none") == part(4, 5)


@pytest.mark.parametrize(("actual", "expected"), [(54, part(9, 10)), (60, 1), (70, 1), (80, 1), (100, part(4, 5))])
def test_a_range_is_reached_inside_and_by_its_nearer_end_outside(actual: int, expected: Fraction) -> None:
    planned = plan("2020", 60, upper=Decimal(80))
    assert reached(planned, value("2020", actual), cap="1.3") == expected


def test_a_tolerance_is_for_statuses_and_changes_no_degree() -> None:
    rows = (plan("2020", 100), value("2020", 96))
    assert reached(*rows, rule=StatusRule(Decimal(5))) == part(96, 100)


@pytest.mark.parametrize(
    "rows",
    [
        (plan("2020", 100),),
        (value("2020", 100),),
        (plan("2020", 100), value("2020", None)),
        (plan("2020", 100), value("2020-01..2020-09", 80)),
        (plan("2020", 100), value("2020", 120, sign=">")),
        (plan("2020-12-31", 100), value("2020-01-01", 80)),
    ],
)
def test_without_a_plan_and_an_exact_actual_of_its_whole_time_there_is_no_degree(
    rows: tuple[Observation, ...],
) -> None:
    assert reached(*rows) is None


def test_a_part_of_the_time_counts_where_it_has_reached_the_cap() -> None:
    rows = (plan("2020", 100), value("2020-01..2020-09", 120))
    assert seen(reached(*rows), reached(*rows, cap="1.2"), reached(*rows, cap="1.3")) == (1, part(6, 5), None)
    assert reached(*rows, unit=SHARE) is None


# Several indicators.


def test_the_mean_is_plain_without_weights() -> None:
    assert mean([(part(1), None), (part(1, 2), None)]) == part(3, 4)
    assert mean([]) is None


def test_weights_need_not_add_up_to_one() -> None:
    # (1 × 3 + 0.5 × 1) ÷ 4 = 0.875.
    assert mean([(part(1), part(3)), (part(1, 2), part(1))]) == part(7, 8)
    assert mean([(part(1), part(3, 10)), (part(1, 2), part(1, 10))]) == part(7, 8)


def test_beside_weights_one_without_is_not_counted() -> None:
    assert mean([(part(1), part(1)), (part(0), None)]) == 1


def test_a_weight_of_zero_counts_for_nothing_and_only_zeros_leave_no_mean() -> None:
    assert mean([(part(1), part(1)), (part(0), part(0))]) == 1
    assert mean([(part(1), part(0)), (part(1), part(0))]) is None


# The score.


def score(
    method: Method, achievement: str, measures: str | None, spending: str | None
) -> tuple[Fraction | None, str | None, str | None]:
    found = method.evaluate(
        Components(
            Fraction(achievement),
            None if measures is None else Fraction(measures),
            None if spending is None else Fraction(spending),
        )
    )
    return found.score, found.grade, found.why_not


@pytest.mark.parametrize(
    ("components", "expected", "name"),
    [
        # All done with all the money.
        (("1", "1", "1"), part(1), "high"),
        # 0.96 × (0.8 ÷ 0.9) = 0.8533…
        (("0.96", "0.8", "0.9"), part(64, 75), "medium"),
        # Less money for the same: 1 × (1 ÷ 0.8) = 1.25, and no cap on it.
        (("1", "1", "0.8"), part(5, 4), "high"),
        # More money than planned: 1 × (1 ÷ 1.25) = 0.8.
        (("1", "1", "1.25"), part(4, 5), "medium"),
        # No measure done, or nothing achieved.
        (("1", "0", "0.5"), part(0), "unsatisfactory"),
        (("0", "1", "1"), part(0), "unsatisfactory"),
    ],
)
@pytest.mark.parametrize("method", [RATIO, RATIO_130])
def test_the_score_is_achievement_times_measures_over_spending(
    method: Method, components: tuple[str, str, str], expected: Fraction, name: str
) -> None:
    assert score(method, *components) == (expected, name, None)


def test_the_efficiency_is_told_too() -> None:
    found = RATIO.evaluate(Components(part(1), part(3, 4), part(1, 2)))
    assert found.efficiency == part(3, 2)


@pytest.mark.parametrize(
    ("at", "name"),
    [
        ("0.9", "high"),
        ("0.8999", "medium"),
        ("0.8", "medium"),
        ("0.7999", "satisfactory"),
        ("0.7", "satisfactory"),
        ("0.6999", "unsatisfactory"),
        ("0", "unsatisfactory"),
        ("1.3", "high"),
    ],
)
def test_a_grade_begins_exactly_at_its_limit(at: str, name: str) -> None:
    assert grade(Fraction(at)) == name


def test_thirds_that_make_nine_tenths_are_nine_tenths() -> None:
    """In decimals 2 ÷ 3 and its like come out a hair under, and the grade with them."""
    found = mean([(part(2, 3), None), (part(31, 30), None), (part(1), None)])
    assert found == part(9, 10)
    assert RATIO.evaluate(Components(found, part(1), part(1))).grade == "high"


@pytest.mark.parametrize(
    ("components", "why"),
    [
        (Components(None, part(1), part(1), "no-plans"), "no-plans"),
        (Components(None, part(1), part(1), "no-actuals"), "no-actuals"),
        (Components(None, part(1), part(1), "no-weights"), "no-weights"),
        (Components(part(1), part(1), None, why_no_spending="no-spending"), "no-spending"),
        (Components(part(1), part(1), None, why_no_spending="nothing-planned"), "nothing-planned"),
        (Components(part(1), part(1), part(0)), "nothing-spent"),
    ],
)
@pytest.mark.parametrize("method", [RATIO, RATIO_130, ACHIEVEMENT_SPENDING])
def test_what_cannot_be_worked_out_has_no_score_and_says_why(method: Method, components: Components, why: str) -> None:
    found = method.evaluate(components)
    assert seen(found.score, found.grade, found.why_not) == (None, None, why)


def test_without_measures_only_the_method_that_counts_them_has_no_score() -> None:
    assert score(RATIO, "1", None, "1") == (None, None, "no-measures")
    assert score(ACHIEVEMENT_SPENDING, "1", None, "1") == (part(5, 4), None, None)


@pytest.mark.parametrize(
    ("spending", "k"),
    [
        ("0.9", "1.25"),
        ("1.1", "1.25"),
        ("0.8999", "1.10"),
        ("0.8", "1.10"),
        ("0.7999", "1"),
        ("0.75", "1"),
        ("0.7499", "0.90"),
        ("0.65", "0.90"),
        ("0.6499", "0.75"),
        ("1.36", "0.75"),
        ("0", "0.75"),
    ],
)
def test_k_falls_just_beyond_each_limit(spending: str, k: str) -> None:
    assert coefficient(part(1), Fraction(spending)) == Fraction(k)


def test_achievement_times_spending_times_k() -> None:
    # |0.9 − 0.8| = 0.1 → 1.25; 0.9 × 0.8 × 1.25 = 0.9.
    found = ACHIEVEMENT_SPENDING.evaluate(Components(part(9, 10), None, part(4, 5)))
    assert seen(found.score, found.coefficient, found.efficiency, found.grade) == (
        part(9, 10),
        part(5, 4),
        None,
        None,
    )


def test_the_caps_of_the_methods() -> None:
    assert [(method.id, method.cap) for method in (RATIO, RATIO_130, ACHIEVEMENT_SPENDING)] == [
        ("ratio", Decimal(1)),
        ("ratio-130", Decimal("1.3")),
        ("achievement-spending", Decimal(1)),
    ]
