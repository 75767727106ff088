"""Reads decrees and tells what stands in them; writes nothing."""

import sys
from collections.abc import Sequence
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.decrees.decree import read_decree
from vitrina.decrees.files import read_blocks
from vitrina.decrees.output import as_json, as_text
from vitrina.decrees.refusals import REFUSALS, UnreadableDecree
from vitrina.words import Words


def import_decrees(files: Sequence[Path], words: Words, form: str) -> int:
    """Tell of every file; a file that cannot be read is named, and the others are read all the same."""
    code = GOOD
    for file in files:
        try:
            decree = read_decree(read_blocks(file))
        except UnreadableDecree as fault:
            print(words.say(REFUSALS[fault.why], file=file.name), file=sys.stderr)
            code = WRONG
            continue
        if form == "json":
            print(as_json(decree))
            continue
        for line in as_text(file, decree, words):
            print(line)
    return code
