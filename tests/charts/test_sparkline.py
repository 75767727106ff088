"""A line as small as a word keeps the rules of the large ones: gaps stay gaps, and nothing runs over a break."""

from support.observations import KNOWN_UNTIL, indicator, plan, value
from vitrina.charts.sparkline import HEIGHT, WIDTH, Sparkline, sparkline
from vitrina.dataset.programme import Observation
from vitrina.measures.scoreboard import Score
from vitrina.measures.status import StatusRule, yearly


def line(*pieces: tuple[Observation, ...]) -> Sparkline | None:
    measured = indicator()
    return sparkline(Score(measured, tuple(yearly(measured, piece, StatusRule(), KNOWN_UNTIL) for piece in pieces)))


def drawn(*pieces: tuple[Observation, ...]) -> Sparkline:
    found = line(*pieces)
    assert found is not None
    return found


def test_the_line_begins_at_the_baseline_and_ends_in_a_dot_on_the_last_actual() -> None:
    found = drawn((value("2018", 10, "baseline"), value("2019", 20), value("2020", 30), plan("2021", 40)))
    [run] = found.actual
    assert run == (("5.0", "35.0"), ("45.7", "25.0"), ("86.3", "15.0"))
    assert found.last == run[-1]
    assert found.plan == ((("127.0", "5.0"),),)


def test_no_line_runs_over_a_missing_year_or_a_part_of_one() -> None:
    found = drawn(
        (value("2016", 1), value("2017", 2), value("2019", 3), value("2020-01..2020-06", 9), plan("2020", 20)),
    )
    assert [len(run) for run in found.actual] == [2, 1]
    assert found.last == found.actual[-1][-1]


def test_no_line_runs_from_one_way_of_counting_to_another() -> None:
    found = drawn((value("2017", 1), value("2018", 2)), (value("2019", 5), value("2020", 6)))
    assert [len(run) for run in found.actual] == [2, 2]
    assert found.breaks == ("66.0",), "half way from 2018 to 2019"


def test_a_plan_that_is_a_range_is_drawn_at_both_its_ends() -> None:
    found = drawn((value("2019", 70), plan("2019", 60, upper=80), plan("2020", 60, upper=80)))
    assert [len(run) for run in found.plan] == [2, 2]


def test_what_never_changes_runs_in_the_middle() -> None:
    [run] = drawn((value("2019", 25), value("2020", 25))).actual
    assert {down for _, down in run} == {"20.0"}


def test_there_is_no_line_through_a_single_year_and_none_without_values() -> None:
    assert line((value("2019", 25), plan("2019", 30))) is None
    assert line(()) is None


def test_nothing_leaves_the_picture() -> None:
    found = drawn((value("2014", 0), value("2015", 1000), value("2020", 7), plan("2021", 3)))
    for run in (*found.actual, *found.plan):
        for across, down in run:
            assert 0 < float(across) < WIDTH
            assert 0 < float(down) < HEIGHT
