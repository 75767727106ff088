"""An indicator as rows: a period's name, its bar, its figure, and its plan as a line across."""

from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import NAME_LETTER, Marks, past, scale_that_fits, width_of
from vitrina.charts.kit.style import WIDE, Frame
from vitrina.charts.observed import Observed, is_ahead
from vitrina.charts.period_bars import ends_of, fill, has_one_plan, plan_marks, planned, value_of
from vitrina.dataset.programme import Observation

_ROW, _THICK, _HEAD = 62, 34, 30
_NARROW_ROW, _NARROW_THICK, _NARROW_NOTE = 38, 24, 20
_NAME, _LONGEST_NAME = 26, 90
"""On a phone a name longer than this stands over its bar."""
_BESIDE = 8


def rows(observed: Observed, width: float) -> style.Layered:
    """A row a period: its name, its bar, its figure; which part of a year it is stands behind, or under it."""
    narrow, periods, marks = width < WIDE, observed.series, Marks()
    parts = [observed.part(row) for row in periods]
    thick = _NARROW_THICK if narrow else _THICK
    widest = layout.widest((observed.label(row) for row in periods), NAME_LETTER, bold=True)
    over = _NAME if narrow and widest > _LONGEST_NAME else 0
    step = _NARROW_ROW + over + (_NARROW_NOTE if any(parts) else 0) if narrow else _ROW
    head = _HEAD if planned(observed) else 0
    left = 0.0 if over else widest + 12
    scale = _scale(observed, width - left, narrow)
    for place, (row, part) in enumerate(zip(periods, parts, strict=True)):
        top = head + place * step + over + (4 if narrow else (step - thick) / 2)
        middle, length = top + thick / 2, value_of(row) * scale
        if over:
            marks.text("heading", 0, top - 14, observed.label(row))
        else:
            marks.text("name", left - 12, middle, observed.label(row))
        marks.bar((left, left + length, top, top + thick), fill(row), observed.sentence(row))  # nought can be read out
        if over:
            marks.rule(left, left, top - 3, top + thick + 3)
        kind, at, end = _figure_at(observed, row, scale)
        marks.text(kind, left + at, middle, observed.signed(row))
        beside = _beside(observed, row, narrow)
        lines = plan_marks(observed, row, scale)
        marks.text("note", left + past(end + _BESIDE, width_of("note", beside), *lines), middle + 1, beside)
        if narrow:
            marks.text("note", left + 7, top + thick + _NARROW_NOTE / 2 + 2, part)
        for line in lines:
            # On a phone the words under a bar begin right below it.
            marks.plan(left + line, left + line, top - 6, top + thick + (2 if narrow and part else 6))
    _name_plan(observed, marks, left, scale, width)
    bottom = head + len(periods) * step
    if not narrow and has_one_plan(observed) and len(periods) > 1:
        ends = marks.plans[: len(ends_of(planned(observed)[0]))]
        marks.plans[:] = [end | {"y": _HEAD - 8, "y2": bottom} for end in ends]
    marks.texts[:] = [text for text in marks.texts if text["text"]]
    if not over:
        marks.rule(left, left, head, bottom)
    return marks.drawn(Frame(width, bottom))


def _figure_at(observed: Observed, row: Observation, scale: float) -> tuple[str, float, float]:
    """The kind of a figure, where it is set, and where it ends: behind its bar, or within it if the plan is there."""
    length, room = value_of(row) * scale, width_of("figure", observed.signed(row))
    start = length + _BESIDE
    lines = plan_marks(observed, row, scale)
    moved, inside = past(start, room, *lines), min([length, *lines])
    if moved != start and not is_ahead(row) and inside > room + 2 * _BESIDE:
        return "figure inside", inside - _BESIDE, length
    return "figure", moved, moved + room


def _name_plan(observed: Observed, marks: Marks, left: float, scale: float, width: float) -> None:
    """The plan is named once, over the first of its marks; its figure too, where all the plans are one."""
    plans = planned(observed)
    if not plans:
        return
    text = (
        observed.say("план: {plan}", plan=observed.signed(plans[0])) if has_one_plan(observed) else observed.say("план")
    )
    at = left + value_of(plans[0]) * scale
    if at + width_of("plan", text) <= width:
        marks.text("plan", at - 1, 10, text)
    else:
        marks.text("plan end", min(at + 1, width), 10, text)


def _scale(observed: Observed, room: float, narrow: bool) -> float:
    """Pixels a unit, so that the longest bar, its words and every plan just fit."""
    ends = [end for plan in planned(observed) for end in ends_of(plan)]
    highest = max([*(value_of(row) for row in observed.series), *ends], default=0)
    return scale_that_fits(
        room, highest, lambda scale: max(_reach(observed, row, scale, narrow) for row in observed.series)
    )


def _reach(observed: Observed, row: Observation, scale: float, narrow: bool) -> float:
    """How far right the words of a row end, from where its bar begins."""
    _, _, end = _figure_at(observed, row, scale)
    beside = _beside(observed, row, narrow)
    if not beside:
        return end
    width = width_of("note", beside)
    return past(end + _BESIDE, width, *plan_marks(observed, row, scale)) + width


def _beside(observed: Observed, row: Observation, narrow: bool) -> str:
    """What is said behind a figure: a part of a year, where there is room; the stage, where another one begins."""
    part = "" if narrow else observed.part(row)
    stages = [other.stage for other in observed.series]
    place = observed.series.index(row)
    begins = stages[place] != (stages[place - 1] if place else "actual")
    return part or (observed.stage(row) if begins else "")
