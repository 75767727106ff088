"""What a row of money may not be: two things at once, less than nothing, or of a year outside the programme."""

from collections.abc import Iterator

from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records

_PLANNED = ("plan", "approved", "revised")


def money_problems(money: Records, years: range | None) -> Iterator[Problem]:
    for index, (amount, status) in money.rows("amount", "status"):
        if amount is None and status is None:
            yield money.problem(index, "amount", "empty_without_status", status="status")
        elif amount is not None and status is not None:
            yield money.problem(index, "status", "value_and_status", name="amount")
    for index, (amount, stage) in money.rows("amount", "stage"):
        if amount is not None and amount < 0 and stage in _PLANNED:
            yield money.problem(index, "amount", "negative_plan")
    if years is None:
        return
    for index, (year, stage) in money.rows("year", "stage"):
        if year is not None and year not in years and stage in _PLANNED:
            yield money.problem(index, "year", "year_outside", first=years[0], last=years[-1])


def expected_finding_problems(findings: Records, money: Records | None) -> Iterator[Problem]:
    """A known difference belongs to a total that the money table has."""
    for index, (check, source, year) in findings.rows("check", "source", "year"):
        kind = {(True, True): "grand", (False, True): "by-source", (True, False): "by-year"}.get(
            (source == "total", year is None)
        )
        if kind is None:
            yield findings.problem(index, "year", "not_a_total")
        elif kind != check:
            yield findings.problem(index, "check", "other_check", mended=kind)
    if money is None or not money.is_whole:
        return
    stated = {key for _, key in money.rows("document", "line", "source", "year")}
    for index, key in findings.rows("document", "line", "source", "year"):
        if key not in stated:
            yield findings.problem(index, "id", "no_such_total")
