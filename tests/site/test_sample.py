"""A site of invented figures says so on every page, and the site of a real programme has nothing of it."""

import shutil
from pathlib import Path

import pytest
import yaml

from support.built_pages import framed, lone
from support.datasets import SAMPLE
from support.sites import drawn_by
from support.stub_drawings import EmptyDrawings
from vitrina.cli import main
from vitrina.dataset.reader import read_dataset

ROOT = Path(__file__).parents[2]
SAYS = {
    "ru": "Образец: город и все цифры выдуманы",
    "en": "A sample: the city and all figures are invented",
}
NOINDEX = '<meta name="robots" content="noindex">'


@pytest.fixture
def invented(project: Path) -> Path:
    """Other tables than the project's own: the same, but that they say they are invented."""
    folder = project.parent / "tables"
    shutil.copytree(project / "build_data", folder)
    with (folder / "city.yml").open("a", encoding="utf-8") as city:
        city.write("\nsample: true\n")
    return folder


def test_every_page_of_a_sample_says_so_and_asks_not_to_be_remembered(built_sample: Path) -> None:
    pages = framed(built_sample)
    assert len(pages) > 100
    for path in pages:
        page = path.read_text(encoding="utf-8")
        language = "en" if path.is_relative_to(built_sample / "en") else "ru"
        strip = page.split('<aside class="v-invented"')[1].split("</aside>")[0]
        assert strip.endswith(f">{SAYS[language]}"), path
        assert page.index("v-invented") < page.index("<header"), path
        assert page.count(NOINDEX) == 1, path
    for path in lone(built_sample):
        page = path.read_text(encoding="utf-8")
        said = "sample, all of it invented" if path.is_relative_to(built_sample / "en") else "образец, всё выдумано"
        assert said in page, path
        assert page.count(NOINDEX) == 1, path


def test_the_exported_sample_says_so_too(small: Path) -> None:
    with drawn_by(EmptyDrawings):
        assert main(["export", "out"]) == 0
    for settings, language in (("mkdocs.yml", "ru"), ("mkdocs.en.yml", "en")):
        written = yaml.safe_load((small / "out" / settings).read_text(encoding="utf-8"))
        assert written["copyright"] == SAYS[language]


def test_the_site_of_a_real_programme_has_nothing_of_a_sample(built_site: Path) -> None:
    for page in framed(built_site):
        text = page.read_text(encoding="utf-8")
        assert "v-invented" not in text
        assert NOINDEX not in text
        assert not any(said in text for said in SAYS.values())
    folders = {path.name for path in built_site.iterdir() if path.is_dir()}
    sample = {path.name for path in (SAMPLE / "programmes").glob("*")}
    assert not folders & sample
    for workflow in (ROOT / ".github/workflows").iterdir():
        assert "sample" not in workflow.read_text(encoding="utf-8")


@pytest.mark.parametrize("said", ["да", '""'])
def test_a_sample_is_true_or_false(invented: Path, said: str) -> None:
    city = invented / "city.yml"
    city.write_text(city.read_text(encoding="utf-8").replace("sample: true", f"sample: {said}"), encoding="utf-8")
    [problem] = read_dataset(invented).problems
    assert (problem.rule, problem.column) == ("unknown_choice", "sample")


def test_tables_that_are_not_there_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["build"], ["export", "out"], ["serve"]):
        assert main([*command, "--data", "nowhere"]) == 1
        assert "nowhere" in capsys.readouterr().out
    assert not (project / "out").exists()
