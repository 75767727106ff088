"""Killed at any moment, or two at once: what is published is whole, and the next build puts the rest right."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import vitrina.build
from support.old_site import is_old, left_beside
from support.process_groups import has_ended
from vitrina.cli import main
from vitrina.output import Busy, lock, replacing
from vitrina.output.lock import alone
from vitrina.output.replacing import exchange, replaced

TWO_STEPS = "two steps"
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

REBUILDS = """
import itertools, sys
from pathlib import Path
from vitrina.output import replacing
if sys.argv[2] == "two steps":
    replacing.exchange = lambda one, other: False
for edition in itertools.count(1):
    with replacing.replaced(Path(sys.argv[1])) as new:
        new.mkdir()
        for page in range(40):
            (new / f"{page}.html").write_text(str(edition) * 500)
"""
"""Builds a site of forty pages over and over: each has the number of its edition in it."""


def edition(site: Path) -> set[str]:
    """What the forty pages say: one thing, if they are of one edition."""
    pages = list(site.iterdir())
    assert len(pages) == 40
    return {page.read_text(encoding="utf-8") for page in pages}


# Killed in the middle.


@pytest.mark.parametrize("way", ["one step", TWO_STEPS])
def test_killed_at_any_moment_it_leaves_a_whole_site(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    moments = random.Random(7)  # noqa: S311  no secret: the same moments each time, as far as a machine has them
    for _ in range(8):
        builder = subprocess.Popen([sys.executable, "-c", REBUILDS, str(site), way])
        deadline = time.monotonic() + 120
        while not left_beside(site) and time.monotonic() < deadline:
            time.sleep(0.005)
        seen, until = site.exists(), time.monotonic() + moments.uniform(0.05, 0.25)
        while time.monotonic() < until:
            assert way == TWO_STEPS or site.exists() >= seen, "there is a site at every moment"
            seen = seen or site.exists()
        builder.kill()
        assert builder.wait() == -signal.SIGKILL
        if way == TWO_STEPS:
            replacing.put_right(site)
            assert [name for name in left_beside(site) if "building" in name] == []
        assert len(edition(site)) == 1
    with replaced(site) as new:
        shutil.copytree(site, new)
    assert left_beside(site) == []


def test_killed_between_the_two_steps_the_old_site_comes_back(
    project: Path, site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        "import os, pathlib, signal\n"
        "from vitrina.output import replacing\n"
        "replacing.exchange = lambda one, other: False\n"
        "rename = pathlib.Path.rename\n"
        "pathlib.Path.rename = lambda *paths: (rename(*paths), os.kill(os.getpid(), signal.SIGKILL))\n"
        "with replacing.replaced(pathlib.Path('site').absolute()) as new:\n"
        "    new.mkdir()\n"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=project, check=False).returncode == -signal.SIGKILL
    assert not site.exists()

    def fails(_: Any) -> None:
        assert is_old(site), "it is back before anything is built"
        raise FULL

    monkeypatch.setattr(vitrina.build, "build_with_mkdocs", fails)
    assert main(["build"]) == 1
    assert is_old(site)
    assert left_beside(site) == []
    assert "На диске кончилось место" in capsys.readouterr().err


HALF_WAY = """
import time
from pathlib import Path
def on_files(files, config):
    Path(config.site_dir).mkdir(parents=True)
    time.sleep(600)
"""
"""Events of a build that stays in its middle: at work on each language, and done with none."""


@pytest.mark.usefixtures("quick")
def test_a_real_build_that_is_killed_leaves_the_old_site_and_the_next_one_cleans_up(small: Path, site: Path) -> None:
    with (small / "hooks/site.py").open("a", encoding="utf-8") as events:
        events.write(HALF_WAY)
    command = [sys.executable, "-m", "vitrina", "build"]
    builder = subprocess.Popen(command, cwd=small, stdout=subprocess.DEVNULL, start_new_session=True)
    deadline = time.monotonic() + 120
    while len(list(small.glob(".site-building-*/new*"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    builder.kill()
    assert builder.wait() == -signal.SIGKILL
    assert has_ended(builder.pid), "the process that built the other language leaves too"
    assert is_old(site)
    assert len(left_beside(site)) == 2, "the lock and what was made so far"
    assert main(["build"]) == 0
    assert (site / "index.html").read_text(encoding="utf-8") == "новый сайт"
    assert left_beside(site) == []


def test_what_only_looks_like_a_leftover_is_nobody_s_to_remove(tmp_path: Path) -> None:
    mine = tmp_path / ".site-building-notes"
    mine.mkdir()
    (mine / "mine.txt").write_text("моё", encoding="utf-8")
    with replaced(tmp_path / "site") as new:
        new.mkdir()
    assert (mine / "mine.txt").exists()


def test_folders_change_places_in_one_step_here(tmp_path: Path) -> None:
    """Else the tests above would have tried one way twice."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    if sys.platform in {"linux", "darwin"}:
        assert exchange(tmp_path / "one", tmp_path / "other")
        assert [path.name for path in (tmp_path / "one").iterdir()] == ["other"]
    assert not exchange(tmp_path / "one", tmp_path / "nowhere")


def test_a_person_may_stop_it(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(vitrina.build, "build_with_mkdocs", stopped)
    assert main(["build"]) == 130
    assert capsys.readouterr().err.strip() == "Остановлено. Что было опубликовано, осталось как было."
    assert is_old(site)
    assert left_beside(site) == []


# Two at once.


@pytest.mark.usefixtures("quick")
def test_a_second_build_is_told_which_process_is_at_work(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with alone(site):
        assert main(["build"]) == 1
        assert f"Здесь уже работает другая сборка (процесс {os.getpid()})" in capsys.readouterr().err
        assert is_old(site)
        assert main(["build", "--output", "another"]) == 0, "elsewhere it may"
    assert main(["build"]) == 0


@pytest.mark.usefixtures("quick")
def test_the_lock_of_a_dead_process_holds_nobody_up(project: Path, site: Path) -> None:
    (project / ".site-lock").write_text("1", encoding="ascii")
    assert main(["build"]) == 0
    assert left_beside(site) == []


def test_a_lock_that_its_holder_took_away_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the moments when this process opens it and takes it."""
    taken: list[int] = []
    take = lock._take

    def removed_first(handle: int) -> None:
        if not taken:
            (tmp_path / ".site-lock").unlink()
        taken.append(handle)
        take(handle)

    monkeypatch.setattr(lock, "_take", removed_first)
    with alone(tmp_path / "site"), pytest.raises(Busy), alone(tmp_path / "site"):
        pass
    assert len(taken) == 3


def test_of_many_at_once_one_is_at_work(tmp_path: Path) -> None:
    """Each makes a folder while it holds the lock: a second one would find it there."""
    script = (
        "import sys, time, pathlib\n"
        "from vitrina.output.lock import Busy, alone\n"
        "folder, inside = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])\n"
        "for _ in range(200):\n"
        "    try:\n"
        "        with alone(folder):\n"
        "            inside.mkdir()\n"
        "            inside.rmdir()\n"
        "    except Busy:\n"
        "        pass\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "site"), str(tmp_path / "inside")]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    assert [(each.communicate()[1], each.returncode) for each in running] == [(b"", 0)] * 3
    with alone(tmp_path / "site"), pytest.raises(Busy), alone(tmp_path / "site"):
        pass


def test_a_disk_without_locks_is_built_on_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_here(_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(lock, "_take", none_here)
    with replaced(tmp_path / "site") as new:
        new.mkdir()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
