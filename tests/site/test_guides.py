"""The guide of the staff: whatever it tells people to type there is, and its pictures are there and small."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from support.repository import ROOT
from vitrina.cli import _parser
from vitrina.dataset.tables import PROGRAMME_TABLES, REFERENCE_TABLES
from vitrina.project import PROSE

PAGES = sorted((PROSE / "staff").glob("*.md"))
TYPED = re.compile(r"python -m vitrina (?P<command>[a-z]+)(?P<rest>[^`\n]*)")
OPTION = re.compile(r"--[a-z-]+")
PICTURE = re.compile(
    r"!\[(?P<alt>[^\]]+)\]\((?P<path>[^)]+)\)\{: width=(?P<width>\d+) height=(?P<height>\d+) loading=lazy"
)
LARGEST = 45_000
FILE = re.compile(r"`(?P<name>[a-z_]+)\.csv`")
GUIDES = [
    *PAGES,
    ROOT / "README.md",
    ROOT / "incoming/README.md",
    *(ROOT / "hooks/vitrina/new_project/files").glob("*.md*"),
]


def options() -> dict[str, set[str]]:
    [commands] = [one for one in _parser(["new"])._actions if isinstance(one, argparse._SubParsersAction)]
    return {name: set(parser._option_string_actions) for name, parser in commands.choices.items()}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_whatever_a_guide_tells_to_type_there_is(guide: Path) -> None:
    known = options()
    for typed in TYPED.finditer(guide.read_text(encoding="utf-8")):
        assert typed["command"] in known, typed[0]
        assert set(OPTION.findall(typed["rest"])) <= known[typed["command"]], typed[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_every_table_that_the_guide_names_there_is(page: Path) -> None:
    named = {found["name"] for found in FILE.finditer(page.read_text(encoding="utf-8"))}
    assert named <= {table.name for table in (*PROGRAMME_TABLES, *REFERENCE_TABLES)}


def pictures() -> Iterator[re.Match[str]]:
    for page in PAGES:
        yield from PICTURE.finditer(page.read_text(encoding="utf-8"))


def test_every_picture_is_shown_in_its_own_size_and_fetched_when_it_is_looked_at() -> None:
    """Where this fails: `make guide-pictures`."""
    shown = {found["path"]: (int(found["width"]), int(found["height"])) for found in pictures()}
    there = {}
    for file in (PROSE / "staff/pictures").iterdir():
        with Image.open(file) as picture:
            there[f"pictures/{file.name}"] = picture.size
        assert file.stat().st_size <= LARGEST, file.name
    assert shown == there
    assert sum(page.read_text(encoding="utf-8").count("![") for page in PAGES) == len(shown)
