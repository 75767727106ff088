"""What a chart hands over is Vega-Lite: Altair, which would look at each layer while it is made, is told not to."""

import json
from typing import Any

import altair as alt
import pytest
from jsonschema import ValidationError

from support.datasets import SAMPLE
from support.rendered import dataset_in, site_of
from vitrina.charts.chart import Chart


@pytest.fixture(scope="module")
def kinds() -> dict[str, Chart]:
    """A chart of each kind that a page of the sample shows."""
    pages = site_of(dataset_in(SAMPLE), "ru").pages
    return {name: placed.chart for page in pages for name, placed in page.charts.items()}


def without_look(spec: str) -> dict[str, Any]:
    """Altair's schema refuses no background."""
    return {name: said for name, said in json.loads(spec).items() if name != "config"}


def test_every_chart_is_written_in_the_words_of_vega_lite(kinds: dict[str, Chart]) -> None:
    assert len(kinds) > 10
    for chart in kinds.values():
        for drawing in chart.drawings:
            alt.LayerChart.validate(without_look(drawing.spec))


def test_a_word_that_vega_lite_does_not_know_would_be_seen(kinds: dict[str, Chart]) -> None:
    spec = without_look(next(iter(kinds.values())).wide.spec)
    spec["layer"][0]["mark"] = "barr"
    with pytest.raises(ValidationError, match="barr"):
        alt.LayerChart.validate(spec)
