"""Shows in the text of a decree itself what is read of it: a file for the browser."""

import sys
from collections.abc import Sequence
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import wrote_new
from vitrina.decrees.decree import read_decree
from vitrina.decrees.files import read_blocks
from vitrina.decrees.refusals import REFUSALS
from vitrina.desk.import_page import import_page
from vitrina.formats import UnreadableText
from vitrina.words import Words


def write_page(files: Sequence[Path], page: Path, words: Words) -> int:
    if len(files) > 1:
        print(words.say("На странице помещается один файл, а названо несколько."), file=sys.stderr)
        return WRONG
    [file] = files
    try:
        blocks = read_blocks(file)
    except UnreadableText as fault:
        print(words.say(REFUSALS[fault.rule], file=file.name), file=sys.stderr)
        return WRONG
    content = import_page(file.name, blocks, read_decree(blocks), words)
    if not wrote_new(page, content.encode(), words):
        return WRONG
    print(words.say("Прочитанное отмечено в самом документе. Откройте в браузере: {file}", file=page), file=sys.stderr)
    return GOOD
