"""What must hold across rows and tables; each check yields what it finds."""

from collections.abc import Iterator, Mapping

from vitrina.addresses.kinds import NAMED_IN
from vitrina.dataset.checks.alphabets import alphabet_problems
from vitrina.dataset.checks.called_in_words import otherwise_called
from vitrina.dataset.checks.content import (
    filled_lines,
    line_problems,
    passport_problems,
    programme_years,
    text_problems,
)
from vitrina.dataset.checks.continuity import continuity_problems, weight_problems
from vitrina.dataset.checks.corrections import correction_problems
from vitrina.dataset.checks.documents import document_problems
from vitrina.dataset.checks.findings import expected_finding_problems
from vitrina.dataset.checks.indicators import indicator_problems, observation_problems
from vitrina.dataset.checks.keys import duplicate_keys, shared_ids, told_once, unknown_references
from vitrina.dataset.checks.likeness import misplaced_lines, same_names
from vitrina.dataset.checks.money import money_problems, stages_of_editions
from vitrina.dataset.checks.numbers_in_words import assignments_in_words, numbers_in_words, services_in_words
from vitrina.dataset.checks.own_words import own_words_problems
from vitrina.dataset.checks.prices import price_problems, snapshot_problems
from vitrina.dataset.checks.references import reference_problems
from vitrina.dataset.checks.reports import (
    assignment_problems,
    completion_problems,
    service_problems,
)
from vitrina.dataset.checks.rules import rule_problems
from vitrina.dataset.checks.strange_texts import strange_texts
from vitrina.dataset.checks.subjects import (
    gap_problems,
    glossary_problems,
    goal_problems,
    link_problems,
    page_problems,
    sequence_problems,
)
from vitrina.dataset.checks.times import time_problems
from vitrina.dataset.checks.translations import (
    repeated_translations,
    stale_translations,
    translations_in_russian,
    translations_of_nothing,
    translations_told_twice,
)
from vitrina.dataset.checks.units import unit_translations
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.tables import PROGRAMME_TABLES, REFERENCE_TABLES, Table
from vitrina.dataset.tables.translations import language_of
from vitrina.dataset.texts import translations_of
from vitrina.dataset.unfilled import unfilled_problems

__all__ = ["check_programme", "check_reference"]

_SEQUENCES = {
    "questions": (),
    "gaps": (),
    "contradictions": (),
    "goals": ("kind",),
    "lines": ("parent",),
    "indicators": ("kind",),
    "services": ("line",),
}
"""Tables whose rows have a place on the page, with the columns by which they are told apart before it."""


def check_programme(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """What only shows across the rows of a programme's tables; tables that could not be read are left out.

    A figure that is at fault anyway is not compared with its words too.
    """
    found = list(told_once(_programme_problems(tables), tables))
    yield from found
    named = {(problem.file, problem.row, problem.column) for problem in found}
    for problem in own_words_problems(tables):
        if (problem.file, problem.row, problem.column) not in named:
            yield problem


def _programme_problems(tables: Mapping[str, Records]) -> Iterator[Problem]:
    for records in tables.values():
        yield from duplicate_keys(records)
        yield from alphabet_problems(records)
        yield from strange_texts(records)
        yield from otherwise_called(records)
        yield from unknown_references(records, tables)
    yield from unfilled_problems(tables)
    yield from shared_ids(tables)
    yield from numbers_in_words(tables)
    years: range | None = None
    if "passport" in tables:
        yield from passport_problems(tables["passport"])
        years = programme_years(tables["passport"])
    if "lines" in tables:
        yield from line_problems(tables["lines"])
        yield from misplaced_lines(tables["lines"])
        yield from same_names(tables["lines"], "parent", "document")
    if "texts" in tables:
        yield from text_problems(tables["texts"])
    if "documents" in tables:
        yield from document_problems(tables)
        if "lines" in tables:
            yield from filled_lines(tables["lines"], tables["documents"])
    if "money" in tables:
        yield from money_problems(tables["money"])
        if "documents" in tables:
            yield from stages_of_editions(tables["money"], tables["documents"])
    if "expected_findings" in tables:
        yield from expected_finding_problems(tables["expected_findings"], tables.get("money"), tables.get("lines"))
    yield from _subjects(tables)
    yield from time_problems(tables, years)
    yield from _outcomes(tables)
    yield from _answers(tables, years)
    yield from reference_problems(tables)
    yield from _translations(tables, PROGRAMME_TABLES)


def _subjects(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """What the programme says besides money."""
    if "goals" in tables:
        yield from goal_problems(tables["goals"])
    if "links" in tables:
        yield from link_problems(tables["links"], tables)
    if "indicators" in tables:
        yield from indicator_problems(tables["indicators"])
        yield from same_names(tables["indicators"], "kind", "line", "unit", "document")
        yield from continuity_problems(tables["indicators"])
        yield from weight_problems(tables["indicators"])
    for name in ("indicators", "services"):
        for translations in translations_of(tables) if name in tables else ():
            yield from unit_translations(tables[name], translations)
    if "observations" in tables:
        yield from observation_problems(tables["observations"], tables.get("indicators"))


def _outcomes(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """What came of the programme, and how it is judged."""
    if "completions" in tables:
        yield from completion_problems(tables["completions"], tables.get("lines"))
    if "services" in tables:
        yield from service_problems(tables["services"])
        yield from services_in_words(tables["services"])
    if "assignments" in tables:
        yield from assignment_problems(tables["assignments"], tables.get("services"))
        yield from assignments_in_words(tables["assignments"], tables.get("services"))
    if "rules" in tables:
        yield from rule_problems(tables["rules"])


def _answers(tables: Mapping[str, Records], years: range | None) -> Iterator[Problem]:
    """What is said to people who ask."""
    for name in (*NAMED_IN, "corrections"):
        if name in tables:
            yield from page_problems(tables[name], tables, years)
    if "corrections" in tables:
        yield from correction_problems(tables["corrections"])
    if "glossary" in tables:
        yield from glossary_problems(tables["glossary"])
    if "gaps" in tables:
        yield from gap_problems(tables["gaps"], tables.get("documents"))
    for name, within in _SEQUENCES.items():
        if name in tables:
            yield from sequence_problems(tables[name], *within)


def check_reference(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """The same for the series from outside."""
    for records in tables.values():
        yield from duplicate_keys(records)
        yield from alphabet_problems(records)
        yield from strange_texts(records)
    if "consumer_prices" in tables:
        yield from price_problems(tables["consumer_prices"])
        if "series" in tables:
            yield from snapshot_problems(tables["series"], tables["consumer_prices"])
    yield from _translations(tables, REFERENCE_TABLES)


def _translations(tables: Mapping[str, Records], known: tuple[Table, ...]) -> Iterator[Problem]:
    names = {table.name for table in known if not language_of(table)}
    for translations in translations_of(tables):
        yield from translations_of_nothing(translations, tables, names)
        yield from translations_in_russian(translations)
        yield from stale_translations(translations, tables, names)
        yield from repeated_translations(translations)
        yield from translations_told_twice(translations)
