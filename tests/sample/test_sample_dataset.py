"""The sample is whole: it reads without a remark, and every text has its English."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from vitrina.dataset.programme import Dataset, Programme, Quotation

TOWN = "Вымышленск"
REPORTED = range(2020, 2026)


def test_it_says_that_it_is_a_sample_and_names_a_town_that_there_is_not(sample: Dataset) -> None:
    assert sample.city.is_sample
    assert TOWN in sample.city.name["ru"]
    assert sample.city.contacts.email.endswith("@example.org")
    assert [programme.id for programme in sample.programmes] == ["parks", "schools"]


def test_every_russian_text_has_english_that_belongs_to_it(sample: Dataset) -> None:
    for programme in sample.programmes:
        addresses = [one for one in programme.texts.russian if (one[0], one[2]) != ("glossary", "forms")]
        assert {programme.text(*address, "en").language for address in addresses} == {"en"}
        places = {quotation.place for quotation in quoted(programme)} | set(programme.money["place"])
        assert {programme.place(place, "en").language for place in places} == {"en"}


def test_there_are_editions_whole_and_in_part_a_report_a_year_and_an_appendix_that_is_missing(
    schools: Programme,
) -> None:
    kinds = Counter((document.kind, document.covers) for document in schools.documents)
    assert kinds == {("edition", "whole"): 2, ("edition", "part"): 2, ("report", "part"): 8, ("appendix", "part"): 1}
    assert [document.id for document in schools.missing_documents] == ["appendix-5", "report-2026", "summary-2025"]
    assert [document.id for document in schools.expected_documents] == ["report-2026"]
    assert [document.id for document in schools.overdue_documents] == ["summary-2025"]
    assert all(document.promise for document in schools.missing_documents)
    reports = [document for document in schools.documents if document.kind == "report"]
    assert [report.facts_until.year for report in reports if report.facts_until] == list(REPORTED)
    published = [document for document in schools.documents if document.is_published]
    assert all(document.date for document in published)
    assert {address[1] for address in schools.texts.russian if address[::2] == ("documents", "reason")} == {
        document.id for document in published
    }
    assert str(schools.known_until) == "2025-12-31"


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
