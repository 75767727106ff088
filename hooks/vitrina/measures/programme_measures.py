"""What is worked out of one programme and is the same in every language: once, and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from vitrina.dataset.programme import Programme, Quotation
from vitrina.measures.changes import Change, changes
from vitrina.measures.evaluation.evaluating import evaluations
from vitrina.measures.evaluation.method import Evaluation
from vitrina.measures.execution import Executions, executions
from vitrina.measures.former_amounts import FormerAmount, former_actual, former_plan
from vitrina.measures.funding import FundingByYear
from vitrina.measures.parts import Part, parts_of_lines
from vitrina.measures.precision import printed_to
from vitrina.measures.reconciliation import Reconciliation
from vitrina.measures.references import Filling, filling_of
from vitrina.measures.scoreboard import Scoreboard, scoreboard
from vitrina.measures.stated import Key, funding_of, quotations_of, reconciliation_of
from vitrina.measures.tally import Tally, tallies


@dataclass(frozen=True, eq=False)  # no slots: each measure is worked out when it is first asked for, and kept
class ProgrammeMeasures:
    """The measures of a whole programme, from what its ledger has in force."""

    programme: Programme

    @cached_property
    def funding(self) -> FundingByYear:
        return funding_of(self.programme)

    @cached_property
    def quotations(self) -> Mapping[Key, Quotation]:
        return quotations_of(self.programme)

    @cached_property
    def reconciliation(self) -> Reconciliation:
        return reconciliation_of(self.programme)

    @cached_property
    def executions(self) -> Executions:
        return executions(self.programme)

    @cached_property
    def parts(self) -> Mapping[str, tuple[Part, ...]]:
        return parts_of_lines(self.programme)

    @cached_property
    def evaluations(self) -> Mapping[int, tuple[Evaluation, ...]]:
        return evaluations(self.programme, self.executions)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return changes(self.programme)

    @cached_property
    def board(self) -> Scoreboard:
        return scoreboard(self.programme)

    @cached_property
    def tallies(self) -> Mapping[int, Tally]:
        return tallies(self.board)

    @cached_property
    def former_plan(self) -> Mapping[Key, FormerAmount]:
        return former_plan(self.programme)

    @cached_property
    def former_actual(self) -> Mapping[tuple[str, str | None, int], FormerAmount]:
        return former_actual(self.programme)

    @cached_property
    def filling(self) -> Filling:
        return filling_of(self.programme)

    @cached_property
    def printed_to(self) -> str | None:
        return printed_to(self.programme)


@lru_cache(maxsize=16)
def measures_of(programme: Programme) -> ProgrammeMeasures:
    """A programme is equal to itself alone, so that each is measured once, whatever languages its pages are in."""
    return ProgrammeMeasures(programme)
