"""What a programme's pages know in one language: the measures and charts, each made once."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from vitrina.addresses import Place, ProgrammePlaces, SitePlaces
from vitrina.charts.chart import Chart, SourceNames, slot
from vitrina.charts.money import Money
from vitrina.charts.registry import charts_of
from vitrina.dataset.cells import UNNAMED
from vitrina.dataset.programme import Dataset, Programme
from vitrina.measures.evaluation.method import Evaluation
from vitrina.measures.funding import share
from vitrina.measures.known import NOT_STATED, PART_UNKNOWN, Missing
from vitrina.measures.prices import RealTerms, real_terms
from vitrina.measures.programme_measures import ProgrammeMeasures, measures_of
from vitrina.pages.naming import Naming, naming_of
from vitrina.project import folders
from vitrina.words import Words
from vitrina.words.capitals import first_lower
from vitrina.words.foreign import has_foreign, untranslated
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.provenance import sum_of


@dataclass(frozen=True, slots=True)
class SourceOfMoney:
    """One source of money as the pages name it in their language."""

    id: str
    slot: str
    """Its colour."""
    name: str
    short: str
    pays: str
    """A clause: «край платит»."""
    total: int | Missing
    """Kopecks over all years."""
    share: Decimal | Missing
    """Percent of the whole programme."""


@dataclass(frozen=True, slots=True)
class Official:
    """The document's own wording, and our translation of it on a page in a language that has one."""

    original: str
    translation: str | None


@dataclass(frozen=True, slots=True)
class Subprogramme:
    """A subprogramme: the name people would give it, and its own."""

    id: str
    number: str
    short_name: str
    name: Official


@dataclass(frozen=True, slots=True)
class PricesSource:
    """Where the growth of prices is taken from, and the last year it covers."""

    publisher: str
    code: str
    last_year: int


@dataclass(frozen=True, eq=False)  # no slots: what follows is worked out when it is first asked for, and kept
class Context:
    """One programme in one language, ready for its pages. Equal to itself alone, so that it can be a key."""

    dataset: Dataset
    programme: Programme
    words: Words
    address: str = ""
    """Where the root of the site stands on the network, with a slash at its end; empty where nobody has said."""

    @cached_property
    def measures(self) -> ProgrammeMeasures:
        return measures_of(self.programme)

    @cached_property
    def naming(self) -> Naming:
        return naming_of(self.dataset.city, self.programme, self.words)

    @cached_property
    def site(self) -> SitePlaces:
        return SitePlaces()

    @cached_property
    def places(self) -> ProgrammePlaces:
        return ProgrammePlaces(self.programme.id)

    @cached_property
    def real(self) -> RealTerms | Missing:
        return real_terms(self.measures.funding, self.dataset.consumer_prices)

    @cached_property
    def sources(self) -> tuple[SourceOfMoney, ...]:
        """Those that the programme's documents name, in the order of the city's settings."""
        language, named = self.words.language, set(self.programme.money["source"].unique())
        return tuple(
            SourceOfMoney(
                id=source.id,
                slot=slot(place),
                name=source.name[language],
                short=source.short[language],
                pays=source.pays[language],
                total=self.measures.funding.total_of(source.id),
                share=self.measures.funding.share_of(source.id),
            )
            for place, source in enumerate(self.dataset.city.sources)
            if source.id in named
        )

    @cached_property
    def charts(self) -> Mapping[str, Chart]:
        """The charts that are at home on the money page."""
        return charts_of(self.money)

    @cached_property
    def source_line(self) -> str:
        """The source of the money's figures, as it stands under a chart: where those of the whole programme stand; the
        programme alone where it states none of its own."""
        first = next(iter(self.measures.quotations.values()), None)
        if first is None:
            return self.words.say("программа «{programme}»", programme=self.programme_name)
        place = first_lower(self.place_name(first.place))
        return self.words.say("программа «{programme}», {place}", programme=self.programme_name, place=place)

    @property
    def planned_sources(self) -> tuple[SourceOfMoney, ...]:
        """The sources with any planned amount, in the order of the city's settings."""
        return tuple(source for source in self.sources if source.id in self.measures.funding.sources)

    @property
    def by_size(self) -> tuple[SourceOfMoney, ...]:
        """The sources with any planned amount, the largest first."""
        by_id = {source.id: source for source in self.sources}
        return tuple(by_id[source] for source in self.measures.funding.sources)

    @property
    def payers(self) -> tuple[SourceOfMoney, ...]:
        """Who gives which part of the whole, the largest first; nobody where the parts are not known. Money of which
        the document does not say whose it is stands last."""
        funding = self.measures.funding
        if isinstance(funding.grand, Missing):
            return ()
        parts = {source: funding.part_of_grand(source.id) for source in self.sources}
        if PART_UNKNOWN in parts.values():
            return ()
        known = {source: part for source, part in parts.items() if not isinstance(part, Missing)}
        if not known or not funding.grand:
            return ()
        payers = [replace(source, total=part) for source, part in sorted(known.items(), key=lambda one: -one[1])]
        named = sum_of(known.values())
        rest = funding.grand - named
        if rest > 0:
            payers.append(replace(self.unnamed, total=rest, share=share(rest, funding.grand)))
        return tuple(payers)

    @property
    def unnamed(self) -> SourceOfMoney:
        """Stands in the place of a source for money that has none."""
        say = self.words.say
        name, short = say("Источник не назван"), say("Не назван")
        return SourceOfMoney(UNNAMED, UNNAMED, name, short, "", NOT_STATED, NOT_STATED)

    @property
    def chart_names(self) -> Mapping[str, SourceNames]:
        """Also of the money whose source the document does not name."""
        return {
            source.id: SourceNames(source.name, source.short, source.slot) for source in (*self.sources, self.unnamed)
        }

    @property
    def money(self) -> Money:
        """What the charts of the programme's money are drawn of."""
        return Money(
            self.measures.funding, self.words, self.chart_names, self.source_line, self.real, self._prices_line
        )

    @property
    def _prices_line(self) -> str:
        """Where the growth of prices is taken from, as it stands under a chart."""
        prices = self.prices
        if prices is None:
            return ""
        return self.words.say("{publisher}, ряд {code}", publisher=prices.publisher, code=prices.code)

    @property
    def evaluated(self) -> tuple[Evaluation, ...]:
        """The evaluations of the programme as a whole, the earliest year first."""
        return tuple(one for year in self.measures.evaluations.values() for one in year if one.line.kind == "programme")

    @property
    def programme_name(self) -> str:
        return self.line_name(self.programme.line.id)

    @property
    def short_name(self) -> str:
        """What people call the programme, where the tables say it in the page's language; else its name."""
        language = self.words.language
        short = self.programme.text_or_none("lines", self.programme.line.id, "short_name", language)
        return short.text if short and short.language == language else self.programme_name

    @property
    def is_alone(self) -> bool:
        """Whether the site has no other programme: the front page is then this one's overview."""
        return len(self.dataset.programmes) == 1

    @property
    def is_main(self) -> bool:
        """Whether the language is the site's main one, with whose pages lies what is the same in every language."""
        return self.words.language == self.dataset.city.languages[0]

    @property
    def own_folder(self) -> str:
        """Of the language, within the whole site: empty for the main one."""
        return folders(self.dataset.city.languages)[self.words.language]

    @property
    def own_address(self) -> str:
        """Where the pages in the language stand on the network, with a slash at its end; empty likewise."""
        return f"{self.address}{posixpath.join(self.own_folder, '')}" if self.address else ""

    def address_of(self, place: Place, anchor: str = "") -> str:
        """Where a page, or a block of it, stands on the network; empty likewise."""
        if not self.address:
            return ""
        return f"{self.own_address}{posixpath.join(place.folder, '')}{f'#{anchor}' if anchor else ''}"

    @cached_property
    def document_titles(self) -> Mapping[str, str]:
        """By id, in the language of the pages."""
        language = self.words.language
        return {
            one.id: self.programme.text("documents", one.id, "title", language).text for one in self.programme.documents
        }

    @property
    def edition_title(self) -> str:
        return self.document_titles[self.programme.edition.id]

    @property
    def prices(self) -> PricesSource | None:
        if not self.real:
            return None
        series = self.dataset.series[0]
        return PricesSource(
            self.dataset.texts.text("series", series.id, "publisher", self.words.language).text,
            series.code,
            max(self.dataset.consumer_prices),
        )

    @property
    def subprogrammes(self) -> tuple[Subprogramme, ...]:
        return tuple(
            Subprogramme(
                line.id,
                line.number or "",
                self.programme.text("lines", line.id, "short_name", self.words.language).text,
                self.official("lines", line.id, "name"),
            )
            for line in self.programme.lines
            if line.kind == "subprogramme"
        )

    def place_name(self, place: str) -> str:
        """A place in a document."""
        return self.programme.place(place, self.words.language).text

    def line_name(self, line: str) -> str:
        return self.programme.text("lines", line, "name", self.words.language).text

    def line_short_name(self, line: str) -> str:
        """What people would call a line; its own name where the dataset has no shorter one."""
        found = self.programme.text_or_none("lines", line, "short_name", self.words.language)
        return found.text if found else self.line_name(line)

    def line_title(self, line: str) -> str:
        """«Вся программа», or what people would call a line within it."""
        return self.words.say("Вся программа") if line == self.programme.line.id else self.line_short_name(line)

    @property
    def purpose(self) -> str:
        """What the money is for, «на образование»: it ends a sentence, so nothing Russian can stand in its place."""
        told = self.text("purpose")
        return self.words.say("на эту программу") if has_foreign(told) else told

    def text(self, identity: str) -> str:
        """One of the programme's plain texts."""
        return self.programme.text("texts", identity, "text", self.words.language).text

    def plain(self, table: str, identity: str, column: str) -> str:
        """Our plain words about a row of a table, their figures filled in. Raises `KeyError` where there are none."""
        return self.measures.filling.text(table, identity, column, self.words.language, self.words.said).text

    def plain_or_empty(self, table: str, identity: str, column: str) -> str:
        """The same of a column that may be empty; "" where it is."""
        found = self.measures.filling.text_or_none(table, identity, column, self.words.language, self.words.said)
        return found.text if found else ""

    def official(self, table: str, identity: str, column: str) -> Official:
        """An official wording with its unofficial translation."""
        russian = self.programme.text(table, identity, column, SOURCE_LANGUAGE).text
        if self.words.language == SOURCE_LANGUAGE:
            return Official(russian, None)
        translated = self.programme.text(table, identity, column, self.words.language)
        return Official(russian, translated.text if translated.language == self.words.language else None)

    def wording(self, official: Official) -> str:
        """An official wording where there is room for one alone: in the page's language if it can be."""
        return official.translation or untranslated(official.original, self.words.language)

    def phrase(self, russian: str) -> Official:
        """Words of a document that many rows share, with their translation."""
        translated = self.programme.phrase(russian, self.words.language)
        return Official(russian, translated.text if translated.language != SOURCE_LANGUAGE else None)

    def part_name(self, part: str) -> str:
        """What an «of which» row is called."""
        return self.programme.phrase(part, self.words.language).text

    def chosen(self, titles: Mapping[str, str], value: str) -> str:
        """The title of an id; words of the tables' own as they stand, or their translation."""
        if value in titles:
            return self.words.message(titles[value])
        return self.programme.phrase(value, self.words.language).text

    def quoted(self, source: str | None, year: int | None) -> str:
        """The document's own words for an amount or a total."""
        return self.measures.quotations[source, year].words
