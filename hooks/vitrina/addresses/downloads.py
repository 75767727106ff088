"""What can be taken away: of a chart its figures and its picture, of a programme its tables in every form."""

from dataclasses import dataclass

from vitrina.addresses.places import Place


def citation_file(page: Place) -> str:
    """The page that says how to name a page and its charts."""
    return page.file("cite.html")


def where_from_file(page: Place, part: int) -> str:
    """The page that says where the figures of a page are from; a long one goes on in further parts."""
    return page.file("where-from.html" if part == 1 else f"where-from-{part}.html")


@dataclass(frozen=True, slots=True)
class ChartFiles:
    """The files of one chart. They lie beside the page where the chart is at home, whatever page shows it."""

    home: Place
    chart: str

    @property
    def csv(self) -> str:
        return self.home.file(f"{self.chart}.csv")

    @property
    def csv_for_programs(self) -> str:
        return self.home.file(f"{self.chart}-for-programs.csv")

    @property
    def png(self) -> str:
        return self.home.file(f"{self.chart}.png")

    @property
    def embed(self) -> str:
        """The page that shows it within pages of others."""
        return self.home.file(f"{self.chart}-embed.html")

    @property
    def citation(self) -> str:
        """Where it says how to name it, and how to show it elsewhere: a page, and the place on it."""
        return f"{citation_file(self.home)}#{self.chart}"

    @property
    def live(self) -> str:
        """What the live drawings' names begin with."""
        return self.home.file(self.chart)

    def specification(self, drawing: str) -> str:
        """The Vega-Lite description of one drawing: `…-wide.json`, `…-narrow.json`, or of one panel."""
        return f"{self.live}-{drawing}.json"


@dataclass(frozen=True, slots=True)
class CardFiles:
    """What is shown of a page where somebody names it."""

    page: Place

    @property
    def wide(self) -> str:
        return self.page.file("card.png")

    @property
    def square(self) -> str:
        return self.page.file("card-square.png")


TABLES_IN_JSON = ("lines", "money", "indicators", "observations", "documents")
"""The tables that programs get a file of each; their names and those of their fields are promised."""
FROZEN_TABLES = ("lines", "money", "indicators", "observations")
"""The tables of which it is kept what was in force with each edition."""
IN_JSON = ("programme", *TABLES_IN_JSON, "changes", "all")


@dataclass(frozen=True, slots=True)
class ApiFiles:
    """What programs take away of a programme: paths within the site, the same whatever the language of the page."""

    programme: str

    @property
    def page(self) -> str:
        """The folder of the page that tells of them all, and that they lie below."""
        return f"{self.programme}/data"

    def json(self, name: str) -> str:
        return f"{self.page}/v1/{name}.json"

    def schema(self, name: str) -> str:
        """The JSON Schema beside a file."""
        return f"{self.page}/v1/{name}.schema.json"

    def edition(self, document: str) -> str:
        """What was in force with an edition: an address that lasts."""
        return f"{self.page}/editions/{document}/data.json"

    def edition_csv(self, document: str, table: str) -> str:
        """A table as it was in force with an edition, as people open it, beside that JSON and as lasting."""
        return f"{self.page}/editions/{document}/{self.programme}-{table}.csv"

    def edition_csv_for_programs(self, document: str, table: str) -> str:
        return f"{self.page}/editions/{document}/{self.programme}-{table}-for-programs.csv"

    def open_data_passport(self, name: str) -> str:
        """The files by which Russian catalogues of open data know a data set."""
        return f"{self.page}/passport/{name}.csv"


CATALOGUE = "catalog.jsonld"
"""All programmes of the site, as DCAT-AP describes data sets."""


@dataclass(frozen=True, slots=True)
class TableFiles:
    """The tables of a programme. A name says of which programme it is, wherever the file is kept."""

    programme: str

    @property
    def folder(self) -> str:
        return ApiFiles(self.programme).page

    def csv(self, table: str) -> str:
        """A table as people open it; it is in the language of its site."""
        return f"{self.folder}/tables/{self.programme}-{table}.csv"

    def csv_for_programs(self, table: str) -> str:
        return f"{self.for_programs}/{self.programme}-{table}-for-programs.csv"

    @property
    def for_programs(self) -> str:
        """The folder of what programs read. It is the same in every language, and lies in the site of the main one."""
        return f"{self.folder}/for-programs"

    @property
    def workbook(self) -> str:
        return f"{self.folder}/{self.programme}-tables.xlsx"

    @property
    def package(self) -> str:
        """By the name that the Data Package standard gives it."""
        return f"{self.for_programs}/datapackage.json"

    @property
    def csv_metadata(self) -> str:
        """By the name under which CSV on the Web looks for it."""
        return f"{self.for_programs}/csv-metadata.json"

    @property
    def licence(self) -> str:
        return f"{self.for_programs}/licence.txt"

    @property
    def dataset(self) -> str:
        """The folder that a site is made from, packed."""
        return f"{self.folder}/{self.programme}-dataset.zip"
