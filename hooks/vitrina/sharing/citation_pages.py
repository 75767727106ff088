"""The page «Как сослаться» of every page: its own citation and those of the charts at home there, to be copied."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace

from vitrina.addresses import Place
from vitrina.addresses.downloads import citation_file
from vitrina.pages.page import DrawSvg, Page, PlacedChart
from vitrina.pages.site import Site
from vitrina.sharing.citations import Cited, Form, as_line, for_people, for_programs
from vitrina.sharing.embeds import code
from vitrina.sharing.lone_pages import lone_page
from vitrina.words import Words
from vitrina.words.foreign import untranslated


@dataclass(frozen=True, slots=True)
class Item:
    """The page, or a chart of it, with all its citations."""

    heading: str
    for_people: tuple[Form, ...]
    for_programs: tuple[Form, ...]
    id: str = ""
    code: Form | None = None
    """What shows the chart on a page of others; None where the address of the site is not known."""
    embed: str = ""


def citation_pages(site: Site, words: Words, draw: DrawSvg) -> Mapping[str, str]:
    """By path."""
    at_home: dict[Place, dict[str, PlacedChart]] = {}
    for page in site.pages:
        for placed in page.charts.values():
            at_home.setdefault(placed.home, {})[placed.chart.id] = placed
    made = {}
    for page in site.pages:
        charts = at_home.get(page.place, {}).values()
        frame = site.frames.get(page.place.programme, site.frame)
        name = page.named or ". ".join(part for part in (page.title, frame.programme) if part)
        items = [_item(site, page, name, name), *(_of_chart(site, page, name, placed, draw) for placed in charts)]
        path = citation_file(page.place)
        values = {"site": site.frame.name, "page": page.title, "items": items}
        made[path] = lone_page("citation_page.html", path, words, values)
    return made


def _item(site: Site, page: Page, heading: str, title: str, chart: str = "") -> Item:
    context = site.contexts[0]
    words = context.words
    cited = Cited(
        key="-".join(part for part in (*page.place.folder.split("/"), chart, words.language) if part),
        title=as_line(title),
        is_chart=bool(chart),
        site=as_line(site.frame.name),
        publisher=as_line(untranslated(context.dataset.city.contacts.organisation, words.language)),
        status=as_line(page.status),
        day=page.day,
        address=context.address_of(page.place, chart),
    )
    return Item(heading, for_people(cited, words), for_programs(cited, words), chart)


def _of_chart(site: Site, page: Page, name: str, placed: PlacedChart, draw: DrawSvg) -> Item:
    """A chart is cited with its page: «Самая большая группа: от 1 до 2 лет» does not say what of."""
    finding, context = placed.chart.finding, site.contexts[0]
    item = _item(site, page, finding, f"{finding}. {name}", placed.chart.id)
    html = code(context, placed, draw)
    named = Form(context.words.say("Вставить на свой сайт"), html)
    return replace(item, code=named, embed=posixpath.basename(placed.files.embed)) if html else item
