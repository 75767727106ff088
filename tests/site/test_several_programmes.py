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

from vitrina.build import build_site
from vitrina.dataset.programme import Dataset
from vitrina.dataset.reader import read_dataset
from vitrina.pages.site import Site, make_site, navigation
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

ROOT = Path(__file__).parents[2]
FIRST, SECOND = "education", "streets"
NAME = 'Дворы & «улицы» <i>"наши"</i>'


@pytest.fixture(scope="module")
def one() -> Dataset:
    dataset = read_dataset(ROOT / "build_data").dataset
    assert dataset
    return dataset


@pytest.fixture(scope="module")
def two(one: Dataset) -> Dataset:
    """The real programme, and the same under another name."""
    return replace(one, programmes=(*one.programmes, replace(one.programmes[0], id=SECOND)))


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real programme and of a second one whose name is full of what a page would act on."""
    data = tmp_path_factory.mktemp("several") / "build_data"
    shutil.copytree(ROOT / "build_data", data)
    folder = data / "programmes" / SECOND
    shutil.copytree(data / "programmes" / FIRST, folder)
    lines = folder / "lines.csv"
    text = lines.read_text(encoding="utf-8")
    old = ";Система образования города Дивногорска;;"
    assert text.count(old) == 1
    quoted = NAME.replace('"', '""')
    lines.write_text(text.replace(old, f';Система образования города Дивногорска;"{quoted}";'), encoding="utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("SITE_URL", raising=False)
        environment.setenv("SOURCE_DATE_EPOCH", "0")
        build_site(ROOT, data.parent / "site", data)
    return data.parent / "site"


def addresses(site: Site, programme: str) -> set[str]:
    """All that a programme's part of the site holds: pages, and the files of its charts."""
    pages = {page.place.markdown for page in site.pages}
    charts = {chart.files.live for page in site.pages for chart in page.charts.values()}
    return {path for path in pages | charts if path.startswith(f"{programme}/")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_programme_moves_no_address_of_the_first(one: Dataset, two: Dataset, language: Language) -> None:
    alone, beside = make_site(one, Words(language)), make_site(two, Words(language))
    assert len(addresses(alone, FIRST)) > 40
    assert addresses(beside, FIRST) == addresses(alone, FIRST)
    own = {path.replace(FIRST, SECOND, 1) for path in addresses(alone, FIRST)}
    assert addresses(beside, SECOND) == own
    outside = {page.place.markdown for page in alone.pages} - addresses(alone, FIRST)
    assert outside == {page.place.markdown for page in beside.pages} - addresses(beside, FIRST) - own


def test_with_one_programme_the_tabs_are_its_own_and_with_two_each_has_its_own(one: Dataset, two: Dataset) -> None:
    alone = [path for entry in navigation(make_site(one, Words("ru"))) for path in entry.values()]
    assert alone[:2] == ["index.md", f"{FIRST}/funding/index.md"]
    front, first, second, about = navigation(make_site(two, Words("ru")))
    assert (*front.values(), *about.values()) == ("index.md", "about/index.md")
    for [tabs], programme in ((first.values(), FIRST), (second.values(), SECOND)):
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
    assert what == "потратили за 2019–2020 годы: это 90,0\xa0% плана на то же время"
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
        if "md-tabs__link" in given.get("class", ""):
            self.tabs.append(target)
            self.current += [target] if "aria-current" in given else []
        elif "md-path__link" in given.get("class", ""):
            self.path.append(target)


def pages(site: Path) -> Iterator[Path]:
    return iter(sorted(path for path in site.rglob("index.html") if "staff" not in path.parts))


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_front_page_lists_both_and_leads_to_both(several: Path, root: str) -> None:
    front = Links(several / root / "index.html", several)
    assert front.tabs == [root, f"{root}{FIRST}/", f"{root}{SECOND}/", f"{root}about/"]
    assert front.current == [root]
    assert front.path == []
    for programme in (FIRST, SECOND):
        assert {f"{root}{programme}/{page}" for page in ("", "funding/", "indicators/")} <= set(front.all)
        assert programme in front.ids


@pytest.mark.parametrize("root", ["", "en/"])
@pytest.mark.parametrize("programme", [FIRST, SECOND])
def test_on_a_page_of_a_programme_everything_leads_within_it(several: Path, root: str, programme: str) -> None:
    other = SECOND if programme == FIRST else FIRST
    own = f"{root}{programme}/"
    found = list(pages(several / own))
    assert len(found) > 30
    for path in found:
        page = Links(path, several)
        assert page.tabs[:2] == [own, f"{own}funding/"], path
        assert all(tab.startswith(own) for tab in page.tabs), path
        assert page.path[: 1 if path.parent == several / own else 2] == [root, own][: len(page.path)], path
        assert len(page.path) >= (1 if path.parent == several / own else 2), path
        assert not [link for link in page.all if link.startswith(f"{root}{other}/funding")], path
        assert {f"{root}about/", f"{root}glossary/", root} <= set(page.all), path


def test_no_link_leads_nowhere(several: Path) -> None:
    read = {path: Links(path, several) for path in several.rglob("*.html")}
    dead = []
    for path, page in read.items():
        for link in page.all:
            address, _, anchor = link.partition("#")
            target = several / address
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (anchor and target in read and anchor not in read[target].ids):
                dead.append((path.relative_to(several).as_posix(), link))
    assert dead == []


def test_titles_tell_the_programmes_apart(several: Path) -> None:
    for root in (several, several / "en"):
        titles: dict[str, list[str]] = {}
        for path in pages(root):
            if root == several and path.is_relative_to(several / "en"):
                continue
            [title] = re.findall(r"<title>(.*?)</title>", path.read_text(encoding="utf-8"))
            titles.setdefault(title, []).append(path.parent.relative_to(root).as_posix())
        assert [where for where in titles.values() if len(where) > 1] == []


def test_each_page_names_the_document_of_its_own_programme(several: Path) -> None:
    of_one = "проект 2021 года, период 2014–2024"
    for path in pages(several):
        if path.is_relative_to(several / "en"):
            continue
        footer = path.read_text(encoding="utf-8").split('<footer class="md-footer">')[1]
        programme = path.relative_to(several).parts[0] in (FIRST, SECOND)
        assert (of_one in footer) == programme, path
        assert ("У каждой программы свой документ" in footer) != programme, path


def test_the_name_of_a_programme_is_text_wherever_it_stands(several: Path) -> None:
    for path in several.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<i>&quot;" not in page
        assert '<i>"' not in page
        assert "&amp;amp;" not in page
    front = (several / "index.html").read_text(encoding="utf-8")
    tab = "Дворы &amp; «улицы» &lt;i&gt;&#34;наши&#34;&lt;/i&gt;"
    assert f'class="md-tabs__link">{tab}</a>' in front
    own = (several / SECOND / "funding/index.html").read_text(encoding="utf-8")
    assert re.search(r"<title>Деньги · Дворы &amp; «улицы» .*?·", own)
