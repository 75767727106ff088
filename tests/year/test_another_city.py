"""Another city begins in the browser, as its guide says: it takes this repository, and its own comes in."""

import shutil
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK
from support.repository import copy_project
from vitrina.project import INCOMING
from year.story import PROGRAMME, Desk, begun

pytestmark = pytest.mark.thorough


def test_settings_rewritten_the_old_programme_deleted_a_decree_uploaded(tmp_path: Path) -> None:
    """The settings are those that `vitrina new` writes of its answers."""
    settings = begun(tmp_path / "new").project / "build_data/city.yml"
    desk = Desk(tmp_path / "taken")
    copy_project(desk.project, DIVNOGORSK)
    shutil.copyfile(settings, desk.project / "build_data/city.yml")
    shutil.rmtree(desk.project / "build_data/programmes/education")
    decree = desk.decree(f"{PROGRAMME}.docx", "decree.txt")
    shutil.move(decree, desk.project / INCOMING)
    told = desk.asks("receive")
    assert told.code == 0, told.text
    assert not (desk.project / INCOMING / decree.name).exists()
    told = desk.asks("check")
    assert told.code == 0, told.text
    assert "Ошибок нет" in told.text
