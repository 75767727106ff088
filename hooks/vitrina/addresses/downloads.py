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
