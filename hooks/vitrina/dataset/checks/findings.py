"""A difference that is known belongs to an amount that the money table has, and to a check that it goes through."""

from collections.abc import Iterator

from vitrina.dataset.checks.registry import check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records

_KEY = ("document", "line", "source", "year", "stage", "of_which")
_OF_PARTS = ("of-which", "by-administrator")
_CHECKS = {(True, True): "grand", (False, True): "by-source", (True, False): "by-year"}
"""By whether all sources and whether all years stand in a total."""


@check_of("expected_findings", "money", "lines")
def expected_finding_problems(findings: Records, money: Records | None, lines: Records | None) -> Iterator[Problem]:
    """Findings of another check, of nothing; and of a line or an amount without parts."""
    for index, (check, source, year) in findings.rows("check", "source", "year"):
        if check in _CHECKS.values():
            fitting = _CHECKS.get((source == "total", year is None))
            if fitting is None:
                yield findings.problem(index, "year", "not_a_total")
            elif fitting != check:
                yield findings.problem(index, "check", "other_check", mended=fitting)
    if lines is not None and lines.is_whole:
        yield from _childless(findings, lines)
    if money is not None and money.is_whole and findings.numbers:
        yield from _findings_of_nothing(findings, money)


def _childless(findings: Records, lines: Records) -> Iterator[Problem]:
    childless = lines.of("id") - lines.of("parent")
    for index, (check, line) in findings.rows("check", "line"):
        if check == "by-line" and line in childless:
            yield findings.problem(index, "line", "finding_without_children")


def _findings_of_nothing(findings: Records, money: Records) -> Iterator[Problem]:
    wanted = {key for _, key in findings.rows(*_KEY)}
    stated = {key for _, key in money.rows(*_KEY) if key in wanted}
    parts = money.rows("of_which_all", "administrator", *_KEY) if money.of("of_which_all") else ()
    divided = {(_OF_PARTS[administrator != ""], *row[:-1]) for _, (all_, administrator, *row) in parts if all_ == "all"}
    for index, (check, *key) in findings.rows("check", *_KEY):
        if tuple(key) not in stated:
            yield findings.problem(index, "id", "no_such_total")
        elif check in _OF_PARTS and (check, *key[:-1]) not in divided:
            yield findings.problem(index, "check", "finding_without_parts")


describe(
    "not_a_total",
    "«{value}» — это не итог, а одна сумма: ей эта сверка не подходит.",
    "Поставьте total (итог) вместо года или источника, а для суммы с её частями выберите другую сверку.",
)
describe(
    "other_check",
    "«{value}» — у итога с таким источником и годом сверка другая.",
    "Сверьте источник, год и вид сверки.",
)
describe(
    "finding_without_children",
    "«{value}» — в эту строку ничего не входит, складывать нечего.",
    "Исправьте код строки или вид сверки.",
)
describe(
    "no_such_total",
    "«{value}» — такой суммы в money.csv нет.",
    "Сверьте документ, строку, источник, год и стадию или удалите эту запись.",
)
describe(
    "finding_without_parts",
    "«{value}» — у этой суммы нет строк «в том числе», которые составляли бы её целиком.",
    "Исправьте вид сверки или отметьте эти строки в money.csv словом all (все).",
)
