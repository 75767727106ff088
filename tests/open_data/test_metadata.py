"""Other people's programs read the tables by their metadata, and find in them what the pages say."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
from csvw import CSVW
from frictionless import Package
from openpyxl import load_workbook

from support.datasets import BATTERY, DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, files_of, site_of
from vitrina.addresses import TableFiles
from vitrina.dataset.tables import MONEY
from vitrina.open_data.api import api_files
from vitrina.open_data.data_files import made_files
from vitrina.pages.context import Context

DATASETS = {data.parent.name: data for data in (DIVNOGORSK, SAMPLE, BATTERY)}
EVERY_DATASET = pytest.mark.parametrize("name", DATASETS)
AMOUNT = MONEY.column("amount")


def context_of(data: Path) -> Context:
    return site_of(dataset_in(data), "ru").contexts[-1]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The folder of what programs read, of one programme of each dataset."""
    root, folders = tmp_path_factory.mktemp("published"), {}
    for name, data in DATASETS.items():
        context = context_of(data)
        folders[name] = root / name / TableFiles(context.programme.id).for_programs
        for path, made in files_of(context).items():
            (root / name / path).parent.mkdir(parents=True, exist_ok=True)
            (root / name / path).write_bytes(made)
    return folders


@EVERY_DATASET
def test_frictionless_finds_nothing_wrong(published: Mapping[str, Path], name: str) -> None:
    report = Package(str(published[name] / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "type", "message"])
    assert len(report.tasks) >= 15


def test_frictionless_sees_what_is_wrong(published: Mapping[str, Path], tmp_path: Path) -> None:
    """A file that is not what the package says of it, and one that breaks the rules of its columns."""
    for source in published["divnogorsk"].iterdir():
        content = source.read_bytes()
        if source.name == "education-money-for-programs.csv":
            content = content.replace(b",plan,", b",plane,")
        (tmp_path / source.name).write_bytes(content)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert {"hash-count", "constraint-error"} & {str(error) for [error] in report.flatten(["type"])}


@EVERY_DATASET
def test_csvw_finds_nothing_wrong(published: Mapping[str, Path], name: str) -> None:
    """What `csvwvalidate` asks."""
    assert CSVW(str(published[name] / "csv-metadata.json"), validate=True, strict=True).is_valid


@EVERY_DATASET
def test_pandas_and_duckdb_come_to_the_sums_of_the_page(published: Mapping[str, Path], name: str) -> None:
    context = context_of(DATASETS[name])
    money = published[name] / f"{context.programme.id}-money-for-programs.csv"
    funding, edition = context.measures.funding, context.programme.edition.id
    frame = pd.read_csv(money, dtype={"amount": str}, keep_default_na=False)
    line = context.programme.line.id
    compared = 0
    for source, year in ((source, year) for source in funding.sources for year in funding.years):
        if funding.documents.get((source, year)) != (edition,):
            continue
        rows = frame.query(
            "document == @edition and line == @line and source == @source and year == @year and stage == 'plan' "
            "and of_which == '' and administrator == ''",
            local_dict={"edition": edition, "line": line, "source": source, "year": str(year)},
        )
        shown = Decimal(funding.amounts[source, year]) / 100_000
        assert sum(map(Decimal, filter(None, rows["amount"])), Decimal(0)) == shown
        [(found,)] = duckdb.execute(
            "select sum(amount::decimal(38, 5)) from read_csv(?, all_varchar = true) where document = ? and line = ? "
            "and source = ? and year = ? and stage = 'plan' and of_which is null and administrator is null",
            [str(money), edition, line, source, str(year)],
        ).fetchall()
        assert found == shown
        compared += 1
    assert compared > 1


def test_a_changed_title_of_a_column_changes_all_that_speaks_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in one place: the definition of the table."""
    monkeypatch.setitem(MONEY.columns, "amount", replace(AMOUNT, title="Сколько денег", description="Сколько обещано."))
    for path, text in told_of_money(context_of(DIVNOGORSK)):
        assert "Сколько денег" in text, path


def told_of_money(context: Context) -> Iterator[tuple[str, str]]:
    """Every file that says what the columns of the money are called."""
    files = TableFiles(context.programme.id)
    made = made_files(context)
    for path in (files.csv("money"), files.package, files.csv_metadata):
        yield path, made[path].decode("utf-8-sig")
    book = load_workbook(io.BytesIO(made[files.workbook]))
    for sheet in ("Деньги", "Описание столбцов"):
        yield sheet, "\n".join(str(cell) for row in book[sheet].iter_rows(values_only=True) for cell in row)
    yield from ((path, text) for path, text in api_files(context) if path.endswith("money.schema.json"))


def test_the_package_says_in_what_unit_and_by_what_key(published: Mapping[str, Path]) -> None:
    package = json.loads((published["divnogorsk"] / "datapackage.json").read_text(encoding="utf-8"))
    resources: Mapping[str, Any] = {one["name"]: one for one in package["resources"]}
    [amount] = [one for one in resources["money"]["schema"]["fields"] if one["name"] == "amount"]
    assert amount["type"] == "number"
    assert amount["unit"] == "тыс.\u00a0₽"
    assert resources["documents"]["schema"]["primaryKey"] == ["id"]
    assert {"fields": ["line"], "reference": {"resource": "lines", "fields": ["id"]}} in resources["money"]["schema"][
        "foreignKeys"
    ]
    assert all((published["divnogorsk"] / one["path"]).stat().st_size == one["bytes"] for one in resources.values())
    assert package["licenses"] == [{"path": "licence.txt", "title": package["licenses"][0]["title"]}]
    assert (
        (published["divnogorsk"] / "licence.txt")
        .read_text(encoding="utf-8")
        .startswith(package["licenses"][0]["title"])
    )
