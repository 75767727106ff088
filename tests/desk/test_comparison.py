"""`vitrina compare`: what the present tables would change on the site."""

import shutil
import subprocess
from pathlib import Path

import pytest

from support.datasets import BATTERY, DIVNOGORSK
from vitrina.cli import main

MONEY = "programmes/education/money.csv"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DIVNOGORSK, tmp_path / "build_data"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BATTERY, tmp_path / "build_data"))


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="")


def lines(told: str) -> list[str]:
    return told.replace("\xa0", " ").replace("\u202f", " ").splitlines()


def test_the_same_tables_change_nothing(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(BATTERY), "--data", str(small)]) == 0
    assert lines(capsys.readouterr().out) == ["На сайте ничего не изменится."]


def test_figures_totals_headings_and_pages_are_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The total of the local budget becomes the sum of its years; a line gets another short name."""
    (data / "programmes/education/documents/draft-2021.txt").unlink()
    replaced(data / MONEY, "2507925,60", "2507675,70")
    replaced(data / MONEY, "2 507 925,60", "2 507 675,70")
    for name in ("expected_findings", "translations.en"):
        table = data / f"programmes/education/{name}.csv"
        kept = [line for line in table.read_text(encoding="utf-8").splitlines() if "local-total;" not in line]
        table.write_text("\n".join(kept) + "\n", encoding="utf-8")
    replaced(data / "programmes/education/lines.csv", "Детские сады", "Садики")
    assert main(["compare", str(DIVNOGORSK), "--data", str(data)]) == 0
    told = lines(capsys.readouterr().out)
    assert any("было 2 507 925,60, стало 2 507 675,70" in line for line in told), told
    assert "## Начнёт сходиться (1)" in told
    assert any("станет «Садики" in line for line in told)
    assert "- /education/funding/" in told


def test_a_folder_or_commit_that_is_not_there_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "no-such-thing", "--data", str(data)]) == 1
    assert "no-such-thing" in capsys.readouterr().err


def test_tables_are_compared_with_those_of_a_commit(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person = ["-c", "user.name=Somebody", "-c", "user.email=somebody@city.example"]
    for asked in (["init", "-q"], ["add", "."], [*person, "commit", "-q", "-m", "Tables"]):
        subprocess.run(["git", *asked], cwd=small.parent, check=True)
    replaced(small / "programmes/parks/lines.csv", "Свет во дворах", "Свет у домов")
    assert main(["compare", "HEAD", "--data", str(small), "--site-at", "https://city.example/7"]) == 0
    told = lines(capsys.readouterr().out)
    assert told[0] == "Сайт, каким он станет: https://city.example/7"
    assert "- Строки программы: строк с другими словами: 1" in told
