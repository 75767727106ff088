"""From a shape to its pages: written, read, checked; made in every language, and nothing drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from shapes.money import money_rows
from shapes.shape import Row, Shape
from shapes.writing import write
from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import Dataset
from vitrina.dataset.reader import Reading
from vitrina.measures.loading import load_dataset
from vitrina.pages.site import Site, make_site
from vitrina.render import undrawn, written
from vitrina.words import Words
from vitrina.words.numbers import Language

_CHECKS = {"unexpected_line_difference": "by-line", "unexpected_part_difference": "of-which"}


@dataclass(frozen=True, slots=True)
class Made:
    """The pages of one language, as made and as written."""

    words: Words
    site: Site
    texts: tuple[str, ...]


def read(shape: Shape) -> Reading:
    """The dataset as `check` finds it; totals that do not add up are written down as known, as staff would."""
    reading = _read(shape, ())
    rules = {problem.rule for problem in reading.problems}
    if rules and rules <= {"unexpected_difference", *_CHECKS}:
        return _read(shape, list(_findings(shape, reading.problems)))
    return reading


def _read(shape: Shape, findings: Sequence[Row]) -> Reading:
    with TemporaryDirectory() as folder:
        return load_dataset(write(shape, Path(folder) / "build_data", findings))


def _findings(shape: Shape, problems: Sequence[Problem]) -> Iterator[Row]:
    rows = list(money_rows(shape))
    for at, problem in enumerate(problems):
        row = rows[(problem.row or 0) - 2]
        key = {name: row.get(name, "") for name in ("document", "line", "source", "year", "stage", "of_which")}
        whole = ("by-source" if row["source"] != "total" else "grand") if row["year"] == "total" else "by-year"
        difference = str(problem.hints["difference"])
        yield {
            **key, "id": f"difference-{at}", "check": _CHECKS.get(problem.rule, whole), "difference": difference,
            "reason": "Так в документе.",
        }  # fmt: skip


def made(dataset: Dataset, language: Language) -> Made:
    """Every page of one language, and what else is written and not drawn."""
    words = Words(language)
    site = make_site(dataset, words)
    files = written(site, words, undrawn)
    return Made(words, site, tuple(str(files[page.place.markdown]) for page in site.pages))
