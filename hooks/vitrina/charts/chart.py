"""What a chart is made of: its words, its drawings in both shapes, and the figures behind it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from vitrina.measures.known import Missing
from vitrina.words import Words
from vitrina.words.capitals import first_lower
from vitrina.words.foreign import taken_out, with_languages

Cell = int | Decimal | str | Missing | None
"""None where nothing belongs: no sign, no plan to lay beside. A figure that is absent tells why."""


@dataclass(frozen=True, slots=True)
class SourceNames:
    """How a source of money is called: in full, and in a word or two beside its bar."""

    name: str
    short: str
    slot: str
    """Its place among the colours: `slot` of its place in the city's settings, or `UNNAMED`."""

    @property
    def name_inside(self) -> str:
        """The full name in the middle of a sentence."""
        return first_lower(self.name)

    @property
    def short_inside(self) -> str:
        return first_lower(self.short)


Names = Mapping[str, SourceNames]

COLOURS = 8
"""So many sources have a colour of their own in tokens.css; the ninth has the first one's again."""


def slot(place: int) -> str:
    """The colour of a source by its place in the city's settings, from 0: one colour on every page."""
    return str(place % COLOURS + 1)


@dataclass(frozen=True, slots=True)
class Column:
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What a row of figures is from: ids of documents, and of the stages that they tell of it."""

    documents: tuple[str, ...]
    stages: tuple[str, ...] = ()

    @classmethod
    def of(cls, documents: Iterable[str], *stages: str | None) -> "Origin":
        """Each named once."""
        return cls(tuple(dict.fromkeys(documents)), tuple(dict.fromkeys(stage for stage in stages if stage)))


NO_ORIGIN = Origin(())


@dataclass(frozen=True, slots=True)
class Table:
    """The figures behind a chart. Money is thousand roubles, exact; what is not stated is `Missing`, never 0."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    origins: tuple[Origin, ...]
    """Of each row."""


Item = TypeVar("Item")
CellsOf = tuple[str, str, Callable[[Item], Cell]]
"""A column: its id, its title, and its cell of an item."""


def table_of(items: Iterable[Item], origins: Iterable[Origin], *columns: CellsOf[Item]) -> Table:
    """A row an item."""
    rows = tuple(tuple(cell(item) for _, _, cell in columns) for item in items)
    return Table(tuple(Column(name, title) for name, title, _ in columns), rows, tuple(origins))


@dataclass(frozen=True)
class Drawing:
    """One drawing of a chart, laid out. Written as a specification only when somebody draws it, hence no slots."""

    name: str
    """Within its chart: «wide», «narrow», or the source of a panel."""
    write: Callable[[], str]
    """Its specification, in which words of another language are still marked."""

    @cached_property
    def _taken_out(self) -> tuple[str, Mapping[str, str]]:
        return taken_out(self.write())

    @property
    def spec(self) -> str:
        """A Vega-Lite specification: canonical JSON, so that equal drawings are equal texts."""
        return self._taken_out[0]

    @property
    def languages(self) -> Mapping[str, str]:
        """The language of each text that is not in the chart's own."""
        return self._taken_out[1]

    def naming_languages(self, svg: str) -> str:
        """What was drawn of it, with the language of words that are not in the chart's own; without words as it is."""
        return with_languages(svg, self.languages) if "<text" in svg else svg


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several small pictures on one scale."""

    source: str
    slot: str
    title: str
    note: str
    description: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class KeyItem:
    name: str
    slot: str = ""
    """Of a source; without one it is the hatch of the years that lie ahead of the edition."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with everything that stands around it. Sentences are finished, in the language of `words`."""

    id: str
    words: Words
    finding: str
    subtitle: str
    description: str
    """What the picture shows, for those who do not see it."""
    source: str
    wide: Drawing
    narrow: Drawing
    table: Table
    panels: tuple[Panel, ...] = ()
    """The page shows these in place of `wide` and `narrow`, which hold all of them in one picture."""
    key: tuple[KeyItem, ...] = ()
    status: str = ""
    """The status of the document that its figures are from."""
    address: str = ""
    """Where it stands on the network; empty where nobody has said."""

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        return (self.wide, self.narrow, *(panel.drawing for panel in self.panels))
