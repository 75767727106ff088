"""The sample's indicators have every oddity, status, grade and change that a page must be able to show."""

from decimal import Decimal
from typing import get_args

from vitrina.dataset.programme import Dataset, Observation, Programme
from vitrina.dataset.tables.choices import DIRECTIONS, OBSERVATION_STAGES
from vitrina.measures.changes import MoneyChange, ObservationChange, changes
from vitrina.measures.editions import observations_in_force
from vitrina.measures.evaluation.evaluating import evaluations
from vitrina.measures.execution import executions
from vitrina.measures.lateness import late_values
from vitrina.measures.series import by_indicator
from vitrina.measures.status import Status, StatusRule, yearly
from vitrina.pages.context import Context
from vitrina.pages.observed import last_comparison, profiles_of
from vitrina.pages.promise_table import promise_groups, shortened
from vitrina.words import Words
from vitrina.words.numbers import NO_BREAK_SPACE

REPORTED = range(2020, 2026)


def test_indicators_have_every_direction_weight_sign_and_stage(schools: Programme) -> None:
    assert {indicator.direction for indicator in schools.indicators} == set(DIRECTIONS)
    targets = [indicator for indicator in schools.indicators if indicator.kind == "target"]
    followed = {indicator.continues for indicator in targets if indicator.continues}
    weights = [indicator.weight for indicator in targets if indicator.id not in followed]
    assert sum(weight for weight in weights if weight is not None) == 1
    assert None in weights
    assert {indicator.is_comparable for indicator in targets if indicator.continues} == {True, False}
    assert {observation.stage for observation in schools.observations} == set(OBSERVATION_STAGES)
    assert {observation.sign for observation in schools.observations} == {"=", "≥", "≤"}
    assert any(observation.upper for observation in schools.observations)
    assert {bool(observation.group) for observation in schools.observations} == {True, False}


def first_year(observation: Observation) -> int:
    return observation.first.year if observation.first else 0


def test_indicators_have_every_oddity(schools: Programme) -> None:
    years = {
        (indicator.id, stage): {
            first_year(observation): observation.value
            for observation in by_indicator(schools.observations)[indicator.id]
            if observation.stage == stage and not observation.group
        }
        for indicator in schools.indicators
        for stage in OBSERVATION_STAGES
    }
    zero = Decimal(0)
    assert years["queue", "plan"][2027] == zero == years["queue", "actual"][2025]
    assert years["queue", "actual"][2023] != zero == years["queue", "plan"][2023]
    assert years["new-places", "baseline"][2019] == zero
    assert set(REPORTED) - set(years["barrier-free-schools", "actual"]) == {2021, 2022, 2024}
    assert years["satisfaction", "plan"]
    assert years["satisfaction", "actual"] == {}
    assert set(years["olympiad-winners", "actual"]) - set(years["olympiad-winners", "plan"]) == {2020, 2021}
    known = by_indicator(schools.observations)
    late = [one for one in known["camp-children"] if first_year(one) == 2021 and one.stage == "actual"]
    assert [(one.quotation.document, one.value is None) for one in late] == [
        ("report-2021", True),
        ("report-2022", False),
    ]
    parts = [one for one in known["consultations"] if one.last and one.last.month < 12]
    assert [first_year(one) for one in parts] == [2023, 2025]
    after = schools.document("edition-2023")
    changed = [one for one in known["repaired-schools"] if first_year(one) == 2022]
    assert [one.value for one in changed if one.stage == "plan"] == [3, 2]
    assert after.date
    assert after.date.year > 2022


def test_every_status_occurs_and_a_value_that_came_late_and_one_of_a_part_of_a_year(schools: Programme) -> None:
    rule, late = StatusRule.of(schools), late_values(schools)
    observations = observations_in_force(schools)
    years = {
        (indicator.id, one.year): one
        for indicator in schools.indicators
        for one in yearly(
            indicator,
            [row for row in observations if row.indicator == indicator.id],
            rule,
            schools.known_until,
            late,
        )
    }
    assert {one.status for one in years.values()} == set(get_args(Status))
    assert [key for key, one in years.items() if one.late] == [("camp-children", 2021)]
    assert {key: one.status for key, one in years.items() if one.is_part} == {
        ("consultations", 2023): "better",
        ("consultations", 2025): "none",
    }


def test_evaluations_have_every_grade(schools: Programme) -> None:
    evaluated = evaluations(schools, executions(schools))
    grades = {evaluation.grade for year in REPORTED for evaluation in evaluated.get(year, ())}
    assert grades == {"high", "medium", "satisfactory", "unsatisfactory"}


def test_figures_are_restated_corrected_and_withdrawn(schools: Programme) -> None:
    found = {(type(change), change.document, change.after is None) for change in changes(schools)}
    assert found == {
        *((MoneyChange, edition, False) for edition in ("amendment-2021", "edition-2023", "amendment-2025")),
        *((ObservationChange, edition, False) for edition in ("edition-2023", "amendment-2025")),
        *((kind, "report-2022", False) for kind in (MoneyChange, ObservationChange)),
        *((kind, "edition-2023", True) for kind in (MoneyChange, ObservationChange)),
    }


def test_the_list_of_indicators_and_the_scoreboard_judge_alike(sample: Dataset) -> None:
    context = Context(sample, sample.programme("schools"), Words("ru"))
    profiles = profiles_of(context)
    alike = {}
    for score in context.measures.board.scores:
        listed = last_comparison(profiles[score.indicator.id].observed)
        if score.now is not None and listed is not None:
            alike[score.indicator.id] = (score.now.status, listed.status)
    assert len(alike) > 15
    assert {indicator: both for indicator, both in alike.items() if both[0] != both[1]} == {}


def test_a_plan_that_is_a_range_has_both_its_ends_wherever_it_is_promised(sample: Dataset) -> None:
    context = Context(sample, sample.programme("schools"), Words("ru"))
    measured = [one.profile for group in promise_groups(context, profiles_of(context)) for one in group.indicators]
    [occupancy] = [one for one in measured if one.id == "garden-occupancy"]
    assert {text.replace(NO_BREAK_SPACE, " ") for text in occupancy.plan} == {"90,0–96,0 %"}


def test_an_indicator_is_promised_once_and_what_missed_its_plan_comes_first(sample: Dataset) -> None:
    context = Context(sample, sample.programme("schools"), Words("ru"))
    groups = promise_groups(context, profiles_of(context))
    ids = [one.profile.id for group in groups for one in (*group.indicators, *group.unmeasured)]
    assert len(ids) == len(set(ids)) > 15
    assert {group.task.number for group in groups if group.task} == {"1", "2", "3"}
    for group, brief in zip(groups, shortened(groups, 2), strict=True):
        assert len(brief.indicators) + brief.others == len(group.indicators)
        kinds = [one.profile.status.kind for one in group.indicators]
        if "worse" in kinds:
            assert brief.indicators[0].profile.status.kind in {"worse", "off-plan"}
