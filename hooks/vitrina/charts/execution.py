"""What was spent beside what was planned: a bar a row, the plan as a mark on it, the percent behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from vitrina.charts.chart import NO_ORIGIN, Cell, Chart, Column, Origin, Table
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import NAME_LETTER, Marks, behind, scale_that_fits, width_of
from vitrina.charts.kit.style import BAR, NARROW, WIDE, Frame
from vitrina.charts.money import rounded, thousands
from vitrina.charts.registry import chart
from vitrina.charts.unit import Unit, unit_for
from vitrina.measures.funding import percent_of
from vitrina.measures.known import NOT_STATED, NOTHING_TO_COMPARE
from vitrina.words import Words

_HEAD, _ROW, _THICK = 30, 54, 32
_THIN, _GAP, _HEADING, _LINE = 18, 18, 15, 20
_BESIDE = 8
_LONGEST_NAME = 260
"""Pixels: longer names stand over their bars on a desk too."""


RowKind = Literal["year", "source", "part", "measure"]
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
    picture = _Picture(rows, about, words, unit)
    return Chart(
        id=about.id,
        language=words.language,
        finding=about.finding,
        subtitle=words.say(
            "Потратили (столбик) и {plan} (черта), {when}, {unit}",
            plan=about.plan,
            when=about.when,
            unit=words.unit(unit.scale),
        ),
        description=" ".join(picture.sentence(row) for row in rows),
        source=about.source,
        wide=style.drawing("wide", picture.drawn(WIDE)),
        narrow=style.drawing("narrow", picture.drawn(NARROW)),
        table=_table(rows, about, words),
    )


@dataclass(frozen=True, slots=True)
class _Picture:
    rows: Sequence[Spending]
    about: About
    words: Words
    unit: Unit

    def drawn(self, width: float) -> style.Layered:
        widest = layout.widest((row.name for row in self.rows), NAME_LETTER, bold=True)
        beside = width == WIDE and widest <= _LONGEST_NAME
        return self._beside(widest + 14) if beside else self._over(width)

    def _beside(self, left: float) -> style.Layered:
        """Names to the left of the bars, figures behind them."""
        marks, scale = Marks(), scale_that_fits(WIDE - left, self._highest, self._reach)
        for place, row in enumerate(self.rows):
            top = _HEAD + place * _ROW + (_ROW - _THICK) / 2
            middle = top + _THICK / 2
            marks.text("name", left - 14, middle, row.name)
            self._bar(marks, row, (left, top, _THICK), scale)
            for (kind, text), at in zip(self._words_of(row), self._behind(row, scale)[0], strict=True):
                marks.text(kind, left + at, middle + (kind == "note"), text)
        bottom = _HEAD + len(self.rows) * _ROW
        self._name_plan(marks, left, scale, WIDE)
        marks.rule(left, left, _HEAD, bottom)
        return marks.drawn(Frame(WIDE, bottom))

    def _over(self, width: float) -> style.Layered:
        """Names and figures over the bars, which have the whole width."""
        marks, top = Marks(), float(_HEAD)
        scale = (width - 4) / self._highest if self._highest > 0 else 0.0
        for row in self.rows:
            (_, figure), *rest = self._words_of(row)
            note = rest[0][1] if rest else ""
            room = width - width_of("figure right", figure) - width_of("note right", note) - 3 * _BESIDE
            broken = layout.lines(row.name, _HEADING, room, bold=True)
            for number, line in enumerate(broken):
                marks.text("heading", 0, top + 13 + number * _LINE, line)
            marks.text(
                "figure right", width - width_of("note right", note) - (_BESIDE if note else 0), top + 12, figure
            )
            if note:
                marks.text("note right", width, top + 13, note)
            top += len(broken) * _LINE + 8
            self._bar(marks, row, (0, top, _THIN), scale)
            top += _THIN + _GAP
        self._name_plan(marks, 0, scale, width)
        return marks.drawn(Frame(width, top - _GAP + 6))

    def _bar(self, marks: Marks, row: Spending, place: tuple[float, float, float], scale: float) -> None:
        left, top, thick = place
        length = max(0, row.spent) * scale
        if length:
            marks.bar((left, left + length, top, top + thick), row.fill, self.sentence(row))
        if row.planned is not None:
            marks.plan(left + row.planned * scale, left + row.planned * scale, top - 5, top + thick + 5)

    def _name_plan(self, marks: Marks, left: float, scale: float, width: float) -> None:
        """The plan is named once, over the first of its marks."""
        planned = next((row.planned for row in self.rows if row.planned is not None), None)
        if planned is not None:
            at = layout.between(left + planned * scale - 1, 0, width - width_of("plan", self.about.plan))
            marks.text("plan", at, 10, self.about.plan)

    @property
    def _highest(self) -> float:
        return max(max(row.spent, row.planned or 0) for row in self.rows)

    def _words_of(self, row: Spending) -> list[tuple[str, str]]:
        """The amount, and its percent of the plan."""
        figure = ("figure", self.unit.label(self.words, row.spent))
        return [figure] if row.percent is None else [figure, ("note", self.words.percent(row.percent))]

    def _behind(self, row: Spending, scale: float) -> tuple[list[float], float]:
        plan = None if row.planned is None else row.planned * scale
        return behind(max(0, row.spent) * scale + _BESIDE, self._words_of(row), plan)

    def _reach(self, scale: float) -> float:
        """How far right words and plans go, from where bars begin."""
        return max(max(self._behind(row, scale)[1], (row.planned or 0) * scale + 4) for row in self.rows)

    def sentence(self, row: Spending) -> str:
        """One row as a finished sentence."""
        values = {"name": row.name, "spent": self.words.money(row.spent), "plan": self.about.plan}
        if row.planned is None:
            return self.words.say("{name}: потратили {spent}. С чем сравнить, в документах не указано.", **values)
        values["planned"] = self.words.money(row.planned)
        if row.percent is None:
            return self.words.say("{name}: потратили {spent}, {plan} {planned}.", **values)
        return self.words.say(
            "{name}: потратили {spent}, {plan} {planned}. Это {percent}.",
            **values,
            percent=self.words.percent(row.percent),
        )


def _table(rows: Sequence[Spending], about: About, words: Words) -> Table:
    unit = words.unit("thousand")
    columns = (
        Column("row", about.rows),
        Column("planned", words.say("{plan}, {unit}", plan=about.plan, unit=unit)),
        Column("spent", words.say("Потратили, {unit}", unit=unit)),
        Column("percent", words.say("Исполнение, %")),
    )
    cells: list[tuple[Cell, ...]] = [
        (
            row.name,
            NOT_STATED if row.planned is None else thousands(row.planned),
            thousands(row.spent),
            NOTHING_TO_COMPARE if row.percent is None else rounded(row.percent, 2),
        )
        for row in rows
    ]
    return Table(columns, tuple(cells), tuple(row.origin for row in rows))
