"""`python -m vitrina …`: check the tables, build the site, show it, write its Markdown out."""

import argparse
import hashlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vitrina.addresses.languages import SETTINGS
from vitrina.charts.studio import Drawings
from vitrina.dataset.problems import Problem, github_annotation, problem_text
from vitrina.dataset.programme import Dataset
from vitrina.dataset.quotations import check_quotations, count_quotations
from vitrina.dataset.reader import Reading
from vitrina.measures.checked import read_checked
from vitrina.output import Refused, fault_text
from vitrina.words import LANGUAGES, Words

DATA = Path("build_data")
SITE = Path("site")
SERVED = "127.0.0.1:8000"
GOOD, WRONG, INTERRUPTED = 0, 1, 130
_HOW_TO_PRINT = {
    "library": "Pango",
    "debian": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "windows": "pacman -S mingw-w64-x86_64-pango",
    "shell": "MSYS2",
    "mac": "brew install pango",
    "without": "python -m vitrina build --without-report",
}
"""What a system needs for the report, and how to do without it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 all is well, 1 something has to be mended."""
    # An old Windows console may not know a letter: better a question mark than a traceback.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    given = _parser(arguments).parse_args(arguments)
    words = Words(given.language)
    try:
        return _run(given, words)
    except BrokenPipeError:  # whoever read what is said here has gone: nobody is left to tell
        sys.stdout = None
        return WRONG
    except (OSError, Refused) as refused:
        print(words.say("cli.failed", reason=fault_text(refused, words)), file=sys.stderr)
    except KeyboardInterrupt:
        print(words.say("cli.stopped"), file=sys.stderr)
        return INTERRUPTED
    return WRONG


def _run(given: argparse.Namespace, words: Words) -> int:
    match given.command:
        case "check":
            return check(given.data, words, given.format, given.against)
        case "build":
            return build(given.data, given.output, words, report=given.report, offline=given.offline)
        case "serve":
            return serve(given.data, words)
        case _:
            return export(given.data, given.folder, words)


def _parser(arguments: Sequence[str] | None) -> argparse.ArgumentParser:
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
    no_report = words.say("cli.build.without_report")
    building.add_argument("--offline", action="store_true", help=words.say("cli.build.offline"))
    building.add_argument("--without-report", dest="report", action="store_false", help=no_report)
    command("serve")
    exporting = command("export")
    exporting.add_argument("folder", type=Path, help=words.say("cli.export.folder"))
    return parser


def check(data: Path, words: Words, form: str, against: Path | None) -> int:
    """Print every problem and notice of a dataset; with a document's text, also what it does not say so."""
    reading = read_checked(data)
    _print_problems((*reading.notices, *reading.problems), words, data if form == "github" else None)
    if reading.dataset is None:
        print(words.say("cli.check.found", count=len(reading.problems)))
        return WRONG
    if against:
        return _check_against(reading.dataset, against, words, data if form == "github" else None)
    print(words.say("cli.check.good", files=data.as_posix()))
    known = sum(len(programme.expected) for programme in reading.dataset.programmes)
    if known:
        print(words.say("cli.check.known", count=known))
    return GOOD


def _check_against(dataset: Dataset, file: Path, words: Words, folder: Path | None) -> int:
    try:
        content = file.read_bytes()
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        print(words.say("cli.check.unreadable", file=file))
        return WRONG
    fingerprint = hashlib.sha256(content).hexdigest()
    # The file tells by its fingerprint which document it is; another one is compared with the edition on show.
    known = [
        (programme, document.id)
        for programme in dataset.programmes
        for document in programme.documents
        if document.sha256 == fingerprint
    ]
    if not known:
        print(words.say("cli.check.other_document", file=file))
        known = [(programme, programme.edition.id) for programme in dataset.programmes]
    problems = [problem for programme, document in known for problem in check_quotations(programme, text, document)]
    _print_problems(problems, words, folder)
    if problems:
        print(words.say("cli.check.found", count=len(problems)))
        return WRONG
    count = sum(count_quotations(programme, document) for programme, document in known)
    print(words.say("cli.check.words_found", count=count))
    return GOOD


def _print_problems(problems: Sequence[Problem], words: Words, folder: Path | None) -> None:
    for problem in problems:
        print(problem_text(problem, words) if folder is None else github_annotation(problem, words, folder.as_posix()))


def build(data: Path, output: Path, words: Words, *, report: bool = True, offline: bool = False) -> int:
    """Check, build both languages aside, with the report unless told otherwise, swap in."""
    from vitrina.build import BuildFailed, build_site  # noqa: PLC0415  MkDocs is slow to load, and only this needs it
    from vitrina.report.press import NoPrinter  # noqa: PLC0415  as above

    if not _in_project(words) or not _passes(read_checked(data), words):
        return WRONG
    try:
        build_site(Path.cwd(), output, data.absolute(), report=report, offline=offline)
    except NoPrinter as missing:
        print(words.say("cli.build.no_printer", reason=missing, **_HOW_TO_PRINT), file=sys.stderr)
        return WRONG
    except (BuildFailed, OSError, Refused) as failed:
        reason = str(failed) if isinstance(failed, BuildFailed) else fault_text(failed, words)
        print(words.say("cli.build.failed", reason=reason), file=sys.stderr)
        return WRONG
    print(words.say("cli.build.done", folder=output))
    return GOOD


def serve(data: Path, words: Words) -> int:
    """Show the site in one language until it is interrupted."""
    from mkdocs.commands.serve import serve as serve_with_mkdocs  # noqa: PLC0415  as above

    from vitrina.build import made_from  # noqa: PLC0415  as above

    if not _in_project(words):
        return WRONG
    print(words.say("cli.serve.address", address=f"http://{SERVED}/"), flush=True)
    with made_from(data.absolute()):
        serve_with_mkdocs(SETTINGS[words.language], dev_addr=SERVED)
    return GOOD


def export(data: Path, folder: Path, words: Words) -> int:
    """Write the Markdown of the whole site."""
    from vitrina.export import NotEmpty  # noqa: PLC0415  as above
    from vitrina.export import export as write_out  # noqa: PLC0415

    if not _in_project(words):
        return WRONG
    reading = read_checked(data)
    if reading.dataset is None:
        return GOOD if _passes(reading, words) else WRONG
    drawings = Drawings.on_disk(Path(".cache/drawings"), Path("docs/css/tokens.css"))
    try:
        write_out(reading.dataset, drawings, Path.cwd(), folder)
    except NotEmpty:
        print(words.say("cli.export.not_empty", folder=folder), file=sys.stderr)
        return WRONG
    print(words.say("cli.export.done", folder=folder))
    return GOOD


def _in_project(words: Words) -> bool:
    """The site is made of more than its tables: without the rest, say where to go."""
    project = Path(SETTINGS["ru"])
    here = project.is_file()
    if not here:
        print(words.say("cli.no_project", file=project, folder=DATA), file=sys.stderr)
    return here


def _passes(reading: Reading, words: Words) -> bool:
    _print_problems(reading.problems, words, None)
    if reading.dataset is None:
        print(words.say("cli.check.found", count=len(reading.problems)))
    return reading.dataset is not None
