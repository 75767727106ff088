"""A project for another city: what is asked, what is laid out, and what its pages say of all that is still empty."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import vitrina.new_project.laying_out
from shapes.cases import CASES
from shapes.making import read
from support.datasets import DIVNOGORSK
from support.file_trees import tree
from vitrina.cli import main
from vitrina.dataset.reader import read_dataset
from vitrina.dataset.unfilled import TO_FILL, Unfilled
from vitrina.new_project.answers import QUESTIONS
from vitrina.pages.site import make_site
from vitrina.render import written
from vitrina.words import Words
from vitrina.words.numbers import Language

ROOT = Path(__file__).parents[2]
ENSK = ["--name", "Энск", "--region", "Энская область", "--genitive", "Энска"]
LAID_OUT = {
    ".gitattributes",
    ".github",
    ".gitignore",
    "README.md",
    "build_data",
    "docs",
    "hooks",
    "incoming",
    "mkdocs.yml",
    "requirements.txt",
    "vitrina.cmd",
    "vitrina.command",
    "vitrina.desktop",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    return tmp_path


def front_page(folder: Path, language: Language = "ru") -> str:
    dataset = read_dataset(folder / "build_data").dataset
    assert dataset
    words = Words(language)
    page = written(make_site(dataset, words), words, draw=lambda _: "")["index.md"]
    assert isinstance(page, str)
    return page


def test_a_project_is_data_alone_and_its_tables_hold(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "ensk", *ENSK]) == 0
    assert "python -m vitrina serve" in capsys.readouterr().out
    assert {path.name for path in (here / "ensk").iterdir()} == LAID_OUT
    assert [path.name for path in (here / "ensk/hooks").iterdir()] == ["site.py"]
    assert main(["check", "--data", "ensk/build_data"]) == 0
    assert "Ошибок нет" in capsys.readouterr().out


def test_what_is_still_empty_is_told_on_the_front_page_until_it_is_filled_in(here: Path) -> None:
    assert main(["new", "ensk", *ENSK]) == 0
    tables = [*(here / "ensk/build_data/programmes/programme").iterdir()]
    hints = sum(table.read_text(encoding="utf-8").count(TO_FILL) for table in tables)
    page = front_page(here / "ensk")
    assert f"Осталось заполнить {hints + 5}\xa0мест" in page, "four tables without rows and the contacts besides"
    assert "programme/goals.csv, строка 2, «Текст»: цель программы" in page
    assert "programme/money.csv: строки таблицы «Деньги»" in page
    assert "city.yml, contacts: кому писать о данных" in page
    for table in tables:
        table.write_text(table.read_text(encoding="utf-8").replace(TO_FILL, "Это "), encoding="utf-8")
    page = front_page(here / "ensk")
    assert "заполнить" not in page
    assert "money.csv" not in page


def test_no_page_says_that_the_document_is_silent_on_what_nobody_has_entered(here: Path) -> None:
    assert main(["new", "ensk", *ENSK, "--period", "2026-2027 годы"]) == 0
    dataset = read_dataset(here / "ensk/build_data").dataset
    assert dataset
    words = Words("ru")
    site = make_site(dataset, words)
    assert {page.place.folder for page in site.pages if page.is_unfilled} == {
        f"programme/{folder}" for folder in ("funding", "funding/2026", "funding/2027", "check")
    }
    for path, text in written(site, words, draw=lambda _: "").items():
        if path.endswith(".md"):
            assert not re.search(r"не говорит|данные по \d|[Сс]умм\w* в документ\w* нет", str(text)), path


def test_years_with_indicators_alone_are_silent_on_money_that_nobody_has_entered() -> None:
    dataset = read(CASES["indicators and no money"]).dataset
    assert dataset
    begun = replace(dataset.programmes[0], unfilled=(Unfilled("goals.csv", 2, "Текст", "цель программы"),))
    pages = make_site(replace(dataset, programmes=(begun,)), Words("ru")).pages
    assert [page.is_unfilled for page in pages if page.kind.name == "years"] == [True]


def test_a_finished_site_says_nothing_of_the_kind() -> None:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset
    site = make_site(dataset, Words("ru"))
    assert [page.place.folder for page in site.pages if page.values.get("wanted")] == []
    assert site.frame.warning == ""


def test_every_page_says_first_that_the_site_is_being_filled_in(here: Path) -> None:
    assert main(["new", "ensk", *ENSK, "--languages", "en, ru", "--name-en", "Ensk", "--region-en", "Ensk Oblast"]) == 0
    dataset = read_dataset(here / "ensk/build_data").dataset
    assert dataset
    assert dataset.city.languages == ("en", "ru")
    assert make_site(dataset, Words("ru")).for_theme()["warning"] == "Сайт ещё заполняют: в таблицах есть не всё"
    assert "still being filled in" in str(make_site(dataset, Words("en")).for_theme()["warning"])
    assert "places are still to be filled in" in front_page(here / "ensk", "en")


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Нижний Новгород", "Нижнего Новгорода"),
        ("Каменск-Уральский", "Каменска-Уральского"),
        ("посёлок «Мирный»", "посёлка «Мирный»"),
        ("Орджоникидзевское-2", "Орджоникидзевского-2"),
        ("Йошкар-Ола", "Йошкар-Олы"),
    ],
)
def test_a_name_may_have_several_words_hyphens_and_quotes(here: Path, name: str, genitive: str) -> None:
    assert main(["new", "town", "--name", name, "--genitive", genitive, "--region", "Край №1"]) == 0
    dataset = read_dataset(here / "town/build_data").dataset
    assert dataset
    assert dataset.city.name["ru"] == name
    assert dataset.city.title["ru"] == f"Программы {genitive}"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--name", '"'], '--name: «"» — '),
        (["--name", "Энск\nEnsk"], "--name: "),
        (["--kind", "город"], "--kind: «город» — "),
        (["--languages", "de"], "--languages: «de» — такого языка программа не знает."),
        (["--languages", "en"], "--languages: среди языков нет ru"),
        (["--email", "мэрия"], "--email: «мэрия» — "),
        (["--repository", "example.org/ensk"], "--repository: «example.org/ensk» — "),
        (["--publisher", "мэрия"], "--publisher: «мэрия» — "),
        (["--period", "пять лет"], "--period: «пять лет» — по этим словам не понять"),
        (["--programme", "Программа \x00 города"], "passport.csv"),
    ],
    ids=lambda value: " ".join(value).encode("unicode_escape").decode() if isinstance(value, list) else "",
)
def test_a_wrong_answer_is_named_with_what_to_write_and_nothing_is_made(
    here: Path, wrong: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "ensk", *ENSK, *wrong]) == 1
    told = capsys.readouterr()
    assert said in told.err + told.out
    assert list(here.iterdir()) == []


def test_what_is_wanting_is_told_all_at_once_where_nobody_can_be_asked(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "ensk", "--languages", "ru en", "--name", "Мирный"]) == 1
    said = capsys.readouterr().err
    assert [line.split()[0] for line in said.splitlines() if line.startswith("  --")] == [
        "--genitive",
        "--region",
        "--name-en",
        "--region-en",
    ]
    assert list(here.iterdir()) == []


@pytest.fixture
def typed(here: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What somebody at a terminal is asked, with what he types; what is not foreseen here he leaves to Enter."""
    assert not list(here.iterdir())
    answers = {
        "название, например": ["", "Тула"],
        "край, область": ["Тульская область"],
        "телефон": ["нет", "+7 000 000-00-00"],
    }
    asked: list[tuple[str, str]] = []

    def answer(prompt: str) -> str:
        waiting = next((given for begins, given in answers.items() if prompt.startswith(begins)), [])
        asked.append((prompt, waiting.pop(0) if waiting else ""))
        return asked[-1][1]

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    return asked


def test_at_a_terminal_each_question_is_asked_until_its_answer_can_be_taken(
    here: Path, typed: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "tula", "--email", "data@example.org"]) == 0
    prompts = [prompt for prompt, _ in typed]
    assert "название в родительном падеже: программы Энска [Тулы]: " in prompts
    assert "название сайта [Программы Тулы]: " in prompts
    assert not [prompt for prompt in prompts if prompt.startswith("почта")], "it is given already"
    assert len([prompt for prompt in prompts if prompt.startswith("телефон")]) == 2
    assert "--phone: «нет» не похоже на телефон" in capsys.readouterr().err
    city = yaml.safe_load((here / "tula/build_data/city.yml").read_text(encoding="utf-8"))
    assert (city["city"]["name"], city["city"]["genitive"]) == ({"ru": "Тула"}, "Тулы")
    assert (city["contacts"]["email"], city["contacts"]["phone"]) == ("data@example.org", "+7 000 000-00-00")
    assert city["sources"]["regional"]["name"] == {"ru": "Областной бюджет"}


@pytest.mark.usefixtures("typed")
def test_whoever_stops_answering_finds_nothing_made(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def end_of_input(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", end_of_input)
    assert main(["new", "tula"]) == 130
    assert list(here.iterdir()) == []


def test_a_folder_with_anything_in_it_is_left_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "full").mkdir()
    (here / "full/mine.txt").write_text("моё", encoding="utf-8")
    for folder in ("full", "full/mine.txt"):
        assert main(["new", folder, *ENSK]) == 1
        assert "не пустая" in capsys.readouterr().err
    assert tree(here) == {"full/mine.txt": tree(here)["full/mine.txt"]}


def test_an_empty_folder_is_taken(here: Path) -> None:
    (here / "empty").mkdir()
    assert main(["new", "empty", *ENSK]) == 0
    assert (here / "empty/build_data/city.yml").is_file()


def test_what_fails_half_way_leaves_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full_disk(_: object) -> dict[str, bytes]:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(vitrina.new_project.laying_out, "tables_of", full_disk)
    assert main(["new", "ensk", *ENSK]) == 1
    assert "На диске кончилось место" in capsys.readouterr().err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["check", "publish", "workbook"])
def test_its_workflows_are_ours_but_for_what_they_install(here: Path, name: str) -> None:
    assert main(["new", "ensk", *ENSK]) == 0
    ours, its = (
        yaml.safe_load((folder / f".github/workflows/{name}.yml").read_text(encoding="utf-8"))
        for folder in (ROOT, here / "ensk")
    )
    install = "python3 -m venv .venv && .venv/bin/python -m pip install --quiet --requirement requirements.txt"
    for job in ours["jobs"].values():
        job["steps"] = [step for step in job["steps"] if step.get("run") != "make tables"]
        for step in job["steps"]:
            step.update({"run": install} if step.get("run") == "make install" else {})
    assert its == ours


def test_what_it_shares_with_this_repository_is_the_same(here: Path) -> None:
    assert main(["new", "ensk", *ENSK]) == 0
    for name in ("hooks/site.py", "incoming/README.md"):
        assert (here / "ensk" / name).read_bytes() == (ROOT / name).read_bytes()
    for file in (here / "ensk/build_data/reference").iterdir():
        assert file.read_bytes() == (DIVNOGORSK / "reference" / file.name).read_bytes()
    ours = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  no tag makes anything
    its = yaml.load((here / "ensk/mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  likewise
    assert its == {name: value for name, value in ours.items() if name != "watch"}


def test_every_question_is_an_option_with_its_own_name() -> None:
    names = [question.name for question in QUESTIONS]
    assert len(names) == len(set(names))
    assert {question.setting for question in QUESTIONS if question.setting.startswith("contacts.")} == {
        f"contacts.{key}" for key in ("organisation", "email", "phone", "address")
    }
