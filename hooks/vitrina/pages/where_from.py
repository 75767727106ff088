"""«Откуда числа»: where the figures of the pages are from, page by page, each with its words in a document or with its
terms."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import get_args

from markupsafe import Markup

from vitrina.addresses import Place, relative
from vitrina.pages.context import Context
from vitrina.pages.document_status import with_status
from vitrina.pages.markdown import as_link
from vitrina.pages.page import Page
from vitrina.pages.quotations import Quote
from vitrina.pages.stated_rows import StatedRows
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import decimals_of
from vitrina.words.provenance import Computed, Counted, Figure, How, Stated, without_marks

KIND = "where_from"
"""Of these pages, and their folder in that of a programme or of the site. No id of a dataset has such a letter."""
_MOST = 540
"""So many figures and terms stand on one page; it is light then."""
_DIGITS = 4
_LETTERS = 60
"""So many letters of the document's words weigh as much as a term."""

_TAG = re.compile(r"<[^<>]*>")
# Where no other link can stand: in pictures, links and whatever is pressed, and in what a page says before its body.
# A caption of a table repeats the heading above it for those who listen.
_CLOSED = re.compile(
    r"<(svg|a|button|option|label|summary|caption)\b.*?</\1>|\[[^\[\]]*\](?=\()|\A\s*---\n.*?\n---\n", re.DOTALL
)
_HOW: Mapping[How, str] = {
    "sum": sentence("Это сумма:"),
    "difference": sentence("Это разница: из первого вычли второе."),
    "share": sentence("Это доля: первое разделили на второе."),
    "change": sentence("Это изменение: разницу первого и второго разделили на второе."),
    "real": sentence("Это сумма, делённая на рост цен."),
    "average": sentence("Это сумма на год: всю сумму разделили на число лет и округлили."),
    "quotient": sentence("Первое разделили на второе."),
    "product": sentence("Это произведение:"),
    "least": sentence("Это меньшее из двух чисел:"),
    "by_rule": sentence("Здесь ничего не делили, число дало правило. Оно смотрит на это:"),
    "judged": sentence("Столько планов можно сравнить с фактом. Вот факты:"),
    "met": sentence("Столько планов выполнено. Вот факты:"),
    "done": sentence("Столько мероприятий выполнено:"),
    "told": sentence("О стольких мероприятиях говорит отчёт:"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a computed figure, and where it is explained in its turn; nowhere if no document states it."""

    written: str
    what: str
    link: Markup | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure: as it is written to the last digit, what it is, its words or how it was worked out."""

    id: str
    written: str
    what: str
    quote: Quote | None
    passage: Markup | None
    """The way to those words."""
    how: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The figures of one page in the order in which it names them; what they are made of follows."""

    page: Page
    number: int
    places: dict[Figure, tuple[int, str]] = field(default_factory=dict)
    """The part and the anchor of each."""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """As much of a section as stands on one page."""

    of: Page
    id: str
    is_continued: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The ways between the pages of one folder."""

    contents: tuple[tuple[Section, Markup], ...]
    before: Markup | None
    after: Markup | None


@dataclass(slots=True)
class Explanations:
    """Of all figures on the pages of a programme, or on those that belong to none; on as many pages as they need."""

    folder: str
    rows: StatedRows
    words: Words
    _parts: list[list[tuple[Section, list[Figure]]]] = field(default_factory=list)
    _sections: list[Section] = field(default_factory=list)
    _room: int = 0

    def linked(self, page: Page, markdown: str) -> str:
        """A page's Markdown with a link in the place of every figure whose provenance is known. Once a page."""
        said = self.words.said
        if said is None:
            return markdown
        section = Section(page, len(self._sections) + 1)

        def link(figure: Figure, written: str) -> str:
            return f'<a href="{self._href(section, figure, page.place)}">{written}</a>'

        found, end = [], 0
        markdown = _TAG.sub(lambda tag: without_marks(tag[0]), markdown)
        for closed in (*_CLOSED.finditer(markdown), None):
            until = closed.start() if closed else len(markdown)
            found.append(said.shown(markdown[end:until], link))
            found.append(without_marks(closed[0]) if closed else "")
            end = closed.end() if closed else until
        if section.places:
            self._sections.append(section)
            self._explain_terms(section)
        return "".join(found)

    def pages(self, contexts: Sequence[Context]) -> tuple[Page, ...]:
        """The pages that explain the figures; none where there are none."""
        return with_status(map(self._page, range(len(self._parts))), contexts)

    def _page(self, part: int) -> Page:
        say, place = self.words.say, self._place(part)
        title = say("Откуда числа") if self.folder else say("Откуда числа общих страниц")
        return Page(
            place=place,
            title=say("{document}, часть {number}", document=title, number=part + 1) if part else title,
            description=say("Слова документа или действие, из которых взяты числа страниц."),
            values={
                "sections": [self._shown(section, figures, part) for section, figures in self._parts[part]],
                "parts": Parts(
                    tuple((each, self._way(place, *self._begin(each))) for each in self._sections)
                    if not part and len(self._sections) > 1
                    else (),
                    self._way(place, part - 1, "top") if part else None,
                    self._way(place, part + 1, "top") if part + 1 < len(self._parts) else None,
                ),
            },
            charts={},
            trail=self._trail(),
            is_found=False,
        )

    def _trail(self) -> tuple[tuple[str, Place], ...]:
        """The front page, and the overview of the programme where that is another."""
        first = self._sections[0].page
        front = next((one.page.trail[:1] for one in self._sections if one.page.trail), ((first.title, first.place),))
        context = self.rows.contexts.get(self.folder)
        return front if context is None or context.is_alone else (*front, (context.short_name, context.places.overview))

    def _shown(self, section: Section, figures: Sequence[Figure], part: int) -> ShownSection:
        begins, anchor = self._begin(section)
        is_continued = part > begins
        entries = tuple(self._entry(section, figure) for figure in figures)
        return ShownSection(section.page, f"{anchor}-{part + 1}" if is_continued else anchor, is_continued, entries)

    def _begin(self, section: Section) -> tuple[int, str]:
        """The part where a section begins, and its anchor."""
        return next(iter(section.places.values()))[0], f"page-{section.number}"

    def _explain_terms(self, section: Section) -> None:
        """Each term that is itself computed has its own entry, and so have its terms."""
        listed = list(section.places)
        for figure in listed:  # it grows
            if isinstance(figure.provenance, Computed):
                terms = [term for term in figure.provenance.terms if isinstance(term.provenance, Computed)]
                listed += [term for term in terms if term not in section.places]
                for term in terms:
                    self._at(section, term)

    def _href(self, section: Section, figure: Figure, here: Place) -> Markup:
        return self._way(here, *self._at(section, figure))

    def _way(self, here: Place, part: int, anchor: str) -> Markup:
        there = self._place(part)
        return as_link(f"#{anchor}" if there == here else f"{relative(here, there.folder)}/#{anchor}")

    def _at(self, section: Section, figure: Figure) -> tuple[int, str]:
        """Where a figure is explained."""
        if figure not in section.places:
            weight = self._weight(figure)
            if weight > self._room:
                self._parts.append([])
                self._room = _MOST
            self._room -= weight
            if not self._parts[-1] or self._parts[-1][-1][0] is not section:
                self._parts[-1].append((section, []))
            self._parts[-1][-1][1].append(figure)
            section.places[figure] = len(self._parts) - 1, f"{section.number}-{len(section.places) + 1}"
        return section.places[figure]

    def _weight(self, figure: Figure) -> int:
        if isinstance(figure.provenance, Computed):
            return 1 + len(figure.provenance.terms)
        return 1 + (len(self.rows.quote(figure.provenance).official.original) // _LETTERS if figure.provenance else 0)

    def _place(self, part: int) -> Place:
        return Place(posixpath.join(self.folder, KIND, *([str(part + 1)] if part else [])), KIND)

    def _entry(self, section: Section, figure: Figure) -> Entry:
        part, anchor = section.places[figure]
        here, provenance = self._place(part), figure.provenance
        written, what = self._written(figure), self.rows.what(figure.provenance)
        if isinstance(provenance, Computed):
            terms = tuple(self._term(section, term, here) for term in provenance.terms)
            how = self.words.say(_HOW[provenance.how] if terms else "Таких нет.")
            return Entry(anchor, written, what, None, None, how, terms)
        assert provenance is not None, "only a figure with a provenance is marked"  # noqa: S101
        return Entry(anchor, written, what, self.rows.quote(provenance), self.rows.passage(provenance, here), "", ())

    def _term(self, section: Section, term: Figure, here: Place) -> Term:
        written, what = self._written(term), self.rows.what(term.provenance)
        if isinstance(term.provenance, Stated):
            return Term(written, what, self.rows.passage(term.provenance, here))
        return Term(written, what, self._href(section, term, here) if term.provenance else None)

    def _written(self, figure: Figure) -> str:
        """To the last digit; what was divided to so many decimals, a share to two."""
        plain, provenance = replace(self.words, said=None), figure.provenance
        how = provenance.how if isinstance(provenance, Computed) else None
        if how in get_args(Counted):
            return plain.number(figure.value)
        if not isinstance(figure.value, Decimal):
            return plain.exact_thousand(figure.value)
        if isinstance(provenance, Stated):
            return self.rows.written(provenance, figure.value, plain)
        if how in ("share", "change"):
            return plain.percent(figure.value, 2)
        return plain.number(figure.value, min(decimals_of(figure.value), _DIGITS))
