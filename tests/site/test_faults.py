"""Whatever the machine refuses, what is published stays whole, and a person is told what happened and what to do."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import vitrina.build
import vitrina.export
from support.old_site import half_a_site, is_old, left_beside
from vitrina.cli import main

NOT_BUILT = "Сайт не построен, прежний остался как был."
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


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


IN_TURN = """
import json, sys
from vitrina.cli import main
for command in json.loads(sys.argv[1]):
    print(main(command), flush=True)
"""
"""Several commands in a process that loads the program once; each says its exit code last."""


def run(
    project: Path, *commands: Sequence[str], before: Sequence[str] = (), limit: Callable[[], None] | None = None
) -> str:
    """What is said in a process that `before` or `limit` have taken rights from."""
    done = subprocess.run(
        [*before, sys.executable, "-c", IN_TURN, json.dumps(commands)],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=True,
        preexec_fn=limit,
    )
    assert "Traceback" not in done.stdout
    return done.stdout


def test_a_file_that_the_system_will_not_have_written(small: Path, site: Path) -> None:
    """A limit of the system itself, met in the middle of a real build."""
    resource = pytest.importorskip("resource", reason="only on Unix")
    size = 100_000
    with (small / "build_data/city.yml").open("a", encoding="utf-8") as settings:
        settings.write("languages: [ru]\n")
    said = run(small, ["build"], limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    assert said.splitlines() == [
        f"{NOT_BUILT} Система не даёт записать такой большой файл. Снимите ограничение (ulimit -f) и повторите.",
        "1",
    ]
    assert is_old(site)
    assert left_beside(site) == []


def test_what_may_not_be_read_or_written_is_named(small: Path, site: Path) -> None:
    without_table, without_folder = (shutil.copytree(small / "build_data", small / name) for name in ("one", "two"))
    (without_table / "programmes/parks/money.csv").chmod(0)
    (without_folder / "programmes/parks").chmod(0)
    closed = small / "closed"
    closed.mkdir(mode=0o555)
    commands = (
        ["build", "--data", "one"],
        ["check", "--data", "two", "--language", "en"],
        ["build", "--output", "closed/site"],
    )
    # The same for root, who may do everything, as for anybody else.
    of_root = "-dac_override,-dac_read_search,-fowner"
    drop = ["setpriv", f"--bounding-set={of_root}", f"--inh-caps={of_root}"] if os.geteuid() == 0 else []
    try:
        table, folder, place, rest = run(small, *commands, before=drop).split("\n1\n")
    finally:
        (without_folder / "programmes/parks").chmod(0o755)
    assert "parks/money.csv: файл не открывается. Закройте его в других программах" in table
    assert folder.startswith("programmes/parks: the folder or the disk cannot be read. Check who may read it")
    assert place.startswith(f"{NOT_BUILT} Нет доступа: ")
    assert "closed" in place
    assert rest == ""
    assert list(closed.iterdir()) == []
    assert is_old(site)


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
    small: Path, output: str, why: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "mine").mkdir()
    (small / "mine/index.html").write_text("<!doctype html><title>Моё</title>", encoding="utf-8")
    (small / "a link to mine").symlink_to("mine")
    monkeypatch.setattr(vitrina.build, "build_with_mkdocs", lambda _: pytest.fail("nothing is built"))
    before = {path: path.stat().st_mtime_ns for path in small.rglob("*")}
    assert main(["build", "--output", str(Path(output).expanduser())]) == 1
    said = capsys.readouterr().err
    assert why in said
    assert "--output" in said
    assert {path: path.stat().st_mtime_ns for path in small.rglob("*")} == before


@pytest.mark.usefixtures("quick")
def test_a_site_behind_a_link_is_replaced_where_it_lies(project: Path, site: Path) -> None:
    (project / "link").symlink_to("site")
    assert main(["build", "--output", "link"]) == 0
    assert (project / "link").is_symlink()
    assert (site / "index.html").read_text(encoding="utf-8") == "новый сайт"


# The clock.


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("value", ["вчера", "", "-1", "1e9", "99999999999999999999"])
def test_a_time_that_is_none_is_refused(
    site: Path, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert main(["build"]) == 1
    assert f"SOURCE_DATE_EPOCH — «{value}», а должна быть целым числом" in capsys.readouterr().err
    assert is_old(site)
