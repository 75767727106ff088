"""The front page of a site with several programmes: each with its money, who pays, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.addresses import Place, ProgrammePlaces
from vitrina.pages.context import Context, Official, SourceOfMoney
from vitrina.pages.page import Page
from vitrina.pages.paying import all_sources, source_mix, strip
from vitrina.pages.ways import ways


@dataclass(frozen=True, slots=True)
class Shown:
    """A programme in a few lines, as the front page tells of it."""

    id: str
    name: str
    official: Official
    places: ProgrammePlaces
    first_year: int
    last_year: int
    planned: int
    purpose: str
    covers: str
    edition: str
    main: SourceOfMoney
    strip: tuple[dict[str, str], ...]
    source_mix: tuple[tuple[str, str, str, str], ...]
    ways: tuple[tuple[str, Place], ...]


def programmes(contexts: Sequence[Context]) -> Page:
    """The list of all programmes, in the order of their folders."""
    first = contexts[0]
    words, city = first.words, first.dataset.city
    shown = tuple(_shown(context) for context in contexts)
    together = all_sources(contexts)
    planned = sum(one.planned for one in shown)
    years = [year for context in contexts for year in context.programme.years]
    return Page(
        place=first.site.home,
        template="programmes",
        title=words.say("programmes.title"),
        description=words.say(
            "programmes.description",
            city=city.name[words.language],
            amount=words.money(planned),
            first=min(years),
            last=max(years),
        ),
        values={
            "city": city.name[words.language],
            "city_genitive": city.genitive,
            "shown": shown,
            "planned": planned,
            "first_year": min(years),
            "last_year": max(years),
            "main": together[0],
            "strip": strip(together),
            "source_mix": source_mix(together, words),
            "has_glossary": any(context.programme.glossary for context in contexts),
        },
        charts={},
    )


def _shown(context: Context) -> Shown:
    programme, funding, words = context.programme, context.funding, context.words
    return Shown(
        id=programme.id,
        name=context.short_name,
        official=context.official("lines", programme.line.id, "name"),
        places=context.places,
        first_year=funding.first_year,
        last_year=funding.last_year,
        planned=funding.grand,
        purpose=context.text("purpose"),
        covers=context.text("covers"),
        edition=context.edition_title,
        main=context.by_size[0],
        strip=tuple(strip(context.by_size)),
        source_mix=tuple(source_mix(context.by_size, words)),
        ways=tuple((title, place) for title, _, place in ways(context, "funding", "goals", "indicators", "documents")),
    )
