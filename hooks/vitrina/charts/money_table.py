"""The table of money behind charts: a row a year, a column a source."""

from vitrina.charts.chart import Cell, Column, Table
from vitrina.charts.money import Money, thousands


def money_table(money: Money) -> Table:
    """Years down, sources across, as the document has them."""
    funding, unit = money.funding, money.words.unit("thousand")
    columns = [
        Column("year", money.year_title),
        *(
            Column(source, money.say("{name}, {unit}", name=money.names[source].name, unit=unit))
            for source in funding.parts
        ),
        Column("total", money.total_title),
    ]
    cells: list[tuple[Cell, ...]] = []
    for year in funding.years:
        amounts = (thousands(funding.part(source, year)) for source in funding.parts)
        cells.append((year, *amounts, thousands(funding.total(year))))
    return Table(tuple(columns), tuple(cells), money.origins)
