"""Every fault is named with its cell and its mend: Divnogorsk's tables with the edits of a `change.yml` or of `starts`.

Run as a program with `--write`, this writes the expected messages anew.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

from support.datasets import DIVNOGORSK
from support.memory import Memory
from vitrina.dataset.problems import problem_text, severity
from vitrina.dataset.reader import Reading
from vitrina.measures.loading import load_dataset
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

CASES = Path(__file__).parent / "problems"
STARTS = Path(__file__).parent / "starts"


def cases() -> list[Path]:
    return sorted(path for path in CASES.iterdir() if path.is_dir())


@cache
def changes(file: Path) -> tuple[Mapping[str, str], ...]:
    """What a file changes, one thing after another; a change `start` stands for all those of a file of `starts`."""
    found: list[Mapping[str, str]] = []
    for change in yaml.safe_load(file.read_text(encoding="utf-8")):
        found += changes(STARTS / f"{change['start']}.yml") if "start" in change else [change]
    return tuple(found)


def changed_dataset(file: Path, folder: Path) -> Path:
    """Divnogorsk's dataset in `folder` with the changes of a file; without the text of its document, unless a change
    adds it: no quotation could be changed."""
    texts = {change["text"] for change in changes(file) if "text" in change}
    shutil.copytree(DIVNOGORSK, folder, ignore=None if texts else shutil.ignore_patterns("documents"))
    for change in changes(file):
        path = folder / change["file"]
        if "find" in change:
            text = path.read_text(encoding="utf-8")
            if text.count(change["find"]) != 1:
                raise ValueError(f"{file}: {change['find']!r} stands {text.count(change['find'])} times")
            path.write_text(text.replace(change["find"], change["replace"]), encoding="utf-8")
        elif "content" in change:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(change["content"], encoding="utf-8")
        elif "add" in change:
            with path.open("a", encoding="utf-8") as table:
                table.write(change["add"])
        else:
            path.unlink()
    return folder


def break_dataset(case: Path, folder: Path) -> Path:
    """Divnogorsk's dataset in `folder`, broken as the case says."""
    return changed_dataset(case / "change.yml", folder)


def said(reading: Reading, words: Words) -> str:
    """Everything that is said of a dataset, one problem a line, notices last and marked."""
    lines = [problem_text(problem, words) for problem in reading.problems]
    lines += [f"({severity(notice, words)}) {problem_text(notice, words)}" for notice in reading.notices]
    return "".join(f"{line}\n" for line in lines)


def write_expected() -> None:
    for case in cases():
        with tempfile.TemporaryDirectory() as scratch:
            reading = load_dataset(break_dataset(case, Path(scratch) / "build_data"))
            for language, expected in expectations(case).items():
                if language == "ru" or expected.exists():
                    expected.write_text(said(reading, Words(language)), encoding="utf-8")


def expectations(case: Path) -> dict[Language, Path]:
    return {language: case / f"expected.{language}.txt" for language in LANGUAGES}


@pytest.fixture(scope="module")
def memory() -> Memory:
    return Memory(DIVNOGORSK)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_broken_dataset_is_told_what_is_wrong_and_how_to_mend_it(case: Path, tmp_path: Path, memory: Memory) -> None:
    """In Russian each of them, in English wherever that is written down."""
    with memory.used():
        reading = load_dataset(break_dataset(case, tmp_path / "build_data"))
    expected = {language: file for language, file in expectations(case).items() if language == "ru" or file.exists()}
    for language, file in expected.items():
        assert said(reading, Words(language)) == file.read_text(encoding="utf-8")


def test_every_case_has_a_russian_answer_and_all_cases_are_told_apart() -> None:
    answers = [(case / "expected.ru.txt").read_text(encoding="utf-8") for case in cases()]
    assert len(answers) >= 30
    assert len(set(answers)) == len(answers)


@pytest.mark.parametrize("start", sorted(STARTS.glob("*.yml")), ids=lambda start: start.stem)
def test_what_a_case_may_start_from_has_no_fault_of_its_own(start: Path, tmp_path: Path) -> None:
    assert said(load_dataset(changed_dataset(start, tmp_path / "build_data")), Words("ru")) == ""


def test_ten_faults_in_three_files_are_named_in_one_go(tmp_path: Path) -> None:
    case = next(case for case in cases() if case.name == "ten-faults-in-three-files")
    reading = load_dataset(break_dataset(case, tmp_path / "build_data"))
    assert reading.dataset is None
    assert len(reading.problems) == 10
    assert len({problem.rule for problem in reading.problems}) == 10
    assert len({problem.file for problem in reading.problems}) == 3


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write the expected messages of every broken dataset anew.")
    parser.add_argument("--write", action="store_true", required=True)
    parser.parse_args()
    write_expected()
    sys.stdout.write("Read what changed with `git diff tests/dataset/problems` before you keep it.\n")
