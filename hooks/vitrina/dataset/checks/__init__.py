"""What must hold across rows and tables; each check yields what it finds."""

from collections.abc import Iterator, Mapping

from vitrina.dataset.checks.content import document_problems, line_problems, passport_problems, programme_years
from vitrina.dataset.checks.keys import duplicate_keys, shared_ids, unknown_references
from vitrina.dataset.checks.money import expected_finding_problems, money_problems
from vitrina.dataset.checks.translations import stale_translations, translations_of_nothing
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.tables import PROGRAMME_TABLES, REFERENCE_TABLES, TRANSLATIONS, Table

__all__ = ["check_programme", "check_reference"]


def check_programme(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """What only shows across the rows of a programme's tables; tables that could not be read are left out."""
    for records in tables.values():
        yield from duplicate_keys(records)
        yield from unknown_references(records, tables)
    yield from shared_ids(tables)
    years: range | None = None
    if "passport" in tables:
        yield from passport_problems(tables["passport"])
        years = programme_years(tables["passport"])
    if "lines" in tables:
        yield from line_problems(tables["lines"])
    if "documents" in tables:
        yield from document_problems(tables["documents"])
    if "money" in tables:
        yield from money_problems(tables["money"], years)
    if "expected_findings" in tables:
        yield from expected_finding_problems(tables["expected_findings"], tables.get("money"))
    yield from _translations(tables, PROGRAMME_TABLES)


def check_reference(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """The same for the series from outside."""
    for records in tables.values():
        yield from duplicate_keys(records)
    yield from _translations(tables, REFERENCE_TABLES)


def _translations(tables: Mapping[str, Records], known: tuple[Table, ...]) -> Iterator[Problem]:
    if translations := tables.get(TRANSLATIONS.name):
        names = {table.name for table in known if table.name != TRANSLATIONS.name}
        yield from translations_of_nothing(translations, tables, names)
        yield from stale_translations(translations, tables, names)
