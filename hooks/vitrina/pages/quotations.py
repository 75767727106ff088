"""The document's own words on a page, and the way from them to the place where they stand."""

from dataclasses import dataclass

from vitrina.dataset.programme import Goal, Quotation
from vitrina.dataset.texts import digest
from vitrina.pages.context import Context, Official
from vitrina.pages.passages import Passage, passage_of


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document, the name of their place, and where they are shown: marked in the text of the document, or
    else under their place on the page of documents."""

    official: Official
    place: str
    """With the document's title where it is not the edition that the site shows."""
    shown: Passage


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the programme wants or is afraid of: in plain words, and in its own."""

    id: str
    number: str
    plain: str
    """Ours; the document's where the dataset has none of ours."""
    quote: Quote


def place_anchor(place: str, document: str = "") -> str:
    """The anchor of a place, given by its Russian name; the same in every language.

    `document` is the id of a document other than the edition: two of them may call a place the same.
    """
    return f"{document}-place-{digest(place)}" if document else f"place-{digest(place)}"


def quote(context: Context, quotation: Quotation, official: Official | None = None) -> Quote:
    """A quotation; `official` is its wording where the dataset knows a translation of it."""
    name, document = context.place_name(quotation.place), other_document(context, quotation.document)
    if document:
        title = context.document_titles[document]
        name = context.words.say("{document}. {place}", document=title, place=name)
    shown = passage_of(context, quotation)
    return Quote(
        official or Official(quotation.words, None),
        name,
        shown or Passage(context.places["documents"], place_anchor(quotation.place, document)),
    )


def rule_quote(context: Context, field: str) -> Quote | None:
    """Where a document sets a rule of judging; None where it is ours, or there is none."""
    rule = context.programme.rule(field)
    if rule is None or rule.quotation is None:
        return None
    return quote(context, rule.quotation, context.official("rules", field, "words"))


def other_document(context: Context, document: str) -> str:
    """The id of a document, or "" of the edition that the site shows."""
    return "" if document == context.programme.edition.id else document


def wanted(context: Context, goal: Goal) -> Wanted:
    """A goal, a task, a result, a risk as pages show it."""
    official = context.official("goals", goal.id, "text")
    plain = context.plain_or_empty("goals", goal.id, "plain") or context.wording(official)
    return Wanted(goal.id, goal.number or "", plain, quote(context, goal.quotation, official))


def wanted_of(context: Context, kind: str) -> tuple[Wanted, ...]:
    """All of one kind, in the order of the table."""
    return tuple(wanted(context, goal) for goal in context.programme.goals_of(kind))
