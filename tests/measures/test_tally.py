"""How many plans were met, year by year, counted by hand."""

from datetime import date

from support.observations import indicator, plan, value
from vitrina.dataset.programme import Observation
from vitrina.measures.known import NOTHING_TO_COMPARE
from vitrina.measures.scoreboard import Score, Scoreboard
from vitrina.measures.status import StatusRule, yearly
from vitrina.measures.tally import Tally, tallies, tally_now


def board(*listed: tuple[Observation, ...]) -> Scoreboard:
    scores = []
    for rows in listed:
        years = yearly(indicator(), rows, StatusRule(), date(2021, 12, 31))
        scores.append(Score(indicator(), (years,)))
    return Scoreboard(tuple(scores))


def test_a_year_counts_the_plans_that_can_be_judged_and_those_that_were_met() -> None:
    counted = tallies(
        board(
            (plan("2020", 10), value("2020", 12), plan("2021", 10)),
            (plan("2020", 10), value("2020", 9), plan("2022", 10)),
            (value("2019", 5),),
        )
    )
    assert counted == {2020: Tally(2, 2, 1, 0), 2021: Tally(1, 0, 0, 0), 2022: Tally(1, 0, 0, 1)}
    assert counted[2020].share == 50
    assert counted[2021].share is NOTHING_TO_COMPARE


def test_a_programme_counts_each_indicator_once() -> None:
    now = tally_now(
        board((plan("2020", 10), value("2020", 12), plan("2021", 10)), (plan("2020", 10), value("2020", 9)))
    )
    assert now == Tally(2, 1, 0, 0)
