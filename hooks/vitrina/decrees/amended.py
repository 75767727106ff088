"""What an amending decree says anew: read of its new wordings alone, for its orders quote what no longer holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from vitrina.decrees import naming
from vitrina.decrees.amendments import Amendment, Amendments
from vitrina.decrees.blocks import Block, Grid, Paragraph
from vitrina.decrees.grids import is_numeric
from vitrina.decrees.indicators import Indicator, read_indicators
from vitrina.decrees.nodes import nodes_of
from vitrina.decrees.parts import Part
from vitrina.decrees.passport import Passport, read_passport
from vitrina.decrees.reading import Reading, amounts_with_unit, read_part, whole_reading
from vitrina.decrees.text_tables import with_tables
from vitrina.decrees.values import PROGRAMME, Doubt, LeftOut, Value

_OF_PROGRAMME = re.compile(r"(?<!под)программ", re.IGNORECASE)
_OF_SOME_PART = re.compile(
    r"(?:паспорт|реализаци[ия]|финансировани[еяю]|обеспечени[еяю]|мероприяти[йяе])[а-яё]*\s+(?:[а-яё]+\s+)?"
    r"подпрограмм[ыеу]\b(?!\s*(?:№\s*)?[\dIVX])",
    re.IGNORECASE,
)
"""A subprogramme that is spoken of without its number: which one, the document says elsewhere."""
_TITLE = re.compile(
    r"(?:паспорт|наименование)\s+(?:[а-яё]+\s+){0,2}?(?P<part>под)?программ", re.IGNORECASE
)  # fmt: skip
_EDITIONS = re.compile(
    r"(?:действующ|прежн|стар|нов|предлагаем|существующ)[а-яё]+\s+редакци|\bбыло\b|\bстало\b", re.IGNORECASE
)
_WHOLE = re.compile(r"(?!(?:19|20)\d\d$)\d{1,6}")
_FIGURE = re.compile(r"[-−–]?\s*\d[\d \u00a0\u202f]*[.,]\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+")


def read_amended(amendments: Amendments) -> tuple[Passport, tuple[Indicator, ...], Reading]:
    """Passport, indicators and money of the new wordings; every other sum of money is left out by name."""
    worded = [one for one in amendments.orders if one.content]
    indicators = [indicator for one in worded for indicator in _indicators(one)]
    indicators += read_indicators(tuple(with_tables(amendments.annexes)))
    parts = [_part(one.content, one.line, one) for one in worded]
    if _names_programme(amendments.annexes):
        parts.append(read_part(amendments.annexes, PROGRAMME))
    else:
        parts += [_part(annex, PROGRAMME) for annex in _apart(amendments.annexes)]
    parts += [_unread(one, part, indicators) for one, part in zip(worded, tuple(parts), strict=False)]
    parts.append(Part(left_out=tuple(_not_worded(amendments))))
    if not amendments.is_of_one:
        parts = [part.of_unknown_line() for part in parts]
        indicators = [one.of_unknown_line() for one in indicators]
    return _passport(amendments), tuple(indicators), whole_reading(parts)


def _indicators(one: Amendment) -> tuple[Indicator, ...]:
    above = Paragraph(one.target, one.place)
    return tuple(replace(found, line=one.line) for found in read_indicators((above, *with_tables(one.content))))


def _part(blocks: Sequence[Block], line: str, order: Amendment | None = None) -> Part:
    """What a wording says of money: it may not be certain whose it is, and a table may compare two editions."""
    compared = [block for block in blocks if isinstance(block, Grid) and _compares(block)]
    part = read_part([block for block in blocks if block not in compared], line)
    left_out = tuple(left for grid in compared for left in _rows_left(grid))
    is_certain = line != PROGRAMME or _is_of_programme(blocks, order.target if order else "")
    is_certain = is_certain and not (order and order.names_several)
    values = tuple(one if is_certain or one.line != PROGRAMME else one.doubted("line") for one in part.values)
    if order and order.kind == "added":  # a row that names nothing is of those that stand around it
        values = tuple(one.doubted("line") if one.line == line and not _names_a_line(one) else one for one in values)
    return replace(part, values=values, left_out=(*part.left_out, *left_out))


def _compares(grid: Grid) -> bool:
    header = " ".join(cell for row in grid.rows[:2] for cell in dict.fromkeys(row))
    return len(_EDITIONS.findall(header)) > 1


def _names_a_line(value: Value) -> bool:
    return naming.line_of(value.words) is not None


def _is_of_programme(blocks: Sequence[Block], target: str) -> bool:
    """Whether a wording that names no subprogramme is of the programme as a whole, and not of a part it does not
    name."""
    text = f"{target}\n{_text(blocks)}"
    return _OF_PROGRAMME.search(text) is not None and _OF_SOME_PART.search(text) is None


def _apart(annexes: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Appendices one by one."""
    starts = [n for n, one in enumerate(annexes) if n and isinstance(one, Paragraph) and _starts(one.text)]
    for first, last in pairwise([0, *starts, len(annexes)]):
        if first < last:
            yield tuple(annexes[first:last])


def _starts(text: str) -> bool:
    return re.match(r"\s*приложение\b(?!.*\bк\s+(?:[а-яё]+\s+)?программе)", text, re.IGNORECASE) is not None


def _names_programme(blocks: Sequence[Block]) -> bool:
    """Whether the passport of the programme stands there, before that of any subprogramme."""
    found = _TITLE.search(_text(blocks))
    return found is not None and not found["part"]


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(
        one.text if isinstance(one, Paragraph) else "\n".join(" ".join(dict.fromkeys(row)) for row in one.rows)
        for one in blocks
    )


def _passport(amendments: Amendments) -> Passport:
    """Of all that words rows of the programme's own passport anew."""
    found = [read_passport(amendments.annexes)] if _names_programme(amendments.annexes) else []
    found += [
        read_passport(
            (Paragraph("Паспорт программы", one.place), *(block for block in one.content if not _is_table(block)))
        )
        for one in amendments.orders
        if one.line == PROGRAMME and _words_passport(one)
    ]
    doubts: tuple[Doubt, ...] = () if amendments.is_of_one else ("line",)
    return Passport(
        tuple(replace(entry, doubts=(*entry.doubts, *doubts)) for passport in found for entry in passport.entries),
        {place: title for passport in found for place, title in passport.places.items()},
    )


def _is_table(block: Block) -> bool:
    """A table of figures, whose first column may be headed as a row of a passport is: «Наименование»."""
    return isinstance(block, Grid) and is_numeric(block)


def _words_passport(one: Amendment) -> bool:
    """Whether an order words rows of the programme's own passport anew, or all of it."""
    is_of_part = re.search(r"паспорт[а-яё]*\s+(?:[а-яё]+\s+)?подпрограмм", one.target, re.IGNORECASE) is not None
    return bool(one.content) and not is_of_part and (one.subject == "passport" or _names_programme(one.content))


def _unread(order: Amendment, part: Part, indicators: Sequence[Indicator]) -> Part:
    """The figures of a new wording that nobody read: rows without the header of their table, for instance."""
    places = [one.place for one in part.values] + [one.place for one in part.left_out]
    places += [one.place for one in indicators]
    left_out = []
    for block in with_tables(order.content):
        if isinstance(block, Grid):
            left_out += [row for row in _rows_left(block) if not any(_is_within(place, row.place) for place in places)]
            continue
        told = {value.amount for value in part.values if _is_within(value.place, block.place)}
        told |= {number for left in part.left_out for number in _amounts(left.words)}
        is_row = _has_figures(block.text.split("\t")) and block.place not in places
        if is_row or _amounts(block.text) - told:
            left_out.append(LeftOut(_one_line(block.text), block.place, "not-funding"))
    return Part(left_out=tuple(left_out))


def _amounts(text: str) -> set[Decimal]:
    return {node.amount.value for node in nodes_of(text, "") if node.amount}


def _rows_left(grid: Grid) -> Iterator[LeftOut]:
    for number, row in enumerate(grid.rows, 1):
        if _has_figures(row):
            words = "\t".join(" ".join(cell.split()) for cell in row if cell.strip())
            yield LeftOut(words, f"{grid.place}, строка {number}", "columns")


def _has_figures(row: Sequence[str]) -> bool:
    """Whether a row holds figures: a number with a fraction or with groups of digits, or numbers beside a name."""
    cells = [cell.strip() for cell in row if cell.strip()]
    if any(_FIGURE.fullmatch(cell) for cell in cells):
        return True
    names = any(re.search(r"[А-Яа-яЁё]{4}", cell) for cell in cells)
    return names and any(_WHOLE.fullmatch(cell) for cell in cells[1:])


def _is_within(place: str, block: str) -> bool:
    return place == block or place.startswith(f"{block},")


def _not_worded(amendments: Amendments) -> Iterator[LeftOut]:
    """Sums of money that orders name without a new wording, and those of what orders nothing."""
    for one in amendments.orders:
        named = "".join((*one.old, *one.new))
        is_unknown = one.kind == "other" and amounts_with_unit(one.words)
        if is_unknown or (not one.content and re.search(r"\d", named)):
            yield LeftOut(one.words, one.place, "amendment")
    for block in amendments.rest:
        if isinstance(block, Grid):
            yield from _rows_left(block)
        elif amounts_with_unit(block.text):
            yield LeftOut(_one_line(block.text), block.place, "not-funding")


def _one_line(text: str) -> str:
    return " ".join(text.split())
