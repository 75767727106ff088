"""Checks the tables, builds the site with its reports aside, and swaps them in."""

import sys
from pathlib import Path

from vitrina.build import BuildFailed, Options, build_site
from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import passes
from vitrina.measures.loading import load_for_build
from vitrina.output import Refused, fault_text
from vitrina.processes import OtherProcess
from vitrina.words import Words


def build(data: Path, output: Path, words: Words, options: Options, second: OtherProcess | None = None) -> int:
    """`second` builds another language meanwhile; without it they are built one after the other."""
    if not passes(load_for_build(data.absolute()), words):
        return WRONG
    try:
        build_site(Path.cwd(), output, data.absolute(), options, second)
    except (BuildFailed, OSError, Refused) as failed:
        reason = str(failed) if isinstance(failed, BuildFailed) else fault_text(failed, words)
        print(words.say("Сайт не построен, прежний остался как был. {reason}", reason=reason), file=sys.stderr)
        return WRONG
    print(words.say("Сайт построен: {folder}", folder=output))
    return GOOD
