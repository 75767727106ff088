"""What several pages of a programme say in the same way."""

from collections.abc import Mapping
from dataclasses import dataclass

from vitrina.addresses import Place
from vitrina.measures.funding import growing_until
from vitrina.measures.reconciliation import Reconciliation, StatedTotal
from vitrina.pages.context import Context, Official, SourceOfMoney
from vitrina.pages.quotations import quote
from vitrina.pages.terms import terms_of


@dataclass(frozen=True, slots=True)
class LateSource:
    """A source that the document names only from some year on."""

    name: str
    year: int


def late_sources(context: Context) -> tuple[LateSource, ...]:
    """Sources that are not stated for the programme's first years."""
    funding = context.funding
    found = []
    for source in context.by_size:
        first = funding.stated_years(source.id)[0]
        if first > funding.first_year:
            found.append(LateSource(source.name, first))
    return tuple(found)


def years_ahead(context: Context) -> str:
    """«2022–2024 годы», or nothing when the edition knows all years."""
    ahead = context.funding.years_ahead
    if not ahead:
        return ""
    if len(ahead) == 1:
        return context.words.say("labels.one_year_ahead", first=ahead[0])
    return context.words.say("labels.years_ahead", first=ahead[0], last=ahead[-1])


def trail(context: Context) -> tuple[tuple[str, Place], ...]:
    """The way from the front page to the pages of a programme."""
    overview = (context.words.say("labels.titles.home"), context.site.home)
    return (overview,) if context.is_alone else (*site_trail(context), (context.short_name, context.places.overview))


def site_trail(context: Context) -> tuple[tuple[str, Place], ...]:
    """The way from the front page to the pages that belong to no programme."""
    title = "labels.titles.home" if context.is_alone else "programmes.title"
    return ((context.words.say(title), context.site.home),)


def programme_values(context: Context) -> dict[str, object]:
    """Values that every page of a programme has."""
    funding = context.funding
    return {
        "programme": context.programme,
        "programme_name": context.programme_name,
        "naming": context.naming,
        "places": context.places,
        "funding": funding,
        "former": context.former,
        "has_changes": bool(context.changes),
        "real": context.real,
        "check": context.reconciliation,
        "sources": context.sources,
        "names": {source.id: source for source in context.sources},
        "years_ahead": years_ahead(context),
        "late_sources": late_sources(context),
        "growing_until": growing_until(funding),
        "source_line": context.source_line,
        "place": quote(context, next(iter(context.quotations.values()))),
        "terms": terms_of(context),
    }


def executors(context: Context) -> tuple[Official, ...]:
    """Who carries out the programme, as its passport names them."""
    entries = context.programme.entries("executor")
    return tuple(context.official("passport", entry.id, "value") for entry in entries)


def who_pays(context: Context) -> dict[str, SourceOfMoney | None]:
    """The largest source, and the second one when it gives a share worth a word."""
    by_size = context.by_size
    return {"main": by_size[0], "second": by_size[1] if len(by_size) > 1 else None}


def grand_finding(context: Context) -> str:
    """What the grand total shows, as a sentence; empty when it adds up or is not stated."""
    grand = context.reconciliation.grand
    if grand is None or grand.adds_up:
        return ""
    key = "grand_above" if grand.difference > 0 else "grand_below"
    return context.words.say(f"labels.check.{key}", amount=context.words.thousand(abs(grand.difference)))


def sources_finding(context: Context) -> str:
    """How many totals by source add up, as a sentence."""
    check, words = context.reconciliation, context.words
    wrong = check.differing_sources
    if not wrong:
        return words.say("labels.check.all_sources_add_up")
    if len(wrong) > 1:
        return words.say("labels.check.some_differ", wrong=len(wrong), count=len(check.sources))
    [total] = wrong
    return words.say(
        "labels.check.one_differs",
        right=len(check.sources) - 1,
        count=len(check.sources),
        name=source_name(context, total.source),
        amount=words.thousand(abs(total.difference)),
    )


def source_name(context: Context, source: str | None) -> str:
    return next(item.name for item in context.sources if item.id == source)


def arithmetic(context: Context, total: StatedTotal, quoted: str) -> tuple[tuple[str, str, str], ...]:
    """A stated total as at school: what is printed, what its parts give, the difference; to the kopeck."""
    words = context.words
    return (
        (words.say("labels.check.stated_sum"), quoted, words.exact(total.stated)),
        (
            words.say("labels.check.years_sum", years=words.years(len(context.funding.years))),
            words.say("labels.check.all_sources") if total.source is None else source_name(context, total.source),
            words.exact(total.computed),
        ),
        (words.say("labels.difference"), words.unit("thousand"), words.exact(total.difference)),
    )


def named_totals(context: Context, check: Reconciliation) -> Mapping[str, tuple[tuple[str, StatedTotal], ...]]:
    """The stated totals with their names, as the tables of totals list them."""
    words = context.words
    order = {source.id: position for position, source in enumerate(context.sources)}
    sources = sorted(check.sources, key=lambda total: order[total.source or ""])
    return {
        "grand": ((words.say("labels.whole_programme"), check.grand),) if check.grand else (),
        "sources": tuple((source_name(context, total.source), total) for total in sources),
        "years": tuple((words.say("labels.year_total", year=total.year), total) for total in check.years),
    }
