"""`vitrina import FILE --into PROGRAMME`: a decree becomes tables that `check` accepts, or nothing is written."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from decrees.test_documents import CELL_BREAK, DOCUMENTS, as_word, cases
from decrees.test_import import DECREE
from support.datasets import DIVNOGORSK
from vitrina.cli import main
from vitrina.dataset.programme import Dataset
from vitrina.desk.new_programme import lay_out
from vitrina.measures.loading import load_dataset

PASSPORT = """\
от 12.11.2020 № 145-п
ПАСПОРТ муниципальной программы
Наименование программы
Муниципальная программа «Развитие города»
Ответственный исполнитель
Отдел города
Цель программы
Хорошая жизнь
Сроки реализации
2014-2024 годы
1. Общие положения
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A dataset without programmes: what a city sets once, and the prices."""
    folder = tmp_path / "build_data"
    folder.mkdir()
    shutil.copy(DIVNOGORSK / "city.yml", folder)
    shutil.copytree(DIVNOGORSK / "reference", folder / "reference")
    return folder


def accepted(data: Path) -> Dataset:
    reading = load_dataset(data)
    assert reading.dataset, [(one.file, one.row, one.column, one.value, one.rule) for one in reading.problems]
    return reading.dataset


def test_without_a_city_nothing_is_laid_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "build_data"
    assert main(["import", str(DECREE), "--into", "education", "--data", str(data)]) == 1
    assert "city.yml" in capsys.readouterr().err
    assert not data.exists()


def test_the_real_decree_becomes_the_tables_that_were_typed(data: Path) -> None:
    assert main(["import", str(DECREE), "--into", "education", "--data", str(data)]) == 0
    [read] = accepted(data).programmes
    [typed] = accepted(DIVNOGORSK).programmes
    columns = ["source", "year", "stage", "kopecks", "place", "words"]
    pd.testing.assert_frame_equal(read.money[columns], typed.money[columns])
    assert {(one.check, one.source, one.difference) for one in read.expected} == {
        (one.check, one.source, one.difference) for one in typed.expected
    }
    kinds = {"goal", "task", "result"}
    assert {(one.kind, one.text) for one in read.goals} == {
        (one.kind, one.text) for one in typed.goals if one.kind in kinds
    }
    assert [(one.kind, one.number, one.name) for one in read.lines] == [
        (one.kind, one.number, one.name) for one in typed.lines
    ]
    [document] = read.documents
    assert (document.date_status, document.number_status, document.is_draft) == ("left-blank", "left-blank", True)
    assert read.quoted[document.id].text.content == DECREE.read_bytes()


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.stem)
def test_what_is_read_of_a_decree_is_accepted(case: Path, data: Path, tmp_path: Path) -> None:
    passport = PASSPORT.replace("2020", "2030")  # some of them report of years before
    text = f"{passport}{case.read_text(encoding='utf-8')}"
    file = tmp_path / "decree.txt"
    file.write_text(text, encoding="utf-8")
    found = lay_out(as_word(text, tmp_path / "decree.docx") if CELL_BREAK in text else file, "one", data)
    [programme] = accepted(data).programmes
    assert len(programme.money) == len(found.tables.rows["money"])
    assert programme.documents[0].number == "145-п"


def test_measures_of_a_table_become_lines_below_their_subprogramme(data: Path, tmp_path: Path) -> None:
    passport = PASSPORT.replace("Цель", "Подпрограммы\nПодпрограмма 1 «Дороги»\nЦель")
    text = f"""{passport}
Перечень мероприятий, тыс. рублей
№\tНаименование мероприятия\tИсточник финансирования\t2021\t2022\tВсего
Подпрограмма 1 «Дороги»\tПодпрограмма 1 «Дороги»\tВсего\t60,0\t120,0\t180,0
1.1\tРемонт улиц\tВсего\t40,0\t80,0\t120,0
1.1\tРемонт улиц\tместный бюджет\t40,0\t80,0\t120,0
1.2\tСветофоры\tместный бюджет\t20,0\t40,0\t60,0
"""
    lay_out(as_word(text, tmp_path / "decree.docx"), "one", data)
    [programme] = accepted(data).programmes
    measures = [(one.id, one.parent, one.number, one.name) for one in programme.lines if one.kind == "measure"]
    assert measures == [
        ("measure-1-1", "subprogramme-1", "1.1", "Ремонт улиц"),
        ("measure-1-2", "subprogramme-1", "1.2", "Светофоры"),
    ]
    assert set(programme.money["line"]) == {"subprogramme-1", "measure-1-1", "measure-1-2"}


def test_a_measure_is_called_as_the_text_has_it_where_its_cells_are_no_neighbours(data: Path, tmp_path: Path) -> None:
    text = f"""{PASSPORT}
Перечень мероприятий, тыс. рублей
№\tНаименование мероприятия\tЦСР\tМесто\t2021\t2022
1.1\tРемонт улиц и площадей\t0110020010\tс. Ключи\t40,5\t80,5
"""
    lay_out(as_word(text, tmp_path / "decree.docx"), "one", data)
    [programme] = accepted(data).programmes
    [roads] = [one for one in programme.lines if one.kind == "measure"]
    assert (roads.name, roads.csr) == ("Ремонт улиц и площадей", ("0110020010",))
    assert list(programme.money["kopecks"]) == [4_050_000, 8_050_000]


def test_codes_go_with_their_lines_and_administrators_with_their_parts(data: Path, tmp_path: Path) -> None:
    passport = PASSPORT.replace("Цель", "Подпрограммы\nПодпрограмма 1 «Дошкольное и общее образование»\nЦель", 1)
    text = f"{passport}{(DOCUMENTS / 'measures-with-codes.txt').read_text(encoding='utf-8')}"
    found = lay_out(as_word(text, tmp_path / "decree.docx"), "one", data)
    [programme] = accepted(data).programmes
    lines = {one.id: one for one in programme.lines}
    roof = lines["measure-2-1"]
    assert (roof.grbs, roof.rzpr, roof.vr) == (("905",), ("0702",), ("243", "244"))
    assert roof.administrator == "Администрация Ключевского района"
    assert lines["subprogramme-1"].grbs == ("905", "975")
    money = programme.money
    parts = money[(money["line"] == "subprogramme-1") & (money["year"] == 2014)]
    assert list(zip(parts["is_administrator"], parts["kopecks"] // 100_000, strict=True)) == [
        (False, 113410), (True, 1500), (True, 111910)
    ]  # fmt: skip
    assert {one.what for one in found.tables.not_written if one.why == "code"} >= {"measure-2-1: 0218021"}


@pytest.mark.parametrize(
    ("unit", "kopecks"), [("рублей", 123450), ("тыс. рублей", 123450000), ("млн рублей", 123450000000)]
)
def test_a_unit_that_stands_in_a_heading_alone_is_kept(unit: str, kopecks: int, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "decree.txt"
    text = f"{PASSPORT}Объем финансирования программы, {unit}:\nВсего – 1234,50\n2020 год – 1234,50\n"
    file.write_text(text, encoding="utf-8")
    lay_out(file, "one", data)
    assert set(accepted(data).programmes[0].money["kopecks"]) == {kopecks}


def test_a_subprogramme_without_a_number_is_given_none(data: Path, tmp_path: Path) -> None:
    passport = PASSPORT.replace("Цель", "Подпрограммы\nПодпрограмма «Дороги»;\nПодпрограмма «Мосты»\nЦель")
    file = tmp_path / "decree.txt"
    file.write_text(passport, encoding="utf-8")
    lay_out(file, "one", data)
    _, *parts = accepted(data).programmes[0].lines
    assert [(one.id, one.number, one.name) for one in parts] == [
        ("subprogramme-1", None, "Дороги"),
        ("subprogramme-2", None, "Мосты"),
    ]


def test_its_pages_say_what_is_still_to_be_filled_in(data: Path) -> None:
    """What a document does not say is asked for, and never told as if it were known."""
    lay_out(DECREE, "education", data)
    [programme] = accepted(data).programmes
    assert {(cell.file, cell.title) for cell in programme.unfilled} == {
        ("indicators.csv", "Что это"),
        ("expected_findings.csv", "Почему так"),
    }


def test_data_are_known_until_a_day_that_the_text_reports_of(data: Path, tmp_path: Path) -> None:
    """A day that is named for anything else, one ahead for instance, is no such day."""
    file = tmp_path / "decree.txt"
    text = PASSPORT.replace("от 12.11.2020 № 145-п", "от __.__.20__ № ___")
    file.write_text(
        f"{text}По состоянию на 01.09.2021 в городе 6 школ. Очередь исчезнет на 31.12.2024.\n", encoding="utf-8"
    )
    lay_out(file, "one", data)
    [document] = accepted(data).programmes[0].documents
    assert str(document.facts_until) == "2021-09-01"


def test_what_is_in_doubt_is_named_and_in_no_table(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "decree.txt"
    file.write_text(f"{PASSPORT}Объем финансирования: 2020 год – 1.234,5 тыс. рублей; 2021 год – 447.679 тыс. рублей\n")
    assert main(["import", str(file), "--into", "one", "--data", str(data)]) == 0
    told = capsys.readouterr().err
    assert "Не вошло в таблицы: 1." in told
    assert "447.679" in told
    [programme] = accepted(data).programmes
    assert list(programme.money["year"]) == [2020]


@pytest.mark.parametrize(
    ("programme", "said"),
    [
        ("Дороги", "строчные латинские буквы"),
        ("../roads", "строчные латинские буквы"),
        ("con", "строчные латинские буквы"),
        ("taken", "уже есть"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_touched(
    programme: str, said: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "programmes/taken").mkdir(parents=True)
    before = sorted(data.rglob("*"))
    assert main(["import", str(DECREE), "--into", programme, "--data", str(data)]) == 1
    assert said in capsys.readouterr().err
    assert sorted(data.rglob("*")) == before


def test_a_file_that_cannot_be_read_leaves_no_folder(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = tmp_path / "decree.doc"
    scan.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert main(["import", str(scan), "--into", "one", "--data", str(data)]) == 1
    assert "decree.doc" in capsys.readouterr().err
    assert not (data / "programmes").exists()


def test_a_new_programme_is_made_of_one_file(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(DECREE), str(DECREE), "--into", "one", "--data", str(data)]) == 1
    assert "из одного файла" in capsys.readouterr().err
