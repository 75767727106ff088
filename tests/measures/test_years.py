"""What each year of an indicator came to: one status a year, by the year in which a time ends."""

from dataclasses import replace
from datetime import date

from support.datasets import DIVNOGORSK
from support.observations import KNOWN_UNTIL, SHARE, indicator, plan, seen, value
from vitrina.dataset.programme import Document, Observation, Programme
from vitrina.dataset.reader import read_dataset
from vitrina.measures.lateness import late_values
from vitrina.measures.status import StatusRule, YearStatus, yearly


def years(*observations: Observation, unit: str = "раз|раза|раз", until: date = KNOWN_UNTIL) -> list[YearStatus]:
    return list(yearly(indicator("rising", unit), observations, StatusRule(), until))


def told(*observations: Observation, unit: str = "раз|раза|раз") -> list[tuple[int, str, str, str]]:
    """Year, plan, actual, status."""
    return [
        (one.year, str(one.plan.value if one.plan else ""), str(one.actual.value if one.actual else ""), one.status)
        for one in years(*observations, unit=unit)
    ]


def test_every_year_that_has_anything_is_told_in_order() -> None:
    rows = (
        value("2012", 40, "baseline"),
        plan("2019", 50),
        value("2019", 60),
        plan("2020", 60),
        plan("2024", 90),
        value("2018", 45),
    )
    assert told(*rows) == [
        (2012, "", "", "no-plan"),
        (2018, "", "45", "no-plan"),
        (2019, "50", "60", "better"),
        (2020, "60", "", "none"),
        (2024, "90", "", "not-due"),
    ]
    assert years(*rows)[0].baseline is not None


def test_a_year_in_between_of_which_nothing_is_known_is_left_out() -> None:
    assert [year for year, *_ in told(plan("2016", 1), plan("2019", 1))] == [2016, 2019]


def test_without_a_single_actual_no_year_is_judged() -> None:
    rows = (plan("2019", 50), plan("2020", 60), plan("2021", 70), value("2020", None))
    assert [status for *_, status in told(*rows)] == ["none", "none", "not-due"]


def test_a_baseline_of_a_year_that_has_a_plan_too_stands_beside_it() -> None:
    [found] = years(value("2019", 40, "baseline"), plan("2019", 50), value("2019", 60))
    assert seen(found.baseline and found.baseline.value, found.status) == (40, "better")


def test_groups_and_undated_values_are_no_year_of_everybody_together() -> None:
    rows = (plan("2019", 50, group="сады"), value("2019", 60, group="сады"), value("", 70), plan("", 100))
    assert told(*rows) == []


def test_a_part_of_a_year_without_a_plan_is_marked_as_a_part() -> None:
    [found] = years(value("2021-01..2021-09", 436))
    assert seen(found.status, found.is_part, found.allowed, found.deviation) == ("no-plan", True, 0, None)


def test_the_whole_year_goes_before_its_parts() -> None:
    rows = (value("2020-01..2020-09", 140), value("2020", 200), value("2020-12", 60), plan("2020", 190))
    assert told(*rows) == [(2020, "190", "200", "better")]


def test_a_plan_of_the_year_goes_before_that_of_its_last_day_and_that_of_many_years() -> None:
    rows = (plan("2020-12-31", 1), plan("2018..2020", 3), plan("2020", 2), plan("2020-10..2020-12", 4))
    assert [planned for _, planned, *_ in told(*rows)] == ["2"]


def test_a_share_of_an_earlier_year_stays_in_its_own_year() -> None:
    """Of 31 December 2024 nothing is known yet; 62 % are of 2021."""
    rows = (plan("2024-12-31", 75, "≥"), value("2021-01-01", 62))
    assert told(*rows, unit=SHARE) == [(2021, "", "62", "no-plan"), (2024, "75", "", "not-due")]
    assert years(*rows, unit=SHARE)[1].deviation is None


def test_a_plan_for_many_years_that_is_reached_before_their_end_keeps_what_reached_it() -> None:
    assert told(plan("2014..2024", 1000, "≥"), value("2014..2020", 1200))[-1] == (2024, "1000", "1200", "better")


# Values that came late.


def report(identity: str, sequence: int, year: int, **others: object) -> Document:
    [edition] = [document for document in real().documents if document.kind == "edition"]
    own = replace(edition, id=identity, sequence=sequence, kind="report", covers="part", facts_until=date(year, 12, 31))
    return replace(own, **others)  # type: ignore[arg-type]  # a test names fields of several types


def real() -> Programme:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset is not None
    return dataset.programme("education")


def reported(document: str, when: str, amount: int) -> Observation:
    return value(when, amount, id=f"{document} {when}", document=document)


def late(*rows: Observation, documents: tuple[Document, ...] | None = None) -> frozenset[str]:
    both = (report("report-2020", 2, 2020), report("report-2021", 3, 2021))
    return late_values(replace(real(), documents=documents or both, observations=rows))


def test_a_value_that_the_report_of_its_year_passed_over_came_late() -> None:
    rows = (reported("report-2021", "2020", 5), reported("report-2021", "2021", 6), reported("report-2020", "2019", 4))
    found = late(*rows)
    assert found == {"report-2021 2020"}
    [of_2019, of_2020, of_2021] = yearly(indicator(), rows, StatusRule(), KNOWN_UNTIL, found)
    assert (of_2019.late, of_2020.late, of_2021.late) == (None, "report-2021", None)


def test_a_value_that_is_only_restated_did_not_come_late() -> None:
    assert late(reported("report-2020", "2020", 5), reported("report-2021", "2020", 6)) == frozenset()


def test_an_edition_is_no_report_and_a_missing_report_passes_nothing_over() -> None:
    row = reported("report-2021", "2020", 5)
    own = report("report-2021", 3, 2021)
    assert late(row, documents=(report("edition-2020", 2, 2020, kind="edition"), own)) == frozenset()
    assert late(row, documents=(report("report-2020", 2, 2020, publication="missing"), own)) == frozenset()
