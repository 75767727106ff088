"""What each column of a table of indicators holds: a value of a year and stage, a unit, a weight, a reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vitrina.decrees import naming
from vitrina.decrees.columns import NOTHING, is_amount
from vitrina.decrees.titles import Title
from vitrina.decrees.values import Doubt

Stage = Literal["baseline", "plan", "actual", "estimate", "forecast"]
Role = Literal["number", "name", "unit", "weight", "source", "value", "reason", "note", "other"]
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("unit", re.compile(r"ед(?:\.|иниц[а-яё]*)?\s*изм", re.IGNORECASE)),
    ("weight", re.compile(r"\bвес\b|весов", re.IGNORECASE)),
    ("number", re.compile(r"^\s*№", re.IGNORECASE)),
    ("source", re.compile(r"источник", re.IGNORECASE)),
    ("reason", re.compile(r"причин|обоснован[а-яё]*\s+отклонен|пояснен", re.IGNORECASE)),
    ("note", re.compile(r"примечан", re.IGNORECASE)),
    ("other", re.compile(r"периодичн|отклонен|формул|методик|ответствен|ожидаем", re.IGNORECASE)),
    ("name", re.compile(r"показател|индикатор|наименование|цел[ьи]|задач", re.IGNORECASE)),
)
_COMPARES = re.compile(r"отклонен|%|процент|прирост|степень|(?:уровень|оценка)\s+(?:достижен|выполнен)", re.IGNORECASE)
_PLAN_OR_ACTUAL = re.compile(
    r"(?P<actual>\bфакт|достигнут|исполнен)|(?P<plan>\bплан(?!ов[а-яё]+\s+период)|предусмотрен)", re.IGNORECASE
)
_STAGES: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("baseline", re.compile(r"базов|исходн", re.IGNORECASE)),
    ("estimate", re.compile(r"оценк", re.IGNORECASE)),
    ("actual", re.compile(r"отч[её]тн", re.IGNORECASE)),
    ("forecast", re.compile(r"прогноз", re.IGNORECASE)),
)
_BEFORE = re.compile(r"предшеству[а-яё]+\s+отч[её]тн|предыдущ|отч[её]тн[а-яё]+\s+год\s+минус", re.IGNORECASE)
_AFTER = re.compile(r"текущ|очередн|планов[а-яё]+\s+период|следующ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    role: Role
    header: str
    year: int | None = None
    """None of a column of values whose year nothing says."""
    stage: Stage = "plan"
    doubts: tuple[Doubt, ...] = ()


def columns_of(rows: Sequence[Sequence[str]], first: int, title: Title) -> list[Column]:
    """The columns of a table below whose header the row `first` is."""
    headers = [_header(rows[:first], column) for column in range(len(rows[0]))]
    is_report = any(_stage(header) == "actual" for header in headers)
    year = title.year(is_report=is_report)
    reported = int(year) if year.isdecimal() and not title.is_part_of_year else None
    columns = [_column(header, [row[n] for row in rows[first:]], reported) for n, header in enumerate(headers)]
    last = max((one.year or 0 for one in columns if one.role == "value" and one.stage == "actual"), default=0)
    return [replace(one, doubts=("stage",)) if _may_be_either(one, last) else one for one in columns]


def _may_be_either(column: Column, last: int) -> bool:
    """Whether a header beside what was achieved until the year `last` does not say which it is of a year by then."""
    return column.role == "value" and (column.year or 0) <= last and _stage(column.header) is None


def _column(header: str, cells: Sequence[str], reported: int | None) -> Column:
    years = naming.years_of(header)
    if years and years[-1].first == years[-1].last and not _COMPARES.search(header):
        year = None if naming.is_part_of_year(header) else years[-1].first
        return Column("value", header, year, _stage(header) or "plan")
    role: Role = next((role for role, form in _ROLES if form.search(header)), "other")
    if role not in {"name", "other"} or _COMPARES.search(header) or not _are_values(cells):
        return Column(role, header)
    stage = _stage(header)
    if stage is None or years:
        return Column("other" if role == "name" else role, header)
    return Column("value", header, _year(header, reported), stage)


def _year(header: str, reported: int | None) -> int | None:
    """The year of a column whose header calls it by its place: «год, предшествующий отчётному»."""
    if reported is None or _AFTER.search(header) or naming.is_part_of_year(header):
        return None
    return reported - 1 if _BEFORE.search(header) else reported


def _stage(header: str) -> Stage | None:
    """The stage that a header names, by its last word for one: «Плановые и фактические значения: факт»."""
    if found := [*_PLAN_OR_ACTUAL.finditer(header)]:
        return "actual" if found[-1]["actual"] else "plan"
    return next((stage for stage, form in _STAGES if form.search(header)), None)


def _are_values(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if not NOTHING.fullmatch(cell)]
    return sum(1 for cell in filled if is_amount(cell) or re.search(r"\d", cell)) * 2 > len(filled)


def _header(rows: Sequence[Sequence[str]], column: int) -> str:
    texts = (
        " ".join(row[column].split())
        for row in rows
        if not row[column].strip().isdecimal() or len(row[column].strip()) == 4
    )
    return " ".join(dict.fromkeys(text for text in texts if text))
