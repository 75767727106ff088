"""What a new kind of page takes: its view, its template and its sentences; everything else follows from its kind."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support.datasets import SAMPLE
from support.repository import copy_package

VIEW = '''"""The bridges of the programme."""

from vitrina.addresses import Kind
from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.pages.views import View, register
from vitrina.words.catalogue import sentence


def _bridges(context: Context) -> Page:
    words = context.words
    return Page(
        place=context.places["bridges"],
        title=words.say(sentence("Мосты")),
        description=words.say(sentence("Сколько мостов построят.")),
    )


register(
    View(
        Kind("bridges", order=135, folder="bridges", is_tab=True, parent="funding", group="money", chapter=10),
        lambda given: [_bridges(given.context)],
        exists=lambda context: context.programme.id == "schools",
        sought=sentence("мост|переправа"),
    )
)
'''
TEMPLATE = """{% extends "page.md" %}
{% block body %}

# {{ say("Построят три моста") }}
{% endblock %}
"""
SENTENCES = {
    "Мосты": "Bridges",
    "Сколько мостов построят.": "How many bridges will be built.",
    "мост|переправа": "bridge|crossing",
    "Построят три моста": "Three bridges will be built",
}

LOOK = """
import json, sys
from pathlib import Path
from vitrina.measures.loading import load_dataset
from vitrina.pages.page import write_page
from vitrina.pages.site import make_site, navigation
from vitrina.report.document import report_of
from vitrina.search.names import named_pages
from vitrina.words import Words

reading = load_dataset(Path(sys.argv[1]))
words = Words("en")
site = make_site(reading.dataset, words)
page = next(page for page in site.pages if page.place.folder == "schools/bridges")
schools = next(context for context in site.contexts if context.programme.id == "schools")
report = json.loads(report_of(site, schools, lambda drawing: "<svg/>", {}))
texts = {each.place.markdown: write_page(each, words, lambda drawing: "") for each in (site.pages[0], page)}
for path, text in texts.items():
    file = Path(sys.argv[2]) / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
tabs = [tab for entry in navigation(site) for tabs in entry.values() if isinstance(tabs, list) for tab in tabs]
print(json.dumps({
    "problems": [problem.rule for problem in reading.problems],
    "text": texts["schools/bridges/index.md"],
    "tabs": [path for tab in tabs for path in tab.values()],
    "trail": [place.folder for _, place in page.trail],
    "keywords": page.keywords,
    "group": next(named_pages("schools/bridges/", "<main data-pagefind-body><h1>B</h1></main>", "en")).group,
    "chapters": {chapter["id"]: chapter["title"] for chapter in report["chapters"]},
    "folders": [page.place.folder for page in site.pages],
}))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with three files more, and the sample with a row that names the new page."""
    folder = tmp_path_factory.mktemp("bridges")
    copy_package(folder)
    package = folder / "hooks/vitrina"
    (package / "pages/bridges.py").write_text(VIEW, encoding="utf-8")
    (package / "pages/bridges.md").write_text(TEMPLATE, encoding="utf-8")
    with (package / "locale/en/LC_MESSAGES/vitrina.po").open("a", encoding="utf-8") as sentences:
        sentences.writelines(f'\nmsgid "{russian}"\nmsgstr "{english}"\n' for russian, english in SENTENCES.items())
    data = shutil.copytree(SAMPLE, folder / "build_data")
    with (data / "programmes/schools/keywords.csv").open("a", encoding="utf-8", newline="") as keywords:
        keywords.write("bridges;паром\r\n")
    return folder


@pytest.fixture(scope="module")
def seen(site: Path) -> Any:
    command = [sys.executable, "-c", LOOK, str(site / "build_data"), str(site)]
    environment = {**os.environ, "PYTHONPATH": str(site / "hooks")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_it_has_its_address_and_its_words(seen: Any) -> None:
    assert "# Three bridges will be built" in seen["text"]
    assert "bridge, crossing" in seen["keywords"]


def test_it_is_a_tab_where_its_order_puts_it(seen: Any) -> None:
    tabs = seen["tabs"]
    assert tabs.index("schools/bridges/index.md") == tabs.index("schools/funding/index.md") + 1


def test_its_breadcrumbs_lead_over_the_page_above_it(seen: Any) -> None:
    assert seen["trail"] == ["", "schools", "schools/funding"]


def test_it_exists_only_where_its_view_says_so(seen: Any) -> None:
    assert [folder for folder in seen["folders"] if folder.endswith("bridges")] == ["schools/bridges"]


def test_the_search_shows_it_in_its_group(seen: Any) -> None:
    assert seen["group"] == "money"


def test_a_row_may_name_it(seen: Any) -> None:
    assert "unknown_page" not in seen["problems"]


def test_the_report_has_its_chapter(seen: Any) -> None:
    assert list(seen["chapters"].items())[-1] == ("bridges", "Bridges")


def test_the_map_of_the_site_lists_it(site: Path, seen: Any) -> None:  # noqa: ARG001  what was seen was written first
    settings = {"site_name": "Town", "site_url": "https://town.example/", "theme": {"name": "mkdocs"}}
    (site / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=site, capture_output=True, check=True)
    assert "https://town.example/schools/bridges/" in (site / "site/sitemap.xml").read_text(encoding="utf-8")


def test_the_tests_look_at_it_in_a_browser(site: Path) -> None:
    tests = Path(__file__).parents[1]
    command = [sys.executable, "-c", "from browser.kinds import SAMPLE_PATHS; print(SAMPLE_PATHS['bridges'])"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site / "hooks"), str(tests)])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "schools/bridges/"
