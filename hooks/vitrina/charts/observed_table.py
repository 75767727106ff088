"""The tables of values behind charts of indicators: a row a value, or a value and the plan beside it."""

from collections.abc import Sequence

from vitrina.charts.chart import Cell, CellsOf, Origin, Table, table_of
from vitrina.charts.observed import Observed
from vitrina.dataset.programme import Observation

Pair = tuple[Observation | None, Observation | None]
"""A value and the plan beside it."""


def observed_table(observed: Observed, pairs: Sequence[Pair], *columns: str | CellsOf[Pair]) -> Table:
    """Each row from the documents of its value and of its plan. A column that several tables have is named alone."""
    say = observed.say
    shared: dict[str, CellsOf[Pair]] = {
        column[0]: column
        for column in (
            ("period", say("За какое время"), lambda pair: observed.when(pair[0]) if pair[0] else None),
            ("stage", say("Что это"), lambda pair: observed.stage(pair[0]) if pair[0] else None),
            ("sign", say("Знак"), lambda pair: _sign(pair[0])),
            ("value", say("Значение"), lambda pair: pair[0].value if pair[0] else None),
            ("plan_sign", say("Знак плана"), lambda pair: _sign(pair[1])),
            ("plan", say("План"), lambda pair: pair[1].value if pair[1] else None),
            ("plan_upper", say("План, верхняя граница"), lambda pair: pair[1].upper if pair[1] else None),
        )
    }
    known = ([one for one in pair if one is not None] for pair in pairs)
    origins = (Origin.of((one.quotation.document for one in row), *(one.stage for one in row)) for row in known)
    return table_of(pairs, origins, *(shared[one] if isinstance(one, str) else one for one in columns))


def _sign(row: Observation | None) -> Cell:
    """An exact value has none, for a spreadsheet would read «=» as a formula."""
    return None if row is None or row.sign == "=" else row.sign
