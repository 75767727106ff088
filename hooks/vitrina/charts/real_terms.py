"""The same money in roubles of its day and in prices of the first year: how much of the growth prices took away."""

from decimal import ROUND_HALF_UP, Decimal

from vitrina.charts.chart import Cell, Chart, Column, Table
from vitrina.charts.findings import real_terms as told
from vitrina.charts.kit import style
from vitrina.charts.money import Money, rounded, thousands
from vitrina.charts.price_lines import lines
from vitrina.charts.registry import chart
from vitrina.measures.known import NOT_STATED, NOTHING_TO_COMPARE, Missing
from vitrina.measures.prices import RealTerms


@chart(of=Money, applies=lambda money: bool(money.real))
def real_terms(money: Money) -> Chart:
    real = told.real_of(money)
    return Chart(
        id="real-terms",
        language=money.words.language,
        finding=told.finding(money),
        subtitle=told.subtitle(money),
        description=told.description(money),
        source=f"{money.source}; {money.prices_source}" if money.prices_source else money.source,
        wide=style.drawing("wide", lines(money, real, wide=True)),
        narrow=style.drawing("narrow", lines(money, real, wide=False)),
        table=_table(money, real),
    )


def _table(money: Money, real: RealTerms) -> Table:
    base, unit = real.base_year, money.words.unit("thousand")
    columns = (
        Column("year", money.year_title),
        Column("nominal", money.say("В рублях своего года, {unit}", unit=unit)),
        Column("inflation", money.say("Рост цен за год, %")),
        Column("price_index", money.say("Цены к {base}\u00a0году", base=base)),
        Column("real", money.say("В ценах {base}\u00a0года, {unit}", base=base, unit=unit)),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            year,
            thousands(money.funding.total(year)),
            rounded(real.inflation.get(year, NOTHING_TO_COMPARE if year == base else NOT_STATED), 4),
            rounded(real.index.get(year, NOT_STATED), 4),
            _to_ten_roubles(real.amounts.get(year, NOT_STATED)),
        )
        for year in money.funding.years
    ]
    return Table(columns, tuple(rows), money.origins)


def _to_ten_roubles(kopecks: int | Missing) -> Decimal | Missing:
    """A figure that we work out is no more exact than those that it is made from."""
    exact = thousands(kopecks)
    return exact if isinstance(exact, Missing) else exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
