"""Tables of money: years across or down, sources across or down, plan beside actual, headers that repeat."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from vitrina.decrees import naming
from vitrina.decrees.amounts import NUMBER, number_of, unit_of
from vitrina.decrees.blocks import Grid
from vitrina.decrees.row_state import Labels, State
from vitrina.decrees.values import TOTAL, Doubt, LeftOut, Unit, Value
from vitrina.words.numbers import SPACES

Role = Literal[
    "label", "source", "year", "total", "code", "administrator", "number", "amount", "row-year", "numbers", "other"
]
_AMOUNTS = {"year", "total", "amount"}
_AMOUNT = re.compile(
    rf"[{SPACES}]*[-‐-―−]?[{SPACES}]*\d[\d{SPACES}.,']*[{SPACES}]*(?:тыс\.?|млн\.?|руб(?:\.|лей)?|р\.|\*+|[{SPACES}])*",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[-‐-―xхXХ*\s]*")
_BY_WORDS: Mapping[Role, re.Pattern[str]] = {
    "administrator": re.compile(r"наименование\s+(?:грбс|(?:главн[а-яё]+\s+)?распорядител)", re.IGNORECASE),
    "code": re.compile(r"\bгрбс\b|рз\s?пр|\bцср\b|\bвр\b|кбк|\bкод\b|классификац|\bкосгу\b", re.IGNORECASE),
    "number": re.compile(r"^\s*№\s*(?:п\s*/?\s*п\.?)?\s*$", re.IGNORECASE),
    "other": re.compile(r"%|процент|отклонен|разниц|показател|причин", re.IGNORECASE),
}
"""Headers that say by their words alone what a column holds, whatever its cells are."""
_BY_OTHER_WORDS: Mapping[Role, re.Pattern[str]] = {
    "source": re.compile(r"источник", re.IGNORECASE),
    "other": re.compile(
        r"результат|№|срок|исполнитель|распорядител|ответственн|примечан|ед\.?\s*изм|единиц", re.IGNORECASE
    ),
}
"""The same of columns without amounts."""
_SUM = re.compile(r"всего|итого|за\s+период", re.IGNORECASE)
_MONEY = re.compile(r"сумм|объ[её]м|расход", re.IGNORECASE)
_LISTS_LINES = re.compile(r"наименован|мероприят|подпрограмм|направлен|программ", re.IGNORECASE)
_INDICATORS = re.compile(r"(?:показател|индикатор).*ед(?:\.|иниц[а-яё]*)?\s*изм", re.IGNORECASE | re.DOTALL)
_LINES_TOO = re.compile(
    r"(?:^|[,/;])\s*(?:наименование\s+(?!источник)|мероприяти|структурн|направлени|подпрограмм|объект|проект|статус)",
    re.IGNORECASE,
)
"""A column of sources that names programmes and measures too, each above its sources."""
_ITEM = re.compile(r"[\d.)\s]*")
"""The number of a row, or none."""
_YEAR_CELL = re.compile(r"(?:19|20)\d\d(?:\s*(?:г\.?|год[а-яё]*))?")


@dataclass(frozen=True, slots=True)
class _Column:
    role: Role
    header: str
    year: str = ""
    stage: str | None = None
    source: str = ""
    source_name: str = ""
    doubts: tuple[Doubt, ...] = ()


def is_numeric(grid: Grid) -> bool:
    """Whether a table holds figures in columns, and not a title and a text in each row."""
    columns, first = _columns(grid.rows)
    return any(_is_data(row, columns) for row in grid.rows[first:])


def values_of_grid(grid: Grid, line: str, unit: Unit | None, context: str) -> tuple[list[Value], list[LeftOut]]:
    """Every amount of a table, whose line, source and year its row and its column name."""
    columns, first = _columns(grid.rows)
    head = " ".join(cell for row in grid.rows[:first] for cell in row)
    if not _is_of_money(grid, f"{context} {head}"):
        return [], []  # a table of something else: indicators, staff, schools
    state = State(line, unit_of(head) or unit, _year_of(context), parent=line)
    values: list[Value] = []
    left_out: list[LeftOut] = []
    header = [_plain(row) for row in grid.rows[:first]]
    is_of_money = not _is_of_indicators(grid.rows[:first][-1:])
    for number, printed in enumerate(grid.rows[first:], first + 1):
        if _plain(printed) in header or is_numbering(printed):
            continue
        if _is_header(printed):
            columns, _ = _columns(grid.rows[number - 1 :])
            heads = grid.rows[max(number - 2, 0) : number]
            is_of_money = not _is_of_indicators(heads)
            stated = [unit_of(cell) for row in heads for cell in row if not re.search(r"\d[.,]\d", cell)]
            state = replace(state, unit=next(filter(None, stated), state.unit))
            continue
        if not is_of_money:
            continue
        for row in _split(printed, columns):
            labels = _labels(row, columns)
            state = state.after(labels, line, has_amounts=_is_data(row, columns))
            found, left = _of_row(row, columns, labels, state, grid.place_of(number))
            values += found
            left_out += left
    return values, left_out


def _is_of_indicators(heads: Sequence[Sequence[str]]) -> bool:
    """Whether the headers of a part of a table say that it holds indicators, as one table of a passport does."""
    words = " ".join(cell for row in heads for cell in row)
    return bool(_INDICATORS.search(words)) and not (unit_of(words) or naming.sources_of(words))


def _is_of_money(grid: Grid, above: str) -> bool:
    if naming.names_funding(above) or unit_of(above):
        return True
    return any(naming.sources_of(" ".join(row)) for row in grid.rows)


def _split(row: Sequence[str], columns: Sequence[_Column]) -> list[tuple[str, ...]]:
    """The rows that one printed row holds, where its cells list several sources and their amounts line by line."""
    lines = [[line.strip() for line in cell.split("\n") if line.strip()] for cell in row]
    amounts = [cell for cell, one in zip(lines, columns, strict=False) if one.role in _AMOUNTS and cell]
    counts = {len(cell) for cell in amounts}
    count = max(counts, default=1)
    if count < 2 or counts != {count} or not all(_AMOUNT.fullmatch(line) for cell in amounts for line in cell):
        return [tuple(row)]
    labels = [cell for cell, one in zip(lines, columns, strict=False) if one.role in {"label", "source", "row-year"}]
    if not any(len(cell) == count and all(_names_one(line) for line in cell) for cell in labels):
        return [tuple(row)]
    return [tuple(cell[n] if len(cell) == count else " ".join(cell) for cell in lines) for n in range(count)]


def _names_one(line: str) -> bool:
    """Whether a line of a cell names by itself whose an amount is."""
    return bool(
        naming.sources_of(line) or naming.names_total(line) or naming.line_of(line) or _YEAR_CELL.fullmatch(line)
    )


def _columns(rows: Sequence[Sequence[str]]) -> tuple[list[_Column], int]:
    """The columns by the texts of their headers, and the number of the first row below them."""
    first = next(
        (n for n, row in enumerate(rows) if n and (looks_like_data(row) or _is_group(rows, n))), min(1, len(rows))
    )
    while first < len(rows) and _is_header(rows[first]):
        first += 1
    width = max((len(row) for row in rows), default=0)
    texts = [
        " ".join(
            dict.fromkeys(rows[n][m].strip() for n in range(first) if m < len(rows[n]) and not is_numbering(rows[n]))
        )
        for m in range(width)
    ]
    columns = [_column(text, [row[m] for row in rows[first:] if m < len(row)]) for m, text in enumerate(texts)]
    return _told_apart(columns), first


def _is_group(rows: Sequence[Sequence[str]], n: int) -> bool:
    """Whether a row below the header names one thing alone: «2020 год», «Краевой бюджет»."""
    return len({cell for cell in rows[n] if cell.strip()}) == 1 and any(
        len({cell for cell in row if cell.strip()}) > 1 for row in rows[:n]
    )


def _column(header: str, cells: Sequence[str]) -> _Column:
    if role := next((role for role, words in _BY_WORDS.items() if words.search(header)), None):
        return _Column(role, header)
    filled = [cell for cell in cells if not _NOTHING.fullmatch(cell)]
    if _are_years(filled) and not naming.years_of(header):
        return _Column("row-year", header)
    is_numeric_column = sum(1 for cell in filled if _is_amount(cell)) * 2 > len(filled)
    if column := _of_figures(header, is_numeric_column):
        return column
    if role := next((role for role, words in _BY_OTHER_WORDS.items() if words.search(header)), None):
        return _Column("label" if role == "source" and _LINES_TOO.search(header) else role, header)
    return _Column("numbers" if is_numeric_column and any("," in cell for cell in filled) else "label", header)


def _are_years(cells: Sequence[str]) -> bool:
    """Whether cells hold years, and besides them only words for all of these."""
    years = [cell for cell in cells if _YEAR_CELL.fullmatch(cell.strip())]
    return bool(years) and all(naming.names_total(cell) for cell in cells if cell not in years)


def _of_figures(header: str, is_numeric_column: bool) -> _Column | None:
    """The column of amounts that a header names; None where it names none."""
    years, sources, stage = naming.years_of(header), naming.sources_of(header), naming.stage_of(header)
    is_sum = _SUM.search(header) is not None
    is_span = bool(years) and years[-1].first != years[-1].last
    if (
        years
        and not sources
        and not (is_sum and is_span)
        and (is_numeric_column or _YEAR_CELL.fullmatch(header.strip()))
    ):
        return _Column("year", header, years[-1].label, stage)
    if not is_numeric_column:
        return None
    if sources:
        return _Column("amount", header, years[-1].label if years else "", stage, sources[-1].kind, sources[-1].name)
    if is_sum or naming.names_total(header):
        return _Column("total", header, TOTAL, stage)
    return _Column("amount", header, stage=stage) if stage or unit_of(header) or _MONEY.search(header) else None


def _told_apart(columns: Sequence[_Column]) -> list[_Column]:
    """A year that stands in several headers which do not say what else they differ in is in doubt."""
    seen: dict[tuple[str, str | None, str], int] = {}
    for one in columns:
        if one.role in _AMOUNTS:
            seen[one.year, one.stage, one.source] = seen.get((one.year, one.stage, one.source), 0) + 1
    return [
        _Column(one.role, one.header, one.year, one.stage, one.source, one.source_name, ("year",))
        if seen.get((one.year, one.stage, one.source), 0) > 1
        else one
        for one in columns
    ]


def _labels(row: Sequence[str], columns: Sequence[_Column]) -> Labels:
    by_role: dict[Role, list[str]] = {}
    for cell, column in zip(row, columns, strict=False):
        if text := " ".join(cell.split()):
            by_role.setdefault(column.role, []).append(text)
    numbers = [text for text in by_role.get("number", ()) if not _ITEM.fullmatch(text)]  # «Итого» over several columns
    label = " ".join(dict.fromkeys((*numbers, *by_role.get("label", ()))))
    return replace(_named(label, by_role, columns), label=label)


def _named(label: str, by_role: Mapping[Role, Sequence[str]], columns: Sequence[_Column]) -> Labels:
    own = " ".join(dict.fromkeys(by_role.get("source", ())))
    name = f"{label} {own}".strip()
    year = _row_year(by_role, name, columns)
    found = naming.sources_of(own) or naming.sources_of(label)
    is_total = naming.names_total(own or label)
    line = _line(by_role, label, is_source=bool(naming.sources_of(label)))
    administrator = " ".join(by_role.get("administrator", ()))
    if administrator and not naming.names_total(administrator) and not naming.names_part(administrator):
        return Labels(f"{name} {administrator}", line, False, "other", administrator, year, ("unknown-source",))
    if found:
        doubts: tuple[Doubt, ...] = ("several-sources",) if len({one.kind for one in found}) > 1 else ()
        if not naming.sources_of(own) and not line and not _ITEM.fullmatch(naming.rest_of(label)):
            doubts = (*doubts, "words")
        return Labels(name, line, is_total, found[-1].kind, found[-1].name, year, doubts)
    if own and not naming.names_total(own) and naming.rest_of(own):
        return Labels(name, line, False, "other", naming.rest_of(own), year, ("unknown-source",))
    unnamed = line and not is_total and not _LISTS_LINES.search(" ".join(one.header for one in columns))
    return Labels(name, line, is_total, "", "", year, ("words",) if unnamed and not naming.line_of(label) else ())


def _row_year(by_role: Mapping[Role, Sequence[str]], name: str, columns: Sequence[_Column]) -> str:
    """The year that a row itself names; `total` where it says that it is of all."""
    if cells := by_role.get("row-year"):
        years = naming.years_of(cells[0])
        return years[-1].label if years else TOTAL
    if any(one.role == "row-year" for one in columns) or any(one.role == "year" for one in columns):
        return ""
    years = naming.years_of(name)
    return years[-1].label if years else ""


def _line(by_role: Mapping[Role, Sequence[str]], label: str, *, is_source: bool) -> str:
    """The line of the programme that a row is of: by its number, else by its name."""
    if line := naming.line_of(label):
        return line
    named = naming.before_total(label)
    if is_source or not _ITEM.sub("", naming.rest_of(named)) or naming.years_of(label):
        return ""
    number = next(iter(by_role.get("number", ())), "").strip(" .")
    if re.fullmatch(r"\d+(?:\.\d+)*", number):
        return f"measure-{number}"
    return naming.rest_of(named)


def _of_row(
    row: Sequence[str], columns: Sequence[_Column], labels: Labels, state: State, place: str
) -> tuple[list[Value], list[LeftOut]]:
    values: list[Value] = []
    left_out: list[LeftOut] = []
    for number, (cell, column) in enumerate(zip(row, columns, strict=False), 1):
        if column.role not in {*_AMOUNTS, "numbers"} or _NOTHING.fullmatch(cell):
            continue
        words = "\t".join(" ".join(one.split()) for one in row[:number] if one.strip())
        cell_place = f"{place}, столбец «{column.header}»" if column.header else place
        if column.role == "numbers" or not _is_amount(cell):
            if re.search(r"\d", cell):
                left_out.append(LeftOut(words, cell_place, "columns" if column.role == "numbers" else "letters"))
            continue
        numbers = list(_numbers(cell))
        if not numbers:
            left_out.append(LeftOut(words, cell_place, "letters"))
        for amount, doubts in numbers:
            values.append(_value(cell, column, labels, state, (amount, doubts, cell_place, words)))
    return values, left_out


def _value(
    cell: str, column: _Column, labels: Labels, state: State, printed: tuple[Decimal, list[Doubt], str, str]
) -> Value:
    amount, own, place, words = printed
    unit = unit_of(cell) or unit_of(column.header) or unit_of(labels.name) or state.unit
    inherited = not labels.source and not column.source and bool(state.source) and not labels.is_total
    source = column.source or labels.source or (state.source if inherited else TOTAL)
    name = column.source_name or labels.source_name or (state.source_name if inherited else "")
    of_table = column.year if column.role == "year" else labels.year or state.year or column.year
    year = of_table or state.title_year
    doubts: list[Doubt] = [*own, *column.doubts, *labels.doubts]
    if not year:
        doubts.append("no-year")
    if unit is None:
        doubts.append("no-unit")
    if inherited:
        doubts.append("structure")
    return Value(
        line=state.line, line_name=state.line_name, parent=state.parent,
        source=source, source_name=name, year=year or TOTAL,
        stage=column.stage or naming.stage_of(labels.name) or "plan", amount=amount, unit=unit,
        doubts=tuple(dict.fromkeys(doubts)), place=place, words=words,
    )  # fmt: skip


def _numbers(cell: str) -> Iterator[tuple[Decimal, list[Doubt]]]:
    """The number of a cell; in doubt where it can be read in two ways or where several stand in it."""
    joined = re.sub(rf"[{SPACES}]*\n[{SPACES}]*", " ", cell.strip())
    found = list(NUMBER.finditer(joined))
    if len(found) == 1:
        value, two = number_of(found[0]["number"])
        doubts: list[Doubt] = ["two-readings"] if two else []
        if "\n" in cell.strip():
            doubts.append("wrapped")
        yield (-value if re.match(r"\s*[-−‐-―]\s*\d", joined) else value), doubts
        return
    if lost := re.fullmatch(rf"(?P<whole>\d[\d{SPACES}]*)[{SPACES}](?P<part>\d\d?)", joined):
        yield number_of(f"{lost['whole']},{lost['part']}")[0], ["two-readings"]


def _year_of(text: str) -> str:
    """The only year that a title names, `total` for a span of years; empty where it names none or several."""
    years = {one.label for one in naming.years_of(text)}
    if len(years) != 1:
        return ""
    [year] = years
    return TOTAL if "-" in year else year


def _plain(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()).lower() for cell in row)


def is_numbering(row: Sequence[str]) -> bool:
    """A row that numbers the columns: 1, 2, 3 …"""
    filled = [cell.strip() for cell in row if cell.strip()]
    numbers = [int(cell) for cell in filled if cell.isdigit()]
    return (
        len(filled) > 2
        and len(numbers) == len(filled)
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] in {1, 2}
    )


def _is_header(row: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in row if cell.strip()]
    years = [cell for cell in filled if naming.years_of(cell) and not _AMOUNT.fullmatch(cell)] + [
        cell for cell in filled if _YEAR_CELL.fullmatch(cell)
    ]
    return (
        is_numbering(row)
        or len(set(years)) > 1
        or (bool(years) and len(years) * 2 >= len(filled) and len(filled) > 1 and not looks_like_data(row))
    )


def _is_amount(cell: str) -> bool:
    """Whether each line of a cell is an amount."""
    lines = [line for line in cell.split("\n") if line.strip()]
    return bool(lines) and all(_AMOUNT.fullmatch(line) for line in lines)


def looks_like_data(row: Sequence[str]) -> bool:
    if is_numbering(row):
        return False
    amounts = [cell for cell in row if _is_amount(cell) and not _YEAR_CELL.fullmatch(cell.strip())]
    return any(re.search(r"\d[.,]\d|\d{4,}|\d\s\d{3}", cell) for cell in amounts) or len(amounts) > 1


def _is_data(row: Sequence[str], columns: Sequence[_Column]) -> bool:
    return any(one.role in {*_AMOUNTS, "numbers"} and _is_amount(cell) for cell, one in zip(row, columns, strict=False))
