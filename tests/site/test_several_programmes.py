"""Several programmes on one site: a front page that lists them, a part of the site for each, no address that moves."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import pandas as pd
import pytest
from markupsafe import escape

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, site_of
from support.sites import drawn_by
from support.stub_drawings import EmptyDrawings
from vitrina.build import ORDINARY, Job, LanguagePart, build_parts
from vitrina.dataset.programme import Dataset
from vitrina.pages.site import Site, make_site, navigation
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

REAL, ADDED = "education", "streets"
FIRST, SECOND = "parks", "schools"
"""Of the sample."""
NAME = 'Дворы & «улицы» <i>"наши"</i>'


@pytest.fixture(scope="module")
def one() -> Dataset:
    return dataset_in(DIVNOGORSK)


@pytest.fixture(scope="module")
def two(one: Dataset) -> Dataset:
    """The real programme, and the same under another name."""
    return replace(one, programmes=(*one.programmes, replace(one.programmes[0], id=ADDED)))


def addresses(site: Site, programme: str) -> set[str]:
    """All that a programme's part of the site holds: pages, and the files of its charts."""
    pages = {page.place.markdown for page in site.pages}
    charts = {chart.files.live for page in site.pages for chart in page.charts.values()}
    return {path for path in pages | charts if path.startswith(f"{programme}/")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_programme_moves_no_address_of_the_first(one: Dataset, two: Dataset, language: Language) -> None:
    alone, beside = site_of(one, language), site_of(two, language)
    assert len(addresses(alone, REAL)) > 40
    assert addresses(beside, REAL) == addresses(alone, REAL)
    own = {path.replace(REAL, ADDED, 1) for path in addresses(alone, REAL)}
    assert addresses(beside, ADDED) == own
    outside = {page.place.markdown for page in alone.pages} - addresses(alone, REAL)
    both = {page.place.markdown for page in beside.pages} - addresses(beside, REAL) - own
    assert both - outside == {"compare/index.md"}
    assert not outside - both


def test_with_one_programme_the_tabs_are_its_own_and_with_two_each_has_its_own(one: Dataset, two: Dataset) -> None:
    alone = [path for entry in navigation(site_of(one, "ru")) for path in entry.values()]
    assert alone[:2] == ["index.md", f"{REAL}/funding/index.md"]
    front, first, second, about = navigation(site_of(two, "ru"))
    assert (*front.values(), *about.values()) == ("index.md", "about/index.md")
    for [tabs], programme in ((first.values(), REAL), (second.values(), ADDED)):
        assert isinstance(tabs, list)
        paths = [path for tab in tabs for path in tab.values()]
        assert paths[:2] == [f"{programme}/index.md", f"{programme}/funding/index.md"]
        assert len(paths) == len(alone) - 1


def test_the_front_page_tells_what_was_spent_only_of_whom_it_is_known(two: Dataset) -> None:
    """Of the plan for 2019 and 2020, 1 249 441,90 thousand roubles, a tenth less was spent."""
    first, second = two.programmes
    plans = second.money[second.money["year"].isin([2019, 2020]) & (second.money["source"] != "total")]
    actuals = plans.assign(stage="actual", kopecks=plans["kopecks"] * 9 // 10)
    actuals.index = pd.RangeIndex(10_000, 10_000 + len(actuals))
    spending = replace(second, money=pd.concat([second.money, actuals]))
    page = make_site(replace(two, programmes=(first, spending)), Words("ru")).pages[0]
    shown = page.values["shown"]
    assert isinstance(shown, tuple)
    silent, told = shown
    assert silent.spent is None
    assert [value for value, *_ in silent.figures] == ["7"]
    assert told.spent.actual == int(plans["kopecks"].sum()) * 9 // 10
    [(value, unit, what, _), _] = told.figures
    assert (value, unit) == ("1,1", "млрд\xa0₽")
    assert what == "потратили за 2019–2020\xa0годы: это 90,0\xa0% плана на то же время"
    assert [(kind, count) for kind, count, _ in told.tally] == [("better", "1"), ("none", "5"), ("not-due", "1")]


class Links(HTMLParser):
    """The links of one page: of its tabs, of its breadcrumbs, of all of it; and the ids that links may lead to."""

    def __init__(self, path: Path, root: Path) -> None:
        super().__init__()
        self.here = f"http://site/{path.relative_to(root).as_posix()}"
        self.tabs: list[str] = []
        self.path: list[str] = []
        self.all: list[str] = []
        self.ids: set[str] = set()
        self.current: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        address = given.get("href", "")
        if tag != "a" or not address or address.startswith("mailto:"):
            return
        target = unquote(urljoin(self.here, address).removeprefix("http://site/"))
        self.all.append(target)
        if "v-tabs__link" in given.get("class", ""):
            self.tabs.append(target)
            self.current += [target] if "aria-current" in given else []
        elif "v-path__link" in given.get("class", ""):
            self.path.append(target)


def pages(site: Path) -> Iterator[Path]:
    return iter(sorted(path for path in site.rglob("index.html") if "staff" not in path.parts))


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_front_page_lists_both_and_leads_to_both(built_sample: Path, root: str) -> None:
    front = Links(built_sample / root / "index.html", built_sample)
    assert front.tabs == [root, f"{root}{FIRST}/", f"{root}{SECOND}/", f"{root}about/"]
    assert front.current == [root]
    assert front.path == []
    for programme in (FIRST, SECOND):
        assert {f"{root}{programme}/{page}" for page in ("", "funding/", "indicators/")} <= set(front.all)
        assert programme in front.ids


@pytest.mark.parametrize("root", ["", "en/"])
@pytest.mark.parametrize("programme", [FIRST, SECOND])
def test_on_a_page_of_a_programme_everything_leads_within_it(built_sample: Path, root: str, programme: str) -> None:
    other = SECOND if programme == FIRST else FIRST
    own = f"{root}{programme}/"
    found = list(pages(built_sample / own))
    assert len(found) > 10
    for path in found:
        page = Links(path, built_sample)
        assert page.tabs[:2] == [own, f"{own}funding/"], path
        assert all(tab.startswith(own) for tab in page.tabs), path
        assert page.path[: 1 if path.parent == built_sample / own else 2] == [root, own][: len(page.path)], path
        assert len(page.path) >= (1 if path.parent == built_sample / own else 2), path
        assert not [link for link in page.all if link.startswith(f"{root}{other}/funding")], path
        assert {f"{root}about/", f"{root}glossary/", root} <= set(page.all), path


def test_titles_tell_the_programmes_apart(built_sample: Path) -> None:
    for root in (built_sample, built_sample / "en"):
        titles: dict[str, list[str]] = {}
        for path in pages(root):
            if root == built_sample and path.is_relative_to(built_sample / "en"):
                continue
            [title] = re.findall(r"<title>(.*?)</title>", path.read_text(encoding="utf-8"))
            titles.setdefault(title, []).append(path.parent.relative_to(root).as_posix())
        assert [where for where in titles.values() if len(where) > 1] == []


def test_each_page_names_the_document_of_its_own_programme(built_sample: Path) -> None:
    site = site_of(dataset_in(SAMPLE), "ru")
    notes = {escape(frame.edition_note): programme for programme, frame in site.frames.items()}
    assert len(notes) == 2
    for path in pages(built_sample):
        if path.is_relative_to(built_sample / "en"):
            continue
        footer = path.read_text(encoding="utf-8").split('<footer class="v-footer">')[1]
        owner = path.relative_to(built_sample).parts[0]
        assert [notes[note] for note in notes if note in footer] == [owner] * (owner in site.frames), path


def test_the_name_of_a_programme_is_text_wherever_it_stands(small: Path) -> None:
    """In the tabs, the title, the breadcrumbs and the footer, which the theme writes, and on the front page."""
    folder = small / "build_data/programmes/streets"
    shutil.copytree(small / "build_data/programmes/parks", folder)
    lines = folder / "lines.csv"
    text = lines.read_text(encoding="utf-8")
    old = ";Парки и дворы;"
    assert text.count(old) == 1
    quoted = NAME.replace('"', '""')
    lines.write_text(text.replace(old, f';"{quoted}";'), encoding="utf-8")
    with drawn_by(EmptyDrawings):
        build_parts(Job(small, small / "build_data", ORDINARY, "0"), [LanguagePart("ru", small / "site")])
    for path in (small / "site").rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert '<i>"' not in page
        assert "<i>&quot;" not in page
        assert "&amp;amp;" not in page
    front = (small / "site/index.html").read_text(encoding="utf-8")
    tab = "Дворы &amp; «улицы» &lt;i&gt;&#34;наши&#34;&lt;/i&gt;"
    assert f'class="v-tabs__link">{tab}</a>' in front
    own = (small / "site/streets/funding/index.html").read_text(encoding="utf-8")
    assert re.search(r"<title>Деньги · Дворы &amp; «улицы» .*?·", own)
