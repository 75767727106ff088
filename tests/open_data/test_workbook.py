"""The workbook of a programme: as accessible spreadsheets are, with cells of the types of their values."""

import csv
import io
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, site_of
from vitrina.dataset.tables import MONEY, PROGRAMME_TABLES, REFERENCE_TABLES, TABLES
from vitrina.dataset.tables.sheet_names import column_head, columns_named, sheet_name
from vitrina.open_data.spreadsheet import HEAD_ROW
from vitrina.open_data.workbook import workbook
from vitrina.pages.context import Context
from vitrina.pages.data_files import contents_of
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

OFFICE = shutil.which("soffice")
MONEY_RU = "Деньги"
SUM_RU = "Сумма, тыс.\u00a0₽"


def context_of(data: Path, language: Language = "ru") -> Context:
    return site_of(dataset_in(data), language).contexts[-1]


@pytest.fixture(scope="module", params=[(DIVNOGORSK, "ru"), (SAMPLE, "en")], ids=["divnogorsk", "sample"])
def opened(request: pytest.FixtureRequest) -> tuple[Context, Workbook]:
    context = context_of(*request.param)
    return context, load_workbook(io.BytesIO(workbook(context)))


def test_every_table_has_a_sheet_of_its_own(opened: tuple[Context, Workbook]) -> None:
    context, book = opened
    tables = [sheet_name(contents.table, context.words) for contents in contents_of(context)]
    assert book.sheetnames[3:] == tables
    assert book.active.title == book.sheetnames[0]
    for name, contents in zip(tables, contents_of(context), strict=True):
        sheet = book[name]
        assert sheet["A1"].value == context.words.message(contents.table.title)
        assert sheet.max_row == HEAD_ROW + 1 + len(next(iter(contents.columns.values())))


def test_it_is_made_as_accessible_spreadsheets_are(opened: tuple[Context, Workbook]) -> None:
    """https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/."""
    _, book = opened
    for sheet in book:
        assert not sheet.merged_cells.ranges
        [table] = sheet.tables.values()
        assert table.ref == f"A{HEAD_ROW + 1}:{sheet.dimensions.partition(':')[2]}", sheet.title
        assert table.autoFilter
        assert sheet.freeze_panes == f"A{HEAD_ROW + 2}"
        rows = list(sheet.iter_rows(values_only=True))
        assert all(rows[at][0] for at in range(HEAD_ROW + 1)), "no blank row above the table"
        assert all(rows[HEAD_ROW]), "every column has a head"
        assert all(any(cell is not None for cell in row) for row in rows[HEAD_ROW + 1 :])
        assert all(sheet.column_dimensions[cell.column_letter].width >= 9 for cell in sheet[HEAD_ROW + 1])


def test_the_contents_lead_to_every_sheet_and_back(opened: tuple[Context, Workbook]) -> None:
    _, book = opened
    first = book.worksheets[0]
    led = {cell.hyperlink.location for cell in first["A"][HEAD_ROW + 1 :]}
    assert led == {f"'{name}'!A1" for name in book.sheetnames[1:]}
    assert all(sheet["A3"].hyperlink.location == f"'{first.title}'!A1" for sheet in book.worksheets[1:])


def test_amounts_are_numbers_and_add_up_to_the_total_of_the_page() -> None:
    context = context_of(DIVNOGORSK)
    sheet = load_workbook(io.BytesIO(workbook(context)))[MONEY_RU]
    assert sum_of_parts(list(sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True))) == grand(context)
    heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
    [column] = [place for place, head in enumerate(heads, start=1) if head == SUM_RU]
    formats = {sheet.cell(row, column).number_format for row in range(HEAD_ROW + 2, sheet.max_row + 1)}
    assert formats == {"#,##0.00"}


def sum_of_parts(rows: Sequence[tuple[object, ...]]) -> Decimal:
    """Of the money: without the rows that state a total."""
    heads, *rest = rows
    told = [dict(zip(heads, row, strict=True)) for row in rest]
    parts = [row for row in told if "итого" not in (row["Источник"], row["Год"]) and row[SUM_RU] not in (None, "")]
    assert len(parts) > 30
    return sum((Decimal(str(row[SUM_RU])) for row in parts), Decimal(0))


def grand(context: Context) -> Decimal:
    total = context.measures.funding.grand
    assert isinstance(total, int)
    return Decimal(total) / 100_000


@pytest.mark.parametrize("text", ["=1+1", "+7 391 200", "-3", "@имя", "https://example.org", "00123", "TRUE"])
def test_a_text_is_a_text_whatever_it_begins_with(text: str) -> None:
    """Its cell says so; the value is what it was."""
    context = context_of(DIVNOGORSK)
    glossary = dict(context.programme.tables["glossary"])
    glossary["term"] = [text, *glossary["term"][1:]]
    programme = replace(context.programme, tables={**context.programme.tables, "glossary": glossary})
    cell = load_workbook(io.BytesIO(workbook(replace(context, programme=programme))))["Словарь"]["B5"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_the_same_data_gives_the_same_bytes() -> None:
    assert workbook(context_of(SAMPLE)) == workbook(context_of(SAMPLE))


def test_a_sheet_says_why_cells_are_empty_and_another_what_each_column_means() -> None:
    book = load_workbook(io.BytesIO(workbook(context_of(DIVNOGORSK))))
    assert "Пустая ячейка — не ноль" in told(book["Примечания"])
    described = told(book["Описание столбцов"])
    assert MONEY.column("amount").description in described
    assert "no-data" in described


def told(sheet: Worksheet) -> str:
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sheets_or_columns_have_one_name(language: Language) -> None:
    words = Words(language)
    for tables in (PROGRAMME_TABLES, REFERENCE_TABLES, TABLES):
        names = [sheet_name(table, words) for table in tables]
        assert len({name.casefold() for name in names}) == len(names)
        assert [name for name in names if len(name) > 31 or set(name) & set("[]:*?/\\'")] == []
    for table in TABLES:
        heads = [column_head(table, name, words) for name in table.names]
        assert columns_named(table, heads) == list(table.names), table.name
        assert columns_named(table, table.names) == list(table.names), table.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_is_read_by_its_title(language: Language) -> None:
    for table in TABLES:
        for name in table.names:
            for key, title in table.cell(name).choices.items():
                assert table.cell(name).read(Words(language).message(title)) == key, (table.name, name)


@pytest.mark.thorough
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_comes_to_the_sum_of_the_page(tmp_path: Path) -> None:
    context = context_of(DIVNOGORSK)
    (tmp_path / "tables.xlsx").write_bytes(workbook(context))
    # Every sheet as CSV: commas, quotation marks, UTF-8, cells as they are and not as they are shown.
    asked = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [str(OFFICE), profile, "--headless", "--convert-to", asked, "--outdir", tmp_path, tmp_path / "tables.xlsx"],
        check=True,
        capture_output=True,
    )
    with (tmp_path / f"tables-{MONEY_RU}.csv").open(encoding="utf-8", newline="") as text:
        rows = [tuple(row) for row in csv.reader(text)]
    assert sum_of_parts(rows[HEAD_ROW:]) == grand(context)
    assert len(list(tmp_path.glob("tables-*.csv"))) == 3 + len(contents_of(context))
