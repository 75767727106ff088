"""Rows are told apart by their keys, and point at one another by their ids."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from vitrina.dataset.cells import nearest, suggested
from vitrina.dataset.checks.registry import EVERY_TABLE, check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records, Unreadable
from vitrina.dataset.tables.translations import language_of
from vitrina.dataset.texts import translations_of

_FEWEST_REPEATED = 3
"""So many rows in a row that stand above already were pasted at once."""

SLIPS = 3
"""So many rows may be slips of the hand; if more of them are wrong alike, the cause stands elsewhere."""


@check_of(EVERY_TABLE)
def duplicate_keys(records: Records) -> Iterator[Problem]:
    """A key that stands twice, with the row where it stands first; many rows that stand twice are told at once."""
    again = [(index, before) for index, before, _ in records.repeated(*records.table.key)]
    for _, group in groupby(enumerate(again), lambda placed: placed[1][0] - placed[0]):
        run = [pair for _, pair in group]
        if len(run) >= _FEWEST_REPEATED:
            yield _repeated(records, run)
        else:
            yield from (_duplicate(records, index, before) for index, before in run)


def _repeated(records: Records, run: Sequence[tuple[int, int]]) -> Problem:
    (begin, first), (end, _) = run[0], run[-1]
    hints = {"last": records.numbers[end], "first": records.numbers[first]}
    return Problem(records.file, records.numbers[begin], None, None, "rows_repeated", hints)


def _duplicate(records: Records, index: int, before: int) -> Problem:
    cells = (records.raw[column][index].strip() for column in records.table.key if column in records.raw)
    written = "; ".join(cell for cell in cells if cell)
    hints = {"first": records.numbers[before]}
    return Problem(records.file, records.numbers[index], None, written, "duplicate_key", hints)


def unknown_references(records: Records, tables: Mapping[str, Records]) -> Iterator[Problem]:
    """A value that should be another table's id and is none."""
    for column in records.table.names:
        target = tables.get(records.table.column(column).refers_to)
        if target is None or Unreadable.CELL in target.values["id"]:
            continue  # an id that could not be read is reported where it stands, not at every row that refers to it
        ids = target.of("id")
        for index, (value,) in records.rows(column):
            if value is not None and value not in ids:
                hints = {"target": target.file_name, **suggested(value, ids)}
                yield records.problem(index, column, "unknown_reference", **hints)


def shared_ids(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """An id that two tables of a programme use: an address or a link could mean either."""
    first: dict[str, tuple[Records, int]] = {}
    for records in tables.values():
        if "id" not in records.table.names or language_of(records.table):
            continue
        for index, (value,) in records.rows("id"):
            owner, row = first.setdefault(value, (records, index))
            if owner is not records:
                yield records.problem(index, "id", "id_taken", other=owner.file_name, first=owner.numbers[row])


def told_once(problems: Iterable[Problem], tables: Mapping[str, Records]) -> Iterator[Problem]:
    """The problems, where those that follow from a lost row, a changed id or a table without rows are told as one.

    A few rows of one table that refer to nothing are slips of the hand and stay.
    """
    found = tuple(problems)
    missing: dict[str, list[Problem]] = {}
    for problem in found:
        if identity := _missing_id(problem):
            missing.setdefault(identity, []).append(problem)
    gone: dict[str, Problem] = {}
    rowless: dict[str, list[tuple[str, Problem]]] = {}
    for identity, rows in missing.items():
        target = _target(rows, tables)
        records = next((one for one in tables.values() if one.file_name == target), None)
        if records and not records.numbers:
            rowless.setdefault(target, []).extend((identity, row) for row in rows)
        elif target and (len(rows) > SLIPS or len({row.file for row in rows}) > 1):
            hints = {"target": target, **_places(rows)}
            # It may be missing in any of several tables.
            gone[identity] = (
                _gone(records, identity, hints, tables) if records else replace(rows[0], rule="id_gone", hints=hints)
            )
    of_no_rows = {target: rows for target, rows in rowless.items() if len(rows) > 1}
    told = {*gone, *(identity for referring in of_no_rows.values() for identity, _ in referring)}
    entries = {str(problem.hints["name"]) for problem in found if problem.rule == "passport_without"}
    for problem in found:
        if _missing_id(problem) not in told and not _follows(problem, entries, gone, tables):
            yield problem
    yield from gone.values()
    for target, referring in of_no_rows.items():
        places = [row for _, row in referring]
        file = f"{places[0].file.rpartition('/')[0]}/{target}"
        yield Problem(file, None, None, None, "rows_gone", _places(places))


def _target(rows: Sequence[Problem], tables: Mapping[str, Records]) -> str:
    """The name of the file in which an id is missing; several where it may be any of them, "" where none is known."""
    for row in rows:
        if row.rule == "translation_of_nothing":
            translations = next(one for one in tables.values() if one.file == row.file)
            table = translations.values["table"][translations.numbers.index(row.row or 0)]
            return tables[table].file_name
    return next((str(row.hints["target"]) for row in rows if "target" in row.hints), "")


def _places(rows: Sequence[Problem]) -> dict[str, str | int]:
    """How many rows refer to what is not there, and the first of them."""
    return {"count": len(rows), "other": rows[0].file.rpartition("/")[2], "first": rows[0].row or 0}


def _follows(
    problem: Problem, entries: Collection[str], gone: Mapping[str, Problem], tables: Mapping[str, Records]
) -> bool:
    """Whether a problem is but another sign of a row that is lost: one of the passport's `entries`, or of an id."""
    match problem.rule:
        case "phrase_without_text" | "place_without_text":
            return bool(gone)
        case "no_programme":  # the lost line is the one above all others
            return None not in tables["lines"].values["parent"] and any(
                one.file == problem.file for one in gone.values()
            )
        case "translation_of_nothing":
            return (problem.value or "").rpartition("-")[0] in entries
    return False


def _gone(target: Records, identity: str, hints: Mapping[str, str | int], tables: Mapping[str, Records]) -> Problem:
    """An id that is not there: at the row that most likely had it, one to which nothing refers, much like it or alone.

    That row may be right, and the row of the id deleted; so the message says what to do in either case.
    """
    referred = {
        value
        for records in tables.values()
        for column in records.table.names
        if records.table.column(column).refers_to == target.table.name
        for value in records.of(column)
    }
    translated = {
        own
        for records in translations_of(tables)
        for _, (table, own) in records.rows("table", "id")
        if table == target.table.name
    }
    unused = target.of("id") - referred - translated
    now = nearest(identity, unused) or (next(iter(unused)) if len(unused) == 1 and translated else None)
    for index, (own,) in target.rows("id"):
        if own == now:
            return target.problem(index, "id", "id_changed", **hints, mended=identity)
    return Problem(target.file, None, "id", identity, "id_gone", hints)


def _missing_id(problem: Problem) -> str:
    """The id that a problem says there is not; empty for all others."""
    value = (problem.value or "").strip()
    match problem.rule:
        case "unknown_reference":
            return value
        case "unknown_page":
            return value.partition("/")[2]
        case "reference_nowhere":
            return str(problem.hints["id"])
        case "translation_of_nothing" if problem.column == "id":
            return value
    return ""


describe(
    "rows_repeated",
    "отсюда до строки {last} ещё раз стоит то, что уже есть в строке {first} и под ней.",
    "Похоже, строки вставили или протянули дважды: удалите лишние.",
)
describe(
    "duplicate_key",
    "«{value}» — то же самое уже стоит в строке {first}.",
    "Удалите одну из двух строк или исправьте, чем они отличаются.",
)
describe(
    "unknown_reference",
    "«{value}» — такого кода нет в {target}.",
    "Исправьте код или добавьте строку в {target}.",
    write="Может быть, {mended}? Иначе добавьте строку в {target}.",
)
describe("id_taken", "«{value}» — этот код уже занят: {other}, строка {first}.", "Придумайте другой код.")
describe(
    "id_gone",
    "«{value}» — такого кода нет в {target}, а в других таблицах на него ссылаются (таких строк {count}, первая "
    "— {other}, строка {first}).",
    "Если код поменяли, верните прежний; если строку удалили, верните её; если код верен, исправьте те строки.",
)
describe(
    "id_changed",
    "«{value}» — возможно, здесь поменяли код: на «{mended}» ссылаются другие таблицы (таких строк {count}, первая — "
    "{other}, строка {first}), а в {target} его нет.",
    "Если поменяли, верните прежний код.",
    write="Если поменяли, верните {mended} или исправьте код и в тех строках; если строку {mended} удалили, верните "
    "её.",
)
describe(
    "rows_gone",
    "строк здесь нет, а в других таблицах на них ссылаются (таких мест {count}, первое — {other}, строка {first}).",
    "Верните файл и его строки; если их и не должно быть, уберите эти ссылки.",
)
