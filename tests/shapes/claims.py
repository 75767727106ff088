"""Sentences that say what the documents tell or do not tell: each is held against the rows that were written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shapes.money import money_rows, thousands
from shapes.shape import TOTAL, Shape


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rows of a shape come to, as far as sentences speak of it."""

    is_spending_told: bool
    total_of: frozenset[int]
    """The years of which a document states the plan of the whole programme, all sources together."""
    sources_in_force: frozenset[str]
    """That any plan names with an amount of a year; or of all years, where one document alone plans."""
    is_planned_twice: bool
    """More than one document plans anything."""
    is_told_once: bool
    """None of them takes back what another has told."""


def facts(shape: Shape) -> Facts:
    rows = [row for row in money_rows(shape) if row["amount"] and not row.get("of_which")]
    plans = [row for row in rows if row["stage"] == "plan"]
    is_planned_twice = len({row["document"] for row in plans}) > 1
    return Facts(
        is_spending_told=any(row["stage"] == "actual" and row["amount"] != "" for row in money_rows(shape)),
        total_of=frozenset(
            row["year"]
            for row in plans
            if row["line"] == "programme" and row["source"] == TOTAL and isinstance(row["year"], int)
        ),
        sources_in_force=frozenset(
            str(row["source"])
            for row in plans
            if not is_planned_twice and row["source"] != TOTAL and row["amount"] != thousands(0)
        ),
        is_planned_twice=is_planned_twice,
        is_told_once=shape.is_told_once,
    )


Holds = Callable[[Facts, re.Match[str]], bool]


def _year(found: re.Match[str]) -> int:
    return int(found["year"])


CLAIMS: tuple[tuple[str, Holds], ...] = (
    (r"(?:потрачено|потратили) на самом деле, (?:документ|он) не говорит", lambda told, _: not told.is_spending_told),
    (r"does not say(?: for any year)? how much (?:of it )?was really spent", lambda told, _: not told.is_spending_told),
    (r"За некоторые годы известно и то, сколько потратили", lambda told, _: told.is_spending_told),
    (r"For some years it is known how much was really spent", lambda told, _: told.is_spending_told),
    (r"Итога на (?P<year>\d{4}) год в документе нет", lambda told, found: _year(found) not in told.total_of),
    (r"The document states no total for (?P<year>\d{4})", lambda told, found: _year(found) not in told.total_of),
    (
        r"Сколько денег на (?P<year>\d{4}) год, документ не говорит",
        lambda told, found: _year(found) not in told.total_of,
    ),
    (
        r"The document does not say how much money there is for (?P<year>\d{4})",
        lambda told, found: _year(found) not in told.total_of,
    ),
    (r"Документ без даты и номера|Ни даты, ни номера", lambda *_: False),  # every document of a shape has its date
    (r"A document without date and number|neither its date nor its number", lambda *_: False),
    (r"денег больше не дают|[Дд]енег (?:на него в программе )?больше нет", lambda told, _: told.is_planned_twice),
    (r"gets no more money|no more money", lambda told, _: told.is_planned_twice),
    (r"чьи это деньги, документ не говорит|Кто из бюджетов сколько платит", lambda told, _: not told.sources_in_force),
    (r"whose money it is$", lambda told, _: not told.sources_in_force),
)
"""A sentence, and when it may be said."""

AT_ODDS: tuple[tuple[str, str], ...] = (
    (r"Больше всего денег отвели на \d{4} год", r"На каждый год отвели одинаково"),
    (r"The largest sum is for \d{4}", r"The same sum was set aside for every year"),
    (r"больше, чем на любой другой", r"меньше, чем на любой другой|На каждый год отвели одинаково"),
    (r"названы все источники программы", r"в документе не указан\b|документ не говорит, чьи они"),
    (r"Все итоги документа сходятся", r"(?:расходится|не сходится:)"),
    (r"Итогов, которые можно проверить сложением, в документе нет", r"итог\w* сход"),
    (r"Опубликовано всё", r"не опубликован"),
    (r"Чисел об этом в документе нет", r"при плане"),
)
"""Of these no page may have both."""


def false_claims(told: Facts, plain: str) -> Iterator[str]:
    """What a page says that the rows do not bear out, or that it denies itself."""
    for pattern, holds in CLAIMS:
        if "year" in pattern and not told.is_told_once:
            continue
        for found in re.finditer(pattern, plain, re.MULTILINE):
            if not holds(told, found):
                yield f"a false sentence: «{found[0]}»"
    for one, other in AT_ODDS:
        if (first := re.search(one, plain)) and (second := re.search(other, plain)):
            yield f"two sentences at odds: «{first[0]}» and «{second[0]}»"
