"""How many frames a second a slow phone shows while a page is scrolled from its top."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.first_chart import KINDS, RUNS, SLOWER
from bench.measure import MORE, Measure
from browser.conftest import FLAGS, browser_program
from browser.kinds import PATHS
from browser.served import serving

FEWEST = 58
"""Of 60: the first and the last may fall outside the gesture."""
DISTANCE, SPEED = 4000, 1500
"""Pixels, and pixels a second."""
# A touch that a browser without a window makes up does not scroll; the compositor draws for both alike.
GESTURE = {"x": 180, "y": 500, "yDistance": -DISTANCE, "speed": SPEED, "gestureSourceType": "mouse"}


def scrolling(site: Path) -> Iterator[Measure]:
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright, serving(site) as served:
        browser = playwright.chromium.launch(executable_path=browser_program(), args=[*FLAGS, *as_root])
        for kind in KINDS:
            # A busy machine only ever shows fewer.
            frames = max(_shown(browser, served.address + PATHS[kind]) for _ in range(RUNS)) / (DISTANCE / SPEED)
            yield Measure(f"Frames a second in scrolling on a slow phone: {kind}", frames, "", FEWEST, MORE)
        browser.close()


def _shown(browser: Browser, address: str) -> int:
    """Frames that reached the screen while the compositor scrolled."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    page = context.new_page()
    phone, tracing = context.new_cdp_session(page), browser.new_browser_cdp_session()
    phone.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle")
    events: list[Mapping[str, Any]] = []
    tracing.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    tracing.send("Tracing.start", {"traceConfig": {"includedCategories": ["cc", "benchmark"]}})
    phone.send("Input.synthesizeScrollGesture", GESTURE)
    complete: list[bool] = []
    tracing.on("Tracing.tracingComplete", lambda _: complete.append(True))
    tracing.send("Tracing.end")
    while not complete:
        page.wait_for_timeout(50)
    context.close()
    frames = [frame for event in events if (frame := event.get("args", {}).get("frame_reporter"))]
    return sum(
        frame["state"].startswith("STATE_PRESENTED") and frame["scroll_state"] != "SCROLL_NONE" for frame in frames
    )
