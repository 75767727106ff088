"""What the money part of a programme is made of: one immutable value for one row of a table."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass


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
    """What the programme wants: its goal, a task, a priority, a direction, an expected result; or a risk to it."""

    id: str
    kind: str
    number: str | None
    level: str | None
    """Of a priority: what it is about, an id of `LEVELS` or the tables' own words."""
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
    money_in: str | None
    """The missing document that would hold its money."""
    described_in: str | None
    """The missing document that would describe it; one of several where the document does not say which."""
    quotation: Quotation
    row: int
    grbs: tuple[str, ...] = ()
    """Codes of the budget classification as printed, like `rzpr`, `csr` and `vr`: several, one, or none."""
    rzpr: tuple[str, ...] = ()
    csr: tuple[str, ...] = ()
    vr: tuple[str, ...] = ()
    administrator: str = ""
    """The document's own words, like `result`; empty where it has none."""
    result: str = ""

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
    adoption: str | None = None
    """"draft" or "adopted", where the table says it."""

    @property
    def is_published(self) -> bool:
        return self.publication == "published"

    @property
    def is_draft(self) -> bool:
        """As the table says; where it does not, a document that leaves both its date and its number blank."""
        if self.adoption is not None:
            return self.adoption == "draft"
        return self.date_status == self.number_status == "left-blank"


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
    stage: str = "plan"
    of_which: str = ""
    """The name of the «of which» row that differs; empty where it is an amount of its own."""


def known_until(documents: Iterable[Document]) -> datetime.date:
    """The last day that any published document tells of: of its facts, or the document's own date without them."""
    days = (document.facts_until or document.date for document in documents if document.is_published)
    return max(day for day in days if day is not None)


def current_edition(documents: Iterable[Document]) -> Document:
    """The published edition of the whole programme with the highest sequence."""
    editions = (
        document
        for document in documents
        if document.kind == "edition" and document.is_published and document.covers == "whole"
    )
    return max(editions, key=lambda document: document.sequence)
