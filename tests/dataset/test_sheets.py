"""A table is the same table however it was saved, and a file that is no table is said to be none."""

import datetime
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from vitrina.dataset.delimited import line_of
from vitrina.dataset.sheets import Sheet, UnreadableSheet, read_sheet

TEXT = 'year;name;amount\n2020;Садик «Ёлочка»;"12 598,60"\n2021;"две|строки";-\n'
HEADER = ("year", "name", "amount")
ROWS = [["2020", "Садик «Ёлочка»", "12 598,60"], ["2021", "две\nстроки", "-"]]


def saved(folder: Path, data: bytes, name: str = "money.csv") -> Sheet:
    (folder / name).write_bytes(data)
    return read_sheet(folder, "money", "")


def refused(folder: Path, data: bytes, name: str = "money.csv") -> tuple[str, int | None]:
    with pytest.raises(UnreadableSheet) as caught:
        saved(folder, data, name)
    return caught.value.problem.rule, caught.value.problem.row


def workbook(rows: Sequence[Sequence[Any]], title: str = "Лист1") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_way_in_which_an_office_saves_text_reads_the_same(
    tmp_path: Path, encoding: str, separator: str, line_end: str
) -> None:
    text = TEXT.replace(";", separator).replace("\n", line_end).replace("|", "\n")
    sheet = saved(tmp_path, text.encode(encoding))
    assert sheet.header == HEADER
    assert [list(row) for row in sheet.rows] == ROWS


def test_commas_part_columns_when_the_header_says_so(tmp_path: Path) -> None:
    sheet = saved(tmp_path, 'year,name,amount\n2020,садик,"12598,60"\n'.encode())
    assert list(sheet.rows[0]) == ["2020", "садик", "12598,60"]


def test_rows_are_numbered_as_excel_numbers_them(tmp_path: Path) -> None:
    sheet = saved(tmp_path, 'a;b\n"две\nстроки";1\n;\nпосле;2\n;;;\n'.encode())
    assert sheet.numbers == (2, 4)


def test_blank_rows_and_columns_at_the_end_are_no_rows_and_columns(tmp_path: Path) -> None:
    sheet = saved(tmp_path, b"a;b;;\n1;2;;\n;;;\n;;;\n")
    assert sheet.header == ("a", "b")
    assert [list(row) for row in sheet.rows] == [["1", "2"]]
    assert sheet.problems == ()


def test_a_short_row_is_filled_up_and_a_long_one_is_reported(tmp_path: Path) -> None:
    sheet = saved(tmp_path, b"a;b\n1\n1;2;3\n")
    assert [list(row) for row in sheet.rows] == [["1", ""], ["1", "2"]]
    assert [(problem.rule, problem.row, problem.value) for problem in sheet.problems] == [("extra_cells", 3, "3")]


def test_a_sheet_of_a_workbook_stands_in_for_the_text_table(tmp_path: Path) -> None:
    day = datetime.date(2021, 9, 30)
    rows: list[list[Any]] = [
        ["year", "amount", "words", "day", None],
        [2020, 12598.6, "слова", day, None],
        [],
        [2021, 0.1 + 0.2, None, day],
    ]
    sheet = saved(tmp_path, workbook(rows), "money.xlsx")
    assert sheet.header == ("year", "amount", "words", "day")
    assert [list(row) for row in sheet.rows] == [
        ["2020", "12598,6", "слова", "2021-09-30"],
        ["2021", "0,3", "", "2021-09-30"],
    ]
    assert sheet.numbers == (2, 4)


def test_of_several_sheets_the_one_named_like_the_table_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["notes"])
    book.create_sheet("money").append(["year"])
    data = io.BytesIO()
    book.save(data)
    assert saved(tmp_path, data.getvalue(), "money.xlsx").header == ("year",)


def test_two_files_of_one_table_must_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "money.csv").write_text("year;amount\n2020;12598,60\n", encoding="utf-8")
    (tmp_path / "money.xlsx").write_bytes(workbook([["year", "amount"], [2020, 12598.6]]))
    assert read_sheet(tmp_path, "money", "").numbers == (2,)
    assert refused(tmp_path, workbook([["year", "amount"], [2020, 12598.7]]), "money.xlsx") == ("two_files", None)


def test_utf_8_with_a_broken_byte_is_not_taken_for_windows_1251(tmp_path: Path) -> None:
    data = "name\nСистема образования\nгорода".encode()
    assert refused(tmp_path, data[:-1]) == ("encoding", 3)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "empty_file"),
        (b"\xef\xbb\xbf\n\n", "empty_file"),
        (b"\xef\xbb\xbf\xff\xfe", "encoding"),
        (b"\xff\xfea", "unknown_encoding"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not_text"),
        ("year;name".encode("utf-16-le"), "utf16_without_mark"),
        (b'year\n"2020\n', "quotes"),
    ],
)
def test_what_is_no_text_table_is_refused(tmp_path: Path, data: bytes, rule: str) -> None:
    assert refused(tmp_path, data)[0] == rule


def zipped(write: Callable[[zipfile.ZipFile], None]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        write(archive)
    return data.getvalue()


def test_a_broken_workbook_is_refused(tmp_path: Path) -> None:
    whole = workbook([["year"], [2020]])
    for data in (
        b"PK\x03\x04",
        whole[: len(whole) // 2],
        b"not a zip",
        zipped(lambda archive: archive.writestr("a", "b")),
    ):
        assert refused(tmp_path, data, "money.xlsx")[0] == "broken_workbook"


def test_a_workbook_that_unpacks_to_hundreds_of_megabytes_is_refused(tmp_path: Path) -> None:
    def write(archive: zipfile.ZipFile) -> None:
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(301):
                sheet.write(b" " * 1_000_000)

    assert refused(tmp_path, zipped(write), "money.xlsx")[0] == "too_large_file"


def test_one_cell_in_the_last_corner_of_a_sheet_does_not_fill_the_memory(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "year"
    book.active["XFD1048576"] = "x"
    data = io.BytesIO()
    book.save(data)
    assert refused(tmp_path, data.getvalue(), "money.xlsx")[0] == "too_many_cells"


LAST_CORNER = b'<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>'
WITHOUT_NAMES = b'<row r="3"><c r="XFD3"><v>1</v></c></row>' + b"<row/>" * 1_000_000 + b"<row><c><v>1</v></c></row>"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "bb"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet'
NAMES_A_FILE = b'<row r="3"><c r="A3" t="inlineStr"><is><t>&b;&f;</t></is></c></row>'


def rebuilt(sheet: Callable[[bytes], bytes], lies_in: str = "worksheets/sheet1.xml", **more: str) -> bytes:
    """A workbook with its sheet changed, perhaps at another place within, and more files in it."""
    with zipfile.ZipFile(io.BytesIO(workbook([["year"], [2020]]))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts = {name: data.replace(b"worksheets/sheet1.xml", lies_in.encode()) for name, data in parts.items()}
    parts[f"xl/{lies_in}"] = sheet(parts.pop("xl/worksheets/sheet1.xml"))

    def write(archive: zipfile.ZipFile) -> None:
        for name, data in parts.items():
            archive.writestr(name, data)
        for name, text in more.items():
            archive.writestr(name.replace("_", "."), text)

    return zipped(write)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (rebuilt(lambda sheet: sheet.replace(b"</sheetData>", LAST_CORNER + b"</sheetData>")), "too_many_cells"),
        (
            rebuilt(lambda sheet: sheet.replace(b"</sheetData>", LAST_CORNER + b"</sheetData>"), "notes/a.xml"),
            "too_many_cells",
        ),
        (rebuilt(lambda sheet: sheet.replace(b'r="A2"', b'r="AAAAAAA3"')), "too_many_cells"),
        (rebuilt(lambda sheet: sheet.replace(b'r="A2"', b'r="A4000000000"')), "too_many_cells"),
        (rebuilt(lambda sheet: sheet.replace(b"</sheetData>", WITHOUT_NAMES + b"</sheetData>")), "too_many_cells"),
        (rebuilt(bytes, content_xml="<office:document-content/>"), "other_workbook"),
        (
            rebuilt(
                lambda sheet: sheet.replace(b"<worksheet", ENTITIES, 1).replace(
                    b"</sheetData>", NAMES_A_FILE + b"</sheetData>"
                )
            ),
            "broken_workbook",
        ),
    ],
    ids=["small letters", "another folder", "many letters", "many rows", "no addresses", "LibreOffice", "entities"],
)
def test_a_workbook_made_to_fill_the_memory_or_to_read_files_is_refused(tmp_path: Path, data: bytes, rule: str) -> None:
    assert refused(tmp_path, data, "money.xlsx")[0] == rule


def test_of_a_formula_only_its_value_is_read(tmp_path: Path) -> None:
    """Also of one that asks another workbook or a program."""
    formula = b'<row r="3"><c r="A3"><f>[1]Sheet!A1+cmd|calc!A0</f><v>7</v></c></row></sheetData>'
    sheet = saved(tmp_path, rebuilt(lambda data: data.replace(b"</sheetData>", formula)), "money.xlsx")
    assert [list(row) for row in sheet.rows] == [["2020"], ["7"]]


def test_a_sheet_without_addresses_is_read_as_it_stands(tmp_path: Path) -> None:
    rows = "".join(f"<row><c><v>{year}</v></c><c><v>{year}</v></c></row>" for year in range(2000, 2999))
    data = rebuilt(
        lambda sheet: sheet.replace(b'<row r="2">', rows.encode() + b'<row r="1001">').replace(b"A2", b"A1001")
    )
    sheet = saved(tmp_path, data, "money.xlsx")
    assert len(sheet.rows) == 1000


def test_a_library_that_gives_up_is_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        """Of this name, and no `Exception`, is what a library written in Rust raises for a fault of its own."""

    def gives_up(_: io.BytesIO) -> None:
        raise PanicException

    monkeypatch.setattr("vitrina.dataset.workbooks.CalamineWorkbook.from_filelike", gives_up)
    assert refused(tmp_path, workbook([["year"], [2020]]), "money.xlsx")[0] == "broken_workbook"


def test_an_empty_workbook_is_empty(tmp_path: Path) -> None:
    assert refused(tmp_path, workbook([]), "money.xlsx")[0] == "empty_file"


def test_a_folder_in_the_place_of_a_file_and_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "money.csv").mkdir()
    with pytest.raises(UnreadableSheet) as caught:
        read_sheet(tmp_path, "money", "")
    assert caught.value.problem.rule == "not_a_file"
    (tmp_path / "money.csv").rmdir()
    (tmp_path / "money.csv").symlink_to("nowhere.csv")
    with pytest.raises(UnreadableSheet) as caught:
        read_sheet(tmp_path, "money", "")
    assert caught.value.problem.rule == "missing_file"


def test_a_link_to_a_table_is_the_table(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.csv").write_text("year\n2020\n", encoding="utf-8")
    (tmp_path / "money.csv").symlink_to("elsewhere.csv")
    assert read_sheet(tmp_path, "money", "").header == ("year",)


def test_letters_of_the_mac_are_not_taken_for_those_of_windows(tmp_path: Path) -> None:
    text = "year;name\n2020;садик\n2021;Развитие школ\n"
    assert refused(tmp_path, text.encode("mac_cyrillic")) == ("foreign_encoding", 3)


@pytest.mark.parametrize(
    ("value", "shown", "read"),
    [
        (0.184, "0.0%", "18,4"),
        (0.184, "0%", "18,4"),
        (1.15, "0.00%", "115"),
        (0.07, "0.0%", "7"),
        (0.184, "0.000", "0,184"),
        (0.184, '0.000"%"', "0,184"),
        (0.184, r"0.000\%", "0,184"),
    ],
)
def test_a_cell_in_percent_is_read_as_it_is_shown(tmp_path: Path, value: float, shown: str, read: str) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("money").append(["year", "name", "amount"])
    book["money"].append([2020, "садик", value])
    book["money"]["C2"].number_format = shown
    data = io.BytesIO()
    book.save(data)
    assert saved(tmp_path, data.getvalue(), "money.xlsx").rows[0] == ["2020", "садик", read]


@pytest.mark.parametrize(
    ("column", "value", "shown", "read"),
    [
        ("value", 15, "0.0", "15,0"),
        ("value", 15, "#,##0.00", "15,00"),
        ("value", 18.4, "0.00", "18,40"),
        ("value", 18.45, "0.0", "18,45"),
        ("value", 0.15, "0.0%", "15,0"),
        ("value", 15, "General", "15"),
        ("value", 15, '0" шт.0"', "15"),
        ("from", 2021, "0.00", "2021"),
    ],
)
def test_a_number_has_the_decimals_that_its_cell_shows(
    tmp_path: Path, column: str, value: float, shown: str, read: str
) -> None:
    """Of 15,0 a workbook keeps 15. A year has none, whatever its cell shows."""
    book = openpyxl.Workbook()
    book.active.append(["id", column])
    book.active.append(["voters", value])
    book.active["B2"].number_format = shown
    book.save(tmp_path / "observations.xlsx")
    assert read_sheet(tmp_path, "observations", "").rows[0] == ["voters", read]


def test_a_row_is_found_in_the_file_below_cells_of_several_lines() -> None:
    table = 'a;b\n"один\nдва\nтри";1\nпосле;2\n'.encode()
    assert [line_of(table, row) for row in (1, 2, 3)] == [1, 2, 5]
