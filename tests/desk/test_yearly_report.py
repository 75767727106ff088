"""`vitrina report`: the yearly report of a programme in Word."""

import io
import shutil
from pathlib import Path

import docx
import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.office import Office, needs_office
from vitrina.cli import main
from vitrina.desk.yearly_report import TEMPLATE, BrokenTemplate, yearly_report

SCHOOLS = ("--programme", "schools", "--data", str(SAMPLE))
NOTHING = dict.fromkeys(("programme", "status", "evaluation"), "") | {"year": 2025, "missing": []}
NOTHING |= {table: [] for table in ("money", "indicators", "measures")}


def rows(document: Path | io.BytesIO, table: int) -> list[list[str]]:
    read = docx.Document(str(document) if isinstance(document, Path) else document)
    return [
        [cell.text.replace("\xa0", " ").replace("\u202f", " ") for cell in row.cells] for row in read.tables[table].rows
    ]


def paragraphs(document: Path) -> list[str]:
    return [one.text.replace("\xa0", " ") for one in docx.Document(str(document)).paragraphs if one.text]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.docx"
    assert main(["report", str(file), *SCHOOLS]) == 0
    return file


def test_it_tells_of_the_last_year_with_actuals(report: Path) -> None:
    assert paragraphs(report)[0] == "Отчёт за 2025 год"
    money, indicators, measures = (rows(report, table) for table in range(3))
    assert money[1][:3] == ["Всего по программе", "1 331 544,00", "1 331 544,00"]
    assert money[1][3:] == ["1 316 879,11265", "98,9 %", "Работы в школе № 1 не завершены"]
    assert [indicators[2][column] for column in (0, 3, 4, 5)] == ["1.2", "0", "0", "по плану"]
    assert ["1.2", "Новые детские сады", "выполнено частично"] in [row[:3] for row in measures]
    assert "Оценка программы за 2025 год: 0,778, удовлетворительная" in paragraphs(report)


def test_a_city_without_a_site_in_the_readers_language_is_reported_of_in_its_own(tmp_path: Path) -> None:
    data = tmp_path / "build_data"
    shutil.copytree(DIVNOGORSK, data)
    settings = data / "city.yml"
    settings.write_text(f"languages: [ru]\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    assert main(["--language", "en", "report", str(tmp_path / "report.docx"), "--data", str(data)]) == 0
    assert paragraphs(tmp_path / "report.docx")[0] == "Отчёт за 2021 год"


def test_indicators_and_measures_stand_as_on_the_site(report: Path) -> None:
    """With the sign of a plan, without former wordings of other years, the programme's own measures last."""
    _, indicators, measures = (rows(report, table) for table in range(3))
    numbers = [row[0] for row in indicators[1:]]
    assert len(numbers) == len(set(numbers))
    assert next(row[3] for row in indicators if row[0] == "3.1") == "≥ 84,0 %"
    assert [measures[place][0] for place in (1, -1)] == ["1.1", "4"]


def test_the_same_tables_give_the_same_bytes(report: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.docx"
    assert main(["report", str(again), *SCHOOLS]) == 0
    assert again.read_bytes() == report.read_bytes()


def test_what_the_documents_do_not_say_is_said_and_no_cell_is_made_up(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    assert main(["report", str(file), "--data", str(DIVNOGORSK)]) == 0
    told = paragraphs(file)
    assert "Сколько денег потратили за 2021 год, документы не говорят." in told
    assert "Оценки программы за 2021 год нет." in told
    assert rows(file, 0)[1] == ["Всего по программе", "717 397,80", "—", "—", "—", ""]


def test_a_text_of_the_tables_is_text_whatever_it_looks_like() -> None:
    made = yearly_report(TEMPLATE.read_bytes(), {**NOTHING, "programme": "{{ 7 * 7 }} <w:t>&amp;"})
    assert "{{ 7 * 7 }} <w:t>&amp;" in [one.text for one in docx.Document(io.BytesIO(made)).paragraphs]


def test_the_department_may_give_its_own_template(tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("Управление образования: {{ programme }}, {{ year }}")
    own.save(str(tmp_path / "own.docx"))
    asked = [
        "--template",
        str(tmp_path / "own.docx"),
        "--programme",
        "schools",
        "--data",
        str(SAMPLE),
        "--year",
        "2024",
    ]
    assert main(["report", str(tmp_path / "report.docx"), *asked]) == 0
    [told] = paragraphs(tmp_path / "report.docx")
    assert told.startswith("Управление образования: ")
    assert told.endswith(", 2024")


@pytest.mark.parametrize(
    "told", ["{{ programme", "{{ no_such_thing }}", "{{ ().__class__.__base__.__subclasses__() }}"]
)
def test_a_template_names_only_what_there_is(told: str) -> None:
    broken, made = docx.Document(), io.BytesIO()
    broken.add_paragraph(told)
    broken.save(made)
    with pytest.raises(BrokenTemplate):
        yearly_report(made.getvalue(), NOTHING)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing", b"plain text"])
def test_a_template_that_is_no_word_file_is_named(content: bytes) -> None:
    with pytest.raises(BrokenTemplate):
        yearly_report(content, NOTHING)


def test_a_report_that_is_there_is_not_written_over(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = report.read_bytes()
    assert main(["report", str(report), *SCHOOLS]) == 1
    assert "он не тронут" in capsys.readouterr().err
    assert report.read_bytes() == before


@pytest.mark.thorough
@needs_office
def test_libreoffice_opens_it_and_keeps_every_cell(report: Path, tmp_path: Path) -> None:
    saved = Office(tmp_path / "settings").saved(report, tmp_path / "saved")
    for table in range(3):
        assert rows(saved, table) == rows(report, table)
