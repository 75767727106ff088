"""How the tests run, and the sites of their datasets, each built once for all that look at it."""

import gc
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from support.datasets import SAMPLE
from support.hostile import dataset_of_long_words, hostile_dataset
from support.plain_mkdocs import built_without_us
from support.sites import ROOT, built_once, drawn_by, made_once
from support.stub_drawings import EmptyDrawings, SvgOnly
from vitrina.build import Options
from vitrina.charts.render.drawings import Drawings
from vitrina.export import export
from vitrina.measures.loading import load_dataset
from vitrina.offline.copying import make_offline
from vitrina.processes import collect_garbage_seldom
from vitrina.project import TOKENS, folders
from vitrina.words import LANGUAGES

# How fast a machine is says nothing about whether what it computes is right.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
settings.register_profile("thorough", settings.get_profile("any machine"), max_examples=100)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--dcat-ap", metavar="FOLDER", help="the official shapes of DCAT-AP, to hold the catalogue against"
    )


def pytest_configure(config: pytest.Config) -> None:
    collect_garbage_seldom()
    settings.load_profile("any machine" if "not thorough" in config.option.markexpr else "thorough")


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: the collector of memory need not look through it again and again."""
    gc.freeze()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make site` makes of Divnogorsk's programme. Shared: whoever changes it works on a copy."""
    return built_once(tmp_path_factory, "built")


@pytest.fixture(scope="session")
def site_under_sub_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as it is published on GitHub Pages: at a known address, below the repository's name."""
    return built_once(tmp_path_factory, "published", address="https://city.example/repo/")


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample: two programmes, with all that a programme can have. It is never published."""
    with drawn_by(SvgOnly):
        return built_once(tmp_path_factory, "sample", data=SAMPLE)


@pytest.fixture(scope="session")
def folder_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy that opens from a folder, without a server; its folder has a name as people give them."""
    return built_once(tmp_path_factory, "Сайт города (копия)", options=Options(offline=True))


@pytest.fixture(scope="session")
def hostile_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site with a payload in every text, at an address, almost without pictures."""
    data = hostile_dataset(SAMPLE, tmp_path_factory.mktemp("hostile") / "build_data")
    with drawn_by(EmptyDrawings):
        return built_once(tmp_path_factory, "hostile site", address="https://city.example/", data=data)


@pytest.fixture(scope="session")
def sample_of_long_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's Russian site with a word of 80 letters in every text, almost without pictures."""
    data = dataset_of_long_words(SAMPLE, tmp_path_factory.mktemp("long words") / "build_data")
    with (data / "city.yml").open("a", encoding="utf-8") as settings:
        settings.write("languages: [ru]\n")
    with drawn_by(EmptyDrawings):
        return built_once(tmp_path_factory, "long words in pages", data=data)


@pytest.fixture(scope="session")
def hostile_copy(hostile_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as it opens from a folder."""

    def copied(copy: Path) -> None:
        shutil.copytree(hostile_sample, copy)
        make_offline(copy, folders(LANGUAGES).values())

    return made_once(tmp_path_factory, "hostile copy", copied)


@pytest.fixture(scope="session")
def hostile_export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smaller of its programmes exported, and built without us."""

    def built(site: Path) -> None:
        data = hostile_dataset(SAMPLE, tmp_path_factory.mktemp("hostile") / "build_data")
        shutil.rmtree(data / "programmes/schools")
        dataset = load_dataset(data).dataset
        assert dataset
        export(dataset, EmptyDrawings(Drawings.in_memory(TOKENS)), ROOT, site.parent)
        assert built_without_us(site.parent) == site

    return made_once(tmp_path_factory, "hostile export", built)
