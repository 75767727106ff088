"""The tables and the settings as the guide for staff describes them: from their definitions, in Russian."""

from vitrina.dataset.settings import Setting
from vitrina.dataset.tables import Table


def described(table: Table) -> str:
    """A table: what it holds, then a line for each column."""
    lines = [f"### {table.name}.csv", "", f"{table.title}. {table.description}", ""]
    lines += ["| столбец | как его называет проверка | что писать | пример |", "|---|---|---|---|"]
    for name in table.names:
        column = table.column(name)
        said = table.is_required(name) or "пусто" in column.description.casefold()
        needed = "" if said else " Может быть пусто."
        needed += " Столбца может не быть." if column.may_be_absent else ""
        example = f"`{column.example}`" if column.example else ""
        cells = (f"`{name}`", f"«{column.title}»", f"{column.description}{needed}", example)
        lines.append(f"| {' | '.join(_in_a_table(cell) for cell in cells)} |")
    return "\n".join(lines) + "\n"


def written(setting: Setting) -> str:
    """A setting: a line of the table of them."""
    in_each = " На каждом языке сайта." if setting.by_language else ""
    absent = " Может не быть." if setting.may_be_absent else ""
    return f"| `{setting.name}` | {setting.description}{in_each}{absent} | `{setting.example}` |"


def _in_a_table(text: str) -> str:
    """A bar would end the cell."""
    return text.replace("|", "\\|")
