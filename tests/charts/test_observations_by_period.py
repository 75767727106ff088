"""Values from one time to the next: drawn to one scale beside their plan, told apart, with gaps left as gaps."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from charts.boxes import seen
from charts.drawn import drawn
from support.observations import SHARE, observed, plan, value
from support.spaces import plain
from vitrina.charts.chart import Chart
from vitrina.charts.observations_by_period import periods
from vitrina.charts.observed import Observed
from vitrina.charts.registry import charts_of
from vitrina.charts.render.drawings import Drawings
from vitrina.dataset.programme import Observation

SHAPES = pytest.mark.parametrize("shape", ["wide", "narrow"])
WHOLE, PART, AHEAD = "var(--bar)", "var(--bar-part)", "url(#plan-ink)"

# As the first programme has them: a part of a year, a whole one, three quarters.
CONSULTATIONS = (
    *(plan(year, 190, "≥") for year in ("2019", "2020", "2021")),
    value("2019-01-01..2019-12-20", 98),
    value("2020", 553),
    value("2021-01..2021-09", 436),
)
BIRTHS = (
    *(value(str(2015 + place), count, "estimate") for place, count in enumerate((356, 330, 350, 350, 330, 180))),
    *(value(str(2021 + place), count, "forecast") for place, count in enumerate((140, 130, 130))),
)


def chart(*observations: Observation, **others: Any) -> Chart:
    return periods(observed(*observations, **others))


def lengths(bars: Sequence[dict[str, Any]]) -> list[float]:
    """Along the way that they grow: lying bars have one thickness, standing ones one width."""
    across, down = ([bar[f"{way}2"] - bar[way] for bar in bars] for way in ("x", "y"))
    return down if max(across) - min(across) < 0.2 and len(bars) > 1 else across


# What is drawn.


@SHAPES
@pytest.mark.parametrize("count", [3, 8])
def test_a_plan_that_is_a_range_is_marked_at_both_its_ends(shape: str, count: int) -> None:
    years = [str(2013 + place) for place in range(count)]
    rows = [row for year in years for row in (plan(year, 60, upper=Decimal(80)), value(year, 100))]
    found = drawn(getattr(chart(*rows), shape))
    way = "x" if len({bar["x"] for bar in found.bars}) == 1 else "y"
    begin = found.bars[0]["x"] if way == "x" else found.bars[0]["y2"]
    unit = abs(found.bars[0]["x2" if way == "x" else "y"] - begin) / 100
    ends = {round(abs(mark[way] - begin) / unit) for mark in found.plans if mark[way] != 10}
    assert ends == {60, 80}


def test_the_table_names_the_upper_end_of_a_range_and_has_no_column_without_one() -> None:
    ranged = chart(plan("2020", 60, upper=Decimal(80)), value("2020", 70)).table
    assert [ranged.rows[0][place] for place, one in enumerate(ranged.columns) if one.id.startswith("plan")][1:] == [
        60,
        80,
    ]
    assert "plan_upper" not in [one.id for one in chart(plan("2020", 60), value("2020", 70)).table.columns]


@SHAPES
def test_bars_are_as_long_as_their_values(shape: str) -> None:
    found = drawn(getattr(chart(*CONSULTATIONS), shape))
    unit = (found.bars[1]["x2"] - found.bars[1]["x"]) / 553
    assert lengths(found.bars) == [pytest.approx(count * unit, abs=0.2) for count in (98, 553, 436)]
    assert {bar["x"] for bar in found.bars} == {found.rules[0]["x"]}


def test_many_values_stand_as_columns_of_their_height() -> None:
    found = drawn(chart(*BIRTHS).wide)
    unit = (found.bars[0]["y2"] - found.bars[0]["y"]) / 356
    assert lengths(found.bars) == [
        pytest.approx(count * unit, abs=0.2) for count in (356, 330, 350, 350, 330, 180, 140, 130, 130)
    ]
    assert {bar["y2"] for bar in found.bars} == {found.rules[0]["y"]}


@SHAPES
def test_a_plan_stands_on_the_scale_of_the_bars(shape: str) -> None:
    found = drawn(getattr(chart(*CONSULTATIONS), shape))
    zero, year = found.rules[0]["x"], found.bars[1]
    assert found.plans
    for line in found.plans:
        assert line["x"] == line["x2"] == pytest.approx(zero + 190 * (year["x2"] - year["x"]) / 553, abs=0.2)


def test_one_plan_for_all_is_one_line_named_once_with_its_figure() -> None:
    found = drawn(chart(*CONSULTATIONS).wide)
    [line] = found.plans
    assert line["y"] < found.bars[0]["y"]
    assert line["y2"] > found.bars[-1]["y2"]
    assert found.words.count("план: не меньше 190") == 1


def test_plans_of_their_own_are_marked_on_their_own_bars_alone() -> None:
    found = drawn(
        chart(plan("2018", 100), value("2018", 90), value("2019", 95), plan("2020", 120), value("2020", 95)).wide
    )
    assert len(found.plans) == 2
    for line, bar in zip(found.plans, (found.bars[0], found.bars[2]), strict=True):
        assert line["y"] < bar["y"] < bar["y2"] < line["y2"]
    assert all(line["y2"] < found.bars[1]["y"] or line["y"] > found.bars[1]["y2"] for line in found.plans)
    assert found.words.count("план") == 1


@pytest.mark.parametrize("planned", [50, 89, 95, 100, 104, 112, 400])
def test_a_plan_over_a_column_is_within_the_picture_and_crosses_no_figure(planned: int) -> None:
    years = [str(year) for year in range(2014, 2021)]
    found = drawn(chart(*(value(year, 100) for year in years), *(plan(year, planned) for year in years)).wide)
    height = found.rules[0]["y"]
    unit = (found.bars[0]["y2"] - found.bars[0]["y"]) / 100
    *plans, sample = found.plans
    figures = [text for text in found.texts if text["text"] == "100"]
    assert len(plans) == 7
    for bar, line, over in zip(found.bars, plans, figures, strict=True):
        assert line["y"] == line["y2"] == pytest.approx(height - planned * unit, abs=0.3)
        assert line["y"] > sample["y"] + 10
        assert line["x"] < bar["x"] < bar["x2"] < line["x2"]
        assert not over["y"] - 10 < line["y"] < over["y"] + 10, "the plan crosses the figure"
        assert over["y"] >= 8


def test_the_plan_of_columns_is_named_once_beside_a_mark_like_it() -> None:
    years = [str(year) for year in range(2014, 2021)]
    found = drawn(chart(*(value(year, 100) for year in years), plan("2016", 120)).wide)
    line, sample = found.plans
    assert line["y"] == line["y2"] < found.bars[2]["y"]
    assert sample["y"] == sample["y2"] == pytest.approx(found.at("план")["y"], abs=2)
    assert sample["x2"] < found.at("план")["x"]


def test_a_part_of_a_year_is_told_apart_in_words_however_many_years_there_are() -> None:
    years = [value(str(year), 100) for year in range(2014, 2021)]
    found = drawn(chart(*years, value("2021-01..2021-09", 70)).wide)
    assert found.fills == [WHOLE] * 7 + [PART]
    assert "за январь–сентябрь 2021 года" in found.words


@SHAPES
def test_a_part_of_a_year_looks_different_and_says_which_part_it_is(shape: str) -> None:
    found = drawn(getattr(chart(*CONSULTATIONS), shape))
    assert found.fills == [PART, WHOLE, PART]
    part, year = found.at("по 20 декабря 2019 года"), found.bars[0]
    assert year["y"] - 2 < part["y"] < year["y2"] + 20
    assert "за январь–сентябрь 2021 года" in found.words


@SHAPES
def test_what_is_foreseen_is_hatched_and_no_other(shape: str) -> None:
    drawing = chart(*BIRTHS)
    found = drawn(getattr(drawing, shape))
    assert found.fills == [WHOLE] * 6 + [AHEAD] * 3
    assert found.words.count("оценка") == found.words.count("прогноз") == 1
    assert [item.name for item in drawing.key] == ["прогноз"]


def test_what_columns_are_stands_right_over_the_first_of_them() -> None:
    found = drawn(chart(*BIRTHS).wide)
    for word, year, figure in (("оценка", "2015", "356"), ("прогноз", "2021", "140")):
        assert found.at(word)["x"] == pytest.approx(found.at(year)["x"], abs=1)
        assert 0 < found.at(figure)["y"] - found.at(word)["y"] < 30


def test_there_is_no_key_where_nothing_is_foreseen() -> None:
    assert chart(*CONSULTATIONS).key == ()


@SHAPES
def test_signs_are_drawn_in_words(shape: str) -> None:
    found = drawn(getattr(chart(value("2019", 80, sign=">"), value("2020", 90, sign="≤"), unit=SHARE), shape))
    assert {"больше 80 %", "не больше 90 %"} <= set(found.words)


@SHAPES
def test_a_zero_that_is_stated_is_written_and_told_by_a_bar_without_length(shape: str) -> None:
    found = drawn(getattr(chart(value("2019", 0), value("2020", 5)), shape))
    sides = ("x", "x2", "y", "y2")
    first, second = ([bar[side] for side in sides] for bar in found.bars)
    assert first[0] == first[1] or first[2] == first[3]
    assert second[0] != second[1]
    assert second[2] != second[3]
    assert {"0", "5", "2019", "2020"} <= set(found.words)


@SHAPES
def test_only_zeros_can_be_drawn(shape: str, drawings: Drawings) -> None:
    svg = drawings.svg(getattr(chart(value("2019", 0), value("2020", 0), plan("2020", 0)), shape))
    assert "NaN" not in svg


@SHAPES
@pytest.mark.parametrize("more", [(), tuple(str(year) for year in range(2022, 2027))], ids=["few", "many"])
def test_a_year_without_a_value_has_no_bar_and_no_line_is_drawn_across_it(shape: str, more: tuple[str, ...]) -> None:
    years = ("2018", "2019", "2021", *more)
    rows = [value(year, 100 + 10 * place) for place, year in enumerate(years)]
    found = drawn(getattr(chart(*rows, value("2020", None), value("2020", 7, group="школы")), shape))
    assert len(found.bars) == len(years)
    assert found.plans == []
    [base] = found.rules
    assert base["x"] == base["x2"] or base["y"] == base["y2"] == found.bars[0]["y2"]
    if more and shape == "wide":
        steps = [after["x"] - before["x"] for before, after in pairwise(found.bars)]
        assert steps[1] == pytest.approx(2 * steps[0], abs=0.2), "2020 keeps its empty place"
        assert steps[2] == pytest.approx(steps[0], abs=0.2)
        assert found.at("2020")["x"] == pytest.approx((found.at("2019")["x"] + found.at("2021")["x"]) / 2, abs=0.1)
        assert found.at("—")["x"] == found.at("2020")["x"]


@SHAPES
@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(
    "observations",
    [
        CONSULTATIONS,
        BIRTHS,
        (value("2020", 1), plan("2020", 1_000_000)),
        (value("2019", 1_234_567), value("2020", 1_234_568), plan("2020", 1, "≥")),
        tuple(value(str(year), 10**6 + year) for year in range(2005, 2020)),
        tuple(
            value(f"20{year}", 100 - 9 * (year - 10), "estimate" if year < 14 else "forecast") for year in range(10, 20)
        ),
        tuple(row for year in range(2014, 2021) for row in (value(f"{year}-09-01", year), plan(f"{year}-09-01", 2017))),
    ],
    ids=["parts", "ahead", "far below", "far over", "fifteen", "falling", "days"],
)
def test_words_neither_collide_nor_leave_the_picture(
    observations: tuple[Observation, ...], language: str, shape: str, drawings: Drawings
) -> None:
    assert not seen(drawings.svg(getattr(chart(*observations, language=language), shape))).collisions()


# What is said.


@pytest.mark.parametrize(
    ("observations", "finding"),
    [
        (CONSULTATIONS, "436 детей за январь–сентябрь 2021 года: уже больше плана на весь год"),
        (
            (plan("2021", 190, "≥"), value("2021-01..2021-09", 150)),
            "150 детей за январь–сентябрь 2021 года: это часть срока, а план на весь год не меньше 190",
        ),
        ((plan("2020", 190), value("2020", 553)), "553 ребёнка за 2020 год: лучше плана"),
        ((plan("2020", 190), value("2020", 190)), "190 детей за 2020 год: по плану"),
        ((plan("2020", 190), value("2020", 189)), "189 детей за 2020 год: хуже плана"),
        ((plan("2024-12-31", 75), value("2021-01-01", 62)), "Пока на 13 меньше плана"),
        (BIRTHS, "Сильнее всего число изменилось за 2020 год (оценка): на 150 меньше, чем за 2019 год (оценка)"),
        ((value("2019", 8), value("2020", 19)), "Прибавка за 2020 год: на 11 больше, чем за 2019 год"),
        ((value("2019", 19), value("2020", 8)), "Убыль за 2020 год: на 11 меньше, чем за 2019 год"),
        ((value("2019", 8), value("2020", 8)), "Каждый раз одинаково: 8 детей"),
        (
            (value("2019", 10), value("2020", 30), value("2021", 25)),
            "Сильнее всего число изменилось за 2020 год: на 20 больше, чем за 2019 год",
        ),
        # Over a gap both ends are named.
        ((value("2015", 10), value("2019", 30)), "Прибавка за 2019 год: на 20 больше, чем за 2015 год"),
        # A part of a year is compared with nothing.
        (
            (value("2020", 553), value("2021-01..2021-09", 436)),
            "Известно одно число, за январь–сентябрь 2021 года: 436 детей",
        ),
        # How far «more than 80» is from another value nobody knows.
        ((value("2019", 60), value("2020", 80, sign=">")), "Известно одно число, за 2020 год: больше 80 детей"),
    ],
)
def test_the_finding(observations: tuple[Observation, ...], finding: str) -> None:
    assert plain(chart(*observations).finding) == finding


def test_shares_differ_by_points() -> None:
    found = chart(value("2019", "19.7"), value("2020", "21.33"), unit=SHARE).finding
    assert plain(found) == "Прибавка за 2020 год: на 1,63 процентного пункта больше, чем за 2019 год"


def test_the_subtitle_names_what_is_measured_and_in_what() -> None:
    assert chart(*CONSULTATIONS).subtitle == "Очередь: план и факт, детей"
    assert chart(*BIRTHS, language="en").subtitle == "Queue, children"
    assert chart(value("2019", 1), value("2020", 2), unit=SHARE).subtitle == "Очередь, %"


@pytest.mark.parametrize(
    ("language", "description"),
    [
        (
            "ru",
            (
                "Очередь. С 1 января по 20 декабря 2019 года: 98 детей. "
                "Это только часть срока, а план за 2019 год целиком: не меньше 190. "
                "За 2020 год: 553 ребёнка. План за 2020 год: не меньше 190. "
                "За январь–сентябрь 2021 года: 436 детей. "
                "Это только часть срока, а план за 2021 год целиком: не меньше 190."
            ),
        ),
        (
            "en",
            (
                "Queue. From 1 January to 20 December 2019: 98 children. "
                "That is only part of the time; the plan in 2019 as a whole: at least 190. "
                "In 2020: 553 children. Plan in 2020: at least 190. "
                "In January–September 2021: 436 children. "
                "That is only part of the time; the plan in 2021 as a whole: at least 190."
            ),
        ),
    ],
)
def test_who_does_not_see_the_picture_is_told_every_value_and_plan(language: str, description: str) -> None:
    assert plain(chart(*CONSULTATIONS, language=language).description) == description


def test_who_does_not_see_the_picture_is_told_too_what_is_no_fact() -> None:
    assert plain(chart(*BIRTHS[5:7]).description) == (
        "Очередь. За 2020 год (оценка): 180 детей. За 2021 год (прогноз): 140 детей."
    )
    assert "(estimate)" in chart(*BIRTHS[5:7], language="en").description


def test_every_bar_says_its_own_sentence() -> None:
    told = chart(*CONSULTATIONS)
    assert " ".join(["Очередь.", *(bar["words"] for bar in drawn(told.wide).bars)]) == told.description


def test_english_names_the_plan_and_the_parts_of_a_year() -> None:
    told = chart(*CONSULTATIONS, language="en")
    assert (
        plain(told.finding) == "436 children in January–September 2021: already more than the plan for the whole year"
    )
    assert {"plan: at least 190", "until 20 December 2019", "in January–September 2021"} <= set(drawn(told.wide).words)


def test_the_table_holds_days_signs_and_plans_and_leaves_empty_what_is_not_there() -> None:
    told = chart(*CONSULTATIONS[1:2], value("2020", 553, sign=">"), value("2022", "130.5", "forecast"))
    assert [column.id for column in told.table.columns] == [
        "period", "from", "to", "stage", "sign", "value", "plan_sign", "plan", "status",
    ]  # fmt: skip
    assert [[None if cell is None else plain(str(cell)) for cell in row] for row in told.table.rows] == [
        ["за 2020 год", "2020-01-01", "2020-12-31", "факт", ">", "553", "≥", "190", "лучше плана"],
        ["за 2022 год", "2022-01-01", "2022-12-31", "прогноз", None, "130.5", None, None, None],
    ]


@pytest.mark.parametrize(
    ("told", "drawable"),
    [
        (observed(), False),
        (observed(value("2020", 1)), False),
        (observed(plan("2020", 1)), False),
        (observed(value("", 1), value("", 2)), False),
        (observed(value("2020", 1), plan("2021", 1)), False),
        (observed(value("2020", 1), plan("2020", 1)), True),
        (observed(value("2019", 1), value("2020", 1)), True),
    ],
)
def test_one_value_alone_is_no_picture(told: Observed, drawable: bool) -> None:
    assert ("periods" in charts_of(told)) == drawable
