"""A year of a department, from a decree in Word to the yearly report, in a town that is invented.

The test goes through it; the pictures of the staff's guide are taken on its way.
"""

import contextlib
import io
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from decrees.test_documents import as_word
from support.spaces import plain
from vitrina.cli import main

TEXTS = Path(__file__).parent
PROGRAMME = "yards"
HEADS = 4
"""The row of a sheet that holds the names of its columns."""
MONEY, INDICATORS, DOCUMENTS = "Внести деньги", "Внести показатели", "Документы"
REPORT, TITLE = "report-2025", "Отчёт о программе за 2025 год"

Typed = tuple[str, int, str, object]
"""Sheet, row, head of the column, what is typed."""

REPORT_COMES: Sequence[Typed] = [
    (DOCUMENTS, 6, head, typed)
    for head, typed in (
        ("Код", REPORT),
        ("Порядок", 2),
        ("Вид", "отчёт"),
        ("Название", TITLE),
        ("Дата", "02.03.2026"),
        ("Статус номера", "не применимо"),
        ("Охват", "часть программы"),
        ("Публикация", "опубликован"),
        ("Данные по", "31.12.2025"),
        ("Место последних данных", "Пояснительная записка"),
        ("Слова о последних данных", "Отчёт составлен по состоянию на 31.12.2025"),
    )
]
ACTUALS: Sequence[Typed] = [
    (MONEY, 5, "Документ", REPORT),
    (MONEY, 5, "Место", "Таблица 1, использование средств"),
    (MONEY, 5, "Слова документа", "Всего по программе, 2025 год, факт: 11 950,50"),
    (MONEY, 5, "2025, тыс. ₽", "11950,5"),
    (MONEY, 6, "Слова документа", "Областной бюджет, 2025 год, факт: 7 200,00"),
    (MONEY, 6, "2025, тыс. ₽", 7200),
    (MONEY, 7, "Слова документа", "Местный бюджет, 2025 год, факт: 4 750,50"),
    (MONEY, 7, "2025, тыс. ₽", 4750.5),
    (INDICATORS, 5, "Документ", REPORT),
    (INDICATORS, 5, "Место", "Таблица 2, показатели"),
    (INDICATORS, 5, "Слова документа", "Показатель 1.1, 2025 год, факт: 13"),
    (INDICATORS, 5, "2025", 13),
    (INDICATORS, 6, "Слова документа", "Показатель 2.1, 2025 год, факт: 57,0"),
    (INDICATORS, 6, "2025", 57),
]
MISTAKES: Sequence[tuple[Typed, str]] = [
    ((MONEY, 5, "2025, тыс. ₽", "11950,5о"), "лист «Внести деньги», ячейка H5: «11950,5о»"),
    ((MONEY, 6, "Источник", "Городской бюджет"), "лист «Внести деньги», ячейка C6: «Городской бюджет»"),
    ((INDICATORS, 5, "2025", 31), "лист «Внести показатели», ячейка G5: «31»"),
]
"""What is typed in the place of what is right, and how the message begins."""


def right() -> list[Typed]:
    """What is typed over the mistakes."""
    return [(MONEY, 6, "Источник", "Областной бюджет"), *ACTUALS]


@dataclass(frozen=True)
class Said:
    code: int
    text: str


@dataclass(frozen=True)
class Desk:
    """`folder` holds the files that staff handle; the project lies in `folder/ensk`."""

    folder: Path

    @property
    def project(self) -> Path:
        return self.folder / "ensk"

    @property
    def book(self) -> Path:
        return self.folder / "год.xlsx"

    @property
    def report(self) -> Path:
        return self.folder / "отчёт.docx"

    def decree(self, name: str, text: str) -> Path:
        return as_word((TEXTS / text).read_text(encoding="utf-8"), self.folder / name)

    def asks(self, *command: str, within: str = "ensk") -> Said:
        """What a command says, on the screen, in the order in which it says it."""
        screen = io.StringIO()
        with (
            contextlib.chdir(self.folder / within),
            contextlib.redirect_stdout(screen),
            contextlib.redirect_stderr(screen),
        ):
            code = main(command)
        return Said(code, plain(screen.getvalue()))

    def types(self, cells: Sequence[Typed]) -> None:
        """Into the workbook, as Excel saves it."""
        book = openpyxl.load_workbook(self.book)
        for sheet, row, head, typed in cells:
            book[sheet].cell(row, self.columns(book[sheet])[head], typed)
        book.save(self.book)

    @staticmethod
    def columns(sheet: Worksheet) -> Mapping[str, int]:
        return {plain(str(cell.value)): cell.column for cell in sheet[HEADS]}

    def commits(self, message: str) -> None:
        person = ["-c", "user.name=Somebody", "-c", "user.email=somebody@city.example"]
        if not (self.project / ".git").exists():
            subprocess.run(["git", "init", "-q"], cwd=self.project, check=True)
        for asked in (["add", "."], [*person, "commit", "-q", "-m", message]):
            subprocess.run(["git", *asked], cwd=self.project, check=True)


def begun(folder: Path) -> Desk:
    """The town's project as it is laid out, with a programme that is still to be filled in."""
    folder.mkdir(parents=True, exist_ok=True)
    desk = Desk(folder)
    made = desk.asks("new", "ensk", "--name", "Энск", "--genitive", "Энска", "--region", "Энская область", within=".")
    assert made.code == 0, made.text
    return desk
