"""What people ask first, grouped by who asks, each answered in a sentence with the page that says more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind, Place
from vitrina.dataset.programme import Question, Quotation
from vitrina.dataset.references import Reference, references
from vitrina.dataset.tables.choices import AUDIENCES
from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.pages.quotations import Quote, quote
from vitrina.pages.views import View, register
from vitrina.words import Words
from vitrina.words.capitals import first_upper
from vitrina.words.catalogue import sentence
from vitrina.words.languages import SOURCE_LANGUAGE

_AUDIENCES = {
    "parent": sentence("Родителям"),
    "resident": sentence("Жителям"),
    "journalist": sentence("Журналистам"),
    "deputy": sentence("Депутатам"),
    "auditor": sentence("Проверяющим"),
}

_FINDING = {
    "all_answered": sentence("{count}, и документ отвечает на все"),
    "none_answered": sentence("{count}, и документ не отвечает ни на один"),
    "some_answered": sentence("{count}, и на {silent} из них документ не отвечает"),
    "some_but_one": sentence("{count}, и на один из них документ не отвечает"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer; the page that says more, if the site has it."""

    id: str
    question: str
    answer: str
    title: str
    place: Place | None
    quotes: tuple[Quote, ...] = ()
    """Where in the document the figures of the answer stand, one for each place."""


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one audience."""

    name: str
    finding: str
    anchor: str
    answers: tuple[Answer, ...]


def questions(context: Context, pages: Iterable[Page]) -> Page:
    """The page of all questions. `pages` are those of the site that an answer may lead to."""
    words = context.words
    titles = {page.place: page.title for page in pages}
    grouped: dict[str, list[Question]] = {}
    for question in context.programme.questions:
        grouped.setdefault(question.audience, []).append(question)
    return Page(
        place=context.places["questions"],
        title=words.say("Вопросы"),
        description=words.say("О чём спрашивают люди и что отвечает документ."),
        values={
            "groups": [_group(context, audience, asked, titles) for audience, asked in grouped.items()],
            "count": len(context.programme.questions),
            "silent": unanswered(context),
        },
    )


def _group(context: Context, audience: str, asked: Sequence[Question], titles: Mapping[Place, str]) -> Group:
    known = audience in AUDIENCES
    name = context.words.say(_AUDIENCES[audience]) if known else context.chosen({}, audience)
    return Group(
        name=first_upper(name),
        finding=_finding(context.words, len(asked), sum(not question.is_answered for question in asked)),
        anchor=audience if known else f"{asked[0].id}-first",
        answers=tuple(answer_to(context, question, titles, with_places=True) for question in asked),
    )


def _finding(words: Words, count: int, silent: int) -> str:
    """How many of some questions the document answers."""
    if count == 1:
        return words.say(
            "1 вопрос, и документ на него не отвечает" if silent else "1 вопрос, и документ на него отвечает"
        )
    some = {0: "all_answered", count: "none_answered", 1: "some_but_one"}.get(silent, "some_answered")
    counted = words.say_n("{count}\u00a0вопрос", "{count}\u00a0вопросов", count)
    return words.say(_FINDING[some], count=counted, silent=words.number(silent))


def answer_to(
    context: Context, question: Question, titles: Mapping[Place, str], *, with_places: bool = False
) -> Answer:
    place = context.places.by_key(question.page)
    return Answer(
        id=question.id,
        question=context.plain("questions", question.id, "question"),
        answer=context.plain("questions", question.id, "answer"),
        title=titles.get(place, ""),
        place=place if place in titles else None,
        quotes=_quotes(context, question) if with_places else (),
    )


def _quotes(context: Context, question: Question) -> tuple[Quote, ...]:
    text = context.programme.text("questions", question.id, "answer", SOURCE_LANGUAGE).text
    found: dict[str, Quote] = {}
    for reference in references(text):
        for quotation in _behind(context, reference):
            found.setdefault(quotation.place, quote(context, quotation))
    return tuple(found.values())


def _behind(context: Context, reference: Reference) -> tuple[Quotation, ...]:
    """What a reference takes its figure from; all money stands in one place."""
    programme = context.programme
    match reference.points_at:
        case "observation" | "observations" | "two":
            return tuple(programme.observation(identity).quotation for identity in reference.arguments)
        case "amount" | "change" | "source":
            return tuple(context.measures.quotations.values())[:1]
        case _:
            return tuple(entry.quotation for entry in programme.entries("period"))


def unanswered(context: Context) -> int:
    """How many of the questions the document leaves open."""
    return sum(not question.is_answered for question in context.programme.questions)


def first_of_each(context: Context) -> tuple[Answer, ...]:
    """One question of everybody who asks, for the front page."""
    first: dict[str, Question] = {}
    for question in context.programme.questions:
        first.setdefault(question.audience, question)
    return tuple(answer_to(context, question, {}) for question in first.values())


register(
    View(
        Kind("questions", order=440, folder="questions", is_tab=True, group_of_entries="questions", answers=1),
        lambda given: [questions(given.context, given.pages)],
        exists=lambda context: bool(context.programme.questions),
        round=1,
        sought=sentence("вопросы|частые вопросы|вопросы и ответы|помощь"),
    )
)
