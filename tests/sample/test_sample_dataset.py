"""The sample is whole: it reads without a remark, and it has every kind of thing that a page knows how to show."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from vitrina.dataset import Programme
from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Dataset, Quotation
from vitrina.dataset.quotations import figures, numbers
from vitrina.dataset.tables.choices import COMPLETION_STATES, DIRECTIONS, OBSERVATION_STAGES, STAGES
from vitrina.measures.changes import MoneyChange, ObservationChange, changes
from vitrina.measures.checked import read_checked
from vitrina.measures.editions import lines_in_force, observations_in_force
from vitrina.measures.evaluation import evaluate
from vitrina.measures.execution import executions
from vitrina.measures.lateness import late_values
from vitrina.measures.levels import levels
from vitrina.measures.status import Status, StatusRule, yearly

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "sample" / "build_data"
TOWN = "Вымышленск"
REPORTED = range(2020, 2026)
KEY = ["source", "year", "stage"]
SLIP = 4_500_000
"""Kopecks: the one printed error of the 2023 edition, 432 261,5 for 432 216,5 thousand."""


@pytest.fixture(scope="module")
def sample() -> Dataset:
    reading = read_checked(SAMPLE)
    assert reading.problems == ()
    assert reading.notices == ()
    assert reading.dataset is not None
    return reading.dataset


@pytest.fixture(scope="module")
def schools(sample: Dataset) -> Programme:
    return sample.programme("schools")


def test_it_says_that_it_is_a_sample_and_names_a_town_that_there_is_not(sample: Dataset) -> None:
    assert sample.city.is_sample
    assert TOWN in sample.city.name.ru
    assert sample.city.contacts.email.endswith("@example.org")
    assert [programme.id for programme in sample.programmes] == ["parks", "schools"]


def test_nothing_of_it_is_in_the_tables_that_are_published() -> None:
    published = [path for path in (ROOT / "build_data").rglob("*") if path.is_file()]
    assert len(published) > 15
    assert [path for path in published if TOWN.encode() in path.read_bytes()] == []


def test_every_russian_text_has_english_that_belongs_to_it(sample: Dataset) -> None:
    for programme in sample.programmes:
        addresses = [one for one in programme.texts.russian if (one[0], one[2]) != ("glossary", "forms")]
        assert {programme.text(*address, "en").language for address in addresses} == {"en"}
        places = {quotation.place for quotation in quoted(programme)} | set(programme.money["place"])
        assert {programme.place(place, "en").language for place in places} == {"en"}


def test_every_figure_stands_in_the_words_beside_it(sample: Dataset) -> None:
    for programme in sample.programmes:
        money = programme.money[programme.money["kopecks"].notna()]
        for kopecks, words in zip(money["kopecks"], money["words"], strict=True):
            assert int(kopecks) in figures(words), words
        for observation in programme.observations:
            stated = {value for value in (observation.value, observation.upper) if value is not None}
            assert stated <= numbers(observation.quotation.words), observation.quotation.words


def test_there_are_editions_whole_and_in_part_a_report_a_year_and_an_appendix_that_is_missing(
    schools: Programme,
) -> None:
    kinds = Counter((document.kind, document.covers) for document in schools.documents)
    assert kinds == {("edition", "whole"): 2, ("edition", "part"): 2, ("report", "part"): 6, ("appendix", "part"): 1}
    [missing] = schools.missing_documents
    assert missing.promise
    reports = [document for document in schools.documents if document.kind == "report"]
    assert [report.facts_until.year for report in reports if report.facts_until] == list(REPORTED)
    published = [document for document in schools.documents if document.is_published]
    assert all(document.date for document in published)
    assert {address[1] for address in schools.texts.russian if address[::2] == ("documents", "reason")} == {
        document.id for document in published
    }
    assert str(schools.known_until) == "2025-12-31"


def test_money_has_every_stage_at_every_level_and_every_source(schools: Programme) -> None:
    money = schools.money
    kinds = {line.id: line.kind for line in schools.lines}
    found = set(zip(money["line"].map(kinds), money["stage"], strict=True))
    assert found == {(kind, stage) for kind in ("programme", "subprogramme", "measure") for stage in STAGES}
    assert set(money["source"]) == {"federal", "regional", "local", "other", TOTAL}
    assert set(money.loc[money["stage"] == "actual", "year"]) == set(REPORTED)
    assert schools.years == tuple(range(2020, 2028))
    assert set(money["status"].dropna()) == {"no-data", "not-applicable"}
    assert set(money["of_which_all"].dropna()) == {True, False}
    assert set(money.loc[money["reason"] != "", "stage"]) == {"revised", "actual"}


def test_money_adds_up_to_the_kopeck_from_measures_to_the_programme_but_for_one_printed_slip(
    schools: Programme,
) -> None:
    """In every document that states both, added up here on its own."""
    children = {line.id: [one.id for one in schools.lines if one.parent == line.id] for line in schools.lines}
    compared, differing = 0, {}
    for (document, stage), amounts in stated(schools).items():
        for (line, source, year), kopecks in amounts.items():
            below = leaves(line, children)
            if line in below:
                continue
            parts = [
                amount
                for (one, other, when), amount in amounts.items()
                if one in below and source in (TOTAL, other) and year in (None, when)
            ]
            compared += 1
            if kopecks != sum(parts):
                differing[document, stage, line, source, year] = kopecks - sum(parts)
    assert compared > 350
    slipped: list[tuple[str, str, int | None]] = [("schools", "regional", 2024)]
    slipped += [(schools.line.id, source, year) for source in ("regional", TOTAL) for year in (2024, None)]
    assert differing == {("edition-2023", "plan", *key): SLIP for key in slipped}


def test_the_slip_is_known_and_a_measure_that_was_withdrawn_hides_nothing(schools: Programme) -> None:
    assert "school-pool" not in {line.id for line in lines_in_force(schools)}
    found = levels(schools)
    assert len(found) > 250
    [slip] = [total for total in found if not total.adds_up]
    assert (slip.line, slip.source, slip.year, slip.difference) == ("schools", "regional", 2024, SLIP)
    [known] = schools.expected
    assert (known.check, known.line, known.year, known.difference) == (slip.kind, slip.line, slip.year, slip.difference)
    assert all(executions(schools).of("schools", None, year).actual for year in REPORTED)
    assert executions(schools).of("schools", "local", 2025).computed == {"approved", "revised", "actual"}


def stated(programme: Programme) -> dict[tuple[str, str], dict[tuple[str, str, int | None], int]]:
    """Document and stage to line, source, year and kopecks: whole editions, and what a report tells of its own year."""
    found: dict[tuple[str, str], dict[tuple[str, str, int | None], int]] = {}
    money = programme.money[(programme.money["of_which"] == "") & programme.money["kopecks"].notna()]
    years = money["year"].astype(object).where(money["year"].notna(), None)
    columns = (money["document"], money["stage"], money["line"], money["source"], years, money["kopecks"])
    for identity, stage, line, source, year, kopecks in zip(*columns, strict=True):
        document = programme.document(identity)
        if document.covers == "whole" or (document.facts_until and document.facts_until.year == year):
            found.setdefault((identity, stage), {})[line, source, year] = int(kopecks)
    return found


def test_spending_is_between_82_and_104_percent_of_the_revised_plan(schools: Programme) -> None:
    money = schools.money[(schools.money["of_which"] == "") & schools.money["kopecks"].notna()]
    first = money[money["year"].notna()].drop_duplicates(["line", *KEY])
    wide = first.pivot(index=["line", "source", "year"], columns="stage", values="kopecks")[["revised", "actual"]]
    percent = (wide["actual"].astype(float) / wide["revised"].astype(float) * 100).dropna()
    assert len(percent) > 150
    assert 82 <= percent.min() < 84
    assert 103 < percent.max() <= 104


def test_money_is_restated_withdrawn_and_corrected(schools: Programme) -> None:
    plain = schools.money[schools.money["of_which"] == ""]
    plan = plain[(plain["stage"] == "plan") & plain["year"].notna()]
    stated = {
        document: set(map(tuple, plan.loc[plan["document"] == document, ["line", "source", "year"]].to_numpy()))
        for document in ("edition-2019", "edition-2023")
    }
    assert {line for line, _, _ in stated["edition-2019"] - stated["edition-2023"]} == {"school-pool"}
    actual = plain[plain["stage"] == "actual"]
    corrected = actual[actual.duplicated(["line", *KEY])]
    assert set(corrected["document"]) == {"report-2022"}
    assert set(corrected["year"]) == {2021}
    assert (corrected["reason"] != "").all()
    before = actual[actual.duplicated(["line", *KEY], keep="last")].set_index("line")["kopecks"]
    assert set(before.to_numpy() - corrected.set_index("line")["kopecks"].to_numpy()) == {15_432_000}


def test_measures_have_codes_of_every_shape_administrators_and_results(schools: Programme) -> None:
    measures = [line for line in schools.lines if line.kind == "measure"]
    assert 9 <= len(measures) <= 12
    assert all(line.administrator and line.result for line in measures)
    codes = [line.grbs + line.rzpr + line.csr + line.vr for line in measures]
    assert any("xxx" in code for code in codes)
    assert any(len(line.vr) > 1 for line in measures)
    assert any(code.startswith("0") for values in codes for code in values)


def test_completions_and_assignments_have_every_state(schools: Programme) -> None:
    assert {completion.state for completion in schools.completions} == set(COMPLETION_STATES)
    assert {completion.year for completion in schools.completions} == set(REPORTED)
    assert len(schools.services) == 4
    assert {assignment.service for assignment in schools.assignments} == {service.id for service in schools.services}
    assert Counter(assignment.stage for assignment in schools.assignments) == {"plan": 32, "actual": 24}
    assert {assignment.cost_status for assignment in schools.assignments} == {None, "no-data"}


def test_indicators_have_every_direction_weight_sign_and_stage(schools: Programme) -> None:
    assert {indicator.direction for indicator in schools.indicators} == set(DIRECTIONS)
    targets = [indicator for indicator in schools.indicators if indicator.kind == "target"]
    followed = {indicator.continues for indicator in targets if indicator.continues}
    weights = [indicator.weight for indicator in targets if indicator.id not in followed]
    assert sum(weight for weight in weights if weight is not None) == 1
    assert None in weights
    assert {indicator.comparable for indicator in targets if indicator.continues} == {True, False}
    assert {observation.stage for observation in schools.observations} == set(OBSERVATION_STAGES)
    assert {observation.sign for observation in schools.observations} == {"=", "≥", "≤"}
    assert any(observation.upper for observation in schools.observations)
    assert {bool(observation.group) for observation in schools.observations} == {True, False}


def test_indicators_have_every_oddity(schools: Programme) -> None:
    years = {
        (indicator.id, stage): {
            observation.years[0]: observation.value
            for observation in schools.observations_of(indicator.id)
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
    late = [one for one in schools.observations_of("camp-children") if one.years[0] == 2021 and one.stage == "actual"]
    assert [(one.quotation.document, one.value is None) for one in late] == [
        ("report-2021", True),
        ("report-2022", False),
    ]
    parts = [one for one in schools.observations_of("consultations") if one.last and one.last.month < 12]
    assert [one.years[0] for one in parts] == [2023, 2025]
    after = schools.document("edition-2023")
    changed = [one for one in schools.observations_of("repaired-schools") if one.years[0] == 2022]
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
    grades = {evaluation.grade for year in REPORTED for evaluation in evaluate(schools, year)}
    assert grades == {"high", "medium", "satisfactory", "unsatisfactory"}


def test_figures_are_restated_corrected_and_withdrawn(schools: Programme) -> None:
    found = {(type(change), change.document, change.after is None) for change in changes(schools)}
    assert found == {
        *((MoneyChange, edition, False) for edition in ("amendment-2021", "edition-2023", "amendment-2025")),
        *((ObservationChange, edition, False) for edition in ("edition-2023", "amendment-2025")),
        *((kind, "report-2022", False) for kind in (MoneyChange, ObservationChange)),
        *((kind, "edition-2023", True) for kind in (MoneyChange, ObservationChange)),
    }


def test_there_is_something_to_read(schools: Programme) -> None:
    assert Counter(goal.kind for goal in schools.goals) == {"goal": 1, "task": 3, "result": 4, "risk": 3}
    assert {link.whose for link in schools.links} == {"document", "ours"}
    assert len(schools.questions) >= 8
    assert len(schools.glossary) >= 10
    assert len(schools.gaps) == 3
    assert len(schools.contradictions) == 2


def test_the_programme_says_how_it_is_judged_and_the_small_one_does_not(sample: Dataset) -> None:
    schools, parks = sample.programme("schools"), sample.programme("parks")
    assert (schools.tolerance, schools.evaluation_method) == (Decimal(2), "ratio")
    assert all(rule.quotation for rule in schools.rules)
    assert parks.evaluation_method is None
    assert parks.years == (2024, 2025, 2026)
    assert set(parks.money.loc[parks.money["stage"] == "actual", "year"]) == {2024}
    assert len(parks.indicators) == 3


def leaves(line: str, children: dict[str, list[str]]) -> set[str]:
    below = children[line]
    return {line} if not below else set().union(*(leaves(child, children) for child in below))


def quoted(programme: Programme) -> Iterator[Quotation]:
    yield from (entry.quotation for entry in programme.passport)
    yield from (goal.quotation for goal in programme.goals)
    yield from (line.quotation for line in programme.lines)
    yield from (indicator.quotation for indicator in programme.indicators)
    yield from (observation.quotation for observation in programme.observations)
    yield from (completion.quotation for completion in programme.completions)
    yield from (service.quotation for service in programme.services)
    yield from (assignment.quotation for assignment in programme.assignments)
    yield from (gap.quotation for gap in programme.gaps if gap.quotation)
    yield from (rule.quotation for rule in programme.rules if rule.quotation)
    yield from (place for row in programme.contradictions for place in (row.quotation, row.other))
    yield from (place for row in programme.documents for place in (row.facts, row.promise) if place)
