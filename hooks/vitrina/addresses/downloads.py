"""What can be taken away of a chart: its figures, its picture, and the description that a live chart is drawn from."""

from dataclasses import dataclass

from vitrina.addresses.places import Place


@dataclass(frozen=True, slots=True)
class ChartFiles:
    """The files of one chart. They lie beside the page where the chart is at home, whatever page shows it."""

    home: Place
    chart: str

    @property
    def csv(self) -> str:
        return self.home.file(f"{self.chart}.csv")

    @property
    def png(self) -> str:
        return self.home.file(f"{self.chart}.png")

    @property
    def live(self) -> str:
        """What the live drawings' names begin with."""
        return self.home.file(self.chart)

    def specification(self, drawing: str) -> str:
        """The Vega-Lite description of one drawing: `…-wide.json`, `…-narrow.json`, or of one panel."""
        return f"{self.live}-{drawing}.json"


TABLES_IN_JSON = ("lines", "money", "indicators", "observations", "documents")
"""The tables that programs get a file of each; their names and those of their fields are promised."""
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

    def open_data_passport(self, name: str) -> str:
        """The files by which Russian catalogues of open data know a data set."""
        return f"{self.page}/passport/{name}.csv"


CATALOGUE = "catalog.jsonld"
"""All programmes of the site, as DCAT-AP describes data sets."""
