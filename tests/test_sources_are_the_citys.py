"""Whose money it is, the city says: the code, the styles and the scripts know no source by its id."""

import re
from functools import cache
from pathlib import Path

from support.datasets import DIVNOGORSK, SAMPLE
from vitrina.dataset.city import read_city

ROOT = Path(__file__).parents[1]
KNOWS_LEVELS = ("hooks/vitrina/decrees/", "hooks/vitrina/new_project/settings.py")
"""What reads the decrees of any town, and what proposes the settings of a new one, know the levels of budgets by law;
which of them a source is, the city says."""
CITIES = [DIVNOGORSK, SAMPLE]
FILES = [
    path
    for path in sorted((ROOT / "hooks").rglob("*"))
    if not any(one in path.as_posix() for one in KNOWS_LEVELS)
    and path.suffix in {".py", ".md", ".html", ".css", ".js", ".svg", ".json"}
]

ORDINARY = {"other"}
"""A word of every day, with which code names what it likes."""


@cache
def ids() -> set[str]:
    cities = [read_city(folder).city for folder in CITIES]
    return {source.id for city in cities if city for source in city.sources} - ORDINARY


def named(text: str) -> set[str]:
    """The ids that stand as an id would: in quotes, after the dashes of a class or a variable, after a colon.

    The field of a form may be called as it likes.
    """
    return {one for one in ids() if re.search(rf"""(?:(?<!name=)["'`]{one}["'`]|-{one}\b|:{one}\b)""", text)}


def test_an_id_is_found_wherever_it_would_stand() -> None:
    assert ids() >= {"federal", "regional", "local"}
    for text in ('"local"', ".v-source--local {", "var(--source-local)", "{money:local:2021}", "url(#plan-local-text)"):
        assert named(text) == {"local"}
    assert not named("@font-face { src: local('Arial') } for other in others: no-repeat local; <select name='other'>")


def test_no_file_names_a_source() -> None:
    assert len(FILES) > 300
    found = {str(file.relative_to(ROOT)): named(file.read_text(encoding="utf-8")) for file in FILES}
    assert {file: names for file, names in found.items() if names} == {}
