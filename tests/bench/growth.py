"""What more data costs: thousands of indicators, each with a page and a chart, and half a million rows of money."""

import csv
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.commands import run
from bench.measure import Measure
from support.datasets import DIVNOGORSK

FEW, SOME, MANY = 100, 1000, 2000
MOST_CHANGE = 15
ROWS = 500_000
READ = """
import sys
from pathlib import Path
from vitrina.measures.loading import load_dataset
if problems := load_dataset(Path(sys.argv[1])).problems:
    sys.exit(str(problems[:3]))
"""
"""What `check` does before it makes the pages."""
YEARS = range(2014, 2022)
"""Up to the year of the document: nothing later can be spent yet."""


def growth(folder: Path) -> Iterator[Measure]:
    _seconds(folder / "drawn", MANY)  # the largest has all that the others draw
    seconds = {count: _seconds(folder / str(count), count) for count in (FEW, SOME, MANY)}
    early = (seconds[SOME] - seconds[FEW]) / (SOME - FEW)
    late = (seconds[MANY] - seconds[SOME]) / (MANY - SOME)
    yield Measure(f"A page more, between {FEW} and {SOME:,} indicators", early * 1000, "ms")
    yield Measure(f"A page more, between {SOME:,} and {MANY:,}", late * 1000, "ms")
    yield Measure("… change", abs(late / early - 1) * 100, "%", MOST_CHANGE)
    data = _half_a_million(folder / "money")
    took = run(["-c", READ, data])
    yield Measure(f"{ROWS:,} rows of money read and checked", took.processor, "s", digits=1)
    yield Measure("… memory", took.memory, "MiB")


def _seconds(folder: Path, count: int) -> float:
    """Of the processor, to build one language with all drawings at hand."""
    data = _with_indicators(folder / "build_data", count)
    build: list[str | Path] = ["-m", "mkdocs", "build", "-q", "-d", folder / "site"]
    return run(build, environment={"VITRINA_DATA": str(data)}).processor


def _copied(folder: Path) -> Path:
    """Without the text of its document, which does not have the words of the rows to come."""
    shutil.copytree(DIVNOGORSK, folder, ignore=shutil.ignore_patterns("*.txt"))
    return folder


def _with_indicators(folder: Path, count: int) -> Path:
    """Divnogorsk's programme and so many indicators more, each with a plan and an actual for three years."""
    programme = _copied(folder) / "programmes/education"
    words = "образовани"
    indicators = [
        {
            "id": f"more-{number}", "kind": "mentioned", "theme": "много показателей", "name": f"Показатель {number}",
            "short_name": f"Показатель {number}", "unit": "%", "direction": "rising", "explanation": "Один из многих.",
            "source_status": "not-named", "document": "draft-2021", "place": "Раздел 2", "words": words,
        }
        for number in range(count)
    ]  # fmt: skip
    observations = [
        {
            "id": f"more-{number}-{stage}-{year}", "indicator": f"more-{number}", "from": f"{year}-01-01",
            "to": f"{year}-12-31", "stage": stage, "sign": "=", "value": str(number % 50 + year - 2000),
            "document": "draft-2021", "place": "Раздел 2", "words": f"{words}: {number % 50 + year - 2000}",
        }
        for number in range(count)
        for year in (2018, 2019, 2020)
        for stage in ("plan", "actual")
    ]  # fmt: skip
    _add(programme / "indicators.csv", indicators)
    _add(programme / "observations.csv", observations)
    return folder


def _half_a_million(folder: Path) -> Path:
    """Divnogorsk's programme and measures under it, whose amounts are planned, approved, revised and spent."""
    programme = _copied(folder) / "programmes/education"
    stages = ("plan", "approved", "revised", "actual")
    sources = ("federal", "regional", "local")
    lines = ROWS // (len(stages) * len(sources) * len(YEARS)) + 1
    _add(
        programme / "lines.csv",
        [
            {
                "id": f"more-{number}", "kind": "measure", "parent": "preschool", "number": f"9.{number}",
                "name": f"Мероприятие {number}", "document": "draft-2021", "place": "Раздел 6",
            }
            for number in range(lines)
        ],
    )  # fmt: skip
    _add(
        programme / "money.csv",
        [
            {
                "document": "draft-2021", "line": f"more-{number}", "source": source, "year": str(year),
                "stage": stage, "amount": f"{number % 97},{year % 100}", "place": "Раздел 9",
                "words": f"Мероприятие {number}, {year} год: {number % 97},{year % 100}",
            }
            for number in range(lines)
            for stage in stages
            for source in sources
            for year in YEARS
        ],
    )  # fmt: skip
    return folder


def _add(file: Path, rows: Sequence[dict[str, str]]) -> None:
    """Below what a table has; a column that a row does not name stays empty."""
    with file.open(encoding="utf-8-sig", newline="") as table:
        head = next(csv.reader(table, delimiter=";"))
    with file.open("a", encoding="utf-8", newline="") as table:
        csv.DictWriter(table, head, delimiter=";", restval="", lineterminator="\n").writerows(rows)
