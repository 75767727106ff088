"""The styles of every page are one small file; a page has others where it has what they are about; no rule is idle."""

import gzip
import re
from pathlib import Path

import pytest

from support.built_pages import framed, lone
from vitrina.project import THEME
from vitrina.styles import needed

CLASS = re.compile(r"\.(v-[\w-]+)")
MOST, MOST_PACKED = 30_000, 7_500
"""Bytes as they lie and as they travel; nothing is painted before they are there."""
UNSEEN = re.compile(r"v-source-\w+")
"""The colours of sources that neither of the two sites has so many of."""
SHEET = re.compile(r'<link rel="stylesheet" href="[^"]*css/([\w-]+\.css)">')
WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
AT_NEED = {"live-chart.css", "search.css", "vision.css"}
"""What scripts fetch."""


def worn_on(page: str) -> set[str]:
    return {name for named in re.findall(r'class="([^"]*)"', page) for name in named.split()}


def texts(*sites: Path) -> dict[Path, str]:
    return {page: page.read_text(encoding="utf-8") for site in sites for page in site.rglob("*.html")}


def ruled(site: Path) -> dict[str, set[str]]:
    return {sheet.name: set(CLASS.findall(sheet.read_text(encoding="utf-8"))) for sheet in site.glob("css/*.css")}


def test_every_class_that_has_a_rule_is_worn_somewhere(built_site: Path, built_sample: Path) -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in (THEME / "js").glob("*.js"))
    every = set().union(*ruled(built_site).values())
    assert len(every) > 100
    worn = set().union(*map(worn_on, texts(built_site, built_sample).values()))
    unworn = every - worn - set(re.findall(r"v-[\w-]+", scripts))
    assert {name for name in unworn if not UNSEEN.fullmatch(name)} == set()


@pytest.mark.parametrize("site", ["built_site", "built_sample"])
def test_a_page_has_the_styles_of_all_that_is_on_it(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    sheets, alone = ruled(folder), set(lone(folder))
    for page, text in texts(folder).items():
        linked = SHEET.findall(WITHOUT_SCRIPTS.sub("", text))
        assert linked == ["lone.css"] if page in alone else linked[0] == "vitrina.css", page
        assert not AT_NEED & set(linked), page
        here = set().union(*(sheets[name] for name in linked))
        elsewhere = set().union(*(sheets[name] for name in sheets.keys() - AT_NEED)) - here
        assert not worn_on(text) & elsewhere, page


def test_the_styles_of_every_page_are_few_and_nothing_is_of_the_theme(built_site: Path) -> None:
    assert not (built_site / "assets").exists()
    assert not [page for page, text in texts(built_site).items() if "assets/" in text]
    css = (built_site / "css/vitrina.css").read_bytes()
    assert len(css) < MOST
    assert len(gzip.compress(css, 6)) < MOST_PACKED


def test_without_scripts_a_page_has_what_only_some_eyes_ask_for(built_site: Path) -> None:
    for page in framed(built_site):
        text = page.read_text(encoding="utf-8")
        assert [SHEET.findall(one) for one in WITHOUT_SCRIPTS.findall(text)] == [["vision.css"]], page


def test_a_class_or_an_attribute_asks_for_its_file_however_it_is_written() -> None:
    files = {"css/guide.css": frozenset({"v-shot"}), "js/table.js": frozenset({"data-sort"})}
    for own in ('class="v-shot"', "class='wide v-shot'", "class=v-shot", '\nclass="v-shot"'):
        assert needed(files, f"<figure {own}>") == {"css/guide.css"}
    assert needed(files, "<table data-sort>") == {"js/table.js"}
    assert needed(files, '<p class="v-shots"><b data-sorted>class v-shot</b>') == frozenset()
