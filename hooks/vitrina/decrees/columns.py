"""What each column of a table of money holds: a label, a year's amounts, a code, an administrator, a reason."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vitrina.decrees import codes, naming
from vitrina.decrees.amounts import unit_of
from vitrina.decrees.values import TOTAL, Doubt
from vitrina.words.numbers import SPACES

Role = Literal[
    "label", "source", "year", "total", "code", "administrator", "number", "amount", "row-year", "numbers", "reason",
    "executor", "other",
]  # fmt: skip
AMOUNTS = {"year", "total", "amount"}
AMOUNT = re.compile(
    rf"[{SPACES}]*[-‐-―−]?[{SPACES}]*\d[\d{SPACES}.,']*[{SPACES}]*(?:тыс\.?|млн\.?|руб(?:\.|лей)?|р\.|\*+"
    rf"|[⁰¹²³⁴-⁹]|[{SPACES}])*",
    re.IGNORECASE,
)
NOTHING = re.compile(r"[-‐-―xхXХ*\s]*")
_REPORTED = re.compile(r"отч[её]тн[а-яё]+\s+(?:финансов[а-яё]+\s+)?(?:год|период)", re.IGNORECASE)
_NO_AMOUNT = re.compile(
    r"\s*(?:\d\d?\.\d\d\.\d{4}|\d{14,}|(?:19|20)\d\d\s*,\s*(?:тыс|млн|руб|р\.).*)\s*", re.IGNORECASE
)
"""A day, the twenty digits of a code, or «2021, тыс. руб.»."""
YEAR_CELL = re.compile(r"(?:19|20)\d\d(?:\s*(?:г\.?|год[а-яё]*))?")
_BY_WORDS: Mapping[Role, re.Pattern[str]] = {
    "administrator": re.compile(r"наименование\s+(?:грбс|(?:главн[а-яё]+\s+)?распорядител)", re.IGNORECASE),
    "code": codes.HEADER,
    "number": re.compile(r"^\s*№\s*(?:п\s*/?\s*п\.?)?\s*$", re.IGNORECASE),
    "reason": re.compile(r"причин|обоснован[а-яё]*\s+отклонен|пояснен|примечан", re.IGNORECASE),
    "other": re.compile(
        r"%|процент|отклонен|разниц|остат|показател|результат|эффект|ед(?:\.|иниц[а-яё]*)\s*изм"
        r"|об[ъь][её]м[а-яё]*\s+(?:(?:муниципальн|государственн)[а-яё]+\s+)?(?:услуг|работ)|\bдол[яи]\b|уровень\s+(?:освоен|исполнен)",
        re.IGNORECASE,
    ),
}
"""Headers that say by their words alone what a column holds, whatever its cells are."""
_BY_OTHER_WORDS: Mapping[Role, re.Pattern[str]] = {
    "source": re.compile(r"источник", re.IGNORECASE),
    "other": re.compile(r"№|срок|исполнитель|распорядител|ответственн|ед\.?\s*изм|единиц", re.IGNORECASE),
}
"""The same of columns without amounts."""
_ADMINISTRATORS = re.compile(r"грбс|распорядител", re.IGNORECASE)
_LINES_TOO = re.compile(
    r"(?:^|[,/;])\s*(?:наименование\s+(?!источник)|мероприяти|структурн|направлени|подпрограмм|объект|проект|статус)",
    re.IGNORECASE,
)
"""A column of sources that names programmes and measures too, each above its sources."""
_EXECUTOR = re.compile(r"исполнител", re.IGNORECASE)
_SUM = re.compile(r"всего|итого|за\s+период", re.IGNORECASE)
_MONEY = re.compile(r"сумм|объ[её]м|расход", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    role: Role
    header: str
    year: str = ""
    """Of a column of years all of them: «2021-2023»."""
    stage: str | None = None
    source: str = ""
    source_name: str = ""
    doubts: tuple[Doubt, ...] = ()


def columns_of(rows: Sequence[Sequence[str]]) -> tuple[list[Column], int]:
    """The columns by the texts of their headers, and the number of the first row below them."""
    first = next(
        (n for n, row in enumerate(rows) if n and (looks_like_data(row) or _is_group(rows, n))), min(1, len(rows))
    )
    while first < len(rows) and is_header(rows[first]):
        first += 1
    heads = [row for row in rows[:first] if not is_numbering(row)]
    texts = _headers(heads, max((len(row) for row in rows), default=0))
    columns = [_column(text, [row[m] for row in rows[first:] if m < len(row)]) for m, text in enumerate(texts)]
    last = max((one.year for one in columns if one.stage == "actual"), default="")
    within = [replace(one, doubts=doubts) if (doubts := (*_doubts(one, last),)) else one for one in columns]
    told = _told_apart(_with_executors(within, rows[first:]))
    # A row above the header that has a label of its own is another row of a passport, or the title of all of the table.
    own = _headers([row for row in heads if row[0].strip() in {"", heads[-1][0].strip()}], len(texts))
    return [
        replace(one, doubts=("words",)) if _says_more(one, text) else one for one, text in zip(told, own, strict=True)
    ], first


def _headers(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """What stands above each column, all rows of a header together."""
    return [" ".join(dict.fromkeys(row[n].strip() for row in rows if n < len(row))) for n in range(width)]


def _says_more(column: Column, header: str) -> bool:
    """Whether a header of amounts says something that nobody here understands: «Цена, 2022», «Структура 2022»."""
    is_plain = column.role in AMOUNTS and not column.source and not column.doubts
    return is_plain and re.search(r"[^\W\d_]", naming.rest_of_header(header)) is not None


def _doubts(column: Column, last: str) -> Iterator[Doubt]:
    """A part of a year is no year, and beside what was spent until the year `last` an amount may be either."""
    if column.role in AMOUNTS and naming.is_part_of_year(column.header):
        yield "part-of-year"
    is_reported = _REPORTED.search(column.header) is not None
    if column.role == "year" and column.stage is None and (is_reported or column.year <= last):
        yield "stage"


def _with_executors(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Beside codes whoever answers for a line may stand where its administrator does, when no column is called so."""
    roles = {one.role for one in columns}
    if "code" not in roles or "administrator" in roles:
        return list(columns)
    cells = [[row[n] for row in rows if n < len(row) and row[n].strip()] for n in range(len(columns))]
    executors = [n for n, one in enumerate(columns) if _EXECUTOR.search(one.header) and _are_names(cells[n])]
    return [replace(one, role="executor") if n in executors[:1] else one for n, one in enumerate(columns)]


def _is_group(rows: Sequence[Sequence[str]], n: int) -> bool:
    """Whether a row below the header names one thing alone: «2020 год», «Краевой бюджет»."""
    return len({cell for cell in rows[n] if cell.strip()}) == 1 and any(
        len({cell for cell in row if cell.strip()}) > 1 for row in rows[:n]
    )


def _column(header: str, cells: Sequence[str]) -> Column:
    return next(_columns(header, [cell for cell in cells if not NOTHING.fullmatch(cell)]))


def _columns(header: str, filled: Sequence[str]) -> Iterator[Column]:
    """What a column may be, the surest first: by words that decide alone, by its cells, its figures, other words."""
    is_numeric = sum(1 for cell in filled if is_amount(cell)) * 2 > len(filled)
    are_administrators = _ADMINISTRATORS.search(header) is not None and _are_names(filled)
    if role := next((role for role, words in _BY_WORDS.items() if words.search(header)), None):
        yield Column("administrator" if role == "code" and are_administrators else role, header)
    if _are_years(filled) and not naming.years_of(header):
        years = [one for cell in filled if not naming.names_total(cell) for one in naming.years_of(cell)]
        yield Column("row-year", header, f"{min(one.first for one in years)}-{max(one.last for one in years)}")
    if codes.are_codes(filled):
        yield Column("code", header)
    if column := _of_figures(header, is_numeric):
        yield column
    if are_administrators:
        yield Column("administrator", header)
    if role := next((role for role, words in _BY_OTHER_WORDS.items() if words.search(header)), None):
        yield Column("label" if role == "source" and _LINES_TOO.search(header) else role, header)
    yield Column("numbers" if is_numeric and any("," in cell for cell in filled) else "label", header)


def _are_names(cells: Sequence[str]) -> bool:
    """Whether most cells hold words, as a column of the names of offices does."""
    return sum(1 for cell in cells if re.search(r"[А-Яа-яЁё]{3}", cell)) * 2 > len(cells)


def _are_years(cells: Sequence[str]) -> bool:
    """Whether cells hold years, and besides them only words for all of these."""
    years = [cell for cell in cells if YEAR_CELL.fullmatch(cell.strip())]
    return bool(years) and all(naming.names_total(cell) for cell in cells if cell not in years)


def _of_figures(header: str, is_numeric_column: bool) -> Column | None:
    """The column of amounts that a header names; None where it names none."""
    years, sources, stage = naming.years_of(header), naming.sources_of(header), naming.stage_of(header)
    is_sum = _SUM.search(header) is not None
    is_span = bool(years) and years[-1].first != years[-1].last
    if (
        years
        and not sources
        and not (is_sum and is_span)
        and (is_numeric_column or YEAR_CELL.fullmatch(header.strip()))
    ):
        return Column("year", header, years[-1].label, stage)
    if not is_numeric_column:
        return None
    if sources:
        year = years[-1].label if years else ""
        return Column("amount", header, year, stage, sources[-1].kind, sources[-1].name)
    if is_sum or naming.names_total(header):
        return Column("total", header, TOTAL, stage)
    return Column("amount", header, stage=stage) if stage or unit_of(header) or _MONEY.search(header) else None


def _told_apart(columns: Sequence[Column]) -> list[Column]:
    """A year that stands in several headers which do not say what else they differ in is in doubt."""
    seen: dict[tuple[str, str | None, str], int] = {}
    for one in columns:
        if one.role in AMOUNTS and not one.doubts:
            seen[one.year, one.stage, one.source] = seen.get((one.year, one.stage, one.source), 0) + 1
    return [
        replace(one, doubts=(*one.doubts, "year"))
        if not one.doubts and seen.get((one.year, one.stage, one.source), 0) > 1
        else one
        for one in columns
    ]


def is_numbering(row: Sequence[str]) -> bool:
    """A row that numbers the columns: 1, 2, 3 …"""
    filled = [cell.strip() for cell in row if cell.strip()]
    numbers = [int(cell) for cell in filled if cell.isdecimal()]
    return (
        len(filled) > 2
        and len(numbers) == len(filled)
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] in {1, 2}
    )


def is_header(row: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in row if cell.strip()]
    years = [cell for cell in filled if naming.years_of(cell) and not is_amount(cell)] + [
        cell for cell in filled if YEAR_CELL.fullmatch(cell)
    ]
    return (
        is_numbering(row)
        or len(set(years)) > 1
        or (bool(years) and len(years) * 2 >= len(filled) and len(filled) > 1 and not looks_like_data(row))
    )


def is_amount(cell: str) -> bool:
    """Whether each line of a cell is an amount."""
    lines = [line for line in cell.split("\n") if line.strip()]
    return bool(lines) and all(AMOUNT.fullmatch(line) and not _NO_AMOUNT.fullmatch(line) for line in lines)


def looks_like_data(row: Sequence[str]) -> bool:
    if is_numbering(row):
        return False
    amounts = [cell for cell in row if is_amount(cell) and not YEAR_CELL.fullmatch(cell.strip())]
    return any(re.search(r"\d[.,]\d|\d{4,}|\d\s\d{3}", cell) for cell in amounts) or len(amounts) > 1
