"""The trend towards a plan: lines told apart without colour, gaps that stay gaps, and what the present pace gives."""

import json
from dataclasses import replace
from typing import Any

import pytest

from charts.boxes import placed_texts, seen
from support.observations import KNOWN_UNTIL, SHARE, indicator, observed, plan, value
from support.spaces import plain
from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.kit.style import INK, NARROW, WIDE
from vitrina.charts.registry import charts_of
from vitrina.charts.render.drawing import draw
from vitrina.charts.trend import trend as trend_chart
from vitrina.charts.trend_subject import Trend
from vitrina.dataset.programme import Observation
from vitrina.measures.pace import pace
from vitrina.measures.scoreboard import Score
from vitrina.measures.status import StatusRule, yearly

ROWS = (value("2018", 60, "baseline"), value("2019", 62), value("2020", 64), plan("2020", 65), plan("2024", 80))
FORMER = (value("2016", 40), value("2017", 41))


def trend(*pieces: tuple[Observation, ...], unit: str = SHARE) -> Trend:
    measured = indicator(unit=unit)
    told = observed(*pieces[-1], unit=unit)
    score = Score(measured, tuple(yearly(measured, piece, StatusRule(), KNOWN_UNTIL) for piece in pieces))
    return Trend(told, score, pace(measured, pieces[-1]), "Итог", "раздел 2")


def chart(*pieces: tuple[Observation, ...], unit: str = SHARE) -> Chart:
    return trend_chart(trend(*pieces, unit=unit))


def lines(drawing: Drawing) -> list[tuple[str, list[dict[str, Any]]]]:
    """Every unbroken line, with its dash."""
    spec, found = json.loads(drawing.spec), []
    for layer in spec["layer"]:
        if layer["mark"]["type"] == "line":
            runs: dict[int, list[dict[str, Any]]] = {}
            for row in spec["datasets"][layer["data"]["name"]]:
                runs.setdefault(row["run"], []).append(row)
            found += [(str(layer["mark"].get("strokeDash", "solid")), rows) for rows in runs.values()]
    return found


def words(drawing: Drawing) -> list[str]:
    return [plain(text) for _, _, text in placed_texts(draw(drawing.spec))]


def test_actual_plan_and_what_the_pace_gives_differ_by_dash() -> None:
    found = lines(chart((*ROWS, plan("2023", 75))).wide)
    assert len({dash for dash, _ in found}) == 3
    assert [len(rows) for dash, rows in found if dash == "solid"] == [3]


def test_no_line_runs_over_a_missing_year() -> None:
    found = lines(chart((value("2016", 50), value("2017", 52), value("2020", 60), plan("2024", 80))).wide)
    assert [len(rows) for dash, rows in found if dash == "solid"] == [2, 1]


def test_years_counted_otherwise_are_a_line_of_their_own_behind_a_bar_that_is_named() -> None:
    drawing = chart(FORMER, ROWS).wide
    assert sorted(len(rows) for dash, rows in lines(drawing) if dash == "solid") == [2, 3]
    assert "с 2018 года считают иначе" in words(drawing)


def test_the_figures_at_the_end_are_the_plan_and_what_the_pace_gives_by_then() -> None:
    said = words(chart(ROWS).wide)
    assert {"80 %", "72 %"} <= set(said)
    assert "Если так и пойдёт, за 2024 год будет 72 %." in plain(chart(ROWS).description)


def test_without_time_left_there_is_no_line_ahead() -> None:
    drawing = chart((value("2018", 60, "baseline"), value("2020", 64), plan("2020", 65))).wide
    assert "если так и пойдёт" not in words(drawing)


def test_every_value_and_plan_can_be_taken_away() -> None:
    rows = chart(FORMER, ROWS).table.rows
    assert [(row[0], row[2] and int(str(row[2])), row[4] and int(str(row[4]))) for row in rows] == [
        (2016, 40, None),
        (2017, 41, None),
        (2018, 60, None),
        (2019, 62, None),
        (2020, 64, 65),
        (2024, None, 80),
    ]


def test_there_is_no_chart_without_a_pace_or_a_break() -> None:
    assert "trend" in charts_of(trend(ROWS))
    assert "trend" in charts_of(trend(FORMER, (value("2020", 64),)))
    assert not charts_of(trend((value("2020", 64),)))


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        (value("2018", 0, "baseline"), value("2019", 3), plan("2024", 1200000)),
        (value("2019", 5), value("2020", 5), plan("2021", 5)),
        (value("2014", "98.1"), value("2020", "99.4"), plan("2021", "99.0", "≥")),
        (value("2018", 164), value("2020", 0), plan("2022", 0)),
        (value("2019", 70), value("2020", 74), plan("2022", 60, upper=80)),
    ],
)
@pytest.mark.parametrize("narrow", [False, True])
def test_words_stand_clear_and_no_line_leaves_the_picture(rows: tuple[Observation, ...], narrow: bool) -> None:
    made = chart(FORMER, rows, unit="раз|раза|раз")
    drawing, width = (made.narrow, NARROW) if narrow else (made.wide, WIDE)
    picture = seen(draw(drawing.spec))
    assert picture.whole.right == width
    assert not picture.collisions()
    assert all(mark.box.within(picture.frame) for mark in picture.marks)


def test_a_part_of_a_year_is_no_point_of_the_trend() -> None:
    part = replace(value("2021-01..2021-06", 50), id="part")
    assert 2021 not in trend((*ROWS, part)).pieces[-1]


@pytest.mark.parametrize("narrow", [False, True])
def test_the_first_figure_of_a_line_that_climbs_from_nought_stands_right_under_its_point(narrow: bool) -> None:
    rising = (value("2019", 0, "baseline"), value("2020", "8.4"), value("2021", "12.1"), plan("2027", 30))
    made = chart(rising)
    picture = seen(draw((made.narrow if narrow else made.wide).spec))
    figure = next(text.box for text in picture.texts if plain(text.words) == "0 %" and text.colour == INK)
    point = min((mark.box for mark in picture.marks if mark.kind == "point"), key=lambda box: box.left)
    assert 0 <= figure.upper - point.lower < figure.lower - figure.upper
