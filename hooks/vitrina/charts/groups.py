"""An indicator by group at one time: a bar a group, with its part of the whole where there is a whole."""

from decimal import Decimal

from vitrina.charts.chart import Cell, Chart, Column, Table
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import NAME_LETTER, Marks, width_of
from vitrina.charts.kit.style import BAR, NARROW, WIDE, Frame
from vitrina.charts.observed import Observed, origin_of, sign_cell
from vitrina.charts.period_bars import value_of
from vitrina.charts.registry import chart
from vitrina.dataset.programme import Observation
from vitrina.words.capitals import first_upper

_ROW, _THICK = 52, 30
_NAME, _NARROW_THICK, _GAP = 26, 24, 12
_BESIDE = 8
_LONGEST_NAME = 300
"""Pixels: longer names stand over their bars on a desk too."""


@chart(of=Observed, applies=lambda observed: len(observed.groups) > 1)
def groups(observed: Observed) -> Chart:
    return Chart(
        id=f"{observed.indicator.id}-groups",
        language=observed.words.language,
        finding=finding(observed),
        subtitle=_subtitle(observed),
        description=observed.description(_sentence(observed, row) for row in observed.groups),
        source=observed.groups_source,
        wide=style.drawing("wide", _drawn(observed, WIDE)),
        narrow=style.drawing("narrow", _drawn(observed, NARROW)),
        table=_table(observed),
    )


def _drawn(observed: Observed, width: float) -> style.Layered:
    rows, marks = observed.groups, Marks()
    names = [_name(observed, row) for row in rows]
    widest = layout.widest(names, NAME_LETTER, bold=True)
    stacked = width < WIDE or widest > _LONGEST_NAME
    left = 0.0 if stacked else widest + 14
    figures = [(observed.signed(row), _share(observed, row)) for row in rows]
    right = max(width_of("figure", figure) + width_of("note", share) + 2 * _BESIDE for figure, share in figures)
    highest = max(value_of(row) for row in rows)
    scale = (width - left - right - 6) / highest if highest else 1.0
    thick = _NARROW_THICK if stacked else _THICK
    step = _NAME + thick + _GAP if stacked else _ROW
    for place, (row, name, (figure, share)) in enumerate(zip(rows, names, figures, strict=True)):
        top = place * step + (_NAME if stacked else (step - thick) / 2)
        middle, end = top + thick / 2, left + value_of(row) * scale
        if stacked:
            marks.text("heading", 0, top - 12, name)
        else:
            marks.text("name", left - 14, middle, name)
        marks.bar((left, end, top, top + thick), BAR, _sentence(observed, row))  # nought too can be read out
        marks.text("figure", end + _BESIDE, middle, figure)
        if share:
            marks.text("note", end + 2 * _BESIDE + width_of("figure", figure), middle + 1, share)
    height = len(rows) * step
    if not stacked:
        marks.rule(left, left, 0, height)
    return marks.drawn(Frame(width, height))


def _name(observed: Observed, row: Observation) -> str:
    return first_upper(observed.group_names[row.id])


def _percent(observed: Observed, row: Observation) -> Decimal | None:
    """The group's percent of the whole; None where the document gives no whole, or for a share."""
    whole = observed.whole
    if whole is None or not whole.value or observed.indicator.is_share:
        return None
    return (row.value or Decimal(0)) * 100 / whole.value


def _share(observed: Observed, row: Observation) -> str:
    percent = _percent(observed, row)
    return "" if not percent else observed.words.percent(percent)


def _sentence(observed: Observed, row: Observation) -> str:
    percent, whole, said = _percent(observed, row), observed.whole, observed.sentence(row)
    if not percent or whole is None:
        return said
    share = observed.words.percent(percent)
    return f"{said} {observed.say('Это {share} от {whole}.', share=share, whole=observed.figure(whole))}"


def finding(observed: Observed) -> str:
    """The largest group; of shares, how far apart they are, where each is known exactly."""
    ordered = sorted(observed.groups, key=lambda row: row.value or Decimal(0))
    least, most = ordered[0], ordered[-1]
    spread = (most.value or Decimal(0)) - (least.value or Decimal(0))
    exact = all(row.sign == "=" for row in ordered)
    if not spread and exact:
        return observed.say("У всех поровну: {value}", value=observed.quantity(most))
    if observed.indicator.is_share and exact:
        return observed.say("Разница: {amount}", amount=observed.difference(spread))
    values: dict[str, object] = {"group": observed.group_names[most.id], "value": observed.signed(most)}
    if [row.value for row in ordered].count(most.value) > 1 and exact:
        return observed.say("Больше всего сразу в нескольких группах: по {value}", value=observed.quantity(most))
    if observed.whole is not None:
        return observed.say(
            "Самая большая группа: {group}, {value} из\u00a0{whole}", **values, whole=observed.figure(observed.whole)
        )
    return observed.say("Больше всего: {group}, {value}", **values)


def _subtitle(observed: Observed) -> str:
    times = {(row.first, row.last) for row in observed.groups}
    if len(times) == 1:
        when = observed.when(observed.groups[0])
        is_dated = observed.groups[0].first is not None
        return observed.say(
            "{name} {when}, {unit}" if is_dated else "{name}, {when}, {unit}",
            name=observed.name,
            when=when,
            unit=observed.unit_name,
        )
    return observed.say("{name}, {unit}", name=observed.name, unit=observed.unit_name)


def _table(observed: Observed) -> Table:
    names = ("group", "period", "stage", "sign", "value", "share")
    columns = tuple(Column(name, observed.column(name)) for name in names)
    rows: list[tuple[Cell, ...]] = []
    for row in observed.groups:
        percent = _percent(observed, row)
        share = None if percent is None else percent.quantize(Decimal("0.01"))
        rows.append((_name(observed, row), observed.when(row), observed.stage(row), sign_cell(row), row.value, share))
    return Table(columns, tuple(rows), tuple(map(origin_of, observed.groups)))
