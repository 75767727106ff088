"""Names every problem of a dataset, and how much of its documents it holds; makes its pages, undrawn.

What the check accepts, builds: staff never learn from the build that their tables are too much for the program.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import as_list, print_problems
from vitrina.dataset.problems import annotation, problem_text
from vitrina.dataset.programme import Dataset
from vitrina.desk.incoming import files_in
from vitrina.measures.loading import load_for_build
from vitrina.output.faults import program_failed
from vitrina.pages.markdown import remember_compiled
from vitrina.pages.site import make_site
from vitrina.processes import OtherProcess
from vitrina.project import SETTINGS, kept
from vitrina.render import undrawn, written
from vitrina.store import Folder
from vitrina.words import Words
from vitrina.words.numbers import Language
from vitrina.words.provenance import SaidFigures


def check(data: Path, words: Words, form: str, coverage: bool, second: OtherProcess) -> int:
    """`form` is `text`, `github` for annotations or `markdown` for a list.

    `second` makes the pages of all languages but the first.
    """
    reading = load_for_build(data)
    problems = (*reading.notices, *reading.problems)
    if form == "markdown":
        print(as_list(problem_text(problem, words) for problem in problems))
    else:
        print_problems(problems, words, data if form == "github" else None)
    if reading.dataset is None:
        print(
            words.say(
                "Найдено ошибок: {count}. Пока их не исправят, сайт останется прежним.", count=len(reading.problems)
            )
        )
        return WRONG
    if fault := _fault_of_pages(data, reading.dataset.city.languages, second):
        failed = program_failed(fault, data, words)
        print(annotation(failed) if form == "github" else failed)
        return WRONG
    for file in files_in(data):
        waits = words.say("Файл {file} ещё не внесён: {command}", file=file.name, command="python -m vitrina receive")
        print(annotation(waits, "warning") if form == "github" else waits)
    print(words.say("Ошибок нет: {files} в порядке.", files=data.as_posix()))
    known = sum(len(programme.expected) for programme in reading.dataset.programmes)
    if known:
        print(words.say("Известных расхождений в документе: {count}. Они показаны на странице «Сверка».", count=known))
    _tell_of_texts(reading.dataset, words, coverage)
    return GOOD


def _fault_of_pages(data: Path, languages: Sequence[Language], second: OtherProcess) -> Exception | None:
    """What became of making every page in every language; None where all are made."""
    try:
        second.begin(make_pages, data, languages[1:])
        make_pages(data, languages[:1])
        second.finish()
    except Exception as fault:  # noqa: BLE001  whatever it is: staff are told what to do, in their language
        return fault
    return None


def make_pages(data: Path, languages: Sequence[Language]) -> None:
    """Make every page of a dataset without problems, undrawn, and keep none."""
    dataset = load_for_build(data).dataset
    if dataset is None:
        raise ValueError(data)
    if Path(SETTINGS).is_file():  # within a project; the tables alone can be checked too
        remember_compiled(Folder(kept(Path.cwd(), "templates")))
    for language in languages:
        words = replace(dataset.city.words(language), said=SaidFigures())
        written(make_site(dataset, words), words, undrawn)


def _tell_of_texts(dataset: Dataset, words: Words, every_figure: bool) -> None:
    """How much of the documents the tables quote; of `every_figure`, also which figures they do not."""
    for programme in dataset.programmes:
        for document, quoted in programme.quoted.items():
            coverage = quoted.coverage
            print(
                words.say(
                    "В тексте документа {document} нашлись все цитаты: {count}. В таблицах {percent} текста; чисел "
                    "{told} из {figures}.",
                    document=f"{programme.id}/{document}",
                    count=words.number(len(quoted.passages)),
                    percent=words.percent(coverage.percent, 0),
                    told=words.number(coverage.quoted_figures),
                    figures=words.number(coverage.figures),
                )
            )
            for figure in coverage.unquoted if every_figure else ():
                print(words.say("Числа {figure} в таблицах нет: {words}", figure=figure.printed, words=figure.around))
