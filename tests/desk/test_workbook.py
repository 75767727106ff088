"""`vitrina workbook`: tables as a workbook to fill in, and back without a byte lost."""

import io
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from support.datasets import DIVNOGORSK, SAMPLE
from support.office import Office, needs_office
from vitrina.cli import main
from vitrina.measures.loading import load_dataset

PLACE = "Паспорт, «Ресурсное обеспечение муниципальной программы»"
HEAD, FIRST = 4, 5
"""The rows of the heads and of the first values, as Excel numbers them."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DIVNOGORSK, tmp_path / "build_data"))


@pytest.fixture(scope="module")
def written_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("workbook") / "tables.xlsx"
    assert main(["workbook", "write", str(file), "--data", str(DIVNOGORSK)]) == 0
    return file


@pytest.fixture
def book(written_book: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(written_book, tmp_path))


def read(book: Path, data: Path) -> int:
    return main(["workbook", "read", str(book), "--data", str(data)])


def files(data: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(data)): path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file()}


def edited(book: Path, sheet: str, edit: Callable[[Worksheet, Mapping[str, int]], None]) -> None:
    """Change a sheet as a person would; `edit` gets the number of each column by its head."""
    workbook = openpyxl.load_workbook(book)
    page = workbook[sheet]
    edit(page, {str(cell.value).replace("\xa0", " "): cell.column for cell in page[HEAD]})
    workbook.save(book)


@pytest.mark.parametrize(("source", "programme"), [(DIVNOGORSK, "education"), (SAMPLE, "schools"), (SAMPLE, "parks")])
def test_written_and_read_back_the_tables_are_the_same_bytes(source: Path, programme: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(source, tmp_path / "build_data"))
    before = files(data)
    named = ["--programme", programme, "--data", str(data)]
    assert main(["workbook", "write", str(tmp_path / "book.xlsx"), *named]) == 0
    assert main(["workbook", "read", str(tmp_path / "book.xlsx"), *named]) == 0
    assert files(data) == before


def test_the_same_tables_give_the_same_workbook(book: Path, data: Path, tmp_path: Path) -> None:
    assert main(["workbook", "write", str(tmp_path / "again.xlsx"), "--data", str(data)]) == 0
    assert (tmp_path / "again.xlsx").read_bytes() == book.read_bytes()


def test_a_year_typed_in_becomes_rows_and_taken_out_again_leaves_no_trace(book: Path, data: Path) -> None:
    first = book.with_name("first.xlsx")
    shutil.copyfile(book, first)
    money = data / "programmes/education/money.csv"
    before = money.read_bytes()

    def fill(page: Worksheet, columns: Mapping[str, int]) -> None:
        total, federal = FIRST, FIRST + 1
        page.cell(total, columns["Документ"], "draft-2021")
        page.cell(total, columns["Место"], PLACE)
        page.cell(total, columns["Слова документа"], "в 2020 году – 12 598,60 тыс. рублей")
        page.cell(total, columns["2020, тыс. ₽"], 12598.6)
        page.cell(federal, columns["2020, тыс. ₽"], 12598.6)

    edited(book, "Внести деньги", fill)
    assert read(book, data) == 0
    after = money.read_bytes()
    assert after.startswith(before.rstrip(b"\r\n"))
    dataset = load_dataset(data).dataset
    assert dataset
    new = dataset.programmes[0].money.query("stage == 'actual'")
    assert [(row.source, row.year, row.kopecks, row.place) for row in new.itertuples()] == [
        ("total", 2020, 1_259_860_000, PLACE),
        ("federal", 2020, 1_259_860_000, PLACE),
    ]
    assert read(first, data) == 0
    assert money.read_bytes() == before


def test_a_changed_cell_changes_its_own_text_alone(book: Path, data: Path) -> None:
    goals = data / "programmes/education/goals.csv"
    before = goals.read_text(encoding="utf-8-sig").splitlines()
    edited(book, "Цели и задачи", lambda page, columns: page.cell(FIRST, columns["Простыми словами"], "Учить хорошо."))
    assert read(book, data) == 0
    after = goals.read_text(encoding="utf-8-sig").splitlines()
    differing = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    [(old, new)] = differing
    assert "Учить хорошо." in new
    assert old.split(";")[:5] == new.split(";")[:5]


def test_mistakes_are_all_named_by_sheet_and_cell_and_nothing_is_written(
    book: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(data)

    def spoil(page: Worksheet, columns: Mapping[str, int]) -> None:
        page.cell(14, columns["Сумма, тыс. ₽"], "много")
        page.cell(6, columns["Источник"], "марсианский")

    edited(book, "Деньги", spoil)
    edited(book, "Внести деньги", lambda page, columns: page.cell(FIRST, columns["2020, тыс. ₽"], 1))
    capsys.readouterr()
    assert read(book, data) == 1
    told = capsys.readouterr().err
    assert "лист «Деньги», ячейка F14: «много»" in told
    assert "лист «Деньги», ячейка C6: «марсианский»" in told
    assert "лист «Внести деньги», ячейка A5" in told
    assert "Таблицы не тронуты." in told
    assert files(data) == before


def test_a_file_that_is_there_is_not_written_over(book: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = book.read_bytes()
    assert main(["workbook", "write", str(book), "--data", str(data)]) == 1
    assert "он не тронут" in capsys.readouterr().err
    assert book.read_bytes() == before


def test_where_there_are_several_programmes_one_has_to_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["workbook", "write", str(tmp_path / "book.xlsx"), "--data", str(SAMPLE)]) == 1
    assert "parks, schools" in capsys.readouterr().err
    assert not (tmp_path / "book.xlsx").exists()


def test_a_cell_beside_the_table_is_named(book: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(book, "Деньги", lambda page, _: page.cell(10, 12, "0"))
    assert read(book, data) == 1
    assert "лист «Деньги», строка 10: «0» — лишняя ячейка" in capsys.readouterr().err


def test_a_sheet_that_no_table_has_is_named_and_nothing_is_written(
    book: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A renamed one, or a workbook that is no such workbook at all."""
    before = files(data)
    workbook = openpyxl.load_workbook(book)
    workbook["Внести деньги"].title = "Деньги 2025"
    workbook.save(book)
    assert read(book, data) == 1
    assert "лист «Деньги 2025»: в книге программы такого нет." in capsys.readouterr().err
    openpyxl.Workbook().save(book)
    assert read(book, data) == 1
    assert "лист «Sheet»: в книге программы такого нет." in capsys.readouterr().err
    assert files(data) == before


def test_a_table_that_may_not_be_empty_is_not_emptied(
    book: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(data)
    edited(book, "Тексты", lambda page, _: page.delete_rows(FIRST, 10))
    assert read(book, data) == 1
    assert "лист «Тексты»" in capsys.readouterr().err
    assert files(data) == before


def test_excel_offers_lists_and_refuses_cells_of_the_wrong_kind(book: Path) -> None:
    workbook = openpyxl.load_workbook(book)
    money = workbook["Деньги"]
    rules = {str(rule.sqref).split(":")[0][0]: rule for rule in money.data_validations.dataValidation}
    lists = workbook["Списки"]
    source = rules["C"]
    cells = [cell.value for row in lists[str(source.formula1).rpartition("!")[2].replace("$", "")] for cell in row]
    assert (source.type, cells[-1]) == ("list", "итого")
    assert "Краевой бюджет" in cells
    assert (rules["A"].type, rules["A"].errorStyle) == ("list", "warning"), "a document may be named before it is there"
    assert (rules["F"].type, rules["F"].errorStyle or "stop") == ("decimal", "stop")
    assert money.cell(HEAD, 3).comment is not None


SHEETS = ("Деньги", "Внести деньги", "Показатели", "Значения показателей", "Документы", "Списки")
TYPED = st.one_of(
    st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=20),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
)


@given(cell=st.tuples(st.sampled_from(SHEETS), st.integers(1, 40), st.integers(1, 20)), value=TYPED)
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_is_typed_into_a_cell_is_named_or_kept(
    cell: tuple[str, int, int], value: object, book: Path, data: Path
) -> None:
    sheet, row, column = cell
    before = files(data)
    workbook = openpyxl.load_workbook(book)
    workbook[sheet].cell(row, column, value)
    spoiled = book.with_name("spoiled.xlsx")
    workbook.save(spoiled)
    if read(spoiled, data):
        assert files(data) == before
        return
    assert load_dataset(data).dataset
    shutil.rmtree(data)
    shutil.copytree(DIVNOGORSK, data)


@st.composite
def with_another_part(draw: st.DrawFn, book: bytes) -> bytes:
    """The archive of a workbook in which bytes of a part differ, or a part is missing."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as archive, zipfile.ZipFile(made, "w") as spoiled:
        other = draw(st.sampled_from(archive.namelist()))
        is_missing = draw(st.booleans())
        for name in archive.namelist():
            part = bytearray(archive.read(name))
            if name == other and is_missing:
                continue
            if name == other:
                at = draw(st.integers(0, len(part)))
                part[at : at + draw(st.integers(0, 40))] = draw(st.binary(max_size=6))
            spoiled.writestr(name, bytes(part))
    return made.getvalue()


@st.composite
def with_other_bytes(draw: st.DrawFn, book: bytes) -> bytes:
    at = draw(st.integers(0, len(book) - 1))
    return book[:at] + draw(st.binary(max_size=8)) + book[at + draw(st.integers(0, 300)) :]


@st.composite
def edited_at_random(draw: st.DrawFn, book: bytes) -> bytes:
    """Cells, rows, columns and sheets changed as a person may change them by mistake."""
    workbook = openpyxl.load_workbook(io.BytesIO(book))
    for _ in range(draw(st.integers(1, 4))):
        sheet = workbook[draw(st.sampled_from(workbook.sheetnames))]
        row, column = draw(st.integers(1, sheet.max_row + 2)), draw(st.integers(1, sheet.max_column + 1))
        match draw(st.integers(0, 9)):
            case 0:
                sheet.delete_rows(row, 2)
            case 1:
                sheet.insert_rows(row)
            case 2:
                sheet.delete_cols(column)
            case 3:
                sheet.merge_cells(start_row=row, start_column=column, end_row=row + 1, end_column=column + 1)
            case 4:
                sheet.title = draw(st.sampled_from(["Лист1", "money", f"{sheet.title[:20]} (2)"]))
            case 5 if len(workbook.sheetnames) > 1:
                workbook.remove(sheet)
            case _:
                cell = sheet.cell(row, column)
                if not isinstance(cell, MergedCell):
                    cell.value = draw(TYPED | st.dates() | st.just("=1+1") | st.sampled_from(["12 598,60", "1e9", "½"]))
    made = io.BytesIO()
    workbook.save(made)
    return made.getvalue()


@pytest.mark.thorough
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(draws=st.data())
def test_a_spoiled_workbook_is_refused_or_read_whole(draws: st.DataObject, book: Path, data: Path) -> None:
    before = files(data)
    spoil = draws.draw(st.sampled_from((with_another_part, with_other_bytes, edited_at_random)))
    spoiled = book.with_name("spoiled.xlsx")
    spoiled.write_bytes(draws.draw(spoil(book.read_bytes())))
    if read(spoiled, data):
        assert files(data) == before
        return
    assert load_dataset(data).dataset
    shutil.rmtree(data)
    shutil.copytree(DIVNOGORSK, data)


@pytest.mark.thorough
@needs_office
def test_what_libreoffice_saves_reads_back_as_the_same_tables(book: Path, data: Path, tmp_path: Path) -> None:
    before = files(data)
    assert read(Office(tmp_path / "settings").saved(book, tmp_path / "saved"), data) == 0
    assert files(data) == before
