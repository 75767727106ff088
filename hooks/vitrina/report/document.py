"""The report as one page of HTML: a cover that says what it is, the contents, and every page of a programme."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from vitrina.addresses import Place
from vitrina.pages.context import Context
from vitrina.pages.document_status import document_status
from vitrina.pages.frame import Frame
from vitrina.pages.paying import strip
from vitrina.pages.site import Site
from vitrina.report.chapters import Chapter, chapters_of
from vitrina.report.paper import Paper
from vitrina.words.foreign import shown

ToHtml = Callable[[str], str]
"""Markdown to HTML, as the site's builder does it."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a programme's report is made from. Equal reports become equal bytes."""

    language: str
    title: str
    description: str
    date: str
    """To what day the document's facts reach, as 2021-03-01; empty where it does not say."""
    says: Mapping[str, str]
    """The sentences that stand around the pages."""
    strip: tuple[tuple[str, str, str], ...]
    """The sources of money in their true proportion: slot, where its part begins, how wide it is."""
    chapters: tuple[Chapter, ...]
    pages: tuple[str, ...]
    """The Markdown of each chapter."""
    address: str
    """Of the site in this language, with a slash at its end; empty where it is not known."""
    home: Place | None
    """The front page, where it shows the same as the overview."""


def report_of(site: Site, context: Context, pages: Mapping[str, bytes | str], address: str = "") -> Report:
    """The report of one programme. `pages` holds the Markdown of the site by path."""
    words, funding, edition = context.words, context.funding, context.programme.edition
    frame = site.frames.get(context.programme.id, site.frame)
    chapters = chapters_of(site, context)
    span = {"programme": context.programme_name, "first": funding.first_year, "last": funding.last_year}
    return Report(
        language=words.language,
        title=words.say("report.title", **span),
        description=words.say("report.description", name=frame.name),
        date=edition.facts_until.isoformat() if edition.facts_until else "",
        says=_sentences(frame, context, address),
        strip=tuple((part["slot"], part["x"], part["width"]) for part in strip(context.payers)),
        chapters=chapters,
        pages=tuple(str(pages[chapter.place.markdown]) for chapter in chapters),
        address=address,
        home=context.site.home if context.is_alone else None,
    )


def _sentences(frame: Frame, context: Context, address: str) -> Mapping[str, str]:
    words, funding = context.words, context.funding
    return {
        "site": frame.name,
        "programme": context.programme_name,
        "years": words.say(
            "report.years", kind=context.naming.kind_title, first=funding.first_year, last=funding.last_year
        ),
        "kind": words.say("report.kind"),
        "edition": frame.edition_note,
        "status": document_status(context),
        "licence": frame.licence_note,
        "sample": frame.sample_note,
        "contents": words.say("report.contents"),
        "address": words.say("report.address", address=address) if address else "",
        "page": words.say("report.page"),
        "strip": words.say("report.strip"),
        "decoration": words.say("report.decoration"),
    }


def document(report: Report, to_html: ToHtml, colours: Mapping[str, str]) -> str:
    """The report as HTML that needs no other file than the style sheet and the fonts."""
    places = {chapter.place: chapter.place for chapter in report.chapters}
    if report.home:
        places[report.home] = report.chapters[0].place
    paper = Paper(places, report.address, colours, report.says["decoration"])
    bodies = [
        (chapter, Markup(paper.page(to_html(_without_head(page)), chapter.place)))  # noqa: S704  escaped when written
        for chapter, page in zip(report.chapters, report.pages, strict=True)
    ]
    made = _template().get_template("report.html")
    return shown(made.render(report=report, says=report.says, bodies=bodies, colours=colours))


def style() -> str:
    """How it looks; the colours are those of the site's style sheet, in its light palette."""
    return files("vitrina.report").joinpath("report.css").read_text(encoding="utf-8")


def _without_head(page: str) -> str:
    """The Markdown without its front matter."""
    return page.partition("\n---\n")[2] if page.startswith("---\n") else page


@cache
def _template() -> Environment:
    return Environment(
        loader=PackageLoader("vitrina.report", "."),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
