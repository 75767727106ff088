"""The figures of the first programme, as its passport prints them, and figures made up to stretch the charts."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from vitrina.charts.chart import Chart, SourceNames
from vitrina.charts.money import Money, MoneyOfYear
from vitrina.charts.registry import charts_of
from vitrina.measures.funding import FundingByYear
from vitrina.measures.known import Missing
from vitrina.measures.prices import RealTerms, real_terms
from vitrina.words import Words
from vitrina.words.money import kopecks_from_thousands
from vitrina.words.numbers import Language

SOURCE_LINE = "паспорт программы, «Ресурсное обеспечение»"

_THOUSANDS = {
    "regional": (
        "215148.10 208367.50 280623.80 301525.80 326259.80 354583.90 389409.10 394381.20 387065.20 382355.50 382355.50"
    ),
    "local": (
        "217011.60 249867.90 211524.10 199302.50 198036.10 232969.00 211201.80 269381.60 239492.90 239444.10 239444.10"
    ),
    "other": "15519.90 15300.30 19571.80 22399.70 25053.10 26836.70 21842.80 22903.50 23064.30 23064.30 23064.30",
    "federal": "- - - - - - 12598.60 30731.50 40788.90 38132.40 38132.40",
}
_INFLATION = (
    "15.5344050528403 7.04244762954799 3.68332944412233 2.87829723647884 "
    "4.47036660760173 3.38165937237898 6.69445891957612"
)

MORE = (5, 6, 7, 8)
NAMES: Mapping[Language, Mapping[str, SourceNames]] = {
    "ru": {
        "regional": SourceNames("Краевой бюджет", "Край", "2"),
        "local": SourceNames("Местный бюджет", "Город", "3"),
        "other": SourceNames("Внебюджетные источники", "Внебюджетные", "4"),
        "federal": SourceNames("Федеральный бюджет", "Федеральный", "1"),
        **{
            f"town-{n}": SourceNames(f"Консолидированный бюджет поселений района № {n}", f"Район {n}", str(n))
            for n in MORE
        },
    },
    "en": {
        "regional": SourceNames("Regional budget", "Region", "2"),
        "local": SourceNames("Local budget", "City", "3"),
        "other": SourceNames("Off-budget sources", "Off-budget", "4"),
        "federal": SourceNames("Federal budget", "Federal", "1"),
        **{
            f"town-{n}": SourceNames(f"Consolidated budget of settlements, district {n}", f"District {n}", str(n))
            for n in MORE
        },
    },
}
SOURCES = tuple(_THOUSANDS)


def funding(rows: Mapping[str, Sequence[int | None]], first: int = 2014, edition_year: int = 2021) -> FundingByYear:
    """Figures in kopecks by source, one a year from `first` on; None is not stated."""
    count = len(next(iter(rows.values())))
    years = tuple(range(first, first + count))
    amounts = {
        (source, year): amount
        for source, listed in rows.items()
        for year, amount in zip(years, listed, strict=True)
        if amount is not None
    }
    return FundingByYear(years, tuple(rows), amounts, edition_year)


def totals(*millions: float, edition_year: int = 2030) -> FundingByYear:
    """One source alone, in million roubles a year."""
    return funding({"regional": [round(amount * 100_000_000) for amount in millions]}, edition_year=edition_year)


PROGRAMME = funding(
    {
        source: [None if cell == "-" else kopecks_from_thousands(Decimal(cell)) for cell in row.split()]
        for source, row in _THOUSANDS.items()
    }
)
INFLATION = {2015 + place: Decimal(rate) for place, rate in enumerate(_INFLATION.split())}


def prices(figures: FundingByYear, **rates: float) -> RealTerms | Missing:
    """Real terms with the rates given as `y2015=7.5`; without any, no prices are known."""
    return real_terms(figures, {int(year[1:]): Decimal(str(rate)) for year, rate in rates.items()})


def every_chart(
    figures: FundingByYear, real: RealTerms | Missing, language: Language = "ru", years: Iterable[int] | None = None
) -> list[Chart]:
    """All charts of a programme's money and of each of its years, or of those given."""
    money = Money(figures, Words(language), NAMES[language], SOURCE_LINE, real)
    charts = [*charts_of(money).values()]
    for year in figures.years if years is None else years:
        charts += charts_of(MoneyOfYear(money, year)).values()
    return charts
