"""The time of a row and the time that its words name: notices, for words may compare one year with another."""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from vitrina.dataset.descriptions import describe
from vitrina.dataset.figures import dates_of, years_of
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records

_LONGEST_SHOWN = 60
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ONE_YEAR = re.compile(r"(?<![\d/–—-])(?<!к )(?<!до )(?:19|20)\d\d год\b")
"""A column of a table, «2020 год», tells of that year; «к 2020 году» or «за 2019–2020 годы» may tell of others."""
_PART = re.compile(r"квартал|полугоди|месяц", re.IGNORECASE)
_DAY = timedelta(days=1)
_LONG_TIME = timedelta(days=370)


def cut(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"


def year_notices(records: Records, faults: Collection[int]) -> Iterator[Problem]:
    """Notices: words that name years, and not the row's; an amount may be told beside that of another year."""
    columns = [records.values[name] for name in ("year", "words")]
    different = dict.fromkeys(zip(*columns, strict=True))
    at_odds = {
        row for row in different
        if isinstance(row[0], int) and isinstance(row[1], str) and (named := years_of(row[1])) and row[0] not in named
    }  # fmt: skip
    if at_odds:
        for index, row in records.rows("year", "words"):
            if row in at_odds and index not in faults:
                yield _other_time(records, index, "year", row[1])


def period_notices(observations: Records, faults: Collection[int]) -> Iterator[Problem]:
    """The same of a time that begins on one day and ends on another: a day more on either side is forgiven."""
    columns = ("indicator", "from", "to", "words")
    yearly = {row[0] for _, row in observations.rows(*columns) if _is_year(*row[1:3]) and _is_of_one_year(row[3])}
    for index, (indicator, first, last, words) in observations.rows(*columns):
        if first is None or last is None or first > last or index in faults:
            continue
        if _is_of_one_year(words) and (
            first.year != last.year or (indicator in yearly and not _is_year(first, last) and not _PART.search(words))
        ):
            yield _other_time(observations, index, "from", words)
            continue
        begins, ends = first - _DAY, last + _DAY
        years, days = years_of(words), dates_of(words)
        other_day = first == last and days and not any(begins <= day <= ends for day in days)
        if (years and not _is_time_of({*years, *map(int, _YEAR.findall(words))}, first, last)) or other_day:
            yield _other_time(observations, index, "from", words)


def _is_of_one_year(words: str) -> bool:
    return len(set(_ONE_YEAR.findall(words))) == 1 == len(years_of(words))


def _is_year(first: date | None, last: date | None) -> bool:
    return (
        first is not None and last is not None and (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31))
    )


def _is_time_of(years: Collection[int], first: date, last: date) -> bool:
    """Whether words that name these years may tell of a time: of a long one they may name only its end."""
    if last - first > _LONG_TIME:
        return any(year in years for year in range((first - _DAY).year, (last + _DAY).year + 1))
    return all(not {(day - _DAY).year, (day + _DAY).year}.isdisjoint(years) for day in (first, last))


def _other_time(records: Records, index: int, column: str, words: str) -> Problem:
    return records.notice(index, column, "time_not_in_words", words=cut(words))


describe(
    "time_not_in_words",
    "«{value}» — слова этой же строки говорят о другом времени: «{words}».",
    "Сверьте с документом; если число верно, а слова только сравнивают с другим временем, ничего не делайте.",
)
