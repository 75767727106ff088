"""The place of one year among all years: a bar a year, this one picked out."""

from collections.abc import Sequence
from dataclasses import replace

from vitrina.charts.chart import Chart
from vitrina.charts.complete import complete
from vitrina.charts.findings import year_among_years as told
from vitrina.charts.findings.money import amount_of_year
from vitrina.charts.funding_by_year import year_labels
from vitrina.charts.kit import style
from vitrina.charts.kit.bars import Bands, Columns, Label, Piece, rows
from vitrina.charts.kit.style import INK, PEAK, Frame
from vitrina.charts.money import MoneyOfYear
from vitrina.charts.money_table import table_by_year, total_column
from vitrina.charts.registry import chart

_HEIGHT, _BOTTOM, _OVER = 280, 30, 34
_BESIDE = "var(--bar-part)"


def _has_others(subject: MoneyOfYear) -> bool:
    return subject.money.stated(subject.year) and len(subject.money.stated_years) > 1


@chart(of=MoneyOfYear, applies=_has_others)
def year_among_years(subject: MoneyOfYear) -> Chart:
    money = subject.money
    pieces, labels = _pieces(subject), year_labels(money, [subject.year])
    shapes = _wide(subject, pieces, labels), rows([label.name for label in labels], pieces, labels)
    table = table_by_year(money, total_column(money))
    return replace(complete("year-among-years", subject, told, shapes, table), key=money.key(sources=False))


def _wide(subject: MoneyOfYear, pieces: Sequence[Piece], labels: Sequence[Label]) -> style.Layered:
    """The label of this year stands over its neighbours where they are higher, with a line down to its bar."""
    sizes = [label.size for label in labels]
    names, this = [label.name for label in labels], subject.money.funding.years.index(subject.year)
    edge = Bands(names, style.WIDE).overhang(max(width for width, _ in sizes))
    frame = Frame(style.WIDE, _HEIGHT, left=edge, right=edge, bottom=_BOTTOM)
    highest = max(piece.high for piece in pieces) if pieces else 1.0
    top = highest * frame.plot_height / (frame.plot_height - _OVER)
    columns = Columns(frame, Bands(names, frame.plot_width), 0, top)
    placed = columns.fitting([label.at for label in labels], sizes, raised=this)
    layers = [
        columns.pieces(pieces, served=[this]),
        columns.baseline(),
        columns.words([labels[place] for place in placed if place != this], dy=-10),
    ]
    if this in placed:
        pixel, bar = 1 / columns.pixels, labels[this].at
        raised = Label(names[this], placed[this] + 10 * pixel, labels[this].text, strong=True)
        layers.append(columns.words([raised], fontSize=PEAK, fontWeight="bold"))
        if placed[this] > bar + 6 * pixel:
            layers.append(columns.leader(names[this], bar + 3 * pixel, placed[this] - pixel))
    return style.Layered(layers, frame)


def _pieces(subject: MoneyOfYear) -> list[Piece]:
    """This year is outlined when it lies ahead and is hatched like its neighbours."""
    money, pieces = subject.money, []
    for year in money.funding.years:
        ahead, this = money.funding.is_ahead(year), year == subject.year
        fill = style.BAR_AHEAD if ahead else style.BAR if this else _BESIDE
        outline = INK if ahead and this else style.PAPER
        if money.height(year):
            said = amount_of_year(money, year, money.height(year))
            pieces.append(Piece(str(year), 0, money.value(year), fill, said, outline))
    return pieces
