"""A figure that a later document restated or left out, in words: what it is, before, after, by how much, why."""

from dataclasses import dataclass, replace

from vitrina.dataset.programme import Observation
from vitrina.dataset.tables.choices import OBSERVATION_STAGES, STAGES
from vitrina.measures.changes import MoneyChange, ObservationChange
from vitrina.pages.context import Context
from vitrina.pages.quotations import Quote, quote
from vitrina.pages.shared import source_name
from vitrina.words.capitals import first_lower
from vitrina.words.numbers import decimals_of
from vitrina.words.provenance import without_marks


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A row of the list of changes."""

    what: str
    about: str
    """Which year or time, and which stage."""
    before: str
    after: str
    """Empty for a figure that the document leaves out."""
    difference: str
    reason: str
    """The document's own words, on a page in another language our translation of them; empty where it gives none."""
    quote: Quote | None
    """Where the new figure stands; the old one's place for a figure that was left out."""
    is_explained: bool = False
    """Whether one of its figures tells where all of them are from: no other needs a way there."""


def changed_amount(context: Context, change: MoneyChange) -> ChangedFigure:
    """An amount; thousand roubles to the kopeck."""
    words = context.words
    source = words.say("Все источники") if change.source is None else source_name(context, change.source)
    of_which = words.say(", в том числе «{name}»", name=context.part_name(change.of_which)) if change.of_which else ""
    year = words.say("все годы") if change.year is None else words.say("{year}\u00a0год", year=change.year)
    return _explained_once(
        ChangedFigure(
            what=f"{context.line_title(change.line)}: {first_lower(source)}{of_which}",
            about=words.say("{time}, {stage}", time=year, stage=words.message(STAGES[change.stage])),
            before="" if change.before is None else words.exact(change.before),
            after="" if change.after is None else words.exact(change.after),
            difference="" if change.difference is None else words.exact(change.difference, sign=True),
            reason=context.programme.phrase(change.reason, words.language).text if change.reason else "",
            quote=quote(context, change.after_quotation or change.before_quotation),
        )
    )


def changed_value(context: Context, change: ObservationChange) -> ChangedFigure:
    """A value of an indicator."""
    words, row = context.words, change.before
    name = context.plain("indicators", change.indicator, "short_name")
    group = context.plain_or_empty("observations", row.id, "group")
    stage = words.message(OBSERVATION_STAGES[row.stage])
    when = words.period(row.first, row.last) if row.first and row.last else words.say("срок не назван")
    return _explained_once(
        ChangedFigure(
            what=f"{name}, {group}" if group else name,
            about=words.say("{time}, {stage}", time=when, stage=stage),
            before=value_told(context, change.before),
            after=value_told(context, change.after) if change.after else "",
            difference=_difference(context, change),
            reason="",
            quote=quote(context, (change.after or change.before).quotation),
        )
    )


def _explained_once(figure: ChangedFigure) -> ChangedFigure:
    """There may be hundreds of rows: the difference alone leads on, since what it tells of is the two others."""
    if not figure.difference:
        known = figure.before + figure.after
        return replace(figure, is_explained=not (figure.before and figure.after) and known != without_marks(known))
    if figure.difference == without_marks(figure.difference):
        return figure
    return replace(figure, before=without_marks(figure.before), after=without_marks(figure.after), is_explained=True)


def value_told(context: Context, row: Observation) -> str:
    """«от 75 до 80 %», or why there is nothing."""
    if row.value is None:
        return context.words.say("нет данных")
    if row.upper is None:
        return context.measures.filling.signed(row, context.words)
    words = context.words
    highest = words.quantity(row.upper, context.measures.filling.unit(row, words))
    return words.say("{lowest}–{highest}", lowest=words.number(row.value, decimals_of(row.value)), highest=highest)


def _difference(context: Context, change: ObservationChange) -> str:
    difference, words = change.difference, context.words
    if difference is None or not difference:
        return ""
    if context.programme.indicator(change.indicator).is_share:
        return words.points(difference)
    return words.number(difference, decimals_of(abs(difference)), sign=True)
