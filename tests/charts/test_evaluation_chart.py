"""The scores of a programme drawn: each is written once, the bounds have names, a year without a score has no bar."""

import json
from decimal import Decimal

import pytest

from charts.boxes import placed_texts
from vitrina.charts.evaluation import evaluation
from vitrina.charts.findings.evaluation import Bound, Score, Scores
from vitrina.charts.render.drawing import draw
from vitrina.words import Words

BOUNDS = (
    Bound(Decimal("0.9"), "высокая от 0,9"),
    Bound(Decimal("0.8"), "средняя от 0,8"),
    Bound(Decimal("0.7"), "удовлетворительная от 0,7"),
)
ROWS = (
    Score("2022", Decimal("0.754"), "0,754", "удовлетворительная"),
    Score("2023", None, "", ""),
    Score("2024", Decimal("1.0074"), "1,007", "высокая"),
)
SHAPES = pytest.mark.parametrize("shape", ["wide", "narrow"])


def texts(rows: tuple[Score, ...], shape: str) -> list[tuple[float, float, str]]:
    return placed_texts(draw(getattr(evaluation(Scores(rows, BOUNDS, "отчёты", Words("ru"))), shape).spec))


@SHAPES
def test_every_score_and_every_bound_is_written_once(shape: str) -> None:
    written = [text for _, _, text in texts(ROWS, shape)]
    for expected in ("0,754", "1,007", "удовлетворительная", "высокая", *(bound.name for bound in BOUNDS)):
        assert written.count(expected) == 1, expected


@SHAPES
def test_a_year_without_a_score_says_so_and_has_no_bar(shape: str) -> None:
    chart = evaluation(Scores(ROWS, BOUNDS, "отчёты", Words("ru")))
    assert [text for _, _, text in texts(ROWS, shape)].count("не рассчитывается") == 1
    assert "2023: оценка не рассчитывается." in chart.description
    drawn = json.loads(getattr(chart, shape).spec)["datasets"]
    bars = [row for rows in drawn.values() for row in rows if "fill" in row]
    assert {row["words"][:4] for row in bars} == {"2022", "2024"}
    assert chart.table.rows[1][1:] == (None, None)


def test_a_bar_is_cut_at_every_bound_that_it_passes() -> None:
    spec = json.loads(evaluation(Scores(ROWS, BOUNDS, "отчёты", Words("ru"))).wide.spec)
    bars = [row["words"][:4] for rows in spec["datasets"].values() for row in rows if "fill" in row]
    assert (bars.count("2022"), bars.count("2024")) == (2, 4)


@SHAPES
def test_a_score_far_above_the_bounds_leaves_their_names_room(shape: str) -> None:
    far = (*ROWS, Score("2025", Decimal("4.2"), "4,200", "высокая"))
    places = {text: (x, y) for x, y, text in texts(far, shape)}
    assert all(places[bound.name][0] >= 0 for bound in BOUNDS)
    assert len({places[bound.name][1] for bound in BOUNDS}) == len(BOUNDS)


def test_a_method_without_grades_has_no_lines_to_name() -> None:
    rows = (Score("2024", Decimal("0.61"), "0,610", ""),)
    chart = evaluation(Scores(rows, (), "отчёты", Words("ru")))
    assert [text for _, _, text in placed_texts(draw(chart.narrow.spec))] == ["2024", "0,610"]
    assert chart.description == "2024: оценка 0,610."
