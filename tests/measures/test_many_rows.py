"""Half a million rows of money: the sums are still right, and nobody waits for them."""

from collections.abc import Callable
from dataclasses import replace
from time import process_time
from typing import TypeVar

import pandas as pd
import pytest

from support.small_programme import small_programme
from vitrina.dataset.programme import Programme
from vitrina.measures.execution import executions
from vitrina.measures.findings import finding_problems
from vitrina.measures.ledger import ledger
from vitrina.measures.levels import levels
from vitrina.measures.stated import funding_of

SUBPROGRAMMES, MEASURES, SOURCES, YEARS = 10, 1000, ("a", "b", "c", "d"), range(2015, 2025)
Answer = TypeVar("Answer")
DOCUMENTS = """
    e1  1  edition  whole
    e2  2  edition  whole
    r3  3  report   part
"""
LINES: dict[str, str | None] = {
    "town": None,
    **{f"sub-{n}": "town" for n in range(SUBPROGRAMMES)},
    **{f"measure-{n}": f"sub-{n % SUBPROGRAMMES}" for n in range(MEASURES)},
}


@pytest.fixture(scope="module")
def programme() -> Programme:
    """In each year a measure plans and spends 1 kopeck from every source, a subprogramme 100, the town 1000.

    The edition before planned twice as much. Under every amount stand four «of which» rows, never to be added.
    """
    per_line = {line: 1000 if line == "town" else 100 if line.startswith("sub") else 1 for line in LINES}
    cells = pd.MultiIndex.from_product([LINES, SOURCES, YEARS], names=["line", "source", "year"]).to_frame(index=False)
    cells["kopecks"] = cells["line"].map(per_line)
    parts = [
        cells.assign(document=document, stage=stage, of_which=part, kopecks=cells["kopecks"] * times)
        for document, stage, times in (("e1", "plan", 2), ("e2", "plan", 1), ("r3", "actual", 1))
        for part in ("", "one", "two", "three", "four")
    ]
    money = pd.concat(parts, ignore_index=True)
    money = money.assign(status=None, place="Таблица", words="1", is_administrator=False, of_which_all=False, reason="")
    types = dict.fromkeys(("document", "line", "source", "stage", "of_which", "status", "place", "words"), "str")
    money = money.astype({**types, "year": "Int64", "kopecks": "Int64"})
    assert len(money) > 500_000
    money.index = pd.RangeIndex(2, len(money) + 2, name="row")
    return replace(
        small_programme("document line stage source 2021", DOCUMENTS, LINES), money=money, years=tuple(YEARS)
    )


@pytest.fixture(scope="module")
def at_once(programme: Programme) -> float:
    """Ten times as long as adding up the rows takes on this machine, in seconds of its processor."""
    keys = ["document", "line", "source", "year", "stage", "of_which"]
    return 10 * timed(lambda: programme.money.groupby(keys).agg({"kopecks": "sum"}))[1]


def timed(work: Callable[[], Answer]) -> tuple[Answer, float]:
    """Of the processor, so that nobody else at work matters."""
    begun = process_time()
    return work(), process_time() - begun


def test_what_is_in_force_is_found_at_once(programme: Programme, at_once: float) -> None:
    money, took = timed(lambda: ledger(programme).money)
    assert took < at_once
    assert len(money) == len(programme.money) * 2 // 3
    assert set(money["document"]) == {"e2", "r3"}


def test_levels_are_compared_at_once(programme: Programme, at_once: float) -> None:
    found, took = timed(lambda: levels(programme))
    assert took < at_once
    assert len(found) == (1 + SUBPROGRAMMES) * len(SOURCES) * len(YEARS) * 2
    assert all(level.adds_up for level in found)


def test_nothing_is_found_where_everything_adds_up(programme: Programme, at_once: float) -> None:
    found, took = timed(lambda: list(finding_problems(programme)))
    assert found == []
    assert took < at_once


def test_sums_are_right(programme: Programme, at_once: float) -> None:
    funding, took = timed(lambda: funding_of(programme))
    assert funding.grand == 1000 * len(SOURCES) * len(YEARS)
    assert took < at_once
    found, took = timed(lambda: executions(programme))
    assert took < at_once
    everything = found.of("town")
    assert (everything.plan, everything.actual, everything.difference) == (40_000, 40_000, 0)
