"""An indicator that was reworded: its chain of wordings, and where a comparison has to stop."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from support.datasets import DIVNOGORSK
from support.observations import KNOWN_UNTIL, indicator, plan, seen, value
from vitrina.dataset.programme import Indicator, Observation, Programme
from vitrina.dataset.reader import read_dataset
from vitrina.measures.continuity import Segment, comparable_observations, followers, segments
from vitrina.measures.pace import pace
from vitrina.measures.series import by_indicator
from vitrina.measures.status import StatusRule, yearly


@pytest.fixture(scope="module")
def real() -> Programme:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset is not None
    return dataset.programme("education")


def wording(identity: str, continues: str | None = None, comparable: str = "yes") -> Indicator:
    return replace(indicator(), id=identity, continues=continues, comparable=comparable)


def chained(real: Programme, *wordings: Indicator) -> Programme:
    """Each wording has a value of its own year: the first of 2015, the next of 2017 and so on, and one plan at last."""
    rows = [
        value(str(2015 + 2 * place), 60 + 10 * place, indicator=one.id, id=one.id) for place, one in enumerate(wordings)
    ]
    return replace(
        real, indicators=wordings, observations=(*rows, plan("2024", 120, indicator=wordings[-1].id, id="plan"))
    )


def pieces(programme: Programme, one: Indicator) -> tuple[Segment, ...]:
    return segments(programme, one, by_indicator(programme.observations))


def compared(programme: Programme, one: Indicator) -> list[str]:
    return sorted(row.id for row in comparable_observations(pieces(programme, one)))


def test_an_indicator_that_continues_none_is_one_piece(real: Programme) -> None:
    programme = chained(real, wording("only"))
    [piece] = pieces(programme, programme.indicator("only"))
    assert (piece.indicator.id, piece.comparable) == ("only", True)
    assert compared(programme, piece.indicator) == ["only", "plan"]


def test_a_break_that_is_comparable_joins_the_values(real: Programme) -> None:
    old, new = wording("old"), wording("new", "old")
    programme = chained(real, old, new)
    assert [(piece.indicator.id, piece.comparable) for piece in pieces(programme, new)] == [
        ("old", True),
        ("new", True),
    ]
    rows = comparable_observations(pieces(programme, new))
    found = pace(new, rows)
    assert found is not None
    assert seen(found.baseline.id, found.per_year) == ("old", 5)
    assert [one.year for one in yearly(new, rows, StatusRule(), KNOWN_UNTIL)] == [2015, 2017, 2024]


def test_nothing_is_compared_across_a_break_that_is_not(real: Programme) -> None:
    old, new = wording("old"), wording("new", "old", comparable="no")
    programme = chained(real, old, new)
    assert [piece.comparable for piece in pieces(programme, new)] == [True, False]
    rows = comparable_observations(pieces(programme, new))
    assert sorted(row.id for row in rows) == ["new", "plan"]
    assert pace(new, rows) is None
    assert [one.year for one in yearly(new, rows, StatusRule(), KNOWN_UNTIL)] == [2017, 2024]


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("yes", "yes", ["a", "b", "c", "plan"]),
        ("no", "yes", ["b", "c", "plan"]),
        ("yes", "no", ["c", "plan"]),
        ("no", "no", ["c", "plan"]),
    ],
)
def test_of_two_breaks_the_last_that_cannot_be_crossed_counts(
    real: Programme, first: str, second: str, kept: list[str]
) -> None:
    wordings = (wording("a"), wording("b", "a", first), wording("c", "b", second))
    programme = chained(real, *wordings)
    assert [piece.indicator.id for piece in pieces(programme, wordings[-1])] == ["a", "b", "c"]
    assert compared(programme, wordings[-1]) == kept


def test_an_old_wording_ends_where_it_was_given_up_and_tells_what_follows_it(real: Programme) -> None:
    old, new = wording("old"), wording("new", "old")
    programme = chained(real, old, new)
    assert compared(programme, old) == ["old"]
    assert followers(programme, old) == (new,)
    assert followers(programme, new) == ()


def test_a_figure_that_both_wordings_have_is_the_later_one_s(real: Programme) -> None:
    old, new = wording("old"), wording("new", "old")
    programme = chained(real, old, new)
    again = value("2015", 61, indicator="new", id="again")
    assert compared(replace(programme, observations=(*programme.observations, again)), new) == ["again", "new", "plan"]


def test_only_what_is_in_force_is_told_if_that_is_given(real: Programme) -> None:
    old, new = wording("old"), wording("new", "old")
    programme = chained(real, old, new)
    in_force: tuple[Observation, ...] = tuple(row for row in programme.observations if row.id != "old")
    assert [len(piece.observations) for piece in segments(programme, new, by_indicator(in_force))] == [0, 2]


def test_wordings_that_continue_one_another_end_somewhere(real: Programme) -> None:
    first, second = wording("first", "second"), wording("second", "first")
    assert [piece.indicator.id for piece in pieces(chained(real, first, second), second)] == ["first", "second"]


class Counted(tuple[Indicator, ...]):
    """Indicators that count how often somebody goes through all of them."""

    __slots__ = ()
    times = 0

    def __iter__(self) -> Iterator[Indicator]:
        Counted.times += 1
        return super().__iter__()


def test_a_long_chain_takes_one_walk_through_the_indicators_not_one_a_wording(real: Programme) -> None:
    wordings = Counted([wording("w-0"), *(wording(f"w-{place}", f"w-{place - 1}") for place in range(1, 300))])
    programme = replace(real, indicators=wordings)
    Counted.times = 0
    assert len(segments(programme, wordings[-1], {})) == 300
    assert Counted.times == 1
