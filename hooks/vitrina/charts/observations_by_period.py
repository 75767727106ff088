"""An indicator from one time to the next: a bar a period, its plan as a line, what is foreseen as a hatch."""

from vitrina.charts.chart import Cell, Chart, Column, KeyItem, Origin, Table
from vitrina.charts.findings import observations_by_period as told
from vitrina.charts.kit import style
from vitrina.charts.kit.style import NARROW, WIDE
from vitrina.charts.observed import Observed, is_ahead, origin_of, sign_cell
from vitrina.charts.period_bars import planned
from vitrina.charts.period_columns import columns
from vitrina.charts.period_rows import rows
from vitrina.charts.registry import chart

_FEW = 5
"""So many periods are drawn as rows on a desk too."""


def _can_be_compared(observed: Observed) -> bool:
    """There are two values, or one with its plan."""
    return len(observed.series) > 1 or any(map(observed.comparison_of, observed.series))


@chart(of=Observed, applies=_can_be_compared)
def periods(observed: Observed) -> Chart:
    # Parts of a year are rows however many: only beside a row there is room to say which part it is.
    as_rows = len(observed.series) <= _FEW or any(map(observed.part, observed.series))
    return Chart(
        id=observed.indicator.id,
        language=observed.words.language,
        finding=told.finding(observed),
        subtitle=told.subtitle(observed),
        description=observed.description(map(observed.sentence, observed.series)),
        source=observed.source,
        wide=style.drawing("wide", rows(observed, WIDE) if as_rows else columns(observed)),
        narrow=style.drawing("narrow", rows(observed, NARROW)),
        key=(KeyItem(observed.say("прогноз")),) if any(map(is_ahead, observed.series)) else (),
        table=_table(observed),
    )


def _table(observed: Observed) -> Table:
    """Each value with its time, and the plan it is laid beside; the upper end of plans only where one is a range."""
    has_ranges = any(plan.upper is not None for plan in planned(observed))
    titles = tuple(
        Column(name, observed.column(name))
        for name in ("period", "from", "to", "stage", "sign", "value", "plan_sign", "plan", "plan_upper", "status")
        if name != "plan_upper" or has_ranges
    )
    cells: list[tuple[Cell, ...]] = []
    origins: list[Origin] = []
    for row in observed.series:
        comparison = observed.comparison_of(row)
        plan = comparison.plan if comparison else None
        origins.append(origin_of(row, plan))
        cells.append(
            (
                observed.when(row),
                row.first.isoformat() if row.first else None,
                row.last.isoformat() if row.last else None,
                observed.stage(row),
                sign_cell(row),
                row.value,
                sign_cell(plan) if plan else None,
                plan.value if plan else None,
                *((plan.upper if plan else None,) if has_ranges else ()),
                observed.status(comparison) if comparison else None,
            )
        )
    return Table(titles, tuple(cells), tuple(origins))
