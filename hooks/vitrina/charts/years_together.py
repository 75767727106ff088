"""What was set aside, spent and achieved each year: small pictures, the money of both on one scale."""

from vitrina.charts.chart import NO_ORIGIN, Cell, CellsOf, Chart, Table, table_of
from vitrina.charts.complete import complete_panels
from vitrina.charts.findings import years_together as told
from vitrina.charts.kit.panel import Bar
from vitrina.charts.kit.panels import TALLEST, TitledPanel
from vitrina.charts.kit.style import BAR, BAR_AHEAD
from vitrina.charts.money_table import thousands, total_column
from vitrina.charts.registry import chart
from vitrina.charts.years_subject import YearsTogether
from vitrina.measures.known import NOT_STATED, NOTHING_TO_COMPARE

_WHOLE = 100
"""Percent."""


@chart(of=YearsTogether, applies=lambda subject: len(subject.parts) > 1)
def years_together(subject: YearsTogether) -> Chart:
    panels = {part: _panel(subject, part) for part in subject.parts}
    return complete_panels("years-together", subject, told, panels, _table(subject))


def _panel(subject: YearsTogether, part: str) -> TitledPanel:
    scale = TALLEST / (_WHOLE if part == "met" else subject.largest or 1)
    bars = {
        str(year): Bar(
            value * scale, _figure(subject, part, year), _fill(subject, part, year), told.bar(subject, part, year)
        )
        for year, value in subject.values(part).items()
    }
    absent = subject.words.say("сравнить не с чем") if part == "met" else subject.money.absent
    return TitledPanel(told.title(subject, part), [str(year) for year in subject.money.funding.years], bars, absent)


def _figure(subject: YearsTogether, part: str, year: int) -> str:
    if part == "met":
        return subject.words.percent(subject.shares[year], 0)
    kopecks = subject.money.funding.totals[year] if part == "planned" else subject.spent[year]
    return subject.unit.label(subject.words, kopecks)


def _fill(subject: YearsTogether, part: str, year: int) -> str:
    return BAR_AHEAD if part == "planned" and subject.money.funding.is_ahead(year) else BAR


def _table(subject: YearsTogether) -> Table:
    words, money = subject.words, subject.money

    def spent(year: int) -> Cell:
        return thousands(subject.spent.get(year, NOT_STATED))

    def judged(year: int) -> Cell:
        return subject.tallies[year].judged if year in subject.tallies else NOTHING_TO_COMPARE

    def met(year: int) -> Cell:
        return subject.tallies[year].met if year in subject.tallies else NOTHING_TO_COMPARE

    year: CellsOf[int] = ("year", words.say("Год"), lambda year: year)
    return table_of(
        money.funding.years,
        (subject.origins.get(year, NO_ORIGIN) for year in money.funding.years),
        year,
        total_column(money),
        ("spent", words.say("Потратили, {unit}", unit=words.unit("thousand")), spent),
        ("judged", words.say("Показателей, которые можно сравнить с планом"), judged),
        ("met", words.say("Из них план выполнен"), met),
    )
