"""Each source of money over the years: small pictures on one scale, so that a bar twice as high is twice the money."""

from vitrina.charts.chart import Chart
from vitrina.charts.complete import complete_panels
from vitrina.charts.findings import sources as told
from vitrina.charts.findings.money import amount_of_source
from vitrina.charts.kit.panel import Bar
from vitrina.charts.kit.panels import TALLEST, TitledPanel
from vitrina.charts.money import Money
from vitrina.charts.money_table import money_table
from vitrina.charts.registry import chart


@chart(of=Money, applies=lambda money: len(money.funding.parts) > 1)
def sources(money: Money) -> Chart:
    panels = {source: _panel(money, source) for source in money.funding.sources}
    return complete_panels("sources", money, told, panels, money_table(money))


def _panel(money: Money, source: str) -> TitledPanel:
    scale = TALLEST / (max(money.funding.amounts.values(), default=0) or 1)
    bars = {
        str(year): Bar(
            amount * scale, money.label(amount), money.fill(source, year), amount_of_source(money, source, year, amount)
        )
        for (of, year), amount in money.funding.amounts.items()
        if of == source
    }
    names = [str(year) for year in money.funding.years]
    return TitledPanel(money.names[source].name, names, bars, money.absent, slot=money.names[source].slot)
