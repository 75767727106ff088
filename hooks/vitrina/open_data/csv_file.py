"""The figures behind a chart as CSV files, for a spreadsheet and for programs.

Every row says what it is from, so that a part of the file that is copied elsewhere still tells it.
"""

from collections.abc import Iterator, Mapping

from vitrina.charts.chart import Cell, Chart
from vitrina.dataset.tables.choices import OBSERVATION_STAGES, STAGES
from vitrina.dataset.writing_cells import Plain
from vitrina.measures.known import Missing, Reason
from vitrina.open_data.delimited import for_people, for_programs
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import as_it_is

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
    """For a spreadsheet, with heads in the chart's language.

    Amounts are thousand roubles, exact. A figure that is absent is an empty cell, and a column of its row tells why;
    0 is 0. `titles` are those of the documents, by id, in the chart's language.
    """
    table, words = chart.table, chart.words
    heads = {
        "absent": words.say("Чего нет и почему"),
        "document": words.say("Документ"),
        **({} if _has_stage(chart) else {"stage": words.say("План или факт")}),
        "status": words.say("Статус документа"),
    }
    rows: list[list[Plain]] = [[*(column.title for column in table.columns), *heads.values()]]
    for row, origin in zip(table.rows, table.origins, strict=True):
        told = {
            "absent": "; ".join(_absent(chart, row, words)),
            "document": "; ".join(as_it_is(titles[document]) for document in origin.documents),
            "stage": "; ".join(words.message(_STAGES[stage]) for stage in origin.stages),
            "status": chart.status,
        }
        rows.append([*map(_plain, row), *(told[head] for head in heads)])
    return for_people(rows, chart.words.language)


def csv_for_programs(chart: Chart) -> bytes:
    """Columns by their ids, documents and stages by theirs, several of them with a space between; `absent` names the
    columns whose figure there is not, each with the id of the reason."""
    table = chart.table
    heads = ("absent", "document", *(() if _has_stage(chart) else ("stage",)), "status")
    rows: list[list[Plain]] = [[*(column.id for column in table.columns), *heads]]
    for row, origin in zip(table.rows, table.origins, strict=True):
        missing = zip(table.columns, row, strict=True)
        told = {
            "absent": " ".join(f"{column.id}:{cell.reason}" for column, cell in missing if isinstance(cell, Missing)),
            "document": " ".join(origin.documents),
            "stage": " ".join(origin.stages),
            "status": chart.status,
        }
        rows.append([*map(_plain, row), *(told[head] for head in heads)])
    return for_programs(rows)


def _has_stage(chart: Chart) -> bool:
    return any(column.id == _OWN_STAGE for column in chart.table.columns)


def _absent(chart: Chart, row: tuple[Cell, ...], words: Words) -> Iterator[str]:
    """Every figure of a row that there is not, with the reason."""
    for column, cell in zip(chart.table.columns, row, strict=True):
        if isinstance(cell, Missing):
            yield words.say("{what}: {reason}", what=as_it_is(column.title), reason=words.say(_REASONS[cell.reason]))


def _plain(cell: Cell) -> Plain:
    return None if isinstance(cell, Missing) else cell
