"""The guide for staff names every table and every column as the tables are defined."""

from pathlib import Path

import pytest

from vitrina.dataset.tables import TABLES, Table

README = Path(__file__).parents[2] / "build_data" / "README.md"


def in_a_table(text: str) -> str:
    """A bar would end the cell."""
    return text.replace("|", "\\|")


def described(table: Table) -> str:
    """A table as the guide has it: what it holds, then a line for each column."""
    lines = [f"### {table.name}.csv", "", f"{table.title['ru']}. {table.description['ru']}", ""]
    lines += ["| столбец | как его называет проверка | что писать | пример |", "|---|---|---|---|"]
    for name in table.names:
        column = table.column(name)
        said = table.is_required(name) or "пусто" in column.description["ru"].casefold()
        needed = "" if said else " Может быть пусто."
        needed += " Столбца может не быть." if column.may_be_absent else ""
        example = f"`{column.example}`" if column.example else ""
        cells = (f"`{name}`", f"«{column.title['ru']}»", f"{column.description['ru']}{needed}", example)
        lines.append(f"| {' | '.join(in_a_table(cell) for cell in cells)} |")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table.folder}/{table.name}")
def test_the_guide_describes_every_column_of_a_table(table: Table) -> None:
    assert described(table) in README.read_text(encoding="utf-8")
