"""Every row of a table to take away says what it is from: its document, stage and status, and what is absent in it."""

import csv
import io
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, site_of
from vitrina.charts.chart import Chart
from vitrina.measures.known import Missing
from vitrina.open_data.csv_file import csv_file
from vitrina.render import document_titles
from vitrina.words.foreign import as_it_is
from vitrina.words.numbers import Language

EVERY_SITE = pytest.mark.parametrize(
    ("data", "language"), [(data, language) for data in (DIVNOGORSK, SAMPLE) for language in ("ru", "en")]
)
HEADS = {
    "ru": ["Чего нет и почему", "Документ", "План или факт", "Статус документа"],
    "en": ["What is absent and why", "Document", "Plan or actual", "Status of the document"],
}


def files(data: Path, language: Language) -> list[tuple[str, Chart, list[list[str]]]]:
    """Each chart with the folder of its page and the rows of its file, the heads first."""
    site = site_of(dataset_in(data), language)
    delimiter = ";" if language == "ru" else ","
    found = []
    for page in site.pages:
        for placed in page.charts.values():
            text = csv_file(placed.chart, document_titles(placed.home, site.contexts)).decode("utf-8-sig")
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
            found.append((page.place.folder, placed.chart, rows))
    return found


@EVERY_SITE
def test_every_row_names_its_document_its_stage_and_the_status_in_columns(data: Path, language: Language) -> None:
    titles = {
        as_it_is(title)
        for one in site_of(dataset_in(data), language).contexts
        for title in one.document_titles.values()
    }
    shown = files(data, language)
    assert len(shown) > 30
    for folder, chart, (head, *rows) in shown:
        assert len(rows) == len(chart.table.rows), "no line but the figures"
        assert head[len(chart.table.columns) :] == [name for name in HEADS[language] if name in head]
        for row, cells in zip(rows, chart.table.rows, strict=True):
            told = dict(zip(head, row, strict=True))
            assert told[HEADS[language][3]] == as_it_is(chart.status) != ""
            if any(isinstance(cell, Decimal) for cell in cells):
                assert set(told[HEADS[language][1]].split("; ")) <= titles, (folder, chart.id, row)
                stage = told.get(HEADS[language][2]) or cells[[one.id for one in chart.table.columns].index("stage")]
                assert stage or "plan" in [one.id for one in chart.table.columns], (folder, chart.id, row)


@EVERY_SITE
def test_an_absent_figure_is_an_empty_cell_and_its_row_tells_why(data: Path, language: Language) -> None:
    absent = 0
    for _, chart, (head, *rows) in files(data, language):
        for row, cells in zip(rows, chart.table.rows, strict=True):
            why = dict(zip(head, row, strict=True))[HEADS[language][0]]
            for column, text, cell in zip(chart.table.columns, row, cells, strict=False):
                if isinstance(cell, Missing):
                    absent += 1
                    assert text == ""
                    assert f"{as_it_is(column.title)}: " in why
            assert bool(why) == any(isinstance(cell, Missing) for cell in cells)
    assert absent


def test_a_source_that_the_document_does_not_name_is_not_stated() -> None:
    [rows] = [rows for folder, chart, rows in files(DIVNOGORSK, "ru") if (folder, chart.id) == ("", "funding-by-year")]
    told = dict(zip(rows[0], rows[1], strict=True))
    assert told["Год"] == "2014"
    assert told["Федеральный бюджет, тыс. ₽".replace(" ₽", "\u00a0₽")] == ""
    assert told["Чего нет и почему"].replace("\u00a0", " ") == "Федеральный бюджет, тыс. ₽: не указано"
    assert told["Документ"] == "Программа «Система образования города Дивногорска», проект 2021 года"
    assert told["План или факт"] == "план"
    assert told["Статус документа"].startswith("Проект 2021")


def test_a_report_stands_beside_the_plan_that_it_is_compared_with() -> None:
    [rows] = [
        rows
        for folder, chart, rows in files(SAMPLE, "ru")
        if (folder, chart.id) == ("parks/execution", "spent-by-year")
    ]
    told = dict(zip(rows[0], rows[1], strict=True))
    assert told["Документ"].split("; ") == [
        "Программа «Парки и дворы города Образцово-Вымышленска»",
        "Отчёт о парках и дворах за 2024 год",
    ]
    assert told["План или факт"] == "план; факт"


@pytest.mark.parametrize("sign", "=+-@＝＋－＠﹦﹢﹣﹫")
@pytest.mark.parametrize("before", ["", " ", "\t", "\r", "\n", " \t", "\u00a0", "\u3000", "\u200b", "\ufeff", "\x01"])
def test_no_text_is_a_formula_of_a_spreadsheet(before: str, sign: str) -> None:
    cell = first_cell(f"{before}{sign}1+1")
    assert cell.startswith("'")
    assert cell.endswith(f"{sign}1+1")


@pytest.mark.parametrize("text", ["Край", "№ 1 = 2", "«＝»", "1+1", " пробел", "−3,2 %", "'в кавычке'", ""])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert first_cell(text) == text


def first_cell(text: str) -> str:
    """What the file of a chart has where the chart's own table has the text."""
    [chart] = [chart for folder, chart, _ in files(DIVNOGORSK, "ru") if (folder, chart.id) == ("", "funding-by-year")]
    table = replace(chart.table, rows=((text, *chart.table.rows[0][1:]),), origins=chart.table.origins[:1])
    made = csv_file(replace(chart, table=table), defaultdict(str)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(made, newline=""), delimiter=";"))[1][0]
