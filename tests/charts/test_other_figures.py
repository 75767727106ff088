"""Charts hold for other programmes too: one year or twenty, one source or none stated, a kopeck or a trillion."""

import re

import pytest

from charts.boxes import placed_texts
from charts.charted import NAMES, PROGRAMME, every_chart, funding, prices, totals
from support.thorough import one_in_three
from vitrina.charts.chart import Chart
from vitrina.charts.kit import layout
from vitrina.charts.kit.style import NAME
from vitrina.charts.render.drawings import Drawings
from vitrina.measures.funding import FundingByYear
from vitrina.words.numbers import Language

TRILLION = 10**14

FIGURES = {
    "one year": totals(7),
    "two years": totals(7, 8),
    "twenty years": funding({s: [10_000_000_000 * (n + 1) for n in range(20)] for s in ("regional", "local")}, 2010),
    "thirty years of long figures": funding({"local": [123_456_789_012 + n for n in range(30)]}, 2000),
    "one source": totals(1, 2, 3),
    "a year of zero": funding({"regional": [5 * 10**8, 0, 7 * 10**8], "local": [10**8, 0, None]}),
    "nothing but zero": funding({"regional": [0, 0], "local": [0, 0]}),
    "nothing stated": funding({"regional": [None, None, None]}),
    "a source without any amount": funding({"regional": [10**9, 2 * 10**9], "federal": [None, None]}),
    "a gap in the middle": funding(
        {"regional": [10**9, None, 2 * 10**9, 3 * 10**9], "local": [None, None, 10**9, None]}
    ),
    "all years ahead": totals(5, 6, 7, edition_year=2013),
    "one kopeck": funding({"regional": [1, 1], "local": [1, 2]}),
    "eight sources": funding(
        {name: [2 * 10**9 // n**2, 10**9 // n**2] for n, name in enumerate(NAMES["ru"], 1)}, edition_year=2014
    ),
    "a trillion": funding({"regional": [TRILLION, TRILLION // 2], "local": [1, TRILLION]}),
}


@pytest.mark.parametrize("figures", one_in_three(FIGURES.values()), ids=FIGURES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_chart_is_drawn(figures: FundingByYear, language: Language, drawings: Drawings) -> None:
    real = prices(figures) if language == "en" else prices(figures, y2015=10, y2016=-5)
    for chart in every_chart(figures, real, language, years={figures.first_year, figures.last_year}):
        assert all((chart.finding, chart.subtitle, chart.description))
        for drawing in chart.drawings:
            svg = drawings.svg(drawing)
            assert not re.search(r"NaN|undefined|Infinity|null", svg), (chart.id, drawing.name)


@pytest.mark.parametrize("figures", one_in_three(FIGURES.values(), first=1), ids=FIGURES)
def test_nothing_is_drawn_outside_the_picture(figures: FundingByYear, drawings: Drawings) -> None:
    for chart in every_chart(
        figures, prices(figures, y2015=10, y2016=-5), years={figures.first_year, figures.last_year}
    ):
        for drawing in chart.drawings:
            svg = drawings.svg(drawing)
            size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
            assert size
            assert float(size[1]) == {"wide": 840, "narrow": 328}.get(drawing.name, 352)
            assert 20 <= float(size[2]) <= 8 * 160  # eight sources, one under the other on a phone
            for x, y, text in placed_texts(svg):
                assert -5 <= x <= float(size[1]) + 5, (chart.id, drawing.name, text)
                assert 6 <= y <= float(size[2]), (chart.id, drawing.name, text)


def test_what_is_not_zero_is_never_printed_as_zero(drawings: Drawings) -> None:
    for chart in every_chart(FIGURES["one kopeck"], prices(FIGURES["one kopeck"])):
        assert not re.search(r"\b0,0[^\d]", chart.finding), chart.finding
        for drawing in chart.drawings:
            assert ">0,0<" not in drawings.svg(drawing), chart.id


def test_no_line_crosses_a_year_that_is_not_stated(drawings: Drawings) -> None:
    figures = FIGURES["a gap in the middle"]
    shares = next(chart for chart in every_chart(figures, prices(figures)) if chart.id == "shares")
    lines = re.findall(
        r'<path[^>]*d="(M[^"]*L[^"]*)"[^>]*fill="none"|fill="none"[^>]*d="(M[^"]*L[^"]*)"', drawings.svg(shares.wide)
    )
    for first, second in lines:
        assert (first or second).count("L") <= 1


def by_year(figures: FundingByYear) -> Chart:
    return next(chart for chart in every_chart(figures, prices(figures)) if chart.id == "funding-by-year")


def test_a_zero_that_is_stated_is_printed(drawings: Drawings) -> None:
    chart = by_year(FIGURES["a year of zero"])
    assert ">0<" in drawings.svg(chart.narrow)


def test_the_programme_itself_needs_no_thinning(drawings: Drawings) -> None:
    chart = by_year(PROGRAMME)
    assert drawings.svg(chart.wide).count(">683,0<") == 2


def test_thirty_small_sums_are_told_apart_by_their_labels(drawings: Drawings) -> None:
    """Fewer labels, and none of them «1» for everything between half a million and one and a half."""
    chart = by_year(totals(*(0.6 + place / 40 for place in range(30))))
    labels = {text for _, _, text in placed_texts(drawings.svg(chart.wide))}
    assert "1" not in labels
    assert {"0,6", "1,3"} <= labels


def test_a_long_name_of_a_source_is_broken_where_it_has_no_room(drawings: Drawings) -> None:
    figures = FIGURES["eight sources"]
    shown = {chart.id: chart for chart in every_chart(figures, prices(figures))}
    for drawing, room in (
        (shown["year-sources"].narrow, 328),
        (shown["sources"].wide, 404),
        (shown["sources"].narrow, 328),
    ):
        written = [(x, text) for x, _, text in placed_texts(drawings.svg(drawing))]
        lines = [text for _, text in written if re.search("Консолидированный|поселений|района|№", text)]
        assert " ".join(lines).count("Консолидированный") == 4
        assert len(lines) >= 8
        assert all(layout.text_width(text, NAME, bold=True) <= room for text in lines)


def test_one_source_alone_is_not_named_beside_its_bars(drawings: Drawings) -> None:
    alone, two = (by_year(FIGURES[name]) for name in ("one source", "a gap in the middle"))
    assert [chart.subtitle for chart in (alone, two)] == [
        "Финансирование по годам, млн\u00a0₽",
        "Финансирование по годам и источникам, млн\u00a0₽",
    ]
    assert [item.slot for item in alone.key] == []
    assert [item.slot for item in two.key] == ["2", "3"]
    assert ">Край<" not in drawings.svg(alone.wide)
    assert ">Край<" in drawings.svg(two.wide)
