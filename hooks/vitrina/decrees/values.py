"""What is read out of a decree: amounts, what had to be left out, and the sums that were made of the amounts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

TOTAL = "total"
PROGRAMME = "programme"
Unit = Literal["rouble", "thousand", "million", "billion"]
ROUBLES: dict[Unit, Decimal] = {
    "rouble": Decimal(1),
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
}
Parts = Literal["years", "sources", "stages", "administrators"]
Doubt = Literal[
    "two-readings",
    "cut",
    "wrapped",
    "no-unit",
    "no-year",
    "stage",
    "unit-of-another",
    "several-sources",
    "unknown-source",
    "of-which",
    "of-which-year",
    "overlap",
    "part-of-year",
    "each-year",
    "line",
    "repeated",
    "sum",
    "year",
    "structure",
    "name",
    "words",
]


_MEASURE = re.compile(r"\s*(?:[а-яё]+\s+)?мероприяти[ея]|[\d.\s«»\"“”]+", re.IGNORECASE)


def whose_of(line: str, name: str) -> tuple[str, str]:
    """What tells the lines of a programme apart: two subprogrammes may each have a measure 1.1, of another name."""
    return line, _MEASURE.sub("", name).lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One amount as the document prints it."""

    line: str = PROGRAMME
    """`programme`, `subprogramme-1`, or the number or name of a measure."""
    line_name: str = ""
    """What the table calls a measure; empty elsewhere."""
    parent: str = PROGRAMME
    """What a measure stands below: `programme` or `subprogramme-1`."""
    source: str
    """`total`, `federal`, `regional`, `local`, `settlement` or `other`."""
    source_name: str = ""
    year: str
    """«2019», «2019-2020» or `total`."""
    stage: str = "plan"
    amount: Decimal
    unit: Unit | None
    of_which: str = ""
    administrator: str = ""
    """Of a part of an amount: the chief administrator that has it."""
    codes: str = ""
    """The codes of the budget classification in its row, as printed."""
    reason: str = ""
    """Why the actual amount differs, in the document's own words."""
    doubts: tuple[Doubt, ...] = ()
    place: str
    words: str
    """As printed; of a table the cells of its row up to the amount, parted by tabs."""

    @property
    def is_sure(self) -> bool:
        return not self.doubts

    @property
    def roubles(self) -> Decimal:
        """How much it is; without a unit as if it were roubles, so that values of one sum stay comparable."""
        return self.amount * (ROUBLES[self.unit] if self.unit else 1)

    @property
    def whose(self) -> tuple[str, str]:
        return whose_of(self.line, self.line_name)

    @property
    def key(self) -> tuple[str, ...]:
        """Whose amount it is: two values of one key tell of the same money."""
        name = self.source_name if self.source == "other" else ""
        return (*self.whose, self.source, name, self.year, self.stage, self.of_which, self.administrator)

    def doubted(self, doubt: Doubt) -> "Value":
        return self if doubt in self.doubts else replace(self, doubts=(*self.doubts, doubt))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sum of money that could not be told whose it is."""

    words: str
    place: str
    why: Literal["not-funding", "letters", "columns", "note", "assignment", "amendment", "unruled"]


@dataclass(frozen=True, slots=True)
class Sum:
    """A stated total beside the sum of its parts, in the document's own unit of the total."""

    line: str
    source: str
    source_name: str
    year: str
    stage: str
    parts: Parts
    stated: Decimal
    computed: Decimal
    unit: Unit | None

    @property
    def difference(self) -> Decimal:
        """Stated less computed."""
        return self.stated - self.computed


_OF_ITSELF = {"line", "part-of-year"}
"""The doubts of amounts that tell of other money than those of the same key: nobody knows whose, or of a quarter."""


def without_repetition(values: Iterable[Value]) -> tuple[Value, ...]:
    """Each amount once. Amounts of one key that differ are all in doubt: the document says the same money twice."""
    kept: dict[tuple[str, ...], list[Value]] = {}
    for value in values:
        same = kept.setdefault((*value.key, *sorted(_OF_ITSELF & {*value.doubts})), [])
        equal = next((n for n, one in enumerate(same) if one.roubles == value.roubles), None)
        if equal is None:
            same.append(value)
        elif len(value.doubts) < len(same[equal].doubts):
            same[equal] = value
    return tuple(one if len(group) == 1 else one.doubted("repeated") for group in kept.values() for one in group)
