"""The trend of an indicator: baseline, actuals, plans, and where the present pace leads."""

from vitrina.charts.chart import CellsOf, Chart, Table
from vitrina.charts.findings.observed import all_sentences
from vitrina.charts.kit import style
from vitrina.charts.kit.style import NARROW, WIDE
from vitrina.charts.observed_table import Pair, observed_table
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
        words=observed.words,
        finding=subject.finding,
        subtitle=observed.say("{name}: путь к плану, {unit}", name=observed.name, unit=observed.unit_name),
        description=all_sentences(observed, subject.sentences),
        source=subject.source,
        wide=style.drawing("wide", drawn(subject, WIDE)),
        narrow=style.drawing("narrow", drawn(subject, NARROW)),
        table=_table(subject),
    )


def _table(subject: Trend) -> Table:
    """A row a year and wording: the plans are of the latest wording alone."""
    years: dict[Pair, int] = {}
    for place, piece in enumerate(subject.pieces):
        plans = subject.plans if place == len(subject.pieces) - 1 else {}
        years |= {(piece.get(year), plans.get(year)): year for year in sorted({*piece, *plans})}
    year: CellsOf[Pair] = ("year", subject.observed.say("Год"), years.__getitem__)
    names = ("stage", "value", "plan_sign", "plan", "plan_upper")
    return observed_table(subject.observed, tuple(years), year, *names)
