"""Reads target indicators: the tables that give their values by year, and the paragraphs that only name them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from vitrina.decrees import naming
from vitrina.decrees.amounts import number_of
from vitrina.decrees.blocks import Block, Grid, Paragraph, section_above
from vitrina.decrees.values import PROGRAMME, Doubt
from vitrina.words.numbers import SPACES

Stage = Literal["baseline", "plan", "actual", "estimate", "forecast"]
Role = Literal["number", "name", "unit", "weight", "source", "year", "other"]

_NAME = re.compile(r"показател|индикатор", re.IGNORECASE)
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("unit", re.compile(r"ед(?:\.|иниц[а-яё]*)?\s*изм", re.IGNORECASE)),
    ("weight", re.compile(r"\bвес\b", re.IGNORECASE)),
    ("number", re.compile(r"^\s*№", re.IGNORECASE)),
    ("source", re.compile(r"источник", re.IGNORECASE)),
    (
        "other",
        re.compile(r"периодичн|отклонен|причин|примечан|формул|методик|ответствен|ожидаем", re.IGNORECASE),
    ),
    ("name", re.compile(r"показател|индикатор|наименование|цел[ьи]|задач", re.IGNORECASE)),
)
_STAGES: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("baseline", re.compile(r"базов|исходн", re.IGNORECASE)),
    ("estimate", re.compile(r"оценк", re.IGNORECASE)),
    ("actual", re.compile(r"\bфакт|отч[её]тн|достигнут", re.IGNORECASE)),
    ("forecast", re.compile(r"прогноз", re.IGNORECASE)),
    ("plan", re.compile(r"план|значени|текущ|очередн", re.IGNORECASE)),
)
_SIGNS = {
    "≥": r"не\s+менее|не\s+ниже|не\s+меньше|≥|>=|от",
    "≤": r"не\s+более|не\s+выше|не\s+больше|≤|<=|до",
    ">": r"более|больше|свыше|выше|>",
}
_VALUE = re.compile(
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
    doubts: tuple[Doubt, ...] = ()


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
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_sure(self) -> bool:
        return not self.doubts


def read_indicators(blocks: Sequence[Block]) -> tuple[Indicator, ...]:
    """Those of tables; where there is no such table, those that paragraphs number and name."""
    found: list[Indicator] = []
    line = PROGRAMME
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if re.match(r"\s*(?:приложение|паспорт|\d+\.)", block.text, re.IGNORECASE):
                line = naming.line_of(block.text) or line
            continue
        above = " ".join(one.text for one in blocks[max(number - 3, 0) : number] if isinstance(one, Paragraph))
        found += _of_grid(block, line, above)
    return _without_repetition(found) or tuple(_of_paragraphs(blocks))


def _of_grid(grid: Grid, line: str, above: str) -> Iterator[Indicator]:
    first = next((n for n, row in enumerate(grid.rows) if n and _is_data(row)), len(grid.rows))
    while first > 1 and _group_of(grid.rows[first - 1]):
        first -= 1
    headers = [_header(grid.rows[:first], column) for column in range(len(grid.rows[0]))]
    roles = [_role(header) for header in headers]
    if "year" not in roles or not (_NAME.search(" ".join(headers)) or (_NAME.search(above) and "unit" in roles)):
        return
    if "name" not in roles or naming.names_funding(" ".join(headers)):
        return
    for number, row in enumerate(grid.rows[first:], first + 1):
        if group := _group_of(row):
            line = naming.line_of(group) or line
            continue
        if indicator := _of_row(row, roles, headers, line, grid.place_of(number)):
            yield indicator


def _of_row(
    row: Sequence[str], roles: Sequence[Role], headers: Sequence[str], line: str, place: str
) -> Indicator | None:
    cells = [" ".join(cell.split()) for cell in row]
    of_role = {
        role: cells[roles.index(role)] for role in ("number", "name", "unit", "weight", "source") if role in roles
    }
    name = of_role.get("name", "")
    if not re.search(r"[А-Яа-яЁё]{3}", name):
        return None
    values = [
        value for n, role in enumerate(roles) if role == "year" and (value := _value(cells, n, headers[n], place))
    ]
    if not values and not of_role.get("unit"):
        return None
    number = of_role.get("number", "").rstrip(".")
    if listed := re.match(
        r"(?:(?:целевой\s+)?(?:показатель|индикатор)\s*№?\s*)?(\d{1,2}(?:\.\d+)*)[.)]?\s+(?=\D)", name, re.IGNORECASE
    ):
        number, name = number or listed[1], name[listed.end() :]
    words = "\t".join(cell for cell in cells[: roles.index("name") + 1] if cell)
    return Indicator(
        name.strip(" .;"), number, of_role.get("unit", ""), line, place, words,
        weight=of_role.get("weight", ""), source=of_role.get("source", ""), values=tuple(values),
    )  # fmt: skip


def _value(cells: Sequence[str], column: int, header: str, place: str) -> IndicatorValue | None:
    cell = cells[column]
    if _NOTHING.fullmatch(cell):
        return None
    [*_, years] = naming.years_of(header)
    found = _VALUE.fullmatch(cell)
    if found is None:
        return None
    value, two = number_of(found["value"].strip())
    doubts: list[Doubt] = ["two-readings"] if two and not re.fullmatch(r"\d{1,3}[.,]\d+", found["value"]) else []
    upper = Decimal(found["upper"].replace(",", ".")) if found["upper"] else None
    sign = next(
        (sign for sign, form in _SIGNS.items() if found["sign"] and re.fullmatch(form, found["sign"], re.IGNORECASE)),
        "=",
    )
    stage: Stage = next((stage for stage, form in _STAGES if form.search(header)), "plan")
    words = "\t".join(one for one in cells[: column + 1] if one)
    return IndicatorValue(years.first, stage, sign, value, upper, f"{place}, столбец «{header}»", words, tuple(doubts))


def _header(rows: Sequence[Sequence[str]], column: int) -> str:
    texts = (
        " ".join(row[column].split())
        for row in rows
        if not row[column].strip().isdigit() or len(row[column].strip()) == 4
    )
    return " ".join(dict.fromkeys(text for text in texts if text))


def _role(header: str) -> Role:
    years = naming.years_of(header)
    if (
        years
        and years[-1].first == years[-1].last
        and not re.search(r"отклонен|%|процент|прирост", header, re.IGNORECASE)
    ):
        return "year"
    return next((role for role, form in _ROLES if form.search(header)), "other")


def _is_data(row: Sequence[str]) -> bool:
    """Whether some cell holds a value and another a name, and it is no row of years or of the numbers of columns."""
    filled = [cell.strip() for cell in row if cell.strip()]
    values = [cell for cell in filled if _VALUE.fullmatch(cell) and not re.fullmatch(r"(?:19|20)\d\d", cell)]
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


def _without_repetition(found: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """An indicator that stands in two tables once, with the values of the table that gives more."""
    best: dict[tuple[str, str], Indicator] = {}
    for one in found:
        key = (one.line, one.name.lower())
        if key not in best or len(one.values) > len(best[key].values):
            best[key] = one
    return tuple(best.values())
