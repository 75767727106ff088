"""`serve` as a real process with a browser before it: nothing is restarted, no page is loaded by hand."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.test_accessibility import faults
from browser.visit import Visit
from support.datasets import SAMPLE
from support.repository import ROOT, copy_project

pytestmark = pytest.mark.thorough
SLOWLY = 120_000
"""Milliseconds for a build."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    copy_project(folder, SAMPLE)
    shutil.rmtree(folder / "build_data/programmes/schools")
    return folder


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """Of a site that is served, with a mistake in its tables from the start."""
    spoil(project)
    served = subprocess.Popen(
        [sys.executable, "-m", "vitrina", "serve"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert served.stdout
    try:
        found = re.search(r"http://\S+", served.stdout.readline())
        assert found
        assert "17516о,2" in served.stdout.readline(), "told in the window too, and by then the server is ready"
        yield found[0]
    finally:
        served.send_signal(signal.SIGINT)  # as Ctrl+C does: it takes its folder along
        served.communicate()


def spoil(project: Path) -> None:
    change(project, ";175168,2;", ";17516о,2;")


def mend(project: Path) -> None:
    change(project, ";17516о,2;", ";175168,2;")


def change(project: Path, old: str, new: str) -> None:
    table = project / "build_data/programmes/parks/money.csv"
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), encoding="utf-8")


def looked_at(page: Page) -> dict[str, list[str]]:
    """What axe finds, on a phone and on a desk, by day and by night."""
    found = {}
    for width, scheme in ((360, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 780})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found[f"{scheme}, {width} px"] = faults(Visit(page, scripts=True), opened=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return {look: told for look, told in found.items() if told}


def test_a_mistake_comes_and_goes_in_the_open_page(address: str, project: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(f"{address}parks/funding/")
    told = page.get_by_text("«17516о,2» — не число, внутри буква «о».")
    expect(told).to_be_visible()
    expect(page.get_by_role("heading", name="В таблицах 1 ошибка")).to_be_visible()
    assert looked_at(page) == {}
    mend(project)
    expect(page.locator("header nav").first).to_be_attached(timeout=SLOWLY)
    assert page.url == f"{address}parks/funding/"
    expect(told).to_have_count(0)
    spoil(project)
    expect(told).to_be_visible(timeout=SLOWLY)
    expect(page.locator(".v-preview")).to_contain_text("parks/money.csv, строка 2, «Сумма» (amount)")
    expect(page.locator("h1")).to_be_visible()
    assert looked_at(page) == {}
    mend(project)
    expect(told).to_have_count(0, timeout=SLOWLY)
    page.close()
    assert told_in_what_is_published(project) == []


def told_in_what_is_published(project: Path) -> list[Path]:
    """The files of a built site that have anything of the panel, or of what makes a page follow changes."""
    subprocess.run(
        [sys.executable, "-m", "vitrina", "build"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        check=True,
    )
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert len(files) > 100
    return [path for path in files if any(mark in path.read_bytes() for mark in (b"v-preview", b"livereload"))]
