"""The yearly table of an indicator: baseline, plan, actual, what stood there before, what came late, how far apart."""

from functools import cache

from support.datasets import SAMPLE
from support.rendered import dataset_in
from support.spaces import plain
from vitrina.pages.context import Context
from vitrina.pages.indicator_history import IndicatorHistory
from vitrina.pages.observed import profiles_of
from vitrina.pages.plan_rows import PlanRow, plan_rows
from vitrina.words import Words


@cache
def context() -> Context:
    dataset = dataset_in(SAMPLE)
    return Context(dataset, dataset.programme("schools"), Words("ru"))


@cache
def rows(indicator: str) -> dict[str, PlanRow]:
    profile = profiles_of(context())[indicator]
    return {plain(row.when): row for row in plan_rows(context(), profile, IndicatorHistory.of(context().programme))}


def test_the_table_begins_with_the_baseline_and_ends_with_the_last_plan() -> None:
    found = rows("garden-coverage")
    assert list(found) == [f"за {year} год" for year in range(2019, 2028)]
    first, last = found["за 2019 год"], found["за 2027 год"]
    assert (first.kind, plain(first.actual.text), first.plan.text) == ("baseline", "71,4 %", "")
    assert (plain(last.plan.text), last.actual.text, last.kind, last.deviation) == ("88,0 %", "", "not-due", "")


def test_a_deviation_has_its_sign_and_stands_with_its_arithmetic() -> None:
    row = rows("garden-coverage")["за 2025 год"]
    assert (plain(row.deviation), plain(row.percent), row.kind) == ("+0,4", "100,5 %", "as-planned")
    assert plain(row.how).startswith("84,4 − 84,0 = 0,4")


def test_a_former_plan_is_at_hand_with_its_document_and_place() -> None:
    row = rows("garden-coverage")["за 2025 год"]
    [former] = row.plan.former
    assert plain(former.figure) == "83,0 %"
    assert "первая редакция" in former.document
    assert former.quote.official.original.endswith("83,0")
    assert rows("garden-coverage")["за 2022 год"].plan.former == (), "the same plan, stated again, is no change"


def test_a_restated_actual_keeps_its_former_value() -> None:
    [former] = rows("second-shift")["за 2021 год"].actual.former
    assert plain(former.figure) == "12,9 %"


def test_what_a_later_report_filled_in_came_late_and_was_not_changed() -> None:
    row = rows("camp-children")["за 2021 год"]
    assert (row.actual.late != "", row.actual.former) == (True, ())


def test_a_part_of_a_year_is_not_measured_against_the_whole() -> None:
    row = rows("consultations")["за 2025 год"]
    assert (row.actual.part != "", row.deviation, row.kind) == (True, "", "none")


def test_a_year_without_a_plan_has_a_row_of_its_own() -> None:
    row = rows("olympiad-winners")["за 2020 год"]
    assert (row.plan.text, row.actual.text, row.kind) == ("", "24", "no-plan")
