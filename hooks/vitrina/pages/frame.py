"""What stands around every page: the site's name, the strip of the sources, the notes of the footer, its links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vitrina.addresses import Place
from vitrina.pages.context import Context
from vitrina.pages.mistakes import mistake_reports
from vitrina.pages.page import Page
from vitrina.pages.payers import all_sources, strip
from vitrina.pages.unfilled import is_begun
from vitrina.words.capitals import first_lower


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows around its own content: of the whole site, or of a programme that shares it with others."""

    name: str
    strip: tuple[dict[str, str], ...]
    edition_note: str
    """Which document the pages retell; what it is worth stands under their headings."""
    licence_note: str
    report_address: str
    """Where to report a mistake, up to the address of the page, which follows; empty where the city has named none."""
    report_text: str
    warning: str = ""
    """What to know before all else: that everything is invented, or that much is not filled in yet; else empty."""
    links: tuple[tuple[str, Place], ...] = ()
    """What the footer names besides the tabs, so that no page is far from any other."""
    feed: str = ""
    """The path of the news of the programme that the frame tells of."""
    feed_text: str = ""
    answers: tuple[str, Place] | None = None
    """Where whoever looks for something is sent without the search: what people ask, or what the words mean."""
    programme: str = ""
    """The name of the programme whose frame it is, where the site has several."""

    def for_theme(self) -> dict[str, object]:
        """As the theme's templates take it from `config.extra`."""
        report = {"text": self.report_text, "href": self.report_address} if self.report_address else None
        return {
            "strip": self.strip,
            "edition_note": self.edition_note,
            "licence_note": self.licence_note,
            "report_error": report,
            "warning": self.warning,
            "links": [{"title": title, "href": f"{place.folder}/"} for title, place in self.links],
            "feed": {"text": self.feed_text, "href": self.feed} if self.feed else None,
            "answers": {"title": self.answers[0], "href": f"{self.answers[1].folder}/"} if self.answers else None,
            "programme": self.programme,
        }


def site_frame(contexts: Sequence[Context], pages: Sequence[Page]) -> Frame:
    """The frame of the whole site; with one programme it tells of that one."""
    first = contexts[0]
    frame = replace(_frame(first), answers=_answers(pages), warning=_warning(contexts))
    if first.is_alone:
        return replace(_of_programme(frame, first), links=_links(first, pages), programme="")
    outside = tuple((page.title, page.place) for page in pages if not page.in_navigation and _owner(page) == page.place)
    return replace(frame, strip=tuple(strip(all_sources(contexts))), links=outside)


def programme_frame(context: Context, pages: Sequence[Page]) -> Frame:
    """The frame of a programme's own pages on a site of several."""
    own = [page for page in pages if _owner(page) == context.places.overview]
    frame = replace(_frame(context), answers=_answers([*own, *pages]), warning=_warning([context]))
    return replace(_of_programme(frame, context), links=_links(context, own))


def _answers(pages: Sequence[Page]) -> tuple[str, Place]:
    """The questions if there are any, else the glossary, else «О сайте», which there always is."""
    best = min((page for page in pages if page.kind.answers), key=lambda page: page.kind.answers)
    return best.title, best.place


def _owner(page: Page) -> Place:
    """The page at the top of the part of the site that a page lies in."""
    return Place(page.place.programme)


def _links(context: Context, pages: Iterable[Page]) -> tuple[tuple[str, Place], ...]:
    """The pages outside the tabs that no page above them lists: «Документы», «Риски», the glossary."""
    overviews = {context.places.overview: context.programme_name}
    return tuple(
        (overviews.get(page.place, page.title), page.place)
        for page in pages
        if not page.in_navigation and page.place.folder.count("/") <= 1
    )


def _of_programme(frame: Frame, context: Context) -> Frame:
    words, funding = context.words, context.measures.funding
    note = words.say(
        "Источник: {document}, период {first}–{last}.",
        document=first_lower(context.edition_title),
        first=funding.first_year,
        last=funding.last_year,
    )
    if is_begun([context]):
        note = words.say("Годы программы: {first}–{last}.", first=funding.first_year, last=funding.last_year)
    return replace(
        frame,
        strip=tuple(strip(context.payers)),
        edition_note=note,
        feed=context.places.feed,
        feed_text=words.say("Новое в программе (RSS)"),
        programme=context.short_name,
    )


def _frame(context: Context) -> Frame:
    words, city = context.words, context.dataset.city
    return Frame(
        name=city.title[words.language],
        strip=(),
        edition_note="",
        licence_note=words.say("Данные можно брать и публиковать со ссылкой на источник."),
        report_address=mistake_reports(city, words, context.address).before_page,
        report_text=words.say("Сообщить об ошибке"),
    )


def _warning(contexts: Sequence[Context]) -> str:
    first = contexts[0]
    if first.dataset.city.is_sample:
        return first.words.say("Образец: {territory} и все цифры выдуманы", territory=first.naming.territory)
    return first.words.say("Сайт ещё заполняют: в таблицах есть не всё") if is_begun(contexts) else ""
