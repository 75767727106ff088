"""What came of the programme: measures done or not, services assigned and rendered; and the rules to judge it by."""

from dataclasses import dataclass
from decimal import Decimal

from vitrina.dataset.entries import Quotation


@dataclass(frozen=True, slots=True)
class Completion:
    """What a report says of a measure in a year; `state` is "done", "partly" or "not-done"."""

    line: str
    year: int
    state: str
    quotation: Quotation
    row: int


@dataclass(frozen=True, slots=True)
class Service:
    """A municipal service or work that is assigned."""

    id: str
    line: str
    quotation: Quotation
    measured: str
    """What its volume is measured by, in the document's words."""
    unit: str
    """Russian: «%», or the three forms of what is counted."""
    row: int
    name: str = ""
    """The document's own words, letter by letter."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """How much of a service was assigned (stage "plan") or rendered ("actual") in a year, and what it costs."""

    service: str
    year: int
    stage: str
    volume: Decimal | None
    """None only with a status."""
    cost: int | None
    """Kopecks; None only with a status."""
    volume_status: str | None
    cost_status: str | None
    quotation: Quotation
    row: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of judging; `whose` is "document" or "ours", and a rule of ours has no quotation."""

    field: str
    value: str
    whose: str
    quotation: Quotation | None
    row: int
