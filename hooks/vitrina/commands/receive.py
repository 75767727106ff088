"""Takes what was put into the folder for it: workbooks and decrees become tables, each by its own command.

What it tells is Markdown: the same stands on a screen and in the summary of a pull request.
"""

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.commands.decree import import_decrees
from vitrina.commands.printing import as_list
from vitrina.commands.workbook import read
from vitrina.desk.incoming import files_in, is_workbook, programme_of, refuse_second_workbook
from vitrina.output import Refused, fault_text
from vitrina.words import Words


def receive(data: Path, words: Words, pages: Path | None = None) -> int:
    """A file that was taken is removed; one with mistakes stays, and of its tables nothing is written.

    Into `pages` goes of each decree the page that shows in its own text what was read.
    """
    code = GOOD
    for file in files_in(data):
        print(f"## {file.name}\n")
        taken, shown, told = _taken(file, data, words, pages)
        print(as_list(told))
        if shown:
            print(f"<details><summary>{words.say('Что прочитано')}</summary>\n\n{as_list(shown)}\n</details>\n")
        if taken:
            file.unlink()
        else:
            code = WRONG
    return code


def _taken(file: Path, data: Path, words: Words, pages: Path | None) -> tuple[bool, list[str], list[str]]:
    """Whether its tables are written now; what was read of a decree; what else there is to tell."""
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            programme = programme_of(file, data)
            if is_workbook(file):
                refuse_second_workbook(file, programme, data)
                code = read(file, programme, data, words)
            else:
                code = _page(file, pages, words) if pages else GOOD
                code = code or import_decrees([file], words, "text", programme, data)
    except (OSError, Refused) as refused:
        return False, [], [words.say("Не получилось. {reason}", reason=fault_text(refused, words))]
    shown, told = out.getvalue().splitlines(), err.getvalue().splitlines()
    # Of a new programme everything that was read is told besides, and that is long.
    return code == GOOD, *((shown, told) if shown and told and not is_workbook(file) else ([], [*shown, *told]))


def _page(file: Path, pages: Path, words: Words) -> int:
    from vitrina.commands.decree_page import write_page  # noqa: PLC0415  loads long, and is not always wanted

    pages.mkdir(parents=True, exist_ok=True)
    page = pages / f"{file.name}.html"
    page.unlink(missing_ok=True)  # of the file as it was before it was mended
    return write_page([file], page, words)
