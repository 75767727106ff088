"""What a programme says besides money: what it measures, what serves what, what is asked, meant, missing, at odds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vitrina.dataset.entries import Quotation

SEPARATOR = "|"
"""Between the forms of a word, in one cell."""


def forms_of(text: str | None) -> tuple[str, ...]:
    """The forms of a word that stand in one cell."""
    return tuple(form.strip() for form in (text or "").split(SEPARATOR) if form.strip())


@dataclass(frozen=True, slots=True)
class Link:
    """One thing serves another: ids of goals, lines or indicators. `whose` tells who says so: "document" or "ours"."""

    source: str
    target: str
    whose: str
    row: int

    @property
    def id(self) -> str:
        """The row's id in translations."""
        return f"{self.source}-{self.target}"


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something that is measured; kind "target" for a target indicator of the programme, "mentioned" for the rest."""

    id: str
    kind: str
    number: str | None
    theme: str
    """Russian, the same words for all that is about one thing."""
    line: str | None
    direction: str
    """Which way is good: rising, falling, steady, none."""
    source_status: str
    quotation: Quotation
    row: int
    name: str = ""
    """The document's own words, letter by letter."""
    unit: str = "%"
    """Russian: «%», or the three forms of what is counted, «ребёнок|ребёнка|детей»."""
    weight: Decimal | None = None
    """In the evaluation; None where the document gives none, or says that it has none."""
    continues: str | None = None
    """The id of the indicator that this one is under a new name."""
    comparable: bool = True
    """Whether it may be compared with the one that it continues."""
    is_key_figure: bool = False
    """Whether its last value stands on the front page."""

    @property
    def is_share(self) -> bool:
        """In percent, so that it is never summed."""
        return self.unit == "%"


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of an indicator, for a group or for all, at a day (first and last are equal) or over a span."""

    id: str
    indicator: str
    part_of: str | None
    first: date | None
    """None, like `last`, where the document names no time."""
    last: date | None
    stage: str
    sign: str
    value: Decimal | None
    """None only with a status. It keeps the decimals that are printed."""
    status: str | None
    quotation: Quotation
    row: int
    group: str = ""
    """Russian; empty for all together."""
    upper: Decimal | None = None
    """The upper end of a plan that is a range; `value` is the lower one."""

    @property
    def years(self) -> range:
        """The years it touches; none where it has no time."""
        return range(self.first.year, self.last.year + 1) if self.first and self.last else range(0)


@dataclass(frozen=True, slots=True)
class Question:
    """A question that people ask; `page` is the key of the page that says more."""

    id: str
    sequence: int
    audience: str
    is_answered: bool
    """By the document; if not, our answer says so."""
    page: str
    row: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary and the other forms in which it is met, in Russian."""

    id: str
    forms: tuple[str, ...]
    row: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the document does not tell; `promised` is the missing document that would."""

    id: str
    sequence: int
    promised: str | None
    quotation: Quotation | None
    """Where the edition leaves the gap, if it does so in words."""
    row: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places of one document that only a reader finds to be at odds."""

    id: str
    sequence: int
    quotation: Quotation
    other: Quotation
    row: int
