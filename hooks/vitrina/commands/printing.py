"""What several commands do alike: say what is wrong with the tables, write a file that is new."""

import csv
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from vitrina.dataset.delimited import UnreadableSheet, line_of
from vitrina.dataset.problems import Problem, github_annotation, problem_text
from vitrina.dataset.reader import Reading
from vitrina.words import Words

_ACTIVE = re.compile(r"[\\`*\[\]<>&|~$]|(?<!\w)_|_(?!\w)")
"""What Markdown would act on; a line below within a word means nothing to it."""


def as_list(lines: Iterable[str]) -> str:
    """Markdown: a line an item, deeper where it is indented."""
    items = (line for line in lines if line.strip())
    indents = ((line, " " * (len(line) - len(line.lstrip()))) for line in items)
    return "".join(f"{indent}- {_ACTIVE.sub(_as_itself, line.strip())}\n" for line, indent in indents)


def _as_itself(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def print_problems(problems: Sequence[Problem], words: Words, folder: Path | None = None) -> None:
    """With a folder as GitHub's annotations, else for people."""
    for problem in problems:
        if folder is None:
            print(problem_text(problem, words))
        else:
            print(github_annotation(problem, words, folder.as_posix(), _line(folder / problem.file, problem.row)))


def wrote_new(file: Path, content: bytes, words: Words) -> bool:
    """Write a file that is not there yet. One that is stays as it is, somebody may have filled it in: that is said."""
    try:
        with file.open("xb") as made:
            made.write(content)
    except FileExistsError:
        print(words.say("Файл {file} уже есть, он не тронут. Назовите другой.", file=file), file=sys.stderr)
        return False
    return True


def _line(file: Path, row: int | None) -> int | None:
    """Where in a text table the row begins; None for other files, and where that cannot be told."""
    if row is None or file.suffix != ".csv":
        return None
    try:
        return line_of(file.read_bytes(), row)
    except (OSError, UnreadableSheet, csv.Error):
        return None


def passes(reading: Reading, words: Words) -> bool:
    """Whether a site may be made of it; says what stands against that."""
    print_problems(reading.problems, words)
    if reading.dataset is None:
        print(
            words.say(
                "Найдено ошибок: {count}. Пока их не исправят, сайт останется прежним.", count=len(reading.problems)
            )
        )
    return reading.dataset is not None
