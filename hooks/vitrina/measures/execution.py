"""What was planned beside what was spent: of a line, a source, a year, or of all of them together."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Programme, Quotation
from vitrina.measures.amounts import Amount, Amounts
from vitrina.measures.funding import percent_of
from vitrina.measures.known import Missing
from vitrina.measures.ledger import ledger
from vitrina.words.provenance import sum_of

BASES = ("revised", "approved", "plan")
"""What an actual is measured by: the latest of them that is stated."""
ACTUAL = "actual"
STAGES = ("plan", "approved", "revised", ACTUAL)


@dataclass(frozen=True, slots=True)
class Execution:
    """The stages of one amount in kopecks; None where a stage is not stated."""

    line: str
    source: str | None
    year: int | None
    plan: int | None
    approved: int | None
    revised: int | None
    actual: int | None
    computed: frozenset[str]
    """The stages that no document states as such: we summed them over sources, years or lines."""
    reasons: tuple[Quotation, ...]
    """Why the amounts differ, in the words of the reports."""
    quotations: Mapping[str, Quotation]
    """By stage, of those that a document states."""
    years: tuple[int, ...]
    """The years that are in it."""

    @property
    def by_stage(self) -> Mapping[str, int | None]:
        return {"plan": self.plan, "approved": self.approved, "revised": self.revised, ACTUAL: self.actual}

    @property
    def base_stage(self) -> str | None:
        return next((stage for stage in BASES if self.by_stage[stage] is not None), None)

    @property
    def base(self) -> int | None:
        """The revised plan, or the approved budget where there is none, or the plan."""
        return self.by_stage[self.base_stage] if self.base_stage else None

    @property
    def difference(self) -> int | None:
        """Spent less planned: below zero, not everything was spent."""
        return None if self.actual is None or self.base is None else self.actual - self.base

    @property
    def percent(self) -> Decimal | None:
        """Spent in percent of planned; None for a base of 0 or without an actual."""
        return None if self.actual is None or not self.base else percent_of(self.actual, self.base)


@dataclass(frozen=True, slots=True, eq=False)
class Executions:
    """Answers for every line, source and year of a programme."""

    amounts: Amounts
    years: tuple[int, ...]
    """With any actual, the earliest first."""
    sources: tuple[str, ...]
    """That any stage of these years names, the one with the most money of all lines first."""
    lines: tuple[str, ...]
    """With an actual in any of these years, stated or summed, in the order of the table."""

    @property
    def has_actuals(self) -> bool:
        return bool(self.years)

    def of(self, line: str, source: str | None = None, year: int | None = None) -> Execution:
        """Without a source, of all of them; without a year, of the years that have an actual, for every stage.

        A stage that is not stated of one of these years has no sum: it would be laid beside more years than it holds.
        """
        years = self.years_of(line, source) if year is None else (year,)
        amounts = {stage: self._over(years, line, source, stage) for stage in STAGES}
        known = {stage: amount for stage, amount in amounts.items() if amount is not None}
        kopecks = {stage: amount.kopecks if amount else None for stage, amount in amounts.items()}
        reasons = (
            reason for one in years for stage in STAGES for reason in self.amounts.reasons(line, source, one, stage)
        )
        return Execution(
            line,
            source,
            year,
            plan=kopecks["plan"],
            approved=kopecks["approved"],
            revised=kopecks["revised"],
            actual=kopecks[ACTUAL],
            computed=frozenset(stage for stage, amount in known.items() if not amount.is_stated),
            reasons=tuple(dict.fromkeys(reasons)),
            quotations={stage: amount.entries[0].quotation for stage, amount in known.items() if amount.is_stated},
            years=years,
        )

    def years_of(self, line: str, source: str | None = None) -> tuple[int, ...]:
        """The years of which there is an actual of this line and source."""
        return tuple(
            year for year in self.years if not isinstance(self.amounts.of(line, source, year, ACTUAL), Missing)
        )

    def _over(self, years: tuple[int, ...], line: str, source: str | None, stage: str) -> Amount | None:
        amounts = (self.amounts.of(line, source, year, stage) for year in years)
        found = [amount for amount in amounts if not isinstance(amount, Missing)]
        if not found or len(found) < len(years):
            return None
        if len(found) == 1:
            return found[0]
        entries = tuple(entry for amount in found for entry in amount.entries)
        return Amount(sum_of(amount.kopecks for amount in found), entries, is_stated=False)


def executions(programme: Programme) -> Executions:
    """What the reports in force say of the programme's spending."""
    book = ledger(programme)
    money, amounts = book.money, book.amounts
    rows = money[(money["of_which"] == "") & money["kopecks"].notna() & money["year"].notna()]
    years = tuple(sorted(int(year) for year in rows.loc[rows["stage"] == ACTUAL, "year"].unique()))
    named = rows[rows["year"].isin(years) & (rows["source"] != TOTAL)]
    sums = named.groupby("source", sort=True)["kopecks"].sum()
    sources = tuple(sums.sort_values(ascending=False, kind="stable").index)
    lines = tuple(
        line.id
        for line in programme.lines
        if any(not isinstance(amounts.total(line.id, year, ACTUAL), Missing) for year in years)
    )
    return Executions(amounts, years, sources, lines)
