"""One set of the programme's charts for all tests, drawn once."""

import pytest

from charts.charted import INFLATION, PROGRAMME, every_chart
from vitrina.charts.chart import Chart
from vitrina.charts.render.drawings import Drawings
from vitrina.measures.prices import real_terms
from vitrina.project import TOKENS


@pytest.fixture(scope="session")
def drawings() -> Drawings:
    return Drawings.in_memory(TOKENS)


@pytest.fixture(scope="session")
def charts() -> dict[str, Chart]:
    """The programme's own charts and those of its last year, in Russian."""
    return {chart.id: chart for chart in every_chart(PROGRAMME, real_terms(PROGRAMME, INFLATION))}
