"""The whole year on a copy: decree, workbook, mistakes made and mended, comparison, site, report; then LibreOffice."""

import shutil

import pytest

from desk.test_yearly_report import rows
from support.built_pages import read
from support.office import Office, needs_office
from support.spaces import plain
from vitrina.project import PROSE
from year.story import ACTUALS, MISTAKES, PROGRAMME, REPORT_COMES, TITLE, Desk, Said, begun, right

GUIDE = (PROSE / "staff/computer.md").read_text(encoding="utf-8")
"""It shows what the program says."""

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A programme out of its decree, and the workbook to fill in."""
    desk = begun(tmp_path_factory.mktemp("year"))
    shutil.rmtree(desk.project / "build_data/programmes/programme")
    decree = desk.decree("постановление.docx", "decree.txt")
    told = desk.asks("import", str(decree), "--into", PROGRAMME)
    assert told.code == 0
    assert told.text.splitlines()[0] in GUIDE
    assert "money.csv: 12, indicators.csv: 2, observations.csv: 10." in told.text
    assert "Ошибок нет: build_data в порядке." in desk.asks("check").text
    desk.commits("Программа")
    assert desk.asks("workbook", "write", str(desk.book)).code == 0
    return desk


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def test_the_year(desk: Desk) -> None:
    tables = desk.project / "build_data/programmes" / PROGRAMME
    before = {table.name: table.read_bytes() for table in tables.glob("*.csv")}
    desk.types([*REPORT_COMES, *ACTUALS, *(typed for typed, _ in MISTAKES)])
    told = desk.asks("workbook", "read", str(desk.book))
    assert told.code == 1
    assert [said for _, said in MISTAKES if said not in told.text] == [], told.text
    assert told.text.splitlines()[-1] == "Таблицы не тронуты. Исправьте книгу и повторите."
    assert {table.name: table.read_bytes() for table in tables.glob("*.csv")} == before

    desk.types(right())
    told = desk.asks("workbook", "read", str(desk.book))
    assert "Деньги: добавлено строк: 3, изменено: 0, удалено: 0.\n" in told.text
    assert told.text in GUIDE
    assert "Ошибок нет" in desk.asks("check").text

    changes = desk.asks("compare").text.splitlines()
    assert [line for line in changes if ": новое число " in line] == [
        f"- Деньги: новое число {amount}: {TITLE}, Благоустройство города Энска, {whose}, 2025, факт"
        for amount, whose in (("11 950,50", "итого"), ("7 200,00", "Областной бюджет"), ("4 750,50", "Местный бюджет"))
    ] + [
        "- Значения показателей: новое число 13: Число отремонтированных дворов за год, за 2025 год, факт",
        "- Значения показателей: новое число 57: Доля парков и скверов с освещением, за 2025 год, факт",
    ]
    assert "- /yards/documents/: было «Опубликовано всё: 1 документ», станет «Опубликовано всё: 2 документа»" in changes
    assert changes[changes.index("## Новые страницы (1)") + 2] == "- /yards/execution/"
    assert not [line for line in changes if "<" in line]

    assert desk.asks("build") == Said(0, "Сайт построен: site\n")
    page = plain(read(desk.project / "site/yards/execution/index.html").text)
    assert "11 950,50" in page

    assert desk.asks("report", str(desk.report)).code == 0
    assert rows(desk.report, 0)[1:] == [
        ["Всего по программе", "12 000,00", "—", "11 950,50", "99,6 %", ""],
        ["Областной бюджет", "7 200,00", "—", "7 200,00", "100,0 %", ""],
        ["Местный бюджет", "4 800,00", "—", "4 750,50", "99,0 %", ""],
    ]
    assert [row[3:6] for row in rows(desk.report, 1)[1:]] == [
        ["14", "13", "отличается от плана"],
        ["57,0 %", "57,0 %", "по плану"],
    ]

    amendment = desk.decree("изменения.docx", "amendment.txt")
    told = desk.asks("import", str(amendment), "--into", PROGRAMME)
    assert told.code == 0
    assert [line.strip().partition(" (")[0] for line in told.text.splitlines() if ": было " in line][:4] == [
        "всего, за все годы: было 36 600,00, стало 37 600,00 тыс. руб.",
        "всего, 2026: было 12 200,00, стало 13 200,00 тыс. руб.",
        "Местный бюджет, за все годы: было 14 700,00, стало 15 700,00 тыс. руб.",
        "Местный бюджет, 2026: было 4 900,00, стало 5 900,00 тыс. руб.",
    ]
    assert "Ошибок нет" in desk.asks("check").text


@needs_office
def test_libreoffice_changes_a_value_in_the_workbook_and_it_reads_back(desk: Desk, office: Office) -> None:
    desk.book.unlink()
    assert desk.asks("workbook", "write", str(desk.book)).code == 0
    goals = desk.project / "build_data/programmes" / PROGRAMME / "goals.csv"
    before = goals.read_text(encoding="utf-8-sig")
    office.set_cell(desk.book, "Цели и задачи", "F5", "Гулять стало приятно")
    told = desk.asks("workbook", "read", str(desk.book))
    assert told == Said(0, "Цели и задачи: добавлено строк: 0, изменено: 1, удалено: 0.\n")
    assert goals.read_text(encoding="utf-8-sig") == before.replace("пешком;;", "пешком;Гулять стало приятно;", 1)


@needs_office
def test_libreoffice_changes_a_value_in_the_report_and_it_reads_back(desk: Desk, office: Office) -> None:
    report = desk.folder / "another.docx"
    assert desk.asks("report", str(report), "--year", "2025").code == 0
    before = [rows(report, table) for table in range(2)]
    office.replace_text(report, before[0][1][1].replace(" ", "\u202f"), "12 345,00")
    [money, indicators] = [rows(report, table) for table in range(2)]
    assert money[1][1] == "12 345,00"
    money[1][1] = before[0][1][1]
    assert [money, indicators] == before
