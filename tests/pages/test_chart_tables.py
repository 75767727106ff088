"""«Таблица» under a chart leads to the figures of that very chart, wherever the table stands."""

import posixpath
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, elements_of, site_of
from vitrina.charts.chart import Cell
from vitrina.pages.page import PlacedChart
from vitrina.words import Words
from vitrina.words.numbers import Language

Row = list[str]

EVERY_SITE = pytest.mark.parametrize(
    ("data", "language"),
    [
        (DIVNOGORSK, "ru"),
        (DIVNOGORSK, "en"),
        (SAMPLE, "ru"),
        pytest.param(SAMPLE, "en", marks=pytest.mark.thorough),
    ],
)
FIGURE = re.compile(r"[−+-]?\d[\d\u00a0\u202f ,.]*")
SCALES = (1, 1000)
"""A page may write thousands of roubles in millions."""
ROUNDED = Decimal("0.005")
"""By how much the percents of a chart's table may be rounded already."""


def charts(data: Path, language: Language) -> Iterator[tuple[str, PlacedChart]]:
    """With the folder of the page that shows it."""
    for page in site_of(dataset_in(data), language).pages:
        for placed in page.charts.values():
            yield page.place.folder, placed


def by_id(root: Element, identity: str) -> Element:
    [found] = [element for element in root.iter() if element.get("id") == identity]
    return found


def words_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def target(data: Path, language: Language, folder: str, chart: str) -> Element:
    """The table below the chart, or the one that its link leads to."""
    figure = by_id(elements_of(dataset_in(data), language)[folder], chart)
    inside = list(figure.iter("table"))
    if inside:
        [table] = inside
        [name] = [words_of(element) for element in figure.iter("summary")]
        assert name == Words(language).say("Таблица")
        return table
    link = re.search(rf"\[{Words(language).say('Таблица')}\]\(([^)#]*)#([\w-]+)\)", "".join(figure.itertext()))
    assert link, f"{folder}: {chart} leads to no table"
    page = posixpath.normpath(posixpath.join(folder, posixpath.dirname(link[1]))) if link[1] else folder
    [table] = by_id(elements_of(dataset_in(data), language)[page.strip(".")], link[2]).iter("table")
    return table


def rows_of(table: Element) -> list[Row]:
    return [[words_of(cell) for cell in row if cell.tag in {"th", "td"}] for row in table.iter("tr")]


def is_headed(row: Row, key: Cell) -> bool:
    """By the key, behind which a page may say more: «2025, запланировано заранее»."""
    head = " ".join(str(key).split())
    return row[0] == head or row[0].startswith(f"{head},")


def figures_in(cell: str, language: Language) -> Iterator[Decimal]:
    for found in FIGURE.findall(cell):
        plain = re.sub(r"[\u00a0\u202f ]", "", found).replace("−", "-").rstrip(".,")
        yield Decimal(plain.replace(",", ".") if language == "ru" else plain.replace(",", ""))


def is_shown(value: Decimal, row: Row, language: Language) -> bool:
    for cell in row[1:]:
        for figure in figures_in(cell, language):
            digits = -int(figure.as_tuple().exponent)
            for scale in SCALES:
                if abs(figure - value / scale) <= Decimal(5).scaleb(-digits - 1) + ROUNDED / scale:
                    return True
    return False


@EVERY_SITE
def test_the_table_of_a_chart_holds_every_figure_of_it(data: Path, language: Language) -> None:
    shown = list(charts(data, language))
    assert len(shown) > 30
    for folder, placed in shown:
        rows = rows_of(target(data, language, folder, placed.chart.id))
        for key, *cells in placed.chart.table.rows:
            values = [cell for cell in cells if isinstance(cell, Decimal)]
            headed = [row for row in rows if is_headed(row, key)]
            fitting = [row for row in headed if all(is_shown(value, row, language) for value in values)]
            assert fitting, (folder, placed.chart.id, key, values, headed)


@EVERY_SITE
def test_a_column_below_a_chart_has_one_number_of_decimals(data: Path, language: Language) -> None:
    point = "," if language == "ru" else "."
    for folder, placed in charts(data, language):
        figure = by_id(elements_of(dataset_in(data), language)[folder], placed.chart.id)
        for table in figure.iter("table"):
            body = [row[1:] for row in rows_of(table)[1:]]
            for column in zip(*body, strict=True):
                decimals = {
                    len(cell.partition(point)[2]) for cell in column if re.fullmatch(r"(?:[≥≤>]\s)?−?[\d\s,.]+", cell)
                }
                assert len(decimals) <= 1, (folder, placed.chart.id, column)
