"""A column of a table has one number of decimals, so that its figures can be compared by their places."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, elements_of
from vitrina.pages.decimals import in_columns
from vitrina.words import Words
from vitrina.words.numbers import Language

FIGURE = {
    "ru": re.compile(r"(?:\D{1,12}\s)?[+−]?\d[\d\u202f]*(?:,(\d+))?(\s?%|)"),
    "en": re.compile(r"(?:\D{1,12}\s)?[+−]?\d[\d,]*(?:\.(\d+))?(\s?%|)"),
}
ASIDE = {"v-former", "v-sr"}


def table(*rows: str) -> str:
    return f'<table class="v-data">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'


@pytest.mark.parametrize(
    ("language", "given", "expected"),
    [
        ("ru", ("<td>1\u202f234</td>", "<td>0,5</td>"), ("<td>1\u202f234,0</td>", "<td>0,5</td>")),
        ("en", ("<td>1,234</td>", "<td>0.5</td>"), ("<td>1,234.0</td>", "<td>0.5</td>")),
        ("ru", ("<td>190</td>", "<td>84,5\u00a0%</td>"), ("<td>190</td>", "<td>84,5\u00a0%</td>")),
        (
            "ru",
            ("<td>не\u00a0больше 0\u00a0%</td>", "<td>−4,5\u00a0%</td>"),
            ("<td>не\u00a0больше 0,0\u00a0%</td>", "<td>−4,5\u00a0%</td>"),
        ),
        (
            "ru",
            ("<td><b>7</b></td>", "<td>0,25<small>было 3</small></td>"),
            ("<td><b>7,00</b></td>", "<td>0,25<small>было 3</small></td>"),
        ),
        (
            "ru",
            ("<th>2024</th><td>0,5</td>", '<th colspan="2">2</th>'),
            ("<th>2024</th><td>0,5</td>", '<th colspan="2">2</th>'),
        ),
        (
            "ru",
            ("<td>№ 6</td>", "<td>1 января</td>", "<td>0,5</td>"),
            ("<td>№ 6</td>", "<td>1 января</td>", "<td>0,5</td>"),
        ),
    ],
)
def test_figures_of_one_unit_in_one_column_are_drawn_even(
    language: Language, given: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert in_columns(table(*given), Words(language)) == table(*expected)


def test_text_outside_tables_is_left_alone() -> None:
    assert in_columns("7 и 0,25", Words("ru")) == "7 и 0,25"


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("data", [DIVNOGORSK, SAMPLE], ids=["Divnogorsk", "the sample"])
def test_every_column_of_every_page_has_one_number_of_decimals(data: Path, language: Language) -> None:
    columns = 0
    for place, root in elements_of(dataset_in(data), language).items():
        for shown in root.iter("table"):
            if "v-data" not in shown.get("class", ""):
                continue
            decimals: dict[tuple[int, str], set[int]] = {}
            for column, text in cells(shown):
                if found := FIGURE[language].fullmatch(text):
                    decimals.setdefault((column, found[2].strip()), set()).add(len(found[1] or ""))
            columns += len(decimals)
            assert {where: of for where, of in decimals.items() if len(of) > 1} == {}, place
    assert columns > 100


def cells(shown: Element) -> Iterator[tuple[int, str]]:
    """What is seen in each cell, with its column."""
    for row in shown.iter("tr"):
        column = 0
        for cell in row:
            yield column, " ".join(seen(cell).split())
            column += int(cell.get("colspan", "1"))


def seen(element: Element) -> str:
    inside = (
        ("" if ASIDE & set(child.get("class", "").split()) else seen(child)) + (child.tail or "") for child in element
    )
    return (element.text or "") + "".join(inside)
