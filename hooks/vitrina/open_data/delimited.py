"""Tables as CSV: one form that a spreadsheet opens without being asked, and one that programs read alike everywhere."""

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal

from vitrina.dataset.writing_cells import Plain, exact
from vitrina.words.foreign import as_it_is
from vitrina.words.numbers import Language, decimal_mark

# A spreadsheet would take a text that begins so for a formula: some pass over what is blank before it, and some, made
# for the wide letters of Chinese and Japanese, read the wide signs as the narrow ones.
_SIGNS = "=+@\\-\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20"
_BLANK = r"\s\x00-\x1f\u200b-\u200f\u2060\ufeff"
_FORMULA = re.compile(f"[{_BLANK}]*[{_SIGNS}]|[\t\r\n]")


def for_people(rows: Iterable[Iterable[Plain]], language: Language) -> bytes:
    """UTF-8 with a byte order mark; semicolons and decimal commas where spreadsheets of the language expect them."""
    return for_editing(([_safe(cell) if isinstance(cell, str) else cell for cell in row] for row in rows), language)


def for_editing(rows: Iterable[Iterable[Plain]], language: Language) -> bytes:
    """The same with every text as it is, to be read as a dataset again."""
    mark = decimal_mark(language)
    written = ((_local(cell, mark) for cell in row) for row in rows)
    return _written(written, ";" if mark == "," else ",").encode("utf-8-sig")


def for_programs(rows: Iterable[Iterable[Plain]]) -> bytes:
    """UTF-8, commas, decimal points and ISO dates, as RFC 4180 has it; no text is changed."""
    return _written(
        ((as_it_is(cell) if isinstance(cell, str) else exact(cell) for cell in row) for row in rows), ","
    ).encode()


def _written(rows: Iterable[Iterable[str]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _local(value: Plain, mark: str) -> str:
    return exact(value).replace(".", mark) if isinstance(value, Decimal) else exact(value)


def _safe(text: str) -> str:
    shown = as_it_is(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown
