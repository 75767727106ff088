"""«Сверка»: every total of the document recomputed, parts laid beside their whole, and what only a reader finds."""

from dataclasses import dataclass

from vitrina.addresses import Kind
from vitrina.measures.observations import PartsOfWhole, parts_of_whole
from vitrina.measures.programme_measures import measures_of
from vitrina.pages.context import Context
from vitrina.pages.levels import finding, levels_of
from vitrina.pages.page import Page
from vitrina.pages.quotations import Quote, quote
from vitrina.pages.shared import arithmetic, grand_finding, named_totals
from vitrina.pages.views import View, register
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import decimals_of

_PRINTED_TO = {
    "kopeck": sentence("до копейки"),
    "ten-kopecks": sentence("до 10\u00a0копеек"),
    "rouble": sentence("до рубля"),
    "ten-roubles": sentence("до 10\u00a0рублей"),
    "hundred-roubles": sentence("до 100\u00a0рублей"),
    "thousand-roubles": sentence("до тысячи рублей"),
}


@dataclass(frozen=True, slots=True)
class PartsRow:
    """A stated value with the parts that the document makes of it, as a line of the table."""

    name: str
    when: str
    stated: str
    sum: str
    computed: str
    adds_up: bool
    difference: str


@dataclass(frozen=True, slots=True)
class Oddity:
    """Two places of the document that do not go together."""

    id: str
    title: str
    explanation: str
    quote: Quote
    other: Quote


def check(context: Context) -> Page:
    """The reconciliation page of a programme."""
    words, result = context.words, context.measures.reconciliation
    totals, below, step = named_totals(context, result), levels_of(context), measures_of(context.programme).printed_to
    years = totals["years"]
    wrong_years = any(not total.adds_up for _, total in years)
    return Page(
        place=context.places["check"],
        title=words.say("Сверка"),
        description=words.say("Каждый итог программы, посчитанный заново и положенный рядом с напечатанным."),
        values={
            "grand_finding": grand_finding(context),
            "grand_sum": arithmetic(context, result.grand, context.quoted(None, None)) if result.grand else (),
            "source_sums": {
                total.source: arithmetic(context, total, context.quoted(total.source, None))
                for total in result.differing_sources
            },
            "shown_totals": [*totals["grand"], *totals["sources"], *(years if wrong_years else ())],
            "years": () if wrong_years else tuple(total.year for _, total in years),
            "printed_to": words.say(_PRINTED_TO[step]) if step else "",
            "parts": parts_rows(context),
            "levels": below,
            "levels_finding": finding(words, below),
            "levels_wrong": sum(level.wrong for level in below),
            "oddities": oddities(context),
        },
    )


def oddities(context: Context) -> tuple[Oddity, ...]:
    """What a reader has found, in the order of the table."""
    return tuple(
        Oddity(
            id=found.id,
            title=context.plain("contradictions", found.id, "title"),
            explanation=context.plain("contradictions", found.id, "explanation"),
            quote=quote(context, found.quotation, context.official("contradictions", found.id, "words")),
            other=quote(context, found.other, context.official("contradictions", found.id, "other_words")),
        )
        for found in context.programme.contradictions
    )


def parts_rows(context: Context) -> list[PartsRow]:
    """Every value that the document takes apart."""
    return [_parts_row(context, found) for found in parts_of_whole(context.programme)]


def _parts_row(context: Context, found: PartsOfWhole) -> PartsRow:
    words, whole = context.words, found.whole
    digits = max(decimals_of(value) for value in (found.stated, found.computed))
    values = [part.value for part in found.parts if part.value is not None]
    return PartsRow(
        name=context.plain("indicators", whole.indicator, "short_name"),
        when=words.period(whole.first, whole.last) if whole.first and whole.last else "",
        stated=words.number(found.stated, digits),
        sum=" + ".join(words.number(value, digits) for value in values),
        computed=words.number(found.computed, digits),
        adds_up=found.adds_up,
        difference=words.number(found.difference, digits, sign=True),
    )


register(
    View(
        Kind("check", order=420, folder="check", is_tab=True, chapter=6),
        lambda given: [check(given.context)],
        sought=sentence(
            "сверка|ошибки|не сходится|на сколько не сходится|проверка сумм|разница|расхождение|противоречия"
        ),
    )
)
