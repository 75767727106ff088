"""A cell without its value has a status that says why, and none beside a value."""

from collections.abc import Iterator

from vitrina.dataset.checks.registry import EVERY_TABLE, check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


@check_of(EVERY_TABLE)
def status_problems(records: Records) -> Iterator[Problem]:
    for status, column in records.table.columns.items():
        explained = column.explains
        for index, (value, why) in records.rows(explained, status) if explained else ():
            if value is None and why is None:
                yield records.problem(index, explained, "empty_without_status", beside=status)
            elif value is not None and why is not None:
                yield records.problem(index, status, "value_and_status", beside=explained)


describe(
    "empty_without_status",
    "значения нет, и не сказано почему.",
    "Впишите значение из документа или причину в столбец {beside}.",
)
describe(
    "value_and_status",
    "«{value}» — статус стоит рядом со значением, а нужен только без него.",
    "Очистите статус или ячейку в столбце {beside}.",
)
