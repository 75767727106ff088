"""All pages of the site in one language, and the frame that stands around them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vitrina.addresses import Place
from vitrina.dataset.programme import Dataset
from vitrina.pages.about import about
from vitrina.pages.check import check
from vitrina.pages.context import Context, programme_context
from vitrina.pages.funding import funding
from vitrina.pages.gaps import gaps
from vitrina.pages.glossary import glossary
from vitrina.pages.goal_pages import goal_pages
from vitrina.pages.home import home, strip
from vitrina.pages.indicators import indicator_pages
from vitrina.pages.markdown import first_lower
from vitrina.pages.page import Page
from vitrina.pages.questions import questions
from vitrina.pages.year import year_page
from vitrina.words import Words


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows around its own content: the site's name, the strip of the sources, the footer's notes."""

    name: str
    strip: tuple[dict[str, str], ...]
    edition_note: str
    licence_note: str
    report_address: str
    """Where to report a mistake: a mail or an issue address; empty where the city has named none."""
    report_text: str
    sample_note: str = ""
    """That all of it is invented; empty on the site of a real city."""
    links: tuple[tuple[str, Place], ...] = ()
    """What the footer names besides the tabs, so that no page is far from any other."""

    def for_theme(self) -> dict[str, object]:
        """As the theme's templates take it from `config.extra`."""
        report = {"text": self.report_text, "href": self.report_address} if self.report_address else None
        return {
            "strip": self.strip,
            "edition_note": self.edition_note,
            "licence_note": self.licence_note,
            "report_error": report,
            "sample": self.sample_note,
            "links": [{"title": title, "href": f"{place.folder}/"} for title, place in self.links],
        }


@dataclass(frozen=True, slots=True)
class Site:
    """The pages of one language, the main ones in the order of the tabs."""

    pages: tuple[Page, ...]
    frame: Frame


def make_site(dataset: Dataset, words: Words) -> Site:
    """All pages in one language. Nothing is drawn or written yet."""
    programmes = [programme_context(dataset, programme, words) for programme in dataset.programmes]
    first = programmes[0]
    pages, last = [home(first, first.site.home)], about(first)
    for context in programmes:
        pages += [home(context, context.places.overview), funding(context)]
        pages += [year_page(context, year) for year in context.funding.years]
        pages += goal_pages(context)
        pages += indicator_pages(context)
        pages += [check(context)]
        if context.programme.gaps:
            pages.append(gaps(context))
        if context.programme.questions:
            pages.append(questions(context, [*pages, last]))
    pages.append(last)
    if any(context.programme.glossary for context in programmes):
        pages.append(glossary(programmes, pages))
    return Site(tuple(pages), replace(_frame(first), links=_links(programmes, pages)))


def _links(programmes: Sequence[Context], pages: Iterable[Page]) -> tuple[tuple[str, Place], ...]:
    """The pages outside the tabs that no page above them lists: «Документы», «Риски», the glossary."""
    overviews = {context.places.overview: context.programme_name for context in programmes}
    return tuple(
        (overviews.get(page.place, page.title), page.place)
        for page in pages
        if not page.in_navigation and page.place.folder.count("/") <= 1
    )


def _frame(context: Context) -> Frame:
    words, city, funding, edition = context.words, context.dataset.city, context.funding, context.programme.edition
    note = words.say(
        "labels.edition.note",
        document=first_lower(context.edition_title),
        first=funding.first_year,
        last=funding.last_year,
    )
    if edition.facts_until:
        note += " " + words.say("labels.edition.facts_until", date=words.date(edition.facts_until))
    report = (
        f"mailto:{city.contacts.email}"
        if city.contacts.email
        else f"{city.repository}/issues"
        if city.repository
        else ""
    )
    return Frame(
        name=city.title[words.language],
        strip=tuple(strip(context)),
        edition_note=note,
        licence_note=words.say("labels.licence_note"),
        report_address=report,
        report_text=words.say("labels.report_error"),
        sample_note=words.say("labels.sample") if city.is_sample else "",
    )


def navigation(site: Site) -> list[tuple[str, Place]]:
    """The tabs: title and place, in order."""
    return [(page.title, page.place) for page in site.pages if page.in_navigation]
