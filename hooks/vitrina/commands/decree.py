"""Reads decrees, tells what stands in them, and lays out a new programme from one."""

import sys
from collections.abc import Sequence
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.decrees.decree import read_decree
from vitrina.decrees.files import read_blocks
from vitrina.decrees.output import as_json, as_text
from vitrina.decrees.refusals import REFUSALS, UnreadableDecree
from vitrina.words import Words


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
            decree = read_decree(read_blocks(file))
            if form == "json":
                print(as_json(decree))
            else:
                for line in as_text(file, decree, words):
                    print(line)
            if into:
                _lay_out(file, into, data, words)
        except UnreadableDecree as fault:
            print(words.say(REFUSALS[fault.why], file=file.name), file=sys.stderr)
            code = WRONG
    return code


def _lay_out(file: Path, programme: str, data: Path, words: Words) -> None:
    from vitrina.desk.decree_rows import NOT_WRITTEN  # noqa: PLC0415  loads long, and is not always wanted
    from vitrina.desk.new_programme import folder_of, lay_out  # noqa: PLC0415  as above

    found = lay_out(file, programme, data)
    counts = ", ".join(f"{table}.csv: {len(rows)}" for table, rows in found.rows.items() if rows)
    told = [
        words.say(
            "Таблицы программы лежат в {folder}. Строк: {counts}.", folder=folder_of(programme, data), counts=counts
        )
    ]
    if found.not_written:
        told.append(words.say("Не вошло в таблицы: {count}.", count=len(found.not_written)))
        told += [f"  {one.place}: «{one.what}» ({words.say(NOT_WRITTEN[one.why])})" for one in found.not_written]
    told.append(words.say("Проверьте их: {command}", command="python -m vitrina check"))
    print("\n".join(["", *told]), file=sys.stderr)
