"""How soon a slow phone paints the first chart of a page, beside a page written by hand with the same chart."""

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from bench.measure import Measure
from browser.conftest import FLAGS, browser_program
from browser.kinds import PATHS
from browser.served import serving
from vitrina.project import TOKENS

KINDS = ("home", "an indicator with a plan", "funding")
MOST_OVER_BY_HAND = 2
RUNS = 5
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""Milliseconds a request, bytes a second."""
SLOWER = 4
"""Times, of the processor."""
CHART = re.compile(r'<div class="v-narrow">\s*(<svg.*?</svg>)', re.DOTALL)
WATCH = """
const look = () => {
  const chart = document.querySelector(".v-narrow svg, .by-hand");
  if (chart?.getClientRects().length) setTimeout(() => { window.painted = performance.now(); });
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
"""Frames come only when all that painting waits for is there; what is done after one comes after its paint."""
BY_HAND = """<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>By hand</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
<body><h1>By hand</h1>{chart}</body></html>
"""


def first_charts(site: Path, folder: Path) -> Iterator[Measure]:
    """`folder` takes the pages by hand; they have the site's colours for a style sheet."""
    folder.mkdir()
    (folder / "style.css").write_bytes(TOKENS.read_bytes())
    for kind in KINDS:
        _write_by_hand(site / PATHS[kind], folder / PATHS[kind])
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=browser_program(), args=[*FLAGS, *as_root])
        addresses = [stack.enter_context(serving(one, compressed=True)).address for one in (site, folder)]
        for kind in KINDS:
            runs = [[_painted(browser, address + PATHS[kind]) for address in addresses] for _ in range(RUNS)]
            ours, by_hand = (median(times) for times in zip(*runs, strict=True))
            yield Measure(f"First chart on a slow phone: {kind}", ours, "ms")
            yield Measure("… over a page by hand", ours / by_hand, "×", MOST_OVER_BY_HAND, digits=2)
        browser.close()


def _write_by_hand(page: Path, folder: Path) -> None:
    found = CHART.search((page / "index.html").read_text(encoding="utf-8"))
    assert found, page
    folder.mkdir(parents=True, exist_ok=True)
    chart = found[1].replace("<svg", '<svg class="by-hand"', 1)
    (folder / "index.html").write_text(BY_HAND.format(chart=chart), encoding="utf-8")


def _painted(browser: Browser, address: str) -> float:
    """Milliseconds from the first request to the first frame with the chart in it."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    page = context.new_page()
    page.add_init_script(WATCH)
    phone = context.new_cdp_session(page)
    phone.send("Network.enable")
    phone.send("Network.emulateNetworkConditions", NETWORK)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    time = float(page.wait_for_function("window.painted").json_value())
    context.close()
    return time
