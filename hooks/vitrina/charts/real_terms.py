"""The same money in roubles of its day and in prices of the first year: how much of the growth prices took away."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from vitrina.charts.chart import Cell, Chart, Table
from vitrina.charts.complete import complete
from vitrina.charts.findings import real_terms as told
from vitrina.charts.money import Money
from vitrina.charts.money_table import rounded, table_by_year, thousands
from vitrina.charts.price_lines import lines
from vitrina.charts.registry import chart
from vitrina.measures.known import NOT_STATED, NOTHING_TO_COMPARE, Missing
from vitrina.measures.prices import RealTerms


@chart(of=Money, applies=lambda money: bool(money.real))
def real_terms(money: Money) -> Chart:
    real = told.real_of(money)
    shapes = lines(money, real, wide=True), lines(money, real, wide=False)
    drawn = complete("real-terms", money, told, shapes, _table(money, real))
    return replace(drawn, source=f"{money.source}; {money.prices_source}") if money.prices_source else drawn


def _table(money: Money, real: RealTerms) -> Table:
    base, unit = real.base_year, money.words.unit("thousand")

    def inflation(year: int) -> Cell:
        return rounded(real.inflation.get(year, NOTHING_TO_COMPARE if year == base else NOT_STATED), 4)

    in_roubles = money.say("В рублях своего года, {unit}", unit=unit)
    in_prices = money.say("В ценах {base}\u00a0года, {unit}", base=base, unit=unit)
    index = money.say("Цены к {base}\u00a0году", base=base)
    return table_by_year(
        money,
        ("nominal", in_roubles, lambda year: thousands(money.funding.total(year))),
        ("inflation", money.say("Рост цен за год, %"), inflation),
        ("price_index", index, lambda year: rounded(real.index.get(year, NOT_STATED), 4)),
        ("real", in_prices, lambda year: _to_ten_roubles(real.amounts.get(year, NOT_STATED))),
    )


def _to_ten_roubles(kopecks: int | Missing) -> Decimal | Missing:
    """A figure that we work out is no more exact than those that it is made from."""
    exact = thousands(kopecks)
    return exact if isinstance(exact, Missing) else exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
