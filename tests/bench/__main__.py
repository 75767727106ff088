"""Prints every measure; `--write` puts the table into RESULTS.md too. Exit code 1 where one misses."""

import re
import sys
import tempfile
from pathlib import Path

from bench.build_times import build_times
from bench.first_chart import first_charts
from bench.growth import growth
from bench.measure import Measure, machine, table
from bench.pages import pages
from bench.scrolling import scrolling

MARKS = "<!-- measures -->", "<!-- /measures -->"
RESULTS = Path(__file__).with_name("RESULTS.md")


def main(arguments: list[str]) -> int:
    found: list[Measure] = []
    with tempfile.TemporaryDirectory(prefix="vitrina-bench-") as folder:
        site = Path(folder) / "site"
        charts = first_charts(site, Path(folder) / "by hand")
        for part in (build_times(Path(folder)), pages(site), charts, scrolling(site), growth(Path(folder))):
            for measure in part:
                print(measure.row, flush=True)
                found.append(measure)
    text = f"{table(found)}\n\nMeasured on: {machine()}."
    print(f"\n{text}")
    if "--write" in arguments:
        before, _, after = re.split(f"({MARKS[0]}.*{MARKS[1]})", RESULTS.read_text(encoding="utf-8"), flags=re.DOTALL)
        RESULTS.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", encoding="utf-8")
    return int(any(measure.misses for measure in found))


sys.exit(main(sys.argv[1:]))
