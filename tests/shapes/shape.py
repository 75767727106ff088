"""A shape of a programme's data: which levels, sources, years, stages, editions and indicators there are, and no more.

Small enough to be read when it fails; `write` makes a folder of tables of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal
from zlib import crc32

Level = Literal["programme", "subprogramme", "measure"]
Stage = Literal["plan", "approved", "revised", "actual"]
Form = Literal["cells", "totals", "all", "sources", "grand"]
"""By source and year; by year alone; both, with all totals; by source alone; the grand total alone."""
Zeros = Literal["none", "cells", "year", "source", "all"]
Span = Literal["day", "year", "school", "financial", "half", "years", "unknown"]
ObservationStage = Literal["baseline", "plan", "actual", "estimate", "forecast"]
Row = Mapping[str, object]

SOURCES = ("local", "regional", "federal", "extra-budgetary", "fund", "okrug", "sponsors-of-the-city")
"""The first are what Russian programmes have most often; any id will do."""
PLACE = "Приложение № 1"
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Stated:
    """How a document tells the money of one level at one stage."""

    level: Level = "programme"
    stage: Stage = "plan"
    form: Form = "all"
    years: tuple[int, ...] = (0, 1, 2)
    """Counted from the first year of the shape."""
    silent: int = 0
    """Every so many-th amount is named without a figure."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document: an edition of the programme, whole or in part, or a report; `year` is that of its facts."""

    kind: Literal["edition", "report"] = "edition"
    covers: Literal["whole", "part"] = "whole"
    year: int = 0
    told: tuple[Stated, ...] = ()
    restates: bool = False
    """Its amounts differ from those of the documents before it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator and what is known of it."""

    kind: Literal["target", "mentioned"] = "target"
    unit: str = "%"
    direction: Literal["rising", "falling", "steady", "none"] = "rising"
    span: Span = "year"
    stages: tuple[ObservationStage, ...] = ("plan", "actual")
    years: tuple[int, ...] = (0, 1)
    groups: int = 0
    """How many groups it is told by, beside all together."""
    sign: str = ""
    is_range: bool = False
    silent: int = 0
    zeros: bool = False
    weight: str = ""
    of_line: Level | None = None
    continues: Literal["", "yes", "no"] = ""
    """Whether it is the indicator before it under a new name, and whether the two compare."""
    is_key_figure: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A dataset of one programme."""

    first: int = 2021
    period: tuple[int, int] = (0, 2)
    """The passport's years, counted from `first`."""
    is_school_years: bool = False
    sources: tuple[str, ...] = SOURCES[:2]
    """Of the city; of which every programme names those that have money."""
    subprogrammes: int = 0
    measures: int = 0
    """Of each subprogramme; of the programme itself where it has none."""
    papers: tuple[Document, ...] = (Document(),)
    zeros: Zeros = "none"
    sparse: int = 0
    """Every so many-th amount does not exist at all."""
    wrong: int = 0
    """Every so many-th total is not the sum of its parts, and it is known."""
    scale: int = 1_000
    """What amounts are multiplied by: from thousands of roubles to trillions."""
    of_which: bool = False
    indicators: tuple[Measured, ...] = ()
    method: str = ""
    tolerance: str = ""
    prices: range = range(2014, 2024)
    promises: bool = False
    """Appendices that are promised and not published; they would hold the money and describe the subprogrammes."""
    codes: bool = False
    completions: bool = False
    assignments: bool = False
    answers: bool = False
    """Questions, gaps, contradictions, a glossary, links, tasks and risks."""
    languages: tuple[str, ...] = ("ru", "en")
    territory: str = "city"

    @property
    def is_told_once(self) -> bool:
        """Whether no document states anew, in whole or in part, what another one has stated."""
        told = [(one.level, one.stage) for paper in self.papers for one in paper.told]
        return len(set(told)) == len(told)

    @property
    def has_nothing(self) -> bool:
        """Whether some amounts are nothing although none is said to be: not applicable, so that a sum of it is 0."""
        return any(told.silent for paper in self.papers for told in paper.told)

    def years_of(self, told: Stated) -> tuple[int, ...]:
        return tuple(self.first + year for year in told.years)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the programme's tree."""

    id: str
    level: Level
    parent: str = ""


def lines(shape: Shape) -> tuple[Line, ...]:
    """The programme, its subprogrammes and their measures."""
    programme = Line("programme", "programme")
    parts = tuple(Line(f"part-{n}", "subprogramme", "programme") for n in range(1, shape.subprogrammes + 1))
    above = parts or (programme,)
    return (
        programme,
        *parts,
        *(Line(f"{one.id}-m{n}", "measure", one.id) for one in above for n in range(1, shape.measures + 1)),
    )


def leaves(shape: Shape, line: str) -> tuple[str, ...]:
    """The lines under a line that have none under them; the line itself where it is one."""
    under = [one.id for one in lines(shape) if one.parent == line]
    return tuple(leaf for child in under for leaf in leaves(shape, child)) if under else (line,)


@cache
def number_of(*parts: object) -> int:
    """A number that belongs to these things: always the same, and hardly ever that of others."""
    return crc32("/".join(map(str, parts)).encode())
