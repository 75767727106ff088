"""The commands: what they say, in which language, and with which exit code."""

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Never

import pytest

from support.datasets import DIVNOGORSK
from tools import commands
from vitrina.cli import _parser, main
from vitrina.words import LANGUAGES

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def beside_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DIVNOGORSK.parent)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A copy of the tables with a wrong number, an unknown source and a total that does not add up any more."""
    folder = tmp_path / "build_data"
    shutil.copytree(DIVNOGORSK, folder, ignore=shutil.ignore_patterns("documents"))
    money = folder / "programmes/education/money.csv"
    text = money.read_text(encoding="utf-8")
    for old, new in ((";394381,20;", ";394381,2о;"), ("education;other;2014;", "education;othr;2014;")):
        assert text.count(old) == 1
        text = text.replace(old, new)
    money.write_text(text, encoding="utf-8")
    return folder


def test_tables_in_order_are_told_and_the_known_differences_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Ошибок нет: build_data в порядке.",
        "Известных расхождений в документе: 2. Они показаны на странице «Сверка».",
        "В тексте документа education/draft-2021 нашлись все цитаты: 201. В таблицах 59\xa0% текста; чисел 104 из 107.",
    ]


def test_every_fault_is_named_in_one_go(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(faulty)]) == 1
    *problems, count = capsys.readouterr().out.splitlines()
    assert [problem for problem in problems if "«394381,2о» — не число" in problem]
    assert [problem for problem in problems if "«othr»" in problem]
    assert count == f"Найдено ошибок: {len(problems)}. Пока их не исправят, сайт останется прежним."


def test_a_pull_request_gets_annotations_at_the_lines(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(faulty.parent)
    assert main(["check", "--format", "github"]) == 1
    annotations = [line for line in capsys.readouterr().out.splitlines() if line.startswith("::error ")]
    assert len(annotations) == 2
    assert all("file=build_data/programmes/education/money.csv," in line for line in annotations)
    assert {line.split("line=")[1].split(",")[0].split("::")[0] for line in annotations} == {"28", "45"}


def test_an_annotation_stands_at_the_line_of_the_file_below_cells_of_several_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(DIVNOGORSK, tmp_path / "build_data")
    goals = tmp_path / "build_data/programmes/education/goals.csv"
    header, first, second, *rest = goals.read_text(encoding="utf-8").splitlines(keepends=True)
    first = first.replace(";draft-2021;", ';"одно\nи другое";draft-2021;', 1).replace(';;"одно', ';"одно', 1)
    second = second.replace(";draft-2021;", ";draft-2012;")
    goals.write_text("".join((header, first, second, *rest)), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--format", "github"]) == 1
    [said] = [line for line in capsys.readouterr().out.splitlines() if "draft-2012" in line]
    assert "goals.csv,title=Ошибка в данных,line=4::" in said


def test_a_new_difference_stops_the_check(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    money = faulty / "programmes/education/money.csv"
    text = (DIVNOGORSK / "programmes/education/money.csv").read_text(encoding="utf-8")
    money.write_text(text.replace("394381,20;", "394381,21;").replace("394 381,20", "394 381,21"), encoding="utf-8")
    assert main(["check", "--data", str(faulty)]) == 1
    said = capsys.readouterr().out
    assert said.count("итог не сходится") == 3, "of the year, of the source and of the programme"


@pytest.mark.parametrize(("form", "step"), [("text", "pages.site.with_trails"), ("github", "charts.kit.style._said")])
def test_tables_that_the_program_fails_on_are_told_without_a_traceback(
    form: str, step: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> Never:
        raise KeyError("two\nlines")

    monkeypatch.setattr(f"vitrina.{step}", fails)
    assert main(["check", "--format", form]) == 1
    [said] = capsys.readouterr().out.splitlines()
    assert said.startswith(
        "::error::В таблицах ошибок не нашлось" if form == "github" else "В таблицах ошибок не нашлось"
    )
    assert "Перешлите тем, кто ведёт программу, папку build_data и эту строку: KeyError: " in said
    assert f"{'/'.join(step.split('.')[:-1])}.py:" in said


def test_figures_of_a_document_that_no_table_has_are_listed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages have nothing to do with it, and are not made."""
    monkeypatch.setattr("vitrina.commands.check.make_pages", lambda *_: None)
    assert main(["check", "--coverage", "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "Known differences in the document: 2." in said
    assert "Муниципальная программа состоит из 4-х подпрограмм" in said
    assert "447 679,60" not in said


def test_words_that_the_text_of_a_document_does_not_have_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(DIVNOGORSK, tmp_path / "build_data")
    file = tmp_path / "build_data/programmes/education/documents/draft-2021.txt"
    text = file.read_text(encoding="utf-8")
    assert text.count("381,20 тыс") == 1
    file.write_text(text.replace("381,20 тыс", "381,30 тыс"), encoding="utf-8")
    assert main(["check", "--data", str(tmp_path / "build_data")]) == 1
    said = capsys.readouterr().out
    assert "education/money.csv, строка 28, «Слова документа» (words)" in said
    assert "education/documents.csv, строка 2, «Отпечаток файла» (sha256)" in said
    assert "Найдено ошибок: 2." in said


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from parsers(each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_has_help(language: str) -> None:
    cyrillic = set("абвгдежзиклмнопрстуфхцчшщыэюя")
    found = 0
    for parser in parsers(_parser(["new", "--language", language])):
        helps = [
            parser.description,
            *(action.help for action in parser._actions if action.dest not in {"help", "command"}),
        ]
        for said in helps:
            found += 1
            assert said
            assert bool(cyrillic & set(said.lower())) == (language == "ru"), said
    assert found >= 12


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [of_all] = [one for one in _parser([])._actions if isinstance(one, argparse._SubParsersAction)]
    assert [name for name in of_all.choices if f"python -m vitrina {name}" not in text] == []


def test_the_guide_of_the_staff_names_every_command_and_option() -> None:
    """Where this fails: `python tests/tools/commands.py --write`."""
    assert commands.PAGE.read_text(encoding="utf-8") == commands.page()


@pytest.mark.parametrize(
    "command", [["check"], ["build"], ["export", "out"], ["serve"]], ids=lambda command: command[0]
)
def test_outside_a_project_a_command_says_so_without_a_traceback(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(command) == 1
    said = capsys.readouterr()
    assert "build_data" in said.out + said.err
    assert list(tmp_path.iterdir()) == []


def test_with_tables_but_without_the_project_around_them_building_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(DIVNOGORSK, tmp_path / "build_data")
    monkeypatch.chdir(tmp_path)
    for command in (["build"], ["serve"], ["export", "out"]):
        assert main(command) == 1, command
        assert "mkdocs.yml" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["build_data"]
