"""Values by group: a bar a group to one scale, with its part of the whole where the document gives a whole."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from charts.boxes import placed_texts
from charts.drawn import drawn
from support.observations import SHARE, observed, value
from support.spaces import plain
from vitrina.charts.chart import Chart
from vitrina.charts.groups import groups
from vitrina.charts.render.drawings import Drawings
from vitrina.dataset.programme import Observation

SHAPES = pytest.mark.parametrize("shape", ["wide", "narrow"])
QUEUE = value("2021-01-01", 404)
AGES = tuple(
    value("2021-01-01", count, group=age, part_of=QUEUE.id)
    for age, count in (("до 1 года", 141), ("от 1 до 2 лет", 196), ("от 2 до 3 лет", 67), ("от 3 до 7 лет", 0))
)
SCHOOLS = (value("2021-01-01", 11, group="сады"), value("", 6, group="школы"), value("2021-09-01", 1, group="кружки"))
OVER = (value("2020", 80, sign=">", group="школьники"), value("2020", 60, group="студенты"))


def chart(*observations: Observation, **others: Any) -> Chart:
    return groups(observed(*observations, **others))


@SHAPES
def test_every_group_has_its_name_its_figure_and_a_bar_of_its_length(shape: str) -> None:
    found = drawn(getattr(chart(*AGES, whole=QUEUE), shape))
    assert {"До 1 года", "От 1 до 2 лет", "От 2 до 3 лет", "От 3 до 7 лет"} <= set(found.words)
    assert {"141", "196", "67", "0"} <= set(found.words)
    lengths = [bar["x2"] - bar["x"] for bar in found.bars]
    unit = lengths[1] / 196
    assert lengths == [pytest.approx(count * unit, abs=0.2) for count in (141, 196, 67, 0)], "zero has no length"
    assert len({bar["x"] for bar in found.bars}) == 1
    assert set(found.fills) == {"var(--bar)"}


@SHAPES
def test_parts_of_a_whole_are_given_in_percent_too(shape: str) -> None:
    found = drawn(getattr(chart(*AGES, whole=QUEUE), shape))
    assert [words for words in found.words if "%" in words] == ["34,9 %", "48,5 %", "16,6 %"]
    assert found.at("34,9 %")["x"] > found.at("141")["x"] > found.bars[0]["x2"]


@SHAPES
@pytest.mark.parametrize(
    "told",
    [
        partial(chart, *SCHOOLS),
        partial(chart, *AGES, whole=value("2021-01-01", 0)),
        partial(chart, *AGES, whole=value("2021-01-01", None)),
    ],
    ids=["no whole", "a whole of nothing", "a whole without a value"],
)
def test_no_part_is_computed_without_a_whole(told: Callable[[], Chart], shape: str) -> None:
    assert not any("%" in words for words in drawn(getattr(told(), shape)).words)
    assert {row[-1] for row in told().table.rows} == {None}


@SHAPES
def test_a_share_is_no_part_of_a_share(shape: str) -> None:
    rows = [value("2021", amount, group=name, part_of="actual 2021") for name, amount in (("сады", 40), ("школы", 60))]
    found = drawn(getattr(chart(*rows, whole=value("2021", 55), unit=SHARE), shape))
    assert [words for words in found.words if "%" in words] == ["40 %", "60 %"]


@SHAPES
def test_signs_are_drawn_in_words(shape: str) -> None:
    assert {"больше 80", "60"} <= set(drawn(getattr(chart(*OVER), shape)).words)


@SHAPES
def test_groups_that_are_all_zero_are_drawn(shape: str, drawings: Drawings) -> None:
    svg = drawings.svg(getattr(chart(value("2020", 0, group="сады"), value("2020", 0, group="школы")), shape))
    assert "NaN" not in svg


@SHAPES
def test_long_names_and_figures_stay_within_the_picture(shape: str, drawings: Drawings) -> None:
    name = "воспитанники учреждений, в которых есть места для детей до года"
    rows = (value("2020", 1_234_567, group=name), value("2020", "0.5", group="школы", sign="≤"))
    width = {"wide": 840, "narrow": 328}[shape]
    for x, y, text in placed_texts(drawings.svg(getattr(chart(*rows), shape))):
        assert -5 <= x <= width + 5, text
        assert y >= 6, text


@pytest.mark.parametrize(
    ("told", "finding"),
    [
        (partial(chart, *AGES, whole=QUEUE), "Самая большая группа: от 1 до 2 лет, 196 из 404"),
        (partial(chart, *SCHOOLS), "Больше всего: сады, 11"),
        (
            partial(chart, value("2020", 5, group="сады"), value("2020", 5, group="школы")),
            "У всех поровну: 5 детей",
        ),
        (
            partial(chart, *(value("2020", amount, group=str(place)) for place, amount in enumerate((5, 5, 1)))),
            "Больше всего сразу в нескольких группах: по 5 детей",
        ),
        (
            partial(chart, value("", "19.7", group="было"), value("", "21.33", group="стало"), unit=SHARE),
            "Разница: 1,63 процентного пункта",
        ),
        (partial(chart, *OVER), "Больше всего: школьники, больше 80"),
        # How far «more than 80 %» is from 60 % nobody knows.
        (partial(chart, *OVER, unit=SHARE), "Больше всего: школьники, больше 80 %"),
    ],
)
def test_the_finding(told: Callable[[], Chart], finding: str) -> None:
    assert plain(told().finding) == finding


@pytest.mark.parametrize(
    ("told", "subtitle"),
    [
        (partial(chart, *AGES, whole=QUEUE), "Очередь на 1 января 2021 года, детей"),
        (partial(chart, value("", 1, group="было"), value("", 2, group="стало")), "Очередь, срок не назван, детей"),
        (partial(chart, *SCHOOLS), "Очередь, детей"),
        (partial(chart, *AGES, whole=QUEUE, language="en"), "Queue as of 1 January 2021, children"),
    ],
)
def test_the_subtitle_names_a_time_only_where_it_is_the_time_of_all(told: Callable[[], Chart], subtitle: str) -> None:
    assert plain(told().subtitle) == subtitle


def test_who_does_not_see_the_picture_is_told_every_value_with_its_time() -> None:
    assert plain(chart(*AGES[:2], whole=QUEUE).description) == (
        "Очередь. До 1 года, на 1 января 2021 года: 141 ребёнок. Это 34,9 % от 404. "
        "От 1 до 2 лет, на 1 января 2021 года: 196 детей. Это 48,5 % от 404."
    )
    assert plain(chart(*SCHOOLS).description) == (
        "Очередь. Сады, на 1 января 2021 года: 11 детей. Школы, срок не назван: 6 детей. "
        "Кружки, на 1 сентября 2021 года: 1 ребёнок."
    )


def test_english_says_the_same() -> None:
    told = chart(*AGES, whole=QUEUE, language="en")
    assert plain(told.finding) == "The largest group: от 1 до 2 лет, 196 of 404"
    assert plain(told.description).startswith(
        "Queue. До 1 года, as of 1 January 2021: 141 children. That is 34.9% of 404. "
    )
    assert [words for words in drawn(told.wide).words if "%" in words] == ["34.9%", "48.5%", "16.6%"]
    assert plain(chart(*OVER, language="en").finding) == "The largest: школьники, more than 80"


@SHAPES
def test_every_bar_says_its_own_sentence(shape: str) -> None:
    told = chart(*SCHOOLS)
    assert " ".join(["Очередь.", *(bar["words"] for bar in drawn(getattr(told, shape)).bars)]) == told.description


def test_the_table_holds_times_signs_and_parts() -> None:
    told = chart(AGES[0], value("2021-01-01", 263, group="старше", part_of=QUEUE.id, sign="≤"), whole=QUEUE)
    assert [column.id for column in told.table.columns] == ["group", "period", "stage", "sign", "value", "share"]
    assert [[None if cell is None else plain(str(cell)) for cell in row] for row in told.table.rows] == [
        ["До 1 года", "на 1 января 2021 года", "факт", None, "141", "34.90"],
        ["Старше", "на 1 января 2021 года", "факт", "≤", "263", "65.10"],
    ]
