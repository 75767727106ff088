"""A chart is asked for by name: a name that no chart has is refused, not passed over as a chart without figures."""

import pytest
from jinja2 import UndefinedError

from support.datasets import SAMPLE
from support.rendered import dataset_in, site_of
from vitrina.charts.chart import Chart
from vitrina.charts.money import Money
from vitrina.charts.registry import chart, chart_names
from vitrina.pages.page import Page, write_page
from vitrina.report.inputs import Inputs
from vitrina.report.pictures import ChartFigures
from vitrina.words import Words


def test_a_chart_that_a_page_may_show_several_times_has_a_name_for_each() -> None:
    assert {"execution", "year_execution", "measure_execution", "funding_by_year"} <= chart_names()
    assert "year_funding_by_year" not in chart_names()


def test_two_charts_of_one_name_are_refused() -> None:
    def shares(money: Money) -> Chart:
        raise NotImplementedError(money)

    assert "shares" in chart_names()
    with pytest.raises(ValueError, match="shares"):
        chart(of=Money)(shares)


def test_the_report_refuses_the_name_of_no_chart() -> None:
    site = site_of(dataset_in(SAMPLE), "ru")
    context = site.contexts[0]
    inputs = Inputs(context, {}, {page.place: page for page in site.pages}, ChartFigures(lambda _: "", {}), "")
    assert inputs.chart(context.places["funding"], "shares") is not None
    assert inputs.chart(context.places["documents"], "shares") is None
    with pytest.raises(KeyError, match="share"):
        list(inputs.charts(context.places["funding"], "share"))


def test_a_template_with_the_name_of_no_chart_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(dataset_in(SAMPLE), "ru")
    page: Page = next(page for page in site.pages if page.place.kind == "execution")
    monkeypatch.setattr("vitrina.pages.page.chart_names", lambda: frozenset({"year_execution"}))
    with pytest.raises(UndefinedError, match="source_execution"):
        write_page(Page(page.place, page.title, page.description, page.values, {}), Words("ru"), lambda _: "")
