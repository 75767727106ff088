"""Staff may sort a table as they like: pages do not show in which order its rows stand in the file."""

import csv
import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK, REGION, SAMPLE
from support.rendered import dataset_in, site_of
from vitrina.measures.loading import load_dataset
from vitrina.pages.site import Site, make_site
from vitrina.render import written
from vitrina.words import Words

TABLES = re.compile(r"/data/(?!editions/|index)|^catalog\.jsonld$")


def pages(folder: Path) -> Mapping[str, bytes | str]:
    """And all that goes with them, but for the tables themselves; what is kept of each edition is kept for ever."""
    dataset = load_dataset(folder).dataset
    assert dataset is not None
    return pages_of(make_site(dataset, Words("ru")))


@cache
def usual(folder: Path) -> Mapping[str, bytes | str]:
    return pages_of(site_of(dataset_in(folder), "ru"))


def pages_of(site: Site) -> Mapping[str, bytes | str]:
    files = written(site, Words("ru"), draw=lambda _: "")
    return {path: content for path, content in files.items() if not TABLES.search(path)}


def sort_anew(file: Path, step: int) -> None:
    """The rows of a table from the last to the first; with a step, every so many of them, and then the others."""
    with file.open(encoding="utf-8-sig", newline="") as table:
        header, *rows = csv.reader(table, delimiter=";")
    rows = [row for start in range(step) for row in rows[::-1][start::step]]
    with file.open("w", encoding="utf-8", newline="") as table:
        csv.writer(table, delimiter=";").writerows([header, *rows])


@pytest.mark.parametrize(
    ("dataset", "step"),
    [
        (SAMPLE, 3),
        *(
            pytest.param(one, step, marks=pytest.mark.thorough)
            for one, step in ((SAMPLE, 1), (REGION, 3), (REGION, 1), (DIVNOGORSK, 1))
        ),
    ],
    ids=str,
)
def test_tables_in_another_order_make_the_same_pages(dataset: Path, step: int, tmp_path: Path) -> None:
    folder = shutil.copytree(dataset, tmp_path / "build_data")
    for file in folder.rglob("*.csv"):
        sort_anew(file, step)
    assert pages(folder) == usual(dataset)


@pytest.mark.thorough
@pytest.mark.parametrize("table", ["documents", "goals", "indicators", "money", "observations"])
def test_one_table_in_another_order_makes_the_same_pages(table: str, tmp_path: Path) -> None:
    folder = shutil.copytree(REGION, tmp_path / "build_data")
    for file in folder.rglob(f"{table}.csv"):
        sort_anew(file, 1)
    assert pages(folder) == usual(REGION)


def test_numbers_of_the_document_are_sorted_as_numbers(tmp_path: Path) -> None:
    """1.2 stands before 1.10."""
    folder = shutil.copytree(SAMPLE, tmp_path / "build_data")
    file = folder / "programmes/schools/lines.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(";measure;1.1;", ";measure;1.10;"), encoding="utf-8")
    dataset = load_dataset(folder).dataset
    assert dataset is not None
    below = [line.number for line in dataset.programme("schools").lines if line.parent == "kindergartens"]
    assert below == ["1.2", "1.3", "1.10"]
