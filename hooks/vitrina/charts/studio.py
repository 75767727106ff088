"""Draws charts or remembers how they looked: equal specifications are drawn once, and always to the same bytes."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.drawing import RENDERER, draw
from vitrina.charts.live import LIVE_LIBRARY, live_library
from vitrina.charts.picture import picture
from vitrina.charts.png import paint
from vitrina.processes import Workers
from vitrina.store import Folder, Memory, Store, version_of

_DRAWING_CODE = ("drawing.py", "hatches.py", "layout.py", "palette.py", "picture.py", "png.py", "style.py", "svg.py")


@dataclass(frozen=True, slots=True)
class Drawings:
    """`prepare` draws all that is missing at once; `svg` and `png` give one, drawn now if it must be."""

    store: Store
    tokens: Path
    """The style sheet whose light colours the pictures take."""

    @classmethod
    def on_disk(cls, folder: Path, tokens: Path) -> "Drawings":
        return cls(Folder(folder), tokens)

    @classmethod
    def in_memory(cls, tokens: Path) -> "Drawings":
        return cls(Memory(), tokens)

    def prepare(self, charts: Iterable[Chart], pictures: bool = True, cores: int | None = None) -> int:
        """Draw what is not yet remembered, on every core, and say how many were drawn. `cores` is for measuring."""
        charts = list(charts)
        specs = {self._svg_key(item): item.spec for chart in charts for item in chart.drawings}
        missing = {key: spec for key, spec in specs.items() if self.store.get(key) is None}
        wanted = {self._png_key(chart): chart for chart in charts} if pictures else {}
        absent = {key: chart for key, chart in wanted.items() if self.store.get(key) is None}
        count = len(missing) + len(absent)
        with Workers(count, cores) as workers:
            for key, svg in zip(missing, workers.each(draw, missing.values()), strict=True):
                self.store.put(key, svg.encode())
            whole = [self._picture(chart) for chart in absent.values()]
            for key, png in zip(absent, workers.each(paint, whole), strict=True):
                self.store.put(key, png)
        return count

    def svg(self, drawing: Drawing) -> str:
        """The drawing for a page: one line of SVG in the page's own colours."""
        key = self._svg_key(drawing)
        kept = self.store.get(key)
        if kept is None:
            kept = draw(drawing.spec).encode()
            self.store.put(key, kept)
        return kept.decode()

    def png(self, chart: Chart) -> bytes:
        """The chart as a picture to take away."""
        key = self._png_key(chart)
        kept = self.store.get(key)
        if kept is None:
            kept = paint(self._picture(chart))
            self.store.put(key, kept)
        return kept

    def live_library(self) -> str:
        """The script of live charts, which takes longer to put together than a page to write."""
        key = f"{_hash(LIVE_LIBRARY)}.js"
        kept = self.store.get(key)
        if kept is None:
            kept = live_library().encode()
            self.store.put(key, kept)
        return kept.decode()

    def _picture(self, chart: Chart) -> str:
        return picture(chart, self.svg(chart.wide), self.tokens)

    def _svg_key(self, drawing: Drawing) -> str:
        return f"{_hash(drawing.spec)}.svg"

    def _png_key(self, chart: Chart) -> str:
        said = [chart.language, chart.finding, chart.subtitle, chart.source, chart.status, chart.wide.spec]
        return f"{_hash(json.dumps([*said, self.tokens.read_text(encoding='utf-8')]))}.png"


def _hash(content: str) -> str:
    return hashlib.sha256(f"{RENDERER}\0{_version_of_code()}\0{content}".encode()).hexdigest()


@cache
def _version_of_code() -> str:
    folder = files("vitrina.charts")
    return version_of(folder / name for name in _DRAWING_CODE)
