"""What offices and mail do to whole files: told apart from right Russian, and said once, at its first place."""

import base64
import datetime
import io
import quopri
import shutil
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from support.datasets import REGION, SAMPLE
from vitrina.commands.check import check
from vitrina.dataset.delimited import read_delimited
from vitrina.dataset.encodings import UnreadableSheet
from vitrina.dataset.letters import READ_IN, SAVED_IN, misread
from vitrina.dataset.problems import Problem
from vitrina.dataset.spoiled import read_lines, refuse_spoiled
from vitrina.measures.loading import load_dataset
from vitrina.processes import SameProcess
from vitrina.words import Words

GOALS = "programmes/parks/goals.csv"
MONEY = "programmes/parks/money.csv"
ENGLISH = "programmes/parks/translations.en.csv"
SPOILED = (GOALS, MONEY, "programmes/parks/questions.csv", "reference/series.csv", "city.yml")
RUSSIAN = "Благоустройство дворовых территорий, «Ёлочка» и школа № 5 — для детей"


def copied(folder: Path) -> Path:
    """The sample with one of its programmes."""
    return shutil.copytree(SAMPLE, folder / "build_data", ignore=shutil.ignore_patterns("schools"))


def said(folder: Path) -> list[Problem]:
    reading = load_dataset(folder)
    return [*reading.problems, *reading.notices]


def rewrite(file: Path, change: Callable[[str], bytes]) -> None:
    file.write_bytes(change(file.read_text(encoding="utf-8-sig")))


def rules(folder: Path) -> list[tuple[str, str]]:
    return [(problem.file, problem.rule) for problem in said(folder)]


def read(data: bytes, file: str) -> list[list[str]]:
    """The cells, or lines, of a file with these bytes. Raises `UnreadableSheet`."""
    if file == "city.yml":
        return [[line] for line in read_lines(data, file).splitlines()]
    rows = read_delimited(data, file)
    refuse_spoiled(rows, file)
    return rows


def refused(data: bytes, file: str) -> Problem:
    with pytest.raises(UnreadableSheet) as caught:
        read(data, file)
    return caught.value.problem


def text_of(file: str) -> str:
    return (SAMPLE / file).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("file", SPOILED)
@pytest.mark.parametrize("encoding", sorted({*SAVED_IN, "utf-16-le", "utf-16-be", "ascii"} - {"cp1251"}))
def test_a_file_in_a_foreign_encoding_is_named_at_its_first_place(file: str, encoding: str) -> None:
    problem = refused(text_of(file).encode(encoding, "replace"), file)
    assert problem.rule in ("foreign_encoding", "utf16_without_mark", "letters_lost")
    assert problem.row is not None or problem.rule == "utf16_without_mark"


@pytest.mark.parametrize("file", SPOILED)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251"])
def test_the_encodings_of_excel_and_of_the_notepad_are_read(file: str, encoding: str) -> None:
    assert read(text_of(file).encode(encoding), file) == read(text_of(file).encode(), file)


@pytest.mark.parametrize("file", SPOILED)
@pytest.mark.parametrize("wrong", READ_IN)
@pytest.mark.parametrize("saved", ["utf-8", *SAVED_IN])
def test_text_read_in_a_wrong_encoding_is_found(file: str, saved: str, wrong: str) -> None:
    if saved == wrong:
        return
    problem = refused(text_of(file).encode(saved, "replace").decode(wrong, "replace").encode(), file)
    assert problem.rule in ("misread_text", "letters_lost")
    assert problem.row is not None


def test_an_english_table_of_a_mac_is_said_to_be_one() -> None:
    """No Russian letter tells it: its quotation marks would be lines of a frame in the encoding of DOS."""
    text = "id;text\n1;The programme “The Development of Education”\n"
    assert refused(text.encode("mac_cyrillic"), ENGLISH).hints["encoding"] == "MacCyrillic"


@pytest.mark.parametrize("base", ["utf-8", "cp1251"])
@pytest.mark.parametrize("encoding", ["utf-8", *SAVED_IN])
def test_one_row_in_another_encoding_is_found(base: str, encoding: str) -> None:
    if base == encoding:
        return
    lines = text_of(MONEY).split("\n")
    data = [line.encode(encoding if place == 3 else base, "replace") for place, line in enumerate(lines)]
    assert refused(b"\n".join(data), MONEY).row == 4


def test_a_file_of_which_all_is_lost_is_told_once(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    rewrite(folder / GOALS, lambda text: text.encode("mac_cyrillic"))
    rewrite(folder / "city.yml", lambda text: text.encode("mac_cyrillic"))
    (settings, goals) = said(folder)
    assert (settings.file, settings.row, settings.rule) == ("city.yml", 1, "foreign_encoding")
    assert (goals.file, goals.row, goals.column, goals.rule) == (GOALS, 2, "text", "foreign_encoding")
    assert goals.hints["meant"] == "Повышение качества городской среды"


@pytest.mark.parametrize(
    "right",
    [
        RUSSIAN,
        "МКДОУ, ФГБОУ, ГБУСОН и МБУДО; ГОСТ Р ИСО 9001-2015",
        "It’s a café in São Paulo – “naïve” façade, Göttingen, Łódź",
        "СанПиН 2.4.3648-20, ВУЗы, МинПросвещения, 3D-печать, IT-куб",
        "Дүйсенбай Әбдіров, Ғабдулла Туҡай, Чӑваш Ен",
        "Зачем? для чего? Кому это нужно?! (2021?) https://example.com/a?b=c&d=%D0%9F",
        "на 5–10 °C, ½ ставки, §5, 12 м², €5, 75 % …………………………",
    ],
)
def test_right_text_is_not_taken_for_spoiled(right: str) -> None:
    assert misread([right]) is None
    refuse_spoiled([["id", "text"], ["1", right]], GOALS)


def test_a_dataset_of_english_and_of_russian_alone_has_no_spoiled_text() -> None:
    for folder in (SAMPLE, REGION):
        assert said(folder) == []


def quoted_by_a_mail_program(text: bytes) -> bytes:
    message = EmailMessage()
    message.set_content(text.decode(), subtype="csv", cte="quoted-printable")
    return message.as_bytes().partition(b"\n\n")[2]


MAIL: dict[str, Callable[[bytes], bytes]] = {
    "base64": base64.encodebytes,
    "quoted": quopri.encodestring,
    "whole": lambda text: b"MIME-Version: 1.0\nContent-Type: text/csv\n\n" + base64.encodebytes(text),
    "page": lambda text: b"\xef\xbb\xbf<!DOCTYPE html><table><tr><td>" + text,
    "entities": lambda text: text.replace("«".encode(), b"&laquo;"),
    "workbook": lambda text: b"PK\x03\x04" + text,
    "old workbook": lambda text: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + text,
}


@pytest.mark.parametrize("encoded", [quopri.encodestring, quoted_by_a_mail_program])
def test_a_table_of_english_in_the_form_of_mail_is_one_fault(tmp_path: Path, encoded: Callable[[bytes], bytes]) -> None:
    """It has few letters that mail writes as codes, but its lines are broken."""
    data = copied(tmp_path)
    rewrite(data / ENGLISH, lambda text: encoded(text.encode()))
    assert rules(data) == [(ENGLISH, "letter")]


@pytest.mark.parametrize("kind", MAIL)
def test_what_mail_and_browsers_leave_of_a_table_is_told(kind: str) -> None:
    rule = refused(MAIL[kind](text_of(GOALS).encode()), GOALS).rule
    assert rule in ("letter", "encoded_text", "web_page", "workbook_as_text", "old_workbook")


@pytest.mark.parametrize("suffix", [".xls", ".numbers", ".txt", ".CSV", ".csv.txt"])
def test_a_table_under_another_name_is_one_fault(tmp_path: Path, suffix: str) -> None:
    folder = copied(tmp_path)
    for file in (GOALS, MONEY):
        (folder / file).rename((folder / file).with_name(Path(file).stem + suffix))
    assert sorted(rules(folder)) == [
        (str(Path(file).with_name(Path(file).stem + suffix)), rule)
        for file, rule in zip((GOALS, MONEY), 2 * [rules(folder)[0][1]], strict=True)
    ]


def as_workbook(file: Path, change: Callable[[openpyxl.Workbook, Worksheet], None]) -> Path:
    """The table as a workbook, changed, in its place."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = file.stem
    for line in file.read_text(encoding="utf-8-sig").splitlines():
        sheet.append([cell or None for cell in line.split(";")])
    change(book, sheet)
    data = io.BytesIO()
    book.save(data)
    file.unlink()
    file.with_suffix(".xlsx").write_bytes(data.getvalue())
    return file.with_suffix(".xlsx")


def put(cell: str, value: Any, kind: str = "") -> Callable[[openpyxl.Workbook, Worksheet], None]:
    def change(_: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet[cell].value = value
        if kind:
            sheet[cell].data_type = kind

    return change


@pytest.mark.parametrize(
    ("cell", "value", "kind", "rule"),
    [
        ("money!F3", "#REF!", "e", "excel_error"),
        ("money!L3", "#N/A", "e", "excel_error"),
        ("money!F3", "=A1+1", "", "formula"),
        ("money!L3", "=A1&A2", "", "formula"),
        ("money!I3", "########", "", "excel_error"),
        ("goals!C3", datetime.date(2021, 2, 1), "", "text_made_a_date"),
        ("goals!C3", 44197, "", "text_made_a_number"),
        ("observations!C3", "03.07.2021", "", "text_made_a_date"),
        ("goals!E3", True, "", "logical_value"),
        ("goals!C3", datetime.time(1, 2), "", "text_made_a_date"),
        ("documents!E2", 45229, "", "serial_date"),
        ("goals!F3", "один;два\nтри\tчетыре\tпять\tшесть\tсемь\tвосемь", "", "rows_in_a_cell_of_a_workbook"),
    ],
)
def test_a_scar_of_excel_in_a_workbook_is_named_with_its_cell(
    tmp_path: Path, cell: str, value: Any, kind: str, rule: str
) -> None:
    folder = copied(tmp_path)
    table, cell = cell.split("!")
    as_workbook(folder / f"programmes/parks/{table}.csv", put(cell, value, kind))
    (problem,) = said(folder)
    assert (problem.file, problem.row, problem.rule) == (f"programmes/parks/{table}.xlsx", int(cell[1:]), rule)
    assert problem.column is not None


def test_numbers_of_which_none_can_be_read_are_named_each(tmp_path: Path) -> None:
    folder = copied(tmp_path)

    def spoil(_: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["D3"].value = sheet["D4"].value = "########"

    as_workbook(folder / "programmes/parks/lines.csv", spoil)
    assert [(problem.row, problem.column) for problem in said(folder)] == [(3, "number"), (4, "number")]


def another_sheet(title: str, cells: list[str], place: int | None = None, *, named: bool = True) -> Any:
    def change(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        if not named:
            sheet.title = "Лист1"
        other = book.create_sheet(title, place)
        if cells:
            other.append(cells)

    return change


def hide(*rows: int) -> Any:
    def change(_: openpyxl.Workbook, sheet: Worksheet) -> None:
        for row in rows:
            sheet.row_dimensions[row].hidden = True

    return change


def hidden_sheet(book: openpyxl.Workbook, sheet: Worksheet) -> None:
    book.create_sheet("черновик").append(["id"])
    sheet.sheet_state = "hidden"


HEADER = (SAMPLE / GOALS).read_text(encoding="utf-8-sig").splitlines()[0].split(";")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (another_sheet("черновик", HEADER, 0), [("notice", "other_sheets")]),
        (another_sheet("Лист0", [], 0, named=False), []),
        (another_sheet("Лист2", HEADER, named=False), [("error", "several_sheets")]),
        (another_sheet("Лист2", ["заметка"], named=False), [("notice", "other_sheets")]),
        (hidden_sheet, [("error", "hidden_sheet")]),
        (hide(2, 3), [("notice", "hidden_rows")]),
        (lambda _, sheet: sheet.merge_cells("A2:A3"), [("error", "merged_cells")]),
        (lambda _, sheet: sheet.merge_cells("Y2:Z3"), []),
        (lambda _, sheet: sheet.insert_rows(1), []),
    ],
    ids=["draft", "empty first", "two alike", "notes", "hidden", "hidden rows", "merged", "merged aside", "blank row"],
)
def test_what_a_workbook_holds_beside_the_table_is_said(
    tmp_path: Path, change: Any, expected: list[tuple[str, str]]
) -> None:
    folder = copied(tmp_path)
    as_workbook(folder / GOALS, change)
    assert [(problem.severity, problem.rule) for problem in said(folder)] == expected


def test_a_number_shown_in_thousands_is_read_as_it_is_shown(tmp_path: Path) -> None:
    folder = copied(tmp_path)

    def change(_: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["F3"].value, sheet["F3"].number_format = 62018200, "#,##0.0,"

    as_workbook(folder / MONEY, change)
    assert said(folder) == []


def test_a_fault_of_a_workbook_is_not_laid_on_a_text_table_that_is_not_there(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    as_workbook(folder / MONEY, put("F3", "62018,3"))
    as_workbook(folder / "programmes/parks/lines.csv", lambda *_: None)
    assert {problem.file for problem in said(folder)} == {"programmes/parks/money.xlsx"}
    (folder / MONEY).with_suffix(".xlsx").unlink()
    (folder / MONEY).write_text(text_of(MONEY).replace(";yards;", ";yardss;", 1), encoding="utf-8")
    assert {problem.hints["target"] for problem in said(folder) if "target" in problem.hints} == {"lines.xlsx"}


def test_rows_of_blank_cells_that_excel_left_out_are_no_fault(tmp_path: Path) -> None:
    """Excel writes no separators at the end of 16 rows at once, where nothing follows in any of them."""
    folder = copied(tmp_path)

    def cut(text: str) -> bytes:
        lines = text.splitlines()
        short = [line.rstrip(";") for line in lines[16:32]]
        longest = max(line.count(";") for line in short)
        return "\n".join(
            [*lines[:16], *(line + ";" * (longest - line.count(";")) for line in short), *lines[32:]]
        ).encode()

    rewrite(folder / MONEY, cut)
    assert said(folder) == []


def test_a_file_that_ends_within_a_row_is_noticed(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    rewrite(folder / MONEY, lambda text: text.rstrip("\n").rstrip(";").encode())
    (notice,) = said(folder)
    assert (notice.severity, notice.rule, notice.row) == ("notice", "cut_file", len(text_of(MONEY).splitlines()))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_on_github_a_fault_stands_at_its_line_below_cells_of_several_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ends: str
) -> None:
    folder = copied(tmp_path)

    def change(text: str) -> bytes:
        text = text.replace("Привести в порядок дворы.", '"Привести\nв порядок\nдворы."').replace("task;2", "tusk;2")
        return text.replace("\n", ends).encode()

    rewrite(folder / GOALS, change)
    check(folder, Words("ru"), "text", coverage=False, second=SameProcess())
    assert "строка 4," in capsys.readouterr().out
    check(folder, Words("ru"), "github", coverage=False, second=SameProcess())
    assert "goals.csv,title=Ошибка в данных,line=6::" in capsys.readouterr().out
