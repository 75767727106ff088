"""How much money a year and from whom: a bar a year, stacked of its sources; years ahead are hatched."""

from collections.abc import Sequence
from decimal import Decimal

import altair as alt

from vitrina.charts.chart import Cell, Chart, Column, Names, Table
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.style import INK_2, LETTER, NAME, PEAK, Frame
from vitrina.charts.subject import Subject, thousands
from vitrina.measures.funding import FundingByYear
from vitrina.words import Words

_HEIGHT, _BOTTOM = 420, 30
_ROW = 30
_OVER_BAR, _OVER_PEAK, _OVER_LABEL = 24, 30, 20
"""Pixels that a total, the peak's total and the words over the years ahead take above a bar."""


def funding_by_year(funding: FundingByYear, words: Words, names: Names, source_line: str) -> Chart:
    subject = Subject(funding, words, names)
    return Chart(
        id="funding-by-year",
        language=words.language,
        finding=_finding(subject),
        subtitle=subject.say(f"funding_by_year.{_kind(subject)}_subtitle", unit=subject.unit_name),
        description=_description(subject),
        source=source_line,
        wide=style.drawing("wide", standing(subject)),
        narrow=style.drawing("narrow", lying(subject)),
        panels=(),
        key=subject.key(),
        table=money_table(subject),
    )


def _kind(subject: Subject) -> str:
    return "stacked" if subject.told_apart else "plain"


def standing(subject: Subject) -> style.Layered:
    """The wide drawing: the names of the sources stand beside the last bar, where there are several."""
    funding, unit = subject.funding, subject.unit
    years = [str(year) for year in funding.years]
    marks = layout.ticks(max(map(unit.exact, funding.totals.values()), default=Decimal(0)))
    tick_texts = axis_texts(subject, marks)
    frame = Frame(
        style.WIDE,
        _HEIGHT,
        left=layout.widest(tick_texts, LETTER) + 10,
        right=layout.widest((subject.names[source].short for source in subject.told_apart), NAME, bold=True) + 12,
        bottom=_BOTTOM,
    )
    step = style.band_step(frame.plot_width, len(years), style.BAND["paddingInner"], style.BAND["paddingOuter"])
    bar = min(step * (1 - style.BAND["paddingInner"]), style.LONGEST_BAR)
    note = _ahead_note(subject, step)
    pixels = _pixels_a_unit(subject, frame, note)
    tops = [frame.plot_height - unit.value(subject.height(year)) * pixels for year in funding.years]
    whole = layout.Box(-step / 2, -LETTER, frame.plot_width + frame.right, frame.plot_height)
    first = style.first_centre(step, style.BAND["paddingInner"], style.BAND["paddingOuter"])
    totals = _totals(subject, layout.Bars(tops, step, first, bar / 2, whole))
    fewest = layout.text_width("0000", LETTER) * 1.15 / step
    x = alt.X(
        "year:N",
        scale=alt.Scale(domain=years, **style.BAND),
        axis=alt.Axis(labelAngle=0, labelPadding=10, values=[years[i] for i in layout.spaced(len(years), fewest)]),
    )
    values = [float(mark) for mark in marks]
    y = alt.Y(
        "low:Q",
        scale=alt.Scale(domain=[0, frame.plot_height / pixels], nice=False),
        axis=alt.Axis(grid=True, values=values, labelExpr=style.labels(values, tick_texts)),
    )
    bars = style.plot(_segments(subject)).mark_bar(size=bar)
    at: style.Row = {"x": alt.X("year:N"), "y": alt.Y("at:Q"), "text": alt.Text("text:N")}
    layers = [
        bars.encode(x=x, y=y, y2=alt.Y2("high"), fill=style.fill_as_is(), **style.sentence()),
        style.plot(style.picked(totals, "peak", False)).mark_text(dy=-10, color=INK_2).encode(**at),
        style.plot(style.picked(totals, "peak", True)).mark_text(dy=-12, fontSize=PEAK, fontWeight="bold").encode(**at),
        _names(subject, frame, pixels)
        .mark_text(align="left", dx=bar / 2 + 10, fontSize=NAME, fontWeight="bold")
        .encode(x=alt.X("year:N"), y=alt.Y("at:Q"), text=alt.Text("text:N"), color=style.as_is("colour")),
    ]
    if note:
        over = max(
            (subject.height(year) * pixels / unit_size(subject) + _room_over(subject, year) for year in note[1]),
            default=0,
        )
        places = [{"year": str(note[1][0]), "at": (over + _OVER_LABEL / 2) / pixels, "text": subject.say("ahead")}]
        shift = (note[0] - funding.years.index(note[1][0])) * step
        layers.append(
            style.plot(places)
            .mark_text(fontStyle="italic", color=INK_2, dx=shift)
            .encode(x=alt.X("year:N"), y=alt.Y("at:Q"), text=alt.Text("text:N"))
        )
    return style.Layered(layers, frame)


def lying(subject: Subject) -> style.Layered:
    """The narrow drawing: a row a year, the total at the end of its bar."""
    funding = subject.funding
    totals = _totals(subject)
    frame = Frame(
        style.NARROW,
        _ROW * len(funding.years) + 4,
        left=layout.widest((str(year) for year in funding.years), LETTER) + 8,
        right=layout.widest((str(total["text"]) for total in totals), LETTER, bold=True) + 8,
    )
    top = max(map(subject.unit.value, funding.totals.values()), default=0)
    y = alt.Y(
        "year:N",
        scale=alt.Scale(domain=[str(year) for year in funding.years], paddingInner=0.28, paddingOuter=0.04),
        axis=alt.Axis(),
    )
    x = alt.X("low:Q", scale=alt.Scale(domain=[0, top or 1], nice=False), axis=None)
    at: style.Row = {"x": alt.X("at:Q"), "y": alt.Y("year:N"), "text": alt.Text("text:N")}
    place: style.Row = {"align": "left", "dx": 6}
    return style.Layered(
        [
            style.plot(_segments(subject))
            .mark_bar()
            .encode(y=y, x=x, x2=alt.X2("high"), fill=style.fill_as_is(), **style.sentence()),
            style.plot(style.picked(totals, "peak", False)).mark_text(color=INK_2, **place).encode(**at),
            style.plot(style.picked(totals, "peak", True)).mark_text(fontWeight="bold", **place).encode(**at),
        ],
        frame,
    )


def money_table(subject: Subject) -> Table:
    """Years down, sources across, as the document has them."""
    funding, unit = subject.funding, subject.words.unit("thousand")
    columns = [
        Column("year", subject.say("column.year")),
        *(
            Column(source, subject.say("column.money", name=subject.names[source].name, unit=unit))
            for source in funding.parts
        ),
        Column("total", subject.say("column.total", unit=unit)),
    ]
    rows: list[tuple[Cell, ...]] = []
    for year in funding.years:
        amounts = (thousands(funding.part(source, year)) for source in funding.parts)
        rows.append((year, *amounts, thousands(funding.total(year))))
    return Table(tuple(columns), tuple(rows), tuple(map(subject.origin, funding.years)))


def unit_size(subject: Subject) -> float:
    """Kopecks in one unit of the scale."""
    return 1 / subject.unit.value(1)


def axis_texts(subject: Subject, marks: Sequence[Decimal]) -> list[str]:
    """Ticks in words; the unit stands at the top one only."""
    digits = layout.decimals(marks)
    texts = [subject.words.number(mark, digits if mark else 0) for mark in marks]
    if len(texts) > 1:
        texts[-1] = subject.unit.with_unit(subject.words, marks[-1], digits)
    return texts


def _segments(subject: Subject) -> list[style.Row]:
    """One piece of a bar for every stated amount. What is not stated is no piece at all: it is not zero."""
    rows: list[style.Row] = []
    for year in subject.funding.years:
        low = 0
        for source in subject.funding.parts:
            amount = subject.funding.part(source, year)
            if not amount:
                continue
            rows.append(
                {
                    "year": str(year),
                    "low": subject.unit.value(low),
                    "high": subject.unit.value(low + amount),
                    "fill": subject.fill(source, year),
                    "words": subject.tooltip(source, year, amount),
                }
            )
            low += amount
    return rows


def _totals(subject: Subject, bars: layout.Bars | None = None) -> list[style.Row]:
    """The labels of the bars: all of them; over standing bars without decimals where they would touch, and fewer where
    they still would."""
    funding, peaks = subject.funding, subject.funding.peaks
    digits, shown = 1, list(range(len(funding.years)))
    if bars:
        digits = 1 if _widest_total(subject, 1) <= bars.step else 0
        sizes = [
            (layout.text_width(subject.label(funding.total(year), digits), LETTER), LETTER) for year in funding.years
        ]
        for place in map(funding.years.index, peaks):
            sizes[place] = (
                layout.text_width(subject.label(funding.totals[funding.years[place]], digits), PEAK, bold=True),
                PEAK,
            )
        shown = list(bars.labels(sizes, [funding.years.index(year) for year in peaks], over=3))
    rows: list[style.Row] = []
    for place in shown:
        year = funding.years[place]
        text = subject.label(funding.total(year), digits)
        rows.append(
            {"year": str(year), "at": subject.unit.value(subject.height(year)), "text": text, "peak": year in peaks}
        )
    return rows


def _widest_total(subject: Subject, digits: int) -> float:
    return layout.widest((subject.label(kopecks, digits) for kopecks in subject.funding.totals.values()), LETTER) + 3


def _ahead_note(subject: Subject, step: float) -> tuple[float, list[int]] | None:
    """Where the words over the years ahead stand: their middle, as a place in the row, and the years under it."""
    years = subject.funding.years
    ahead = [place for place, year in enumerate(years) if subject.funding.is_ahead(year) and subject.stated(year)]
    if not ahead:
        return None
    edge = 0.4  # half a bar
    half = layout.text_width(subject.say("ahead"), LETTER) / 2 / step + edge
    last = len(years) - 1
    middle = layout.between((ahead[0] + ahead[-1]) / 2, half - edge, last - half + edge)
    peak = layout.widest((subject.label(subject.funding.totals[year], 0) for year in subject.funding.peaks), PEAK, True)
    beside = half + max(0, max(_widest_total(subject, 0), peak) / step / 2 - edge)
    under = [year for place, year in enumerate(years) if abs(place - middle) <= beside]
    return middle, under or [years[ahead[0]]]


def _room_over(subject: Subject, year: int) -> float:
    return _OVER_PEAK if year in subject.funding.peaks else _OVER_BAR


def _pixels_a_unit(subject: Subject, frame: Frame, note: tuple[float, list[int]] | None) -> float:
    """The scale at which every bar, its label and the words over the years ahead just fit."""
    fits = []
    for year in subject.funding.years:
        value = subject.unit.value(subject.height(year))
        room = _room_over(subject, year) + (_OVER_LABEL if note and year in note[1] else 0)
        if value > 0:
            fits.append((frame.plot_height - room) / value)
    return min(fits, default=1)


def _names(subject: Subject, frame: Frame, pixels: float) -> alt.Chart:
    """The sources' names beside the last bar, each at the height of its piece."""
    funding = subject.funding
    year, low = (funding.known_years or funding.years)[-1], 0
    wanted = []
    for source in subject.told_apart:
        amount = funding.part(source, year) or 0
        wanted.append(subject.unit.value(2 * low + amount) / 2 * pixels)
        low += amount
    places = layout.apart(wanted, NAME + 4, NAME / 2, frame.plot_height - NAME / 2)
    return style.plot(
        [
            {
                "year": str(year),
                "at": place / pixels,
                "text": subject.names[source].short,
                "colour": subject.ink(source),
            }
            for source, place in zip(subject.told_apart, places, strict=True)
        ]
    )


def _finding(subject: Subject) -> str:
    funding, peaks, stated = subject.funding, subject.funding.peaks, subject.stated_years
    known = "" if subject.knows_every_year else "_known"
    if not peaks:
        return subject.say(f"funding_by_year.nothing{known}" if stated else "funding_by_year.not_stated")
    amount = subject.words.money(funding.totals[peaks[0]])
    if len(stated) == 1:
        return subject.say("funding_by_year.one_year", year=peaks[0], amount=amount)
    if len(peaks) == len(stated):
        return subject.say(f"funding_by_year.same{known}", amount=amount)
    if known:
        return subject.say("funding_by_year.peak_known", when=subject.years_listed(peaks), amount=amount)
    if len(peaks) == 1:
        return subject.say("funding_by_year.peak", year=peaks[0], amount=amount)
    return subject.say("funding_by_year.peaks", when=subject.years_listed(peaks), amount=amount)


def _description(subject: Subject) -> str:
    funding, stated = subject.funding, subject.stated_years
    parts = [subject.say(f"funding_by_year.{_kind(subject)}_description", **subject.span())]
    told = dict.fromkeys([*stated[:1], *subject.funding.peaks[:1], *stated[-1:]])
    parts += [amount_of_year(subject, year, funding.totals[year]) for year in told]
    return " ".join([*parts, *subject.not_stated(funding.years, stated)])


def amount_of_year(subject: Subject, year: int, kopecks: int) -> str:
    """One year's sum as a sentence, planned where it lies ahead."""
    kind = "year_ahead" if subject.funding.is_ahead(year) else "year_amount"
    return subject.say(kind, year=year, amount=subject.words.money(kopecks))
