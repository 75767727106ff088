"""Figures of every shape a programme may have: years, sources, scales, gaps, noughts, years ahead, unnamed money."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from charts.charted import SOURCE_LINE
from vitrina.charts import registry
from vitrina.charts.chart import Chart, SourceNames, slot
from vitrina.charts.money import Money, MoneyOfYear
from vitrina.dataset.cells import UNNAMED
from vitrina.measures.funding import FundingByYear
from vitrina.measures.prices import real_terms
from vitrina.words import Words
from vitrina.words.numbers import Language

THOUSANDS, MILLIONS, BILLIONS, TRILLIONS = (10**power for power in (7, 10, 13, 16))
"""Kopecks of a programme that is counted in them."""

_RU = (
    ("Областной бюджет", "Область"),
    ("Бюджет муниципального округа", "Округ"),
    ("Федеральный бюджет", "Федеральный"),
    ("Внебюджетные источники", "Внебюджетные"),
    ("Территориальный фонд медицинского страхования", "Фонд ОМС"),
    ("Средства собственников жилья", "Собственники"),
    ("Дорожный фонд области", "Дорожный фонд"),
)
_EN = (
    ("Regional budget", "Region"),
    ("Budget of the municipal okrug", "Okrug"),
    ("Federal budget", "Federal"),
    ("Off-budget sources", "Off-budget"),
    ("Territorial fund of medical insurance", "Medical fund"),
    ("Money of the owners of homes", "Owners"),
    ("Road fund of the region", "Road fund"),
)
_IDS = tuple(f"own-{number}" for number in range(1, 8))


def names(language: Language) -> Mapping[str, SourceNames]:
    words = Words(language)
    unnamed = SourceNames(words.say("Источник не назван"), words.say("Не назван"), UNNAMED)
    called = zip(_IDS, _RU if language == "ru" else _EN, strict=True)
    return {of: SourceNames(name, short, slot(n)) for n, (of, (name, short)) in enumerate(called)} | {UNNAMED: unnamed}


Kind = Literal["plain", "gaps", "zeros", "unnamed", "one-large", "one-small", "equal"]


@dataclass(frozen=True, slots=True)
class Shape:
    years: int
    sources: int
    scale: int
    ahead: int = 0
    """So many of the years lie ahead."""
    kind: Kind = "plain"
    """What is special: years without a figure, of nought, money of no named source, a source of 94 %, one of little."""

    def __str__(self) -> str:
        return f"{self.years}-years-{self.sources}-sources-{self.scale:.0e}-{self.kind}"

    @property
    def funding(self) -> FundingByYear:
        years = tuple(range(2025 - self.years, 2025))
        ids = _IDS[: self.sources]
        amounts = {
            (source, year): amount
            for place, source in enumerate(ids)
            for number, year in enumerate(years)
            if (amount := self._amount(place, number)) is not None
        }
        unnamed = {year: self.scale * (year % 3) for year in years} if self.kind == "unnamed" else {}
        return FundingByYear(years, ids, amounts, years[-1] - self.ahead, unnamed=unnamed)

    def _amount(self, place: int, number: int) -> int | None:
        last = place == self.sources - 1
        match self.kind:
            case "gaps" if (number + place) % 4 == 1:
                return None
            case "zeros" if number % 3 == 1:
                return 0
            case "one-large":
                return self.scale * 94 if place == 0 else self.scale * 6 // (self.sources - 1)
            case "one-small" if last:
                return 123_456
            case "equal":
                return self.scale
        rising = self.scale * (self.sources - place) // 2
        return rising + self.scale * ((number * 7 + place * 5) % 11) // 9 + 1_234_567


SHAPES = [
    Shape(1, 1, TRILLIONS),
    Shape(1, 7, THOUSANDS, ahead=1),
    Shape(2, 2, MILLIONS, ahead=1),
    Shape(2, 1, MILLIONS, ahead=2, kind="zeros"),
    Shape(11, 4, MILLIONS, ahead=3, kind="one-large"),
    Shape(11, 7, BILLIONS, ahead=3, kind="gaps"),
    Shape(11, 2, THOUSANDS, ahead=2, kind="zeros"),
    Shape(11, 4, TRILLIONS, ahead=4, kind="unnamed"),
    Shape(11, 1, BILLIONS, ahead=11, kind="equal"),
    Shape(25, 4, MILLIONS, ahead=5, kind="one-small"),
    Shape(25, 7, TRILLIONS, ahead=3, kind="zeros"),
    Shape(30, 7, MILLIONS, ahead=6),
    Shape(30, 2, BILLIONS, ahead=1, kind="gaps"),
    Shape(30, 1, THOUSANDS),
    Shape(30, 4, TRILLIONS, ahead=10, kind="unnamed"),
]


def charts_of(shape: Shape, language: Language) -> list[Chart]:
    """All charts of money: of the whole, and of its first and its last year."""
    figures = shape.funding
    real = real_terms(figures, {year: Decimal(6) for year in figures.years if not figures.is_ahead(year)})
    money = Money(figures, Words(language), names(language), SOURCE_LINE, real)
    charts = [*registry.charts_of(money).values()]
    for year in dict.fromkeys([figures.first_year, figures.last_year]):
        of_year = registry.charts_of(MoneyOfYear(money, year)).values()
        charts += [replace(chart, id=f"{chart.id}-{year}") for chart in of_year]
    return charts
