"""An indicator from one time to the next: a bar a period, its plan as a line, what is foreseen as a hatch."""

from collections.abc import Callable
from dataclasses import replace

from vitrina.charts.chart import Cell, Chart, KeyItem, Table
from vitrina.charts.complete import complete
from vitrina.charts.findings import observations_by_period as told
from vitrina.charts.findings.observed import status_of
from vitrina.charts.kit.style import NARROW, WIDE
from vitrina.charts.observed import Observed, is_ahead
from vitrina.charts.observed_table import Pair, observed_table
from vitrina.charts.period_bars import plan_of, planned, rows
from vitrina.charts.period_columns import columns, fit
from vitrina.charts.registry import chart

_FEW = 5
"""So many periods are drawn as rows on a desk too."""


def _can_be_compared(observed: Observed) -> bool:
    """There are two values, or one with its plan."""
    return len(observed.series) > 1 or any(map(observed.comparison_of, observed.series))


@chart(of=Observed, applies=_can_be_compared)
def periods(observed: Observed) -> Chart:
    # Parts of a year are rows however many: only beside a row there is room to say which part it is.
    as_rows = len(observed.series) <= _FEW or any(map(observed.part, observed.series)) or not fit(observed)
    shapes = rows(observed).drawn(WIDE) if as_rows else columns(observed), rows(observed).drawn(NARROW)
    key = (KeyItem(observed.say("прогноз")),) if any(map(is_ahead, observed.series)) else ()
    return replace(complete(observed.indicator.id, observed, told, shapes, _table(observed)), key=key)


def _table(observed: Observed) -> Table:
    """Each value with its time, and the plan it is laid beside; the upper end of plans only where one is a range."""
    has_ranges = any(plan.upper is not None for plan in planned(observed))

    def day(name: str) -> Callable[[Pair], Cell]:
        return lambda pair: at.isoformat() if (at := getattr(pair[0], name)) else None

    def status(pair: Pair) -> Cell:
        comparison = observed.comparison_of(pair[0]) if pair[0] else None
        return status_of(observed, comparison) if comparison else None

    return observed_table(
        observed,
        [(row, plan_of(observed, row)) for row in observed.series],
        "period",
        ("from", observed.say("С какого дня"), day("first")),
        ("to", observed.say("По какой день"), day("last")),
        *("stage", "sign", "value", "plan_sign", "plan", *(["plan_upper"] if has_ranges else [])),
        ("status", observed.say("Итог"), status),
    )
