"""A project of its own for a test that breaks things: the engine's files and Divnogorsk's tables in another folder."""

import shutil
from pathlib import Path

import pytest

import vitrina.build
from support.datasets import DIVNOGORSK, SAMPLE
from support.old_site import half_a_site, publish
from support.repository import copy_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project in the state of the working tree, the current folder of the test."""
    folder = tmp_path / "project"
    copy_project(folder, DIVNOGORSK)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.delenv("SITE_URL", raising=False)
    return folder


@pytest.fixture
def small(project: Path) -> Path:
    """The project with one small programme, a town's parks: a whole build of it takes half as long."""
    shutil.rmtree(project / "build_data")
    shutil.copytree(SAMPLE, project / "build_data", ignore=shutil.ignore_patterns("schools"))
    return project


@pytest.fixture
def site(project: Path) -> Path:
    """What is published already."""
    return publish(project / "site")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that takes no time."""
    monkeypatch.setattr(vitrina.build, "build_with_mkdocs", lambda config: half_a_site(Path(config.site_dir)))
