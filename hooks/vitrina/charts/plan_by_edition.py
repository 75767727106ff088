"""How the plan of each year moved from edition to edition: rings for former editions, a dot for the last one."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.charts.chart import Cell, Chart, Column, Origin, Table
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import NAME_LETTER, Marks, width_of
from vitrina.charts.kit.style import NARROW, WIDE, Frame
from vitrina.charts.money import thousands
from vitrina.charts.unit import Unit, unit_for
from vitrina.measures.editions import PLAN
from vitrina.measures.known import NOT_STATED
from vitrina.measures.plans import EditionPlan
from vitrina.words import Words
from vitrina.words.catalogue import sentence

_HEAD, _ROW, _NARROW_ROW, _OVER, _DIGIT = 8, 56, 76, 30, 12
_EDGE = 12
"""Pixels from the ends of the scale to the outermost mark."""


@dataclass(frozen=True, slots=True)
class EditionNames:
    """The documents' names, in the order of the editions, and where the figures come from."""

    titles: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class _Step:
    """A plan of a year that differs from the one before: the number of its edition, from 1, and its kopecks."""

    edition: int
    kopecks: int


def can_be_drawn(plans: Sequence[EditionPlan]) -> bool:
    """Some year's plan moved."""
    return bool(_moved(plans))


def plan_by_edition(plans: Sequence[EditionPlan], names: EditionNames, words: Words) -> Chart:
    """`can_be_drawn` must hold."""
    unit = _unit(plans)
    picture = _Picture(plans, words, unit)
    return Chart(
        id="plan-by-edition",
        language=words.language,
        finding=finding(plans, words),
        subtitle=words.say(
            "План каждого года в каждой редакции, {unit}. Кружок: прежняя редакция, точка: последнее слово",
            unit=words.unit(unit.scale),
        ),
        description=" ".join(picture.sentence(year, steps) for year, steps in _moved(plans).items()),
        source=names.source,
        wide=style.drawing("wide", picture.drawn(WIDE)),
        narrow=style.drawing("narrow", picture.drawn(NARROW)),
        table=_table(plans, names, words),
    )


def _unit(plans: Sequence[EditionPlan]) -> Unit:
    return unit_for(kopecks for plan in plans for kopecks in plan.amounts.values())


def _steps(plans: Sequence[EditionPlan], year: int) -> tuple[_Step, ...]:
    """What was said of a year, each time that it was another amount."""
    found: list[_Step] = []
    for number, plan in enumerate(plans, 1):
        kopecks = plan.amounts.get(year)
        if kopecks is not None and (not found or found[-1].kopecks != kopecks):
            found.append(_Step(number, kopecks))
    return tuple(found)


def _moved(plans: Sequence[EditionPlan]) -> dict[int, tuple[_Step, ...]]:
    """The years whose plan moved, the earliest first."""
    years = sorted({year for plan in plans for year in plan.amounts})
    steps = {year: _steps(plans, year) for year in years}
    return {year: moves for year, moves in steps.items() if len(moves) > 1}


def finding(plans: Sequence[EditionPlan], words: Words) -> str:
    """The year whose plan moved furthest from its first to its last amount."""
    moved = _moved(plans)
    year = max(moved, key=lambda one: abs(moved[one][-1].kopecks - moved[one][0].kopecks))
    first, last = moved[year][0].kopecks, moved[year][-1].kopecks
    if first == last:
        return words.say("План меняли, но вернулись к первым суммам")
    grew = sentence("План на {year}\u00a0год вырос с первой редакции на {difference}: с {before} до {after}")
    shrank = sentence("План на {year}\u00a0год уменьшился с первой редакции на {difference}: с {before} до {after}")
    unit = _unit(plans)
    return words.say(
        grew if last > first else shrank,
        year=year,
        difference=words.money(abs(last - first)),
        before=unit.label(words, first),
        after=unit.with_unit(words, unit.exact(last), 1),
    )


@dataclass(frozen=True, slots=True)
class _Picture:
    plans: Sequence[EditionPlan]
    words: Words
    unit: Unit

    def drawn(self, width: float) -> style.Layered:
        moved, marks, wide = _moved(self.plans), Marks(), width == WIDE
        left = layout.widest(map(str, moved), NAME_LETTER, bold=True) + 18 if wide else 0.0
        figures = {year: self._figures(steps) for year, steps in moved.items()}
        notes = max(width_of("note right", note) for _, note in figures.values()) + 12
        right = max(width_of("figure right", figure) for figure, _ in figures.values()) + notes
        room = width - left - (right + 30 if wide else 0)
        amounts = [step.kopecks for steps in moved.values() for step in steps]
        low, high = min(amounts), max(amounts)
        scale = (room - 2 * _EDGE) / (high - low)
        row = _ROW if wide else _NARROW_ROW
        for place, (year, steps) in enumerate(moved.items()):
            top = _HEAD + place * row
            middle = top + (_ROW * 0.6 if wide else row * 0.72)
            words_at = middle if wide else top + 12
            marks.text("name" if wide else "heading", left - 18 if wide else 0, words_at, str(year))
            figure, note = figures[year]
            marks.text("figure right", width - notes, words_at, figure)
            marks.text("note right", width, words_at + 1, note)
            places = [left + _EDGE + (step.kopecks - low) * scale for step in steps]
            marks.rule(min(places), max(places), middle, middle)
            ordered = sorted(range(len(steps)), key=lambda one: places[one])
            digits = layout.apart([places[one] for one in ordered], _DIGIT, left + 4, left + room - 4)
            for number, at in zip(ordered, digits, strict=True):
                marks.text("under", at, middle - _DIGIT - 5, self.words.number(steps[number].edition))
            for step, at in zip(steps, places, strict=True):  # the last word lies over the former ones
                marks.dot(at, middle, step is steps[-1], self._said(year, step))
        return marks.drawn(Frame(width, _HEAD + len(moved) * row))

    def _figures(self, steps: tuple[_Step, ...]) -> tuple[str, str]:
        """The last amount, and how far it is from the first."""
        difference = steps[-1].kopecks - steps[0].kopecks
        return self.unit.label(self.words, steps[-1].kopecks), self.unit.label(self.words, difference, sign=True)

    def _said(self, year: int, step: _Step) -> str:
        return self.words.say(
            "План на {year}\u00a0год в редакции {number}: {amount}.",
            year=year,
            number=step.edition,
            amount=self.words.money(step.kopecks),
        )

    def sentence(self, year: int, steps: tuple[_Step, ...]) -> str:
        """One year as a finished sentence."""
        amounts = " → ".join(self.unit.with_unit(self.words, self.unit.exact(step.kopecks), 1) for step in steps)
        return self.words.say("План на {year}\u00a0год: {amounts}.", year=year, amounts=amounts)


def _table(plans: Sequence[EditionPlan], names: EditionNames, words: Words) -> Table:
    """Every year of every edition; None where an edition states nothing for a year."""
    unit = words.unit("thousand")
    columns = (
        Column("year", words.say("Год")),
        *(
            Column(f"edition_{number}", words.say("{name}, {unit}", name=title, unit=unit))
            for number, title in enumerate(names.titles, 1)
        ),
    )
    years = sorted({year for plan in plans for year in plan.amounts})
    rows: list[tuple[Cell, ...]] = [
        (year, *(thousands(plan.amounts.get(year, NOT_STATED)) for plan in plans)) for year in years
    ]
    stating = [[plan.document for plan in plans if year in plan.amounts] for year in years]
    return Table(columns, tuple(rows), tuple(Origin.of(documents, PLAN) for documents in stating))
