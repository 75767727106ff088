"""What several commands tell alike: what is wrong with the tables."""

from collections.abc import Sequence
from pathlib import Path

from vitrina.dataset.problems import Problem, github_annotation, problem_text
from vitrina.dataset.reader import Reading
from vitrina.words import Words


def print_problems(problems: Sequence[Problem], words: Words, folder: Path | None = None) -> None:
    """With a folder as GitHub's annotations, else for people."""
    for problem in problems:
        print(problem_text(problem, words) if folder is None else github_annotation(problem, words, folder.as_posix()))


def passes(reading: Reading, words: Words) -> bool:
    """Whether a site may be made of it; says what stands against that."""
    print_problems(reading.problems, words)
    if reading.dataset is None:
        print(words.say("cli.check.found", count=len(reading.problems)))
    return reading.dataset is not None
