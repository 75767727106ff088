"""How much more or less each year gets than the year before."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import altair as alt

from vitrina.charts.chart import Cell, Chart, Column, Names, Table
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import Marks
from vitrina.charts.kit.style import ABSENT, INK_2, LETTER, NAME, SMALL, Frame
from vitrina.charts.subject import Subject, rounded, thousands
from vitrina.measures.funding import FundingByYear, YearChange, change_between
from vitrina.measures.known import NOTHING_TO_COMPARE, Missing
from vitrina.words import Words

_HEIGHT, _BOTTOM, _ROW = 300, 30, 30
_OVER, _UNDER = 46, 44
"""Pixels for the two lines of words over and under the bars."""
_FILLED = 0.6


@dataclass(frozen=True, slots=True)
class _Step:
    """A year beside the year before."""

    before: int
    year: int
    change: YearChange | Missing

    @property
    def kopecks(self) -> int | Missing:
        return self.change if isinstance(self.change, Missing) else self.change.kopecks

    @property
    def percent(self) -> Decimal | Missing:
        return self.change if isinstance(self.change, Missing) else self.change.percent


def change(funding: FundingByYear, words: Words, names: Names, source_line: str) -> Chart:
    subject = Subject(funding, words, names)
    steps = _steps(subject)
    return Chart(
        id="change",
        language=words.language,
        finding=_finding(subject, steps),
        subtitle=subject.say("change.subtitle", unit=subject.unit_name),
        description=_description(subject, steps),
        source=source_line,
        wide=style.drawing("wide", standing(subject)),
        narrow=style.drawing("narrow", lying(subject)),
        panels=(),
        key=subject.key(sources=False),
        table=_table(subject, steps),
    )


def standing(subject: Subject) -> style.Layered:
    """The wide drawing: bars up and down from the year before, the difference and the percentage at their ends."""
    steps = _steps(subject)
    if not steps:
        return _nothing(subject, style.WIDE)
    rows = _rows(subject, steps)
    widest = layout.widest((row["text"] for row in rows), NAME, bold=True)
    edge = style.overhang(len(rows), widest, 1 - _FILLED, 0.2)
    frame = Frame(style.WIDE, _HEIGHT, left=edge, right=edge, bottom=_BOTTOM)
    room = style.band_step(frame.plot_width, len(rows), 1 - _FILLED, 0.2)
    low, high = _reach(rows)
    room_under = _UNDER if low < 0 else 2
    pixels = (frame.plot_height - _OVER - room_under) / (high - low) if high > low else 1.0
    whole = layout.Box(-edge - 2, 0, frame.plot_width + edge + 2, frame.plot_height)
    shown = _fitting(rows, room, [_OVER + (high - row["value"]) * pixels for row in rows], whole)
    domain = [low - room_under / pixels, high + _OVER / pixels]
    years = [str(row["year"]) for row in rows]
    fewest = layout.text_width("0000", LETTER) * 1.15 / room
    x = alt.X(
        "year:N",
        scale=alt.Scale(domain=years, paddingInner=1 - _FILLED, paddingOuter=0.2),
        axis=alt.Axis(labelAngle=0, labelPadding=10, values=[years[i] for i in layout.spaced(len(years), fewest)]),
    )
    y = alt.Y("value:Q", scale=alt.Scale(domain=domain, nice=False), axis=None)

    def two_lines(rows: list[style.Row], first: int, second: int) -> list[alt.Chart]:
        at = style.plot(rows).encode(x=alt.X("year:N"), y=alt.Y("value:Q"))
        return [
            at.mark_text(dy=first, fontSize=NAME, fontWeight="bold").encode(text=alt.Text("text:N")),
            at.mark_text(dy=second, fontSize=SMALL, color=INK_2).encode(text=alt.Text("share:N")),
        ]

    return style.Layered(
        [
            _bars(rows)
            .mark_bar(stroke=None, size=min(room * _FILLED, style.LONGEST_BAR))
            .encode(x=x, y=y, fill=style.fill_as_is(), **style.sentence()),
            style.plot([{"value": 0}]).mark_rule(strokeWidth=1.5).encode(y=alt.Y("value:Q")),
            *two_lines([row for row in shown if row["value"] >= 0], -27, -10),
            *two_lines([row for row in shown if row["value"] < 0], 14, 31),
        ],
        frame,
    )


def lying(subject: Subject) -> style.Layered:
    """The narrow drawing: less goes to the left, more to the right; the figure stands right of both."""
    steps = _steps(subject)
    if not steps:
        return _nothing(subject, style.NARROW)
    rows = [row | {"at": max(0.0, row["value"])} for row in _rows(subject, steps)]
    frame = Frame(
        style.NARROW,
        _ROW * len(rows) + 4,
        left=layout.widest((str(row["year"]) for row in rows), LETTER) + 10,
        right=layout.widest((str(row["text"]) for row in rows), LETTER, bold=True) + 8,
    )
    low, high = _reach(rows)
    y = alt.Y(
        "year:N",
        scale=alt.Scale(domain=[str(row["year"]) for row in rows], paddingInner=0.36, paddingOuter=0.04),
        axis=alt.Axis(labelPadding=10),
    )
    x = alt.X("value:Q", scale=alt.Scale(domain=[low, high if high > low else low + 1], nice=False), axis=None)
    return style.Layered(
        [
            _bars(rows).mark_bar(stroke=None).encode(y=y, x=x, fill=style.fill_as_is(), **style.sentence()),
            style.plot([{"value": 0}]).mark_rule(strokeWidth=1.5).encode(x=alt.X("value:Q")),
            style.plot(rows)
            .mark_text(align="left", dx=6, fontWeight="bold")
            .encode(y=alt.Y("year:N"), x=alt.X("at:Q"), text=alt.Text("text:N")),
        ],
        frame,
    )


def _steps(subject: Subject) -> list[_Step]:
    """Every year from the second on beside the year listed before it."""
    years = subject.funding.years
    return [_Step(before, year, change_between(subject.funding, before, year)) for before, year in pairwise(years)]


def _rows(subject: Subject, steps: list[_Step]) -> list[style.Row]:
    rows: list[style.Row] = []
    for step in steps:
        ahead = subject.funding.is_ahead(step.year)
        share = ""
        if step.kopecks == 0:
            share = subject.say("change.as_much")
        elif not isinstance(step.percent, Missing):
            share = subject.words.percent(step.percent, sign=True)
        rows.append(
            {
                "year": str(step.year),
                "value": subject.unit.value(step.kopecks or 0),
                "text": subject.label(step.kopecks, sign=True),
                "share": share,
                "fill": style.BAR_AHEAD if ahead else style.BAR,
                "words": _sentence(subject, step),
            }
        )
    return rows


def _bars(rows: list[style.Row]) -> alt.Chart:
    return style.plot(
        [{name: row[name] for name in ("year", "value", "fill", "words")} for row in rows if row["text"] != ABSENT]
    )


def _reach(rows: list[style.Row]) -> tuple[float, float]:
    values = [float(str(row["value"])) for row in rows]
    return min(0.0, *values), max(0.0, *values)


def _fitting(rows: list[style.Row], room: float, ends: list[float], whole: layout.Box) -> list[style.Row]:
    """The labels that stand clear of the bars and of each other, the largest differences first."""
    sizes = [
        (max(layout.text_width(row["text"], NAME, bold=True), layout.text_width(row["share"], SMALL)), _OVER - 8)
        for row in rows
    ]
    order = sorted(range(len(rows)), key=lambda place: -abs(float(str(rows[place]["value"]))))
    half = min(room * _FILLED, style.LONGEST_BAR) / 2
    upside_down = layout.Box(whole.left, -whole.lower, whole.right, -whole.upper)
    first = style.first_centre(room, 1 - _FILLED, 0.2)
    up = layout.Bars(ends, room, first, half, whole).labels(sizes, order, over=3)
    down = layout.Bars([-end for end in ends], room, first, half, upside_down).labels(sizes, order, over=3)
    shown = [place for place in range(len(rows)) if place in (up if rows[place]["value"] >= 0 else down)]
    return [{name: rows[place][name] for name in ("year", "value", "text", "share")} for place in shown]


def _nothing(subject: Subject, width: float) -> style.Layered:
    """One year alone: words in place of bars."""
    marks = Marks()
    lines = layout.lines(subject.say("change.alone"), LETTER, width)
    for number, line in enumerate(lines):
        marks.text("note", 0, 20 + number * (LETTER + 6), line)
    return marks.drawn(Frame(width, 20 * (len(lines) + 1)))


def _sentence(subject: Subject, step: _Step) -> str:
    values: dict[str, object] = {"year": step.year, "before": step.before}
    if isinstance(step.kopecks, Missing):
        return subject.say("change.sentence_unknown", **values)
    if step.kopecks == 0:
        return subject.say("change.sentence_same", **values)
    kind = "more" if step.kopecks > 0 else "less"
    values["amount"] = subject.words.money(abs(step.kopecks))
    if isinstance(step.percent, Missing):
        return subject.say(f"change.sentence_{kind}", **values)
    return subject.say(f"change.sentence_{kind}_percent", **values, percent=subject.words.percent(abs(step.percent)))


def _finding(subject: Subject, steps: list[_Step]) -> str:
    known = [(step.year, step.kopecks) for step in steps if not isinstance(step.kopecks, Missing)]
    if not known:
        return subject.say("change.alone" if len(subject.stated_years) == 1 else "change.nothing")
    if len(known) == 1:
        return _sentence(subject, next(step for step in steps if not isinstance(step.kopecks, Missing))).removesuffix(
            "."
        )
    most, least = max(kopecks for _, kopecks in known), min(kopecks for _, kopecks in known)
    if len(known) < len(steps):
        return _known_finding(subject, dict(known))
    if most == least:
        kind = "same_always" if most == 0 else "even_rise" if most > 0 else "even_fall"
        return subject.say(f"change.{kind}", amount=subject.words.money(abs(most)))
    extreme = most if most > 0 else least
    when = [year for year, kopecks in known if kopecks == extreme]
    kind = "rise" if most > 0 else "fall_always" if most < 0 else "fall"
    amount = subject.words.money(abs(extreme))
    if len(when) == 1:
        return subject.say(f"change.{kind}", year=when[0], amount=amount)
    return subject.say(f"change.{kind}_shared", years=subject.years_listed(when), amount=amount)


def _known_finding(subject: Subject, known: dict[int, int]) -> str:
    """What is true of the years that can be compared, where some cannot."""
    most, least = max(known.values()), min(known.values())
    extreme = most if most > 0 else least
    if extreme == 0:
        return subject.say("change.same_known")
    when = subject.years_listed([year for year, kopecks in known.items() if kopecks == extreme])
    kind = "rise_known" if extreme > 0 else "fall_known"
    return subject.say(f"change.{kind}", when=when, amount=subject.words.money(abs(extreme)))


def _description(subject: Subject, steps: list[_Step]) -> str:
    """The largest rise and the largest fall, and whatever cannot be compared."""
    known = sorted((step for step in steps if step.change), key=lambda step: step.kopecks or 0)
    told = {step.year for step in [*known[-1:], *known[:1]]} | {step.year for step in steps if not step.change}
    return " ".join(
        [subject.say("change.description"), *(_sentence(subject, step) for step in steps if step.year in told)]
    )


def _table(subject: Subject, steps: list[_Step]) -> Table:
    unit = subject.words.unit("thousand")
    columns = (
        Column("year", subject.say("column.year")),
        Column("total", subject.say("column.total", unit=unit)),
        Column("change", subject.say("column.change", unit=unit)),
        Column("change_percent", subject.say("column.change_percent")),
    )
    funding = subject.funding
    rows: list[tuple[Cell, ...]] = []
    if funding.years:
        rows.append((funding.first_year, _total(subject, funding.first_year), NOTHING_TO_COMPARE, NOTHING_TO_COMPARE))
    rows += [
        (step.year, _total(subject, step.year), thousands(step.kopecks), rounded(step.percent, 2)) for step in steps
    ]
    years = funding.years
    compared = (years[max(0, place - 1) : place + 1] for place in range(len(years)))
    return Table(columns, tuple(rows), tuple(subject.origin(*both) for both in compared))


def _total(subject: Subject, year: int) -> Decimal | Missing:
    return thousands(subject.funding.total(year))
