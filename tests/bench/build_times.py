"""What it costs to build Divnogorsk's site: over plain MkDocs on the same finished Markdown, and to draw it anew."""

import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from time import perf_counter

from bench.commands import Usage, middle, run
from bench.measure import Measure
from support.datasets import DIVNOGORSK
from vitrina.charts.render.drawings import Drawings
from vitrina.measures.loading import load_dataset
from vitrina.pages.site import make_site
from vitrina.project import TOKENS
from vitrina.words import LANGUAGES, Words

MOST_OVER_MKDOCS = 1.3
MOST_A_DRAWING = 25


def build_times(folder: Path) -> Iterator[Measure]:
    exported = folder / "exported"
    run(["-m", "vitrina", "export", "--data", DIVNOGORSK, exported])
    build: list[str | Path] = ["-m", "vitrina", "build", "--data", DIVNOGORSK, "--output", folder / "site"]
    run(build)  # draws what is missing
    whole, plain = middle(lambda: run(build)), middle(lambda: _both(exported, folder / "plain"))
    yield Measure("Plain MkDocs on the finished Markdown, both languages", plain.clock, "s", digits=1)
    yield Measure("`make site`, drawings at hand", whole.clock, "s", digits=1)
    yield Measure("… over plain MkDocs", whole.clock / plain.clock, "×", MOST_OVER_MKDOCS, digits=2)
    yield Measure("… over plain MkDocs, of all processors together", whole.processor / plain.processor, "×", digits=2)
    count, each = _drawn(pictures=True)
    yield Measure("Its drawings and pictures", count, "")
    yield Measure("… each and a core, drawn anew", each, "ms", MOST_A_DRAWING)
    count, each = _drawn(pictures=False)
    yield Measure("Drawings of its pages, without pictures to take away", count, "")
    yield Measure("… each and a core, drawn anew", each, "ms")


def _both(exported: Path, output: Path) -> Usage:
    """Each language by a command of its own, as anybody would build it."""
    languages = {"mkdocs.yml": output, "mkdocs.en.yml": output / "en"}
    runs = [run(["-m", "mkdocs", "build", "-q", "-f", exported / name, "-d", to]) for name, to in languages.items()]
    return Usage(*(sum(getattr(one, field.name) for one in runs) for field in fields(Usage)))


def _drawn(pictures: bool) -> tuple[int, float]:
    """How many drawings the charts of both languages are, and the milliseconds that each takes a core."""
    dataset = load_dataset(DIVNOGORSK).dataset
    assert dataset is not None
    sites = [make_site(dataset, Words(language)) for language in LANGUAGES]
    charts = [placed.chart for site in sites for page in site.pages for placed in page.charts.values()]
    begun = perf_counter()
    count = Drawings.in_memory(TOKENS).prepare(charts, pictures)
    return count, (perf_counter() - begun) * 1000 * (os.cpu_count() or 1) / count
