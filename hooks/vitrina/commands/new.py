"""Lays out a project for another city: asks what it sets once, or takes it as options."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import print_problems
from vitrina.dataset.problems import Problem, problem_text
from vitrina.dataset.territory import TERRITORIES
from vitrina.new_project.answers import QUESTIONS, Question, completed, problems_of, unanswered
from vitrina.new_project.laying_out import lay_out, refuse_full
from vitrina.words import Words


def add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("folder", type=Path, help=words.say("новая или пустая папка"))
    for question in QUESTIONS:
        parser.add_argument(f"--{question.name}", default="", metavar="", help=_asked(question, words))


def new(folder: Path, given: argparse.Namespace, words: Words) -> int:
    """Raises `Refused` and `OSError` where nothing can be put into the folder; it is whole or as it was."""
    refuse_full(folder)
    answers = {question.name: str(vars(given)[question.name.replace("-", "_")]).strip() for question in QUESTIONS}
    problems = [found for question in QUESTIONS if answers[question.name] for found in problems_of(question, answers)]
    if problems:
        _tell(problems, words)
        return WRONG
    if missing := unanswered(answers):
        if not sys.stdin.isatty():
            _tell_missing(missing, words)
            return WRONG
        _ask(answers, words)
    reading = lay_out(folder, completed(answers))
    if reading.dataset is None:
        print_problems(reading.problems, words)
        return WRONG
    _tell_of(folder, words)
    return GOOD


def _ask(answers: dict[str, str], words: Words) -> None:
    """Ask whatever is not answered yet, until the answer can be taken; Enter takes the usual one."""
    print(words.say("В скобках — обычный ответ: чтобы взять его, нажмите Enter. Остановить: Ctrl+C."))
    for question in QUESTIONS:
        if answers[question.name] or not question.is_asked(completed(answers)):
            continue
        usual = question.usual(completed(answers))
        shown = f" [{usual}]" if usual else ""
        while True:
            answers[question.name] = _answer(f"{_asked(question, words)}{shown}: ") or usual or ""
            problems = problems_of(question, answers)
            if not problems and (answers[question.name] or usual is not None):
                break
            _tell(problems, words)
            answers[question.name] = ""


def _answer(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except EOFError:  # Ctrl+D
        raise KeyboardInterrupt from None


def _asked(question: Question, words: Words) -> str:
    kinds = ", ".join(f"{key} — {words.message(kind.word.message)}" for key, kind in TERRITORIES.items())
    language = Words(question.language).own_name if question.language else ""
    return words.say(question.asked, kinds=kinds, language=language)


def _tell(problems: Sequence[Problem], words: Words) -> None:
    for problem in problems:
        print(problem_text(problem, words), file=sys.stderr)


def _tell_missing(missing: Sequence[Question], words: Words) -> None:
    print(words.say("Не хватает ответов. Допишите к команде:"), file=sys.stderr)
    for question in missing:
        print(f"  --{question.name}  {_asked(question, words)}", file=sys.stderr)


def _tell_of(folder: Path, words: Words) -> None:
    print(words.say("Проект создан: {folder}", folder=folder))
    print(words.say("Дальше наберите:"))
    print(f"  cd {folder}\n  python -m vitrina serve")
    print(words.say("Что осталось внести, скажет первая страница сайта."))
