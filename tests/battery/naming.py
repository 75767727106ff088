"""Whether a message leads to the place of an accident: its cell, or the cell that it is at odds with."""

from battery.mutations import CITY, Mutation, contents
from vitrina.dataset.problems import Problem
from vitrina.dataset.texts import fingerprint

_TOTALS = ("unexpected_difference", "unexpected_line_difference", "unexpected_part_difference")
_SHORTEST = 3
"""Letters of a value that is looked for in messages about other cells."""


def names(problem: Problem, mutation: Mutation) -> bool:
    if mutation.file == CITY:
        return _names_setting(problem, mutation)
    if problem.file in mutation.changed or problem.file == mutation.file:
        return _names_place(problem, mutation) or _names_partner(problem, mutation)
    return _names_partner(problem, mutation)


def _names_setting(problem: Problem, mutation: Mutation) -> bool:
    if problem.file not in mutation.changed:
        return False
    if mutation.row is None:
        return True
    if problem.column is not None and mutation.column is not None:
        return mutation.column.startswith(problem.column) or problem.column.startswith(mutation.column)
    return problem.row is not None and abs(problem.row - mutation.row) <= 1


def _names_place(problem: Problem, mutation: Mutation) -> bool:
    if mutation.row is not None:
        return problem.row == mutation.row or (problem.file, problem.row) in mutation.partners
    if mutation.column is not None:
        told = {problem.column, problem.value, *map(str, problem.hints.values())}
        return mutation.column in told or mutation.now in told - {""}
    return True


def _names_partner(problem: Problem, mutation: Mutation) -> bool:
    if (problem.file, problem.row) in mutation.partners:
        return True
    if mutation.row is None or problem.row is None:
        return False
    told = [text for text in (problem.value, *map(str, problem.hints.values())) if text]
    wanted = [text for text in (mutation.was, mutation.now) if len(text) >= _SHORTEST]
    if any(one == text or f":{one}" in text or f"/{one}" in text for text in told for one in wanted):
        return True
    return (not mutation.is_visible and _names_translation(problem, mutation)) or problem.rule in _TOTALS


def _names_translation(problem: Problem, mutation: Mutation) -> bool:
    """A translation of the text that the accident happened to."""
    if "translations" not in problem.file or problem.row is None:
        return False
    content = next(one for one in contents() if one.file == problem.file)
    if problem.row - 2 >= len(content.rows):
        return False
    table, identity, field, _, made_from = content.rows[problem.row - 2]
    own = next((one for one in contents() if one.file == mutation.file), None)
    if own is None or mutation.row is None:
        return False
    if made_from == fingerprint(mutation.was):
        return True
    key = ("id",) if "id" in own.header else own.table.key
    mine = "-".join(own.cell(mutation.row - 2, name) for name in key) if mutation.row - 2 < len(own.rows) else ""
    return (
        table == own.table.name
        and identity == mine
        and field in (mutation.column, field if mutation.column in key else mutation.column)
    )
