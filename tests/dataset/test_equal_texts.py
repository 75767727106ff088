"""Texts that look the same are the same, however their spaces and letters are kept; quoted words too."""

import unicodedata
from dataclasses import fields
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK
from vitrina.dataset.programme import Programme
from vitrina.dataset.reader import read_dataset


def programme_with(folder: Path, kept: str) -> Programme:
    """Divnogorsk's programme whose texts are kept in another way."""
    programme = folder / "build_data/programmes/education"
    for source in DIVNOGORSK.rglob("*"):
        target = folder / "build_data" / source.relative_to(DIVNOGORSK)
        if source.is_dir():
            target.mkdir(parents=True)
        else:
            text = source.read_text(encoding="utf-8")
            header, _, rows = text.partition("\n")
            changed = {
                "no-break spaces": rows.replace(" ", "\u00a0"),
                "thin spaces": rows.replace(" ", "\u2009"),
                "two spaces": rows.replace(" ", "  "),
                "letters and their signs apart": unicodedata.normalize("NFD", rows),
            }[kept]
            is_programme = target.parent == programme and not target.name.startswith("keywords")
            target.write_text(f"{header}\n{changed}" if is_programme else text, encoding="utf-8")
    reading = read_dataset(folder / "build_data")
    assert reading.problems == reading.notices == ()
    assert reading.dataset
    return reading.dataset.programme("education")


@pytest.mark.parametrize("kept", ["no-break spaces", "thin spaces", "two spaces", "letters and their signs apart"])
def test_texts_that_look_the_same_are_read_as_the_same(tmp_path: Path, kept: str) -> None:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset
    plain, other = dataset.programme("education"), programme_with(tmp_path, kept)
    assert plain.money.equals(other.money)
    for field in fields(plain):
        assert field.name in {"money", "quoted"} or getattr(plain, field.name) == getattr(other, field.name)
    assert plain.quoted["draft-2021"].passages == other.quoted["draft-2021"].passages
