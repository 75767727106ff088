"""What is in force of a programme: worked out once, asked by every measure and page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import pandas as pd

from vitrina.dataset.programme import Document, Observation, Programme
from vitrina.measures.amounts import Amounts, Entry, amounts_of
from vitrina.measures.editions import (
    Coverage,
    Lines,
    in_force_by_id,
    lines_in_force,
    money_coverage,
    observations_in_force,
    published,
    rows_in_force,
)
from vitrina.measures.history import MoneyFigure, former_money, stated_in_order
from vitrina.measures.plans import EditionPlan, plan_by_edition


@dataclass(frozen=True, eq=False)  # no slots: each part is worked out when it is first asked for, and kept
class Ledger:
    """The money in force by line, source, year and stage, what stood before it, and the observations in force."""

    programme: Programme

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The published ones, in their order."""
        return published(self.programme.documents)

    @cached_property
    def covered(self) -> Coverage:
        """From which edition on the plans of a year count."""
        return money_coverage(self.programme.money, self.documents)

    @cached_property
    def money(self) -> pd.DataFrame:
        """The rows of money in force, in the order of the table. Never changed: take a copy."""
        return rows_in_force(self.programme.money, self.documents, self.covered)

    @cached_property
    def lines(self) -> Lines:
        """The lines that take part in sums."""
        return lines_in_force(self.programme, self.documents, self.covered)

    @cached_property
    def amounts(self) -> Amounts:
        """Of every line, year and stage."""
        return amounts_of(self.money, self.lines, self.programme.id)

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The number of a row in money.csv to its place among the rows in force."""
        return {row: at for at, row in enumerate(self.money.index)}

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Every figure of money as one document after another states it, see `stated_in_order`."""
        return stated_in_order(self.programme.money, self.documents, self.covered)

    @cached_property
    def former_money(self) -> Mapping[MoneyFigure, tuple[Entry, ...]]:
        """What stood before it in the place of every figure that was ever changed or left out, the latest first."""
        return former_money(self.programme, self.statements)

    @cached_property
    def plans(self) -> tuple[EditionPlan, ...]:
        """The plan of the whole programme after each edition."""
        return plan_by_edition(self.programme)

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """Those in force, in the order of the table."""
        return observations_in_force(self.programme)

    @cached_property
    def in_force_by_id(self) -> Mapping[str, Observation]:
        """Every observation's id to the one that is in force in its place."""
        return in_force_by_id(self.programme, self.observations)


@lru_cache(maxsize=16)
def ledger(programme: Programme) -> Ledger:
    """A programme is equal to itself alone, so that each has one ledger, however often it is asked for."""
    return Ledger(programme)


@lru_cache(maxsize=64)
def ledger_with(programme: Programme, edition: Document) -> Ledger:
    """What was in force once an edition was published, and nothing after it."""
    return Ledger(replace(programme, documents=published(programme.documents, until=edition.sequence)))
