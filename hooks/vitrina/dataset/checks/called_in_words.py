"""What the words of a row call its figure: a plan or an actual, «не менее», done or not. Told as notices.

Words that name another thing than the row were most likely quoted for another row, or the row's id was mistaken.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vitrina.dataset.checks.registry import EVERY_TABLE, check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


@dataclass(frozen=True, slots=True)
class _Called:
    """A column whose ids words have names for."""

    column: str
    names: Mapping[str, re.Pattern[str]]
    words: str = "words"


def _names(**patterns: str) -> Mapping[str, re.Pattern[str]]:
    return {name.replace("_", "-"): re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


_PLAN, _ACTUAL = r"\bплан(?:ов\w+)?\b", r"\bфакт|исполнен|выполнен|достигнут|освоен|израсходован"
_FIGURE = r"\s+(?:чем\s+)?(?:на\s+)?\d"
_CALLED = {
    "money": (
        _Called("stage", _names(plan=_PLAN, approved="утвержд", revised=r"уточн|роспис", actual=rf"кассов|{_ACTUAL}")),
    ),
    "assignments": (_Called("stage", _names(plan=rf"{_PLAN}|задан", actual=_ACTUAL)),),
    "observations": (
        _Called(
            "stage",
            _names(
                plan=_PLAN, actual=_ACTUAL, baseline=r"исходн|базов", estimate=r"\bоценка\b", forecast=r"\bпрогноз\b"
            ),
        ),
        _Called(
            "sign",
            {
                "≥": re.compile(r"\bне\s+(?:менее|ниже|меньше)" + _FIGURE, re.IGNORECASE),
                "≤": re.compile(r"\bне\s+(?:более|выше|больше)" + _FIGURE, re.IGNORECASE),
                ">": re.compile(r"(?<!не )\b(?:более|свыше)" + _FIGURE, re.IGNORECASE),
            },
        ),
    ),
    "completions": (
        _Called(
            "state",
            {
                "not-done": re.compile(r"\bне\s+(?:выполн|исполн)", re.IGNORECASE),
                "partly": re.compile(r"\bчастично", re.IGNORECASE),
                "done": re.compile(r"(?<!не )\b(?:выполнен|исполнен)(?!\w*\s+частично)", re.IGNORECASE),
            },
        ),
    ),
    "documents": (_Called("kind", _names(report=r"^отч[её]т\b", appendix=r"^приложени[ея]\b"), "title"),),
}


@check_of(EVERY_TABLE)
def otherwise_called(records: Records) -> Iterator[Problem]:
    """Notices: the words have a name for the row's figure, and it is another one."""
    for called in _CALLED.get(records.table.name, ()):
        at_odds = {
            (value, words): other
            for value, words in set(zip(records.values[called.column], records.values[called.words], strict=True))
            if isinstance(value, str) and isinstance(words, str) and (other := _other(called, value, words))
        }
        for index, row in records.rows(called.column, called.words) if at_odds else ():
            if row in at_odds:
                yield records.notice(index, called.column, "otherwise_called", mended=at_odds[row])


def _other(called: _Called, value: str, words: str) -> str | None:
    """The id that the words name instead; None where they name the row's own, none, or several."""
    named = [name for name, pattern in called.names.items() if pattern.search(words)]
    return named[0] if len(named) == 1 and named[0] != value else None


describe(
    "otherwise_called",
    "«{value}» — слова документа в этой же строке говорят другое.",
    "Сверьте с документом.",
    write="Сверьте с документом: может быть, здесь {mended} или слова взяты из другой строки.",
)
