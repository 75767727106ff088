"""Who gives which part of each year's money: a line a source, told apart by dash as well as by colour."""

from decimal import Decimal

import altair as alt

from vitrina.charts.chart import CellsOf, Chart
from vitrina.charts.findings import shares as told
from vitrina.charts.findings.money import amount_of_source
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.style import INK_2, LETTER, PAPER, Frame
from vitrina.charts.kit.years import Years
from vitrina.charts.money import Money
from vitrina.charts.money_table import rounded, table_by_year
from vitrina.charts.registry import chart
from vitrina.measures.known import Missing

_WIDE_HEIGHT, _NARROW_HEIGHT, _BOTTOM, _OVER = 370, 320, 30, 26
_DENSE = 16
"""Pixels from year to year up to which points are small, so that they do not cover the lines."""
_DASHES: tuple[tuple[int, ...], ...] = ((1, 0), (11, 6), (3, 5), (12, 5, 3, 5))
"""By a source's place, the largest first."""
_TICKS = tuple(Decimal(tick) for tick in range(0, 101, 25))


@chart(of=Money, applies=lambda money: len(money.funding.parts) > 1)
def shares(money: Money) -> Chart:
    return Chart(
        id="shares",
        language=money.words.language,
        finding=told.finding(money),
        subtitle=told.subtitle(money),
        description=told.description(money),
        source=money.source,
        wide=style.drawing("wide", _drawn(money, wide=True)),
        narrow=style.drawing("narrow", _drawn(money, wide=False)),
        key=money.key(ahead=False),  # said in the drawing: here a year ahead is a hollow point, no hatch
        table=table_by_year(money, *(_share_of(money, source) for source in money.funding.sources)),
    )


def _drawn(money: Money, wide: bool) -> style.Layered:
    """Full points are years of the edition, hollow ones lie ahead of it. No line crosses a year without a figure."""
    funding, words, rows = money.funding, money.words, _rows(money)
    texts = [words.percent(tick, 0) if tick else words.number(0) for tick in _TICKS]
    begin, end = _ends(money, rows, funding.first_year, named=False), _ends(money, rows, funding.last_year, named=wide)
    side = layout.widest((row["text"] for row in begin), LETTER, bold=True) + 12
    frame = Frame(
        style.WIDE if wide else style.NARROW,
        _WIDE_HEIGHT if wide else _NARROW_HEIGHT,
        left=layout.widest(texts, LETTER) + (side + 8 if wide else 12),
        right=max(layout.widest((row["text"] for row in end), LETTER, bold=True) + 16, layout.text_width("00", LETTER)),
        bottom=_BOTTOM,
    )
    top = 100 * frame.plot_height / (frame.plot_height - _OVER)
    years = Years(funding.first_year, funding.last_year, frame.plot_width)
    values = [float(tick) for tick in _TICKS]
    x = years.axis(1.15 if wide else 1.4, [funding.first_year, funding.last_year, money.latest])
    grid = alt.Axis(
        grid=True, values=values, labelExpr=style.labels(values, texts), labelPadding=side + 4 if wide else 8
    )
    y = alt.Y("value:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=grid)
    layers = []
    for place, source in enumerate(funding.sources):
        of_source, colour = (
            style.plot(style.picked(rows, "source", source)),
            style.source_fill(money.names[source].slot),
        )
        line = of_source.mark_line(stroke=colour, strokeDash=list(_DASHES[place % len(_DASHES)]), strokeCap="butt")
        size = 64 if years.step > _DENSE else 20
        point = of_source.mark_point(filled=True, opacity=1, size=size, stroke=colour, strokeWidth=2)
        layers += [
            line.encode(x=x, y=y, detail=alt.Detail("run:N")),
            point.encode(x=x, y=y, fill=style.fill_as_is(), **style.sentence()),
        ]
    pixels = frame.plot_height / top
    layers.append(_beside(end, frame, pixels).mark_text(align="left", dx=10, fontWeight="bold"))
    if wide and funding.last_year > funding.first_year:
        layers.append(_beside(begin, frame, pixels).mark_text(align="right", dx=-10, fontWeight="bold"))
    if rows:
        layers += _note_ahead(money, years, frame)
    return style.Layered(layers, frame)


def _note_ahead(money: Money, years: Years, frame: Frame) -> list[alt.Chart]:
    """What a hollow point is, over the years ahead."""
    ahead = [year for year in money.funding.years_ahead if money.stated(year)]
    if not ahead:
        return []
    width = layout.text_width(money.ahead, LETTER)
    middle = years.place((ahead[0] + ahead[-1]) / 2)
    begins = min(max(middle - width / 2, 16), frame.plot_width + frame.right - width - 4)
    note, y = style.plot([{"text": money.ahead}]), alt.value(8)
    point = note.mark_point(size=50, stroke=INK_2, strokeWidth=1.5)
    words = note.mark_text(fontStyle="italic", color=INK_2, align="left")
    return [
        point.encode(x=alt.value(begins - 10), y=y),
        words.encode(x=alt.value(begins), y=y, text=alt.Text("text:N")),
    ]


def _beside(ends: list[style.Row], frame: Frame, pixels: float) -> alt.Chart:
    """The shares of one year beside their points, pushed apart."""
    wanted = [row["value"] * pixels for row in ends]
    where = layout.apart(wanted, LETTER + 3, LETTER / 2, frame.plot_height - _OVER + LETTER / 4)
    rows = [
        {"year": row["year"], "at": at / pixels, "text": row["text"], "colour": row["colour"]}
        for row, at in zip(ends, where, strict=True)
    ]
    return style.plot(rows).encode(
        x=alt.X("year:Q"), y=alt.Y("at:Q"), text=alt.Text("text:N"), color=style.as_is("colour")
    )


def _rows(money: Money) -> list[style.Row]:
    funding = money.funding
    rows: list[style.Row] = []
    for source in funding.sources:
        found = {year: share for year in funding.years if not isinstance(share := money.share(source, year), Missing)}
        rows += [
            {
                "source": source,
                "year": year,
                "value": round(float(found[year]), 3),
                "run": f"{source}{run}",
                "fill": PAPER if funding.is_ahead(year) else money.fill(source, year),
                "words": amount_of_source(money, source, year, funding.amounts[source, year]),
            }
            for run, years in enumerate(layout.runs(funding.years, found.__contains__))
            for year in years
        ]
    return rows


def _ends(money: Money, rows: list[style.Row], year: int, named: bool) -> list[style.Row]:
    """The shares of a year in words, the smallest first; `named` with the source of each."""
    found = []
    for row in sorted((row for row in rows if row["year"] == year), key=lambda row: float(row["value"])):
        source, share = str(row["source"]), money.words.percent(money.share(str(row["source"]), year) or 0)
        text = f"{money.names[source].short} {share}" if named else share
        found.append({"year": year, "value": row["value"], "text": text, "colour": money.ink(source)})
    return found


def _share_of(money: Money, source: str) -> CellsOf[int]:
    title = money.say("{name}, %", name=money.names[source].name)
    return source, title, lambda year: rounded(money.share(source, year), 2)
