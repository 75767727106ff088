"""Whether a message leads to the place of an accident: its cell, or the cell that it is at odds with."""

from battery.mutations import CITY, Mutation, content_in
from vitrina.dataset.problems import Problem
from vitrina.dataset.texts import PHRASES, PLACES, fingerprint

_SHORTEST = 3
"""Letters of a value that is looked for in messages about other cells."""


def names(problem: Problem, mutation: Mutation) -> bool:
    own = problem.file in mutation.changed or problem.file == mutation.file
    if mutation.file == CITY:
        return own and _names_setting(problem, mutation)
    return (own and _names_place(problem, mutation)) or _names_partner(problem, mutation)


def _names_setting(problem: Problem, mutation: Mutation) -> bool:
    if mutation.row is None:
        return True
    if problem.column is not None and mutation.column is not None:
        told, meant = problem.column.casefold(), mutation.column.casefold()
        return meant.startswith(told) or told.startswith(meant)
    return problem.row is not None and abs(problem.row - mutation.row) <= 2


def _names_place(problem: Problem, mutation: Mutation) -> bool:
    if mutation.row is not None:
        return mutation.row in {problem.row, *problem.hints.values()}
    if mutation.column is not None and problem.row is None:
        told = {problem.column, problem.value, *map(str, problem.hints.values())}
        return mutation.column in told or mutation.now in told - {""}
    return True


def _names_partner(problem: Problem, mutation: Mutation) -> bool:
    """What refers to the cell, what it refers to, the total that it is a part of, the translation of its text."""
    if problem.row is None:
        return False
    if problem.rule.endswith("_difference") or (not mutation.is_visible and _names_translation(problem, mutation)):
        return True
    told = [text for text in (problem.value, *map(str, problem.hints.values())) if text]
    wanted = [text for text in (mutation.was, mutation.now) if len(text) >= _SHORTEST]
    return any(one == text or f":{one}" in text or f"/{one}" in text for text in told for one in wanted)


def _names_translation(problem: Problem, mutation: Mutation) -> bool:
    translations, own = content_in(problem.file), content_in(mutation.file)
    if translations is None or own is None or not translations.table.name.startswith("translations"):
        return False
    if problem.row is None or mutation.column is None or problem.row - 2 >= len(translations.rows):
        return False
    table, identity, field, _, made_from = translations.rows[problem.row - 2]
    if mutation.row is None:
        place = own.header.index(mutation.column)
        return field == mutation.column or made_from in {fingerprint(row[place]) for row in own.rows}
    if table in (PLACES, PHRASES):
        return made_from == fingerprint(mutation.was)
    key = ("id",) if "id" in own.header else own.table.key
    mine = "-".join(own.cell(mutation.row - 2, name) for name in key)
    return (table, identity) == (own.table.name, mine) and (field == mutation.column or mutation.column in key)
