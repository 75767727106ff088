"""Staff may sort a table as they like: what the document numbers stands in its order on every page."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from datasets import SAMPLE
from vitrina.measures.checked import read_checked
from vitrina.pages.site import make_site
from vitrina.render import written
from vitrina.words import Words


def pages(folder: Path) -> Mapping[str, bytes | str]:
    dataset, words = read_checked(folder).dataset, Words("ru")
    assert dataset is not None
    return written(make_site(dataset, words), words, draw=lambda _: "")


@pytest.mark.parametrize("programme", ["parks", "schools"])
def test_tables_in_another_order_make_the_same_pages(programme: str, tmp_path: Path) -> None:
    folder = shutil.copytree(SAMPLE, tmp_path / "build_data")
    for table in ("goals", "lines", "indicators"):
        file = folder / f"programmes/{programme}/{table}.csv"
        header, *rows = file.read_text(encoding="utf-8").splitlines()
        number = header.split(";").index("number")
        numbered = [row for row in rows if row.split(";")[number]]
        others = [row for row in rows if row not in numbered]
        file.write_text("\n".join((header, *reversed(numbered), *others)) + "\n", encoding="utf-8")
    assert pages(folder) == pages(SAMPLE)
