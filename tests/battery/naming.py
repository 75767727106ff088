"""Whether a message leads to the place of an accident: its cell, or the cell that it is at odds with."""

from battery.mutations import CITY, Content, Mutation, content_in, stem
from vitrina.dataset.problems import Problem
from vitrina.dataset.texts import PHRASES, PLACES, fingerprint

_SHORTEST = 3
"""Letters of a value that is looked for in messages about other cells."""


def names(problem: Problem, mutation: Mutation) -> bool:
    own = stem(problem.file) in {stem(mutation.file), *map(stem, mutation.changed)}
    if mutation.file == CITY:
        return own and _names_setting(problem, mutation)
    return (own and _names_place(problem, mutation)) or _names_partner(problem, mutation)


def _names_setting(problem: Problem, mutation: Mutation) -> bool:
    if mutation.row is None:
        return True
    told, meant = (problem.column or "?").casefold(), (mutation.column or "?").casefold()
    if meant.startswith(told) or told.startswith(meant):
        return True
    # Where the notation is broken, the reader notices it only behind the place.
    return problem.row is not None and 0 <= problem.row - mutation.row <= 2


def _names_place(problem: Problem, mutation: Mutation) -> bool:
    if mutation.row is not None:
        meant = range(mutation.row, mutation.row + mutation.rows)
        return not {problem.row, *problem.hints.values()}.isdisjoint(meant)
    if mutation.column is not None and problem.row is None:
        told = {problem.column, problem.value, *map(str, problem.hints.values())}
        return mutation.column in told or mutation.now in told - {""} or "letter" in problem.hints
    return True


def _names_partner(problem: Problem, mutation: Mutation) -> bool:
    """What refers to the cell, what it refers to, the total that it is a part of, the translation of its text."""
    if problem.row is None:
        return False
    if problem.rule.endswith("_difference") or (not mutation.is_visible and _names_translation(problem, mutation)):
        return True
    told = [text for text in (problem.value, *map(str, problem.hints.values())) if text]
    wanted = [text for text in (mutation.was, mutation.now, *_ids_meant(mutation)) if len(text) >= _SHORTEST]
    return any(one == text or f":{one}" in text or f"/{one}" in text for text in told for one in wanted)


def _ids_meant(mutation: Mutation) -> list[str]:
    """The id of the row, or of every row where a whole column was changed: other tables refer to them."""
    own = content_in(mutation.file)
    if own and mutation.row is None and mutation.column and "id" in own.header:
        return [own.cell(row, "id") for row in range(len(own.rows))]
    return [_id_of_row(mutation)]


def _id_of_row(mutation: Mutation) -> str:
    own = content_in(mutation.file)
    if own is None or mutation.row is None or mutation.row - 2 >= len(own.rows):
        return ""
    return "-".join(own.cell(mutation.row - 2, name) for name in _key(own))


def _key(content: Content) -> tuple[str, ...]:
    return ("id",) if "id" in content.header else content.table.key


def _names_translation(problem: Problem, mutation: Mutation) -> bool:
    translations, own = content_in(problem.file), content_in(mutation.file)
    if translations is None or own is None or not translations.table.name.startswith("translations"):
        return False
    if problem.row is None or problem.row - 2 >= len(translations.rows):
        return False
    table, identity, field, _, made_from = translations.rows[problem.row - 2]
    if table in (PLACES, PHRASES):
        return made_from in {fingerprint(text) for text in (mutation.was, *_texts(own, mutation))}
    in_row = mutation.row is None or identity == _id_of_row(mutation)
    return table == own.table.name and in_row and (mutation.column in {None, field} or mutation.column in _key(own))


def _texts(own: Content, mutation: Mutation) -> list[str]:
    """The texts that the accident may have changed."""
    columns = own.header if mutation.column is None else (mutation.column,)
    rows = (
        range(len(own.rows)) if mutation.row is None else range(mutation.row - 2, min(mutation.row - 1, len(own.rows)))
    )
    return [own.cell(row, column) for row in rows for column in columns]
