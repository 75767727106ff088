"""The axis of a chart of money: round ticks, with the unit at the top one only."""

from decimal import Decimal

from vitrina.charts.kit import layout
from vitrina.charts.kit.style import Ticks
from vitrina.charts.money import Money


def money_axis(money: Money, highest: Decimal, with_unit: bool = True) -> Ticks:
    """Up to the highest value of the chart, in its unit."""
    ticks = layout.ticks(highest)
    digits = layout.decimals(ticks)
    texts = [money.words.number(tick, digits if tick else 0) for tick in ticks]
    if with_unit and len(texts) > 1:
        texts[-1] = money.unit.with_unit(money.words, ticks[-1], digits)
    return [float(tick) for tick in ticks], texts
