"""An indicator from one time to the next: a bar a period, its plan as a line, what is foreseen as a hatch."""

from decimal import Decimal

from vitrina.charts.chart import Cell, Chart, Column, KeyItem, Origin, Table
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import NAME_LETTER, Marks, past, width_of
from vitrina.charts.kit.style import BAR, BAR_AHEAD, NARROW, WIDE, Frame
from vitrina.charts.observed import Observed, is_ahead, origin_of, sign_cell
from vitrina.dataset.subjects import Observation
from vitrina.measures.series import is_within_a_year
from vitrina.words.catalogue import sentence

_FEW = 5
"""So many bars lie down on a desk too."""
_ROW, _THICK, _HEAD = 62, 34, 30
_NARROW_ROW, _NARROW_THICK, _NARROW_NOTE = 38, 24, 20
_HEIGHT, _BOTTOM, _OVER, _STAGE = 330, 30, 28, 24
_NAME, _LONGEST_NAME = 26, 90
"""On a phone a name longer than this stands over its bar."""
_BESIDE = 8
_SAMPLE = 26
_CLEAR = 13
"""Closer than this a line crosses the figure over a column."""
BAR_PART = "var(--bar-part)"


def can_be_drawn(observed: Observed) -> bool:
    """There is something to compare: two values, or one with its plan."""
    return len(observed.series) > 1 or any(map(observed.comparison_of, observed.series))


def observations_by_period(observed: Observed, source_line: str) -> Chart:
    return Chart(
        id=observed.indicator.id,
        language=observed.words.language,
        finding=finding(observed),
        subtitle=_subtitle(observed),
        description=observed.description(map(observed.sentence, observed.series)),
        source=source_line,
        wide=style.drawing("wide", _wide(observed)),
        narrow=style.drawing("narrow", _lying(observed, NARROW)),
        key=(KeyItem(observed.say("прогноз")),) if any(map(is_ahead, observed.series)) else (),
        table=_table(observed),
    )


def _wide(observed: Observed) -> style.Layered:
    """Parts of a year lie down however many: only there is room beside a bar to say which part it is."""
    lies = len(observed.series) <= _FEW or any(map(observed.part, observed.series))
    return _lying(observed, WIDE) if lies else _standing(observed)


def _lying(observed: Observed, width: float) -> style.Layered:
    """A row a period: its name, its bar, its figure; which part of a year it is stands behind, or under it."""
    narrow, rows, marks = width < WIDE, observed.series, Marks()
    parts = [observed.part(row) for row in rows]
    thick = _NARROW_THICK if narrow else _THICK
    widest = layout.widest((observed.label(row) for row in rows), NAME_LETTER, bold=True)
    over = _NAME if narrow and widest > _LONGEST_NAME else 0
    step = _NARROW_ROW + over + (_NARROW_NOTE if any(parts) else 0) if narrow else _ROW
    head = _HEAD if _planned(observed) else 0
    left = 0.0 if over else widest + 12
    scale = _scale(observed, width - left, narrow)
    for place, (row, part) in enumerate(zip(rows, parts, strict=True)):
        top = head + place * step + over + (4 if narrow else (step - thick) / 2)
        middle, length = top + thick / 2, _value(row) * scale
        if over:
            marks.text("heading", 0, top - 14, observed.label(row))
        else:
            marks.text("name", left - 12, middle, observed.label(row))
        marks.bar((left, left + length, top, top + thick), _fill(row), observed.sentence(row))  # nought can be read out
        if over:
            marks.rule(left, left, top - 3, top + thick + 3)
        kind, at, end = _figure_at(observed, row, scale)
        marks.text(kind, left + at, middle, observed.signed(row))
        beside = _beside(observed, row, narrow)
        lines = _lines(observed, row, scale)
        marks.text("note", left + past(end + _BESIDE, width_of("note", beside), *lines), middle + 1, beside)
        if narrow:
            marks.text("note", left + 7, top + thick + _NARROW_NOTE / 2 + 2, part)
        for line in lines:
            # On a phone the words under a bar begin right below it.
            marks.plan(left + line, left + line, top - 6, top + thick + (2 if narrow and part else 6))
    _name_plan(observed, marks, left, scale, width)
    bottom = head + len(rows) * step
    if not narrow and _one_plan(observed) and len(rows) > 1:
        ends = marks.plans[: len(_ends(_planned(observed)[0]))]
        marks.plans[:] = [end | {"y": _HEAD - 8, "y2": bottom} for end in ends]
    marks.texts[:] = [text for text in marks.texts if text["text"]]
    if not over:
        marks.rule(left, left, head, bottom)
    return marks.drawn(Frame(width, bottom))


def _figure_at(observed: Observed, row: Observation, scale: float) -> tuple[str, float, float]:
    """The kind of a figure, where it is set, and where it ends: behind its bar, or within it if the plan is there."""
    length, room = _value(row) * scale, width_of("figure", observed.signed(row))
    start = length + _BESIDE
    lines = _lines(observed, row, scale)
    moved, inside = past(start, room, *lines), min([length, *lines])
    if moved != start and not is_ahead(row) and inside > room + 2 * _BESIDE:
        return "figure inside", inside - _BESIDE, length
    return "figure", moved, moved + room


def _lines(observed: Observed, row: Observation, scale: float) -> tuple[float, ...]:
    """Where a row's plan is, from where its bar begins: both its ends if it is a range."""
    plan = _plan(observed, row)
    return () if plan is None else tuple(end * scale for end in _ends(plan))


def _name_plan(observed: Observed, marks: Marks, left: float, scale: float, width: float) -> None:
    """The plan is named once, over the first of its marks; its figure too, where all the plans are one."""
    planned = _planned(observed)
    if not planned:
        return
    text = (
        observed.say("план: {plan}", plan=observed.signed(planned[0])) if _one_plan(observed) else observed.say("план")
    )
    at = left + _value(planned[0]) * scale
    if at + width_of("plan", text) <= width:
        marks.text("plan", at - 1, 10, text)
    else:
        marks.text("plan end", min(at + 1, width), 10, text)


def _scale(observed: Observed, room: float, narrow: bool) -> float:
    """Pixels a unit, so that the longest bar, its words and every plan just fit."""
    ends = [end for plan in _planned(observed) for end in _ends(plan)]
    highest = max([*(_value(row) for row in observed.series), *ends], default=0)
    scale = (room - 4) / highest if highest else 1.0
    for _ in range(60):
        if all(_reach(observed, row, scale, narrow) <= room for row in observed.series):
            break
        scale *= 0.97
    return scale


def _reach(observed: Observed, row: Observation, scale: float, narrow: bool) -> float:
    """How far right the words of a row end, from where its bar begins."""
    _, _, end = _figure_at(observed, row, scale)
    beside = _beside(observed, row, narrow)
    if not beside:
        return end
    width = width_of("note", beside)
    return past(end + _BESIDE, width, *_lines(observed, row, scale)) + width


def _standing(observed: Observed) -> style.Layered:
    """A column a period, for many of them; over the first of a stage stands its name, over all what a plan is."""
    rows, marks, planned = observed.series, Marks(), _planned(observed)
    slots, absent = _slots(rows)
    step = WIDE / (len(rows) + len(absent))
    bar = min(step * 0.74, style.LONGEST_BAR)
    stages = list(_runs(rows))
    several = len(stages) > 1 or rows[0].stage != "actual"
    room = _HEIGHT - _BOTTOM - _OVER - (_STAGE if several else 0) - (_HEAD if planned else 0)
    highest = max([*map(_value, rows), *(end for plan in planned for end in _ends(plan))]) or 1.0
    base, scale, figures = _HEIGHT - _BOTTOM, room / highest, []
    for slot, row in zip(slots, rows, strict=True):
        middle, top = (slot + 0.5) * step, base - _value(row) * scale
        marks.bar((middle - bar / 2, middle + bar / 2, top, base), _fill(row), observed.sentence(row))
        marks.text("under", middle, base + 18, observed.label(row))
        figures.append(top - 14)
        for line in _lines(observed, row, scale):
            at = base - line
            marks.plan(middle - bar / 2 - 5, middle + bar / 2 + 5, at, at)
            if abs(at - figures[-1]) < _CLEAR:
                figures[-1] = at - 14
        marks.text("over", middle, figures[-1], observed.signed(row))
    for slot, year in absent.items():
        marks.text("under", (slot + 0.5) * step, base + 18, year)
        marks.text("over", (slot + 0.5) * step, base - 14, style.ABSENT)
    for run in stages if several else []:
        word = observed.stage(rows[run[0]])
        half = width_of("note over", word) / 2
        middle = layout.between((slots[run[0]] + 0.5) * step, half, WIDE - half)
        under = [abs((slot + 0.5) * step - middle) < half + bar / 2 for slot in slots]
        highest_figure = min(at for at, lies_under in zip(figures, under, strict=True) if lies_under)
        marks.text("note over", middle, highest_figure - _STAGE, word)
    if planned:
        marks.plan(0, _SAMPLE, 10, 10)
        marks.text("plan", _SAMPLE + 8, 11, observed.say("план"))
    marks.rule(0, WIDE, base, base)
    return marks.drawn(Frame(WIDE, _HEIGHT))


def _slots(rows: tuple[Observation, ...]) -> tuple[list[int], dict[int, str]]:
    """Where each column stands. A year between them of which nothing is known keeps its place, empty."""
    years = [row.first.year for row in rows if row.first and row.last and row.first.year == row.last.year]
    if len(set(years)) < len(rows):
        return list(range(len(rows))), {}
    absent = {year - years[0]: str(year) for year in range(years[0], years[-1]) if year not in years}
    return [year - years[0] for year in years], absent


def _runs(rows: tuple[Observation, ...]) -> list[list[int]]:
    """Places of neighbours of one stage."""
    found: list[list[int]] = []
    for place, row in enumerate(rows):
        if found and rows[found[-1][-1]].stage == row.stage:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _beside(observed: Observed, row: Observation, narrow: bool) -> str:
    """What is said behind a figure: a part of a year, where there is room; the stage, where another one begins."""
    part = "" if narrow else observed.part(row)
    stages = [other.stage for other in observed.series]
    place = observed.series.index(row)
    begins = stages[place] != (stages[place - 1] if place else "actual")
    return part or (observed.stage(row) if begins else "")


def _fill(row: Observation) -> str:
    return BAR_AHEAD if is_ahead(row) else BAR_PART if is_within_a_year(row) else BAR


def _value(row: Observation) -> float:
    return max(0.0, float(row.value or 0))


def _ends(plan: Observation) -> tuple[float, ...]:
    """What a plan is drawn at: one value, or both ends of a range."""
    return (_value(plan),) if plan.upper is None else (_value(plan), float(plan.upper))


def _plan(observed: Observed, row: Observation) -> Observation | None:
    comparison = observed.comparison_of(row)
    return comparison.plan if comparison else None


def _planned(observed: Observed) -> list[Observation]:
    return [plan for row in observed.series if (plan := _plan(observed, row)) is not None]


def _one_plan(observed: Observed) -> bool:
    """Whether every bar has the same plan, so that one line and one figure say it all."""
    plans = _planned(observed)
    return len(plans) == len(observed.series) and len({(plan.value, plan.upper, plan.sign) for plan in plans}) == 1


_ONLY_STEP = {
    True: sentence("Прибавка {when}: на {amount} больше, чем {before}"),
    False: sentence("Убыль {when}: на {amount} меньше, чем {before}"),
}
_LARGEST_STEP = {
    True: sentence("Сильнее всего число изменилось {when}: на {amount} больше, чем {before}"),
    False: sentence("Сильнее всего число изменилось {when}: на {amount} меньше, чем {before}"),
}
"""By whether it is a rise."""


def finding(observed: Observed) -> str:
    """What the latest value is beside its plan; without plans the largest step from one time to the next."""
    compared = [found for row in observed.series if (found := observed.comparison_of(row)) is not None]
    if compared:
        return _compared_finding(observed)
    steps = [
        ((after.value or Decimal(0)) - (before.value or Decimal(0)), before, after)
        for before, after in zip(observed.series, observed.series[1:], strict=False)
        if not any(is_within_a_year(row) or row.sign != "=" for row in (before, after))
    ]
    if not steps:
        last = observed.series[-1]
        value = observed.signed(last, observed.quantity(last))
        return observed.say("Известно одно число, {when}: {value}", value=value, when=observed.when_staged(last))
    amount, before, after = max(steps, key=lambda step: abs(step[0]))
    if not amount:
        return observed.say("Каждый раз одинаково: {value}", value=observed.quantity(after))
    told = _ONLY_STEP if len(steps) == 1 else _LARGEST_STEP
    return observed.say(
        told[amount > 0],
        amount=observed.difference(amount),
        when=observed.when_staged(after),
        before=observed.when_staged(before),
    )


def _compared_finding(observed: Observed) -> str:
    row = next(row for row in reversed(observed.series) if observed.comparison_of(row))
    comparison = observed.comparison_of(row)
    assert comparison is not None  # noqa: S101  chosen by it just above
    values: dict[str, object] = {
        "value": observed.signed(row, observed.quantity(row)),
        "when": observed.when(row),
        "plan": observed.signed(comparison.plan),
        "all": observed.all_of(comparison.plan),
        "amount": observed.difference((comparison.plan.value or Decimal(0)) - (row.value or Decimal(0))),
    }
    if comparison.is_part:
        return observed.say(
            "{value} {when}: уже больше плана на {all}"
            if comparison.status == "better"
            else "{value} {when}: это часть срока, а план на {all} {plan}",
            **values,
        )
    if comparison.status in {"not-due", "none"} and row.value != comparison.plan.value:
        below = (row.value or Decimal(0)) < (comparison.plan.value or Decimal(0))
        return observed.say("Пока на {amount} меньше плана" if below else "Пока на {amount} больше плана", **values)
    return observed.say("{value} {when}: {status}", **values, status=observed.status(comparison))


def _subtitle(observed: Observed) -> str:
    return observed.say(
        "{name}: план и факт, {unit}" if _planned(observed) else "{name}, {unit}",
        name=observed.name,
        unit=observed.unit_name,
    )


def _table(observed: Observed) -> Table:
    """Each value with its time, and the plan it is laid beside; the upper end of plans only where one is a range."""
    has_ranges = any(plan.upper is not None for plan in _planned(observed))
    columns = tuple(
        Column(name, observed.column(name))
        for name in ("period", "from", "to", "stage", "sign", "value", "plan_sign", "plan", "plan_upper", "status")
        if name != "plan_upper" or has_ranges
    )
    rows: list[tuple[Cell, ...]] = []
    origins: list[Origin] = []
    for row in observed.series:
        comparison = observed.comparison_of(row)
        plan = comparison.plan if comparison else None
        origins.append(origin_of(row, plan))
        rows.append(
            (
                observed.when(row),
                row.first.isoformat() if row.first else None,
                row.last.isoformat() if row.last else None,
                observed.stage(row),
                sign_cell(row),
                row.value,
                sign_cell(plan) if plan else None,
                plan.value if plan else None,
                *((plan.upper if plan else None,) if has_ranges else ()),
                observed.status(comparison) if comparison else None,
            )
        )
    return Table(columns, tuple(rows), tuple(origins))
