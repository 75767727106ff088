"""Every figure of the document that belongs to residents is in the dataset, and on a page in both languages.

`document_figures.csv` was made by reading the document from the first line to the last, not from the dataset.
"""

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from support.rendered import elements_of
from vitrina.dataset.programme import Dataset, Programme
from vitrina.words import LANGUAGES
from vitrina.words.money import kopecks_from_thousands
from vitrina.words.numbers import NARROW_SPACE, Language, read_decimal, write_decimal

HERE = Path(__file__).parent
DOCUMENT = HERE.parents[1] / "build_data/programmes/education/documents/draft-2021.txt"
FIGURES = HERE / "document_figures.csv"
FUNDING = 54


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed, the few words around it, and where it lives in the dataset."""

    figure: str
    words: str
    table: str
    id: str
    """For money source and year: federal:2020, total:total."""


def listed() -> tuple[Figure, ...]:
    with FIGURES.open(encoding="utf-8-sig", newline="") as file:
        return tuple(Figure(**row) for row in csv.DictReader(file, delimiter=";"))


def test_the_list_is_as_long_as_the_document_has_figures() -> None:
    figures = listed()
    assert len(figures) >= 90
    assert sum(figure.table == "money" for figure in figures) == FUNDING


def test_every_figure_is_printed_in_the_document_in_these_words() -> None:
    text = one_line(DOCUMENT.read_text(encoding="utf-8"))
    missing = [figure for figure in listed() if figure.words not in text or not is_in(figure.figure, figure.words)]
    assert missing == []


def test_every_figure_is_in_the_dataset_at_its_place_with_its_value(programme: Programme) -> None:
    wrong = [figure for figure in listed() if not is_in_dataset(figure, programme)]
    assert wrong == []


def test_every_observation_of_the_dataset_was_found_by_the_reader_of_the_document_too(programme: Programme) -> None:
    """But for the one that the document tells in words alone: «очередь отсутствует»."""
    found = {figure.id for figure in listed() if figure.table == "observations"}
    assert {one.id for one in programme.observations if one.value} - found == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_on_a_page(dataset: Dataset, programme: Programme, language: Language) -> None:
    """An observation on a page that also names its indicator: a bare 11 would be found anywhere."""
    pages = [one_line(" ".join(page.itertext())) for page in elements_of(dataset, language).values()]
    missing = [
        f"{figure.figure} ({figure.table}, {figure.id})"
        for figure in listed()
        if not any(
            is_in(as_written(figure, language), page) and context_of(figure, programme, language) in page
            for page in pages
        )
    ]
    assert missing == []


def is_in_dataset(figure: Figure, programme: Programme) -> bool:
    if figure.table == "money":
        source, _, year = figure.id.partition(":")
        money = programme.money
        in_year = money["year"].isna() if year == "total" else money["year"] == int(year)
        amounts = money.loc[in_year & (money["source"] == source), "kopecks"]
        return list(amounts) == [kopecks_from_thousands(read_decimal(figure.figure))]
    if figure.table == "passport":
        return any(entry.id == figure.id and figure.figure in entry.value for entry in programme.passport)
    observed = next(one for one in programme.observations if one.id == figure.id)
    return observed.value == read_decimal(figure.figure)


def context_of(figure: Figure, programme: Programme, language: Language) -> str:
    """What must stand on the same page."""
    if figure.table != "observations":
        return ""
    indicator = next(one.indicator for one in programme.observations if one.id == figure.id)
    return one_line(programme.text("indicators", indicator, "short_name", language).text)


def as_written(figure: Figure, language: Language) -> str:
    """The figure as the site writes it: money to the kopeck, anything else with the document's own decimals."""
    if figure.table == "passport":
        return figure.figure.replace("-", "–")
    value = read_decimal(figure.figure)
    digits = 2 if figure.table == "money" else decimals(value)
    return write_decimal(value, language, digits)


def decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def is_in(figure: str, text: str) -> bool:
    """Whether the figure stands in the text as a whole number, not as a piece of a longer one."""
    apart = rf"(?<!\d)(?<!\d[,.{NARROW_SPACE}]){re.escape(figure)}(?!\d)(?![,.{NARROW_SPACE}]\d)"
    return re.search(apart, text) is not None


def one_line(text: str) -> str:
    """White space in a row as one plain space, but for the narrow space between the groups of a number."""
    return re.sub(rf"[^\S{NARROW_SPACE}]+", " ", text).strip()
