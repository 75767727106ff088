"""The checks by the table that they look at. A module registers its own; whoever has read tables has them made here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records

Check = TypeVar("Check", bound=Callable[..., Iterator[Problem]])

EVERY_TABLE = "*"


@dataclass(frozen=True, slots=True)
class _Registered:
    check: Callable[..., Iterator[Problem]]
    table: str
    besides: tuple[str, ...]


_registered: list[_Registered] = []


def check_of(table: str, *besides: str) -> Callable[[Check], Check]:
    """Registers the function below it, which is given the records of the table.

    Those of the tables `besides` are given to it too, None for one that could not be read.
    """

    def register(function: Check) -> Check:
        _registered.append(_Registered(function, table, besides))
        return function

    return register


def table_problems(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """What the registered checks find in the tables of a folder."""
    for name, records in tables.items():
        for one in _registered:
            if one.table in (EVERY_TABLE, name):
                others: list[Any] = [tables.get(other) for other in one.besides]
                yield from one.check(records, *others)
