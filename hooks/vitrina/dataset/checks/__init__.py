"""What must hold across rows and tables; each check yields what it finds."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from vitrina.addresses.kinds import NAMED_IN
from vitrina.dataset.checks.content import programme_years
from vitrina.dataset.checks.documents import document_problems
from vitrina.dataset.checks.keys import shared_ids, told_once, unknown_references
from vitrina.dataset.checks.numbers_in_words import numbers_in_words
from vitrina.dataset.checks.own_words import own_words_problems
from vitrina.dataset.checks.references import reference_problems
from vitrina.dataset.checks.registry import table_problems
from vitrina.dataset.checks.subjects import page_problems
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
    years = programme_years(tables["passport"]) if "passport" in tables else None
    for records in tables.values():
        yield from unknown_references(records, tables)
    yield from table_problems(tables)
    yield from unfilled_problems(tables)
    yield from shared_ids(tables)
    yield from numbers_in_words(tables)
    if "documents" in tables:
        yield from document_problems(tables)
    for name in ("indicators", "services"):
        for translations in translations_of(tables) if name in tables else ():
            yield from unit_translations(tables[name], translations)
    yield from time_problems(tables, years)
    for name in (*NAMED_IN, "corrections"):
        if name in tables:
            yield from page_problems(tables[name], tables, years)
    yield from reference_problems(tables)
    yield from _translations(tables, PROGRAMME_TABLES)


def check_reference(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """The same for the series from outside."""
    yield from table_problems(tables)
    yield from _translations(tables, REFERENCE_TABLES)


def _translations(tables: Mapping[str, Records], known: tuple[Table, ...]) -> Iterator[Problem]:
    names = {table.name for table in known if not language_of(table)}
    for translations in translations_of(tables):
        yield from translations_of_nothing(translations, tables, names)
        yield from translations_in_russian(translations)
        yield from stale_translations(translations, tables, names)
        yield from repeated_translations(translations)
        yield from translations_told_twice(translations)


for _module in iter_modules(__path__):  # each registers its checks, and says what their problems are called
    import_module(f"{__name__}.{_module.name}")
