"""The tables of a programme as a workbook to fill in, written and read."""

import sys
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import wrote_new
from vitrina.dataset.encodings import UnreadableSheet
from vitrina.dataset.problems import problem_text
from vitrina.desk.filled_tables import city_of, programme_folder, tables_of
from vitrina.desk.workbook_reading import read_filled
from vitrina.desk.workbook_writing import workbook_to_fill
from vitrina.words import Words


def write(file: Path, programme: str | None, data: Path, words: Words) -> int:
    city, folder = city_of(data), programme_folder(programme, data)
    try:
        content = workbook_to_fill(tuple(tables_of(folder, city)), city, words)
    except UnreadableSheet as refused:
        print(problem_text(refused.problem, words), file=sys.stderr)
        return WRONG
    if not wrote_new(file, content, words):
        return WRONG
    print(words.say("Книга записана: {file}. Заполните её и внесите: {command}", file=file, command=_reading(file)))
    return GOOD


def _reading(file: Path) -> str:
    return f"python -m vitrina workbook read {file}"


def read(file: Path, programme: str | None, data: Path, words: Words) -> int:
    """Nothing is written while anything is wrong."""
    reading = read_filled(file, programme_folder(programme, data), data, words)
    for line in reading.problems:
        print(line, file=sys.stderr)
    if reading.problems:
        print(words.say("Таблицы не тронуты. Исправьте книгу и повторите."), file=sys.stderr)
        return WRONG
    for one in reading.changes:
        print(
            words.say(
                "{table}: добавлено строк: {added}, изменено: {changed}, удалено: {removed}.",
                table=words.message(one.table.title),
                added=one.added,
                changed=one.changed,
                removed=one.removed,
            )
        )
    if not reading.changes:
        print(words.say("В книге то же, что в таблицах."))
    return GOOD
