"""What was spent beside what was planned: a bar a row, the plan as a mark on it, the percent behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from vitrina.charts.chart import NO_ORIGIN, Cell, Chart, Origin, Table, table_of
from vitrina.charts.kit import style
from vitrina.charts.kit.rows import Row, Rows
from vitrina.charts.kit.style import BAR, NARROW, WIDE
from vitrina.charts.money_table import rounded, thousands
from vitrina.charts.registry import chart
from vitrina.charts.unit import Unit, unit_for
from vitrina.measures.funding import percent_of
from vitrina.measures.known import NOT_STATED, NOTHING_TO_COMPARE
from vitrina.words import Words

RowKind = Literal["programme", "year", "source", "part", "measure"]
"""What a row is."""


@dataclass(frozen=True, slots=True)
class Spending:
    """One row: a year, a source, a subprogramme. Kopecks; `planned` is None where no plan is stated."""

    name: str
    planned: int | None
    spent: int
    fill: str = BAR
    origin: Origin = NO_ORIGIN

    @property
    def percent(self) -> Decimal | None:
        """Spent in percent of the plan; None without a plan, or with a plan of nothing."""
        return percent_of(self.spent, self.planned) if self.planned else None


@dataclass(frozen=True, slots=True)
class About:
    """What a chart of spending is about, in words that stand ready."""

    id: str
    finding: str
    rows: str
    """What a row is, as the title of its column."""
    when: str
    """«2020–2025»."""
    plan: str
    """What the spending is compared with: «уточнённый план»."""
    source: str


@dataclass(frozen=True, slots=True)
class SpentBesidePlan:
    """What the chart is drawn of."""

    rows: Sequence[Spending]
    about: About
    words: Words

    @property
    def has_amounts(self) -> bool:
        return any(row.spent > 0 or (row.planned or 0) > 0 for row in self.rows)


@chart(of=SpentBesidePlan, applies=lambda spent: spent.has_amounts, variants=get_args(RowKind))
def execution(spent: SpentBesidePlan) -> Chart:
    rows, about, words = spent.rows, spent.about, spent.words
    unit = unit_for([row.spent for row in rows] + [row.planned or 0 for row in rows])
    drawn = Rows([_row(spent, unit, row) for row in rows], about.plan)
    return Chart(
        id=about.id,
        words=words,
        finding=about.finding,
        subtitle=words.say(
            "Потратили (столбик) и {plan} (черта), {when}, {unit}",
            plan=about.plan,
            when=about.when,
            unit=words.unit(unit.scale),
        ),
        description=" ".join(_sentence(spent, row) for row in rows),
        source=about.source,
        wide=style.drawing("wide", drawn.drawn(WIDE)),
        narrow=style.drawing("narrow", drawn.drawn(NARROW)),
        table=_table(rows, about, words),
    )


def _row(spent: SpentBesidePlan, unit: Unit, row: Spending) -> Row:
    """The amount, its percent of the plan, and the plan as a mark."""
    return Row(
        row.name,
        row.spent,
        _sentence(spent, row),
        unit.label(spent.words, row.spent),
        "" if row.percent is None else spent.words.percent(row.percent),
        fill=row.fill,
        plans=() if row.planned is None else (row.planned,),
    )


def _sentence(spent: SpentBesidePlan, row: Spending) -> str:
    """One row as a finished sentence."""
    words, plan = spent.words, spent.about.plan
    values = {"name": row.name, "spent": words.money(row.spent), "plan": plan}
    if row.planned is None:
        return words.say("{name}: потратили {spent}. С чем сравнить, в документах не указано.", **values)
    values["planned"] = words.money(row.planned)
    if row.percent is None:
        return words.say("{name}: потратили {spent}, {plan} {planned}.", **values)
    values["percent"] = words.percent(row.percent)
    return words.say("{name}: потратили {spent}, {plan} {planned}. Это {percent}.", **values)


def _table(rows: Sequence[Spending], about: About, words: Words) -> Table:
    unit = words.unit("thousand")
    planned = words.say("{plan}, {unit}", plan=about.plan, unit=unit)

    def percent(row: Spending) -> Cell:
        return NOTHING_TO_COMPARE if row.percent is None else rounded(row.percent, 2)

    return table_of(
        rows,
        (row.origin for row in rows),
        ("row", about.rows, lambda row: row.name),
        ("planned", planned, lambda row: NOT_STATED if row.planned is None else thousands(row.planned)),
        ("spent", words.say("Потратили, {unit}", unit=unit), lambda row: thousands(row.spent)),
        ("percent", words.say("Исполнение, %"), percent),
    )
