"""A second city publishes without a change of code: an invented region's tables go through the steps of publish.yml."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from support.built_pages import pages, read
from support.datasets import REGION
from support.repository import copy_package, copy_project
from support.sites import made_once
from support.workflows import ADDRESS, SUMMARY, run_job, said
from vitrina.dataset.programme import Dataset
from vitrina.measures.loading import load_dataset

OTHERS = ("Дивногорск", "Divnogorsk", "Вымышленск", "Vymyshlensk")
"""Of whom nothing may be said: the city that the engine was made for, and the sample's town."""
OF_A_CITY = re.compile(r"\b(?:город(?:а|у|е|ом|ск\w+)?|муниципальн\w+ программ\w+|неофициальн\w+)\b", re.IGNORECASE)
WITHOUT_PICTURES = """
from vitrina.charts.render.drawings import Drawings
prepare = Drawings.prepare
Drawings.prepare = lambda self, charts: prepare(self, charts, pictures=False)
Drawings.png = lambda self, chart: chart.id.encode()
"""
"""Painted for no test here they would take a third of the time."""
TEXT = {".css", ".csv", ".html", ".js", ".json", ".md", ".svg", ".txt", ".xml"}


@pytest.fixture(scope="module")
def region() -> Dataset:
    dataset = load_dataset(REGION).dataset
    assert dataset
    return dataset


def repository(folder: Path) -> Path:
    """The region's repository: the engine as it is here, and tables of its own in the place of the published ones."""
    copy_project(folder, REGION)
    copy_package(folder)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What publishing hands over."""
    return made_once(tmp_path_factory, "region", publish)


def publish(site: Path) -> None:
    folder = repository(site.parent / "repository")
    with (folder / "hooks/site.py").open("a", encoding="utf-8") as events:
        events.write(WITHOUT_PICTURES)
    done = run_job("publish.yml", "build", folder)
    assert said(done) == ["Ошибок нет: build_data в порядке.\n", "Сайт построен: site\n"]
    (folder / "site").rename(site)


@pytest.mark.thorough
def test_a_pull_request_ends_with_a_copy_to_be_looked_at(tmp_path: Path) -> None:
    folder = repository(tmp_path / "repository")
    for other in (folder / "build_data/programmes").iterdir():  # one programme takes a third of the time
        if other.name != "libraries":
            shutil.rmtree(other)
    person = ["-c", "user.name=Somebody", "-c", "user.email=somebody@region.example"]
    commit = [*person, "commit", "-q", "--allow-empty", "-m", "."]
    for asked in (["init", "-q"], ["add", "build_data", "incoming"], commit, commit):
        subprocess.run(["git", *asked], cwd=folder, check=True)
    assert len(said(run_job("check.yml", "check", folder))) == 5
    assert ADDRESS in (folder.parent / SUMMARY).read_text(encoding="utf-8")
    assert (folder / "site/index.html").is_file()
    assert not (folder / "site/sitemap.xml").exists(), "a copy that opens from a folder has no address"


def test_each_programme_has_its_pages_files_and_report(site: Path, region: Dataset) -> None:
    assert len(region.programmes) == 3
    for programme in region.programmes:
        folder = site / programme.id
        home = read(folder / "index.html")
        assert programme.text("lines", programme.line.id, "name", "ru").text in home.text
        for page in ("funding", "goals", "documents", "check", "indicators"):
            assert (folder / page / "index.html").is_file(), (programme.id, page)
        for line in programme.lines:
            if line.kind == "subprogramme":
                assert (folder / "subprogrammes" / line.id / "index.html").is_file(), line.id
        for indicator in programme.indicators:
            assert (folder / "indicators" / indicator.id / "index.html").is_file(), indicator.id
        assert list(folder.rglob("*.csv"))
        assert (folder / f"{programme.id}-report.pdf").read_bytes().startswith(b"%PDF-")


def test_every_source_of_money_is_named_where_it_pays(site: Path, region: Dataset) -> None:
    for programme in region.programmes:
        text = read(site / programme.id / "funding/index.html").text
        paying = set(programme.money["source"]) - {"total"}
        assert {source.id for source in region.city.sources if source.name["ru"] in text} == paying


def test_every_page_stands_at_the_address_that_pages_names(site: Path) -> None:
    for page in pages(site):
        if page.path.name == "index.html" and "staff" not in page.path.parts:
            [canonical] = page.of("link", rel="canonical")
            folder = page.path.parent.relative_to(site).as_posix()
            assert canonical["href"] == f"{ADDRESS}/" + ("" if folder == "." else f"{folder}/")


def test_it_is_in_russian_alone(site: Path) -> None:
    assert not (site / "en").exists()
    assert [page.path for page in pages(site) if page.of("link", hreflang="en") or page.of("a", hreflang="en")] == []


def test_it_says_nothing_of_another_city(site: Path) -> None:
    found = {path.relative_to(site).as_posix(): text for path, text in texts(site)}
    assert len(found) > 100
    assert [(where, other) for where, text in found.items() for other in OTHERS if other in text] == []


def test_a_region_is_not_called_a_city_nor_its_own_site_a_retelling(site: Path) -> None:
    """But in the guide of the staff, which is for every territory."""
    found = {
        (page.path.relative_to(site).as_posix(), word)
        for page in pages(site)
        if "staff" not in page.path.parts
        for word in OF_A_CITY.findall(page.text)
    }
    assert found == set()


def texts(site: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXT:
            yield path, path.read_text(encoding="utf-8-sig")
        elif path.suffix == ".pdf":
            yield path, PdfReader(path).pages[0].extract_text()
