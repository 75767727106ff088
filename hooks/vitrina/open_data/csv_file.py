"""The figures behind a chart as a CSV file that both a spreadsheet and a program read without being asked."""

import csv
import io
from decimal import Decimal

from vitrina.charts.chart import Cell, Table
from vitrina.words.foreign import as_it_is
from vitrina.words.numbers import Language

_DELIMITER = {"ru": ";", "en": ","}
_POINT = {"ru": ",", "en": "."}
# A spreadsheet would take a text that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(table: Table, language: Language) -> bytes:
    """UTF-8 with a byte order mark; in Russian with semicolons and decimal commas, as a Russian spreadsheet expects.

    Amounts are thousand roubles, exact. A figure that is not stated is an empty cell, 0 is 0.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=_DELIMITER[language], lineterminator="\r\n")
    writer.writerow(_cell(column.title, language) for column in table.columns)
    writer.writerows([_cell(cell, language) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Cell, language: Language) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value:f}".replace(".", _POINT[language])
        case str():
            text = as_it_is(value)
            return f"'{text}" if text.startswith(_FORMULA) else text
        case _:
            return str(value)
