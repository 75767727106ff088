"""The cache of drawings: equal specifications are drawn once, and always to the same bytes.

A key is the whole input, the specification of an SVG or the SVG of a PNG, with all code that turns one into the other.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.render.drawing import RENDERER, draw
from vitrina.charts.render.live import LIVE_LIBRARY, live_library
from vitrina.charts.render.picture import picture
from vitrina.charts.render.png import paint
from vitrina.processes import Workers
from vitrina.store import Folder, Memory, Store, version_of


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
        painted = charts if pictures else []
        # Which PNG are missing is known when every SVG is there; while some are not, all may be.
        tasks = len(missing) + len(painted if missing else self._unpainted(painted))
        with Workers(tasks, cores) as workers:
            for key, svg in zip(missing, workers.each(draw, missing.values()), strict=True):
                self.store.put(key, svg.encode())
            absent = self._unpainted(painted)
            for key, png in zip(absent, workers.each(paint, absent.values()), strict=True):
                self.store.put(key, png)
        return len(missing) + len(absent)

    def _unpainted(self, charts: Iterable[Chart]) -> dict[str, str]:
        """The pictures that are not yet PNG, as SVG, by their keys."""
        pictures = {self._png_key(whole): whole for whole in map(self._picture, charts)}
        return {key: whole for key, whole in pictures.items() if self.store.get(key) is None}

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
        whole = self._picture(chart)
        key = self._png_key(whole)
        kept = self.store.get(key)
        if kept is None:
            kept = paint(whole)
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

    def _png_key(self, picture: str) -> str:
        return f"{_hash(picture)}.png"


def _hash(content: str) -> str:
    return hashlib.sha256(f"{RENDERER}\0{_version_of_code()}\0{content}".encode()).hexdigest()


@cache
def _version_of_code() -> str:
    modules = sorted(files("vitrina.charts.render").iterdir(), key=lambda file: file.name)
    return version_of(module for module in modules if module.name.endswith(".py"))
