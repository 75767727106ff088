"""Where spending and plan part, and the reasons that the reports give for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vitrina.dataset.programme import Quotation
from vitrina.measures.execution import STAGES, Execution
from vitrina.pages.context import Context
from vitrina.pages.quotations import Quote, quote
from vitrina.pages.spending import percent, plan_name
from vitrina.words import Words
from vitrina.words.catalogue import sentence

_WHY = {
    "actual": sentence("Что отчёт пишет о расходах"),
    "revised": sentence("Что отчёт пишет об уточнённом плане"),
    "approved": sentence("Что отчёт пишет об утверждённом бюджете"),
    "plan": sentence("Что документ пишет о плане"),
}


@dataclass(frozen=True, slots=True)
class Reasons:
    """Reasons for one stage of an amount: a question that they answer, and the words of the reports."""

    question: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Deviation:
    """A line that spent more or less in a year than was planned."""

    title: str
    year: int
    execution: Execution
    compared: str
    reasons: tuple[Reasons, ...]


def deviations(context: Context, year: int | None = None) -> tuple[Deviation, ...]:
    """Of the lowest lines of which there is an actual, the largest first; of a year, or of all of them."""
    executions, lines = context.measures.executions, context.programme.lines
    children: dict[str | None, list[str]] = {}
    for line in lines:
        children.setdefault(line.parent, []).append(line.id)
    found = [
        execution
        for line in lines
        for one in (executions.years_of(line.id) if year is None else (year,))
        if (execution := executions.of(line.id, None, one)).difference
        and all(executions.of(child, None, one).actual is None for child in children.get(line.id, ()))
    ]
    return tuple(
        _deviation(context, execution) for execution in sorted(found, key=lambda one: -abs(one.difference or 0))
    )


def largest(words: Words, found: Sequence[Deviation]) -> str:
    """The first of them and its year; empty where there is none."""
    if not found:
        return ""
    amount = words.money(abs(found[0].execution.difference or 0))
    return words.say("Самая большая разница: {amount} в {year}\u00a0году", amount=amount, year=found[0].year)


def _deviation(context: Context, execution: Execution) -> Deviation:
    words, year = context.words, execution.years[0]
    name, difference = context.line_short_name(execution.line), execution.difference or 0
    values = {
        "spent": words.money(execution.actual or 0),
        "plan": plan_name(words, [execution]),
        "planned": words.money(execution.base or 0),
    }
    compared = (
        words.say("Потратили {spent}, а {plan} был {planned}.", **values)
        if execution.percent is None
        else words.say(
            "Потратили {spent}, а {plan} был {planned}. Это {percent}.",
            **values,
            percent=percent(words, execution.percent),
        )
    )
    return Deviation(
        title=words.say(
            "{name}, {year}\u00a0год: не потратили {amount}"
            if difference < 0
            else "{name}, {year}\u00a0год: потратили на {amount} больше плана",
            name=name,
            year=year,
            amount=words.money(abs(difference)),
        ),
        year=year,
        execution=execution,
        compared=compared,
        reasons=tuple(reasons(context, execution, year)),
    )


def reasons(context: Context, execution: Execution, year: int) -> Iterator[Reasons]:
    """Why the amounts of a year are what they are, the actual first; said once, whatever stage repeats it."""
    amounts = context.measures.executions.amounts
    told: set[Quotation] = set()
    for stage in reversed(STAGES):
        given = dict.fromkeys(amounts.reasons(execution.line, execution.source, year, stage))
        found = [reason for reason in given if reason not in told]
        told.update(found)
        if found:
            question = context.words.say(_WHY[stage])
            yield Reasons(question, tuple(quote(context, one, context.phrase(one.words)) for one in found))
