"""Who gives which part of each year's money: a line a source, told apart by dash as well as by colour."""

from dataclasses import replace

import altair as alt

from vitrina.charts.chart import CellsOf, Chart
from vitrina.charts.complete import complete
from vitrina.charts.findings import shares as told
from vitrina.charts.findings.money import amount_of_source
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.lines import SAME_SCALES, Lines, Words
from vitrina.charts.kit.style import INK_2, LETTER, PAPER
from vitrina.charts.money import Money
from vitrina.charts.money_table import rounded, table_by_year
from vitrina.charts.registry import chart
from vitrina.measures.known import Missing

_HEIGHT, _NARROW_HEIGHT, _OVER = 370, 320, 26
_DENSE = 16
"""Pixels from year to year up to which points are small, so that they do not cover the lines."""
_DASHES: tuple[tuple[int, ...], ...] = ((1, 0), (11, 6), (3, 5), (12, 5, 3, 5))
"""By a source's place, the largest first."""
_TICKS = range(0, 101, 25)


@chart(of=Money, applies=lambda money: len(money.funding.parts) > 1)
def shares(money: Money) -> Chart:
    shapes = _drawn(money, wide=True), _drawn(money, wide=False)
    table = table_by_year(money, *(_share_of(money, source) for source in money.funding.sources))
    # A year ahead is a hollow point here, no hatch, and the drawing says so itself.
    return replace(complete("shares", money, told, shapes, table), key=money.key(ahead=False))


def _drawn(money: Money, wide: bool) -> style.Layered:
    """Full points are years of the edition, hollow ones lie ahead of it. No line crosses a year without a figure."""
    funding, words, rows = money.funding, money.words, _rows(money)
    begin, end = _ends(money, rows, funding.first_year, named=False), _ends(money, rows, funding.last_year, named=wide)
    left, right = (layout.widest((text for _, text, _ in ends), LETTER, bold=True) for ends in (begin, end))
    has_left = wide and funding.last_year > funding.first_year
    plot = Lines(
        funding.first_year,
        funding.last_year,
        (_TICKS, [words.percent(tick, 0) if tick else words.number(0) for tick in _TICKS]),
        style.WIDE if wide else style.NARROW,
        _HEIGHT if wide else _NARROW_HEIGHT,
        right=max(right + 16, layout.text_width("00", LETTER)),
        highest=_TICKS[-1],
        over=_OVER,
        gap=left + 16 if has_left else 8,
        served=[funding.first_year, funding.last_year, money.latest],
    )
    layers = []
    for place, source in enumerate(funding.sources):
        of_source = style.picked(rows, "source", source)
        look = {"stroke": style.source_fill(money.names[source].slot)}
        size = 64 if plot.step > _DENSE else 20
        layers += [
            plot.line(of_source, look | {"strokeDash": list(_DASHES[place % len(_DASHES)]), "strokeCap": "butt"}),
            plot.points(of_source, look | {"size": size, "strokeWidth": 2}),
        ]
    layers.append(plot.beside(funding.last_year, end))
    if has_left:
        layers.append(plot.beside(funding.first_year, begin, left=True))
    if rows:
        layers += _note_ahead(money, plot)
    return style.Layered(layers, plot.frame)


def _note_ahead(money: Money, plot: Lines) -> list[alt.Chart]:
    """What a hollow point is, over the years ahead."""
    ahead = [year for year in money.funding.years_ahead if money.stated(year)]
    if not ahead:
        return []
    width = layout.text_width(money.ahead, LETTER)
    middle, _ = plot.place((ahead[0] + ahead[-1]) / 2, 0)
    begins = min(max(middle - width / 2, 16), plot.frame.plot_width + plot.right - width - 4)
    point = style.plot([plot.at((begins - 10, 8))]).mark_point(size=50, stroke=INK_2, strokeWidth=1.5)
    words = plot.written(Words(money.ahead, italic=True), (begins, 8), "left", with_ground=False)
    return [point.encode(**SAME_SCALES), *words]


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


def _ends(money: Money, rows: list[style.Row], year: int, named: bool) -> list[tuple[float, str, str]]:
    """The shares of a year in words and their colours, the smallest first; `named` with the source of each."""
    found = []
    for row in sorted((row for row in rows if row["year"] == year), key=lambda row: float(row["value"])):
        source = str(row["source"])
        share = money.words.percent(money.share(source, year) or 0)
        text = f"{money.names[source].short} {share}" if named else share
        found.append((row["value"], text, money.ink(source)))
    return found


def _share_of(money: Money, source: str) -> CellsOf[int]:
    title = money.say("{name}, %", name=money.names[source].name)
    return source, title, lambda year: rounded(money.share(source, year), 2)
