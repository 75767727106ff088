"""The folder into which filled workbooks and decrees are put, and which programme each of its files is for."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vitrina.dataset.reader import is_programme_id
from vitrina.desk.filled_tables import programmes_of
from vitrina.output import Refused
from vitrina.project import INCOMING
from vitrina.words.catalogue import sentence

_BEHIND_FIRST_WORD = re.compile(r"[\s._()]")
_OF_THE_FOLDER = {"readme.md", "thumbs.db", "desktop.ini"}
"""What is in it besides: its own note, and what file managers leave."""


class UnnamedProgramme(Refused):
    """The name of a file does not say which programme it is for."""


class SecondWorkbook(Refused):
    """Two workbooks of one programme: each would take away what the other adds."""


def files_in(data: Path) -> Iterator[Path]:
    """What waits beside the tables `data`: workbooks, then decrees, by name.

    A workbook holds the tables as they were: what a decree had added just before, it would take away again.
    """
    folder = data.resolve().parent / INCOMING
    there = folder.iterdir() if folder.is_dir() else ()
    for file in sorted(there, key=lambda file: (not is_workbook(file), file.name)):
        if file.is_file() and file.name.lower() not in _OF_THE_FOLDER and not file.name.startswith((".", "~$")):
            yield file


def is_workbook(file: Path) -> bool:
    return file.suffix.lower() == ".xlsx"


def programme_of(file: Path, data: Path) -> str:
    """The first word of its name; where that cannot be a programme, a workbook is for the only one that there is.

    Raises `UnnamedProgramme`.
    """
    name: str = _BEHIND_FIRST_WORD.split(file.stem)[0]
    there = programmes_of(data)
    if is_workbook(file):
        if name in there:
            return name
        if len(there) == 1 and not is_programme_id(name):
            return there[0]
        raise UnnamedProgramme(
            sentence("По имени файла не понять, какой программы эта книга. Начните имя с её папки: {programmes}."),
            programmes=", ".join(there) or "—",
        )
    if not is_programme_id(name):
        raise UnnamedProgramme(
            sentence(
                "По имени файла не понять, какой программы этот документ. Начните имя с её папки, латиницей, "
                "например {example}. Есть такие: {programmes}."
            ),
            example=f"roads{file.suffix}",
            programmes=", ".join(there) or "—",
        )
    return name


def refuse_second_workbook(file: Path, programme: str, data: Path) -> None:
    """Raises `SecondWorkbook` where another of the programme waits: which of the two is right, people know."""
    for other in files_in(data):
        with suppress(UnnamedProgramme):
            if is_workbook(other) and other != file and programme_of(other, data) == programme:
                raise SecondWorkbook(
                    sentence("Лежит и другая книга этой программы: {other}. Они стёрли бы друг друга. Оставьте одну."),
                    other=other.name,
                )
