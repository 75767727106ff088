"""The documents come one after another, say when they speak, and are quoted only where they are published."""

import datetime
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from babel.dates import get_month_names

from vitrina.dataset.descriptions import describe
from vitrina.dataset.figures import dates_of
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records

_FOLLOWING = ("edition", "report")
"""Kinds whose documents follow one another. An appendix is published with an edition, under its sequence."""
_MANY = 3
"""One or two rows that quote a missing document are at fault themselves; where many do, the document is there."""
_OF_PUBLISHED = ("facts_until_words", "sha256", "address")
"""What can only be known of a document that is at hand."""

_MONTHS = list(get_month_names("wide", "format", "ru").values())
_DAY_OF_MONTH = re.compile(rf"(?<![\d.,])(\d\d?)(?:-?го)?\s+({'|'.join(_MONTHS)})\b", re.IGNORECASE)


def document_problems(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """Faults of the table of documents, and quotations from a document that there is not."""
    documents = tables["documents"]
    quoted = _quoted(tables)
    yield from _quotations_of_nothing(documents, quoted)
    yield from _promise_problems(documents, quoted)
    yield from _edition_problems(documents, quoted)
    yield from _due_problems(documents)
    yield from _order_problems(documents)


def published(documents: Records) -> set[str]:
    """The ids of the documents that are at hand."""
    return {identity for _, (identity, state) in documents.rows("id", "publication") if state == "published"}


_Quoted = Mapping[str, Sequence[tuple[Records, int]]]
"""The id of a missing document to the rows that quote it."""


def _quoted(tables: Mapping[str, Records]) -> _Quoted:
    rows = tables["documents"].rows("id", "publication")
    missing = {identity for _, (identity, publication) in rows if publication == "missing"}
    found: dict[str, list[tuple[Records, int]]] = {}
    for records in tables.values():
        if "document" in records.table.names and missing & records.of("document"):
            for index, (document,) in records.rows("document"):
                if document in missing:
                    found.setdefault(document, []).append((records, index))
    return found


def _quotations_of_nothing(documents: Records, quoted: _Quoted) -> Iterator[Problem]:
    """What is quoted from a missing document, or known of it as if it were at hand."""
    for index, (identity,) in documents.rows("id"):
        rows = quoted.get(identity, ())
        if len(rows) < _MANY:
            for records, row in rows:
                yield records.problem(row, "document", "quoted_unpublished", first=documents.numbers[index])
        else:
            records, row = rows[0]
            first = records.numbers[row]
            yield documents.problem(
                index, "publication", "unpublished_quoted", count=len(rows), other=records.file_name, first=first
            )
    for column in _OF_PUBLISHED:
        for index, (identity, publication, known) in documents.rows("id", "publication", column):
            if publication == "missing" and known is not None and len(quoted.get(identity, ())) < _MANY:
                yield documents.problem(index, column, "unpublished_known")


def _promise_problems(documents: Records, quoted: _Quoted) -> Iterator[Problem]:
    # What is quoted many times is published after all, and that is said once.
    at_hand = {identity for identity, rows in quoted.items() if len(rows) >= _MANY}
    states = documents.rows("id", "publication")
    missing = {identity for _, (identity, state) in states if state == "missing"} - at_hand
    columns = ("id", "publication", "promised_by", "promised_words")
    for index, (identity, publication, promised_by, words) in documents.rows(*columns):
        if identity in at_hand:
            continue
        if promised_by == identity:
            yield documents.problem(index, "promised_by", "promised_by_itself")
        elif promised_by in missing:
            yield documents.problem(index, "promised_by", "promised_by_missing")
        elif publication == "missing" and words is None:
            yield documents.problem(index, "promised_words", "promise_without_words")
        elif promised_by is None and (publication == "missing" or words is not None):
            yield documents.problem(index, "promised_by", "promised_by_nobody")


def _due_problems(documents: Records) -> Iterator[Problem]:
    """Days by which a document is due that are not those of the words that demand it."""
    for index, (due, words) in documents.rows("due", "promised_words"):
        if due is None or words is None:
            continue
        days = {day.isoformat() for day in dates_of(words)}
        named = {(int(day), 1 + _MONTHS.index(month.lower())) for day, month in _DAY_OF_MONTH.findall(words)}
        if (days and due.isoformat() not in days) or (named and (due.day, due.month) not in named):
            yield documents.problem(index, "due", "due_of_other_words", words=words)


def _edition_problems(documents: Records, quoted: _Quoted) -> Iterator[Problem]:
    columns = ("id", "sequence", "kind", "covers", "publication", "facts_until", "date")
    editions = 0
    sequences: dict[int, int] = {}
    for index, (identity, sequence, kind, covers, publication, facts_until, day) in documents.rows(*columns):
        if kind != "edition" and covers == "whole":
            yield documents.problem(index, "covers", "whole_of_no_edition")
        editions += (kind, covers) == ("edition", "whole") and (
            publication == "published" or len(quoted.get(identity, ())) >= _MANY
        )
        if publication != "published" or kind not in _FOLLOWING:
            continue
        if kind == "edition" and facts_until is None and day is None:
            yield documents.problem(index, "facts_until", "edition_without_time")
        before = sequences.setdefault(sequence, index)
        if before != index:
            yield documents.problem(index, "sequence", "same_sequence", first=documents.numbers[before])
    if not editions and documents.is_whole and documents.numbers:
        yield _no_edition(documents)


def _no_edition(documents: Records) -> Problem:
    """At the first published edition, which says that it is a part of the programme, where there is one."""
    rows = documents.rows("sequence", "kind", "publication")
    editions = [(sequence, index) for index, (sequence, *row) in rows if row == ["edition", "published"]]
    if editions:
        return documents.problem(min(editions)[1], "covers", "no_whole_edition", mended="whole")
    return Problem(documents.file, None, None, None, "no_edition")


def _order_problems(documents: Records) -> Iterator[Problem]:
    """Dates that are not in the order of the documents; and facts of days after the document's own."""
    dated: dict[str, list[tuple[int, datetime.date, int]]] = {kind: [] for kind in _FOLLOWING}
    for index, (sequence, kind, publication, day) in documents.rows("sequence", "kind", "publication", "date"):
        if publication == "published" and kind in _FOLLOWING and day is not None:
            dated[kind].append((sequence, day, index))
    strays = set()
    for rows in dated.values():
        for index, problem in _out_of_time(documents, rows):
            strays.add(index)
            yield problem
    whole = [row for rows in dated.values() for row in rows if row[2] not in strays]
    for index, problem in _out_of_time(documents, whole):  # a report may come out late
        strays.add(index)
        yield replace(problem, severity="notice")
    for index, (day, until) in documents.rows("date", "facts_until"):
        if day is not None and until is not None and until > day and index not in strays:
            yield documents.problem(index, "facts_until", "facts_after_document", day=day.isoformat())


def _out_of_time(documents: Records, rows: Sequence[tuple[int, datetime.date, int]]) -> Iterator[tuple[int, Problem]]:
    """Documents of a sequence, a date and an index whose date does not fit their sequence, each with its index."""
    rows = sorted(rows)
    kept = _ascending([day for _, day, _ in rows])
    for at, (sequence, day, index) in enumerate(rows):
        if at not in kept:
            other = next(
                row for row in rows if (row[0] < sequence and row[1] > day) or (row[0] > sequence and row[1] < day)
            )
            yield index, documents.problem(
                index, "date", "document_out_of_time",
                first=documents.numbers[other[2]], sequence=other[0], day=other[1].isoformat(),
            )  # fmt: skip


def _ascending(days: Sequence[datetime.date]) -> Collection[int]:
    """The places of the longest run through the days that never goes back: what is not in it stands wrong."""
    runs: list[tuple[int, ...]] = [()]
    for at, day in enumerate(days):
        runs.append((*max((run for run in runs if not run or days[run[-1]] <= day), key=len), at))
    return max(runs, key=len)


describe(
    "https_address",
    "«{value}» — не адрес страницы: он начинается с https:// и в нём нет пробелов.",
    "Скопируйте адрес из строки браузера или оставьте ячейку пустой.",
)
describe(
    "sha256",
    "«{value}» — не SHA-256: в нём 64 знака, цифры и буквы от a до f.",
    "Вставьте отпечаток файла целиком или оставьте ячейку пустой.",
)
describe(
    "quoted_unpublished",
    "«{value}» — этот документ не опубликован (documents.csv, строка {first}), слов из него быть не может.",
    "Впишите документ, где эти слова стоят; если документ появился, поставьте ему published (опубликован) в "
    "documents.csv.",
)
describe(
    "unpublished_quoted",
    "«{value}» — документ помечен как неопубликованный, а в таблицах есть слова из него (таких строк {count}, "
    "первая — {other}, строка {first}).",
    "Если документ есть, поставьте published (опубликован); если нет, исправьте документ в этих строках.",
)
describe(
    "unpublished_known",
    "«{value}» — документ помечен как неопубликованный, а здесь то, чего без него не узнать.",
    "Если документ есть, поставьте published (опубликован); если нет, очистите ячейку.",
)
describe(
    "promised_by_itself", "«{value}» — документ обещает сам себя.", "Впишите код документа, который на него ссылается."
)
describe(
    "promised_by_missing",
    "«{value}» — этот документ сам не опубликован: того, что он обещает, прочесть негде.",
    "Впишите код опубликованного документа, который ссылается на этот.",
)
describe(
    "promise_without_words",
    "документ не опубликован, но не сказано, какими словами он обещан.",
    "Впишите слова, которыми на него ссылается программа.",
)
describe(
    "promised_by_nobody",
    "не сказано, какой документ ссылается на этот.",
    "Впишите код документа, слова которого стоят в столбце «Слова ссылки».",
)
describe(
    "due_of_other_words",
    "«{value}» — в словах ссылки другой день: «{words}».",
    "Исправьте срок или слова.",
)
describe(
    "whole_of_no_edition",
    "«{value}» — всю программу заменяет только редакция.",
    "Напишите «часть программы» или исправьте вид документа.",
)
describe(
    "edition_without_time",
    "у редакции нет ни даты, ни дня, по который в ней данные.",
    "Впишите день, до которого документ сообщает факты.",
)
describe(
    "same_sequence",
    "«{value}» — такой же порядок у документа в строке {first}.",
    "Дайте более позднему документу больший номер.",
)
describe(
    "no_edition",
    "нет опубликованной редакции всей программы.",
    "Добавьте её строку: в столбце «Вид» (kind) — edition, в столбце «Охват» (covers) — whole, в столбце "
    "«Публикация» (publication) — published.",
)
describe(
    "document_out_of_time",
    "«{value}» — даты идут не по порядку: у документа в строке {first} порядок {sequence}, а дата {day}.",
    "Исправьте дату или порядок одного из двух.",
)
describe(
    "facts_after_document",
    "«{value}» — документ не может сообщать о том, что было после него: его дата {day}.",
    "Исправьте этот день или дату документа.",
)
describe(
    "no_whole_edition",
    "нет опубликованной редакции всей программы, а здесь стоит «{value}».",
    "Если эта редакция задаёт всю программу, напишите whole.",
    write="Если эта редакция задаёт всю программу, напишите {mended}; если нет, добавьте строку с той, что задаёт.",
)
