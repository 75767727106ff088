"""What is in force: the figures of the whole edition, as later documents restated them or left them out.

A whole edition takes over the years that it plans; the plans of years that it no longer covers stay, as history."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from vitrina.dataset.programme import Document, Line, Observation, Programme

PLAN = "plan"
MONEY_KEY = ("line", "source", "year", "stage", "of_which")
"""What tells one figure of money from another; documents that share it state one and the same figure."""

ObservationKey = tuple[str, str, date | None, date | None, str]

_NO_YEAR = 0
"""Stands for «all years together» among whole numbers."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """From which edition on the plans of a year count. Editions are known by their sequence."""

    since: Mapping[int | None, int]
    """Year (None for a total over all of them) to the last whole edition that plans it."""
    planning: Mapping[int | None, frozenset[int]]
    """Year (None for a total over all of them) to every whole edition that plans it."""
    editions: tuple[int, ...]
    """The whole editions that plan anything, the earliest first."""

    def of(self, year: int | None) -> int:
        """The sequence from which on plans of the year count; 0 where no whole edition plans it."""
        return self.since.get(year, 0)

    def of_rows(self, money: pd.DataFrame) -> np.ndarray:
        """The same for each row of the table money."""
        codes, years = pd.factorize(money["year"].fillna(_NO_YEAR).to_numpy(dtype=np.int64))
        since = [self.of(None if year == _NO_YEAR else int(year)) for year in years]
        return np.array(since, dtype=np.int64)[codes]

    @property
    def latest(self) -> int:
        return self.editions[-1] if self.editions else 0

    def is_history(self, year: int) -> bool:
        """Whether the latest edition no longer covers the year."""
        return self.of(year) < self.latest

    def until(self, since: int) -> int | None:
        """The sequence of the next whole edition, whose lines are no part of the years that an earlier one planned."""
        return next((edition for edition in self.editions if edition > since), None)


def coverage(stated: Iterable[tuple[str, int | None]], documents: Sequence[Document]) -> Coverage:
    """`stated` holds the documents and years of all plans. What is published with an edition, under its sequence,
    belongs to it."""
    whole = {document.sequence for document in documents if is_whole(document)}
    sequences = {document.id: document.sequence for document in documents}
    planning: dict[int | None, set[int]] = {}
    for document, year in stated:
        sequence = sequences.get(document)
        if sequence in whole:
            planning.setdefault(year, set()).add(sequence)
    editions = tuple(sorted(set().union(*planning.values())))
    since = {year: max(found) for year, found in planning.items()}
    if editions:  # a total of an earlier edition is of other years
        since[None] = editions[-1]
    return Coverage(since, {year: frozenset(found) for year, found in planning.items()}, editions)


def money_coverage(money: pd.DataFrame, documents: Sequence[Document]) -> Coverage:
    """The coverage of the plans of all the money: of some of its lines alone it would be another."""
    plans = money.loc[money["stage"] == PLAN, ["document", "year"]].drop_duplicates()
    years = plans["year"].astype(object).where(plans["year"].notna(), None)
    return coverage(zip(plans["document"], years, strict=True), documents)


def rows_in_force(money: pd.DataFrame, documents: Sequence[Document], covered: Coverage) -> pd.DataFrame:
    """Those of the rows of the table money that are in force, in its order, once these documents are published."""
    codes, names = pd.factorize(money["document"])
    known = positions(documents)
    sequences = {one.id: one.sequence for one in documents}
    place = np.array([known.get(name, -1) for name in names], dtype=np.int64)[codes]
    sequence = np.array([sequences.get(name, -1) for name in names], dtype=np.int64)[codes]
    kept = (place >= 0) & ((money["stage"] != PLAN).to_numpy() | (sequence >= covered.of_rows(money)))
    rows, place = money[kept], place[kept]
    if len(np.unique(place)) < 2:
        return rows
    in_time = np.argsort(place, kind="stable")
    last = np.empty(len(rows), dtype=bool)
    last[in_time] = ~rows[list(MONEY_KEY)].take(in_time).duplicated(keep="last").to_numpy()
    return rows[last]


@dataclass(frozen=True)  # no slots: which lines stand under which is found out once
class Lines:
    """Which lines take part in the sums of which years: a measure that was withdrawn, or is not planned yet, takes
    nothing from the sum of the others. One that never had any money stays: what it gets is not known."""

    of_plans: Mapping[int, tuple[Line, ...]]
    """By the edition since which a year's plans count, see `Coverage`."""
    of_reports: tuple[Line, ...]
    """For all that is no plan."""
    covered: Coverage

    def of(self, year: int | None, stage: str) -> tuple[Line, ...]:
        return self.of_plans[self.covered.of(year)] if stage == PLAN else self.of_reports

    def children(self, line: str, year: int | None, stage: str) -> tuple[str, ...]:
        """The lines right under a line that take part in the year's sum."""
        return self._below[self.covered.of(year) if stage == PLAN else None].get(line, ())

    @cached_property
    def _below(self) -> Mapping[int | None, Mapping[str, tuple[str, ...]]]:
        groups = dict[int | None, tuple[Line, ...]](self.of_plans.items()) | {None: self.of_reports}
        below: dict[int | None, dict[str, tuple[str, ...]]] = {}
        for group, lines in groups.items():
            found = below[group] = {}
            for line in lines:
                if line.parent is not None:
                    found[line.parent] = (*found.get(line.parent, ()), line.id)
        return below


def lines_in_force(programme: Programme, documents: Sequence[Document], covered: Coverage) -> Lines:
    """The lines with money of their own, or of what stands under them, in the edition that counts for a year."""
    sequences = {document.id: document.sequence for document in documents}
    rows = programme.money[["document", "line", "stage", "year"]].drop_duplicates()
    ever = programme.with_parents(rows["line"])
    counting = rows.assign(sequence=rows["document"].map(sequences), since=covered.of_rows(rows))
    counting = counting.dropna(subset="sequence")
    plans, others = counting[counting["stage"] == PLAN], counting[counting["stage"] != PLAN]

    def lines(since: int) -> tuple[Line, ...]:
        until = covered.until(since)
        own = plans[(plans["sequence"] >= since) & (plans["sequence"] < until if until is not None else True)]
        restated = plans[(plans["since"] == since) & (plans["sequence"] >= since)]
        reported = others if since == covered.latest else others[others["since"] == since]
        now = programme.with_parents([*own["line"], *restated["line"], *reported["line"]])
        return tuple(line for line in programme.lines if line.id in now or line.id not in ever)

    of_plans = {since: lines(since) for since in {0, *covered.since.values()}}
    return Lines(of_plans, of_plans[covered.latest], covered)


def observations_in_force(programme: Programme) -> tuple[Observation, ...]:
    """What no later document restated or left out, in the order of the table.

    A document that states one figure in two places has both of them in force.
    """
    documents = published(programme.documents)
    places = positions(documents)
    sequences = {one.id: one.sequence for one in documents}
    covered = observation_coverage(programme, documents)
    known = [row for row in programme.observations if row.quotation.document in places]
    latest: dict[ObservationKey, int] = {}
    for row in known:
        key = observation_key(row)
        latest[key] = max(latest.get(key, 0), places[row.quotation.document])
    return tuple(
        row
        for row in known
        if places[row.quotation.document] == latest[observation_key(row)]
        and (row.stage != PLAN or sequences[row.quotation.document] >= covered.of(planned_year(row)))
    )


def observation_coverage(programme: Programme, documents: Sequence[Document]) -> Coverage:
    """The coverage of the plans of all indicators."""
    return coverage(
        ((row.quotation.document, planned_year(row)) for row in programme.observations if row.stage == PLAN), documents
    )


def planned_year(row: Observation) -> int | None:
    """The year that a plan is for; None where the document names no time."""
    return row.last.year if row.last else None


def in_force_by_id(programme: Programme, rows: Iterable[Observation]) -> Mapping[str, Observation]:
    """Every observation's id to the one of `rows`, those in force, that stands in its place; to itself where there is
    none any more."""
    in_force: dict[ObservationKey, Observation] = {}
    own = {}
    for row in rows:
        in_force.setdefault(observation_key(row), row)
        own[row.id] = row
    return {row.id: own.get(row.id) or in_force.get(observation_key(row), row) for row in programme.observations}


def observation_key(observation: Observation) -> ObservationKey:
    """What tells one figure of an indicator from another, whichever document states it."""
    return (observation.indicator, observation.group, observation.first, observation.last, observation.stage)


def published(documents: Iterable[Document], until: int | None = None) -> tuple[Document, ...]:
    """The documents that count, in their own order: a date may be blank. What is of one sequence stands in the
    order of the table."""
    found = (one for one in documents if one.is_published and (until is None or one.sequence <= until))
    return tuple(sorted(found, key=lambda one: one.sequence))


def published_editions(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The editions among them, whole or in part."""
    return tuple(one for one in published(documents) if one.kind == "edition")


def positions(documents: Iterable[Document]) -> Mapping[str, int]:
    """Each document's place among the published ones."""
    return {document.id: at for at, document in enumerate(documents)}


def is_whole(document: Document) -> bool:
    """Whether it replaces the whole programme: what it does not plan is not planned any more."""
    return document.kind == "edition" and document.covers == "whole"


def left_out_by(
    documents: Sequence[Document], place: int, following: int | None, covering: Collection[int]
) -> int | None:
    """The place of the first edition that takes the plan of the document at `place` over without stating it again.

    The plan is stated again at `following`, or never. `covering` holds the sequences of the whole editions that plan
    the year. What is published with an edition, under its sequence, belongs to it.
    """
    for at in range(place + 1, len(documents)):
        sequence = documents[at].sequence
        if following is not None and sequence >= documents[following].sequence:
            return None
        if is_whole(documents[at]) and sequence > documents[place].sequence and sequence in covering:
            return at
    return None
