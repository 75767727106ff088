"""Checks the tables, builds the site aside, with the report unless told otherwise, and swaps them in."""

import sys
from pathlib import Path

from vitrina.build import BuildFailed, Options, Second, build_site
from vitrina.commands import GOOD, WRONG
from vitrina.commands.telling import passes
from vitrina.measures.checked import read_checked
from vitrina.output import Refused, fault_text
from vitrina.report.press import NoPrinter
from vitrina.words import Words

HOW_TO_PRINT = {
    "library": "Pango",
    "debian": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "windows": "pacman -S mingw-w64-x86_64-pango",
    "shell": "MSYS2",
    "mac": "brew install pango",
    "without": "python -m vitrina build --without-report",
}
"""What a system needs for the report, and how to do without it."""


def build(data: Path, output: Path, words: Words, options: Options, second: Second | None = None) -> int:
    """`second` builds another language meanwhile; without it they are built one after the other."""
    if not passes(read_checked(data), words):
        return WRONG
    try:
        build_site(Path.cwd(), output, data.absolute(), options, second)
    except NoPrinter as missing:
        print(words.say("cli.build.no_printer", reason=missing, **HOW_TO_PRINT), file=sys.stderr)
        return WRONG
    except (BuildFailed, OSError, Refused) as failed:
        reason = str(failed) if isinstance(failed, BuildFailed) else fault_text(failed, words)
        print(words.say("cli.build.failed", reason=reason), file=sys.stderr)
        return WRONG
    print(words.say("cli.build.done", folder=output))
    return GOOD
