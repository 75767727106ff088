"""What a row of a table names, and what the rows above it say of a row that does not say it itself."""

from dataclasses import dataclass, replace

from vitrina.decrees import naming
from vitrina.decrees.values import PROGRAMME, Doubt, Unit


@dataclass(frozen=True, slots=True)
class Labels:
    """What the cells of a row that hold no amounts name."""

    name: str
    line: str
    """Empty where the row names none: then it is that of the rows above."""
    is_total: bool
    source: str
    source_name: str
    year: str
    doubts: tuple[Doubt, ...] = ()
    label: str = ""
    """The name without that of a source."""
    administrator: str = ""
    stage: str = ""
    of_which: str = ""
    """What it names as a part of the amount above: «в том числе ремонт кровли»."""
    by_offices: bool = False
    """Whether it says that the rows below divide an amount by chief administrators, or is one of these."""

    @property
    def is_year_alone(self) -> bool:
        return bool(self.year) and not (self.source or self.is_total or self.line or self.administrator)


@dataclass(frozen=True, slots=True)
class State:
    """What the rows above say of a row that does not say it itself."""

    line: str
    unit: Unit | None
    title_year: str
    year: str = ""
    source: str = ""
    source_name: str = ""
    """Of a row that names a source alone, without amounts: a heading of the rows below."""
    line_name: str = ""
    parent: str = PROGRAMME
    by_offices: bool = False
    above: tuple[str, str] = ("", "")
    """Source and its name of the last row with amounts that names one, for rows of years alone below it."""

    def after(self, labels: Labels, has_amounts: bool) -> "State":
        if has_amounts and labels.is_year_alone:
            return replace(self, source=self.above[0] or self.source, source_name=self.above[1] or self.source_name)
        line = labels.line or self.line
        told = replace(self._of_line(line, labels), year=labels.year or self.year, by_offices=labels.by_offices)
        if has_amounts:
            named = (labels.source, labels.source_name) if labels.source or labels.is_total else self.above
            return replace(told, source="" if labels.source or self.above[0] else self.source, above=named)
        if labels.source and not naming.names_part(labels.name):
            return replace(told, source=labels.source, source_name=labels.source_name)
        return told

    def _of_line(self, line: str, labels: Labels) -> "State":
        if line == self.line:
            return self
        is_part = line == PROGRAMME or line.startswith("subprogramme-")
        name = "" if is_part else labels.label
        return replace(self, line=line, line_name=name, parent=line if is_part else self.parent)
