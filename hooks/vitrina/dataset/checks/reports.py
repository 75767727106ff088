"""What reports tell: measures done, services rendered; and no document tells of days that it could not know."""

import datetime
from collections.abc import Iterator, Mapping

from vitrina.dataset.checks.money import year_outside
from vitrina.dataset.checks.units import unit_problems
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


def completion_problems(completions: Records, lines: Records | None) -> Iterator[Problem]:
    """Only a measure is done or not."""
    kinds: Mapping[str, str] = dict(row for _, row in lines.rows("id", "kind")) if lines else {}
    for index, (line,) in completions.rows("line"):
        if kinds.get(line, "measure") != "measure":
            yield completions.problem(index, "line", "completion_of_no_measure")


def assignment_problems(assignments: Records, years: range | None) -> Iterator[Problem]:
    """Volumes and costs that are missing without a word, below zero, or planned for another time."""
    for column in ("volume", "cost"):
        status = f"{column}_status"
        for index, (value, why) in assignments.rows(column, status):
            if value is None and why is None:
                yield assignments.problem(index, column, "empty_without_status", status=status)
            elif value is not None and why is not None:
                yield assignments.problem(index, status, "value_and_status", name=column)
            elif value is not None and value < 0:
                yield assignments.problem(index, column, "below_zero")
    for index, (year, stage) in assignments.rows("year", "stage"):
        if years is not None and stage == "plan" and year not in years:
            yield year_outside(assignments, index, years)


def service_problems(services: Records) -> Iterator[Problem]:
    """A unit that is none."""
    yield from unit_problems(services)


def early_actuals(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """Actuals of a time after the last day that their document can know."""
    if "documents" not in tables:
        return
    known = _known_days(tables["documents"])
    for table in ("money", "assignments"):
        if table in tables:
            yield from _early_years(tables[table], known)
    if "completions" in tables:
        for index, (document, year) in tables["completions"].rows("document", "year"):
            yield from _early_year(tables["completions"], index, document, year, known)
    if "observations" in tables:
        yield from _early_observations(tables["observations"], known)


def _known_days(documents: Records) -> dict[str, datetime.date]:
    """Up to which day each document knows; left out where it does not say."""
    rows = documents.rows("id", "facts_until", "date")
    return {identity: until or day for _, (identity, until, day) in rows if until or day}


def _early_years(records: Records, known: Mapping[str, datetime.date]) -> Iterator[Problem]:
    columns = ("document", "year", "stage")
    # There may be half a million rows, and few different ones.
    different = dict.fromkeys(zip(*(records.values[column] for column in columns), strict=True))
    early = {
        row for row in different if row[2] == "actual" and isinstance(row[1], int) and _is_early(row[0], row[1], known)
    }
    if early:
        for index, row in records.rows(*columns):
            if row in early:
                yield from _early_year(records, index, row[0], row[1], known)


def _early_year(
    records: Records, index: int, document: str, year: int, known: Mapping[str, datetime.date]
) -> Iterator[Problem]:
    if _is_early(document, year, known):
        yield records.problem(index, "year", "early_year", document=document, until=known[document].isoformat())


def _early_observations(observations: Records, known: Mapping[str, datetime.date]) -> Iterator[Problem]:
    columns = ("document", "from", "to", "stage")
    for index, (document, first, last, stage) in observations.rows(*columns):
        if stage != "actual" or first is None or last is None or document not in known:
            continue
        # What holds for the whole programme, like the number of its subprogrammes, may be told before its end.
        if last > known[document] and (first > known[document] or first.year == last.year):
            until = known[document].isoformat()
            yield observations.problem(index, "to", "early_day", document=document, until=until)


def _is_early(document: str, year: int, known: Mapping[str, datetime.date]) -> bool:
    return document in known and year > known[document].year
