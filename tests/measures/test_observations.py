"""What a program finds in observations: parts beside the whole, the latest of what is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from support.datasets import DIVNOGORSK
from vitrina.dataset.programme import Observation, Programme
from vitrina.dataset.reader import read_dataset
from vitrina.measures.observations import latest, parts_of_whole


@pytest.fixture(scope="module")
def programme() -> Programme:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset is not None
    return dataset.programme("education")


def observed(programme: Programme, *rows: Observation) -> Programme:
    return replace(programme, observations=rows)


def row(identity: str, value: int | None, year: int = 2021, **others: object) -> Observation:
    """A value of a whole year."""
    plain = Observation(
        id=identity,
        indicator="queue",
        first=date(year, 1, 1),
        last=date(year, 12, 31),
        stage="actual",
        sign="=",
        value=None if value is None else Decimal(value),
        status=None if value is not None else "no-data",
        document="draft-2021",
        place="",
        words="",
        row=2,
    )
    return replace(plain, **others)  # type: ignore[arg-type]  # a test names fields of several types


def test_the_parts_that_the_document_gives_add_up_to_the_whole(programme: Programme) -> None:
    found = {parts.whole.id: parts for parts in parts_of_whole(programme)}
    assert {identity: (parts.stated, parts.computed) for identity, parts in found.items()} == {
        "queue-2021": (Decimal(404), Decimal(404)),
        "points-2020": (Decimal(19), Decimal(19)),
    }
    assert len(found["points-2020"].parts) == 3


def test_parts_that_do_not_add_up_are_shown_with_both_figures(programme: Programme) -> None:
    rows = (row("all", 404), row("young", 141, part_of="all"), row("old", 200, part_of="all"))
    [parts] = parts_of_whole(observed(programme, *rows))
    assert not parts.adds_up
    assert (parts.stated, parts.computed, parts.difference) == (Decimal(404), Decimal(341), Decimal(63))


def test_nothing_is_concluded_from_a_part_without_a_value(programme: Programme) -> None:
    rows = (row("all", 404), row("young", 141, part_of="all"), row("old", None, part_of="all"))
    assert parts_of_whole(observed(programme, *rows)) == ()


def test_the_latest_is_told_by_its_last_day_and_kept_apart_by_group(programme: Programme) -> None:
    rows = (
        row("later", 2, 2021),
        row("earlier", 1, 2020),
        row("planned", 9, 2024, stage="plan"),
        row("unknown", None, 2023),
        row("undated", 3, first=None, last=None),
        row("grouped", 4, 2019, group="до года"),
    )
    found = latest(observed(programme, *rows))
    assert {key: one.id for key, one in found.items()} == {("queue", ""): "later", ("queue", "до года"): "grouped"}
