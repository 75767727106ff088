"""The figures of a table's column get one number of decimals, that of the finest among them: so they can be compared.

Templates write each figure as it needs to be by itself; only the finished table shows what stands in one column.
"""

import re
from collections.abc import Iterator
from functools import cache

from vitrina.words import Words
from vitrina.words.numbers import NO_BREAK_SPACE, decimal_mark, group_mark
from vitrina.words.provenance import without_marks

_TABLE = re.compile(r'<table class="v-data.*?</table>', re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"(?<=<t)[dh]\b[^>]*>.*?(?=</t[dh]>)", re.DOTALL)
_SPAN = re.compile(r'[^>]*\bcolspan="(\d+)"')
_TEXT = re.compile(r"(?<=>)[^<>]+")
_SIGNS = ("≥", ">", "≤")


def in_columns(markdown: str, words: Words) -> str:
    """A page with the figures of each of its tables' columns drawn even. Figures of different units are apart."""
    return _TABLE.sub(lambda table: _even(table[0], words), markdown)


def _even(table: str, words: Words) -> str:
    figure, finest = _figure(words), dict[tuple[int, str], int]()
    for column, text in _texts(table):
        if found := figure.fullmatch(without_marks(text)):
            key = column, found["unit"]
            finest[key] = max(finest.get(key, 0), len(found["part"] or ""))

    def padded(column: int, text: str) -> str:
        found = figure.fullmatch(without_marks(text))
        digits = finest[column, found["unit"]] if found else 0
        if not found or not digits:
            return text
        part = (found["part"] or "").ljust(digits, "0")
        number, mark = found["whole"], decimal_mark(words.language)
        written = f"{number}{mark}{found['part']}" if found["part"] else number
        return text.replace(written, f"{number}{mark}{part}", 1)

    def row(written: str) -> str:
        columns = _columns(written)
        return _CELL.sub(lambda cell: _TEXT.sub(lambda text: padded(columns[cell.start()], text[0]), cell[0]), written)

    return _ROW.sub(lambda found: row(found[0]), table)


def _columns(row: str) -> dict[int, int]:
    """Where each cell of a row begins, and in which column it stands."""
    found, column = {}, 0
    for cell in _CELL.finditer(row):
        found[cell.start()] = column
        span = _SPAN.match(cell[0])
        column += int(span[1]) if span else 1
    return found


def _texts(table: str) -> Iterator[tuple[int, str]]:
    """Every piece of text of the cells with the number of its column."""
    for row in _ROW.findall(table):
        columns = _columns(row)
        for cell in _CELL.finditer(row):
            for text in _TEXT.findall(cell[0]):
                yield columns[cell.start()], text


@cache
def _figure(words: Words) -> re.Pattern[str]:
    """A figure and nothing else, but for a sign, in words too, and a percent sign."""
    spoken = (re.escape(words.signed(sign, "").strip()) for sign in _SIGNS)
    phrases = "|".join(re.sub(rf"\\ |{NO_BREAK_SPACE}", r"\\s", phrase) for phrase in spoken)
    return re.compile(
        rf"(?:(?:{phrases}|[≥≤]|&#62;)\s)?[+−]?(?P<whole>\d[\d{group_mark(words.language)}]*)"
        rf"(?:{re.escape(decimal_mark(words.language))}(?P<part>\d+))?(?P<unit>\s?%|)"
    )
