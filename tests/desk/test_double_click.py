"""What a double click starts: the site on this computer, in the browser."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import vitrina.new_project

ROOT = Path(__file__).parents[2]
FILES = Path(vitrina.new_project.__file__).parent / "files"
STARTERS = ("vitrina.cmd", "vitrina.command", "vitrina.desktop")
SHELL = shutil.which("sh")


@pytest.mark.parametrize("name", STARTERS)
def test_every_project_has_the_same(name: str) -> None:
    assert (ROOT / name).read_bytes() == (FILES / name).read_bytes()


def test_windows_reads_its_lines() -> None:
    content = (FILES / "vitrina.cmd").read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")
    assert content.startswith(b"@echo off\r\n"), "no mark of the encoding: Windows would take it for a command"


@pytest.mark.skipif(SHELL is None, reason="there is no shell")
@pytest.mark.parametrize("folder", ["project", "Сайт города (копия)"])
def test_a_prepared_project_is_shown_wherever_it_lies(folder: str, tmp_path: Path) -> None:
    """The Python of the project writes down what it was asked, and where."""
    project = tmp_path / folder
    python = project / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\npwd > asked.txt\necho "$@" >> asked.txt\n', encoding="utf-8")
    python.chmod(0o755)
    shutil.copy(FILES / "vitrina.command", project)
    subprocess.run([str(SHELL), str(project / "vitrina.command")], cwd=tmp_path, check=True)
    assert (project / "asked.txt").read_text(encoding="utf-8").splitlines() == [str(project), "-m vitrina serve --open"]


@pytest.mark.skipif(SHELL is None, reason="there is no shell")
def test_where_it_cannot_be_prepared_that_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    """The Python of the machine makes a folder for the project, whose own can install nothing."""
    shutil.copy(FILES / "vitrina.command", tmp_path)
    asked = tmp_path / "asked.txt"
    machine, own = tmp_path / "bin/python3", tmp_path / "own"
    machine.parent.mkdir()
    for python, does in ((machine, f'mkdir -p .venv/bin && cp "{own}" .venv/bin/python'), (own, "exit 1")):
        python.write_text(f'#!/bin/sh\necho "$@" >> "{asked}"\n{does}\n', encoding="utf-8")
        python.chmod(0o755)
    done = subprocess.run(
        [str(SHELL), str(tmp_path / "vitrina.command")],
        env={**os.environ, "PATH": f"{machine.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 1
    assert "Не получилось. Поставьте Python 3.11 или новее и повторите." in done.stdout
    assert asked.read_text(encoding="utf-8").splitlines() == [
        "-m venv .venv",
        "-m pip install --quiet --requirement requirements.txt",
    ]
    assert not (tmp_path / ".venv").exists()
