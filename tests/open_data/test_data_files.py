"""The tables of a programme as files: every table in both forms, each row with its document, status and stage."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK, REGION, SAMPLE
from support.rendered import dataset_in, files_of, site_of
from vitrina.addresses import TableFiles
from vitrina.dataset.tables import PROGRAMME_TABLES
from vitrina.pages.context import Context
from vitrina.pages.data_files import data_files, link_to
from vitrina.words.numbers import Language

EVERY_DATASET = pytest.mark.parametrize("data", [DIVNOGORSK, SAMPLE, REGION])


def contexts(data: Path, language: Language) -> Sequence[Context]:
    return site_of(dataset_in(data), language).contexts


def for_people(context: Context, table: str) -> list[dict[str, str]]:
    path = TableFiles(context.programme.id).csv(table)
    made = files_of(context)[path]
    delimiter = ";" if context.words.language == "ru" else ","
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def for_programs(context: Context, table: str) -> list[dict[str, str]]:
    path = TableFiles(context.programme.id).csv_for_programs(table)
    made = files_of(context)[path]
    return list(csv.DictReader(io.StringIO(made.decode("utf-8"), newline="")))


@EVERY_DATASET
def test_every_table_with_a_row_is_there_for_people_and_for_programs(data: Path) -> None:
    for context in contexts(data, "ru"):
        files = files_of(context)
        for table in PROGRAMME_TABLES:
            names = TableFiles(context.programme.id)
            is_filled = table.name in context.programme.tables
            assert (names.csv(table.name) in files) == (names.csv_for_programs(table.name) in files) == is_filled
            assert context.programme.id in Path(names.csv(table.name)).name
        assert all(files[path].startswith(b"\xef\xbb\xbf") == ("/tables/" in path) for path in files if ".csv" in path)


def test_amounts_of_both_forms_add_up_to_the_total_of_the_page() -> None:
    [context] = contexts(DIVNOGORSK, "ru")
    rows = [row for row in for_people(context, "money") if row["Источник"] != "итого" and row["Год"] != "итого"]
    amounts = [Decimal(row["Сумма, тыс.\u00a0₽"].replace(",", ".")) for row in rows if row["Сумма, тыс.\u00a0₽"]]
    read = [
        Decimal(row["amount"])
        for row in for_programs(context, "money")
        if row["amount"] and row["source"] != "total" and row["year"] != "total"
    ]
    grand = context.measures.funding.grand
    assert isinstance(grand, int)
    assert len(amounts) > 30
    assert sum(amounts) == sum(read) == Decimal(grand) / 100_000


@EVERY_DATASET
def test_every_row_for_people_says_its_document_its_status_and_its_stage(data: Path) -> None:
    for context in contexts(data, "ru"):
        for table in context.programme.tables:
            for row in for_people(context, table):
                assert row["Статус документа"] == site_status(context)
                assert row["Документ"] or table in ("rules", "documents")
            if table == "money":
                assert all(row["Стадия"] for row in for_people(context, table))


def site_status(context: Context) -> str:
    [status] = {
        page.status
        for page in site_of(context.dataset, "ru").pages
        if page.place == context.places.overview or (context.is_alone and page.place.folder == "")
    }
    return status


def test_values_are_called_what_the_pages_call_them() -> None:
    for language, total, plan in (("ru", "итого", "план"), ("en", "total", "plan")):
        [context] = contexts(DIVNOGORSK, language)
        row = for_people(context, "money")[0]
        assert [total, total, plan] == list(row.values())[4:7]
        assert context.programme_name in row.values()


def test_no_reference_to_a_figure_is_left_in_our_words() -> None:
    [context] = contexts(DIVNOGORSK, "ru")
    assert "{value:" in str(for_programs(context, "questions"))
    assert "{value:" not in str(for_people(context, "questions"))


def test_what_programs_read_lies_in_the_site_of_the_main_language_alone() -> None:
    russian, english = contexts(DIVNOGORSK, "ru")[0], contexts(DIVNOGORSK, "en")[0]
    shared = [file for file in data_files(english) if file.is_shared]
    made = set(files_of(russian))
    assert shared
    assert {file.path for file in shared} <= made
    assert not {file.path for file in shared} & set(files_of(english))
    here = english.places.overview
    assert link_to(english, here, shared[0]) == f"../../{shared[0].path}"
    assert link_to(russian, here, shared[0]) == f"data/{shared[0].path.partition('data/')[2]}"
