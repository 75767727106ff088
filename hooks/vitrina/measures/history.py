"""The same figure as one document after another states it: what stood there before the one in force."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Document, Observation, Programme
from vitrina.measures.amounts import Entry, entries, or_none
from vitrina.measures.editions import (
    MONEY_KEY,
    PLAN,
    Coverage,
    ObservationKey,
    left_out_by,
    observation_key,
    positions,
    published,
)

MoneyFigure = tuple[str, str | None, int | None, str, str]
"""Line, source, year, stage, of_which; None for all sources or years, "" for no «of which» row."""

Versions = Sequence[tuple[int, tuple[Observation, ...]]]
"""The place of a document among the published ones, and what it states of one figure: mostly one observation."""


class Statement(NamedTuple):
    """What one document states of a figure."""

    figure: MoneyFigure
    entry: Entry


def former_values(programme: Programme) -> Mapping[str, tuple[Observation, ...]]:
    """What stood in the place of the values that are stated last, by their ids, the latest first; none where nothing
    did. A value merely repeated counts once."""
    found: dict[str, tuple[Observation, ...]] = {}
    for versions in observed(programme).values():
        if len(versions) > 1:
            last, rows = versions[-1]
            found |= {row.id: before for row in rows if (before := _before(versions, last, row))}
    return found


def _before(versions: Versions, own: int, observation: Observation) -> tuple[Observation, ...]:
    found = []
    after = observation
    for version in reversed([rows[0] for place, rows in versions if place < own]):
        if not says_the_same(version, after):
            found.append(version)
        after = version
    return tuple(found)


def former_money(programme: Programme, rows: pd.DataFrame) -> Mapping[MoneyFigure, tuple[Entry, ...]]:
    """The same for money, of every figure that was ever changed or left out; `rows` as `stated_in_order` has them."""
    gone = rows[rows["differs_after"] | (rows["is_last"] & (rows["left_out_by"] >= 0))]
    found: dict[MoneyFigure, list[Entry]] = {}
    for figure, entry in reversed(statements(programme, gone["row"].tolist()).values()):
        found.setdefault(figure, []).append(entry)
    return {figure: tuple(amounts) for figure, amounts in found.items()}


def statements(programme: Programme, rows: Sequence[int]) -> dict[int, Statement]:
    """Rows of the table money by their numbers, in the order in which they are given."""
    money = programme.money.loc[list(rows)]
    sources = or_none(money["source"].where(money["source"] != TOTAL))
    figures = zip(
        money["line"].tolist(),
        sources,
        or_none(money["year"]),
        money["stage"].tolist(),
        money["of_which"].tolist(),
        strict=True,
    )
    return {
        entry.row: Statement(figure, entry) for figure, entry in zip(figures, entries(money, programme.id), strict=True)
    }


def stated_in_order(money: pd.DataFrame, documents: Sequence[Document], covered: Coverage) -> pd.DataFrame:
    """Every statement of a figure, figure by figure, the earliest first.

    `differs_after`: the next statement gives another amount. `left_out_by`: the place among `documents` of the whole
    edition that leaves the plan out before it is stated again, or -1. `is_last`: nothing follows. `at`: where the
    statement stands among all of them in the table.
    """
    known = money[money["document"].isin([document.id for document in documents])]
    codes, named = pd.factorize(known["year"].fillna(0).to_numpy(dtype=np.int64))
    rows = pd.DataFrame(
        {
            "figure": known.groupby(list(MONEY_KEY), sort=False, dropna=False).ngroup().to_numpy(),
            "place": known["document"].map(positions(documents)).to_numpy(dtype=np.int64),
            "is_plan": (known["stage"] == PLAN).to_numpy(),
            "kopecks": known["kopecks"].array,
            "row": known.index.to_numpy(),
            "at": np.arange(len(known)),
            "year": codes,
        }
    ).sort_values(["figure", "place"], kind="stable", ignore_index=True)
    figures, kopecks = rows["figure"], rows["kopecks"]
    rows["is_last"] = figures != figures.shift(-1)
    after = kopecks.shift(-1)
    rows["differs_after"] = ~rows["is_last"] & ~((kopecks == after).fillna(False) | kopecks.isna() & after.isna())
    rows["left_out_by"] = _left_out_by(rows, [int(year) or None for year in named], documents, covered)
    return rows


def _left_out_by(
    rows: pd.DataFrame, years: Sequence[int | None], documents: Sequence[Document], covered: Coverage
) -> np.ndarray:
    """Worked out once for each year and pair of documents that a figure goes through: there are few. `years` are what
    the column `year` numbers."""
    following = pd.Series(np.where(rows["is_last"], -1, np.roll(rows["place"], -1)))
    passed = pd.DataFrame({"year": rows["year"], "place": rows["place"], "following": following})
    editions = {
        (year, place, after): left_out_by(
            documents, place, None if after < 0 else after, covered.planning.get(years[year], frozenset())
        )
        for year, place, after in passed.drop_duplicates().itertuples(index=False)
    }
    by = [-1 if (at := editions[one]) is None else at for one in passed.itertuples(index=False, name=None)]
    return np.where(rows["is_plan"] & rows["kopecks"].notna(), by, -1)


def observed(programme: Programme) -> Mapping[ObservationKey, Versions]:
    """Every figure of an indicator as it was stated, the earliest document first."""
    places = positions(published(programme.documents))
    found: dict[ObservationKey, dict[int, list[Observation]]] = {}
    for row in programme.observations:
        if row.quotation.document in places:
            versions = found.setdefault(observation_key(row), {})
            versions.setdefault(places[row.quotation.document], []).append(row)
    return {key: [(at, tuple(rows)) for at, rows in sorted(versions.items())] for key, versions in found.items()}


def says_the_same(one: Observation, other: Observation) -> bool:
    return _said(one) == _said(other)


def _said(observation: Observation) -> tuple[object, ...]:
    return (observation.sign, observation.value, observation.upper, observation.status)
