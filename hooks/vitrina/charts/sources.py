"""Each source of money over the years: small pictures on one scale, so that a bar twice as high is twice the money."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import altair as alt

from vitrina.charts.chart import Chart, Names, Panel
from vitrina.charts.funding_by_year import amount_of_year, money_table
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.style import ABSENT, INK_2, LETTER, NAME, RULE, Frame
from vitrina.charts.subject import Subject
from vitrina.measures.funding import FundingByYear, percent_of
from vitrina.measures.known import PART_UNKNOWN, Missing
from vitrina.words import Words

_TALLEST = 150
_LOWEST = 34
"""Heights of bars in pixels: of the largest amount, and of the room that a small source gets at least."""
_OVER, _UNDER = 22, 26
_TITLE, _LINE, _GAP_ACROSS, _GAP_DOWN = 30, 18, 32, 18
_FILLED = 0.8
_OVERHANG = 4
"""Pixels by which the figure of a bar at the edge may stand out, so that it does not lean on the next bar."""
_MANY_TIMES = 1000


@dataclass(frozen=True, slots=True)
class _Cell:
    """One source's place in a picture of several: its corner and its size in pixels."""

    source: str
    left: float
    top: float
    width: float
    bars: float
    """Height from the baseline to the top of the highest bar there may be."""

    @property
    def baseline(self) -> float:
        return self.top + _OVER + self.bars


def sources(funding: FundingByYear, words: Words, names: Names, source_line: str) -> Chart:
    subject = Subject(funding, words, names)
    return Chart(
        id="sources",
        language=words.language,
        finding=_finding(subject),
        subtitle=subject.say("sources.subtitle", unit=subject.unit_name),
        description=_description(subject),
        source=source_line,
        wide=style.drawing("wide", together(subject, style.WIDE, across=2)),
        narrow=style.drawing("narrow", together(subject, style.NARROW, across=1)),
        panels=tuple(_panel(subject, source) for source in funding.sources),
        key=(),
        table=money_table(subject),
    )


def one_source(subject: Subject, source: str) -> style.Layered:
    """One source alone, on the scale that all share."""
    cell = _Cell(source, 0, 0, style.PANEL, _bars_height(subject, source))
    return _cells(subject, [cell], Frame(style.PANEL, cell.baseline + _UNDER), titled=False)


def together(subject: Subject, width: float, across: int) -> style.Layered:
    """All sources in one picture, each under its name."""
    cells: list[_Cell] = []
    listed, top, cell_width = subject.funding.sources, 0.0, (width - _GAP_ACROSS * (across - 1)) / across
    for first in range(0, len(listed), across):
        row = listed[first : first + across]
        bars = max(_bars_height(subject, source) for source in row)
        top += _TITLE + _LINE * (max(len(_title(subject, source, cell_width)) for source in row) - 1)
        for place, source in enumerate(row):
            cells.append(_Cell(source, place * (cell_width + _GAP_ACROSS), top, cell_width, bars))
        top += _OVER + bars + _UNDER + _GAP_DOWN
    return _cells(subject, cells, Frame(width, max(1, top - _GAP_DOWN)), titled=True)


def _panel(subject: Subject, source: str) -> Panel:
    return Panel(
        source=source,
        slot=subject.names[source].slot,
        title=subject.names[source].name,
        note=_note(subject, source),
        description=_about(subject, source),
        drawing=style.drawing(source, one_source(subject, source)),
    )


def _largest(subject: Subject, source: str) -> int:
    return max((subject.funding.amount(source, year) or 0 for year in subject.funding.years), default=0)


def _bars_height(subject: Subject, source: str) -> float:
    largest = max((_largest(subject, other) for other in subject.funding.sources), default=0)
    return max(_LOWEST, round(_TALLEST * _largest(subject, source) / largest)) if largest else _LOWEST


def _cells(subject: Subject, cells: list[_Cell], frame: Frame, titled: bool) -> style.Layered:
    bars: list[style.Row] = []
    texts: list[style.Row] = []
    rules: list[style.Row] = []
    for cell in cells:
        bars += _bars(subject, cell)
        texts += [*_amounts(subject, cell), *_years(subject, cell)]
        rules.append({"x": cell.left, "x2": cell.left + cell.width, "y": cell.baseline, "dash": False})
        for gap in _gaps(subject, cell):
            rules += gap[0]
            texts += gap[1]
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, frame.plot_width], nice=False, zero=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[frame.plot_height, 0], nice=False, zero=False), axis=None)
    how: dict[str, style.Row] = {
        "amount": {},
        "year": {"color": INK_2},
        "gap": {"color": INK_2, "fontStyle": "italic"},
    }
    layers = [
        style.plot(bars)
        .mark_bar()
        .encode(x=x, x2=alt.X2("x2"), y=y, y2=alt.Y2("y2"), fill=style.fill_as_is(), **style.sentence()),
        style.plot(style.picked(rules, "dash", False)).mark_rule(color=RULE).encode(x=x, x2=alt.X2("x2"), y=y),
        style.plot(style.picked(rules, "dash", True))
        .mark_rule(color=style.INK_3, strokeDash=[2, 4], strokeWidth=1.5)
        .encode(x=x, x2=alt.X2("x2"), y=y),
    ]
    for kind, look in how.items():
        written = style.plot(style.picked(texts, "kind", kind)).mark_text(**look)
        layers.append(written.encode(x=x, y=y, text=alt.Text("text:N")))
    if titled:
        names = [
            {
                "x": cell.left,
                "y": cell.top - _TITLE / 2 - _LINE * place,
                "text": line,
                "colour": subject.ink(cell.source),
            }
            for cell in cells
            for place, line in enumerate(reversed(_title(subject, cell.source, cell.width)))
        ]
        layers.append(
            style.plot(names)
            .mark_text(align="left", fontSize=NAME, fontWeight="bold")
            .encode(x=x, y=y, text=alt.Text("text:N"), color=style.as_is("colour"))
        )
    return style.Layered(style.filled(layers), frame)


def _title(subject: Subject, source: str, width: float) -> list[str]:
    return layout.lines(subject.names[source].name, NAME, width, bold=True)


def _step(subject: Subject, cell: _Cell) -> float:
    return cell.width / len(subject.funding.years)


def _centre(subject: Subject, cell: _Cell, place: float) -> float:
    return cell.left + _step(subject, cell) * (place + 0.5)


def _height(subject: Subject, amount: int) -> float:
    largest = max(_largest(subject, source) for source in subject.funding.sources)
    return amount / largest * _TALLEST if largest else 0


def _bars(subject: Subject, cell: _Cell) -> list[style.Row]:
    half = min(_step(subject, cell) * _FILLED, style.LONGEST_BAR) / 2
    rows: list[style.Row] = []
    for place, year in enumerate(subject.funding.years):
        amount = subject.funding.amount(cell.source, year)
        if not amount:
            continue
        centre = _centre(subject, cell, place)
        rows.append(
            {
                "x": round(centre - half, 1),
                "x2": round(centre + half, 1),
                "y": cell.baseline,
                "y2": round(cell.baseline - _height(subject, amount), 2),
                "fill": subject.fill(cell.source, year),
                "words": subject.tooltip(cell.source, year, amount),
            }
        )
    return rows


def _amounts(subject: Subject, cell: _Cell) -> list[style.Row]:
    """Figures at the largest, the last and the first amount where they stand clear of all bars; a zero always."""
    funding = subject.funding
    known = [place for place, year in enumerate(funding.years) if (cell.source, year) in funding.amounts]
    amounts = [funding.amount(cell.source, year) or 0 for year in funding.years]
    if not known:
        return []
    texts = [subject.label(amount) for amount in amounts]
    room = layout.Room(layout.Box(cell.left - _OVERHANG, -LETTER, cell.left + cell.width + _OVERHANG, cell.baseline))
    for bar in _bars(subject, cell):
        room.take(layout.Box(bar["x"], bar["y2"], bar["x2"], cell.baseline))
    largest = max(known, key=amounts.__getitem__)
    zeros = [place for place in known if not amounts[place]]
    rows: list[style.Row] = []
    for place in dict.fromkeys([*zeros, largest, known[-1], known[0]]):
        half = layout.text_width(texts[place], LETTER) / 2 - _OVERHANG
        x = layout.between(_centre(subject, cell, place), cell.left + half, cell.left + cell.width - half)
        y = cell.baseline - _height(subject, amounts[place]) - 10
        box = layout.text_box(texts[place], LETTER, (x, y))
        if place in zeros or room.is_free(box, 0):
            room.take(layout.Box(box.left - 2, box.upper, box.right + 2, box.lower))
            rows.append({"x": round(x, 1), "y": round(y, 1), "text": texts[place], "kind": "amount"})
    return rows


def _years(subject: Subject, cell: _Cell) -> list[style.Row]:
    years = subject.funding.years
    width = layout.text_width("0000", LETTER)
    peak = max(years, key=lambda year: subject.funding.amount(cell.source, year) or 0)
    first = [0, len(years) - 1, years.index(peak)]
    return [
        {
            "x": round(
                min(max(_centre(subject, cell, place), cell.left + width / 2), cell.left + cell.width - width / 2), 1
            ),
            "y": cell.baseline + 15,
            "text": str(years[place]),
            "kind": "year",
        }
        for place in layout.spaced(len(years), width * 2 / _step(subject, cell), first)
    ]


def _gaps(subject: Subject, cell: _Cell) -> Iterator[tuple[list[style.Row], list[style.Row]]]:
    """Years without a figure: an empty place with words in it, or a dash where words do not fit, dots in a sliver."""
    funding = subject.funding
    for first, last in layout.runs([(cell.source, year) not in funding.amounts for year in funding.years]):
        left, right = cell.left + first * _step(subject, cell), cell.left + (last + 1) * _step(subject, cell)
        middle, y = (left + right) / 2, cell.baseline - 14
        words = subject.say("not_stated")
        fits = layout.text_width(words, LETTER) <= right - left
        text = {
            "x": round(middle, 1),
            "y": y - 12 if fits else cell.baseline - 12,
            "text": words if fits else ABSENT,
            "kind": "gap",
        }
        edge = min(3, (right - left) / 8)
        rule = {"x": round(left + edge, 1), "x2": round(right - edge, 1), "y": y, "dash": True}
        narrow = layout.text_width(ABSENT, LETTER) > right - left
        yield ([rule] if fits or narrow else [], [] if narrow else [text])


def _finding(subject: Subject) -> str:
    """How the two largest sources changed over all the years that are known, from the first to the last."""
    funding, stated = subject.funding, subject.stated_years
    if not funding.grand or not stated or not funding.sources:
        return subject.say("sources.nothing")
    since, until = stated[0], stated[-1]
    named = not funding.unnamed.get(since) and not funding.unnamed.get(until)
    compared: dict[str, Decimal] = {}
    for source in funding.sources:
        before, now = funding.amount(source, since), funding.amount(source, until)
        if before and not isinstance(now, Missing) and since != until and named and len(compared) < 2:
            compared[source] = percent_of(now - before, before)
    if not compared or any(abs(percent) >= _MANY_TIMES for percent in compared.values()):
        return _largest_finding(subject)
    called = {source: subject.names[source].short_inside for source in compared}
    whole = (since, until) == (funding.first_year, funding.last_year)
    values = {"since": since, "until": until, "why": subject.say("sources.whole" if whole else "sources.known")}
    if not any(compared.values()):
        return subject.say("sources.unchanged", **values, sources=", ".join(called.values()))
    digits = 1 if any(percent and abs(percent) < 1 for percent in compared.values()) else 0
    changes = (
        f"{called[source]}\u00a0{subject.words.percent(percent, digits, sign=True)}"
        for source, percent in compared.items()
    )
    return subject.say("sources.changed", **values, changes=", ".join(changes))


def _largest_finding(subject: Subject) -> str:
    """The largest source, and its share of the whole where that is known."""
    funding = subject.funding
    sums = {source: funding.sum_of_years(source) or 0 for source in funding.sources}
    first = max(sums, key=sums.__getitem__)
    part, others = _share(subject, first), [kopecks for source, kopecks in sums.items() if source != first]
    if isinstance(part, Missing) or sum(funding.unnamed.values()) + max(others, default=0) > sums[first]:
        return subject.say("sources.largest_named", source=subject.names[first].name)
    if sums[first] in others:
        return subject.say("sources.largest_shared", share=subject.words.percent(part))
    return subject.say("sources.largest", source=subject.names[first].name, share=subject.words.percent(part))


def _note(subject: Subject, source: str) -> str:
    """What stands under a panel's title: the share of the whole, the range, and since when it is stated."""
    funding = subject.funding
    known = funding.stated_years(source)
    if not known:
        return subject.say("sources.never_stated")
    amounts = [funding.amounts[source, year] for year in known]
    low, high = min(amounts), max(amounts)
    parts = []
    part = _share(subject, source)
    if not isinstance(part, Missing):
        parts.append(subject.say("sources.share", share=subject.words.percent(part)))
    if low == high:
        parts.append(
            subject.say(
                "sources.always" if len(known) > 1 else "sources.once", amount=subject.words.money(low), year=known[0]
            )
        )
    else:
        parts.append(subject.say("sources.range", low=subject.words.money(low), high=subject.words.money(high)))
    if len(known) < len(funding.years):
        parts.append(_when_stated(subject, known))
    return " ".join(parts)


def _share(subject: Subject, source: str) -> Decimal | Missing:
    """Of the whole; not known where the source has money in a year whose total is not."""
    stated = {source, None} <= set(subject.funding.stated_totals)
    comparable = stated or all(subject.stated(year) for year in subject.funding.stated_years(source))
    return subject.funding.share_of(source) if comparable else PART_UNKNOWN


def _when_stated(subject: Subject, known: tuple[int, ...]) -> str:
    years = subject.funding.years
    unbroken = len(layout.runs([year in known for year in years])) == 1
    if unbroken and known[-1] == years[-1]:
        return subject.say("sources.stated_since", year=known[0])
    if unbroken and len(known) > 1:
        return subject.say("sources.stated_between", first=known[0], last=known[-1])
    return subject.say("sources.stated_some", count=len(known), years=subject.years_word(len(known)), all=len(years))


def _description(subject: Subject) -> str:
    parts = [subject.say("sources.description")]
    for source in subject.funding.sources:
        part = _share(subject, source)
        if not isinstance(part, Missing):
            parts.append(
                subject.say("sources.share_of", source=subject.names[source].name, share=subject.words.percent(part))
            )
    return " ".join(parts)


def _about(subject: Subject, source: str) -> str:
    funding = subject.funding
    known = funding.stated_years(source)
    name = subject.names[source].name
    if not known:
        return subject.say("sources.about_none", source=name)
    peak = max(known, key=lambda year: funding.amounts[source, year])
    told = dict.fromkeys([known[0], peak, known[-1]])
    parts = [subject.say("sources.about", source=name)]
    parts += [amount_of_year(subject, year, funding.amounts[source, year]) for year in told]
    return " ".join([*parts, *subject.not_stated(funding.years, known)])
