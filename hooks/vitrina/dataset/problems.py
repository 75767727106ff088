"""What is wrong with a table, as a value; and how it is said to a person, in the person's language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from vitrina.dataset.descriptions import DESCRIPTIONS
from vitrina.dataset.tables import TABLES, Table
from vitrina.words import Words

_SHOWN = 60
"""How much of a long value a message shows, in characters."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or worth a look. `hints` fill what is said of the `rule`."""

    file: str
    """Path within the dataset's folder, with forward slashes."""
    row: int | None
    """As Excel numbers rows; in city.yml, the line."""
    column: str | None
    value: str | None
    rule: str
    hints: Mapping[str, str | int] = field(default_factory=dict)
    severity: Literal["error", "notice"] = "error"


@dataclass(frozen=True, slots=True)
class ToldProblem:
    """A problem as it is said to a person."""

    where: str
    what: str
    mend: str


def problem_text(problem: Problem, words: Words, where: str = "") -> str:
    """Where, what is wrong, and what to write instead, in one line; `where` instead of the file and its row."""
    told = told_problem(problem, words)
    return f"{where or told.where}: {told.what} {told.mend}"


def told_problem(problem: Problem, words: Words) -> ToldProblem:
    values: dict[str, object] = {**problem.hints, "value": _visible(problem.value or "")}
    if "beside" in values:  # another column of the same table
        values["beside"] = column_label(problem.file, str(values["beside"]), words)
    if "choices" in values:
        values["choices"] = ", ".join(_choices(problem, words))
    described = DESCRIPTIONS[problem.rule]
    mend = described.write if "mended" in problem.hints else described.mend
    return ToldProblem(_where(problem, words), words.say(described.what, **values), words.say(mend, **values))


def github_annotation(problem: Problem, words: Words, folder: str = "", line: int | None = None) -> str:
    """The problem as a workflow command, which GitHub shows beside the line: `line` where that is not the row.

    `folder` is where the dataset lies in the repository. Escaping:
    github.com/actions/toolkit, packages/core/src/command.ts.
    """
    level = "error" if problem.severity == "error" else "warning"
    path = f"{folder.strip('/')}/{problem.file}" if folder.strip("/") else problem.file
    properties = {"file": path, "title": severity(problem, words)}
    if problem.row is not None:
        properties["line"] = str(line or problem.row)
    written = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::{level} {written}::{_escape(problem_text(problem, words))}"


def severity(problem: Problem, words: Words) -> str:
    return words.say("Ошибка в данных") if problem.severity == "error" else words.say("Обратите внимание")


def annotation(text: str, level: Literal["error", "warning"] = "error") -> str:
    """The same of a fault that is of no table."""
    return f"::{level}::{_escape(text)}"


def column_label(file: str, column: str, words: Words) -> str:
    """The column's title with the name that stands in the table's first row; its name alone where no table has it."""
    table = _table(file)
    if table is None or column not in table.names:
        return words.say("«{name}»", name=_visible(column))
    return words.say("«{title}» ({name})", title=words.title(table.column(column).title), name=column)


def _choices(problem: Problem, words: Words) -> Iterator[str]:
    """What a cell may hold, each with what it means where the table's definition says so."""
    table = _table(problem.file)
    known = table.cell(problem.column).choices if table and problem.column in table.names else {}
    for choice in str(problem.hints["choices"]).split(", "):
        title = words.message(known[choice]) if choice in known else choice
        yield choice if title == choice else words.say("{name} ({title})", name=choice, title=title)


def _table(file: str) -> Table | None:
    name = file.rpartition("/")[2]
    # A sheet of a workbook of many tables has the name of its table and no suffix.
    return next((table for table in TABLES if table.name in (name, name.rpartition(".")[0])), None)


def _where(problem: Problem, words: Words) -> str:
    # «education/money.csv» says enough; what lies in «programmes» itself keeps its whole path.
    short = problem.file.removeprefix("programmes/")
    file = _visible(short if "/" in short else problem.file)
    column = column_label(problem.file, problem.column, words) if problem.column is not None else ""
    if problem.row is None:
        return words.say("{file}, {column}", file=file, column=column) if column else file
    if column:
        return words.say("{file}, строка {row}, {column}", file=file, row=problem.row, column=column)
    return words.say("{file}, строка {row}", file=file, row=problem.row)


def _visible(text: str) -> str:
    """Text fit for one line of a message: cut, and with what cannot be seen or turns the line written as its code."""
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return "".join(
        letter if letter.isprintable() or letter in "\u00a0\u2007\u2009\u202f" else f"<U+{ord(letter):04X}>"
        for letter in cut
    )


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
