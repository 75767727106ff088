"""Tables of money: years across or down, sources across or down, plan beside actual, headers that repeat."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from vitrina.decrees import naming
from vitrina.decrees.administrators import with_wholes
from vitrina.decrees.amounts import NUMBER, amounts_of, number_of, unit_of
from vitrina.decrees.blocks import Covered, Grid
from vitrina.decrees.codes import LineCodes, codes_of, of_lines
from vitrina.decrees.columns import (
    AMOUNT,
    AMOUNTS,
    NOTHING,
    YEAR_CELL,
    Column,
    columns_of,
    is_amount,
    is_header,
    is_numbering,
)
from vitrina.decrees.labels import labels_of
from vitrina.decrees.parts import Part
from vitrina.decrees.row_state import Labels, State
from vitrina.decrees.titles import Title
from vitrina.decrees.values import TOTAL, Doubt, LeftOut, Unit, Value
from vitrina.words.numbers import SPACES

_INDICATORS = re.compile(r"(?:показател|индикатор).*ед(?:\.|иниц[а-яё]*)?\s*изм", re.IGNORECASE | re.DOTALL)
_SAYS_WHY = re.compile(r"причин|обоснован|пояснен", re.IGNORECASE)


def is_numeric(grid: Grid) -> bool:
    """Whether a table holds figures in columns, and not a title and a text in each row."""
    columns, first = columns_of(grid.rows)
    return any(_is_data(row, columns) for row in grid.rows[first:])


def values_of_grid(grid: Grid, line: str, unit: Unit | None, title: Title) -> Part:
    """Every amount of a table, whose line, source and year its row and its column name."""
    columns, first = columns_of(grid.rows)
    head = " ".join(cell for row in grid.rows[:first] for cell in row)
    if not _is_of_money(grid, f"{title.above} {head}"):
        return Part()  # a table of something else: indicators, staff, schools
    columns, unit = _in_unit(columns, grid.rows[:first], unit)
    year = title.year(is_report=any(one.stage == "actual" for one in columns))
    if year.isdecimal() and not {"year", "row-year"} & {one.role for one in columns}:
        # A total is of that year, or of all of them.
        columns = [_doubted(one, "no-year") if one.role == "total" else one for one in columns]
    state = State(line, unit, year, parent=line)
    values: list[Value] = []
    left_out: list[LeftOut] = []
    codes: list[LineCodes] = []
    header = [_plain(row) for row in grid.rows[:first]]
    is_of_money = not _is_of_indicators(grid.rows[:first][-1:])
    for number, printed in enumerate(grid.rows[first:], first + 1):
        if _plain(printed) in header or is_numbering(printed):
            continue
        if is_header(printed):
            heads = grid.rows[max(number - 2, 0) : number]
            columns, unit = _in_unit(columns_of(grid.rows[number - 1 :])[0], heads, state.unit)
            is_of_money = not _is_of_indicators(heads)
            state = replace(state, unit=unit)
            continue
        stated_here: Unit | None = next(filter(None, map(unit_of, printed)), None)
        words = " ".join(printed)
        if not is_of_money and not (stated_here and (naming.names_funding(words) or naming.sources_of(words))):
            continue
        is_named = any(one.role in {"label", "source"} for one in columns)
        here = columns if is_of_money and is_named else _named_by_indicators(columns)
        wide = _wide(grid.rows, number - 1)
        for row in _split(printed, here):
            place = grid.place_of(number)
            own = codes_of((one.header, cell) for one, cell in zip(here, row, strict=False) if one.role == "code")
            labels = labels_of(row, here, own, state, line)
            state = state.after(labels, has_amounts=_is_data(row, here))
            unit_here = state.unit if is_of_money else stated_here
            found, left = _of_row(row, here, labels, replace(state, unit=unit_here), (place, wide))
            told = [replace(one, codes=own.words) for one in found]
            if title.is_part_of_year:
                told = [one.doubted("part-of-year") if one.stage == "actual" else one for one in told]
            explained, notes = _explained(told, row, here, place)
            values += explained
            left_out += [*left, *notes]
            if found:
                holder = labels.administrator if all(one.role != "executor" for one in here) else ""
                codes.append(replace(own, line=state.line, name=state.line_name, administrator=holder, place=place))
    return Part(with_wholes(values), tuple(left_out), of_lines(codes))


def _in_unit(
    columns: Sequence[Column], heads: Sequence[Sequence[str]], above: Unit | None
) -> tuple[list[Column], Unit | None]:
    """The columns, and what the table counts in where neither a column nor a row says it; `above` says it over it.

    Where sure amounts of other columns are in another unit, those of a column that states none are in doubt.
    """
    stated = [
        {unit_of(cell) for row in heads for cell in row[n : n + 1] if not re.search(r"\d[.,]\d", cell)} - {None}
        for n in range(len(columns))
    ]
    of_labels = [found for one, found in zip(columns, stated, strict=True) if one.role in {"label", "source"}]
    of_amounts = [found for one, found in zip(columns, stated, strict=True) if one.role in AMOUNTS and not one.doubts]
    known = [*of_labels, {above} - {None}, *of_amounts, *stated]
    unit: Unit | None = next((one for found in known for one in found), None)
    if len(set[Unit | None]({unit}).union(*of_amounts)) == 1:
        return list(columns), unit
    told = [
        one if found or one.role not in AMOUNTS else _doubted(one, "unit-of-another")
        for one, found in zip(columns, stated, strict=True)
    ]
    return told, unit


def _doubted(column: Column, doubt: Doubt) -> Column:
    return replace(column, doubts=(*column.doubts, doubt))


def _explained(
    values: Sequence[Value], row: Sequence[str], columns: Sequence[Column], place: str
) -> tuple[list[Value], list[LeftOut]]:
    """The amounts of a row, what a column says of why they differ with the last of them that was spent."""
    cells = [(column, " ".join(cell.split())) for column, cell in zip(columns, row, strict=False)]
    notes = [(column, cell) for column, cell in cells if column.role == "reason" and re.search("[А-Яа-яЁё]{4}", cell)]
    reason = " ".join(dict.fromkeys(cell for column, cell in notes if _SAYS_WHY.search(column.header)))
    of_years = [one for one in values if "part-of-year" not in one.doubts]
    spent = [one for one in of_years if one.stage == "actual"] or [one for one in of_years if one.stage == "revised"]
    told = max(spent, key=lambda one: one.year, default=None)
    left = [
        LeftOut(cell, f"{place}, столбец «{column.header}»", "note")
        for column, cell in notes
        if values and (told is None or not _SAYS_WHY.search(column.header))
    ]
    return [replace(one, reason=reason) if one is told else one for one in values], left


def _named_by_indicators(columns: Sequence[Column]) -> list[Column]:
    """The columns of a table of indicators for a row of it that holds money: the indicator names what it is."""
    return [
        replace(one, role="label") if re.search("показател|индикатор", one.header.lower()) else one for one in columns
    ]


def _wide(rows: Sequence[Sequence[str]], number: int) -> set[int]:
    """The columns of a row whose cells span other places too."""
    row, below = rows[number], rows[number + 1] if number + 1 < len(rows) else ()
    return {
        n
        for n, cell in enumerate(row)
        if isinstance(cell, Covered)
        or any(isinstance(other, Covered) and other == cell for other in (*row[n + 1 : n + 2], *below[n : n + 1]))
    }


def _is_of_indicators(heads: Sequence[Sequence[str]]) -> bool:
    """Whether the headers of a part of a table say that it holds indicators, as one table of a passport does."""
    words = " ".join(cell for row in heads for cell in row)
    return bool(_INDICATORS.search(words)) and not (unit_of(words) or naming.sources_of(words))


def _is_of_money(grid: Grid, above: str) -> bool:
    if naming.names_funding(above) or unit_of(above):
        return True
    return any(naming.sources_of(" ".join(row)) for row in grid.rows)


def _split(row: Sequence[str], columns: Sequence[Column]) -> list[tuple[str, ...]]:
    """The rows that one printed row holds, where its cells list several sources and their amounts line by line."""
    lines = [[line.strip() for line in cell.split("\n") if line.strip()] for cell in row]
    amounts = [cell for cell, one in zip(lines, columns, strict=False) if one.role in AMOUNTS and cell]
    counts = {len(cell) for cell in amounts}
    count = max(counts, default=1)
    if count < 2 or counts != {count} or not all(AMOUNT.fullmatch(line) for cell in amounts for line in cell):
        return [tuple(row)]
    labels = [cell for cell, one in zip(lines, columns, strict=False) if one.role in {"label", "source", "row-year"}]
    if not any(len(cell) == count and all(_names_one(line) for line in cell) for cell in labels):
        return [tuple(row)]
    return [tuple(cell[n] if len(cell) == count else " ".join(cell) for cell in lines) for n in range(count)]


def _names_one(line: str) -> bool:
    """Whether a line of a cell names by itself whose an amount is."""
    return bool(
        naming.sources_of(line) or naming.names_total(line) or naming.line_of(line) or YEAR_CELL.fullmatch(line)
    )


def _of_row(
    row: Sequence[str], columns: Sequence[Column], labels: Labels, state: State, where: tuple[str, Collection[int]]
) -> tuple[list[Value], list[LeftOut]]:
    """The amounts of a row; `where` is its place, and which of its cells span other places too."""
    place, wide = where
    values: list[Value] = []
    left_out: list[LeftOut] = []
    for number, (cell, column) in enumerate(zip(row, columns, strict=False), 1):
        if column.role not in {*AMOUNTS, "numbers"} or NOTHING.fullmatch(cell) or isinstance(cell, Covered):
            continue
        words = "\t".join(" ".join(one.split()) for one in row[:number] if one.strip())
        cell_place = f"{place}, столбец «{column.header}»" if column.header else place
        if column.role == "numbers" or not is_amount(cell):
            if re.search(r"\d", cell):
                left_out.append(LeftOut(words, cell_place, "columns" if column.role == "numbers" else "letters"))
            continue
        numbers = list(_numbers(cell))
        if not numbers:
            left_out.append(LeftOut(words, cell_place, "letters"))
        spread: list[Doubt] = ["structure"] if number - 1 in wide else []
        named = _of_all_its_years(row, columns, number - 1) if spread else column
        for amount, doubts in numbers:
            values.append(_value(cell, named, labels, state, (amount, doubts + spread, cell_place, words)))
    return values, left_out


def _of_all_its_years(row: Sequence[str], columns: Sequence[Column], number: int) -> Column:
    """The column of a cell that spans those of several years, as one of all these years."""
    column, last = columns[number], columns[number]
    for cell, other in zip(row[number + 1 :], columns[number + 1 :], strict=False):
        if not isinstance(cell, Covered) or cell != row[number] or other.role != "year":
            break
        last = other
    return replace(column, year=f"{column.year[:4]}-{last.year[-4:]}") if last is not column else column


def _value(
    cell: str, column: Column, labels: Labels, state: State, printed: tuple[Decimal, list[Doubt], str, str]
) -> Value:
    amount, own, place, words = printed
    unit = unit_of(cell) or unit_of(column.header) or _unit_of_label(labels.name) or state.unit
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
        stage=column.stage or labels.stage or "plan", amount=amount, unit=unit, administrator=labels.administrator,
        of_which=labels.of_which,
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


def _unit_of_label(label: str) -> Unit | None:
    """The unit that the name of a row states; of an amount within the name, «выплата 500 рублей», it is none."""
    return None if any(one.unit for one in amounts_of(label)) else unit_of(label)


def _plain(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()).lower() for cell in row)


def _is_data(row: Sequence[str], columns: Sequence[Column]) -> bool:
    return any(one.role in {*AMOUNTS, "numbers"} and is_amount(cell) for cell, one in zip(row, columns, strict=False))
