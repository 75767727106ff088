"""Reads target indicators: the tables that give their values by year, and the paragraphs that only name them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from vitrina.decrees import naming
from vitrina.decrees.amounts import number_of
from vitrina.decrees.assignments import is_of_assignments
from vitrina.decrees.blocks import Block, Grid, Paragraph, section_above
from vitrina.decrees.indicator_columns import Column, Stage, columns_of
from vitrina.decrees.titles import Title, title_of_report
from vitrina.decrees.values import PROGRAMME, Doubt, LeftOut
from vitrina.words.numbers import SPACES

_NAME = re.compile(r"показател|индикатор", re.IGNORECASE)
_SIGNS = {
    "≥": r"не\s+менее|не\s+ниже|не\s+меньше|≥|>=|от",
    "≤": r"не\s+более|не\s+выше|не\s+больше|≤|<=|до",
    ">": r"более|больше|свыше|выше|>",
}
VALUE = re.compile(
    r"\s*(?:(?P<sign>" + "|".join(_SIGNS.values()) + rf")\s*)?(?P<value>[-−]?\d[\d{SPACES}]*(?:[.,]\d+)?)"
    r"(?:\s*(?:[-‐-―]|до)\s*(?P<upper>\d+(?:[.,]\d+)?))?\s*(?:%|процент[а-яё]*|[а-яё]{2,6}\.)?\s*",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[-‐-―xхXХ*\s]*")
_GROUP = re.compile(r"\s*(?:цель|задача|подпрограмма|муниципальная\s+программа|программа)\b", re.IGNORECASE)
_NAMED = re.compile(r"\s*(?:целевой\s+)?(?:показатель|индикатор)\s*(?:№\s*)?(?P<number>\d{1,2}(?:\.\d+)*)\s*[.:–—-]+\s*"
                    r"(?P<text>\S.*)", re.IGNORECASE | re.DOTALL)  # fmt: skip
_SAYS = re.compile(
    r"[»\"”]?[,;]?\s+(?:по\s+\S+\s+\S+\s+)?(?=(?:характериз|определя|рассчитыв|отража|показыва|вычисля|оценива|исчисля)[а-яё]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    year: int
    stage: Stage
    sign: str
    value: Decimal
    upper: Decimal | None
    place: str
    words: str
    """The cells of its row up to its own, parted by tabs."""
    reason: str = ""
    """Why it differs from the plan, in the document's own words."""
    doubts: tuple[Doubt, ...] = ()

    def explained(self, reason: str) -> "IndicatorValue":
        return replace(self, reason=reason)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A target indicator as the document names it."""

    name: str
    number: str
    unit: str
    """As printed; empty where the document gives none."""
    line: str
    place: str
    words: str
    weight: str = ""
    source: str = ""
    """Where the values are taken from, as printed."""
    values: tuple[IndicatorValue, ...] = ()
    unread: tuple[LeftOut, ...] = ()
    """Cells of its row that say nothing a table could take: words for a value, a value of no year, a note."""
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_sure(self) -> bool:
        return not self.doubts

    def of_unknown_line(self) -> "Indicator":
        """The same where nobody can tell whose it is."""
        return replace(self, doubts=(*self.doubts, "line"))


def read_indicators(blocks: Sequence[Block]) -> tuple[Indicator, ...]:
    """Those of tables; where there is no such table, those that paragraphs number and name."""
    found: list[Indicator] = []
    line, report = PROGRAMME, title_of_report(blocks)
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if re.match(r"\s*(?:приложение|паспорт|\d+\.)", block.text, re.IGNORECASE):
                line = naming.line_of(block.text) or line
            continue
        above = " ".join(one.text for one in blocks[max(number - 3, 0) : number] if isinstance(one, Paragraph))
        if not is_of_assignments(block, above):
            found += _of_grid(block, line, Title(above, report))
    return without_repetition(found) or tuple(_of_paragraphs(blocks))


def _of_grid(grid: Grid, line: str, title: Title) -> Iterator[Indicator]:
    first = next((n for n, row in enumerate(grid.rows) if n and _is_data(row)), len(grid.rows))
    while first > 1 and _group_of(grid.rows[first - 1]):
        first -= 1
    columns = columns_of(grid.rows, first, title)
    roles = {one.role for one in columns}
    headers = " ".join(one.header for one in columns)
    if "value" not in roles or not (_NAME.search(headers) or (_NAME.search(title.above) and "unit" in roles)):
        return
    if "name" not in roles or naming.names_funding(headers):
        return
    for number, row in enumerate(grid.rows[first:], first + 1):
        if group := _group_of(row):
            line = naming.line_of(group) or line
            continue
        if indicator := _of_row(row, columns, line, grid.place_of(number)):
            yield indicator


def _of_row(row: Sequence[str], columns: Sequence[Column], line: str, place: str) -> Indicator | None:
    cells = [" ".join(cell.split()) for cell in row]
    of_role = {one.role: cell for cell, one in reversed(list(zip(cells, columns, strict=False)))}
    name = of_role.get("name", "")
    if not re.search(r"[А-Яа-яЁё]{3}", name):
        return None
    read = [told for n, one in enumerate(columns) if one.role == "value" and (told := _value(cells, n, one, place))]
    values = [one for one in read if isinstance(one, IndicatorValue)]
    if not read and not of_role.get("unit"):
        return None
    number = of_role.get("number", "").rstrip(".")
    if listed := re.match(
        r"(?:(?:целевой\s+)?(?:показатель|индикатор)\s*№?\s*)?(\d{1,2}(?:\.\d+)*)[.)]?\s+(?=\D)", name, re.IGNORECASE
    ):
        number, name = number or listed[1], name[listed.end() :]
    at = next(n for n, one in enumerate(columns) if one.role == "name")
    explained, notes = _explained(_told_apart(values), cells, columns, place)
    return Indicator(
        name.strip(" .;"), number, of_role.get("unit", ""), line, place,
        "\t".join(cell for cell in cells[: at + 1] if cell),
        weight=of_role.get("weight", ""), source=of_role.get("source", ""), values=tuple(explained),
        unread=(*(one for one in read if isinstance(one, LeftOut)), *notes),
    )  # fmt: skip


def _told_apart(values: Sequence[IndicatorValue]) -> list[IndicatorValue]:
    """Two values of one year and stage are in doubt: their headers do not say what else they differ in."""
    counts = Counter((one.year, one.stage) for one in values)
    return [
        replace(one, doubts=(*one.doubts, "year")) if counts[one.year, one.stage] > 1 else one for one in values
    ]  # fmt: skip


def _explained(
    values: Sequence[IndicatorValue], cells: Sequence[str], columns: Sequence[Column], place: str
) -> tuple[list[IndicatorValue], list[LeftOut]]:
    """The values, what a column says of why they differ with the last that was achieved; and other notes."""
    notes = [(one, cell) for one, cell in zip(columns, cells, strict=False) if re.search("[А-Яа-яЁё]{4}", cell)]
    reason = " ".join(dict.fromkeys(cell for one, cell in notes if one.role == "reason"))
    told = max((one for one in values if one.stage == "actual"), key=lambda one: one.year, default=None)
    left = [
        LeftOut(cell, f"{place}, столбец «{one.header}»", "note")
        for one, cell in notes
        if one.role == "note" or (one.role == "reason" and told is None)
    ]
    return [one.explained(reason) if one is told else one for one in values], left


def _value(cells: Sequence[str], at: int, column: Column, place: str) -> IndicatorValue | LeftOut | None:
    cell = cells[at]
    if _NOTHING.fullmatch(cell):
        return None
    words = "\t".join(one for one in cells[: at + 1] if one)
    where = f"{place}, столбец «{column.header}»"
    found = VALUE.fullmatch(cell)
    if found is None or column.year is None:
        return LeftOut(words, where, "letters" if found is None else "columns")
    value = value_of(found, column.year, column.stage, where, words)
    return replace(value, doubts=(*value.doubts, *column.doubts))


def value_of(found: re.Match[str], year: int, stage: Stage, place: str, words: str) -> IndicatorValue:
    """What is printed for a year: «не менее 315», «2,7–3,0»."""
    value, two = number_of(found["value"].strip())
    doubts: list[Doubt] = ["two-readings"] if two and not re.fullmatch(r"\d{1,3}[.,]\d+", found["value"]) else []
    upper = Decimal(found["upper"].replace(",", ".")) if found["upper"] else None
    sign = next(
        (sign for sign, form in _SIGNS.items() if found["sign"] and re.fullmatch(form, found["sign"], re.IGNORECASE)),
        "=",
    )
    return IndicatorValue(year, stage, sign, value, upper, place, words, doubts=tuple(doubts))


def _is_data(row: Sequence[str]) -> bool:
    """Whether some cell holds a value and another a name, and it is no row of years or of the numbers of columns."""
    filled = [cell.strip() for cell in row if cell.strip()]
    values = [cell for cell in filled if VALUE.fullmatch(cell) and not re.fullmatch(r"(?:19|20)\d\d", cell)]
    return bool(values) and any(re.search(r"[А-Яа-яЁё]{3}", cell) and not naming.years_of(cell) for cell in filled)


def _group_of(row: Sequence[str]) -> str:
    """What a row names that has one text alone: «Подпрограмма 1 …», «Задача 2 …»."""
    texts = list(dict.fromkeys(" ".join(cell.split()) for cell in row if cell.strip()))
    texts = texts[1:] if len(texts) == 2 and re.fullmatch(r"\d{1,2}(?:\.\d+)*\.?", texts[0]) else texts
    return texts[0] if len(texts) == 1 and _GROUP.match(texts[0]) else ""


def _of_paragraphs(blocks: Sequence[Block]) -> Iterator[Indicator]:
    """«Показатель 1: «…» характеризует …»: a name without values."""
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (found := _NAMED.match(block.text)):
            text = " ".join(found["text"].split())
            end = _SAYS.search(text)
            if end is None:
                continue
            name = text[: end.start()].strip()
            closed = re.fullmatch(r"[«\"“](?P<name>[^»]*(?:«[^»]*»[^»]*)*)[»\"”]?.*", name)
            is_whole = name[:1] in '«"“' and text[end.start() : end.start() + 1] in '»"”'
            yield Indicator(
                (closed["name"] if closed else name).strip(" .,;«»"), found["number"], "", PROGRAMME,
                f"{section_above(blocks[:position]) or block.place}, показатель {found['number']}",
                text[end.end() :].rstrip("."), doubts=() if is_whole else ("name",),
            )  # fmt: skip


def without_repetition(found: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """An indicator that stands in two tables once, with the values of both; those that differ are in doubt."""
    best: dict[tuple[str, str], Indicator] = {}
    for one in found:
        key = (one.line, one.name.lower())
        best[key] = _joined(best[key], one) if key in best else one
    return tuple(best.values())


def _joined(first: Indicator, second: Indicator) -> Indicator:
    best, other = (second, first) if len(second.values) > len(first.values) else (first, second)
    values = list(best.values)
    for value in other.values:
        same = [one for one in values if (one.year, one.stage) == (value.year, value.stage)]
        if all((one.sign, one.value, one.upper) != (value.sign, value.value, value.upper) for one in same):
            values = [_doubted(one) if one in same else one for one in values]
            values.append(_doubted(value) if same else value)
    return replace(best, values=tuple(values), unread=(*best.unread, *other.unread))


def _doubted(value: IndicatorValue) -> IndicatorValue:
    return value if "repeated" in value.doubts else replace(value, doubts=(*value.doubts, "repeated"))
