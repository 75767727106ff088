"""How many indicators stand how, each by the last year that the documents tell of, reckoned by hand."""

from dataclasses import replace

import pytest

from support.datasets import DIVNOGORSK
from support.observations import indicator, plan, value
from vitrina.dataset.programme import Indicator, Observation, Programme
from vitrina.dataset.reader import read_dataset
from vitrina.measures.scoreboard import scoreboard


@pytest.fixture(scope="module")
def real() -> Programme:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset
    return dataset.programmes[0]


def standings(programme: Programme) -> dict[str, str]:
    return {score.indicator.id: score.now.status if score.now else "none" for score in scoreboard(programme).scores}


def of(real: Programme, indicators: dict[str, tuple[Observation, ...]], *others: Indicator) -> Programme:
    """A programme with these indicators, whose edition knows of no day after 30 September 2021."""
    rows = tuple(
        replace(row, id=f"{identity} {row.id}", indicator=identity)
        for identity, found in indicators.items()
        for row in found
    )
    made = tuple(replace(indicator(), id=identity) for identity in indicators)
    return replace(real, indicators=(*made, *others), observations=rows)


def test_each_indicator_counts_once_by_its_last_year_that_is_due(real: Programme) -> None:
    programme = of(
        real,
        {
            "risen": (plan("2019", 10), value("2019", 5), plan("2020", 10), value("2020", 12)),
            "fallen": (plan("2019", 10), value("2019", 12), plan("2020", 10), value("2020", 9)),
            "kept": (plan("2020", 10), value("2020", 10), plan("2022", 20)),
            "unknown": (plan("2019", 10), value("2019", 12), plan("2020", 10)),
            "ahead": (plan("2022", 10),),
            "never-planned": (value("2020", 5),),
        },
    )
    assert standings(programme) == {
        "risen": "better",
        "fallen": "worse",
        "kept": "as-planned",
        "unknown": "none",
        "ahead": "not-due",
    }
    assert list(scoreboard(programme).counted.items()) == [
        ("better", 1),
        ("as-planned", 1),
        ("worse", 1),
        ("none", 1),
        ("not-due", 1),
    ]


def test_a_target_without_any_figure_is_without_data_not_left_out(real: Programme) -> None:
    target = replace(indicator(), id="target", kind="target")
    programme = of(real, {"mentioned": ()}, target)
    assert standings(programme) == {"target": "none"}
    assert scoreboard(programme).counted == {"none": 1}


def test_of_a_reworded_indicator_only_the_last_wording_counts(real: Programme) -> None:
    later = replace(indicator(), id="later", continues="former")
    programme = of(real, {"former": (plan("2020", 10), value("2020", 5))}, later)
    assert standings(programme) == {"later": "worse"}
    apart = of(real, {"former": (plan("2020", 10), value("2020", 5))}, replace(later, comparable="no"))
    assert standings(apart) == {}


def test_no_indicator_no_count(real: Programme) -> None:
    assert scoreboard(of(real, {})).counted == {}


def test_a_board_is_worth_a_page_from_three_indicators_that_can_be_judged(real: Programme) -> None:
    judged = (plan("2020", 10), value("2020", 12))
    two = {"first": judged, "second": judged, "ahead": (plan("2022", 10),)}
    assert not scoreboard(of(real, two)).is_worth_a_page
    assert scoreboard(of(real, {**two, "third": judged})).is_worth_a_page


def test_the_first_programme_compares_too_little_for_a_page(real: Programme) -> None:
    board = scoreboard(real)
    assert [score.indicator.id for score in board.judged] == ["consultations"]
    assert not board.is_worth_a_page


def test_the_columns_are_the_last_three_years_with_an_actual_whatever_is_planned(real: Programme) -> None:
    board = scoreboard(
        of(real, {"one": (value("2018", 1), plan("2024", 9)), "two": (value("2020", 1), plan("2020", 1))})
    )
    assert board.last_years == (2018, 2019, 2020)
    assert scoreboard(of(real, {"one": (plan("2024", 9),)})).last_years == ()


def test_years_that_were_counted_otherwise_stand_in_a_piece_of_their_own(real: Programme) -> None:
    rows: dict[str, tuple[Observation, ...]] = {"former": (value("2018", 1),)}
    for comparable, years in (("yes", [[2018, 2019, 2020]]), ("no", [[2018], [2019, 2020]])):
        later = replace(indicator(), id="later", continues="former", comparable=comparable)
        own = tuple(replace(row, indicator="later") for row in (value("2019", 5), plan("2020", 6)))
        programme = of(real, rows, later)
        programme = replace(programme, observations=(*programme.observations, *own))
        [score] = scoreboard(programme).scores
        assert [[year.year for year in piece] for piece in score.pieces] == years
