"""The figures behind a chart as a CSV file that both a spreadsheet and a program read without being asked.

Every row says what it is from, so that a part of the file that is copied elsewhere still tells it.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from vitrina.charts.chart import Cell, Chart
from vitrina.dataset.tables.choices import OBSERVATION_STAGES, STAGES
from vitrina.measures.known import Missing, Reason
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import as_it_is
from vitrina.words.numbers import Language, decimal_mark

# A spreadsheet would take a text that begins so for a formula: some pass over what is blank before it, and some, made
# for the wide letters of Chinese and Japanese, read the wide signs as the narrow ones.
_SIGNS = "=+@\\-\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20"
_BLANK = r"\s\x00-\x1f\u200b-\u200f\u2060\ufeff"
_FORMULA = re.compile(f"[{_BLANK}]*[{_SIGNS}]|[\t\r\n]")
_STAGES = {**STAGES, **OBSERVATION_STAGES}
_REASONS: Mapping[Reason, str] = {
    "not-stated": sentence("не указано"),
    "not-applicable": sentence("не применимо"),
    "part-unknown": sentence("часть суммы не указана"),
    "nothing-to-compare": sentence("сравнить не с чем"),
}
"""Why there is no figure."""
_OWN_STAGE = "stage"
"""A column of a table whose figures are of several stages: it says it for each row already."""


def csv_file(chart: Chart, titles: Mapping[str, str]) -> bytes:
    """UTF-8 with a byte order mark; semicolons and decimal commas where spreadsheets of the language expect them.

    Amounts are thousand roubles, exact. A figure that is absent is an empty cell, and a column of its row tells why;
    0 is 0. `titles` are those of the documents, by id, in the chart's language.
    """
    table, words = chart.table, Words(chart.language)
    has_stage = any(column.id == _OWN_STAGE for column in table.columns)
    heads = {
        "absent": words.say("Чего нет и почему"),
        "document": words.say("Документ"),
        **({} if has_stage else {"stage": words.say("План или факт")}),
        "status": words.say("Статус документа"),
    }
    text = io.StringIO()
    writer = csv.writer(text, delimiter=_delimiter(chart.language), lineterminator="\r\n")
    writer.writerow(
        _cell(title, chart.language) for title in [*(column.title for column in table.columns), *heads.values()]
    )
    for row, origin in zip(table.rows, table.origins, strict=True):
        told = {
            "absent": "; ".join(_absent(chart, row, words)),
            "document": "; ".join(as_it_is(titles[document]) for document in origin.documents),
            "stage": "; ".join(words.message(_STAGES[stage]) for stage in origin.stages),
            "status": chart.status,
        }
        writer.writerow(_cell(cell, chart.language) for cell in [*row, *(told[head] for head in heads)])
    return text.getvalue().encode("utf-8-sig")


def _delimiter(language: Language) -> str:
    return ";" if decimal_mark(language) == "," else ","


def _absent(chart: Chart, row: tuple[Cell, ...], words: Words) -> Iterator[str]:
    """Every figure of a row that there is not, with the reason."""
    for column, cell in zip(chart.table.columns, row, strict=True):
        if isinstance(cell, Missing):
            yield words.say("{what}: {reason}", what=as_it_is(column.title), reason=words.say(_REASONS[cell.reason]))


def _cell(value: Cell, language: Language) -> str:
    match value:
        case None | Missing():
            return ""
        case Decimal():
            return f"{value:f}".replace(".", decimal_mark(language))
        case str():
            text = as_it_is(value)
            return f"'{text}" if _FORMULA.match(text) else text
        case _:
            return str(value)
