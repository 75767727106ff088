"""What later documents changed: the newest first, from what, to what, by how much and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind, relative
from vitrina.charts.findings.plan_by_edition import Editions
from vitrina.dataset.programme import Document
from vitrina.measures.changes import Change, MoneyChange, ObservationChange
from vitrina.measures.editions import published
from vitrina.measures.ledger import ledger
from vitrina.measures.plans import EditionPlan
from vitrina.pages.changed import ChangedFigure, changed_amount, changed_value
from vitrina.pages.context import Context
from vitrina.pages.markdown import as_link
from vitrina.pages.page import Page, placed
from vitrina.pages.views import View, onward, register
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import untranslated


@dataclass(frozen=True, slots=True)
class MovedYear:
    """The whole programme's plan of a year before and after an edition, kopecks; None where there is none."""

    year: int
    before: int | None
    after: int | None

    @property
    def difference(self) -> int | None:
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Amendment:
    """A document that changed something."""

    id: str
    title: str
    requisites: str
    """«14 ноября 2025 года, № 431-п»; empty where it has neither."""
    reason: str
    finding: str
    years: tuple[MovedYear, ...]
    values: tuple[ChangedFigure, ...]
    amounts: tuple[ChangedFigure, ...]


def _changes(context: Context) -> Page:
    words, programme = context.words, context.programme
    plans = ledger(programme).plans
    return Page(
        place=context.places["changes"],
        title=words.say("Что изменилось"),
        description=words.say(
            "Какие числа программы «{programme}» меняли: что было, что стало, на сколько и почему.",
            programme=context.programme_name,
        ),
        values={
            "feed": as_link(relative(context.places["changes"], context.places.feed)),
            "finding": finding(context),
            "amendments": amendments_of(context),
            "editions": [context.document_titles[plan.document] for plan in plans],
            "pages_onward": onward(context, "funding", "indicators", "documents"),
        },
        charts=placed(context.places["changes"], _editions(context, plans)),
    )


def amendments_of(context: Context) -> list[Amendment]:
    """Every document that changed something, the latest first."""
    plans = ledger(context.programme).plans
    documents = {document.id: document for document in context.programme.documents}
    order = dict.fromkeys(change.document for change in context.measures.changes)
    return [_amendment(context, documents[one], context.measures.changes, plans) for one in order]


def finding(context: Context) -> str:
    """«4 документа поменяли 274 цифры»."""
    words, found = context.words, context.measures.changes
    documents = len({change.document for change in found})
    return words.say_n(
        "{count}\u00a0документ поменял {figures}",
        "{count}\u00a0документов поменяли {figures}",
        documents,
        figures=words.say_n("{count}\u00a0число", "{count}\u00a0чисел", len(found)),
    )


def _amendment(
    context: Context, document: Document, found: Sequence[Change], plans: Sequence[EditionPlan]
) -> Amendment:
    words = context.words
    own = [change for change in found if change.document == document.id]
    money = [change for change in own if isinstance(change, MoneyChange)]
    values = [change for change in own if isinstance(change, ObservationChange)]
    counted = []
    if money:
        counted.append(words.say_n("{count}\u00a0сумма", "{count}\u00a0сумм", len(money)))
    if values:
        counted.append(
            words.say_n("{count}\u00a0значение показателя", "{count}\u00a0значений показателей", len(values))
        )
    return Amendment(
        id=document.id,
        title=context.document_titles[document.id],
        requisites=requisites(context, document),
        reason=context.plain_or_empty("documents", document.id, "reason"),
        finding=words.say("{a} и {b}", a=counted[0], b=counted[1]) if len(counted) > 1 else counted[0],
        years=_moved_years(document, plans),
        values=tuple(changed_value(context, change) for change in values),
        amounts=tuple(changed_amount(context, change) for change in money),
    )


def _moved_years(document: Document, plans: Sequence[EditionPlan]) -> tuple[MovedYear, ...]:
    """What the edition did to the plan of each year; nothing for a report or for the first edition."""
    place = next((place for place, plan in enumerate(plans) if plan.document == document.id), 0)
    if not place:
        return ()
    before, after = plans[place - 1].amounts, plans[place].amounts
    moved = (MovedYear(year, before.get(year), after.get(year)) for year in sorted({*before, *after}))
    return tuple(year for year in moved if year.before != year.after)


def _editions(context: Context, plans: Sequence[EditionPlan]) -> Editions:
    documents = published(context.programme.documents)
    editions = {plan.document for plan in plans}
    titles = tuple(context.document_titles[document.id] for document in documents if document.id in editions)
    source = context.words.say("программа «{programme}», все редакции", programme=context.programme_name)
    return Editions(plans, titles, source, context.words)


def requisites(context: Context, document: Document) -> str:
    words = context.words
    if document.date and document.number:
        number = untranslated(document.number, words.language)
        return words.say("{date}, №\u00a0{number}", date=words.date(document.date), number=number)
    return words.date(document.date) if document.date else ""


register(
    View(
        Kind("changes", order=410, folder="changes", named_in=("keywords",), chapter=7),
        lambda given: [_changes(given.context)],
        exists=lambda context: bool(context.measures.changes),
        sought=sentence("изменения|что изменилось|поправки|новая редакция"),
    )
)
