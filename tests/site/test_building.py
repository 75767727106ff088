"""Building: the same bytes each time, all of it or nothing, and never over a table with a fault."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError

import vitrina.build
from support.built_pages import framed
from support.file_trees import replace, tree
from support.sites import drawn_by
from support.stub_drawings import EMPTY_PICTURE, EmptyDrawings
from vitrina.build import BuildFailed, build_site
from vitrina.cli import main
from vitrina.manifest import MANIFEST, hashes_of
from vitrina.policy import with_policy

MONEY = "build_data/programmes/education/money.csv"
FAULTS = {MONEY: (";394381,20;", ";394381,2о;"), "build_data/city.yml": ("  region:", "  regoin:")}
"""A letter for a digit, and a setting misspelt: file to what stands there and what is put in its place."""


def break_tables(project: Path) -> None:
    for file, (old, new) in FAULTS.items():
        replace(project / file, old, new)


@pytest.fixture
def old_site(project: Path) -> dict[str, str]:
    """What is published already."""
    (project / "site/en").mkdir(parents=True)
    (project / "site/index.html").write_text(with_policy('<meta charset="utf-8">прежний сайт'), encoding="utf-8")
    (project / "site/en/index.html").write_text("the old site", encoding="utf-8")
    return tree(project / "site")


IN_2100 = """
import datetime, runpy, sys, time
import mkdocs.utils
shift = 4_102_444_800 - int(time.time())
now, nanoseconds = time.time, time.time_ns
time.time, time.time_ns = lambda: now() + shift, lambda: nanoseconds() + shift * 10**9
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
mkdocs.utils.datetime = Later  # to change it for all is more than compiled libraries bear
print("в", mkdocs.utils.datetime.now(datetime.timezone.utc).year, "году")
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__")
"""
"""Runs a module by a clock that is decades ahead."""


NOTHING_DRAWN = f"""
from vitrina.charts.render.drawings import Drawings
Drawings.prepare, Drawings.svg, Drawings.png = lambda *_: 0, lambda *_: {EMPTY_PICTURE!r}, lambda *_: b""
"""
"""Added to a project's events: its builds draw nothing, in whatever process."""


def run_python(project: Path, *arguments: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """A setting of None is taken away."""
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env={name: value for name, value in settings.items() if value is not None},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def beside(project: Path) -> set[str]:
    """What lies in the project besides its own files and the drawings."""
    return {path.name for path in project.iterdir()} - {
        "mkdocs.yml",
        "docs",
        "hooks",
        "build_data",
        "incoming",
        ".cache",
    }


def test_the_same_sources_make_the_same_bytes(site_under_sub_path: Path, project: Path) -> None:
    """In another folder and process, by a wrong clock, with other hashes of strings. Drawings have a test of theirs."""
    settings = {"PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": None, "SITE_URL": "https://city.example/repo/"}
    done = run_python(project, "-c", IN_2100, "vitrina", "build", **settings)
    assert (done.returncode, done.stderr) == (0, "")
    assert "в 2100 году" in done.stdout
    first, second = dict(hashes_of(site_under_sub_path)), dict(hashes_of(project / "site"))
    assert len(first) > 200
    assert {path for path in first | second if first.get(path) != second.get(path)} == set()
    assert beside(project) == {"site"}


def test_a_faulty_table_stops_the_build_with_every_problem_and_the_old_site_stays(
    project: Path, old_site: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    break_tables(project)
    assert main(["build"]) == 1
    said = capsys.readouterr()
    assert_both_are_named(said.out)
    assert tree(project / "site") == old_site
    assert beside(project) == {"site"}


def test_a_faulty_table_stops_plain_mkdocs_too_before_it_touches_the_site(
    project: Path, old_site: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    break_tables(project)
    with pytest.raises(Abort) as stopped:
        build_with_mkdocs(load_config(str(project / "mkdocs.yml")))
    assert stopped.value.code == 1
    assert_both_are_named(caplog.text)
    assert tree(project / "site") == old_site


def assert_both_are_named(said: str) -> None:
    assert "education/money.csv, строка 28, «Сумма» (amount): «394381,2о» — не число, в конце буква «о»." in said
    assert "city.yml" in said
    assert "regoin" in said
    assert "Traceback" not in said


def test_a_failure_in_the_english_half_leaves_the_old_site_whole_and_nothing_beside_it(
    project: Path, old_site: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    built: list[str] = []

    def half_way(config: Any) -> None:
        built.append(os.environ["VITRINA_LANGUAGE"])
        Path(config.site_dir).mkdir(parents=True)
        (Path(config.site_dir) / "index.html").write_text("новый сайт", encoding="utf-8")
        if os.environ["VITRINA_LANGUAGE"] == "en":
            raise BuildError("the English half broke")

    monkeypatch.setattr(vitrina.build, "build_with_mkdocs", half_way)
    assert main(["build"]) == 1
    assert built == ["ru", "en"]
    assert "the English half broke" in capsys.readouterr().err
    assert tree(project / "site") == old_site
    assert beside(project) == {"site"}


def test_both_halves_replace_the_old_site_whole(
    project: Path, old_site: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(config: Any) -> None:
        Path(config.site_dir).mkdir(parents=True)
        (Path(config.site_dir) / "new.html").write_text(os.environ["VITRINA_LANGUAGE"], encoding="utf-8")

    monkeypatch.setattr(vitrina.build, "build_with_mkdocs", build)
    build_site(project, project / "site")
    assert set(tree(project / "site")) == {"new.html", "en/new.html", MANIFEST}
    assert not set(old_site) & set(tree(project / "site"))
    assert beside(project) == {"site"}


def test_a_warning_stops_the_build_and_is_told(small: Path, old_site: dict[str, str]) -> None:
    (small / "docs/astray.md").write_text("# Заблудилась\n\n[Никуда](nowhere.md)\n", encoding="utf-8")
    with drawn_by(EmptyDrawings), pytest.raises(BuildFailed, match=r"nowhere\.md"):
        build_site(small, small / "site")
    assert tree(small / "site") == old_site
    assert beside(small) == {"site"}


def test_text_of_the_dataset_is_text_in_the_frame_of_a_page_too(small: Path) -> None:
    """The title of the site and of the document stand in the theme's own templates."""
    replace(small / "build_data/city.yml", '"Программы Образцово-Вымышленска"', '"<i>Программы</i> & {{ 7 }}"')
    documents = small / "build_data/programmes/parks/documents.csv"
    replace(documents, "Программа «Парки и дворы города Образцово-Вымышленска»", "<b>Программа</b> & план")
    with (small / "hooks/site.py").open("a", encoding="utf-8") as events:
        events.write(NOTHING_DRAWN)
    done = run_python(small, "-m", "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    for path in framed(small / "site"):
        page = path.read_text(encoding="utf-8")
        assert "<i>Программы</i>" not in page
        assert "<b>Программа</b>" not in page
        assert "&lt;i&gt;Программы&lt;/i&gt; &amp; {{ 7 }}" in page
        assert "&lt;b&gt;Программа&lt;/b&gt; &amp; план" in page
    assert (small / "site/pagefind/pagefind.js").is_file(), "plain MkDocs makes what the search asks as well"
