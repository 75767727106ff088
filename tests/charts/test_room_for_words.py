"""Words of a drawing stand inside it, on nothing but paper, however many years, sources and figures there are."""

import re

import pytest

from charts.boxes import seen
from charts.shapes import SHAPES, charts_of
from support.thorough import one_in_three
from vitrina.charts.chart import Chart
from vitrina.charts.render.drawings import Drawings
from vitrina.words.numbers import Language

READABLE = re.compile(r"var\(--(ink(-[23])?|plan-mark|source-[a-z0-9]+-text)\)")
"""Colours that `test_palette` finds readable on paper."""


@pytest.fixture(params=one_in_three(SHAPES, first=1), ids=str, scope="module")
def charts(request: pytest.FixtureRequest) -> list[Chart]:
    """Every other shape in English."""
    language: Language = "en" if SHAPES.index(request.param) % 2 else "ru"
    return charts_of(request.param, language)


def test_words_neither_collide_nor_stand_on_marks(charts: list[Chart], drawings: Drawings) -> None:
    for chart in charts:
        for drawing in (chart.wide, chart.narrow, *(panel.drawing for panel in chart.panels[:1])):
            picture = seen(drawings.svg(drawing))
            assert not picture.collisions(), (chart.id, drawing.name)
            assert all(text.size >= 13 for text in picture.texts), (chart.id, drawing.name)
            assert all(READABLE.fullmatch(text.colour) for text in picture.texts), (chart.id, drawing.name)


def test_an_axis_of_shares_ends_with_all_the_money(charts: list[Chart], drawings: Drawings) -> None:
    """Where there is more than one source, and so the chart."""
    for drawing in (drawing for chart in charts if chart.id == "shares" for drawing in (chart.wide, chart.narrow)):
        said = [text.words.replace("\u00a0", "") for text in seen(drawings.svg(drawing)).texts]
        assert {"100%", "50%", "0"} <= set(said)
