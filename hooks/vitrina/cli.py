"""`python -m vitrina …`: check the tables, build the site, show it, write its Markdown out."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vitrina.beside import Beside
from vitrina.commands import INTERRUPTED, WRONG
from vitrina.output import Refused, fault_text
from vitrina.project import DATA, SETTINGS, SITE
from vitrina.words import LANGUAGES, Words


def command() -> int:
    """What a person starts: a build that takes a second process to its help."""
    return main(sys.argv[1:], side_by_side=True)


def main(arguments: Sequence[str], side_by_side: bool = False) -> int:
    """Run one command and return its exit code: 0 all is well, 1 something has to be mended."""
    # An old Windows console may not know a letter: better a question mark than a traceback.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    given = _parser(arguments).parse_args(arguments)
    words = Words(given.language)
    try:
        return _run(given, words, side_by_side)
    except BrokenPipeError:  # whoever read what is said here has gone: nobody is left to tell
        sys.stdout = None
        return WRONG
    except (OSError, Refused) as refused:
        print(words.say("cli.failed", reason=fault_text(refused, words)), file=sys.stderr)
    except KeyboardInterrupt:
        print(words.say("cli.stopped"), file=sys.stderr)
        return INTERRUPTED
    return WRONG


def _run(given: argparse.Namespace, words: Words, side_by_side: bool) -> int:
    if given.command != "check" and not _in_project(words):
        return WRONG
    match given.command:
        case "check":
            from vitrina.commands.check import check  # noqa: PLC0415  each loads long, and only one is wanted

            return check(given.data, words, given.format, given.against)
        case "build":
            return _build(given, words, Beside() if side_by_side else None)
        case "serve":
            from vitrina.commands.serve import serve  # noqa: PLC0415  as above

            return serve(given.data, words)
        case _:
            from vitrina.commands.export import export  # noqa: PLC0415  as above

            return export(given.data, given.folder, words)


def _build(given: argparse.Namespace, words: Words, second: Beside | None) -> int:
    try:
        from vitrina.build import Options  # noqa: PLC0415  the second process loads the same meanwhile
        from vitrina.commands.build import build  # noqa: PLC0415  as above

        return build(given.data, given.output, words, Options(given.offline), second)
    finally:
        if second:
            second.stop()


def _in_project(words: Words) -> bool:
    """The site is made of more than its tables: without the rest, say where to go."""
    project = Path(SETTINGS["ru"])
    here = project.is_file()
    if not here:
        print(words.say("cli.no_project", file=project, folder=DATA), file=sys.stderr)
    return here


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The help is in the language that is asked for, so the language is looked up first."""
    first = argparse.ArgumentParser(add_help=False)
    first.add_argument("--language", choices=LANGUAGES, default="ru")
    words = Words(first.parse_known_args(arguments)[0].language)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--language", choices=LANGUAGES, default="ru", help=words.say("cli.language"))
    reading = argparse.ArgumentParser(add_help=False)
    reading.add_argument("--data", type=Path, default=DATA, help=words.say("cli.data"))
    parser = argparse.ArgumentParser(prog="python -m vitrina", description=words.say("cli.about"), parents=[shared])
    commands = parser.add_subparsers(dest="command", required=True, title=words.say("cli.commands"), metavar="")

    def command(name: str) -> argparse.ArgumentParser:
        text = words.say(f"cli.{name}.help")
        return commands.add_parser(name, help=text, description=text, parents=[shared, reading])

    checking = command("check")
    checking.add_argument("--format", choices=("text", "github"), default="text", help=words.say("cli.check.format"))
    checking.add_argument("--against", type=Path, metavar="FILE", help=words.say("cli.check.against"))
    building = command("build")
    building.add_argument("--output", type=Path, default=SITE, help=words.say("cli.build.output"))
    building.add_argument("--offline", action="store_true", help=words.say("cli.build.offline"))
    command("serve")
    exporting = command("export")
    exporting.add_argument("folder", type=Path, help=words.say("cli.export.folder"))
    return parser
