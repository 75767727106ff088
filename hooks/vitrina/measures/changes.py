"""What changed between documents: figures that a later one restates or leaves out, the newest change first."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from vitrina.dataset.programme import Observation, Programme, Quotation
from vitrina.measures.amounts import Entry
from vitrina.measures.editions import PLAN, left_out_by, observation_coverage, planned_year, published
from vitrina.measures.funding import percent_of
from vitrina.measures.history import (
    Statement,
    observed,
    says_the_same,
    statements,
)
from vitrina.measures.ledger import ledger


@dataclass(frozen=True, slots=True)
class MoneyChange:
    """An amount restated or withdrawn, kopecks. None as source or year stands for all of them."""

    line: str
    source: str | None
    year: int | None
    stage: str
    before: int | None
    """The last stated; None where it was stated without an amount."""
    after: int | None
    """None where it is withdrawn, or stated without an amount."""
    document: str
    """The one that changes it."""
    before_quotation: Quotation
    after_quotation: Quotation | None
    """None where the document leaves the figure out."""
    reason: str
    """In the document's own words; empty where it gives none."""
    of_which: str = ""

    @property
    def difference(self) -> int | None:
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def percent(self) -> Decimal | None:
        """The difference in percent of what was; None for a figure of 0."""
        return percent_of(self.difference, self.before) if self.difference is not None and self.before else None


@dataclass(frozen=True, slots=True)
class ObservationChange:
    """A value of an indicator restated or withdrawn."""

    indicator: str
    group: str
    before: Observation
    after: Observation | None
    """None where the document leaves the plan out."""
    document: str

    @property
    def difference(self) -> Decimal | None:
        if self.after is None or self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value


Change = MoneyChange | ObservationChange


def changes(programme: Programme) -> tuple[Change, ...]:
    """The later document's first; of one document money before observations, each in the order of its table.

    What a document restates stands before what it leaves out. A figure stated again as it was is no change, unless an
    edition between had left it out.
    """
    found = [*_of_money(programme), *_of_observations(programme)]
    return tuple(change for _, change in sorted(found, key=lambda one: -one[0]))


Placed = Iterator[tuple[int, Change]]
"""Each change with the place of its document among the published ones."""


def _of_money(programme: Programme) -> Placed:
    documents, rows = ledger(programme).documents, ledger(programme).statements
    is_left_out = rows["left_out_by"] >= 0
    # What a statement follows is the row above it, for all but the first of a figure.
    changed = rows[~rows["is_last"] & (rows["differs_after"] | is_left_out)]
    following = rows.loc[changed.index + 1]
    gone = rows[is_left_out]
    known = statements(programme, list({*changed["row"], *following["row"], *gone["row"]}))
    restated = zip(*(following[name].tolist() for name in ("at", "place", "row")), changed["row"].tolist(), strict=True)
    for _, place, after, before in sorted(restated):
        yield place, _money_change(known[before], known[after].entry, documents[place].id)
    for _, place, before in sorted(zip(*(gone[name].tolist() for name in ("at", "left_out_by", "row")), strict=True)):
        yield place, _money_change(known[before], None, documents[place].id)


def _money_change(before: Statement, after: Entry | None, document: str) -> MoneyChange:
    line, source, year, stage, of_which = before.figure
    return MoneyChange(
        line,
        source,
        year,
        stage,
        before=before.entry.kopecks,
        after=after.kopecks if after else None,
        document=document,
        before_quotation=before.entry.quotation,
        after_quotation=after.quotation if after else None,
        reason=after.reason if after else "",
        of_which=of_which,
    )


def _of_observations(programme: Programme) -> Placed:
    documents = published(programme.documents)
    planning = observation_coverage(programme, documents).planning
    found = []
    for versions in observed(programme).values():
        for (place, before), following in zip_longest(versions, versions[1:]):
            later = None if following is None else following[0]
            covering = planning.get(planned_year(before[0]), frozenset()) if before[0].stage == PLAN else frozenset()
            edition = left_out_by(documents, place, later, covering)
            if edition is not None:
                found.append((edition, _observation_change(before[0], None, documents[edition].id)))
            if following is None:
                continue
            after = following[1]
            if edition is not None or not any(says_the_same(one, other) for one in before for other in after):
                found.append((following[0], _observation_change(before[0], after[0], documents[following[0]].id)))
    at = {row.id: place for place, row in enumerate(programme.observations)}
    yield from sorted(found, key=lambda one: (one[1].after is None, at[(one[1].after or one[1].before).id]))


def _observation_change(before: Observation, after: Observation | None, document: str) -> ObservationChange:
    return ObservationChange(before.indicator, before.group, before, after, document)
