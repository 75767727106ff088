"""What is uploaded into `incoming` becomes tables, by the very steps of the workflow, or is told cell by cell."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from decrees.test_documents import DOCUMENTS
from decrees.test_import import DECREE
from desk.test_workbook import FIRST, edited, files
from support.datasets import DIVNOGORSK, SAMPLE
from support.repository import copy_project
from support.spaces import plain
from support.workflows import ADDRESS, OUTPUTS, SUMMARY, job_of, run_job, run_step, said
from vitrina.cli import main
from vitrina.measures.loading import load_dataset

PERSON = ("-c", "user.name=Somebody", "-c", "user.email=somebody@city.example")
NOTE = "README.md"
PLACE = "Паспорт, «Ресурсное обеспечение муниципальной программы»"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Tables, and beside them the folder with its note."""
    (tmp_path / "incoming").mkdir()
    (tmp_path / "incoming" / NOTE).write_text("Сюда кладут", encoding="utf-8")
    return Path(shutil.copytree(DIVNOGORSK, tmp_path / "build_data"))


def receive(data: Path) -> int:
    return main(["receive", "--data", str(data)])


def waiting(data: Path) -> list[str]:
    return sorted(path.name for path in (data.parent / "incoming").iterdir() if path.name != NOTE)


def uploaded(data: Path, name: str = "education.xlsx") -> Path:
    """The workbook that the program gives, put back where filled ones belong."""
    book = data.parent / "incoming" / name
    assert main(["workbook", "write", str(book), "--programme", "education", "--data", str(data)]) == 0
    return book


def mistaken(page: Worksheet, columns: Mapping[str, int]) -> None:
    page.cell(14, columns["Сумма, тыс. ₽"], "много")
    page.cell(6, columns["Источник"], "марсианский")


def filled(page: Worksheet, columns: Mapping[str, int]) -> None:
    for column, value in (
        ("Документ", "draft-2021"),
        ("Место", PLACE),
        ("Слова документа", "в 2020 году – 12 598,60 тыс. рублей"),
        ("2020, тыс. ₽", 12598.6),
    ):
        page.cell(FIRST, columns[column], value)


def test_a_workbook_with_mistakes_is_told_cell_by_cell_and_stays(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(uploaded(data), "Деньги", mistaken)
    before = files(data)
    capsys.readouterr()
    assert receive(data) == 1
    told = capsys.readouterr().out
    assert told.startswith("## education.xlsx\n\n- лист «Деньги», ячейка ")
    assert "- лист «Деньги», ячейка F14: «много»" in told
    assert "- лист «Деньги», ячейка C6: «марсианский»" in told
    assert (files(data), waiting(data)) == (before, ["education.xlsx"])


def test_a_right_workbook_becomes_tables_and_is_gone(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(uploaded(data, "Книга за 2020 год.xlsx"), "Внести деньги", filled)
    capsys.readouterr()
    assert receive(data) == 0
    assert "- Деньги: добавлено строк: 1, изменено: 0, удалено: 0." in capsys.readouterr().out
    assert waiting(data) == []
    dataset = load_dataset(data).dataset
    assert dataset
    assert list(dataset.programmes[0].money.query("stage == 'actual'")["kopecks"]) == [1_259_860_000]


def test_a_decree_becomes_a_programme_that_its_name_begins_with(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copyfile(DECREE, data.parent / "incoming/schools постановление 1.txt")
    assert receive(data) == 0
    told = capsys.readouterr().out
    assert "Таблицы программы лежат в " in told
    assert "<details><summary>Что прочитано</summary>" in told
    assert waiting(data) == []
    dataset = load_dataset(data).dataset
    assert dataset
    assert [programme.id for programme in dataset.programmes] == ["education", "schools"]


def test_of_a_decree_a_page_is_kept_that_shows_what_was_read(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decree = DOCUMENTS / "plan-and-actual.txt"
    for name in ("roads.txt", "Без программы.txt"):
        shutil.copyfile(decree, data.parent / "incoming" / name)
    (data.parent / "incoming/roads.doc").write_bytes(b"")
    pages = data.parent / "read"
    main(["receive", "--data", str(data), "--pages", str(pages)])
    told = capsys.readouterr().out
    assert [page.name for page in pages.iterdir()] == ["roads.txt.html"], "of another it is not known whose it is"
    assert str(pages / "roads.txt.html") in told
    assert told.count("старый формат Word") == 1


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Постановление 1.txt", "какой программы этот документ"),
        ("roads.doc", "старый формат Word"),
        ("roads.csv", "такой файл программа не читает"),
        ("education.xlsx", "книга Excel повреждена"),
        ("roads.xlsx", "какой программы эта книга"),
    ],
)
def test_a_file_that_cannot_be_taken_is_named_and_stays(
    name: str, why: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data.parent / "incoming" / name).write_bytes(DECREE.read_bytes())
    before = files(data)
    assert receive(data) == 1
    assert why in capsys.readouterr().out
    assert (files(data), waiting(data)) == (before, [name])


def test_of_several_programmes_a_workbook_names_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = Path(shutil.copytree(SAMPLE, tmp_path / "build_data"))
    (tmp_path / "incoming").mkdir()
    openpyxl.Workbook().save(tmp_path / "incoming/Книга.xlsx")
    assert receive(data) == 1
    assert "Начните имя с её папки: parks, schools." in capsys.readouterr().out


def test_two_workbooks_of_a_programme_do_not_write_over_each_other(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(uploaded(data), "Внести деньги", filled)
    uploaded(data, "Книга отдела.xlsx")
    before = files(data)
    capsys.readouterr()
    assert receive(data) == 1
    told = capsys.readouterr().out
    assert "Лежит и другая книга этой программы: Книга отдела.xlsx." in told
    assert "Лежит и другая книга этой программы: education.xlsx." in told
    assert (files(data), len(waiting(data))) == (before, 2)


def test_workbooks_are_taken_before_decrees_whose_rows_they_do_not_have(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(uploaded(data, "Книга.xlsx"), "Внести деньги", filled)
    shutil.copyfile(DECREE, data.parent / "incoming/schools.txt")
    assert receive(data) == 0
    told = capsys.readouterr().out
    assert told.index("## Книга.xlsx") < told.index("## schools.txt")
    assert waiting(data) == []


def test_the_page_of_a_mended_decree_stands_in_the_place_of_the_old_one(data: Path) -> None:
    """A file that was not taken is received again."""
    decree, page = data.parent / "incoming/roads.txt", data.parent / "read/roads.txt.html"
    for text in ("Объем: 2021 год – 447.679 тыс. рублей", "Объем: 2021 год – 447,679 тыс. рублей"):
        decree.write_text(text, encoding="utf-8")
        main(["receive", "--data", str(data), "--pages", str(page.parent)])
        assert text in page.read_text(encoding="utf-8")


def test_where_nothing_waits_nothing_is_said(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert receive(data) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.thorough
def test_the_check_says_what_still_waits(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data.parent / "incoming/education.xlsx").touch()
    assert main(["check", "--data", str(data), "--format", "github"]) == 0
    assert "::warning::Файл education.xlsx ещё не внесён: python -m vitrina receive" in capsys.readouterr().out


def test_every_mistake_of_a_table_is_an_item_of_the_summary(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    money = data / "programmes/education/money.csv"
    money.write_text(money.read_text(encoding="utf-8-sig").replace("12598,60", "12 598,6о*", 1), encoding="utf-8")
    assert main(["check", "--data", str(data), "--format", "markdown"]) == 1
    first, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("- education/money.csv, строка ")
    assert "12 598,6о\\*" in plain(first)


# The steps of the workflow, as GitHub runs them.


def git(folder: Path, *asked: str) -> str:
    return subprocess.run(["git", *PERSON, *asked], cwd=folder, check=True, capture_output=True, text=True).stdout


Upload = Callable[[Path], object]


def pull_request(tmp_path: Path, upload: Upload) -> tuple[Path, Path]:
    """The repository on GitHub, and the merge of a branch with an upload as the job checks it out."""
    work, hub, job = tmp_path / "work", tmp_path / "hub.git", tmp_path / "job" / "repository"
    copy_project(work, DIVNOGORSK)
    (work / ".cache").unlink(missing_ok=True)
    (work / "docs/.gitkeep").touch()
    git(work, "init", "-q", "-b", "main")
    git(work, "add", ".")
    git(work, "commit", "-q", "-m", "Tables")
    git(work, "checkout", "-q", "-b", "upload")
    upload(work / "build_data")
    git(work, "add", ".")
    git(work, "commit", "-q", "-m", "Upload")
    git(work, "checkout", "-q", "main")
    (work / "docs/other.md").write_text("Другое", encoding="utf-8")
    git(work, "add", ".")
    git(work, "commit", "-q", "-m", "Something else meanwhile")
    git(work, "clone", "-q", "--bare", ".", str(hub))
    git(work, "merge", "-q", "--no-ff", "-m", "Merge", "upload")
    git(work, "push", "-q", str(hub), "main:refs/pull/1/merge")
    git(hub, "config", "transfer.hideRefs", "refs/pull")
    git(hub, "config", "uploadpack.allowAnySHA1InWant", "true")
    merge = git(work, "rev-parse", "HEAD").strip()
    job.mkdir(parents=True)
    git(job, "init", "-q")
    git(job, "remote", "add", "origin", hub.as_uri())
    git(job, "fetch", "-q", "--depth=2", "origin", merge)
    git(job, "checkout", "-q", merge)
    return hub, job


def handed_over(job: Path) -> str:
    [step] = [step for step in job_of("check.yml", "check")["steps"] if step.get("id") == "received"]
    done = run_step(step, job)
    assert (done.returncode, done.stderr) == (0, "")
    outputs = job.parent / OUTPUTS
    return outputs.read_text(encoding="utf-8") if outputs.exists() else ""


def test_what_was_checked_is_added_to_the_branch_and_said_to_be_checked(tmp_path: Path) -> None:
    hub, job = pull_request(tmp_path, uploaded)
    (job / "incoming/education.xlsx").unlink()
    goals = job / "build_data/programmes/education/goals.csv"
    goals.write_text(goals.read_text(encoding="utf-8").replace("Цель", "Цели"), encoding="utf-8")
    assert handed_over(job) == "tables=true\n"
    checked = git(job, "write-tree").strip()
    git(job, "reset", "-q", "--hard")  # another job, another machine
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin/gh"
    gh.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n', encoding="utf-8")
    gh.chmod(0o755)
    told = {"GH_TOKEN": "secret", "BRANCH": "upload", "RUN": ADDRESS, "PATH": f"{gh.parent}:{os.environ['PATH']}"}
    said(run_job("check.yml", "keep", job, **told))
    assert git(hub, "rev-parse", "upload^{tree}").strip() == checked
    assert (
        git(hub, "log", "-1", "--format=%an: %s", "upload").strip() == "github-actions[bot]: Внесены присланные файлы"
    )
    git(hub, "merge-base", "--is-ancestor", "main", "upload")
    asked = (tmp_path / "asked").read_text(encoding="utf-8")
    assert f"statuses/{git(hub, 'rev-parse', 'upload').strip()} " in asked
    assert f"target_url={ADDRESS}" in asked


def test_who_has_pushed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    hub, job = pull_request(tmp_path, uploaded)
    (job / "incoming/education.xlsx").unlink()
    handed_over(job)
    git(job, "reset", "-q", "--hard")
    git(tmp_path / "work", "checkout", "-q", "upload")
    git(tmp_path / "work", "commit", "-q", "--allow-empty", "-m", "Newer")
    git(tmp_path / "work", "push", "-q", str(hub), "upload")
    [done] = run_job("check.yml", "keep", job, BRANCH="upload", GH_TOKEN="secret", RUN=ADDRESS).values()  # noqa: S106  none
    assert done.returncode != 0
    assert git(hub, "log", "-1", "--format=%s", "upload").strip() == "Newer"


def test_what_changes_no_table_is_not_handed_over(tmp_path: Path) -> None:
    _, job = pull_request(tmp_path, lambda data: (data.parent / "docs/page.md").write_text("Страница"))
    assert handed_over(job) == ""


def with_venv(job: Path) -> Path:
    (job / ".venv").symlink_to(sys.prefix)
    return job


@pytest.mark.thorough
def test_an_upload_with_mistakes_goes_no_further_than_its_summary(tmp_path: Path) -> None:
    _, job = pull_request(tmp_path, lambda data: edited(uploaded(data), "Деньги", mistaken))
    [*_, last] = run_job("check.yml", "check", with_venv(job)).values()
    assert last.returncode == 1
    assert "лист «Деньги», ячейка F14: «много»" in (job.parent / SUMMARY).read_text(encoding="utf-8")
    assert not (job.parent / OUTPUTS).exists()


@pytest.mark.thorough
def test_a_right_upload_is_checked_built_compared_and_handed_over(tmp_path: Path) -> None:
    _, job = pull_request(tmp_path, lambda data: edited(uploaded(data), "Внести деньги", filled))
    done = run_job("check.yml", "check", with_venv(job))
    assert [one.returncode for one in done.values()] == [0] * 5, [one.stderr for one in done.values()]
    summary = plain((job.parent / SUMMARY).read_text(encoding="utf-8"))
    assert "- Деньги: добавлено строк: 1" in summary
    assert "- Деньги: новое число 12 598,60" in summary
    assert (job / "site/index.html").is_file()
    patch = (job / "received.patch").read_text(encoding="utf-8")
    assert "deleted file mode 100644\nindex" in patch
    assert "build_data/programmes/education/money.csv" in patch


@pytest.mark.thorough
def test_workbooks_to_fill_in_are_made_of_every_programme_under_the_name_by_which_they_are_taken_back(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "repository"
    copy_project(folder, SAMPLE)
    said(run_job("workbook.yml", "write", with_venv(folder)))
    assert sorted(path.name for path in (folder / "workbooks").iterdir()) == ["parks.xlsx", "schools.xlsx"]
