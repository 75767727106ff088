"""What is in force: the figures of the whole edition, as later documents restated them or left them out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from vitrina.dataset.entries import Document, Line
from vitrina.dataset.programme import Observation, Programme
from vitrina.measures.amounts import lines_within

PLAN = "plan"
MONEY_KEY = ("line", "source", "year", "stage", "of_which")
"""What tells one figure of money from another; documents that share it state one and the same figure."""

ObservationKey = tuple[str, str, date | None, date | None, str]


def money_in_force(programme: Programme, until: int | None = None) -> pd.DataFrame:
    """The rows of money in force, in the order of the table; with `until`, as they were after that sequence."""
    return rows_in_force(programme.money, published(programme.documents, until))


def rows_in_force(money: pd.DataFrame, documents: Sequence[Document]) -> pd.DataFrame:
    """The same of any rows of the table money; `documents` as `published` gives them."""
    known = positions(documents)
    planned_since = next((at for at, one in enumerate(documents) if one.sequence >= _planned_since(documents)), 0)
    codes, names = pd.factorize(money["document"])
    place = np.array([known.get(name, -1) for name in names], dtype=np.int64)[codes]
    kept = (place >= 0) & ((place >= planned_since) | (money["stage"] != PLAN).to_numpy())
    rows, place = money[kept], place[kept]
    if len(np.unique(place)) < 2:
        return rows
    in_time = np.argsort(place, kind="stable")
    last = np.empty(len(rows), dtype=bool)
    last[in_time] = ~rows[list(MONEY_KEY)].take(in_time).duplicated(keep="last").to_numpy()
    return rows[last]


def lines_in_force(programme: Programme, until: int | None = None) -> tuple[Line, ...]:
    """The lines but those of which all money, and of all that stands under them, is another edition's: a measure that
    was withdrawn, or is not planned yet, takes nothing from the sum of the others. One that never had any stays."""
    money, documents = programme.money, published(programme.documents, until)
    since = _planned_since(documents)
    counting = money["document"].isin([one.id for one in documents])
    planned = money["document"].isin([one.id for one in documents if one.sequence >= since])
    now = frozenset(money.loc[planned | (counting & (money["stage"] != PLAN)), "line"].unique())
    ever = frozenset(money["line"].unique())
    within = {line.id: lines_within(programme.lines, line.id) for line in programme.lines}
    return tuple(line for line in programme.lines if within[line.id] & now or not within[line.id] & ever)


def observations_in_force(programme: Programme) -> tuple[Observation, ...]:
    """What no later document restated or left out, in the order of the table.

    A document that states one figure in two places has both of them in force.
    """
    documents = published(programme.documents)
    places = positions(documents)
    planned = {one.id for one in documents if one.sequence >= _planned_since(documents)}
    known = [row for row in programme.observations if row.quotation.document in places]
    latest: dict[ObservationKey, int] = {}
    for row in known:
        key = observation_key(row)
        latest[key] = max(latest.get(key, 0), places[row.quotation.document])
    return tuple(
        row
        for row in known
        if places[row.quotation.document] == latest[observation_key(row)]
        and (row.stage != PLAN or row.quotation.document in planned)
    )


def standing_for(programme: Programme) -> Mapping[str, Observation]:
    """Every observation's id to the one that is in force in its place; to itself where there is none any more."""
    in_force: dict[ObservationKey, Observation] = {}
    own = {}
    for row in observations_in_force(programme):
        in_force.setdefault(observation_key(row), row)
        own[row.id] = row
    return {row.id: own.get(row.id) or in_force.get(observation_key(row), row) for row in programme.observations}


def observation_key(observation: Observation) -> ObservationKey:
    """What tells one figure of an indicator from another, whichever document states it."""
    return (observation.indicator, observation.group, observation.first, observation.last, observation.stage)


def published(documents: Iterable[Document], until: int | None = None) -> tuple[Document, ...]:
    """The documents that count, in their own order: a date may be blank. What is of one sequence stands as listed."""
    found = (one for one in documents if one.is_published and (until is None or one.sequence <= until))
    return tuple(sorted(found, key=lambda one: (one.sequence, one.row)))


def positions(documents: Iterable[Document]) -> Mapping[str, int]:
    """Each document's place among the published ones."""
    return {document.id: at for at, document in enumerate(documents)}


def _planned_since(documents: Iterable[Document]) -> int:
    """The sequence of the last edition of the whole programme: earlier plans are replaced."""
    return max((document.sequence for document in documents if is_whole(document)), default=0)


def is_whole(document: Document) -> bool:
    """Whether it replaces the whole programme: what it does not plan is not planned any more."""
    return document.kind == "edition" and document.covers == "whole"


def left_out_by(documents: Sequence[Document], place: int, following: int | None) -> int | None:
    """The place of the first edition that replaces the plans of the document at `place` before they are stated again.

    That is at `following`, or never. What is published with an edition, under its sequence, belongs to it.
    """
    for at in range(place + 1, len(documents)):
        sequence = documents[at].sequence
        if following is not None and sequence >= documents[following].sequence:
            return None
        if is_whole(documents[at]) and sequence > documents[place].sequence:
            return at
    return None
