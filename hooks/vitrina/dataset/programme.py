"""What the rest of the package works with: the dataset as immutable values, read and checked."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pandas as pd

from vitrina.dataset.documents.quoted import QuotedText
from vitrina.dataset.languages import ByLanguage
from vitrina.dataset.settings import Contacts, Licence
from vitrina.dataset.tables import PROGRAMME_TABLES, REFERENCE_TABLES, Table
from vitrina.dataset.tables.answers import Question, Term
from vitrina.dataset.tables.assignments import Assignment, Service
from vitrina.dataset.tables.columns import Quotation
from vitrina.dataset.tables.completions import Completion
from vitrina.dataset.tables.content import Line, PassportEntry
from vitrina.dataset.tables.corrections import Correction
from vitrina.dataset.tables.documents import Document, current_edition
from vitrina.dataset.tables.findings import ExpectedFinding
from vitrina.dataset.tables.gaps import Contradiction, Gap
from vitrina.dataset.tables.goals import Goal, Link
from vitrina.dataset.tables.indicators import Indicator
from vitrina.dataset.tables.observations import Observation
from vitrina.dataset.tables.rules import Rule
from vitrina.dataset.territory import Territory, kind_of_name, read_kind
from vitrina.dataset.translated import Texts, Translated, Translation, Translations
from vitrina.dataset.unfilled import Unfilled
from vitrina.words import Words
from vitrina.words.numbers import Language, read_decimal

Columns = Mapping[str, Sequence[Any]]
"""What a table holds: the values of every column, row by row in the order of its file."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A table that has any row, and what it holds."""

    table: Table
    columns: Columns

    def rows(self) -> Iterator[tuple[Any, ...]]:
        return zip(*self.columns.values(), strict=True)


@dataclass(frozen=True, slots=True)
class Series:
    """Where a series from outside comes from."""

    id: str
    code: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source of money; ids and names are the city's own."""

    id: str
    name: ByLanguage
    short: ByLanguage
    pays: ByLanguage
    """A clause with the payer: «край платит»."""


@dataclass(frozen=True, slots=True)
class City:
    """What a city, or another territory, sets once."""

    territory: Territory
    name: ByLanguage
    genitive: str
    """Of the Russian name: «Дивногорска»."""
    region: ByLanguage
    title: ByLanguage
    repository: str
    contacts: Contacts
    licence: Licence
    sources: tuple[Source, ...]
    languages: tuple[Language, ...]
    """Of its site, the main one first."""
    is_official: bool = False
    """Whether the site is the authority's own; else it is somebody's retelling."""
    is_sample: bool = False
    """An invented city, to show what a site looks like: every page says so."""

    def source(self, identity: str) -> Source:
        return next(source for source in self.sources if source.id == identity)

    def words(self, language: Language) -> Words:
        """Its site in a language, in the main one where there is no such site.

        A sentence without a translation stands in the main one likewise.
        """
        return Words(language if language in self.languages else self.languages[0], self.languages[0])


@dataclass(frozen=True, slots=True, eq=False)  # a table of money has no single truth value to compare by
class Programme:
    """One programme as its documents state it."""

    id: str
    passport: tuple[PassportEntry, ...]
    goals: tuple[Goal, ...]
    documents: tuple[Document, ...]
    lines: tuple[Line, ...]
    money: pd.DataFrame
    """document, line, source ("total" for a total), year (Int64, NA for a total), stage, kopecks (Int64, NA with a
    status), status (NA with an amount), place, words, of_which ("" for an amount of its own; a row with a name is a
    part of one and never added), is_administrator (bool: the part is what a chief administrator has, and the name is
    his), of_which_all (bool), reason ("" for none); the index is the row in money.csv. Never
    changed: take a copy."""
    expected: tuple[ExpectedFinding, ...]
    links: tuple[Link, ...]
    indicators: tuple[Indicator, ...]
    observations: tuple[Observation, ...]
    questions: tuple[Question, ...]
    """In their sequence, like glossary terms, gaps and contradictions."""
    glossary: tuple[Term, ...]
    gaps: tuple[Gap, ...]
    contradictions: tuple[Contradiction, ...]
    years: tuple[int, ...]
    """From the period in the passport."""
    texts: Texts
    completions: tuple[Completion, ...] = ()
    services: tuple[Service, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    rules: tuple[Rule, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """Of our own mistakes, the latest first."""
    quoted: Mapping[str, QuotedText] = field(default_factory=dict)
    """By document, its text with what the tables quote from it; of the documents whose texts are at hand."""
    tables: Mapping[str, Columns] = field(default_factory=dict)
    """By name, what the tables of its folder hold, to be given away as they are; those that have any row."""
    unfilled: tuple[Unfilled, ...] = ()

    @property
    def line(self) -> Line:
        """The line of the programme as a whole."""
        return next(line for line in self.lines if line.kind == "programme")

    @property
    def name(self) -> str:
        return self.line.name

    @property
    def stated_kind(self) -> str | None:
        """Municipal, state or departmental, as the passport says; None where it does not."""
        for entry in self.entries("kind"):
            return read_kind(entry.value)
        return next((kind for entry in self.entries("name") if (kind := kind_of_name(entry.value))), None)

    @property
    def edition(self) -> Document:
        """The published edition of the whole programme with the highest sequence."""
        return current_edition(self.documents)

    @property
    def edition_year(self) -> int:
        """The year of the edition's latest facts; later years lie ahead of it."""
        day = self.edition.facts_until or self.edition.date
        if day is None:
            raise ValueError("an edition without any time: the checks let none through")
        return day.year

    @property
    def known_until(self) -> datetime.date:
        """The last day that any published document tells of: of its facts, or its own date without them."""
        days = (one.facts_until or one.date for one in self.documents if one.is_published)
        return max(day for day in days if day is not None)

    @property
    def latest_day(self) -> datetime.date:
        """The latest day that any published document has or tells of: what was due by then is there, or is late."""
        days = (day for one in self.documents if one.is_published for day in (one.date, one.facts_until))
        return max(day for day in days if day is not None)

    @property
    def tolerance(self) -> Decimal:
        """By how many percent of its plan an actual may differ and still be as planned."""
        return self._percent("tolerance-percent") or Decimal(0)

    @property
    def steady_tolerance(self) -> Decimal:
        """The same for indicators that are best unchanged."""
        own = self._percent("steady-tolerance-percent")
        return self.tolerance if own is None else own

    @property
    def evaluation_method(self) -> str | None:
        """The id of the method by which the programme is evaluated; None where no method is named."""
        rule = self.rule("evaluation")
        return rule.value if rule else None

    @property
    def missing_documents(self) -> tuple[Document, ...]:
        return tuple(document for document in self.documents if not document.is_published)

    @property
    def expected_documents(self) -> tuple[Document, ...]:
        """Those of the missing ones that are not late yet, the next first."""
        return tuple(sorted(self._due(is_late=False), key=lambda one: (one.due, one.sequence)))

    @property
    def overdue_documents(self) -> tuple[Document, ...]:
        """Those that were due by a day that is past, as the documents at hand tell the time."""
        return tuple(self._due(is_late=True))

    @property
    def absent_documents(self) -> tuple[Document, ...]:
        """The missing ones without those whose time has not come."""
        expected = self.expected_documents
        return tuple(one for one in self.missing_documents if one not in expected)

    @property
    def overdue_apart(self) -> tuple[Document, ...]:
        """Those that are late, of which no gap says so."""
        told = {gap.promised for gap in self.gaps}
        return tuple(one for one in self.overdue_documents if one.id not in told)

    @property
    def gap_count(self) -> int:
        """Of what the documents lack, as far as the tables tell it."""
        return len(self.gaps) + len(self.overdue_apart)

    def _due(self, *, is_late: bool) -> Iterator[Document]:
        latest = self.latest_day
        return (one for one in self.missing_documents if one.due is not None and (one.due < latest) == is_late)

    def entries(self, field: str) -> tuple[PassportEntry, ...]:
        """The passport's entries of one field, in order."""
        return tuple(sorted((entry for entry in self.passport if entry.field == field), key=lambda entry: entry.number))

    def document(self, identity: str) -> Document:
        return next(document for document in self.documents if document.id == identity)

    def rule(self, field: str) -> Rule | None:
        """A rule of judging, if the programme has it."""
        return next((rule for rule in self.rules if rule.field == field), None)

    def _percent(self, field: str) -> Decimal | None:
        rule = self.rule(field)
        return read_decimal(rule.value) if rule else None

    def with_parents(self, lines: Iterable[str]) -> frozenset[str]:
        """The lines and all that stand above them."""
        parents = {line.id: line.parent for line in self.lines}
        found: set[str] = set()
        for line in lines:
            above: str | None = line
            while above is not None and above not in found:
                found.add(above)
                above = parents[above]
        return frozenset(found)

    def goals_of(self, kind: str) -> tuple[Goal, ...]:
        """The goals of one kind, in the order of the table."""
        return tuple(goal for goal in self.goals if goal.kind == kind)

    def indicator(self, identity: str) -> Indicator:
        return next(indicator for indicator in self.indicators if indicator.id == identity)

    def observation(self, identity: str) -> Observation:
        return next(observation for observation in self.observations if observation.id == identity)

    def text(self, table: str, identity: str, column: str, language: Language) -> Translated:
        """A text of the dataset in a language. Raises `KeyError` for a text that there is not."""
        return self.texts.text(table, identity, column, language)

    def text_or_none(self, table: str, identity: str, column: str, language: Language) -> Translated | None:
        """A text of a column that may be empty."""
        return self.texts.text_or_none(table, identity, column, language)

    def service(self, identity: str) -> Service:
        return next(service for service in self.services if service.id == identity)

    def phrase(self, text: str, language: Language) -> Translated:
        """Words that many rows share: an administrator, a reason, the name of an «of which» row, a theme."""
        return self.texts.phrase(text, language)

    def place(self, place: str, language: Language) -> Translated:
        """The name of a place in a document, in a language."""
        return self.texts.place(place, language)


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Everything that the site is made from."""

    city: City
    programmes: tuple[Programme, ...]
    consumer_prices: Mapping[int, Decimal]
    """Year to percent: the year's average on the average of the year before."""
    series: tuple[Series, ...]
    texts: Texts
    """Of the series."""
    tables: Mapping[str, Columns] = field(default_factory=dict)
    """Those of the reference folder, as a programme has its own."""
    settings: bytes = b""
    """city.yml as it is."""

    def contents(self, programme: Programme) -> tuple[Contents, ...]:
        """Every table that a programme is made of, those that all programmes share last."""
        own = [Contents(one, programme.tables[one.name]) for one in PROGRAMME_TABLES if one.name in programme.tables]
        shared = [Contents(one, self.tables[one.name]) for one in REFERENCE_TABLES if one.name in self.tables]
        return (*own, *shared)

    def programme(self, identity: str) -> Programme:
        return next(programme for programme in self.programmes if programme.id == identity)


__all__ = [
    "Assignment",
    "City",
    "Completion",
    "Contents",
    "Contradiction",
    "Correction",
    "Dataset",
    "Document",
    "ExpectedFinding",
    "Gap",
    "Goal",
    "Indicator",
    "Line",
    "Link",
    "Observation",
    "PassportEntry",
    "Programme",
    "Question",
    "Quotation",
    "Rule",
    "Series",
    "Service",
    "Source",
    "Term",
    "Texts",
    "Translated",
    "Translation",
    "Translations",
]
