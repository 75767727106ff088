"""Reads decrees, tells what stands in them, and takes them into a programme: a new one, or one that has tables."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vitrina.commands import GOOD, WRONG
from vitrina.dataset.problems import problem_text
from vitrina.dataset.reader import is_programme_id
from vitrina.decrees.decree import Decree, read_decree
from vitrina.decrees.files import read_blocks
from vitrina.decrees.json_output import as_json
from vitrina.decrees.output import as_text
from vitrina.decrees.refusals import REFUSALS
from vitrina.formats import UnreadableText
from vitrina.output import fault_text
from vitrina.words import Words

if TYPE_CHECKING:
    from vitrina.desk.new_programme import NewProgramme


def import_decrees(files: Sequence[Path], words: Words, form: str, into: str | None, data: Path) -> int:
    """Tell of every file; a file that cannot be read is named, and the others are read all the same.

    `into` is the id of a programme of the dataset in `data`. One that has tables gets a document of each file; one that
    is not there gets its tables from the one file. Raises `NoProgramme` where the city's settings are at fault.
    """
    is_new = into is not None and not _has_tables(into, data)
    if is_new and len(files) > 1:
        print(words.say("Новая программа заводится из одного файла, а названо несколько."), file=sys.stderr)
        return WRONG
    code = GOOD
    for file in files:
        try:
            if into is None:
                _tell(file, read_decree(read_blocks(file)), words, form)
            elif is_new:
                from vitrina.desk.new_programme import lay_out  # noqa: PLC0415  loads long, and is not always wanted

                made = lay_out(file, into, data)
                _tell(file, made.decree, words, form)
                _tell_of_tables(made, words)
            else:
                code = max(code, _add(file, into, data, words))
        except UnreadableText as fault:
            print(words.say(REFUSALS[fault.rule], file=file.name), file=sys.stderr)
            code = WRONG
    return code


def _has_tables(programme: str, data: Path) -> bool:
    folder = data / "programmes" / programme
    return (
        is_programme_id(programme)
        and folder.is_dir()
        and any(path.suffix in {".csv", ".xlsx"} for path in folder.iterdir())
    )


def _add(file: Path, programme: str, data: Path, words: Words) -> int:
    from vitrina.commands.edition import told_of_edition  # noqa: PLC0415  loads long, and is not always wanted
    from vitrina.desk.edition_document import NotAdded  # noqa: PLC0415  as above
    from vitrina.desk.new_edition import AlreadyThere, add_edition  # noqa: PLC0415  as above

    try:
        made = add_edition(file, programme, data)
    except NotAdded as refused:
        for problem in refused.problems:
            print(problem_text(problem, words), file=sys.stderr)
        print(f"{file.name}: {fault_text(refused, words)}", file=sys.stderr)
        return WRONG
    if isinstance(made, AlreadyThere):
        said = words.say(
            "{file}: этот документ уже внесён: «{title}». Таблицы не тронуты.", file=file.name, title=made.title
        )
        print(said, file=sys.stderr)
    else:
        print("\n".join(told_of_edition(made, words)), file=sys.stderr)
    return GOOD


def _tell(file: Path, decree: Decree, words: Words, form: str) -> None:
    if form == "json":
        print(as_json(decree))
        return
    for line in as_text(file, decree, words):
        print(line)


def _tell_of_tables(made: "NewProgramme", words: Words) -> None:
    from vitrina.commands.edition import left_out_line  # noqa: PLC0415  as above

    found = made.tables
    counts = ", ".join(f"{table}.csv: {len(rows)}" for table, rows in found.rows.items() if rows)
    told = [words.say("Таблицы программы лежат в {folder}. Строк: {counts}.", folder=made.folder, counts=counts)]
    if found.not_written:
        told.append(words.say("Не вошло в таблицы: {count}.", count=len(found.not_written)))
        told += [left_out_line(one, words) for one in found.not_written]
    told.append(words.say("Проверьте их: {command}", command="python -m vitrina check"))
    print("\n".join(["", *told]), file=sys.stderr)
