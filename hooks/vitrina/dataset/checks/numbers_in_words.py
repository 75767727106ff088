"""«Показатель 2.1» in the words of a row is the indicator of that number, «Мероприятие 1.2» the measure.

Told as notices: a document may number its tables otherwise.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vitrina.dataset.checks.registry import check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


@dataclass(frozen=True, slots=True)
class _Numbered:
    """What the words call by its number: rows of a table, of one kind or of all."""

    table: str
    kind: str
    pattern: re.Pattern[str]

    def numbers(self, records: Records) -> Mapping[str, str | None]:
        """Id to number of the rows meant."""
        rows = records.rows("id", "kind", "number")
        return {identity: number for _, (identity, kind, number) in rows if self.kind in ("", kind)}


def _called(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{word}\s+(?:№\s*)?((?>\d+(?:\.\d+)*))(?!,?\d)", re.IGNORECASE)


_INDICATORS = (_Numbered("indicators", "", _called("показател[ья]")),)
_LINES = (
    _Numbered("lines", "measure", _called("мероприяти[ея]")),
    _Numbered("lines", "subprogramme", _called("подпрограмм[аы]")),
)
_REFERRING = (
    ("observations", "indicator", _INDICATORS),
    ("completions", "line", _LINES),
    ("money", "line", _LINES),
)


def numbers_in_words(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """Rows whose words number another thing of the document than the row refers to."""
    for name, column, called in _REFERRING:
        for numbered in called:
            if name in tables and numbered.table in tables:
                yield from _at_odds(tables[name], column, numbered, numbered.numbers(tables[numbered.table]))


@check_of("services")
def services_in_words(services: Records) -> Iterator[Problem]:
    """Notices: a service whose words name another service of the table."""
    names = services.of("name")
    for index, (name, words) in services.rows("name", "words"):
        others = [other for other in names if other != name and other.casefold() in words.casefold()]
        if others and name.casefold() not in words.casefold():
            yield services.notice(index, "words", "service_in_words", other=others[0])


@check_of("assignments", "services")
def assignments_in_words(assignments: Records, services: Records | None) -> Iterator[Problem]:
    """Notices: an assignment whose words name another service than its own."""
    names = dict(row for _, row in services.rows("id", "name")) if services else {}
    for index, (service, words) in assignments.rows("service", "words"):
        named = [identity for identity, name in names.items() if words and name.casefold() in words.casefold()]
        if len(named) == 1 and service in names and service not in named:
            yield assignments.notice(index, "service", "service_in_words", other=names[named[0]])


def _at_odds(
    records: Records, column: str, numbered: _Numbered, numbers: Mapping[str, str | None]
) -> Iterator[Problem]:
    # Only a number that something else has tells that the row was mistaken.
    known = {number: identity for identity, number in numbers.items()}
    odd: dict[tuple[str, str], str] = {}
    for identity, words in set(zip(records.values[column], records.values["words"], strict=True)):
        found = numbered.pattern.findall(words) if isinstance(words, str) else []
        if len(found) == 1 and found[0] in known and isinstance(identity, str) and numbers.get(identity) != found[0]:
            odd[identity, words] = found[0]
    for index, row in records.rows(column, "words") if odd else ():
        if row in odd:
            yield records.notice(index, column, "number_in_words", number=odd[row], mended=known[odd[row]])


describe(
    "service_in_words",
    "слова этой строки говорят о другой услуге: «{other}».",
    "Исправьте то, что неверно: услугу или слова.",
)
describe(
    "number_in_words",
    "«{value}» — слова в этой строке говорят о номере {number}.",
    "Сверьте код с документом или впишите слова об этой строке.",
    write="У {mended} номер такой: исправьте код или впишите слова об этой строке.",
)
