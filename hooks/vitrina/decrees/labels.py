"""Whose amounts a row of a table holds, by the cells that name it: a line, a source, an administrator, a year."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vitrina.decrees import naming
from vitrina.decrees.codes import LineCodes
from vitrina.decrees.columns import Column, Role
from vitrina.decrees.row_state import Labels, State
from vitrina.decrees.values import PROGRAMME, TOTAL, Doubt

Cells = Mapping[Role, Sequence[str]]
_LISTS_LINES = re.compile(r"наименован|мероприят|подпрограмм|направлен|программ", re.IGNORECASE)
_SECTION = re.compile(
    r"\bпо\s+(?P<section>(?:задач|цел|раздел|направлен|блок|комплекс|проект)[а-яё]*\b.*)", re.IGNORECASE
)
_PART_WITHOUT_NUMBER = re.compile(r"\bподпрограмм[еы]\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_MEASURE = re.compile(
    r"\s*(?:(?:основн|отдельн|ключев)[а-яё]+\s+)?мероприяти[ея]\s*(?:№\s*)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})"
    r"|\s*(?P<listed>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\s*(?:(?:муниципальн|государственн)[а-яё]+\s+)?(?:под)?программ|.*\b(?:всего|итого)\b", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:администраци|управлени[ея]\b|отдел\b|комитет|департамент|министерств|финансов[а-яё]+\s+(?:управлени|отдел)"
    r"|совет\b|дума\b|контрольно-|МКУ|МБУ|МАУ|ГКУ)",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    r"\s*в\s+т(?:ом\s+числе|\.\s*ч\.?)(?:\s+по\s+(?:грбс|распорядител[а-яё]+))?\s*:?\s*", re.IGNORECASE
)
_BY_OFFICES = re.compile(r"\bпо\s+(?:грбс|(?:главным\s+)?распорядител)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?:\(|[,–—-]\s*)(?P<stage>[а-яё]+(?:\s+[а-яё]+)?)\)?\s*$", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:всего|итого)\b", re.IGNORECASE)
_OBLIGATIONS = re.compile(r"\b(?:обязательств|источник|финансов)[а-яё]*", re.IGNORECASE)
_STATUS = re.compile(
    r"\s*(?:(?:(?:основн|отдельн|ключев|структурн)[а-яё]+\s+)?(?:мероприяти[ея]|элемент)\s*(?:№\s*)?"
    r"(?:\d[\d.]*[\s.:–-]*|(?=[«\"]|(?-i:[А-ЯЁ])))|\d{1,2}(?:\.\d{1,2})*\.?\s+)(?=\D)",
    re.IGNORECASE,
)
"""What stands before the name of a measure: its kind and its number."""
_HEADS = re.compile(
    r"[\s,;(]*(?:\(?всего\)?[\s,;]*)?\bв\s+т(?:ом\s+числе|\.\s*ч)[\s.:)]*$|[\s,;]+всего[\s:]*$", re.IGNORECASE
)
"""«…, в том числе:», which says of a row that its parts follow."""
_ITEM = re.compile(r"[\d.)\s]*")
"""The number of a row, or none."""
_FEW = 3  # words that still explain a source: «краевой бюджет (дорожный фонд)»


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row that name something, by what their columns hold."""

    cells: Cells
    state: State
    """What the rows above say."""
    outer: str
    """The line of the whole table."""

    @property
    def label(self) -> str:
        return self._text("label")

    @property
    def source(self) -> str:
        return self._text("source")

    @property
    def administrator(self) -> str:
        return self._text("administrator") or self._text("executor")

    @property
    def number(self) -> str:
        return next(iter(self.cells.get("number", ())), "").strip(" .")

    def _text(self, role: Role) -> str:
        return " ".join(dict.fromkeys(self.cells.get(role, ())))


def is_name(text: str) -> bool:
    return re.search("[А-Яа-яЁё]{3}", text) is not None


def labels_of(cells: Sequence[str], columns: Sequence[Column], codes: LineCodes, state: State, outer: str) -> Labels:
    by_role: dict[Role, list[str]] = {}
    for cell, column in zip(cells, columns, strict=False):
        if text := " ".join(cell.split()):
            role = "label" if column.role == "number" and not _ITEM.fullmatch(text) else column.role
            by_role.setdefault(role, []).append(text)  # «Итого» may stand over several columns
    row = _Row(by_role, state, outer)
    named = (*by_role.get("label", ()), *by_role.get("source", ()))
    stage = next((found for one in named if (found := _stage(one))), "")
    if office := _office(row, codes):
        year = _row_year(by_role, row.label, columns)
        return Labels(row.label, "", False, "", "", year, ("structure",), row.label, office, stage, by_offices=True)
    return replace(_named(row, columns), stage=stage)


def _stage(cell: str) -> str:
    """The stage that a cell names alone or at its end; a measure may well be called a plan."""
    found = _IN_BRACKETS.search(cell)
    return naming.stage_alone(cell) or (naming.stage_alone(found["stage"]) if found else None) or ""


def _office(row: _Row, codes: LineCodes) -> str:
    """The chief administrator that a row names where others name a line; empty where it is none."""
    found = _OF_WHICH.match(row.label)
    name = row.label[found.end() :] if found else row.label
    if row.number or not _OFFICE.match(name) or naming.line_of(name) or naming.sources_of(name):
        return ""
    is_part = bool(found) or row.state.by_offices or bool(codes.grbs and not codes.rzpr and not codes.csr)
    return name.strip(" :;,") if is_part else ""


def _named(row: _Row, columns: Sequence[Column]) -> Labels:
    label, own, administrator = row.label, row.source, row.administrator
    name = f"{label} {own}".strip()
    found = naming.sources_of(own) if own else _sources(row)
    is_total = naming.names_total(own or label) or naming.names_total(administrator)
    line, doubts = next(_lines(row, is_source=bool(found) and not own))
    told = Labels(
        name, line, is_total, "", "", _row_year(row.cells, name, columns), doubts,
        "" if naming.names_total(label) and _SECTION.search(label) else _plain_name(label),
        by_offices=_BY_OFFICES.search(f"{name} {administrator}") is not None,
    )  # fmt: skip
    if is_name(administrator) and not naming.names_total(administrator) and not naming.names_part(administrator):
        doubts = (*doubts, "of-which") if "executor" in row.cells else doubts
        told = replace(told, administrator=administrator, doubts=doubts)
    if found:
        several: tuple[Doubt, ...] = ("several-sources",) if len({one.kind for one in found}) > 1 else ()
        unread: tuple[Doubt, ...] = ("words",) if not (own or line or _ITEM.fullmatch(naming.rest_of(label))) else ()
        told = replace(told, source=found[-1].kind, source_name=found[-1].name)
        return replace(told, doubts=(*doubts, *several, *unread))
    if own and naming.before_total(own).strip(" (") == "" and naming.names_part(own) and naming.rest_of(own):
        return replace(told, of_which=naming.rest_of(own), doubts=(*doubts, "of-which"))
    if own and not naming.names_total(own) and naming.rest_of(own):
        return replace(told, source="other", source_name=naming.rest_of(own), doubts=(*doubts, "unknown-source"))
    if part := naming.rest_of(label) if naming.names_part(label) and not line and not is_total else "":
        return replace(told, of_which=part, doubts=(*doubts, "of-which"))
    return replace(told, doubts=(*doubts, *_of_name(row, told, columns)))


def _plain_name(label: str) -> str:
    """«Ремонт улиц» of «Основное мероприятие 1.1 «Ремонт улиц»» and of «1.1. Ремонт улиц»."""
    status = _STATUS.match(label)
    name = _HEADS.sub("", label[status.end() :] if status else label)
    quoted = re.fullmatch(r"[«\"“]([^«»\"“”]*)[»\"”]", name)
    return quoted[1] if quoted else name


def _of_name(row: _Row, told: Labels, columns: Sequence[Column]) -> Iterator[Doubt]:
    """What is in doubt of a row that has a name alone: it may be an office, or nothing that a programme is made of."""
    if not told.line or row.number:
        return
    lists_lines = _LISTS_LINES.search(" ".join(one.header for one in columns))
    if not told.is_total and not lists_lines and not naming.line_of(row.label):
        yield "words"
    if _OFFICE.match(row.label):
        yield "line"


def _sources(row: _Row) -> tuple[naming.Source, ...]:
    """The sources of a label that is one; a line that only mentions a source in its name is none."""
    label = row.label
    found = naming.sources_of(label)
    if not found or naming.rest_of(label[: found[0].start]):
        return ()
    rest = naming.rest_of(label[found[0].start :])
    is_new = _NUMBER.fullmatch(row.number) and f"measure-{row.number}" != row.state.line and rest
    return () if is_new or len(rest.split()) > _FEW else found


def _row_year(by_role: Cells, name: str, columns: Sequence[Column]) -> str:
    """The year that a row itself names; `total` where it says that it is of all."""
    if cells := by_role.get("row-year"):
        years = naming.years_of(cells[0])
        period = next(one.year for one in columns if one.role == "row-year")
        is_of_all = bool(years) and naming.names_total(cells[0]) and years[-1].label == period
        return years[-1].label if years and not is_of_all else TOTAL
    if any(one.role == "row-year" for one in columns) or any(one.role == "year" for one in columns):
        return ""
    years = naming.years_of(name)
    return years[-1].label if years else ""


def _lines(row: _Row, *, is_source: bool) -> Iterator[tuple[str, tuple[Doubt, ...]]]:
    """What line of the programme a row is of, the surest first: by its number, else by its name; empty for the line of
    the rows above."""
    label = row.label
    if not label and naming.names_total(row.source) and naming.line_of(row.source):
        label = row.source  # «Всего по программе» where others name a source
    is_total = naming.names_total(label)
    if is_total and (section := _SECTION.search(label)):
        yield section["section"], ()
    if found := _MEASURE.match(label):
        yield f"measure-{found['number'] or found['listed']}", ()
    line = naming.line_of(label) or ""
    if _WHOLE.match(label) and (part := naming.named_part_of(label)):
        yield part, ()
    if line.startswith("subprogramme") or (line == PROGRAMME and _WHOLE.match(label)):
        yield line, ()
    if is_total and _PART_WITHOUT_NUMBER.search(label):
        part = next((one for one in (row.state.parent, row.outer) if one != PROGRAMME), "")
        yield (part, ()) if part else (row.outer, ("line",))
    if _NUMBER.fullmatch(row.number) and not is_source:
        yield f"measure-{row.number}", ()
    named = naming.rest_of(naming.before_total(label))
    named = "" if _ITEM.fullmatch(named) else named
    rest = _OBLIGATIONS.sub("", naming.rest_of(label)).strip()
    if is_source or not label or (not named and naming.names_part(label)) or (naming.years_of(label) and not rest):
        yield "", ()
    if is_total and not named and (not rest or _TOTAL.search(label)):
        yield row.outer, ("line",) if rest else ()
    yield named or rest or label, ()
