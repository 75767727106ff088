"""`vitrina import`: the real decree, the report and the JSON, and files that cannot be read."""

import json
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decrees.test_documents import DOCUMENTS
from support.datasets import DIVNOGORSK
from vitrina.cli import main
from vitrina.dataset.programme import Dataset
from vitrina.decrees import read_money
from vitrina.decrees.files import read_blocks
from vitrina.formats import UnreadableText
from vitrina.measures.loading import load_dataset
from vitrina.words.money import kopecks_from_thousands

DECREE = DIVNOGORSK / "programmes/education/documents/draft-2021.txt"
SOURCES = {"extra-budgetary": "other"}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    found = load_dataset(DIVNOGORSK).dataset
    assert found
    return found


def test_the_money_of_the_real_decree_is_that_of_its_tables(dataset: Dataset) -> None:
    money = dataset.programmes[0].money
    years = money["year"].astype(object).where(money["year"].notna(), "total").astype(str)
    sources = money["source"].replace(SOURCES)
    typed = dict(zip(zip(sources, years, strict=True), money["kopecks"].astype(int), strict=True))
    reading = read_money(read_blocks(DECREE))
    read = {(one.source, one.year): kopecks_from_thousands(one.amount) for one in reading.values}
    assert read == typed
    assert len(read) == 54
    assert {one.unit for one in reading.values} == {"thousand"}
    differences = {(one.source, one.difference) for one in reading.sums if one.difference}
    assert differences == {("total", Decimal("249.90")), ("local", Decimal("249.90"))}
    assert {one.source for one in reading.values if not one.is_sure} == {"total", "local"}


def test_for_programs_there_is_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(DOCUMENTS / "plan-and-actual.txt"), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"rows", "left_out", "sums", "codes", "services", "passport", "indicators", "amendments"}
    first = told["rows"][0]
    assert (first["source"], first["year"], first["stage"], first["amount"]) == ("total", "2020", "plan", "1000.0")
    assert (first["unit"], first["certainty"], first["reasons"]) == ("thousand", "sure", [])
    assert first["place"]
    assert "1 000,0" in first["words"]


def test_the_report_says_what_is_sure_what_is_not_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(DOCUMENTS / "numbers-cut-and-spoilt.txt")]) == 0
    told = capsys.readouterr().out
    assert "нашлось сумм: 3. Читаются однозначно: 1, надо проверить: 2, не разобрано: 0." in told
    assert "число можно прочесть двумя способами" in told
    assert "число разорвано концом строки или страницы" in told


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "старый формат Word"),
        ("renamed.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "старый формат Word"),
        ("broken.docx", b"PK\x03\x04 nothing", "файл повреждён"),
        ("broken.odt", b"PK\x03\x04 nothing", "файл повреждён"),
        ("broken.pdf", b"%PDF-1.4 nothing", "файл повреждён"),
        ("text.rtf", b"plain", "файл повреждён"),
        ("picture.png", b"\x89PNG", "такой файл программа не читает"),
        ("empty.txt", b" \n\n", "в файле нет текста"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(
    name: str, content: bytes, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert main(["import", str(file)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert name in told.err
    assert why in told.err


def test_of_changes_tracked_in_word_the_text_is_what_they_make_of_it(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Финансирование: 2020 год – 1")
    for tag, text, kind in (("ins", "00,0", "t"), ("del", "50,0", "delText")):
        change = OxmlElement(f"w:{tag}")
        run = OxmlElement("w:r")
        written = OxmlElement(f"w:{kind}")
        written.text = text
        run.append(written)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" тыс. рублей")
    file = tmp_path / "changed.docx"
    document.save(str(file))
    [value] = read_money(read_blocks(file)).values
    assert value.amount == 100


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(tmp_path / "nothing.txt")]) == 1
    assert "nothing.txt" in capsys.readouterr().err


FRAGMENTS = st.sampled_from(
    [
        "2020 год", "2014-2016 годы", "краевой бюджет", "из средств местного бюджета", "всего", "в том числе", "из них",
        "Подпрограмма 1", "1.1.", "тыс. рублей", "млн руб.", "руб. 50 коп.", "100,0", "1 234 567,89", "447.679",
        "–", "-", ":", ";", "(", ")", "\n", "\t", "|", ",", ". ", "№ 131-п", "01.08.2013", "%", "чел.", "ежегодно",
    ]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(FRAGMENTS, max_size=60).map(" ".join))
def test_whatever_a_text_says_it_is_read_without_a_fault(text: str, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    if not text.strip():
        with pytest.raises(UnreadableText, match="text_without_words"):
            read_blocks(file)
        return
    blocks = read_blocks(file)
    printed = "".join(char for char in text if char.isdigit())
    for value in read_money(blocks).values:
        # Roubles and kopecks stand apart: «100,0 руб. 50 коп.»
        assert all(part.strip("-0") in printed for part in f"{value.amount:f}".split("."))


def test_rows_that_are_put_into_no_table_are_named(tmp_path: Path) -> None:
    """As a PDF without rules has them, where the words of a cell take several lines."""
    file = tmp_path / "decree.txt"
    file.write_text(
        "Ресурсное обеспечение муниципальной программы, тыс. рублей\n"
        "Наименование\tИсточник\tВсего\t2024\t2025\n"
        "Муниципальная\tвсего\t200,0\t100,0\t100,0\n"
        "программа\n"
        "местный\t200,0\t100,0\t100,0\n"
        "бюджет\n",
        encoding="utf-8",
    )
    reading = read_money(read_blocks(file))
    assert reading.values == ()
    assert [(one.why, one.words) for one in reading.left_out] == [
        ("unruled", "Муниципальная всего 200,0 100,0 100,0"),
        ("unruled", "местный 200,0 100,0 100,0"),
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(FRAGMENTS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_whatever_a_table_holds_it_is_read_without_a_fault(rows: list[list[str]], tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(len(rows), 3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, content in zip(row.cells, cells, strict=True):
            cell.text = content
    file = tmp_path / "table.docx"
    document.save(str(file))
    reading = read_money(read_blocks(file))
    assert all(value.amount.is_finite() for value in reading.values)
