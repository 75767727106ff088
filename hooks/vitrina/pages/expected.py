"""«Что ожидается»: documents that are to come out by a day, and those whose day has passed without them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vitrina.dataset.programme import Document
from vitrina.pages.context import Context
from vitrina.pages.quotations import Quote, quote


@dataclass(frozen=True, slots=True)
class Awaited:
    """A document that is not published, the last day for it, and the words that demand it."""

    id: str
    title: str
    day: date
    due: str
    """That day in words."""
    demand: Quote
    gap: str
    """Where «Чего нет» has it, once it is late."""


def _awaited(context: Context, documents: Iterable[Document]) -> tuple[Awaited, ...]:
    """Of those that have a day and are promised."""
    titles = context.document_titles
    gaps = {gap.promised: gap.id for gap in reversed(context.programme.gaps)}
    return tuple(
        Awaited(
            one.id,
            titles[one.id],
            one.due,
            context.words.date(one.due),
            quote(context, one.promise),
            gaps.get(one.id, one.id),
        )
        for one in documents
        if one.due and one.promise
    )


def expected(context: Context) -> tuple[Awaited, ...]:
    return _awaited(context, context.programme.expected_documents)


def overdue(context: Context) -> tuple[Awaited, ...]:
    return _awaited(context, context.programme.overdue_documents)
