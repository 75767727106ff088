"""One subprogramme: what it is about, its task, its money or where that should stand, its figures and its risks."""

from collections.abc import Iterable
from dataclasses import dataclass

from vitrina.addresses import Kind
from vitrina.dataset.programme import Document
from vitrina.dataset.tables import LINES
from vitrina.pages.context import Context, Subprogramme
from vitrina.pages.line_money import line_money
from vitrina.pages.named_values import listed
from vitrina.pages.page import Page, PlacedChart
from vitrina.pages.promise_table import IndicatorProfiles, is_target, of_line
from vitrina.pages.quotations import Quote, Wanted, quote, wanted
from vitrina.pages.views import Link, View, onward, register
from vitrina.words.catalogue import sentence


@dataclass(frozen=True, slots=True)
class MissingDocuments:
    """Documents that are promised in the same words and not published."""

    titles: tuple[str, ...]
    ids: tuple[str, ...]
    promise: Quote


@dataclass(frozen=True, slots=True)
class LinkedTask:
    """The task that a subprogramme serves, and whose thought that is."""

    task: Wanted
    is_ours: bool
    note: str


def _subprogramme(context: Context, line: Subprogramme, profiles: IndicatorProfiles) -> Page:
    words, programme = context.words, context.programme
    indicators = of_line(context, line.id, profiles)
    entry = next(one for one in programme.lines if one.id == line.id)
    money = line_money(context, line.id)
    about = context.plain_or_empty("lines", line.id, "about")
    place = context.places.of("subprogramme", line.id)
    return Page(
        place=place,
        title=line.short_name,
        description=words.say(
            "{name}: подпрограмма {number} программы «{programme}»; её задача, деньги, показатели и риски.",
            name=line.short_name,
            number=line.number,
            programme=context.programme_name,
        ),
        values={
            "line": line,
            "about": about,
            "count": len(context.subprogrammes),
            "quote": quote(context, entry.quotation, line.name),
            "listed": listed(context, LINES, line.id),
            "tasks": _tasks(context, line.id),
            **money.values,
            "money_papers": grouped(context, promised_with(context, entry.money_in)),
            "own_papers": grouped(context, promised_with(context, entry.described_in)),
            "targets": [one for one in indicators if is_target(one)],
            "are_linked": _are_linked(context, line.id, [one.indicator.id for one in indicators if is_target(one)]),
            "mentioned": [one for one in indicators if not is_target(one) and one.has_values],
            "risks": _risks(context, line.id),
            "pages_onward": [*_neighbours(context, line), *onward(context, "goals", "funding")],
        },
        charts={name: PlacedChart(chart, place) for name, chart in money.charts.items()},
    )


def grouped(context: Context, documents: Iterable[Document]) -> tuple[MissingDocuments, ...]:
    """Missing documents together with the words that promise them, those of the same words in one group."""
    groups: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        if document.promise:
            groups.setdefault((document.promise.place, document.promise.words), []).append(document)
    return tuple(
        MissingDocuments(
            tuple(context.document_titles[document.id] for document in group),
            tuple(document.id for document in group),
            quote(context, promise),
        )
        for group in groups.values()
        if (promise := group[0].promise)
    )


def promised_with(context: Context, document: str | None) -> tuple[Document, ...]:
    """A missing document and all that the same words promise: they do not say which of them is which."""
    missing = context.programme.missing_documents
    promise = next((one.promise for one in missing if one.id == document), None)
    return tuple(one for one in missing if promise and one.promise == promise)


def _tasks(context: Context, line: str) -> tuple[LinkedTask, ...]:
    tasks = {goal.id: goal for goal in context.programme.goals_of("task")}
    return tuple(
        LinkedTask(
            wanted(context, tasks[link.target]),
            link.whose == "ours",
            context.plain_or_empty("links", link.id, "note"),
        )
        for link in context.programme.links
        if link.source == line and link.target in tasks
    )


def _are_linked(context: Context, line: str, indicators: Iterable[str]) -> bool:
    """Whether the document itself puts all of them under the subprogramme or under the task that it serves."""
    said = {(link.source, link.target) for link in context.programme.links if link.whose == "document"}
    above = {line, *(target for source, target in said if source == line)}
    return all(any((indicator, one) in said for one in above) for indicator in indicators)


def _risks(context: Context, line: str) -> tuple[Wanted, ...]:
    linked = {link.source for link in context.programme.links if link.target == line}
    return tuple(wanted(context, risk) for risk in context.programme.goals_of("risk") if risk.id in linked)


def _neighbours(context: Context, line: Subprogramme) -> list[Link]:
    """To the other subprogrammes."""
    return [
        (
            other.short_name,
            context.words.say("Подпрограмма {number}", number=other.number),
            context.places.of("subprogramme", other.id),
        )
        for other in context.subprogrammes
        if other.id != line.id
    ]


register(
    View(
        Kind("subprogramme", order=220, folder="subprogrammes/{}", each="subprogramme", parent="goals", group="parts"),
        lambda given: [_subprogramme(given.context, line, given.profiles) for line in given.context.subprogrammes],
        sought=sentence("подпрограмма {number}"),
    )
)
