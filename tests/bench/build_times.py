"""What it costs to build the site of this repository in all languages, with its reports, and to check its tables."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.commands import ROOT, Usage, middle, run
from bench.measure import Measure
from vitrina.project import kept

MOST_COLD, MOST_WARM, MOST_CHECK = 20, 5, 3
"""Seconds, of two quiet cores."""


def build_times(folder: Path) -> Iterator[Measure]:
    """The site is left in `folder / "site"`."""
    project = folder / "project"
    for name in ("build_data", "docs", "hooks"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    build: list[str | Path] = ["-m", "vitrina", "build", "--output", folder / "site"]
    cold = middle(lambda: _cold(build, project))
    warm, checked = middle(lambda: run(build, project)), middle(lambda: run(["-m", "vitrina", "check"], project))
    for name, usage, most in (
        ("Build, nothing kept of another", cold, MOST_COLD),
        ("Build, drawings and templates at hand", warm, MOST_WARM),
        ("`check`", checked, MOST_CHECK),
    ):
        yield Measure(name, usage.clock, "s", most, digits=1)
        yield Measure("… of all processors together", usage.processor, "s", digits=1)


def _cold(build: list[str | Path], project: Path) -> Usage:
    shutil.rmtree(kept(project, "drawings").parent, ignore_errors=True)
    return run(build, project)
