"""What is in force of a programme's money: worked out once, asked by every measure and page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from vitrina.dataset.programme import Programme
from vitrina.measures.amounts import Amounts, amounts_of
from vitrina.measures.editions import Lines, lines_in_force, money_in_force


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """The rows of money in force, the lines that take part in sums, and the amounts of every line, year and stage."""

    money: pd.DataFrame
    lines: Lines
    amounts: Amounts
    places: Mapping[int, int]
    """The number of a row in money.csv to its place among the rows in force."""


@lru_cache(maxsize=16)
def ledger(programme: Programme) -> Ledger:
    """A programme is equal to itself alone, so each is read once however often it is asked."""
    money, lines = money_in_force(programme), lines_in_force(programme)
    places = {row: at for at, row in enumerate(money.index)}
    return Ledger(money, lines, amounts_of(money, lines), places)
