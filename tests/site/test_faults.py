"""Whatever happens to the machine meanwhile, what is published is whole, and a person is told what happened."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import vitrina.build
import vitrina.export
from vitrina.cli import main
from vitrina.output import Busy, lock, replacing
from vitrina.output.lock import alone
from vitrina.output.replacing import exchange, replaced
from vitrina.policy import with_policy

MONEY = Path("build_data/programmes/education/money.csv")
TWO_STEPS = "two steps"
NOT_BUILT = "Сайт не построен, прежний остался как был."
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


@pytest.fixture
def site(project: Path) -> Path:
    """What is published already."""
    folder = project / "site"
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text(with_policy('<meta charset="utf-8">прежний сайт'), encoding="utf-8")
    (folder / "en/index.html").write_text("the old site", encoding="utf-8")
    return folder


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that takes no time."""
    monkeypatch.setattr(vitrina.build, "build_with_mkdocs", lambda config: half_a_site(Path(config.site_dir)))


def half_a_site(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("новый сайт", encoding="utf-8")


def is_old(site: Path) -> bool:
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return pages == ["en/index.html", "index.html"] and "прежний" in (site / "index.html").read_text(encoding="utf-8")


def left_beside(site: Path) -> list[str]:
    return [path.name for path in site.parent.iterdir() if path.name.startswith(f".{site.name}-")]


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
        deadline = time.monotonic() + 20
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


@pytest.mark.usefixtures("quick")
def test_a_real_build_that_is_killed_leaves_the_old_site_and_the_next_one_cleans_up(project: Path, site: Path) -> None:
    builder = subprocess.Popen([sys.executable, "-m", "vitrina", "build"], cwd=project, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not list(project.glob(".site-building-*/new")) and time.monotonic() < deadline:
        time.sleep(0.02)
    builder.kill()
    assert builder.wait() == -signal.SIGKILL
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


# What the system refuses.


def test_a_full_disk_leaves_the_old_site(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(config: Any) -> None:
        half_a_site(Path(config.site_dir))
        raise FULL

    monkeypatch.setattr(vitrina.build, "build_with_mkdocs", full)
    assert main(["build"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{NOT_BUILT} На диске кончилось место. Освободите его и повторите."
    ]
    assert is_old(site)
    assert left_beside(site) == []


def test_a_full_disk_leaves_no_half_of_an_export(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise FULL

    monkeypatch.setattr(vitrina.export, "render", lambda *_: {"index.md": "# Начало"})
    monkeypatch.setattr(vitrina.export, "_copy", full)
    assert main(["export", "out", "--language", "en"]) == 1
    assert capsys.readouterr().err.splitlines() == ["It did not work. The disk is full. Make room and try again."]
    assert not (project / "out").exists()
    assert left_beside(project / "out") == []


def without_rights(*command: str) -> list[str]:
    """The same for root, who may do everything, as for anybody else."""
    of_root = "-dac_override,-dac_read_search,-fowner"
    drop = ["setpriv", f"--bounding-set={of_root}", f"--inh-caps={of_root}"] if os.geteuid() == 0 else []
    return [*drop, sys.executable, "-m", "vitrina", *command]


def run(command: Sequence[str], project: Path, limit: Callable[[], None] | None = None) -> tuple[int, str]:
    done = subprocess.run(
        command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False, preexec_fn=limit
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


def test_a_file_that_the_system_will_not_have_written(project: Path, site: Path) -> None:
    """A limit of the system itself, met in the middle of a real build."""
    resource = pytest.importorskip("resource", reason="only on Unix")
    size = 100_000
    code, said = run(
        [sys.executable, "-m", "vitrina", "build"],
        project,
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    assert code == 1
    assert said.splitlines() == [
        f"{NOT_BUILT} Система не даёт записать такой большой файл. Снимите ограничение (ulimit -f) и повторите."
    ]
    assert is_old(site)
    assert left_beside(site) == []


def test_a_table_or_a_folder_that_may_not_be_read_is_named(project: Path, site: Path) -> None:
    (project / MONEY).chmod(0)
    code, said = run(without_rights("build"), project)
    assert code == 1
    assert "education/money.csv: файл не открывается. Закройте его в других программах" in said
    assert is_old(site)
    (project / MONEY.parent).chmod(0)
    try:
        code, said = run(without_rights("check", "--language", "en"), project)
    finally:
        (project / MONEY.parent).chmod(0o755)
    assert code == 1
    assert said.startswith("programmes/education: the folder or the disk cannot be read. Check who may read it")


def test_a_place_that_may_not_be_written_to_is_named(project: Path) -> None:
    closed = project / "closed"
    closed.mkdir(mode=0o555)
    code, said = run(without_rights("build", "--output", "closed/site"), project)
    assert code == 1
    assert said.startswith(f"{NOT_BUILT} Нет доступа: ")
    assert "closed" in said
    assert list(closed.iterdir()) == []


def test_a_disk_for_reading_only_is_named(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read_only(file: str | Path, *_: object) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(file))

    monkeypatch.setattr(os, "open", read_only)
    assert main(["build"]) == 1
    said = capsys.readouterr().err
    assert "диск только для чтения" in said
    assert ".site-lock" in said
    assert is_old(site)


# Where no site is put.


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("/", "лежит не только сайт"),
        (".", "лежит не только сайт"),
        ("..", "лежит не только сайт"),
        ("~", "лежит не только сайт"),
        ("docs", "часть проекта или таблиц"),
        ("docs/new", "часть проекта или таблиц"),
        ("build_data/programmes", "часть проекта или таблиц"),
        ("hooks/../build_data/site", "часть проекта или таблиц"),
        (".git/site", "часть проекта или таблиц"),
        ("mkdocs.yml", "это файл"),
        ("mine", "что-то другое, не сайт"),
        ("a link to mine", "что-то другое, не сайт"),
    ],
)
def test_what_is_somebody_s_own_is_never_replaced(
    project: Path, output: str, why: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "mine").mkdir()
    (project / "mine/index.html").write_text("<!doctype html><title>Моё</title>", encoding="utf-8")
    (project / "a link to mine").symlink_to("mine")
    monkeypatch.setattr(vitrina.build, "build_with_mkdocs", lambda _: pytest.fail("nothing is built"))
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    assert main(["build", "--output", str(Path(output).expanduser())]) == 1
    said = capsys.readouterr().err
    assert why in said
    assert "--output" in said
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == before


@pytest.mark.usefixtures("quick")
def test_a_site_behind_a_link_is_replaced_where_it_lies(project: Path, site: Path) -> None:
    (project / "link").symlink_to("site")
    assert main(["build", "--output", "link"]) == 0
    assert (project / "link").is_symlink()
    assert (site / "index.html").read_text(encoding="utf-8") == "новый сайт"


# The clock.


@pytest.mark.parametrize("value", ["вчера", "", "-1", "1e9", "99999999999999999999"])
def test_a_time_that_is_none_is_refused(
    site: Path, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert main(["build"]) == 1
    assert f"SOURCE_DATE_EPOCH — «{value}», а должна быть целым числом" in capsys.readouterr().err
    assert is_old(site)
