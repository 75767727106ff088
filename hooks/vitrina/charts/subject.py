"""What every chart of money speaks about: the figures, the words and names, the unit that keeps labels short."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.chart import KeyItem, Names, Origin
from vitrina.charts.kit import layout, style
from vitrina.dataset.cells import UNNAMED
from vitrina.measures.editions import PLAN
from vitrina.measures.funding import FundingByYear, share
from vitrina.measures.known import NOT_APPLICABLE, Missing
from vitrina.words import Words
from vitrina.words.money import thousands_from_kopecks

_KOPECKS = {"thousand": 100_000, "million": 100_000_000, "billion": 100_000_000_000, "trillion": 100_000_000_000_000}


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a whole chart: from thousands to trillions of roubles."""

    scale: str

    def value(self, kopecks: int) -> float:
        """Where an amount stands on the scale of a drawing."""
        return float(self.exact(kopecks))

    def exact(self, kopecks: int) -> Decimal:
        return Decimal(kopecks) / _KOPECKS[self.scale]

    def with_unit(self, words: Words, value: Decimal, digits: int) -> str:
        """A round value of the scale with its unit; without it where the value is finer than a kopeck."""
        kopecks = value * _KOPECKS[self.scale]
        if kopecks != kopecks.to_integral_value():
            return words.number(value, digits)
        write = {
            "thousand": words.thousand,
            "million": words.million,
            "billion": words.billion,
            "trillion": words.trillion,
        }
        return write[self.scale](int(kopecks), digits)

    def label(self, words: Words, kopecks: int, digits: int = 1, sign: bool = False) -> str:
        """The figure without its unit. What is not zero is never printed as zero."""
        if kopecks == 0:
            return words.number(0)
        value = self.exact(kopecks)
        least = Decimal(1).scaleb(-digits)
        if abs(value) < least / 2:
            return words.say(
                "charts.less_than" if kopecks > 0 else "charts.less_than_down", least=words.number(least, digits)
            )
        return words.number(value, digits, sign)


def unit_for(amounts: Iterable[int]) -> Unit:
    """Millions, unless the largest amount is under a million roubles; from ten billions on, billions, and so on."""
    largest = max((abs(kopecks) for kopecks in amounts), default=0)
    if largest < _KOPECKS["million"]:
        return Unit("thousand")
    if largest < 10 * _KOPECKS["billion"]:
        return Unit("million")
    return Unit("billion" if largest < 10 * _KOPECKS["trillion"] else "trillion")


@dataclass(frozen=True, slots=True)
class Subject:
    """The figures of a chart with the words to tell them."""

    funding: FundingByYear
    words: Words
    names: Names

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

    def say(self, key: str, **values: object) -> str:
        return self.words.say(f"charts.{key}", **values)

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
    def told_apart(self) -> tuple[str, ...]:
        """What the bars are stacked of, where it is more than one: of one alone no share, key or name is told."""
        return self.funding.parts if len(self.funding.parts) > 1 else ()

    @property
    def stated_years(self) -> tuple[int, ...]:
        return self.funding.known_years

    @property
    def latest(self) -> int:
        """The last stated year that does not lie ahead; the last stated of all when every one does."""
        behind = [year for year in self.stated_years if not self.funding.is_ahead(year)]
        return (behind or list(self.stated_years) or list(self.funding.years))[-1]

    def share(self, source: str, year: int) -> Decimal | Missing:
        """A source's percent of a year's money."""
        return share(self.funding.part(source, year), self.funding.total(year))

    def tooltip(self, source: str, year: int, amount: int) -> str:
        """One amount as a finished sentence."""
        part = self.share(source, year) if self.told_apart else NOT_APPLICABLE
        values = {"year": year, "source": self.names[source].name, "amount": self.words.money(amount)}
        kind = "tooltip.ahead" if self.funding.is_ahead(year) else "tooltip.source"
        if isinstance(part, Missing):
            return self.say(f"{kind}_alone", **values)
        return self.say(kind, **values, share=self.words.percent(part))

    def key(self, sources: bool = True, ahead: bool = True) -> tuple[KeyItem, ...]:
        """What the narrow drawing, which has no room for names, needs explained beside it."""
        named = [self.names[source] for source in self.told_apart] if sources else []
        listed = tuple(KeyItem(source.name, source.slot) for source in named)
        planned = ahead and any(self.height(year) for year in self.funding.years_ahead)
        return (*listed, KeyItem(self.say("ahead"))) if planned else listed

    def not_stated(self, years: tuple[int, ...], known: tuple[int, ...]) -> list[str]:
        """One sentence on the years without a figure, or none."""
        runs = layout.runs([year not in known for year in years])
        spans = [str(years[a]) if a == b else f"{years[a]}–{years[b]}" for a, b in runs]
        return [self.say("years_not_stated", years=", ".join(spans))] if spans else []

    def origin(self, *years: int, part: str | None = None) -> Origin:
        """Of a row of the chart's table: the plan for these years, of a source or of all together.

        Where nothing is said of a source, that is so by the documents of the others.
        """
        stating = self.funding.documents
        source = None if part == UNNAMED else part
        own = [document for year in years for document in stating.get((source, year), ())]
        return Origin.of(own or (document for year in years for document in stating.get((None, year), ())), PLAN)

    @property
    def knows_every_year(self) -> bool:
        """Whether what is true of the known sums is true of all years."""
        return len(self.stated_years) == len(self.funding.years)

    def years_listed(self, years: Sequence[int]) -> str:
        """«2021 год», «2015 и 2016 годы», «5 лет», as they stand behind «на»."""
        if len(years) == 1:
            return self.say("list_one", a=years[0])
        if len(years) == 2:
            return self.say("list_two", a=years[0], b=years[1])
        return self.say("several_years", count=len(years), years=self.years_word(len(years)))

    def years_word(self, count: int) -> str:
        return self.words.plural(count, *self.say("years").split(" | "))

    def span(self) -> dict[str, int]:
        return {"first": self.funding.first_year, "last": self.funding.last_year}


def thousands(kopecks: int | Missing) -> Decimal | Missing:
    """A cell of a chart's table."""
    return kopecks if isinstance(kopecks, Missing) else thousands_from_kopecks(kopecks)


def rounded(value: Decimal | Missing, digits: int) -> Decimal | Missing:
    """A cell of a chart's table that is a share or an index."""
    return value if isinstance(value, Missing) else value.quantize(Decimal(1).scaleb(-digits))
