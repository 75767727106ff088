"""A small programme evaluated by its own rule: whose indicators, measures and money count, worked out by hand."""

from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest

from support.datasets import DIVNOGORSK
from support.observations import indicator, plan, seen, value
from vitrina.dataset.programme import Completion, Indicator, Observation, Programme, Rule
from vitrina.dataset.reader import read_dataset
from vitrina.measures.evaluation.evaluating import evaluations
from vitrina.measures.evaluation.method import Evaluation
from vitrina.measures.execution import executions

FIRST, SECOND = "edition", "report"


@pytest.fixture(scope="module")
def town() -> Programme:
    """A programme with subprogrammes «schools» (measures «repair», «meals») and «parks» (measure «trees»)."""
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset is not None
    real = dataset.programme("education")
    top, edition = real.line, real.edition
    lines = [replace(top, id="town")]
    for parent, kind, ids in (
        ("town", "subprogramme", ("schools", "parks")),
        ("schools", "measure", ("repair", "meals")),
        ("parks", "measure", ("trees",)),
    ):
        lines += [replace(top, id=identity, parent=parent, kind=kind) for identity in ids]
    report = replace(edition, id=SECOND, sequence=2, kind="report", covers="part")
    return replace(
        real,
        lines=tuple(lines),
        documents=(replace(edition, id=FIRST), report),
        indicators=(target("marks", "schools"), target("benches", "parks")),
        observations=(
            *told("marks", 100, 90),
            *told("benches", 50, 60),
        ),
        completions=(done("repair"), done("meals", "partly"), done("trees")),
        rules=(method("ratio"),),
        money=spending("schools 100 80", "parks 200 100"),
    )


def target(identity: str, line: str | None, weight: str | None = None, kind: str = "target") -> Indicator:
    own = None if weight is None else Decimal(weight)
    return replace(indicator(), id=identity, line=line, kind=kind, weight=own)


def told(of: str, planned: int, reached: int | None, year: str = "2020") -> tuple[Observation, ...]:
    rows = [
        plan(year, planned, indicator=of, id=f"{of} plan {year}", document=FIRST),
        value(year, reached, indicator=of, id=f"{of} actual {year}", document=SECOND),
    ]
    return tuple(rows)


def done(line: str, state: str = "done", document: str = SECOND) -> Completion:
    return Completion(line=line, year=2020, state=state, document=document, place="", words="", row=2)


def method(name: str) -> Rule:
    return Rule(field="evaluation", value=name, whose="ours", row=2)


def spending(*lines: str) -> pd.DataFrame:
    """«schools 100 80»: of a line planned and spent in 2020, in kopecks; «-» for what is not stated."""
    rows = [
        (document, line, stage, int(amount))
        for line, planned, spent in (row.split() for row in lines)
        for document, stage, amount in ((FIRST, "plan", planned), (SECOND, "actual", spent))
        if amount != "-"
    ]
    count = len(rows)
    return pd.DataFrame(
        {
            "document": pd.array([row[0] for row in rows], dtype="str"),
            "line": pd.array([row[1] for row in rows], dtype="str"),
            "source": pd.array(["local"] * count, dtype="str"),
            "year": pd.array([2020] * count, dtype="Int64"),
            "stage": pd.array([row[2] for row in rows], dtype="str"),
            "kopecks": pd.array([row[3] for row in rows], dtype="Int64"),
            "status": pd.array([None] * count, dtype="str"),
            "place": pd.array([""] * count, dtype="str"),
            "words": pd.array([""] * count, dtype="str"),
            "of_which": pd.array([""] * count, dtype="str"),
            "is_administrator": pd.array([False] * count, dtype="bool"),
            "of_which_all": pd.array([False] * count, dtype="bool"),
            "reason": pd.array([""] * count, dtype="str"),
        }
    )


def evaluated(town: Programme, year: int = 2020, **others: object) -> dict[str, Evaluation]:
    changed = replace(town, **others)  # type: ignore[arg-type]  # a test names fields of several types
    return {found.line.id: found for found in evaluations(changed, executions(changed)).get(year, ())}


def test_every_subprogramme_and_then_the_programme_with_all_that_their_score_is_made_of(town: Programme) -> None:
    found = evaluated(town)
    assert list(found) == ["schools", "parks", "town"]
    schools = found["schools"]
    # 90 ÷ 100; 1 of 2 measures wholly done; 80 ÷ 100; 0.5 ÷ 0.8 = 0.625; 0.9 × 0.625 = 0.5625.
    assert seen(schools.achievement, schools.measures_done, schools.measures_all, schools.measures_degree) == (
        Decimal("0.9"),
        1,
        2,
        Decimal("0.5"),
    )
    assert seen(schools.spent, schools.planned, schools.spending_degree) == (80, 100, Decimal("0.8"))
    assert seen(schools.efficiency, schools.score, schools.grade, schools.why_not) == (
        Decimal("0.625"),
        Decimal("0.5625"),
        "unsatisfactory",
        None,
    )
    [marks] = schools.achievements
    assert seen(marks.indicator.id, marks.plan.value, marks.actual and marks.actual.value, marks.degree) == (
        "marks",
        100,
        90,
        Decimal("0.9"),
    )
    # 60 ÷ 50 counts for 1; the one measure; 100 ÷ 200; 1 ÷ 0.5 = 2.
    assert seen(found["parks"].score, found["parks"].grade) == (2, "high")
    # (0.9 + 1) ÷ 2 = 0.95; 2 of 3 measures; 180 ÷ 300 = 0.6.
    assert seen(found["town"].achievement, found["town"].measures_all, found["town"].spending_degree) == (
        Decimal("0.95"),
        3,
        Decimal("0.6"),
    )


def test_a_programme_that_names_no_method_is_not_evaluated(town: Programme) -> None:
    assert evaluated(town, rules=()) == {}


def test_a_year_that_is_not_over_or_of_which_nothing_is_told_is_not_evaluated(town: Programme) -> None:
    assert evaluated(town, 2021) == {}
    assert evaluated(town, 2019) == {}


def test_the_cap_is_the_method_s(town: Programme) -> None:
    assert evaluated(town, rules=(method("ratio-130"),))["parks"].achievement == Decimal("1.2")


def test_achievement_times_spending_has_k_and_no_efficiency(town: Programme) -> None:
    found = evaluated(town, rules=(method("achievement-spending"),))["schools"]
    # |0.9 − 0.8| = 0.1 → 1.25; 0.9 × 0.8 × 1.25 = 0.9.
    assert seen(found.coefficient, found.score, found.efficiency, found.grade) == (
        Decimal("1.25"),
        Decimal("0.9"),
        None,
        None,
    )


@pytest.mark.parametrize(
    ("money", "why"),
    [
        ("schools 100 0", "nothing-spent"),
        ("schools 0 80", "nothing-planned"),
        ("schools - 80", "nothing-planned"),
        ("schools 100 -", "no-spending"),
        ("parks 100 80", "no-spending"),
    ],
)
def test_without_money_planned_and_spent_there_is_no_score(town: Programme, money: str, why: str) -> None:
    found = evaluated(town, money=spending(money))["schools"]
    assert seen(found.score, found.grade, found.why_not) == (None, None, why)
    assert found.achievement == Decimal("0.9")


def test_spending_above_plan_lowers_the_efficiency(town: Programme) -> None:
    found = evaluated(town, money=spending("schools 100 125"))["schools"]
    # 0.5 ÷ 1.25 = 0.4; 0.9 × 0.4 = 0.36.
    assert seen(found.spending_degree, found.efficiency, found.score) == (
        Decimal("1.25"),
        Decimal("0.4"),
        Decimal("0.36"),
    )


def test_the_stated_total_of_the_programme_goes_before_the_sum_of_its_parts(town: Programme) -> None:
    found = evaluated(town, money=spending("schools 100 80", "parks 200 100", "town 400 200"))["town"]
    assert seen(found.spent, found.planned) == (200, 400)


def test_no_measure_done_is_a_score_of_nothing_and_no_measures_at_all_none(town: Programme) -> None:
    none_done = evaluated(town, completions=(done("repair", "not-done"), done("meals", "partly")))["schools"]
    assert seen(none_done.measures_done, none_done.measures_all, none_done.score) == (0, 2, 0)
    none_told = evaluated(town, completions=())["schools"]
    assert seen(none_told.measures_all, none_told.measures_degree, none_told.why_not) == (0, None, "no-measures")


def test_of_a_measure_told_of_twice_the_later_document_counts(town: Programme) -> None:
    twice = (done("repair", "done", SECOND), done("repair", "not-done", FIRST), done("meals"))
    assert evaluated(town, completions=twice)["schools"].measures_done == 2


def test_all_actuals_missing(town: Programme) -> None:
    found = evaluated(town, observations=told("marks", 100, None))["schools"]
    assert seen(found.achievement, found.score, found.why_not) == (None, None, "no-actuals")
    assert [(one.actual, one.degree) for one in found.achievements] == [(None, None)]


def test_one_actual_missing_is_shown_and_left_out_of_the_mean(town: Programme) -> None:
    found = evaluated(
        town,
        indicators=(target("marks", "schools"), target("meals-eaten", "schools")),
        observations=(*told("marks", 100, 90), *told("meals-eaten", 100, None)),
    )["schools"]
    assert found.achievement == Decimal("0.9")
    assert [one.degree for one in found.achievements] == [Decimal("0.9"), None]


def test_indicators_without_a_plan_for_the_year_or_only_mentioned_do_not_count(town: Programme) -> None:
    found = evaluated(
        town,
        indicators=(target("marks", "schools"), target("talk", "schools", kind="mentioned"), target("x", "schools")),
        observations=(*told("marks", 100, 90, "2019"), *told("talk", 100, 1), *told("x", 1, 2)[1:]),
    )["schools"]
    assert seen(found.achievements, found.why_not) == ((), "no-plans")


def test_weights_and_a_cross_for_none(town: Programme) -> None:
    def achievement(*weights: str | None) -> tuple[Decimal | None, str | None]:
        ids = ("marks", "benches", "trees-planted")
        found = evaluated(
            town,
            indicators=tuple(target(one, "schools", weight) for one, weight in zip(ids, weights, strict=True)),
            observations=(*told("marks", 100, 100), *told("benches", 100, 50), *told("trees-planted", 100, 0)),
        )["schools"]
        return found.achievement, found.why_not

    assert achievement(None, None, None) == (Decimal("0.5"), None)
    assert achievement("0.75", "0.25", None) == (Decimal("0.875"), None)
    assert achievement("0.5", "0.25", "0.25") == (Decimal("0.625"), None)
    assert achievement("0", "0", None) == (None, "no-weights")


def test_a_programme_is_judged_by_its_own_indicators_where_it_has_any(town: Programme) -> None:
    found = evaluated(
        town,
        indicators=(target("happiness", None), target("marks", "schools")),
        observations=(*told("happiness", 100, 40), *told("marks", 100, 90)),
    )["town"]
    assert [one.indicator.id for one in found.achievements] == ["happiness"]


def test_a_plan_that_a_later_document_changed_counts_as_it_is_now(town: Programme) -> None:
    lowered = plan("2020", 90, indicator="marks", id="lowered", document=SECOND)
    assert evaluated(town, observations=(*told("marks", 100, 90), lowered))["schools"].achievement == 1
