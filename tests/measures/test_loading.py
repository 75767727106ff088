"""A build reads its tables once, and anew as soon as a byte of them is another one."""

import shutil
from pathlib import Path

import pytest

from support.datasets import SAMPLE
from vitrina.dataset.reader import Reading
from vitrina.measures import loading


def test_the_same_bytes_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def counted(folder: Path) -> Reading:
        read.append(folder)
        return Reading(None, (), ())

    monkeypatch.setattr(loading, "load_dataset", counted)
    data = shutil.copytree(SAMPLE, tmp_path / "data")
    first = loading.load_for_build(data)
    assert loading.load_for_build(data) is first
    assert len(read) == 1
    with (data / "city.yml").open("a", encoding="utf-8") as settings:
        settings.write("# another byte\n")
    assert loading.load_for_build(data) is not first
    assert len(read) == 2
    loading.take_over({})


def test_another_process_takes_over_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "load_dataset", lambda _: Reading(None, (), ()))
    data = shutil.copytree(SAMPLE, tmp_path / "data")
    first = loading.load_for_build(data)
    read = loading.loaded_so_far()
    loading.take_over({})
    loading.take_over(read)
    assert loading.load_for_build(data) is first
    loading.take_over({})
