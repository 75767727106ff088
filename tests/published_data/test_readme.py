"""The guide for staff names every table, every column and every setting as they are defined."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from vitrina.dataset.settings import all_settings
from vitrina.dataset.tables import PROGRAMME_TABLES, REFERENCE_TABLES, TABLES, Table
from vitrina.new_project.guide import described, written

ROOT = Path(__file__).parents[2]
README = ROOT / "build_data" / "README.md"
BEGINNING = "## С чего начать своему городу"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table.folder}/{table.name}")
def test_the_guide_describes_every_column_of_a_table(table: Table) -> None:
    assert described(table) in README.read_text(encoding="utf-8")


def needed(tables: Iterable[Table]) -> str:
    """Which tables there have to be."""
    names = {
        required: [f"`{one.name}.csv`" for one in tables if one.required == required] for required in (True, False)
    }
    return f"Обязательны {', '.join(names[True])}. Может не быть {', '.join(names[False])}."


@pytest.mark.parametrize("tables", [PROGRAMME_TABLES, REFERENCE_TABLES])
def test_the_guide_says_which_tables_there_have_to_be(tables: tuple[Table, ...]) -> None:
    assert needed(tables) in " ".join(README.read_text(encoding="utf-8").split())


def test_the_guide_describes_every_setting_of_the_city() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    start = lines.index("| настройка | что писать | пример |") + 2
    table = lines[start : lines.index("", start)]
    assert table == [written(setting) for setting in all_settings()]


def test_what_a_city_deletes_when_it_begins_is_there() -> None:
    """Each folder and file that the guide names, as the text of this repository knows it."""
    section = README.read_text(encoding="utf-8").partition(BEGINNING)[2].partition("\n## ")[0]
    named = re.findall(r"`((?:build_data|tests)/[^`]*)`", section)
    assert {"build_data/programmes/education/", "tests/published_data/"} <= set(named)
    assert [path for path in named if not (ROOT / path).exists()] == []
