"""The trend of an indicator: baseline, actuals, plans, and where the present pace leads."""

from vitrina.charts.chart import Cell, Chart, Column, Origin, Table
from vitrina.charts.kit import style
from vitrina.charts.kit.style import NARROW, WIDE
from vitrina.charts.observed import origin_of
from vitrina.charts.registry import chart
from vitrina.charts.trend_lines import drawn
from vitrina.charts.trend_subject import Trend


def _has_course(subject: Trend) -> bool:
    """There is a pace, or another way of counting, with two values at least."""
    return subject.pace is not None or (len(subject.pieces) > 1 and sum(map(len, subject.pieces)) > 1)


@chart(of=Trend, applies=_has_course)
def trend(subject: Trend) -> Chart:
    observed = subject.observed
    return Chart(
        id=f"{observed.indicator.id}-way",
        language=observed.words.language,
        finding=subject.finding,
        subtitle=observed.say("{name}: путь к плану, {unit}", name=observed.name, unit=observed.unit_name),
        description=observed.description(subject.sentences),
        source=subject.source,
        wide=style.drawing("wide", drawn(subject, WIDE)),
        narrow=style.drawing("narrow", drawn(subject, NARROW)),
        table=_table(subject),
    )


def _table(subject: Trend) -> Table:
    """A row a year and wording: the last two columns are of the latest wording alone."""
    names = ("year", "stage", "value", "plan_sign", "plan", "plan_upper")
    rows: list[tuple[Cell, ...]] = []
    origins: list[Origin] = []
    for place, piece in enumerate(subject.pieces):
        plans = subject.plans if place == len(subject.pieces) - 1 else {}
        for year in sorted({*piece, *plans}):
            row, plan = piece.get(year), plans.get(year)
            origins.append(origin_of(row, plan))
            rows.append(
                (
                    year,
                    subject.observed.stage(row) if row else None,
                    row.value if row else None,
                    None if plan is None or plan.sign == "=" else plan.sign,
                    plan.value if plan else None,
                    plan.upper if plan else None,
                )
            )
    return Table(tuple(Column(name, subject.observed.column(name)) for name in names), tuple(rows), tuple(origins))
