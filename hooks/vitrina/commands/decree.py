"""Reads decrees, tells what stands in them, and lays out a new programme from one."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vitrina.commands import GOOD, WRONG
from vitrina.decrees.decree import Decree, read_decree
from vitrina.decrees.files import read_blocks
from vitrina.decrees.json_output import as_json
from vitrina.decrees.output import as_text
from vitrina.decrees.refusals import REFUSALS, UnreadableDecree
from vitrina.words import Words

if TYPE_CHECKING:
    from vitrina.desk.new_programme import NewProgramme


def import_decrees(files: Sequence[Path], words: Words, form: str, into: str | None, data: Path) -> int:
    """Tell of every file; a file that cannot be read is named, and the others are read all the same.

    `into` is the id of a programme that the dataset in `data` does not have yet: it gets its tables from the one file.
    """
    if into and len(files) > 1:
        print(words.say("Новая программа заводится из одного файла, а названо несколько."), file=sys.stderr)
        return WRONG
    code = GOOD
    for file in files:
        try:
            if into:
                made = _laid_out(file, into, data)
                _tell(file, made.decree, words, form)
                _tell_of_tables(made, words)
            else:
                _tell(file, read_decree(read_blocks(file)), words, form)
        except UnreadableDecree as fault:
            print(words.say(REFUSALS[fault.why], file=file.name), file=sys.stderr)
            code = WRONG
    return code


def _tell(file: Path, decree: Decree, words: Words, form: str) -> None:
    if form == "json":
        print(as_json(decree))
        return
    for line in as_text(file, decree, words):
        print(line)


def _laid_out(file: Path, programme: str, data: Path) -> "NewProgramme":
    from vitrina.desk.new_programme import lay_out  # noqa: PLC0415  loads long, and is not always wanted

    return lay_out(file, programme, data)


def _tell_of_tables(made: "NewProgramme", words: Words) -> None:
    from vitrina.desk.decree_rows import NOT_WRITTEN  # noqa: PLC0415  as above

    found = made.tables
    counts = ", ".join(f"{table}.csv: {len(rows)}" for table, rows in found.rows.items() if rows)
    told = [words.say("Таблицы программы лежат в {folder}. Строк: {counts}.", folder=made.folder, counts=counts)]
    if found.not_written:
        told.append(words.say("Не вошло в таблицы: {count}.", count=len(found.not_written)))
        told += [f"  {one.place}: «{one.what}» ({words.say(NOT_WRITTEN[one.why])})" for one in found.not_written]
    told.append(words.say("Проверьте их: {command}", command="python -m vitrina check"))
    print("\n".join(["", *told]), file=sys.stderr)
