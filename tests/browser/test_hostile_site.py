"""The sample with a payload in every text: built, read by real parsers and opened, and nothing of it becomes active."""

import base64
import csv
import hashlib
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Dialog, Request, expect

from browser.served import Served, serving
from browser.visit import LOOKS, Visit, Visitor
from support.datasets import SAMPLE
from support.hostile import MARK, NO_TEXTS, PAYLOADS, hostile_dataset
from vitrina.charts.chart import Drawing
from vitrina.charts.render.drawings import Drawings
from vitrina.dataset.problems import problem_text
from vitrina.dataset.tables import TABLES
from vitrina.dataset.tables.translations import language_of
from vitrina.measures.loading import load_dataset
from vitrina.project import TOKENS
from vitrina.words import Words

ROOT = Path(__file__).parents[2]
OF_SCHOOLS = (
    "",
    "funding/",
    "execution/",
    "progress/",
    "evaluation/",
    "measures/",
    "indicators/queue/",
    "changes/",
    "gaps/",
)
ACTIVE = ":is(script, img, svg, style, i, [href^=javascript], [onfocus], [onload])"
AT_ONCE = 20
"""So many pages are handed to the browser together."""
VISITED = ("", "parks/", "en/schools/goals/", *(f"schools/{path}" for path in OF_SCHOOLS))


@pytest.fixture(scope="session")
def hostile(hostile_sample: Path) -> Iterator[Served]:
    with serving(hostile_sample) as served:
        yield served


def test_the_checks_take_it_for_text(tmp_path: Path) -> None:
    """Refused, it would prove nothing of the pages."""
    reading = load_dataset(hostile_dataset(SAMPLE, tmp_path / "build_data"))
    assert [problem_text(problem, Words("ru")) for problem in reading.problems] == []


def is_further_part(page: Path) -> bool:
    """What says where figures are from goes on there, as it began on the page before."""
    return re.search(r"-\d+\.html$", page.name) is not None


@pytest.mark.parametrize("further", [False, pytest.param(True, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("published", ["hostile_sample", "hostile_copy", "hostile_export"])
def test_nothing_of_it_becomes_an_element_an_attribute_or_a_link(
    chromium: Browser, published: str, further: bool, request: pytest.FixtureRequest
) -> None:
    """On the site, in its copy for a folder, and in what plain MkDocs makes of the export."""
    folder: Path = request.getfixturevalue(published)
    page = chromium.new_page()
    look = (LOOKS / "active.js").read_text(encoding="utf-8")
    pages = [path for path in sorted(folder.rglob("*.html")) if is_further_part(path) == further]
    assert len(pages) > 40 or (further and published == "hostile_export")
    allowed = base64.b64encode(hashlib.sha256(f"{MARK}-script()".encode()).digest()).decode()
    for some in (pages[start : start + AT_ONCE] for start in range(0, len(pages), AT_ONCE)):
        texts = [path.read_text(encoding="utf-8") for path in some]
        assert [path for path, text in zip(some, texts, strict=True) if allowed in text] == [], "the policy lets it run"
        for path, seen in zip(some, page.evaluate(look, [texts, MARK]), strict=True):
            assert seen["found"] == [], path
            assert seen["marks"] or "staff" in path.parts, f"{path}: the name of the site at least is hostile"
    planted = [f"<!doctype html><title>x</title><p>{payload} <b>{MARK}-bold</b>" for payload in PAYLOADS[1:-1]]
    assert all(seen["found"] for seen in page.evaluate(look, [planted, MARK])), "the look itself sees what it looks for"
    page.close()


def test_every_text_of_the_tables_and_of_the_settings_is_hostile(tmp_path: Path) -> None:
    folder = hostile_dataset(SAMPLE, tmp_path / "build_data")
    marked = {
        (file.stem, name)
        for file in folder.rglob("*.csv")
        for row in csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=";")
        for name, text in row.items()
        if MARK in (text or "")
    }
    free = {(table.name, name) for table in TABLES for name in table.names if table.cell(name).kind == "text"}
    free -= {
        (table.name, name) for table in TABLES if language_of(table) for name in ("table", "id", "field")
    }  # names of other rows
    assert free - marked == set()
    told = list(settings_of(yaml.safe_load((folder / "city.yml").read_text(encoding="utf-8"))))
    assert len(told) > 40
    assert {text for text in told if MARK not in text} == set()


def settings_of(inside: object, name: str = "") -> Iterator[str]:
    """Every text of the settings, those aside that have a shape of their own."""
    if isinstance(inside, dict):
        for key, setting in inside.items():
            yield from settings_of(setting, key)
    elif isinstance(inside, str) and inside and name not in NO_TEXTS:
        yield inside


def test_no_cell_of_it_is_a_formula(hostile: Served) -> None:
    files = sorted(hostile.folder.rglob("*.csv"))
    assert len(files) > 100
    marked = 0
    for file in files:
        text = io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")
        is_for_programs = file.stem.endswith("-for-programs") or file.parent.name == "passport"
        separator = "," if is_for_programs or file.is_relative_to(hostile.folder / "en") else ";"
        rows = list(csv.reader(text, delimiter=separator, strict=True))
        assert len({len(row) for row in rows}) == 1, f"{file}: a text broke out of its cell"
        for cell in (
            () if is_for_programs else (cell for row in rows for cell in row)
        ):  # a program reads what was written
            marked += MARK in cell
            assert not cell.startswith(("=", "@", "\t", "\r", "+")), (file, cell)
            assert not cell.startswith("-") or re.fullmatch(r"-[\d.,]+", cell), (file, cell)
    assert marked > 100


def test_what_machines_read_stays_whole(hostile: Served) -> None:
    """Feeds and the list of pages as XML, descriptions of live charts as JSON."""
    feeds = sorted(hostile.folder.rglob("*.xml"))
    assert len(feeds) >= 5
    for file in feeds:
        root = ET.parse(file).getroot()  # noqa: S314  made here a moment ago
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert not [name for name in names if MARK in name], file
        for link in root.iter():
            if link.tag.rpartition("}")[2] in {"link", "loc"} and link.text:
                assert link.text.startswith("https://city.example/"), (file, link.text)
    assert any(MARK in "".join(ET.parse(file).getroot().itertext()) for file in feeds)  # noqa: S314  likewise
    described = [file for file in hostile.folder.rglob("*.json") if MARK in json.dumps(json.loads(file.read_bytes()))]
    assert len(described) > 20


def test_the_index_of_a_folder_is_data_and_nothing_else(hostile_copy: Path) -> None:
    """The browser runs it as a script: one value of JSON, so that no text of it can end it and go on as a statement."""
    for language in ("", "en"):
        script = (hostile_copy / language / "js/offline-index.js").read_text(encoding="utf-8")
        before, _, value = script.partition(" = ")
        assert before == "window.vitrinaIndex"
        index = json.loads(value.removesuffix(";\n"))
        assert len(index["pages"]) == len(index["texts"]) > 50
        for page in index["pages"]:
            path, _, anchor = page["address"].partition("#")
            assert (hostile_copy / language / path).is_file(), path
            anchors = [anchor, *(section["anchor"] for section in page["sections"])]
            assert [one for one in anchors if not re.fullmatch(r"[\w-]*", one)] == []
        assert any(MARK in text for texts in index["texts"] for text in texts)


def test_pictures_of_it_hold_nothing_but_shapes_and_words(hostile: Served) -> None:
    """One of each kind of chart, drawn for real."""
    real = Drawings.in_memory(TOKENS)
    kinds: dict[str, Path] = {}
    for file in sorted(set(hostile.folder.glob("schools/**/*.json")) - set(hostile.folder.glob("schools/data/**/*"))):
        kinds.setdefault(re.sub(r"[\d-]+(wide|narrow)?$", "", file.stem), file)
    said = ""
    for file in list(kinds.values())[:12]:
        drawn = real.svg(Drawing("wide", partial(file.read_text, encoding="utf-8")))
        svg = ET.fromstring(drawn)  # noqa: S314  likewise
        names = {element.tag.rpartition("}")[2] for element in svg.iter()}
        assert names <= {"svg", "g", "path", "text", "line", "rect", "tspan", "title", "defs", "clipPath", "circle"}, (
            file
        )
        assert not [key for element in svg.iter() for key in element.attrib if key.startswith("on") or "href" in key]
        said += "".join(svg.itertext())
    assert MARK in said


def test_the_search_of_the_export_shows_words(chromium: Browser, hostile_export: Path) -> None:
    page = chromium.new_page()
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    with serving(hostile_export) as served:
        page.goto(served.address)
        page.locator(".md-search__input").click()
        page.keyboard.type(MARK)
        found = page.locator(".md-search-result__item")
        expect(found.first).to_be_visible()
        assert MARK in found.first.inner_text()
        assert page.locator(f".md-search-result {ACTIVE}").count() == 0
    assert dialogs == []
    page.close()


def test_the_scripts_of_the_export_do_without_what_only_our_theme_has(chromium: Browser, hostile_export: Path) -> None:
    page = chromium.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    with serving(hostile_export) as served:
        page.goto(served.address)
        page.goto(f"{served.address}parks/funding/")
        page.locator("[data-live]").first.hover()
        page.evaluate("dispatchEvent(new StorageEvent('storage'))")
    assert said == []
    page.close()


def found_by_search(window: Visit) -> None:
    """What the search shows of a page is words too."""
    window.page.locator("[data-find]").first.click()
    window.page.locator("dialog input[type=search]").fill(MARK)
    expect(window.page.locator(".v-found__list a").first).to_be_visible()
    assert window.page.locator(f".v-found__list {ACTIVE}").count() == 0
    assert MARK in window.page.locator(".v-found__list").inner_text()


def test_a_visit_is_quiet(visit: Visitor, hostile: Served) -> None:
    """No dialog, nothing in the console, no other host, no violation of the policy, with live charts too."""
    dialogs: list[str] = []
    for path in VISITED:
        window = visit(path, at=hostile)

        def note(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        window.page.on("dialog", note)
        for chart in window.page.locator("[data-live]").all()[:2]:
            chart.scroll_into_view_if_needed()
            chart.hover()
            expect(chart).to_have_attribute("role", "application")
        if not path:
            found_by_search(window)
        assert not window.misdeeds(), path
        window.page.remove_listener("dialog", note)
    assert dialogs == []


def test_so_is_a_visit_to_the_folder_and_its_search(chromium: Browser, hostile_copy: Path) -> None:
    said: list[str] = []

    def note(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def watch(request: Request) -> None:
        if not request.url.startswith((hostile_copy.as_uri(), "data:")):
            said.append(request.url)

    page = chromium.new_page()
    page.on("dialog", note)
    page.on("request", watch)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in VISITED:
        page.goto((hostile_copy / path / "index.html").as_uri())
        assert page.evaluate("document.querySelector('.v-palette').disabled") is False, "the script is at work"
    page.locator(".v-find").click()
    page.get_by_role("searchbox").fill(MARK)
    expect(page.locator(".v-found li a").first).to_be_visible()
    assert MARK in page.locator(".v-found").inner_text()
    assert page.locator(f".v-found {ACTIVE}").count() == 0
    assert said == []
    page.close()
