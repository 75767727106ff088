"""What is given away is a dataset again: read from its own files, it makes the same site to the byte."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from support.datasets import BATTERY, DIVNOGORSK, REGION, SAMPLE
from support.rendered import dataset_in, site_of
from vitrina.dataset.programme import Dataset
from vitrina.dataset.writing_cells import exact
from vitrina.measures.checked import read_checked
from vitrina.open_data.data_files import made_files
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
        [archive] = [made for path, made in made_files(context).items() if path.endswith("-dataset.zip")]
        zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)


def from_tables_for_programs(data: Path, folder: Path) -> None:
    """The tables alone; the settings and the documents' texts are those of the archive."""
    from_archive(data, folder)
    for context in main_contexts(data):
        made = made_files(context)
        places = {"programme": folder / "programmes" / context.programme.id, "reference": folder / "reference"}
        for file in data_files(context):
            if file.form == "for-programs" and file.contents:
                table = file.contents.table
                (places[table.folder] / f"{table.name}.csv").write_bytes(made[file.path])


QUICK = [(DIVNOGORSK, from_tables_for_programs), (SAMPLE, from_archive)]
FORMS = (from_archive, from_tables_for_programs)
ALIKE = [pair for pair in product((DIVNOGORSK, SAMPLE, REGION, BATTERY), FORMS) if pair not in QUICK]


@pytest.mark.parametrize(
    ("data", "unpack"), [*QUICK, *(pytest.param(*pair, marks=pytest.mark.thorough) for pair in ALIKE)]
)
def test_the_dataset_read_back_makes_the_same_site(
    data: Path, unpack: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    unpack(data, tmp_path / "build_data")
    reading = read_checked(tmp_path / "build_data")
    assert reading.problems == ()
    assert reading.dataset
    for language in reading.dataset.city.languages:
        again, first = files_of(reading.dataset, language), files_of(dataset_in(data), language)
        assert again.keys() == first.keys()
        assert [path for path in first if again[path] != first[path]] == []


def files_of(dataset: Dataset, language: str) -> Mapping[str, bytes | str]:
    """All that is written of a site, without its pictures."""
    return written(site_of(dataset, language), Words(language), lambda _: "")


@given(some.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**11), max_value=10**11, places=5))
def test_a_number_is_read_as_it_was_written(number: Decimal) -> None:
    assert read_decimal(exact(number)) == number
