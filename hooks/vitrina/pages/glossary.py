"""The glossary: what the words mean, in which forms they are met, and where."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind, Place
from vitrina.dataset.programme import Quotation, Term
from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.pages.quotations import Quote, quote
from vitrina.pages.terms import Explained, explain, is_met, pattern_of
from vitrina.pages.views import View, register
from vitrina.words.catalogue import sentence
from vitrina.words.languages import SOURCE_LANGUAGE

_MOST_PAGES = 3


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term with the pages that lead to it, and the first place of the document that uses it."""

    explained: Explained
    pages: tuple[tuple[str, Place], ...]
    quote: Quote | None


def glossary(contexts: Sequence[Context], pages: Iterable[Page]) -> Page:
    """One glossary for all programmes; where two explain the same id, the first is heard."""
    first = contexts[0]
    words = first.words
    listed = tuple(pages)
    terms = {entry.id: (context, entry) for context in reversed(contexts) for entry in context.programme.glossary}
    entries = sorted(
        (_entry(context, entry, listed) for context, entry in terms.values()),
        key=lambda entry: entry.explained.sort_key,
    )
    return Page(
        place=first.site["glossary"],
        title=words.say("Словарь"),
        description=words.say("Трудные слова программы и что они значат."),
        values={"entries": entries, "several": not first.is_alone},
    )


def _entry(context: Context, entry: Term, pages: Iterable[Page]) -> GlossaryEntry:
    explained = explain(context, entry)
    met: dict[str, tuple[str, Place]] = {}
    for page in pages:
        if page.place.folder.count("/") <= 1 and _is_near(page, context) and is_met(context, explained, page.template):
            met.setdefault(page.template, (page.title, page.place))
    russian = (context.programme.text("glossary", entry.id, "term", SOURCE_LANGUAGE).text, *entry.other_forms)
    used = next(_quotations(context, russian), None)
    found = quote(context, used) if used else None
    return GlossaryEntry(explained, tuple(met.values())[:_MOST_PAGES], found)


def _is_near(page: Page, context: Context) -> bool:
    """Whether a page belongs to the programme whose term it is: another one may mean something else by it."""
    return context.is_alone or page.place.programme == context.programme.id


def _quotations(context: Context, forms: Iterable[str]) -> Iterator[Quotation]:
    """What is quoted from the document with a form of the term in it."""
    programme = context.programme
    quoted = [
        *(entry.quotation for entry in programme.passport),
        *(document.promise for document in programme.documents),
        *(goal.quotation for goal in programme.goals),
        *(indicator.quotation for indicator in programme.indicators),
        *(observation.quotation for observation in programme.observations),
        *(gap.quotation for gap in programme.gaps),
        *(quotation for pair in programme.contradictions for quotation in (pair.quotation, pair.other)),
        *context.measures.quotations.values(),
    ]
    pattern = pattern_of(forms)
    for quotation in quoted:
        if quotation and pattern.search(quotation.words):
            yield quotation


register(
    View(
        Kind("glossary", order=530, folder="glossary", is_of_site=True, group_of_entries="words", answers=2),
        lambda given: [glossary(given.contexts, given.pages)],
        exists=lambda context: bool(context.programme.glossary),
        round=2,
        sought=sentence("словарь|термины|трудные слова|что значит|определения"),
    )
)
