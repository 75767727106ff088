"""What reports tell: measures done, services rendered."""

from collections.abc import Iterator, Mapping

from vitrina.dataset.checks.registry import check_of
from vitrina.dataset.checks.units import kind_problems, number_problems, unit_kinds, unit_problems
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


@check_of("completions", "lines")
def completion_problems(completions: Records, lines: Records | None) -> Iterator[Problem]:
    """Only a measure is done or not."""
    kinds: Mapping[str, str] = dict(row for _, row in lines.rows("id", "kind")) if lines else {}
    for index, (line,) in completions.rows("line"):
        if kinds.get(line, "measure") != "measure":
            yield completions.problem(index, "line", "completion_of_no_measure")


@check_of("assignments", "services")
def assignment_problems(assignments: Records, services: Records | None) -> Iterator[Problem]:
    """Volumes that their unit cannot have, and costs below zero."""
    for index, (cost,) in assignments.rows("cost"):
        if cost is not None and cost < 0:
            yield assignments.problem(index, "cost", "below_zero")
    yield from number_problems(assignments, "volume", "service", unit_kinds(services))


@check_of("services")
def service_problems(services: Records) -> Iterator[Problem]:
    """A unit that is none."""
    yield from unit_problems(services)
    yield from kind_problems(services)


describe(
    "completion_of_no_measure",
    "«{value}» — это не мероприятие, а выполненным или нет бывает только мероприятие.",
    "Впишите код строки, у которой в lines.csv вид measure (мероприятие).",
)
