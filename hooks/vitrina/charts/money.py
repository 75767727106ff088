"""What every chart of money is drawn of: the figures of a programme or a line, with the words to tell them."""

from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.chart import KeyItem, Names, Origin
from vitrina.charts.kit import style
from vitrina.charts.unit import Unit, unit_for
from vitrina.dataset.cells import UNNAMED
from vitrina.measures.editions import PLAN
from vitrina.measures.funding import FundingByYear, share
from vitrina.measures.known import NOT_STATED, Missing
from vitrina.measures.prices import RealTerms
from vitrina.words import Words


@dataclass(frozen=True, slots=True)
class Money:
    """Amounts are kopecks."""

    funding: FundingByYear
    words: Words
    names: Names
    source: str
    """Where the figures stand, for the line under a chart."""
    real: RealTerms | Missing = NOT_STATED
    """The same money in the prices of the first year."""
    prices_source: str = ""

    @property
    def unit(self) -> Unit:
        return unit_for(self.funding.totals.values())

    @property
    def unit_name(self) -> str:
        return self.words.unit(self.unit.scale)

    def label(self, kopecks: int | Missing, digits: int = 1, sign: bool = False) -> str:
        """The figure without its unit; a dash for what is not known."""
        return style.ABSENT if isinstance(kopecks, Missing) else self.unit.label(self.words, kopecks, digits, sign)

    def height(self, year: int) -> int:
        """Kopecks that a year's bar stands for; of a year that is not known there is no bar."""
        return self.funding.total(year) or 0

    def value(self, year: int) -> float:
        """The same in the unit of the chart."""
        return self.unit.value(self.height(year))

    def say(self, text: str, **values: object) -> str:
        return self.words.say(text, **values)

    def fill(self, source: str, year: int) -> str:
        """A source's colour in a year: a hatch where the year lies ahead."""
        return style.source_fill(self.names[source].slot, self.funding.is_ahead(year))

    def ink(self, source: str) -> str:
        """The same colour where it is text."""
        return style.source_text(self.names[source].slot)

    def stated(self, year: int) -> bool:
        """Whether it is known how much money a year has."""
        return year in self.funding.totals

    @property
    def stacked(self) -> tuple[str, ...]:
        """What the bars are stacked of, where it is more than one: of one alone no share, key or name is told."""
        return self.funding.parts if len(self.funding.parts) > 1 else ()

    @property
    def stated_years(self) -> tuple[int, ...]:
        return self.funding.known_years

    @property
    def knows_every_year(self) -> bool:
        """Whether what is true of the known sums is true of all years."""
        return len(self.stated_years) == len(self.funding.years)

    @property
    def latest(self) -> int:
        """The last stated year that does not lie ahead; the last stated of all when every one does."""
        behind = [year for year in self.stated_years if not self.funding.is_ahead(year)]
        return (behind or list(self.stated_years) or list(self.funding.years))[-1]

    def share(self, source: str, year: int) -> Decimal | Missing:
        """A source's percent of a year's money."""
        return share(self.funding.part(source, year), self.funding.total(year))

    @property
    def ahead(self) -> str:
        """What a hatch or a hollow point says of a year."""
        return self.say("запланировано заранее")

    @property
    def absent(self) -> str:
        return self.say("в документе не указано")

    def key(self, sources: bool = True, ahead: bool = True) -> tuple[KeyItem, ...]:
        """What the narrow drawing, which has no room for names, needs explained beside it."""
        named = [self.names[source] for source in self.stacked] if sources else []
        listed = tuple(KeyItem(source.name, source.slot) for source in named)
        planned = ahead and any(self.height(year) for year in self.funding.years_ahead)
        return (*listed, KeyItem(self.ahead)) if planned else listed

    def origin(self, *years: int, part: str | None = None) -> Origin:
        """Of a row of the chart's table: the plan for these years, of a source or of all together.

        Where nothing is said of a source, that is so by the documents of the others.
        """
        stating = self.funding.documents
        source = None if part == UNNAMED else part
        own = [document for year in years for document in stating.get((source, year), ())]
        return Origin.of(own or (document for year in years for document in stating.get((None, year), ())), PLAN)

    def span(self) -> dict[str, int]:
        return {"first": self.funding.first_year, "last": self.funding.last_year}


@dataclass(frozen=True, slots=True)
class MoneyOfYear:
    """The money of a programme with one year picked out."""

    money: Money
    year: int

    @property
    def words(self) -> Words:
        return self.money.words

    @property
    def source(self) -> str:
        return self.money.source

    @property
    def neighbours(self) -> tuple[int, ...]:
        """The year before, this one and the year after, as far as there are such."""
        years = self.money.funding.years
        place = years.index(self.year)
        return years[max(0, place - 1) : place + 2]


@dataclass(frozen=True, slots=True)
class MoneyOfLine:
    """The money of one subprogramme."""

    money: Money
