"""Where the figures of a page are from: each with its words in a document or its terms, in parts of a few screens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import get_args

from markupsafe import Markup

from vitrina.addresses.downloads import where_from_file
from vitrina.pages.markdown import as_link
from vitrina.pages.page import Page
from vitrina.pages.quotations import Quote
from vitrina.pages.stated_rows import StatedRows
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import decimals_of
from vitrina.words.provenance import Computed, Counted, Figure, How, Stated, without_marks

_TALLEST = 6_600
"""Pixels of a phone that the figures of one part take, about: with what stands around them less than ten screens."""
_LINE, _LETTERS = 24, 38
"""Pixels, and letters that stand in it."""
_AROUND, _AROUND_TERM = 48, 6
"""Pixels around the lines of a figure, its report of a mistake among them, and of a term."""
MOST_TERMS = 40
"""So many stand open; the others are folded away."""
_DIGITS = 4

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
    report: str
    """Where a mistake in it is reported; empty where nobody takes reports."""


@dataclass(slots=True)
class ExplainedPage:
    """The figures of one page in the order in which it names them; what they are made of follows."""

    page: Page
    places: dict[Figure, tuple[int, str]] = field(default_factory=dict)
    """The part and the anchor of each."""
    parts: list[list[Figure]] = field(default_factory=list)
    left: int = 0
    """Pixels of the last part."""

    def path(self, part: int) -> str:
        return where_from_file(self.page.place, part + 1)

    def way(self, part: int) -> str:
        """From the page, and from every part, for they lie beside it."""
        return self.path(part).rpartition("/")[2]


@dataclass(slots=True)
class Explanations:
    """Of all figures on the pages of a site. A page's own stand beside it, so that no other page moves them."""

    rows: StatedRows
    words: Words
    pages: list[ExplainedPage] = field(default_factory=list)
    _told: dict[Figure, tuple[str, str]] = field(default_factory=dict)
    """How each figure is written, and what it is."""

    def linked(self, page: Page, markdown: str) -> str:
        """A page's Markdown with a link in the place of every figure whose provenance is known. Once a page."""
        said = self.words.said
        if said is None:
            return markdown
        explained = ExplainedPage(page)

        def link(figure: Figure, written: str) -> str:
            return f'<a href="{self._href(explained, figure)}">{written}</a>'

        found, end = [], 0
        markdown = _TAG.sub(lambda tag: without_marks(tag[0]), markdown)
        for closed in (*_CLOSED.finditer(markdown), None):
            until = closed.start() if closed else len(markdown)
            found.append(said.shown(markdown[end:until], link))
            found.append(without_marks(closed[0]) if closed else "")
            end = closed.end() if closed else until
        if explained.places:
            self.pages.append(explained)
            self._explain_terms(explained)
        return "".join(found)

    def entries(self, explained: ExplainedPage, part: int) -> tuple[Entry, ...]:
        """What stands in a part."""
        return tuple(self._entry(explained, figure, part) for figure in explained.parts[part])

    def _explain_terms(self, explained: ExplainedPage) -> None:
        """Each term that is itself computed has its own entry, and so have its terms."""
        listed = list(explained.places)
        for figure in listed:  # it grows
            if isinstance(figure.provenance, Computed):
                terms = [term for term in figure.provenance.terms if isinstance(term.provenance, Computed)]
                listed += [term for term in terms if term not in explained.places]
                for term in terms:
                    self._at(explained, term)

    def _href(self, explained: ExplainedPage, figure: Figure, here: int | None = None) -> Markup:
        """From the page, or from the part `here`."""
        part, anchor = self._at(explained, figure)
        return as_link(f"#{anchor}" if part == here else f"{explained.way(part)}#{anchor}")

    def _at(self, explained: ExplainedPage, figure: Figure) -> tuple[int, str]:
        """Where a figure is explained."""
        if figure not in explained.places:
            height = self._height(figure)
            if height > explained.left:
                explained.parts.append([])
                explained.left = _TALLEST
            explained.left -= height
            explained.parts[-1].append(figure)
            explained.places[figure] = len(explained.parts) - 1, str(len(explained.places) + 1)
        return explained.places[figure]

    def _height(self, figure: Figure) -> int:
        """About how many pixels of a phone it takes."""
        provenance = figure.provenance
        head = _AROUND + self._lines(figure)
        if isinstance(provenance, Computed):
            terms = provenance.terms[:MOST_TERMS]
            return head + 2 * _LINE + sum(_AROUND_TERM + self._lines(term) for term in terms)
        quote = self.rows.quote(provenance) if provenance else None
        return head + _lines(f"{quote.official.original} {quote.place}" if quote else "")

    def _lines(self, figure: Figure) -> int:
        return _lines(" ".join(self._tell(figure)))

    def _entry(self, explained: ExplainedPage, figure: Figure, here: int) -> Entry:
        _, anchor = explained.places[figure]
        provenance = figure.provenance
        written, what = self._tell(figure)
        named = f"{written}, {what}" if what else written
        if isinstance(provenance, Computed):
            terms = tuple(self._term(explained, term, here) for term in provenance.terms)
            how = self.words.say(_HOW[provenance.how] if terms else "Таких нет.")
            report = self._report(explained, named, f"{explained.path(here)}#{anchor}")
            return Entry(anchor, written, what, None, None, how, terms, report)
        assert provenance is not None, "only a figure with a provenance is marked"  # noqa: S101
        passage = self.rows.passage(provenance, explained.page.place)
        file = f"{provenance.programme}/{provenance.table}.csv"
        row = self.words.say("{file}, строка {number}", file=file, number=provenance.number)
        report = self._report(explained, named, row)
        return Entry(anchor, written, what, self.rows.quote(provenance), passage, "", (), report)

    def _report(self, explained: ExplainedPage, figure: str, row: str) -> str:
        """About a figure; `row` is that of the tables, or where its terms stand."""
        page = explained.page
        return page.reports.address(page.place, row=row, figure=figure) if page.reports else ""

    def _term(self, explained: ExplainedPage, term: Figure, here: int) -> Term:
        written, what = self._tell(term)
        if isinstance(term.provenance, Stated):
            return Term(written, what, self.rows.passage(term.provenance, explained.page.place))
        return Term(written, what, self._href(explained, term, here) if term.provenance else None)

    def _tell(self, figure: Figure) -> tuple[str, str]:
        if figure not in self._told:
            self._told[figure] = self._written(figure), self.rows.what(figure.provenance)
        return self._told[figure]

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


def _lines(text: str) -> int:
    """The pixels that the lines of a text take."""
    return -(-len(text) // _LETTERS) * _LINE
