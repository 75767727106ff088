"""An indicator by group at one time: a bar a group, with its part of the whole where there is a whole."""

from dataclasses import replace
from decimal import Decimal

from vitrina.charts.chart import Cell, Chart, Table
from vitrina.charts.complete import complete
from vitrina.charts.findings import groups as told
from vitrina.charts.kit.rows import Row, Rows
from vitrina.charts.kit.style import NARROW, WIDE
from vitrina.charts.observed import Observed
from vitrina.charts.observed_table import Pair, observed_table
from vitrina.charts.period_bars import value_of
from vitrina.charts.registry import chart
from vitrina.dataset.programme import Observation
from vitrina.words.capitals import first_upper


@chart(of=Observed, applies=lambda observed: len(observed.groups) > 1)
def groups(observed: Observed) -> Chart:
    shapes = _rows(observed).drawn(WIDE), _rows(observed).drawn(NARROW)
    drawn = complete(f"{observed.indicator.id}-groups", observed, told, shapes, _table(observed))
    return replace(drawn, source=observed.groups_source)


def _rows(observed: Observed) -> Rows:
    return Rows(
        [
            Row(
                _name(observed, row),
                value_of(row),
                told.sentence_of(observed, row),
                observed.signed(row),
                told.share(observed, row),
            )
            for row in observed.groups
        ]
    )


def _name(observed: Observed, row: Observation) -> str:
    return first_upper(observed.group_names[row.id])


def _table(observed: Observed) -> Table:
    def group(pair: Pair) -> Cell:
        return _name(observed, pair[0]) if pair[0] else None

    def share(pair: Pair) -> Cell:
        percent = told.percent_of_whole(observed, pair[0]) if pair[0] else None
        return None if percent is None else percent.quantize(Decimal("0.01"))

    return observed_table(
        observed,
        [(row, None) for row in observed.groups],
        ("group", observed.say("Группа"), group),
        *("period", "stage", "sign", "value"),
        ("share", observed.say("Доля, %"), share),
    )
