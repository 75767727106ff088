"""Tables of municipal assignments: how much of each service is assigned or rendered, and what it costs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from vitrina.decrees import naming
from vitrina.decrees.amounts import number_of, unit_of
from vitrina.decrees.blocks import Grid
from vitrina.decrees.columns import NOTHING, is_amount, is_header, is_numbering
from vitrina.decrees.titles import Title
from vitrina.decrees.values import TOTAL, Doubt, LeftOut, Unit

Stage = Literal["plan", "actual"]
Role = Literal["number", "name", "measured", "both", "unit", "volume", "cost", "reason", "other"]
_LABELS = {"number", "name", "measured", "both", "unit"}
_FIGURES = {"volume", "cost"}
_SERVICES = r"(?:муниципальн|государственн)[а-яё]+\s+(?:услуг|работ|задани)"
_ABOUT = re.compile(_SERVICES, re.IGNORECASE)
_ASSIGNED = re.compile(
    r"сводн[а-яё]+\s+показател[а-яё]+\s+(?:муниципальн|государственн)[а-яё]+\s+задани", re.IGNORECASE
)
_FEWEST = 2  # columns of a table whose rows hold more than a title and a text
_VOLUME = re.compile(r"об[ъь][её]м[а-яё]*(?!\s+(?:финанс|бюджет|средств|расход|ассигн))", re.IGNORECASE)
_COST = re.compile(r"расход|стоимост|затрат|финансов(?!(?:ый|ого)\s+год)|ассигнован|\bруб|субсиди", re.IGNORECASE)
_SERVICE = re.compile(r"услуг|работ", re.IGNORECASE)
_NAMED = re.compile(r"наименован|показател[а-яё]*,?\s+характериз|^\s*(?:муниципальн[а-яё]+\s+)?услуг", re.IGNORECASE)
_UNIT = re.compile(r"\bед(?:\.|иниц[а-яё]*)\s*изм", re.IGNORECASE)
_REASON = re.compile(r"причин|обоснован|пояснен|примечан", re.IGNORECASE)
_LINE = re.compile(r"\s*(?:\d+\.?\s*)?(?:(?:муниципальн|государственн)[а-яё]+\s+)?(?:под)?программ", re.IGNORECASE)
_OF_LINE = re.compile(r"\s*(?:подпрограмм|(?:основное\s+|отдельное\s+)?мероприяти)", re.IGNORECASE)
_DERIVED = re.compile(r"%|процент|отклонен|выполнени[ея],", re.IGNORECASE)
_REPORTED_YEAR = re.compile(r"отч[её]тн", re.IGNORECASE)
_SERVICE_ROW = re.compile(
    r"\s*(?:\d+(?:\.\d+)*\.?\s*)?(?:наименование\s+)?(?:муниципальн[а-яё]+\s+)?(?:услуг|работ)[аи]\b"
    r"(?:\s*\([^)]*\))?(?:\s+и\s+е[её]\s+содержание)?\s*[:–—-]\s*(?P<name>\S.*)",
    re.IGNORECASE,
)
_MEASURED_ROW = re.compile(
    r"\s*показатель\s+(?:объ[её]ма\s+)?(?:(?:муниципальной\s+)?(?:услуги|работы))?(?:\s*\([^)]*\))?\s*[:–—-]\s*(?P<name>\S.*)",
    re.IGNORECASE,
)
_WITH_UNIT = re.compile(r"(?P<name>.+?)\s*[,(]\s*(?P<unit>[^\d,()]{1,30}?)\)?\s*")


@dataclass(frozen=True, slots=True)
class ServiceValue:
    """How much in a year, and what it costs; either may be missing."""

    year: str
    """A year, or `total` of a cost for all years."""
    stage: Stage
    volume: Decimal | None
    cost: Decimal | None
    cost_unit: Unit | None
    place: str
    words: str
    """The cells of its row up to the last of both, parted by tabs."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    name: str
    measured: str
    """What its volume counts, as printed."""
    unit: str
    line: str
    place: str
    words: str
    values: tuple[ServiceValue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Column:
    role: Role
    header: str
    year: str = ""
    stage: Stage = "plan"
    unit: Unit | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(slots=True)
class _Rows:
    """What the rows above say of those below."""

    line: str
    service: str = ""
    measured: str = ""


def is_of_assignments(grid: Grid, above: str) -> bool:
    """Whether a table gives volumes of services, and the words about it say that they are assigned."""
    first = _first(grid)
    heads = [_header(grid.rows[:first], column) for column in range(len(grid.rows[0]))]
    volumes = [one for one in heads if _VOLUME.search(one) and (_SERVICE.search(one) or "показател" in one.lower())]
    if _ASSIGNED.search(above):
        return len(grid.rows[0]) > _FEWEST
    return bool(volumes) and any(_SERVICE.search(one) for one in heads) and bool(_ABOUT.search(f"{above} {heads}"))


def services_of_grid(
    grid: Grid, line: str, unit: Unit | None, title: Title
) -> tuple[tuple[Service, ...], tuple[LeftOut, ...]]:
    first = _first(grid)
    columns = [
        _column(_header(grid.rows[:first], n), [row[n] for row in grid.rows[first:] if not _group(row)], title, unit)
        for n in range(len(grid.rows[0]))
    ]
    rows = _Rows(line)
    found: list[Service] = []
    left: list[LeftOut] = []
    for number, row in enumerate(grid.rows[first:], first + 1):
        cells = [" ".join(cell.split()) for cell in row]
        place = grid.place_of(number)
        if is_numbering(row) or is_header(row):
            continue
        if group := _group(cells):
            _take_group(group, rows)
            continue
        service = _service(cells, columns, rows, place)
        is_new = service and (service.name, service.measured) not in {(one.name, one.measured) for one in found}
        if service and is_new:
            found.append(service)
        if service is None or not is_new or not all((service.name, service.measured, service.unit)):
            left += _unnamed(cells, columns, place)
        left += [
            LeftOut(cell, f"{place}, столбец «{one.header}»", "note")
            for cell, one in zip(cells, columns, strict=True)
            if one.role == "reason" and re.search("[А-Яа-яЁё]{4}", cell)
        ]
    return tuple(map(_compared, found)), tuple(left)


def _first(grid: Grid) -> int:
    """The number of the first row below the header: one that has a number, or that names a service for those below."""
    for n, row in enumerate(grid.rows[1:], 1):
        cells = [cell for cell in row if cell.strip()]
        has_number = any(is_amount(cell) and not re.fullmatch(r"(?:19|20)\d\d", cell.strip()) for cell in cells)
        if not is_numbering(row) and ((has_number and not is_header(row)) or _group(row)):
            return n
    return len(grid.rows)


def _only_text(cells: Sequence[str]) -> str:
    texts = list(dict.fromkeys(" ".join(cell.split()) for cell in cells if not NOTHING.fullmatch(cell)))
    return texts[0] if len(texts) == 1 and re.search("[А-Яа-яЁё]{3}", texts[0]) else ""


def _group(cells: Sequence[str]) -> str:
    """What a row without figures says of the rows below: «Муниципальная услуга: …», in one cell or in two."""
    texts = list(dict.fromkeys(" ".join(cell.split()) for cell in cells if not NOTHING.fullmatch(cell)))
    if len(texts) == 2 and texts[0].endswith(":") and not is_amount(texts[1]):
        return " ".join(texts)
    return _only_text(cells)


def _header(rows: Sequence[Sequence[str]], column: int) -> str:
    texts = (" ".join(row[column].split()) for row in rows if not is_numbering(row))
    return " ".join(dict.fromkeys(text for text in texts if text))


def _column(header: str, cells: Sequence[str], title: Title, unit: Unit | None) -> _Column:
    role = _role(header)
    filled = [cell for cell in cells if not NOTHING.fullmatch(cell)]
    are_numbers = sum(1 for cell in filled if is_amount(cell)) * 2 > len(filled)
    if role == "volume" and filled and not are_numbers:
        role = "measured"  # «Показатель объёма» names what is counted
    elif role == "other" and are_numbers and naming.stage_alone(header) and not _DERIVED.search(header):
        role = "volume"
    if role not in _FIGURES:
        return _Column(role, header)
    years, stage = naming.years_of(header), naming.stage_of(header)
    is_total = role == "cost" and bool(re.search(r"всего|итого|за\s+период", header, re.IGNORECASE))
    year = (
        TOTAL if is_total and (not years or years[-1].first != years[-1].last)
        else years[-1].label if years
        else title.year(is_report=stage == "actual")
    )  # fmt: skip
    doubts: list[Doubt] = []
    if not year:
        doubts.append("no-year")
    if naming.is_part_of_year(header) or (stage == "actual" and title.is_part_of_year):
        doubts.append("part-of-year")
    if stage is None and _REPORTED_YEAR.search(header):
        doubts.append("stage")
    told: Stage = "actual" if stage == "actual" else "plan"
    return _Column(role, header, year, told, (unit_of(header) or unit) if role == "cost" else None, tuple(doubts))


def _role(header: str) -> Role:
    tests: tuple[tuple[Role, bool], ...] = (
        ("number", re.match(r"\s*№", header) is not None),
        ("unit", _UNIT.search(header) is not None and not _COST.search(header)),
        ("reason", _REASON.search(header) is not None),
        ("other", _DERIVED.search(header) is not None),
        (
            "both",
            bool(_NAMED.search(header) and _SERVICE.search(header) and re.search(r"услуг\S*,\s*показател", header)),
        ),
        ("measured", bool(_NAMED.search(header) and re.search("показател", header, re.IGNORECASE))),
        ("name", bool(_NAMED.search(header) and _SERVICE.search(header))),
        ("cost", _COST.search(header) is not None),
        ("volume", _VOLUME.search(header) is not None),
    )
    return next((role for role, is_it in tests if is_it), "other")


def _take_group(text: str, rows: _Rows) -> None:
    if found := _SERVICE_ROW.match(text):
        rows.service, rows.measured = found["name"].strip(" .;"), ""
    elif measured := _MEASURED_ROW.match(text):
        rows.measured = measured["name"]
    elif _LINE.match(text) and (line := naming.line_of(text)):
        rows.line, rows.service = line, ""
    else:
        rows.service = text.strip(" .;")


def _service(cells: Sequence[str], columns: Sequence[_Column], rows: _Rows, place: str) -> Service | None:
    text: Mapping[Role, str] = {
        one.role: cell for cell, one in reversed(list(zip(cells, columns, strict=True))) if not NOTHING.fullmatch(cell)
    }
    name, measured, unit = text.get("name", ""), text.get("measured", ""), text.get("unit", "")
    line = rows.line
    label = text.get("both", "") or name
    if naming.names_total(label):
        return None
    if _OF_LINE.match(label) and naming.line_of(
        label
    ):  # the services are named above, and what they cost is told line by line
        name, measured, line = rows.service, rows.measured, naming.line_of(label) or line
    elif both := text.get("both", ""):
        found = _MEASURED_ROW.match(both)
        name, measured = (
            (rows.service, found["name"]) if found else (rows.service or both, both if rows.service else "")
        )
    name = _unmarked(name or rows.service)
    if not unit and (parted := _WITH_UNIT.fullmatch(measured)):
        measured, unit = parted["name"], parted["unit"].strip()
    values = tuple(_values(cells, columns, place))
    if not name or not values:
        return None
    words = "\t".join(cell for cell, one in zip(cells, columns, strict=True) if cell and one.role in _LABELS)
    return Service(name, measured.strip(" .;"), unit, line, place, words, values)


def _unmarked(name: str) -> str:
    found = _SERVICE_ROW.match(name)
    return (found["name"] if found else name).strip(" .;")


def _values(cells: Sequence[str], columns: Sequence[_Column], place: str) -> Iterator[ServiceValue]:
    """A value of each year and stage that the row has."""
    filled = [
        (n, one) for n, one in enumerate(columns) if one.role in _FIGURES and not NOTHING.fullmatch(cells[n])
    ]  # fmt: skip
    for key in dict.fromkeys((one.year, one.stage) for _, one in filled):
        own = [(n, one) for n, one in filled if (one.year, one.stage) == key]
        if value := _value(cells, own, place):
            yield value


def _value(cells: Sequence[str], own: Sequence[tuple[int, _Column]], place: str) -> ServiceValue | None:
    """What some cells of a row say of one year; two columns of one kind for the same year are in doubt."""
    first = own[0][1]
    doubts: list[Doubt] = [doubt for _, one in own for doubt in one.doubts]
    figures: dict[Role, Decimal] = {}
    for n, one in own:
        if not is_amount(cells[n]):
            doubts.append("words")
            continue
        value, two = number_of(re.sub(r"[^\d., \u00a0\u202f-]", "", cells[n]).strip(" -"))
        doubts += ["two-readings"] if two else []
        doubts += ["year"] if one.role in figures else []
        figures.setdefault(one.role, value)
    unit = next((one.unit for _, one in own if one.role == "cost"), None)
    if "cost" in figures and unit is None:
        doubts.append("no-unit")
    words = "\t".join(cell for cell in cells[: max(n for n, _ in own) + 1] if cell)
    told = tuple(dict.fromkeys(doubts))
    return ServiceValue(
        first.year or TOTAL, first.stage, figures.get("volume"), figures.get("cost"), unit,
        f"{place}, столбец «{first.header}»", words, told,
    ) if figures else None  # fmt: skip


def _unnamed(cells: Sequence[str], columns: Sequence[_Column], place: str) -> Iterator[LeftOut]:
    """A row of figures whose service, or what counts it, no cell names."""
    figures = (cell for cell, one in zip(cells, columns, strict=True) if one.role in {*_FIGURES, "other"})
    has_figures = any(map(is_amount, figures))
    if has_figures:
        yield LeftOut("\t".join(filter(None, cells)), place, "assignment")


def _compared(service: Service) -> Service:
    """The service, its costs in doubt where those of the years do not make up the total."""
    total = [one for one in service.values if one.year == TOTAL and one.cost is not None and not one.doubts]
    years = [one for one in service.values if one.year != TOTAL and one.cost is not None and one.stage == "plan"]
    if len(total) != 1 or not years or sum((one.cost for one in years if one.cost), Decimal(0)) == total[0].cost:
        return service
    doubted = {id(one) for one in (*total, *years)}
    return replace(
        service,
        values=tuple(
            replace(one, doubts=(*one.doubts, "sum")) if id(one) in doubted else one for one in service.values
        ),
    )  # fmt: skip
