"""A build reads its tables once, and anew as soon as a byte of them is another one."""

import shutil
from pathlib import Path

import pytest

from support.datasets import SAMPLE
from vitrina.dataset.reader import Reading
from vitrina.measures import checked


def test_the_same_bytes_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def counted(folder: Path) -> Reading:
        read.append(folder)
        return Reading(None, (), ())

    monkeypatch.setattr(checked, "read_checked", counted)
    data = shutil.copytree(SAMPLE, tmp_path / "data")
    first = checked.read_for_build(data)
    assert checked.read_for_build(data) is first
    assert len(read) == 1
    with (data / "city.yml").open("a", encoding="utf-8") as settings:
        settings.write("# another byte\n")
    assert checked.read_for_build(data) is not first
    assert len(read) == 2
    checked.take_over({})


def test_another_process_takes_over_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "read_checked", lambda _: Reading(None, (), ()))
    data = shutil.copytree(SAMPLE, tmp_path / "data")
    first = checked.read_for_build(data)
    read = checked.read_so_far()
    checked.take_over({})
    checked.take_over(read)
    assert checked.read_for_build(data) is first
    checked.take_over({})
