"""What is given away is a dataset again: read from its own files, it makes the same site to the byte."""

import io
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import load_workbook

from support.datasets import BATTERY, DIVNOGORSK, REGION, SAMPLE
from support.rendered import dataset_in, files_of, site_of
from vitrina.dataset.problems import problem_text
from vitrina.dataset.programme import Dataset
from vitrina.dataset.writing_cells import exact
from vitrina.measures.loading import load_dataset
from vitrina.pages.context import Context
from vitrina.pages.data_files import data_files
from vitrina.render import written
from vitrina.words import Words
from vitrina.words.numbers import read_decimal

EVERY_DATASET = pytest.mark.parametrize(
    "data", [DIVNOGORSK, SAMPLE, REGION, BATTERY], ids=lambda data: data.parent.name
)


def main_contexts(data: Path) -> Iterator[Context]:
    dataset = dataset_in(data)
    yield from site_of(dataset, dataset.city.languages[0]).contexts


def from_archive(data: Path, folder: Path) -> None:
    for context in main_contexts(data):
        [archive] = [made for path, made in files_of(context).items() if path.endswith("-dataset.zip")]
        zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)


def from_tables_for_programs(data: Path, folder: Path) -> None:
    """The tables alone; the settings and the documents' texts are those of the archive."""
    from_archive(data, folder)
    for context in main_contexts(data):
        made = files_of(context)
        places = {"programme": folder / "programmes" / context.programme.id, "reference": folder / "reference"}
        for file in data_files(context):
            if file.form == "for-programs" and file.contents:
                table = file.contents.table
                (places[table.folder] / f"{table.name}.csv").write_bytes(made[file.path])


def from_workbook(data: Path, folder: Path) -> None:
    """One workbook for each folder of tables; the settings and the documents' texts are those of the archive."""
    from_archive(data, folder)
    for table in folder.rglob("*.csv"):
        table.unlink()
    for context in main_contexts(data):
        [made] = [made for path, made in files_of(context).items() if path.endswith(".xlsx")]
        for place in (folder / "programmes" / context.programme.id, folder / "reference"):
            place.mkdir(parents=True, exist_ok=True)
            (place / "tables.xlsx").write_bytes(made)


QUICK = [(BATTERY, from_workbook), (BATTERY, from_tables_for_programs)]
"""The dataset of the battery is small and fills every column."""
FORMS = (from_archive, from_tables_for_programs, from_workbook)
ALIKE = [pair for pair in product((DIVNOGORSK, SAMPLE, REGION, BATTERY), FORMS) if pair not in QUICK]


@pytest.mark.parametrize(
    ("data", "unpack"), [*QUICK, *(pytest.param(*pair, marks=pytest.mark.thorough) for pair in ALIKE)]
)
def test_the_dataset_read_back_makes_the_same_site(
    data: Path, unpack: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    unpack(data, tmp_path / "build_data")
    reading = load_dataset(tmp_path / "build_data")
    assert reading.problems == ()
    assert reading.dataset
    for language in reading.dataset.city.languages:
        again, first = written_of(reading.dataset, language), written_of(dataset_in(data), language)
        assert again.keys() == first.keys()
        assert [path for path in first if again[path] != first[path]] == []


def written_of(dataset: Dataset, language: str) -> Mapping[str, bytes | str]:
    """All that is written of a site, without its pictures."""
    return written(site_of(dataset, language), Words(language), lambda _: "")


def test_a_fault_in_the_workbook_is_named_with_its_sheet_row_and_column(tmp_path: Path) -> None:
    from_workbook(BATTERY, tmp_path)
    path = tmp_path / "programmes/parks/tables.xlsx"
    book = load_workbook(path)
    book["Деньги"]["F7"] = "много"
    book.save(path)
    [problem] = load_dataset(tmp_path).problems
    assert problem_text(problem, Words("ru")).startswith("parks/tables.xlsx/money, строка 7, «Сумма» (amount): «много»")


def test_a_table_of_its_own_must_agree_with_the_workbook(tmp_path: Path) -> None:
    from_workbook(BATTERY, tmp_path)
    kept = tmp_path / "programmes/parks/texts.csv"
    shutil.copy(BATTERY / "programmes/parks/texts.csv", kept)
    assert load_dataset(tmp_path).problems == ()
    kept.write_text(kept.read_text(encoding="utf-8").replace("на парки", "на школы"), encoding="utf-8")
    assert [problem.rule for problem in load_dataset(tmp_path).problems] == ["two_files"]


@given(some.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**11), max_value=10**11, places=5))
def test_a_number_is_read_as_it_was_written(number: Decimal) -> None:
    assert read_decimal(exact(number)) == number
