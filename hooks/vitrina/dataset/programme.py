"""What the rest of the package works with: the dataset as immutable values, read and checked."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

from vitrina.dataset.languages import Both
from vitrina.dataset.texts import TextAddress, fingerprint
from vitrina.words.numbers import Language


@dataclass(frozen=True, slots=True)
class Quotation:
    """Where a fact stands: the document's id, the place in it, and its own words."""

    document: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class PassportEntry:
    """One entry of the passport; the words of the quotation are its value."""

    field: str
    number: int
    quotation: Quotation
    row: int

    @property
    def id(self) -> str:
        return f"{self.field}-{self.number}"

    @property
    def value(self) -> str:
        return self.quotation.words


@dataclass(frozen=True, slots=True)
class Goal:
    """The goal, or a task."""

    id: str
    kind: str
    number: str | None
    quotation: Quotation
    row: int

    @property
    def text(self) -> str:
        return self.quotation.words


@dataclass(frozen=True, slots=True)
class Line:
    """What money belongs to: the programme, a subprogramme, a measure."""

    id: str
    parent: str | None
    kind: str
    number: str | None
    quotation: Quotation
    row: int

    @property
    def name(self) -> str:
        return self.quotation.words


@dataclass(frozen=True, slots=True)
class Document:
    """An edition, a report or an appendix; `publication` tells whether we have it or it is only promised."""

    id: str
    sequence: int
    kind: str
    title: str
    date: datetime.date | None
    date_status: str | None
    number: str | None
    number_status: str | None
    requisites_words: str | None
    covers: str
    publication: str
    facts_until: datetime.date | None
    facts: Quotation | None
    """The words with the latest facts that the document tells."""
    promise: Quotation | None
    """The words with which another document promises this one."""
    sha256: str | None
    row: int

    @property
    def is_published(self) -> bool:
        return self.publication == "published"


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """A total that is known not to add up. `source` is "total" and `year` None for a total over all of them."""

    id: str
    check: str
    document: str
    line: str
    source: str
    year: int | None
    difference: int
    """Stated minus computed, kopecks."""
    reason: str
    row: int


@dataclass(frozen=True, slots=True)
class Series:
    """Where a series from outside comes from."""

    id: str
    title: str
    unit: str
    publisher: str
    code: str
    collection: str
    snapshot: datetime.date
    licence: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A source of money; ids and names are the city's own."""

    id: str
    name: Both
    short: Both
    pays: Both
    """A clause with the payer: «край платит»."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """Empty where the city has not said."""

    organisation: str
    email: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True)
class Licence:
    """On what terms the data may be used."""

    name: Both
    text: Both
    address: str


@dataclass(frozen=True, slots=True)
class City:
    """What a city sets once."""

    name: Both
    genitive: str
    region: Both
    title: Both
    repository: str
    contacts: Contacts
    licence: Licence
    sources: tuple[Source, ...]

    def source(self, identity: str) -> Source:
        return next(source for source in self.sources if source.id == identity)


@dataclass(frozen=True, slots=True)
class Translated:
    """A text in the language asked for, or the Russian where there is no good translation; `language` tells."""

    text: str
    language: Language
    stale: bool = False
    """There is a translation, but of an earlier Russian text."""


@dataclass(frozen=True, slots=True)
class Translation:
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The Russian texts that can be translated, and their English."""

    russian: Mapping[TextAddress, str]
    english: Mapping[TextAddress, Translation]
    english_places: Mapping[str, str] = field(default_factory=dict)
    """Fingerprint of the Russian to English."""

    def text(self, table: str, identity: str, column: str, language: Language) -> Translated:
        """Raises `KeyError` for a text that there is not."""
        address = (table, identity, column)
        russian = self.russian[address]
        english = self.english.get(address)
        if language == "ru" or english is None:
            return Translated(russian, "ru")
        if english.fingerprint != fingerprint(russian):
            return Translated(russian, "ru", stale=True)
        return Translated(english.text, "en")

    def place(self, place: str, language: Language) -> Translated:
        """The name of a place in a document."""
        english = self.english_places.get(fingerprint(place)) if language == "en" else None
        return Translated(place, "ru") if english is None else Translated(english, "en")


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
    status), status (NA with an amount), place, words; the index is the row in money.csv. Never changed: take a copy."""
    expected: tuple[ExpectedFinding, ...]
    years: tuple[int, ...]
    """From the period in the passport."""
    texts: Texts

    @property
    def line(self) -> Line:
        """The line of the programme as a whole."""
        return next(line for line in self.lines if line.kind == "programme")

    @property
    def name(self) -> str:
        return self.line.name

    @property
    def edition(self) -> Document:
        """The published edition of the whole programme with the highest sequence."""
        editions = (
            document
            for document in self.documents
            if document.kind == "edition" and document.is_published and document.covers == "whole"
        )
        return max(editions, key=lambda document: document.sequence)

    @property
    def edition_year(self) -> int:
        """The year of the edition's latest facts; later years lie ahead of it."""
        day = self.edition.facts_until or self.edition.date
        if day is None:
            raise ValueError("an edition without any time: the checks let none through")
        return day.year

    @property
    def missing_documents(self) -> tuple[Document, ...]:
        return tuple(document for document in self.documents if not document.is_published)

    def entries(self, field: str) -> tuple[PassportEntry, ...]:
        """The passport's entries of one field, in order."""
        return tuple(sorted((entry for entry in self.passport if entry.field == field), key=lambda entry: entry.number))

    def document(self, identity: str) -> Document:
        return next(document for document in self.documents if document.id == identity)

    def text(self, table: str, identity: str, column: str, language: Language) -> Translated:
        """A text of the dataset in a language. Raises `KeyError` for a text that there is not."""
        return self.texts.text(table, identity, column, language)

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

    def programme(self, identity: str) -> Programme:
        return next(programme for programme in self.programmes if programme.id == identity)
