"""From whom the money of one year comes: under each source a bar a year, the year before, this one, the year after."""

from vitrina.charts.chart import CellsOf, Chart, Table, table_of
from vitrina.charts.complete import complete
from vitrina.charts.findings import year_sources as told
from vitrina.charts.findings.money import amount_of_source
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import Marks
from vitrina.charts.kit.style import LETTER, NAME, Frame
from vitrina.charts.money import Money, MoneyOfYear
from vitrina.charts.money_table import thousands
from vitrina.charts.registry import chart
from vitrina.measures.known import Missing

_NAME_ROW, _NAME_LINE, _ROW, _GAP = 28, 18, 24, 14
_THIN, _THICK = 14, 20


def _has_parts(subject: MoneyOfYear) -> bool:
    """There are sources to tell apart, and the year has any of them."""
    funding = subject.money.funding
    return len(funding.parts) > 1 and any(funding.part(part, subject.year) for part in funding.parts)


@chart(of=MoneyOfYear, applies=_has_parts)
def year_sources(subject: MoneyOfYear) -> Chart:
    shapes = _drawn(subject, style.WIDE), _drawn(subject, style.NARROW)
    return complete("year-sources", subject, told, shapes, _table(subject.money, subject.neighbours))


def _drawn(subject: MoneyOfYear, width: float) -> style.Layered:
    money, marks, y = subject.money, Marks(), 0.0
    left = layout.text_width("0000", LETTER, bold=True) + 10
    scale = _scale(subject, width - left)
    for source in money.funding.parts:
        for line in layout.lines(money.names[source].name, NAME, width, bold=True):
            marks.text("source", 0, y + _NAME_ROW / 2, line, money.ink(source))
            y += _NAME_LINE
        y += _NAME_ROW - _NAME_LINE
        for year in subject.neighbours:
            amount, this, middle = money.funding.part(source, year), year == subject.year, y + _ROW / 2
            end, half = left + (amount or 0) * scale, (_THICK if this else _THIN) / 2
            if amount:
                box = (left, end, middle - half, middle + half)
                said = amount_of_source(money, source, year, amount)
                marks.bar(box, money.fill(source, year), said, pale=not this)
            marks.text("row" if this else "note right", left - 10, middle, str(year))
            if isinstance(amount, Missing):
                marks.text("absent", end + 7, middle, money.absent)
            else:
                marks.text("amount" if this else "note", end + 7, middle, money.label(amount))
            y += _ROW
        y += _GAP
    return marks.drawn(Frame(width, max(1.0, y - _GAP)))


def _scale(subject: MoneyOfYear, room: float) -> float:
    """Pixels a kopeck, so that the longest bar and its figure just fit."""
    money = subject.money
    amounts = [money.funding.part(source, year) or 0 for source in money.funding.parts for year in subject.neighbours]
    figures = layout.widest((money.label(amount) for amount in amounts), NAME, bold=True) + 10
    largest = max(amounts, default=0)
    return (room - figures) / largest if largest else 0.0


def _table(money: Money, years: tuple[int, ...]) -> Table:
    """A row a source, the last of all together."""
    parts = (*money.funding.parts, None)
    source = money.say("Источник")
    return table_of(
        parts,
        (money.origin(*years, part=part) for part in parts),
        ("source", source, lambda part: money.say("Всего") if part is None else money.names[part].name),
        *(_of_year(money, year) for year in years),
    )


def _of_year(money: Money, year: int) -> CellsOf[str | None]:
    title = money.say("{year}\u00a0год, {unit}", year=year, unit=money.words.unit("thousand"))
    total, part_of = money.funding.total, money.funding.part
    return f"year_{year}", title, lambda part: thousands(total(year) if part is None else part_of(part, year))
