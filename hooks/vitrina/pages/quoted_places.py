"""Every place of the documents that the site quotes, with what is quoted from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vitrina.dataset.programme import Quotation
from vitrina.pages.context import Context, Official
from vitrina.pages.passages import Passage, passage_of
from vitrina.pages.quotations import other_document, place_anchor


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words of a document, and where they are marked in its text, if that is at hand."""

    official: Official
    shown: Passage | None


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """A place with the words from it; sums of money are only counted, their words stand on the pages of the years."""

    document: str
    name: str
    anchor: str
    words: tuple[QuotedWords, ...]
    sums: int


def quoted_places(context: Context) -> Mapping[tuple[str, str], QuotedPlace]:
    """Places by their documents and Russian names, in the order in which the tables name them."""
    words: dict[tuple[str, str], dict[str, QuotedWords]] = {}
    for quotation, official in (*_worded(context), *_unworded(context)):
        quoted = QuotedWords(official, passage_of(context, quotation))
        words.setdefault((quotation.document, quotation.place), {}).setdefault(official.original, quoted)
    sums = context.programme.money.groupby(["document", "place"], sort=False).size()
    return {
        (document, place): QuotedPlace(
            document,
            context.place_name(place),
            place_anchor(place, other_document(context, document)),
            _longest(words.get((document, place), {})),
            int(sums.get((document, place), 0)),
        )
        for document, place in dict.fromkeys((*words, *sums.index))
    }


def _worded(context: Context) -> Iterator[tuple[Quotation, Official]]:
    """Names and wordings, of which the dataset has translations."""
    programme = context.programme
    for entry in programme.passport:
        yield entry.quotation, context.official("passport", entry.id, "value")
    for line in programme.lines:
        yield line.quotation, context.official("lines", line.id, "name")
    for goal in programme.goals:
        yield goal.quotation, context.official("goals", goal.id, "text")
    for indicator in programme.indicators:
        yield indicator.quotation, context.official("indicators", indicator.id, "name")
    for gap in programme.gaps:
        if gap.quotation:
            yield gap.quotation, context.official("gaps", gap.id, "words")
    for pair in programme.contradictions:
        yield pair.quotation, context.official("contradictions", pair.id, "words")
        yield pair.other, context.official("contradictions", pair.id, "other_words")


def _unworded(context: Context) -> Iterator[tuple[Quotation, Official]]:
    for quotation in _quotations(context):
        if quotation.place:
            yield quotation, Official(quotation.words, None)


def _quotations(context: Context) -> Iterator[Quotation]:
    programme = context.programme
    for document in programme.documents:
        yield from (one for one in (document.facts, document.promise) if one)
    yield from (indicator.quotation for indicator in programme.indicators)
    yield from (observation.quotation for observation in programme.observations)
    yield from (completion.quotation for completion in programme.completions)
    yield from (service.quotation for service in programme.services)
    yield from (assignment.quotation for assignment in programme.assignments)
    yield from (rule.quotation for rule in programme.rules if rule.quotation)


def _longest(words: Mapping[str, QuotedWords]) -> tuple[QuotedWords, ...]:
    """Without words that stand in longer ones of the same place, unless only they have a translation."""
    kept: list[str] = []
    for russian in sorted(words, key=len, reverse=True):
        if words[russian].official.translation or not any(russian in longer for longer in kept):
            kept.append(russian)
    return tuple(quoted for russian, quoted in words.items() if russian in kept)
