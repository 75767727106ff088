"""Stated amounts beside what stands below them: a line's children, or the «of which» rows that are all its parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Line, Programme
from vitrina.measures.amounts import NOT_APPLICABLE, or_none
from vitrina.measures.editions import PLAN
from vitrina.measures.ledger import ledger

Kind = Literal["by-line", "of-which", "by-administrator"]

_REPORTS = -1
"""Stands for the group of all that is no plan, beside those of the editions."""
_ALL = 0
"""Stands for the total over the years or over the sources."""
_YEARS = 10_000
"""More than any year: a stage, a year and a line make one whole number, which half a million rows find fast."""


@dataclass(frozen=True, slots=True)
class LevelTotal:
    """An amount as it is stated and what its parts add up to, kopecks. None stands for all sources or years."""

    line: str
    source: str | None
    year: int | None
    stage: str
    stated: int
    computed: int
    row: int
    """The row of the table money where the amount stands, as a spreadsheet numbers it."""
    document: str
    kind: Kind

    @property
    def difference(self) -> int:
        """Stated less computed."""
        return self.stated - self.computed

    @property
    def adds_up(self) -> bool:
        return self.stated == self.computed


@lru_cache(maxsize=8)  # the checks ask for it, then the pages of each language; a programme is equal to itself alone
def levels(programme: Programme) -> tuple[LevelTotal, ...]:
    """Every amount that can be compared, in the order of the table; those by line first.

    Nothing is concluded where a child states nothing, or where a part is named without its amount.
    """
    book = ledger(programme)
    money, lines = book.money, book.lines
    rows = _rows(money, programme.lines)
    # Years that one edition planned are compared together: another one may have other lines.
    amounts = money.loc[rows.loc[~rows["is_part"], "row"]]
    group = np.where(amounts["stage"] == PLAN, lines.covered.of_rows(amounts), _REPORTS)
    groups = {**lines.of_plans, _REPORTS: lines.of_reports}
    by_line = pd.concat(_by_line(_rows(amounts[group == name], of), of) for name, of in groups.items())
    by_line = by_line.iloc[np.argsort(by_line["row"].map(book.places).to_numpy(), kind="stable")]
    return (
        *_totals(money, by_line, "by-line"),
        *_totals(money, _parts(rows, False), "of-which"),
        *_totals(money, _parts(rows, True), "by-administrator"),
    )


def _rows(money: pd.DataFrame, lines: Sequence[Line]) -> pd.DataFrame:
    """Whole numbers only. What is not applicable counts as nothing, what is not told is unknown."""
    line = pd.Index([line.id for line in lines]).get_indexer(pd.Index(money["line"]))
    stages, _ = pd.factorize(money["stage"])
    sources, names = pd.factorize(money["source"])
    is_total = np.append(np.asarray(names == TOTAL, dtype=bool), False)[sources]
    year = money["year"].fillna(_ALL).to_numpy(dtype=np.int64)
    known = money["kopecks"].notna().to_numpy()
    return pd.DataFrame(
        {
            "line": line,
            "key": (stages * _YEARS + year) * len(lines) + line,
            "source": np.where(is_total, _ALL, sources + 1),
            "kopecks": money["kopecks"].fillna(0).to_numpy(dtype=np.int64),
            "known": known,
            "unknown": ~known & (money["status"] != NOT_APPLICABLE).to_numpy(),
            "is_part": (money["of_which"] != "").to_numpy(),
            "is_administrator": money["is_administrator"].to_numpy(dtype=bool),
            "is_of_all": money["of_which_all"].to_numpy(dtype=bool),
            "row": money.index.to_numpy(),
        }
    )


class _Money(NamedTuple):
    """What is known of lines of one depth: by source, and in all."""

    cells: pd.DataFrame
    """line, key, source, kopecks, unknown."""
    totals: pd.DataFrame
    """line, key, kopecks."""


def _by_line(rows: pd.DataFrame, lines: Sequence[Line]) -> pd.DataFrame:
    """row, stated, computed: from the deepest lines up, so that a line without amounts of its own passes on a sum."""
    places = {line.id: at for at, line in enumerate(lines)}
    parents = np.array([places.get(line.parent or "", -1) for line in lines])
    depths = _depths(parents)
    rows = rows.assign(depth=depths[rows["line"]])
    compared = []
    below: _Money | None = None
    for depth in range(int(depths.max(initial=0)), -1, -1):
        here = rows[rows["depth"] == depth]
        sums = None if below is None else _of_parents(below, parents)
        if sums is not None:
            compared.append(_compared(here, sums))
        below = _known(here, sums)
    return pd.concat(compared) if compared else rows[["row"]].head(0).assign(stated=0, computed=0)


def _depths(parents: np.ndarray) -> np.ndarray:
    """How many lines stand above each."""
    depths = np.zeros(len(parents), dtype=np.int64)
    above = parents
    while (above >= 0).any():
        depths += above >= 0
        above = np.where(above >= 0, parents[above], -1)
    return depths


def _of_parents(below: _Money, parents: np.ndarray) -> _Money:
    """The sums over the children, for what every child tells. One that tells its sources names all that it has."""
    children = np.bincount(parents[parents >= 0], minlength=len(parents))

    def lifted(frame: pd.DataFrame) -> pd.DataFrame:
        parent = parents[frame["line"]]
        return frame.assign(child=frame["line"], line=parent, key=frame["key"] - frame["line"] + parent)

    cells, totals = lifted(below.cells), lifted(below.totals)
    telling = (
        cells.drop_duplicates(["key", "child"])
        .groupby("key", as_index=False)
        .agg(line=("line", "first"), told=("child", "size"))
    )
    whole = telling.loc[telling["told"] == children[telling["line"]], "key"]
    cells = cells[cells["key"].isin(whole)]
    sums = totals.groupby("key", as_index=False).agg(
        line=("line", "first"), kopecks=("kopecks", "sum"), told=("child", "size")
    )
    return _Money(
        cells.groupby(["key", "source"], as_index=False).agg(
            line=("line", "first"), kopecks=("kopecks", "sum"), unknown=("unknown", "any")
        ),
        sums.loc[sums["told"] == children[sums["line"]], ["line", "key", "kopecks"]],
    )


def _compared(here: pd.DataFrame, sums: _Money) -> pd.DataFrame:
    """Each stated amount beside the sum of the children; a source that no child names is nothing there."""
    stated = here.loc[here["known"], ["row", "key", "source", "kopecks"]].rename(columns={"kopecks": "stated"})
    is_total = stated["source"] == _ALL
    cells = stated[~is_total & stated["key"].isin(sums.cells["key"])].merge(
        sums.cells[["key", "source", "kopecks", "unknown"]], on=["key", "source"], how="left"
    )
    cells = cells[cells["unknown"].ne(True)].assign(kopecks=lambda frame: frame["kopecks"].fillna(0).astype("int64"))
    totals = stated[is_total].merge(sums.totals[["key", "kopecks"]], on="key")
    return pd.concat([cells, totals]).rename(columns={"kopecks": "computed"})[["row", "stated", "computed"]]


def _known(here: pd.DataFrame, sums: _Money | None) -> _Money:
    """What the lines state; for what they do not, the sums of their children."""
    is_total = here["source"] == _ALL
    cells = here.loc[~is_total, ["line", "key", "source", "kopecks", "unknown"]]
    totals = here.loc[is_total & ~here["unknown"], ["line", "key", "kopecks"]]
    summed = cells.groupby("key", as_index=False).agg(
        line=("line", "first"), kopecks=("kopecks", "sum"), unknown=("unknown", "any")
    )
    summed = summed.loc[~summed["unknown"] & ~summed["key"].isin(totals["key"]), ["line", "key", "kopecks"]]
    totals = pd.concat([totals, summed])
    if sums is None:
        return _Money(cells, totals)
    return _Money(
        pd.concat([cells, sums.cells[~sums.cells["key"].isin(cells["key"])]]),
        pd.concat([totals, sums.totals[~sums.totals["key"].isin(totals["key"])]]),
    )


def _parts(rows: pd.DataFrame, of_administrators: bool) -> pd.DataFrame:
    """row, stated, computed of the rows under which stand all their parts, named apart or by administrator."""
    parts = (
        rows[rows["is_part"] & rows["is_of_all"] & (rows["is_administrator"] == of_administrators)]
        .groupby(["key", "source"], as_index=False)
        .agg(computed=("kopecks", "sum"), unknown=("unknown", "any"))
    )
    whole = rows.loc[rows["known"] & ~rows["is_part"], ["row", "key", "source", "kopecks"]]
    found = whole.merge(parts[~parts["unknown"]], on=["key", "source"])
    return found.rename(columns={"kopecks": "stated"})[["row", "stated", "computed"]]


def _totals(money: pd.DataFrame, compared: pd.DataFrame, kind: Kind) -> Iterator[LevelTotal]:
    rows = money.loc[compared["row"]]
    columns = zip(
        rows["line"].tolist(),
        or_none(rows["source"].where(rows["source"] != TOTAL)),
        or_none(rows["year"]),
        rows["stage"].tolist(),
        compared["stated"].tolist(),
        compared["computed"].tolist(),
        compared["row"].tolist(),
        rows["document"].tolist(),
        strict=True,
    )
    for line, source, year, stage, stated, computed, row, document in columns:
        yield LevelTotal(line, source, year, stage, stated, computed, row, document, kind)
