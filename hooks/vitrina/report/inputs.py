"""What the chapters of a report are made from, and what several of them say in the same way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from vitrina.addresses import Place
from vitrina.charts.chart import Chart
from vitrina.charts.registry import chart_names
from vitrina.dataset.programme import Quotation
from vitrina.measures.known import Missing
from vitrina.pages.context import Context, Official
from vitrina.pages.page import Page
from vitrina.pages.promise_table import IndicatorProfiles
from vitrina.pages.quotations import Quote, quote
from vitrina.report.blocks import Block, Paragraph, Quoted, Run, Table
from vitrina.report.pictures import ChartFigures
from vitrina.words import Words
from vitrina.words.languages import SOURCE_LANGUAGE

DASH = "—"


@dataclass(frozen=True, slots=True)
class Inputs:
    """A programme in one language: its measures, its indicators, the pages of the site that tell of it."""

    context: Context
    profiles: IndicatorProfiles
    pages: Mapping[Place, Page]
    figures: ChartFigures
    address: str
    """Of the site in this language, with a slash at its end; empty where it is not known."""

    @property
    def words(self) -> Words:
        return self.context.words

    def say(self, text: str, **values: object) -> str:
        return self.context.words.say(text, **values)

    def lead(self, place: Place) -> Iterator[Block]:
        """What the page of the site tells, and its address."""
        if page := self.pages.get(place):
            yield Paragraph(page.description, "lead")
            yield from self.on_the_web(place)

    def on_the_web(self, place: Place) -> Iterator[Block]:
        if self.address:
            address = f"{self.address}{place.folder}/" if place.folder else self.address
            yield Paragraph((f"{self.say('На сайте')}: ", Run(address, link=address)), "source")

    def charts(self, place: Place, *names: str, level: int = 3) -> Iterator[Block]:
        """Those charts of a page that it has; without names all of them. Raises `KeyError` as `chart` does."""
        page = self.pages.get(place)
        for name in names or (page.charts if page else ()):
            if chart := self.chart(place, name):
                yield self.figures.figure(chart, level)

    def chart(self, place: Place, name: str) -> Chart | None:
        """None where the page does not show it. Raises `KeyError` for a name that no chart has."""
        if name not in chart_names():
            raise KeyError(name)
        page = self.pages.get(place)
        return page.charts[name].chart if page and name in page.charts else None

    def amount(self, kopecks: int | Missing | None) -> str:
        """To the kopeck, in thousand roubles."""
        return DASH if kopecks is None or isinstance(kopecks, Missing) else self.words.exact(kopecks)

    def verdict(self, adds_up: bool, difference: str) -> Run:
        """Whether a stated value is the sum of its parts."""
        return Run(self.say("сходится"), status="adds-up") if adds_up else Run(difference, status="differs")

    def official(self, official: Official) -> tuple[str | Run, ...]:
        """An official wording in a line of text: with our translation where there is one."""
        quoted = Run(f"«{official.original}»", lang=SOURCE_LANGUAGE if self.words.language != SOURCE_LANGUAGE else "")
        return (quoted, f" ({self.translation(official.translation)})") if official.translation else (quoted,)

    def translation(self, words: str) -> str:
        """In the quotation marks of the language."""
        return self.say("«{words}»", words=words)

    def own_words(self, official: Official) -> tuple[str | Run, ...]:
        """The document's wording in small letters, in a line of its own."""
        return tuple(
            Run(run, "note") if isinstance(run, str) else replace(run, look="note") for run in self.official(official)
        )

    def heads(self, *keys: str) -> tuple[str, ...]:
        """The heads of a table."""
        return tuple(map(self.say, keys))

    def place(self, quotation: Quotation) -> str:
        """Where words of a document stand."""
        return quote(self.context, quotation).place

    def quoted(self, found: Quote) -> Quoted:
        official = found.official
        return Quoted(
            f"«{official.original}»",
            self.translation(official.translation) if official.translation else "",
            found.place,
        )

    def sum(self, rows: Iterable[tuple[str, str, str]]) -> Table:
        """A contradiction as arithmetic: what, whose, the amount; the last row is the result."""
        lines = [((what, Run(whose, "note")), amount) for what, whose, amount in rows]
        heads = (self.say("Расчёт"), self.words.unit("thousand"))
        return Table("", heads, tuple(lines[:-1]), lines[-1])
