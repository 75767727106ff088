"""Draws charts or remembers how they looked: equal specifications are drawn once, and always to the same bytes."""

import hashlib
import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.drawing import RENDERER, draw
from vitrina.charts.live import LIVE_LIBRARY, live_library
from vitrina.charts.picture import picture
from vitrina.processes import leave_with_parent
from vitrina.store import Folder, Memory, Store, version_of

_FEW = 40
"""So many drawings are made sooner here than in processes that have to start first."""

_DRAWING_CODE = ("drawing.py", "layout.py", "palette.py", "picture.py", "png.py", "style.py", "svg.py")
_UNUSABLE = (BrokenProcessPool, OSError, RuntimeError)  # no processes to be had here: it is drawn in this one

Task = TypeVar("Task")
Made = TypeVar("Made")


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
        cores = cores or len(_usable_cores())
        specs = {self._svg_key(item): item.spec for chart in charts for item in chart.drawings}
        missing = {key: spec for key, spec in specs.items() if self.store.get(key) is None}
        for key, svg in zip(missing, _each(draw, list(missing.values()), cores), strict=True):
            self.store.put(key, svg.encode())
        wanted = {self._png_key(chart): chart for chart in charts} if pictures else {}
        absent = {
            key: (chart, self.svg(chart.wide), self.tokens)
            for key, chart in wanted.items()
            if self.store.get(key) is None
        }
        for key, png in zip(absent, _each(_picture, list(absent.values()), cores), strict=True):
            self.store.put(key, png)
        return len(missing) + len(absent)

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
            kept = picture(chart, self.svg(chart.wide), self.tokens)
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

    def _svg_key(self, drawing: Drawing) -> str:
        return f"{_hash(drawing.spec)}.svg"

    def _png_key(self, chart: Chart) -> str:
        said = [chart.language, chart.finding, chart.subtitle, chart.source, chart.wide.spec]
        return f"{_hash(json.dumps([*said, self.tokens.read_text(encoding='utf-8')]))}.png"


def _picture(task: tuple[Chart, str, Path]) -> bytes:
    return picture(*task)


def _hash(content: str) -> str:
    return hashlib.sha256(f"{RENDERER}\0{_version_of_code()}\0{content}".encode()).hexdigest()


@cache
def _version_of_code() -> str:
    folder = files("vitrina.charts")
    return version_of(folder / name for name in _DRAWING_CODE)


def _usable_cores() -> Sequence[int]:
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)


def _each(make: Callable[[Task], Made], tasks: list[Task], cores: int) -> list[Made]:
    """Every task's result, in order. Processes are spawned, as on Windows: a forked renderer would hang."""
    if cores < 2 or len(tasks) < _FEW:
        return [make(task) for task in tasks]
    try:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(min(cores, len(tasks)), context, leave_with_parent) as pool:
            return list(pool.map(make, tasks, chunksize=max(1, len(tasks) // (cores * 4))))
    except _UNUSABLE:
        return [make(task) for task in tasks]
