"""Drawings without what a test does not look at: pictures take longest to make, and have tests of their own."""

from collections.abc import Iterable

from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.render.drawings import Drawings

EMPTY_PICTURE = '<svg viewBox="0 0 640 360" width="640" height="360"></svg>'


class SvgOnly:
    """What stands in a page is drawn for real; the files to take away are there, and no pictures."""

    def __init__(self, real: Drawings) -> None:
        self.real = real

    def prepare(self, charts: Iterable[Chart]) -> int:
        return self.real.prepare(charts, pictures=False)

    def svg(self, drawing: Drawing) -> str:
        return self.real.svg(drawing)

    def png(self, chart: Chart) -> bytes:
        return chart.id.encode()

    def live_library(self) -> str:
        return self.real.live_library()


class EmptyDrawings(SvgOnly):
    """Every picture is empty; only the script of live charts is real."""

    def prepare(self, charts: Iterable[Chart]) -> int:
        return len(list(charts))

    def svg(self, _: Drawing) -> str:
        return EMPTY_PICTURE
