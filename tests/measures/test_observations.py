"""What a program finds in observations: parts against the whole, a value repeated, the latest of what is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from support.datasets import DIVNOGORSK
from vitrina.dataset import Observation, Programme, read_dataset
from vitrina.measures.observations import latest, parts_of_whole, ratio, repeated


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


def test_years_with_one_and_the_same_value_are_found_and_a_plan_that_stays_is_not(programme: Programme) -> None:
    assert [tuple(one.id for one in run) for run in repeated(programme)] == [
        ("births-2017", "births-2018"),
        ("births-2022", "births-2023"),
    ]


def test_a_gap_between_years_ends_a_run(programme: Programme) -> None:
    rows = (row("a", 5, 2019), row("b", 5, 2021), row("c", 5, 2022), row("d", 6, 2023))
    assert [tuple(one.id for one in run) for run in repeated(observed(programme, *rows))] == [("b", "c")]


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


def test_a_share_of_two_values_says_whether_they_are_of_one_time(programme: Programme) -> None:
    places, attending = programme.observation("places-2021"), programme.observation("attendance-2021")
    taken = ratio(attending, places)
    assert round(taken.percent, 1) == Decimal("92.7")
    assert not taken.is_of_one_time
    assert ratio(places, places).is_of_one_time
    with pytest.raises(ValueError, match="a share of nothing"):
        ratio(places, row("none", 0))


def test_two_undated_values_are_not_of_one_time(programme: Programme) -> None:
    undated = row("undated", 3, first=None, last=None)
    assert not ratio(undated, replace(undated, id="other")).is_of_one_time
    assert programme.observation("queue-2021").years == range(2021, 2022)
