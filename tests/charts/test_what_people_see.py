"""What stands in the drawings: every figure, the places without one, the years ahead."""

import json
import re
from html import unescape
from typing import Any

import pytest

from charts.charted import INFLATION, NAMES, PROGRAMME, every_chart
from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.render.drawings import Drawings
from vitrina.charts.unit import Unit
from vitrina.measures.known import NOT_STATED
from vitrina.measures.prices import real_terms
from vitrina.words import Words


def texts(svg: str) -> list[str]:
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def rows(drawing: Drawing) -> list[dict[str, Any]]:
    datasets = json.loads(drawing.spec)["datasets"]
    return [row for table in datasets.values() for row in table]


@pytest.mark.parametrize("shape", ["wide", "narrow"])
def test_every_yearly_total_is_written_over_its_bar(charts: dict[str, Chart], drawings: Drawings, shape: str) -> None:
    seen = texts(drawings.svg(getattr(charts["funding-by-year"], shape)))
    for year in PROGRAMME.years:
        assert Unit("million").label(Words("ru"), PROGRAMME.totals[year]) in seen
        assert str(year) in seen


def test_every_bar_says_its_amount(charts: dict[str, Chart]) -> None:
    said = {row["words"] for row in rows(charts["funding-by-year"].wide) if "words" in row}
    assert len(said) == len(PROGRAMME.amounts) == 38
    for (source, year), amount in PROGRAMME.amounts.items():
        name, figure = NAMES["ru"][source].name, Words("ru").in_scale(amount, "million")
        assert any(str(year) in words and name in words and figure in words for words in said)


def test_a_stacked_bar_is_as_high_as_its_total(charts: dict[str, Chart]) -> None:
    tops: dict[str, float] = {}
    for row in rows(charts["funding-by-year"].wide):
        if "high" in row:
            tops[row["name"]] = max(tops.get(row["name"], 0), row["high"])
    assert tops == {str(year): pytest.approx(PROGRAMME.totals[year] / 1e8) for year in PROGRAMME.years}


def test_an_amount_that_is_not_stated_draws_nothing_and_says_so(charts: dict[str, Chart], drawings: Drawings) -> None:
    federal = next(panel for panel in charts["sources"].panels if panel.source == "federal")
    svg = drawings.svg(federal.drawing)
    assert "в документе не указано" in texts(svg)
    assert "0" not in texts(svg)
    assert svg.count('fill="var(--source-1)"') + svg.count('fill="url(#plan-1)"') <= 5
    assert "не указано: 2014–2019" in federal.description
    federal_place = [column.id for column in charts["sources"].table.columns].index("federal")
    assert charts["sources"].table.rows[0][federal_place] == NOT_STATED


def test_years_ahead_are_hatched_and_no_others(charts: dict[str, Chart]) -> None:
    for drawing in (charts["funding-by-year"].wide, charts["funding-by-year"].narrow):
        for row in rows(drawing):
            if "fill" in row:
                assert row["fill"].startswith("url(#plan-") == PROGRAMME.is_ahead(int(row["name"]))


def test_every_tooltip_is_a_finished_sentence() -> None:
    real = real_terms(PROGRAMME, INFLATION)
    for language in ("ru", "en"):
        for chart in every_chart(PROGRAMME, real, language):
            for drawing in chart.drawings:
                for row in rows(drawing):
                    if "words" in row:
                        assert re.match(r"[А-ЯA-Z0-9₽]", row["words"]), row["words"]
                        assert row["words"].endswith("."), row["words"]
                        assert re.search(r"20\d\d", row["words"]), row["words"]
                        assert "{" not in row["words"]


def test_figures_do_not_break_at_the_end_of_a_line(charts: dict[str, Chart]) -> None:
    for chart in charts.values():
        for sentence in (chart.finding, chart.subtitle, chart.description):
            assert not re.search(r"\d (?:год|млн|тыс|%|₽)|млн ₽", sentence), sentence


def test_a_finding_fits_two_lines_of_a_wide_page() -> None:
    real = real_terms(PROGRAMME, INFLATION)
    for language in ("ru", "en"):
        for chart in every_chart(PROGRAMME, real, language):
            assert len(chart.finding) <= 80, chart.finding
            assert not chart.finding.endswith(".")


def test_the_table_holds_the_exact_figures(charts: dict[str, Chart]) -> None:
    table = charts["funding-by-year"].table
    assert [column.id for column in table.columns] == ["year", "regional", "local", "other", "federal", "total"]
    assert [str(cell) for cell in table.rows[7]] == ["2021", "394381.2", "269381.6", "22903.5", "30731.5", "717397.8"]


def test_two_lines_of_the_same_money_end_where_the_document_and_the_prices_say(
    charts: dict[str, Chart], drawings: Drawings
) -> None:
    for shape in (charts["real-terms"].wide, charts["real-terms"].narrow):
        assert {"447,7", "717,4", "471,9"} <= set(texts(drawings.svg(shape)))


def test_the_year_of_a_page_is_picked_out(drawings: Drawings) -> None:
    real = real_terms(PROGRAMME, INFLATION)
    chart = next(
        chart for chart in every_chart(PROGRAMME, real) if chart.id == "year-among-years" and "2016" in chart.finding
    )
    svg = drawings.svg(chart.wide)
    assert svg.count('"var(--bar)"') == 1
    assert re.search(r'font-weight="bold"[^>]*>511,7<', svg)
