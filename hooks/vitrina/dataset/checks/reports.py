"""What reports tell: measures done, services rendered."""

from collections.abc import Iterator, Mapping

from vitrina.dataset.checks.units import kind_problems, number_problems, unit_kinds, unit_problems
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


def completion_problems(completions: Records, lines: Records | None) -> Iterator[Problem]:
    """Only a measure is done or not."""
    kinds: Mapping[str, str] = dict(row for _, row in lines.rows("id", "kind")) if lines else {}
    for index, (line,) in completions.rows("line"):
        if kinds.get(line, "measure") != "measure":
            yield completions.problem(index, "line", "completion_of_no_measure")


def assignment_problems(assignments: Records, services: Records | None) -> Iterator[Problem]:
    """Volumes and costs that are missing without a word, or below zero."""
    for column in ("volume", "cost"):
        status = f"{column}_status"
        for index, (value, why) in assignments.rows(column, status):
            if value is None and why is None:
                yield assignments.problem(index, column, "empty_without_status", beside=status)
            elif value is not None and why is not None:
                yield assignments.problem(index, status, "value_and_status", beside=column)
            elif value is not None and value < 0 and column == "cost":
                yield assignments.problem(index, column, "below_zero")
    yield from number_problems(assignments, "volume", "service", unit_kinds(services))


def service_problems(services: Records) -> Iterator[Problem]:
    """A unit that is none."""
    yield from unit_problems(services)
    yield from kind_problems(services)


describe(
    "completion_of_no_measure",
    "«{value}» — это не мероприятие, а выполненным или нет бывает только мероприятие.",
    "Впишите код строки, у которой в lines.csv вид measure (мероприятие).",
)
