"""How the plan of each year moved from edition to edition: rings for former editions, a dot for the last one."""

from collections.abc import Sequence

from vitrina.charts.chart import CellsOf, Chart, Origin, Table, table_of
from vitrina.charts.complete import complete
from vitrina.charts.findings import plan_by_edition as told
from vitrina.charts.findings.plan_by_edition import Editions
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import NAME_LETTER, Marks, width_of
from vitrina.charts.kit.style import NARROW, WIDE, Frame
from vitrina.charts.money_table import thousands
from vitrina.charts.registry import chart
from vitrina.measures.editions import PLAN
from vitrina.measures.known import NOT_STATED

_HEAD, _ROW, _NARROW_ROW, _OVER, _DIGIT = 8, 56, 76, 30, 12
_EDGE = 12
"""Pixels from the ends of the scale to the outermost mark."""


@chart(of=Editions, applies=lambda editions: bool(editions.moved))
def plan_by_edition(editions: Editions) -> Chart:
    shapes = _drawn(editions, WIDE), _drawn(editions, NARROW)
    return complete("plan-by-edition", editions, told, shapes, _table(editions))


def _drawn(editions: Editions, width: float) -> style.Layered:
    moved, marks, wide = editions.moved, Marks(), width == WIDE
    left = layout.widest(map(str, moved), NAME_LETTER, bold=True) + 18 if wide else 0.0
    figures = {year: _figures(editions, steps) for year, steps in moved.items()}
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
            marks.text("under", at, middle - _DIGIT - 5, editions.words.number(steps[number].edition))
        for step, at in zip(steps, places, strict=True):  # the last word lies over the former ones
            marks.dot(at, middle, step is steps[-1], told.sentence_of(editions, year, step))
    return marks.drawn(Frame(width, _HEAD + len(moved) * row))


def _figures(editions: Editions, steps: Sequence[told.Step]) -> tuple[str, str]:
    """The last amount, and how far it is from the first."""
    unit = editions.unit
    difference = steps[-1].kopecks - steps[0].kopecks
    return unit.label(editions.words, steps[-1].kopecks), unit.label(editions.words, difference, sign=True)


def _table(editions: Editions) -> Table:
    """A row a year, a column an edition: of years, too, whose plan did not move."""
    stating = ((plan.document for plan in editions.plans if year in plan.amounts) for year in editions.years)
    return table_of(
        editions.years,
        (Origin.of(documents, PLAN) for documents in stating),
        ("year", editions.words.say("Год"), lambda year: year),
        *(_of_edition(editions, number) for number in range(len(editions.plans))),
    )


def _of_edition(editions: Editions, number: int) -> CellsOf[int]:
    words, amounts = editions.words, editions.plans[number].amounts
    title = words.say("{name}, {unit}", name=editions.titles[number], unit=words.unit("thousand"))
    return f"edition_{number + 1}", title, lambda year: thousands(amounts.get(year, NOT_STATED))
