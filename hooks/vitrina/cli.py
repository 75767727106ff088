"""`python -m vitrina …`: check the tables, build the site, show it, write its Markdown out."""

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from vitrina.commands import INTERRUPTED, WRONG
from vitrina.output import Refused, fault_text
from vitrina.processes import SameProcess
from vitrina.project import DATA, INCOMING, SETTINGS, SITE
from vitrina.second_process import SecondProcess
from vitrina.words import LANGUAGES, Words

_LOADED_BY_BUILD = ("vitrina.build", "vitrina.render", "vitrina.search.index", "vitrina.report.printer")
"""The modules that take longest to load."""


def command() -> int:
    """The entry point: as `main`, and a second process helps to build and to check.

    Whoever ends it, or closes its window, is answered as Ctrl+C is: it cleans up behind it.
    """
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):  # not every system has each
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
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
    except BrokenPipeError:  # stdout was closed
        sys.stdout = None
        return WRONG
    except (OSError, Refused) as refused:
        print(words.say("Не получилось. {reason}", reason=fault_text(refused, words)), file=sys.stderr)
    except KeyboardInterrupt:
        print(words.say("Остановлено. Что было опубликовано, осталось как было."), file=sys.stderr)
        return INTERRUPTED
    return WRONG


def _run(given: argparse.Namespace, words: Words, side_by_side: bool) -> int:
    if given.command in {"check", "compare", "import", "new", "receive", "report", "workbook"}:
        return _run_anywhere(given, words, side_by_side)
    if not _in_project(words):
        return WRONG
    match given.command:
        case "build":
            return _build(given, words, side_by_side)
        case "verify":
            from vitrina.commands.verify import verify  # noqa: PLC0415  each loads long, and only one is wanted

            return verify(given.site, words)
        case "serve":
            from vitrina.commands.serve import serve  # noqa: PLC0415  as above

            return serve(given.data, words, given.open)
        case _:
            from vitrina.commands.export import export  # noqa: PLC0415  as above

            return export(given.data, given.folder, words)


def _run_anywhere(given: argparse.Namespace, words: Words, side_by_side: bool) -> int:
    """What needs no project: only tables, or only a file, or nothing yet."""
    if given.command in {"import", "receive", "workbook"}:
        return _fill_tables(given, words)
    if given.command == "new":
        from vitrina.commands.new import new  # noqa: PLC0415  as above

        return new(given.folder, given, words)
    if given.command == "compare":
        from vitrina.commands.compare import compare  # noqa: PLC0415  as above

        return compare(given.before, given.data, words, given.site_at)
    if given.command == "report":
        from vitrina.commands.report import report  # noqa: PLC0415  as above

        return report(given, words)
    second = SecondProcess("vitrina.commands.check") if side_by_side else SameProcess()
    try:
        from vitrina.commands.check import check  # noqa: PLC0415  the second process loads the same meanwhile

        return check(given.data, words, given.format, given.coverage, second)
    finally:
        second.stop()


def _fill_tables(given: argparse.Namespace, words: Words) -> int:
    """From files that people wrote."""
    if given.command == "import":
        return _import(given, words)
    if given.command == "receive":
        from vitrina.commands.receive import receive  # noqa: PLC0415  as above

        return receive(given.data, words, given.pages)
    from vitrina.commands.workbook import read, write  # noqa: PLC0415  as above

    return (write if given.action == "write" else read)(given.file, given.programme, given.data, words)


def _import(given: argparse.Namespace, words: Words) -> int:
    if given.format == "json" and (given.into or given.page):
        print(
            words.say(
                "С {json} команда ничего не записывает. Уберите {json} или {option}.",
                json="--format json",
                option="--into" if given.into else "--page",
            ),
            file=sys.stderr,
        )
        return WRONG
    if given.page:
        from vitrina.commands.decree_page import write_page  # noqa: PLC0415  as above

        if code := write_page(given.file, given.page, words):
            return code
    from vitrina.commands.decree import import_decrees  # noqa: PLC0415  as above

    return import_decrees(given.file, words, given.format, given.into, given.data)


def _build(given: argparse.Namespace, words: Words, side_by_side: bool) -> int:
    second = SecondProcess(*_LOADED_BY_BUILD) if side_by_side else SameProcess()
    try:
        from vitrina.build import Options  # noqa: PLC0415  the second process loads the same meanwhile
        from vitrina.commands.build import build  # noqa: PLC0415  as above

        return build(given.data, given.output, words, Options(given.offline), second)
    finally:
        second.stop()


def _in_project(words: Words) -> bool:
    """The site is made of more than its tables: without the rest, say where to go."""
    project = Path(SETTINGS)
    here = project.is_file()
    if not here:
        print(
            words.say(
                "Здесь нет файла {file}. Перейдите в папку проекта: в ней лежат {file} и {folder}.",
                file=project,
                folder=DATA,
            ),
            file=sys.stderr,
        )
    return here


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The help is in the language that is asked for, so the language is looked up first."""
    first = argparse.ArgumentParser(add_help=False)
    first.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    words = Words(first.parse_known_args(arguments)[0].language)
    shared = argparse.ArgumentParser(add_help=False)
    # Its default, too, is what stands before the command: a command's default would win over that.
    shared.add_argument(
        "--language", choices=LANGUAGES, default=words.language, help=words.say("на каком языке писать")
    )
    reading = argparse.ArgumentParser(add_help=False)
    reading.add_argument("--data", type=Path, default=DATA, help=words.say("папка с таблицами (обычно build_data)"))
    parser = argparse.ArgumentParser(
        prog="python -m vitrina",
        description=words.say("Проверяет таблицы программы и строит из них сайт."),
        parents=[shared],
    )
    commands = parser.add_subparsers(dest="command", required=True, title=words.say("команды"), metavar="")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[shared, reading])

    checking = command("check", words.say("проверить таблицы и назвать все ошибки сразу"))
    checking.add_argument(
        "--format",
        choices=("text", "github", "markdown"),
        default="text",
        help=words.say("text — для чтения, github — пометки к запросу на изменение, markdown — список для его сводки"),
    )
    checking.add_argument(
        "--coverage",
        action="store_true",
        help=words.say("назвать числа из текстов документов, которых нет в таблицах"),
    )
    building = command("build", words.say("построить сайт"))
    building.add_argument("--output", type=Path, default=SITE, help=words.say("куда положить сайт (обычно site)"))
    building.add_argument(
        "--offline", action="store_true", help=words.say("копия, которая открывается из папки без сервера (с флешки)")
    )
    serving = command("serve", words.say("показать сайт на этом компьютере и обновлять его при каждой правке таблиц"))
    serving.add_argument("--open", action="store_true", help=words.say("открыть его в браузере"))
    text = words.say("собрать сайт заново и сверить с опубликованным")
    verifying = commands.add_parser("verify", help=text, description=text, parents=[shared])
    verifying.add_argument("site", help=words.say("адрес сайта или папка с ним"))
    importing = command(
        "import",
        words.say("прочесть постановление: паспорт, показатели, деньги; с {option} внести в таблицы", option="--into"),
    )
    kinds = words.say("файл .docx, .odt, .rtf, .html, .txt или .pdf с текстом")
    importing.add_argument("file", type=Path, nargs="+", help=kinds)
    importing.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=words.say("text — для чтения, json — для программ: ничего не пишет"),
    )
    importing.add_argument(
        "--into",
        metavar=words.say("ПРОГРАММА"),
        help=words.say("внести в программу: в её таблицы, а если их нет, завести новую"),
    )
    importing.add_argument(
        "--page",
        type=Path,
        metavar=words.say("ФАЙЛ"),
        help=words.say("показать прочитанное в самом документе: страница .html для браузера"),
    )
    comparing = command("compare", words.say("сказать, что нынешние таблицы изменят на сайте"))
    comparing.add_argument(
        "before", nargs="?", default="HEAD", help=words.say("папка с прежними таблицами или коммит (обычно последний)")
    )
    comparing.add_argument(
        "--site-at",
        default="",
        help=words.say("адрес, по которому можно посмотреть собранный сайт: его назовут первым"),
    )
    filling = command("workbook", words.say("таблицы программы одной книгой Excel: записать или прочесть заполненную"))
    filling.add_argument(
        "action", choices=("write", "read"), help=words.say("записать книгу или внести из неё в таблицы")
    )
    filling.add_argument("file", type=Path, help=words.say("книга Excel (.xlsx)"))
    of_programme = words.say("папка программы, если их несколько")
    filling.add_argument("--programme", metavar=words.say("ПРОГРАММА"), help=of_programme)
    receiving = command(
        "receive", words.say("внести книги и постановления из папки {folder} и убрать их оттуда", folder=INCOMING)
    )
    receiving.add_argument(
        "--pages",
        type=Path,
        metavar=words.say("ПАПКА"),
        help=words.say("куда положить постановления с отмеченным в них прочитанным"),
    )
    text = words.say("создать проект для другого города: данные, настройки и всё, чтобы их публиковать")
    beginning = commands.add_parser("new", help=text, description=text, parents=[shared])
    if "new" in arguments:
        from vitrina.commands.new import add_options  # noqa: PLC0415  the questions load long

        add_options(beginning, words)
    reporting = command("report", words.say("написать годовой отчёт о программе: файл Word"))
    reporting.add_argument("file", type=Path, help=words.say("куда его записать (.docx)"))
    reporting.add_argument(
        "--year", type=int, help=words.say("за какой год (обычно последний, о котором что-то известно)")
    )
    reporting.add_argument("--template", type=Path, help=words.say("свой шаблон отчёта (.docx) вместо нашего"))
    reporting.add_argument("--programme", metavar=words.say("ПРОГРАММА"), help=of_programme)
    exporting = command("export", words.say("записать страницы как Markdown в пустую папку"))
    exporting.add_argument("folder", type=Path, help=words.say("пустая или новая папка"))
    return parser
