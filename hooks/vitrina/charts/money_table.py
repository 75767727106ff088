"""The tables of money behind charts, and their cells: thousand roubles, exact."""

from collections.abc import Iterable
from decimal import Decimal

from vitrina.charts.chart import CellsOf, Origin, Table, table_of
from vitrina.charts.money import Money
from vitrina.measures.known import Missing
from vitrina.words.money import thousands_from_kopecks


def money_table(money: Money) -> Table:
    """Years down, sources across, as the document has them."""
    return table_by_year(money, *(_of_source(money, source) for source in money.funding.parts), total_column(money))


def table_by_year(money: Money, *columns: CellsOf[int], origins: Iterable[Origin] = ()) -> Table:
    """A row a year, each from the documents that tell of its money where no other origin is given."""
    year: CellsOf[int] = ("year", money.say("Год"), lambda year: year)
    return table_of(money.funding.years, origins or map(money.origin, money.funding.years), year, *columns)


def total_column(money: Money) -> CellsOf[int]:
    title = money.say("Всего, {unit}", unit=money.words.unit("thousand"))
    return "total", title, lambda year: thousands(money.funding.total(year))


def _of_source(money: Money, source: str) -> CellsOf[int]:
    title = money.say("{name}, {unit}", name=money.names[source].name, unit=money.words.unit("thousand"))
    return source, title, lambda year: thousands(money.funding.part(source, year))


def thousands(kopecks: int | Missing) -> Decimal | Missing:
    """A cell of a chart's table."""
    return kopecks if isinstance(kopecks, Missing) else thousands_from_kopecks(kopecks)


def rounded(value: Decimal | Missing, digits: int) -> Decimal | Missing:
    """A cell of a chart's table that is a share or an index."""
    return value if isinstance(value, Missing) else value.quantize(Decimal(1).scaleb(-digits))
