"""«Исправления»: the site's own mistakes that have been mended, the latest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind, Place, relative
from vitrina.dataset.programme import Correction
from vitrina.dataset.tables import TABLES
from vitrina.pages.context import Context
from vitrina.pages.markdown import as_link
from vitrina.pages.page import Page
from vitrina.pages.views import View, onward, register
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import untranslated


@dataclass(frozen=True, slots=True)
class Mended:
    """One correction as the page tells it. Empty: not known, or there is none."""

    id: str
    what: str
    was: str
    now: str
    why: str
    since: str
    mended: str
    reported_by: str
    cell: str
    """The table, the row and the column."""
    page: tuple[str, Place] | None
    """Where it is seen, if the site has that page."""


def corrections(context: Context, pages: Sequence[Page]) -> Page:
    """The page of a programme's corrections. `pages` are those that one of them may be about."""
    words = context.words
    return Page(
        place=context.places["corrections"],
        title=words.say("Исправления"),
        description=words.say("Какие ошибки были на этом сайте, что стало вместо них, когда и почему."),
        values={
            "mended": mended(context, pages),
            "feed": as_link(relative(context.places["corrections"], context.places.feed)),
            "pages_onward": onward(context, "documents", "gaps"),
        },
    )


def mended(context: Context, pages: Iterable[Page]) -> list[Mended]:
    """Every correction of a programme, the latest first; `pages` are those that one of them may be about."""
    titles = {page.place: page.title for page in pages}
    return [_mended(context, one, titles) for one in context.programme.corrections]


def _mended(context: Context, correction: Correction, titles: dict[Place, str]) -> Mended:
    words = context.words
    place = context.places.by_key(correction.page) if correction.page else None
    return Mended(
        id=correction.id,
        what=context.plain("corrections", correction.id, "what"),
        was=context.programme.text("corrections", correction.id, "was", words.language).text,
        now=context.programme.text("corrections", correction.id, "now", words.language).text,
        why=context.plain_or_empty("corrections", correction.id, "why"),
        since=words.date(correction.since) if correction.since else "",
        mended=words.date(correction.mended),
        reported_by=untranslated(correction.reported_by or "", words.language),
        cell=_cell(correction, words),
        page=(titles[place], place) if place in titles else None,
    )


def _cell(correction: Correction, words: Words) -> str:
    """«money.csv, …/2020/plan, «Сумма»»."""
    table = next((one for one in TABLES if one.name == correction.table), None)
    if table is None:
        return ""
    column = words.title(table.column(correction.column).title) if correction.column else ""
    quoted = words.say("«{words}»", words=column) if column else ""
    return ", ".join(part for part in (f"{table.name}.csv", correction.key or "", quoted) if part)


register(
    View(
        Kind("corrections", order=435, folder="corrections", named_in=("keywords",)),
        lambda given: [corrections(given.context, given.pages)],
        exists=lambda context: bool(context.programme.corrections),
        round=3,
        sought=sentence("исправления|исправленные ошибки|опечатки|что исправили|было и стало"),
    )
)
