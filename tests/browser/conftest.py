"""One browser for all tests; after each, its windows are looked through for what nobody sees but must not happen."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from browser.served import Served, serving
from browser.visit import PATIENCE, Visitor
from support.datasets import DIVNOGORSK
from vitrina.measures.funding import FundingByYear
from vitrina.measures.loading import load_dataset
from vitrina.measures.stated import funding_of

HERE = Path(__file__).parent
PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable")
"""The first has no windows to draw, and takes a third less time."""
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Fewer processes to wait for one another.
    "--in-process-gpu",
    "--enable-features=NetworkServiceInProcess2",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


def browser_program() -> str | None:
    """The browser that is here; none: Playwright's own. A snap cannot reach the temporary folders of the tests."""
    named = os.environ.get("VITRINA_CHROMIUM")
    found = map(shutil.which, PROGRAMS)
    return named or next((path for path in found if path and not path.startswith("/snap/")), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        browser = playwright.chromium.launch(executable_path=browser_program(), args=[*FLAGS, *as_root])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[Served]:
    with serving(built_site) as served:
        yield served


@pytest.fixture(scope="session")
def published(site_under_sub_path: Path) -> Iterator[Served]:
    with serving(site_under_sub_path, "/repo/") as served:
        yield served


@pytest.fixture(scope="session")
def sample_site(built_sample: Path) -> Iterator[Served]:
    with serving(built_sample) as served:
        yield served


@pytest.fixture(params=["/", "/repo/"])
def either_site(request: pytest.FixtureRequest) -> Served:
    """The site at a root, and as it is published below a repository's name."""
    served: Served = request.getfixturevalue("site" if request.param == "/" else "published")
    return served


@pytest.fixture(scope="session")
def funding() -> FundingByYear:
    """The figures that the pages were made from."""
    dataset = load_dataset(DIVNOGORSK).dataset
    assert dataset
    return funding_of(dataset.programmes[0])


@pytest.fixture(scope="session")
def visitor(chromium: Browser, site: Served) -> Visitor:
    return Visitor(chromium, site)


@pytest.fixture
def visit(visitor: Visitor) -> Iterator[Visitor]:
    """Opens pages. Whatever a test does there: nothing in the console, no other host, no violation of the policy."""
    yield visitor
    assert not visitor.leave()
