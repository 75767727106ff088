"""A page before it is written: where it stands, which charts it shows, what its template is told."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from vitrina.addresses import ChartFiles, Kind, Place, ProgrammePlaces, SitePlaces, relative
from vitrina.addresses.downloads import citation_file
from vitrina.addresses.kinds import kind_named
from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.registry import chart_names, charts_of
from vitrina.charts.render.hatches import used
from vitrina.pages.chart_tables import Figures, figures
from vitrina.pages.decimals import in_columns
from vitrina.pages.markdown import as_link, as_text, render, sayers
from vitrina.pages.mistakes import MistakeReports
from vitrina.words import Words
from vitrina.words.foreign import shown
from vitrina.words.numbers import unbroken_ranges
from vitrina.words.provenance import without_marks

Leading = Mapping[str, Sequence["Page"]]
"""By an anchor of a page, the other pages that lead there."""
DrawSvg = Callable[[Drawing], str]

_HEADING = re.compile(r"^# .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart and the page where it is at home: there its permalink leads, and its files lie beside that page."""

    chart: Chart
    home: Place

    @property
    def files(self) -> ChartFiles:
        return ChartFiles(self.home, self.chart.id)


def placed(home: Place, *subjects: object, variant: str = "") -> dict[str, PlacedChart]:
    """Every chart that has something to show of the subjects, at home on a page."""
    return {
        name: PlacedChart(chart, home) for subject in subjects for name, chart in charts_of(subject, variant).items()
    }


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `values` go to the template of its kind; they are values, not text made ready."""

    place: Place
    title: str
    """What its link is called on the site."""
    description: str
    values: Mapping[str, object] = field(default_factory=dict)
    """What its template is told besides what every page of the programme is."""
    charts: Mapping[str, PlacedChart] = field(default_factory=dict)
    trail: tuple[tuple[str, Place], ...] = ()
    """The pages above this one, title and place, for its breadcrumbs."""
    named: str = ""
    """What others call it, where its title tells them nothing by itself."""
    keywords: str = ""
    """Words that people look for it by and that do not stand on it."""
    is_found: bool = True
    """By the search; not where another page says the same."""
    status: str = ""
    """The status of the document that it tells of: the line under its heading."""
    day: date | None = None
    """The last that the documents are dated by; the page is as old as that, whenever it was built."""
    dataset: str = ""
    """What programs are told of the data on it: JSON-LD in the words of schema.org."""
    reports: MistakeReports | None = None
    """Where a mistake on it is reported; None before the site is put together."""
    tells_what_leads_here: bool = False
    """Whether it lists, beside what they lead to, the other pages that lead to it."""
    is_unfilled: bool = False
    """Whether nobody has entered yet what it tells of: it says so, and nothing else."""

    @property
    def kind(self) -> Kind:
        return kind_named(self.place.kind)

    @property
    def template(self) -> str:
        """The name of its kind, which is that of its template too."""
        return self.place.kind

    @property
    def in_navigation(self) -> bool:
        """Whether it is a tab; a page that says what another says is none."""
        return self.kind.is_tab and self.is_found


@dataclass(frozen=True, slots=True)
class ShownChart:
    """A chart as a template sees it: its files and its permalink as links from the page that shows it."""

    chart: Chart
    csv: Markup
    file: str
    """The path of its figures within the site, for those who are told of a mistake in them."""
    png: Markup
    live: Markup
    citation: Markup
    permalink: Markup
    words: Words
    data: Markup | None
    """Of its programme, all that can be taken along; none of a chart of several programmes."""
    draw: DrawSvg

    @property
    def figures(self) -> Figures:
        return figures(self.chart.table, self.words)

    def svg(self, drawing: Drawing) -> Markup:
        return Markup(drawing.naming_languages(self.draw(drawing)))  # noqa: S704  drawn by us: its texts are escaped by the drawing program


def _shown(placed: PlacedChart, here: Place, words: Words, draw: DrawSvg) -> ShownChart:
    files = placed.files
    return ShownChart(
        chart=placed.chart,
        words=words,
        csv=as_link(relative(here, files.csv)),
        file=files.csv,
        png=as_link(relative(here, files.png)),
        live=as_link(relative(here, files.live)),
        citation=as_link(relative(here, files.citation)),
        permalink=as_link(here.link_to(placed.home, placed.chart.id)),
        data=None
        if kind_named(placed.home.kind).is_of_site
        else as_link(here.link_to(ProgrammePlaces(placed.home.programme)["data"])),
        draw=draw,
    )


class _Drawn:
    """What a page has drawn so far. Iterated at its end it gives the hatches that its pictures refer to."""

    def __init__(self, draw: DrawSvg) -> None:
        self._draw = draw
        self._drawn: list[str] = []

    def draw(self, drawing: Drawing) -> str:
        self._drawn.append(self._draw(drawing))
        return self._drawn[-1]

    def __iter__(self) -> Iterator[str]:
        return iter(used(self._drawn))

    def __bool__(self) -> bool:
        return bool(used(self._drawn))


class _Charts(dict[str, ShownChart]):
    """By name. A template may ask for a chart that its page does not show: it is None.

    Raises `KeyError` for a name that no chart has.
    """

    def __missing__(self, name: str) -> None:
        if name not in chart_names():
            raise KeyError(name)


def write_page(
    page: Page,
    words: Words,
    draw: DrawSvg,
    leading: Leading | None = None,
    linked: Callable[[str], str] = without_marks,
) -> str:
    """The page's Markdown. `leading` is what leads to it, for a page that tells so; `linked` makes links of the marks
    that its figures have, or leaves these out."""
    drawn = _Drawn(draw)

    def link(other: Place, anchor: str = "") -> Markup:
        """A link as Markdown wants it, from file to file."""
        return as_link(page.place.link_to(other, anchor))

    def address(other: Place) -> Markup:
        """A link as HTML wants it, from folder to folder."""
        return as_link(relative(page.place, other.folder or ".") + "/")

    def mistake(anchor: str, row: str = "") -> str:
        """Where a mistake in a block of the page is reported; `row` is the file of its figures."""
        return page.reports.address(page.place, anchor, row) if page.reports else ""

    values = {
        "w": words,
        **sayers(words),
        "site": SitePlaces(),
        "link": link,
        "address": address,
        "mistake": mistake,
        "page": page,
        "citation": as_link(relative(page.place, citation_file(page.place))),
        **page.values,
        "hatches": drawn,
        "leading": leading or {},
        "charts": _Charts(
            {name: _shown(placed, page.place, words, drawn.draw) for name, placed in page.charts.items()}
        ),
    }
    text = render("unfilled.md" if page.is_unfilled else f"{page.template}.md", values)
    return _with_status(linked(in_columns(text, words)), page.status)


def _with_status(markdown: str, status: str) -> str:
    """The status stands right under the heading, whatever the template: none can leave it out."""
    if not status:
        return markdown
    heading = f"\n\n{unbroken_ranges(shown(as_text(status)))}\n{{: .v-document-status }}\n"
    return _HEADING.sub(lambda match: match[0] + heading, markdown, count=1)
