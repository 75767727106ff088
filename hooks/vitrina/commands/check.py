"""Names every problem of a dataset and makes its pages, undrawn; with a document's text, also what it does not say so.

What the check accepts, builds: staff never learn from the build that their tables are too much for the program.
"""

import hashlib
import traceback
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import print_problems
from vitrina.dataset.problems import annotation
from vitrina.dataset.programme import Dataset
from vitrina.dataset.quotations import check_quotations, count_quotations
from vitrina.dataset.sheets import with_saved_names
from vitrina.measures.checked import read_checked
from vitrina.pages.markdown import remember_compiled
from vitrina.pages.site import make_site
from vitrina.project import SETTINGS, kept
from vitrina.render import written
from vitrina.store import Folder
from vitrina.words import Words

PACKAGE = Path(__file__).parents[1]


def check(data: Path, words: Words, form: str, against: Path | None) -> int:
    reading = read_checked(data)
    print_problems((*reading.notices, *reading.problems), words, data if form == "github" else None)
    if reading.dataset is None:
        print(
            words.say(
                "Найдено ошибок: {count}. Пока их не исправят, сайт останется прежним.", count=len(reading.problems)
            )
        )
        return WRONG
    if fault := _fault_of_pages(reading.dataset):
        failed = words.say(
            "В таблицах ошибок не нашлось, но программа не смогла сделать по ним страницы. Это её ошибка, "
            "а не ваша: таблицы целы, опубликованный сайт останется прежним. "
            "Перешлите тем, кто ведёт программу, папку {files} и эту строку: {fault}",
            files=data.as_posix(),
            fault=fault,
        )
        print(annotation(failed) if form == "github" else failed)
        return WRONG
    if against:
        return _check_against(reading.dataset, against, words, data, form)
    print(words.say("Ошибок нет: {files} в порядке.", files=data.as_posix()))
    known = sum(len(programme.expected) for programme in reading.dataset.programmes)
    if known:
        print(words.say("Известных расхождений в документе: {count}. Они показаны на странице «Сверка».", count=known))
    return GOOD


def _fault_of_pages(dataset: Dataset) -> str:
    """What became of making every page in every language, for those who mend the program; "" where all are made."""
    if Path(SETTINGS).is_file():  # within a project; the tables alone can be checked too
        remember_compiled(Folder(kept(Path.cwd(), "templates")))
    try:
        for language in dataset.city.languages:
            words = dataset.city.words(language)
            written(make_site(dataset, words), words, draw=lambda _: "")
    except Exception as fault:  # noqa: BLE001  whatever it is: staff are told what to do, in their language
        own = [at for at in traceback.extract_tb(fault.__traceback__) if Path(at.filename).is_relative_to(PACKAGE)]
        places = (f"{Path(at.filename).relative_to(PACKAGE).as_posix()}:{at.lineno}" for at in reversed(own))
        return f"{type(fault).__name__}: {' '.join(str(fault).split())} ({', '.join(places)})"
    return ""


def _check_against(dataset: Dataset, file: Path, words: Words, data: Path, form: str) -> int:
    try:
        content = file.read_bytes()
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        print(words.say("{file}: файл не читается. Нужен текст в кодировке UTF-8.", file=file))
        return WRONG
    fingerprint = hashlib.sha256(content).hexdigest()
    # The file tells by its fingerprint which document it is; another one is compared with the edition on show.
    known = [
        (programme, document.id)
        for programme in dataset.programmes
        for document in programme.documents
        if document.sha256 == fingerprint
    ]
    if not known:
        print(
            words.say(
                "{file}: это не тот текст, с которого сняты данные (отпечаток файла другой). Сверяем с ним всё равно.",
                file=file,
            )
        )
        known = [(programme, programme.edition.id) for programme in dataset.programmes]
    found = [problem for programme, document in known for problem in check_quotations(programme, text, document)]
    problems = list(with_saved_names(found, data))
    print_problems(problems, words, data if form == "github" else None)
    if problems:
        print(words.say("Найдено ошибок: {count}. Пока их не исправят, сайт останется прежним.", count=len(problems)))
        return WRONG
    count = sum(count_quotations(programme, document) for programme, document in known)
    print(words.say("Слова всех строк нашлись в тексте документа: {count}.", count=count))
    return GOOD
