"""Rows that are told apart by nothing but their ids, and rows whose number says another place than they have."""

import re
from collections.abc import Iterator
from typing import Any

from vitrina.dataset.checks.registry import EVERY_TABLE, check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records

_NAMED = {"lines": ("parent", "document"), "indicators": ("kind", "line", "unit", "document")}
"""Tables whose rows have names, with the columns in which those side by side agree."""


@check_of(EVERY_TABLE)
def same_names(records: Records) -> Iterator[Problem]:
    """Notices: two rows with one name that stand side by side."""
    first: dict[tuple[Any, ...], int] = {}
    within = _NAMED.get(records.table.name)
    for index, (name, *others) in records.rows("name", *within) if within else ():
        before = first.setdefault((" ".join(name.casefold().split()), *others), index)
        if before != index:
            yield records.notice(index, "name", "same_name", first=records.numbers[before])


@check_of("lines")
def misplaced_lines(lines: Records) -> Iterator[Problem]:
    """Notices: a line with the number of a part of another line, like 1.2 right under 2 or beside it."""
    numbers = {identity: _pieces(number) for _, (identity, number) in lines.rows("id", "number")}
    levels: dict[str | None, set[tuple[str, ...]]] = {}
    for _, (parent, number) in lines.rows("parent", "number"):
        levels.setdefault(parent, set()).add(_pieces(number))
    for index, before, (_, number) in lines.repeated("parent", "number"):
        if number:
            yield lines.notice(index, "number", "same_number", first=lines.numbers[before])
    siblings = {identity: levels.get(parent, set()) for _, (identity, parent) in lines.rows("id", "parent")}
    for index, (parent, number) in lines.rows("parent", "number"):
        above = numbers.get(parent or "", ())
        own = _pieces(number)[:-1]
        # Where a part has no number before its own, the parts beside it tell how such parts are numbered.
        beside = {pieces[:-1] for pieces in levels[parent] if pieces}
        if own and own != above and own in (siblings.get(parent, set()) | levels[parent]):
            if above:
                yield lines.notice(index, "parent", "number_of_other_parent", number=number, other=".".join(above))
            else:
                yield lines.notice(index, "parent", "number_of_no_parent", number=number)
        elif above and number and not own and above in beside:
            example = ".".join((*above, "1"))
            yield lines.notice(index, "number", "number_unlike_others", example=example)


def _pieces(number: str | None) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", number or ""))


describe(
    "same_name",
    "«{value}» — такое же название уже стоит в строке {first}.",
    "Если это разные вещи, ничего не делайте; если одна и та же, удалите одну из строк.",
)
describe(
    "same_number",
    "«{value}» — такой же номер уже стоит в строке {first}.",
    "Сверьте номера с документом; если в нём так и есть, ничего не делайте.",
)
describe(
    "number_of_no_parent",
    "«{value}» — у этой строки номер {number}, а вписана она в строку без номера: судя по номеру, она входит в другую.",
    "Сверьте номер и столбец «Входит в»; если в документе так и есть, ничего не делайте.",
)
describe(
    "number_of_other_parent",
    "«{value}» — у этой строки номер {number}, а у той, в которую она вписана, {other}: судя по номеру, она "
    "входит в другую.",
    "Сверьте номер и столбец «Входит в»; если в документе так и есть, ничего не делайте.",
)
describe(
    "number_unlike_others",
    "«{value}» — у соседних строк номера другого вида, например {example}.",
    "Сверьте номер с документом.",
)
