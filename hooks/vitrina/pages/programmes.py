"""The front page of a site with several programmes: each with its money, who pays, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind, Place, ProgrammePlaces
from vitrina.charts.findings.observed import STATUS_NAMES
from vitrina.dataset.cells import UNNAMED
from vitrina.measures.execution import Execution
from vitrina.measures.funding import together as together_of
from vitrina.measures.known import Missing
from vitrina.pages.context import Context, Official, SourceOfMoney
from vitrina.pages.naming import genitive_of
from vitrina.pages.page import Page
from vitrina.pages.payers import all_sources, source_mix, strip
from vitrina.pages.shared import who_pays
from vitrina.pages.unfilled import wanted
from vitrina.pages.views import View, register
from vitrina.pages.year_lists import years_list
from vitrina.words.capitals import first_lower
from vitrina.words.catalogue import sentence

Figure = tuple[str, str, str, str]
"""Value, unit, what it is, source."""


_KINDS = {
    "municipal": sentence("Муниципальные программы"),
    "state": sentence("Государственные программы"),
    "departmental": sentence("Ведомственные целевые программы"),
    "mixed": sentence("Программы"),
}

_OF_PLAN = {
    "plan": sentence("плана"),
    "approved": sentence("утверждённого бюджета"),
    "revised": sentence("уточнённого плана"),
}


@dataclass(frozen=True, slots=True)
class ProgrammeSummary:
    """A programme in a few lines, as the front page tells of it."""

    id: str
    name: str
    official: Official
    places: ProgrammePlaces
    period: str
    """«2014–2024 годы»."""
    planned: int | Missing
    spent: Execution | None
    """Over the years of which it is known."""
    figures: tuple[Figure, ...]
    tally: tuple[tuple[str, str, str], ...]
    """Status, of how many indicators, in words."""
    purpose: str
    covers: str
    edition: str
    main: SourceOfMoney | None
    strip: tuple[dict[str, str], ...]
    source_mix: tuple[tuple[str, str, str, str], ...]
    doors: tuple[tuple[str, Place], ...]
    """The main pages of its part of the site."""


def programmes(contexts: Sequence[Context], pages: Sequence[Page]) -> Page:
    """The list of all programmes, in the order of their folders. `pages` are those that it may lead to."""
    first = contexts[0]
    words, city = first.words, first.dataset.city
    shown = tuple(_summary(context, pages) for context in contexts)
    together = all_sources(contexts)
    planned = together_of(one.planned for one in shown)
    kinds = {context.naming.kind for context in contexts}
    titles = words.say(_KINDS[kinds.pop() if len(kinds) == 1 else "mixed"])
    years = [year for context in contexts for year in context.measures.funding.years]
    return Page(
        place=first.site.home,
        title=words.say("Все программы"),
        description=words.say(
            "{city}: {kinds} на {first}–{last} годы, {amount}. Кто платит, что обещано и что вышло.",
            city=city.name[words.language],
            kinds=first_lower(titles),
            amount=words.say("нет данных") if isinstance(planned, Missing) else words.money(planned),
            first=min(years),
            last=max(years),
        ),
        values={
            "kinds": titles,
            "wanted": wanted(contexts),
            "city": city.name[words.language],
            "city_genitive": genitive_of(city, words),
            "shown": shown,
            "planned": planned,
            "first_year": min(years),
            "last_year": max(years),
            "main": together[0] if together and together[0].id != UNNAMED else None,
            "strip": strip(together),
            "source_mix": source_mix(together, words),
            "has_glossary": any(context.programme.glossary for context in contexts),
        },
    )


def _summary(context: Context, pages: Iterable[Page]) -> ProgrammeSummary:
    programme, funding, words = context.programme, context.measures.funding, context.words
    execution = context.measures.executions
    spent = execution.of(programme.line.id) if execution.has_actuals else None
    counted = context.measures.board.counted
    promised = sum(counted.values())
    return ProgrammeSummary(
        id=programme.id,
        name=context.short_name,
        official=context.official("lines", programme.line.id, "name"),
        places=context.places,
        period=years_list(words, range(funding.first_year, funding.last_year + 1)),
        planned=funding.grand,
        spent=spent if spent and spent.actual is not None else None,
        figures=tuple(figure for figure in (_spent(context, spent), _promised(context, promised)) if figure),
        tally=tuple(
            (status, words.number(count), words.say(STATUS_NAMES[status])) for status, count in counted.items()
        ),
        purpose=context.purpose,
        covers=context.text("covers"),
        edition=context.edition_title,
        main=who_pays(context)["main"],
        strip=tuple(strip(context.payers)),
        source_mix=tuple(source_mix(context.payers, words)) if len(context.payers) > 1 else (),
        doors=tuple((page.title, page.place) for page in pages if _is_door(page, context)),
    )


def _is_door(page: Page, context: Context) -> bool:
    """A tab of the programme, or what came of it; its overview is linked by its name."""
    is_main = page.in_navigation or page.kind.is_door
    return is_main and page.place.folder.startswith(f"{context.programme.id}/")


def _spent(context: Context, spent: Execution | None) -> Figure | None:
    """What was spent, over which years, and how much that is of what was to be spent in them."""
    words = context.words
    if spent is None or spent.actual is None:
        return None
    what = words.say("потратили за {years}", years=years_list(words, spent.years))
    if spent.percent is not None and spent.base_stage:
        base = words.say(_OF_PLAN[spent.base_stage])
        what += words.say(": это {percent} {base} на то же время", percent=words.percent(spent.percent), base=base)
    return *words.amount_and_unit(spent.actual), what, ""


def _promised(context: Context, count: int) -> Figure | None:
    words = context.words
    if not count:
        return None
    return (
        words.number(count),
        "",
        words.say_n("показатель с обещанием", "показателей с обещанием", count),
        "",
    )


register(
    View(
        Kind("programmes", order=10, is_of_site=True, is_tab=True, named_in=()),
        lambda given: [programmes(given.contexts, given.pages)],
        exists=lambda context: not context.is_alone,
        round=2,
        sought=sentence("все программы|список программ"),
    )
)
