"""What the check accepts, builds, and every page is true: of shapes of every kind, made up by rule.

By hand, many more of them, each kind of fault with its smallest shape: `python tests/shapes/many.py 2000 7`.
"""

import re
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from shapes.cases import CASES
from shapes.making import Made, made, read
from shapes.shape import Shape
from shapes.strategies import shapes
from shapes.truth import faults
from support.reports import read_back, report_data

SEEDS, EACH = 40, 13
"""As many datasets as one times the other; a seed each, so that they go to every core and are always the same."""
IN_ALL_LANGUAGES = pytest.mark.parametrize("in_all_languages", [False, pytest.param(True, marks=pytest.mark.thorough)])
"""Languages share all but their sentences, so as a rule they take turns."""


def made_of(shape: Shape, turn: int | None = None) -> list[Made]:
    """The pages of a shape in every language of its city, or in one whose turn it is."""
    reading = read(shape)
    assert reading.dataset is not None, [problem.rule for problem in reading.problems]
    languages = reading.dataset.city.languages
    chosen = languages if turn is None else [languages[turn % len(languages)]]
    return [made(reading.dataset, language) for language in chosen]


@IN_ALL_LANGUAGES
@pytest.mark.parametrize(("turn", "case"), list(enumerate(CASES)))
def test_an_ordinary_shape_has_true_pages_and_a_report(turn: int, case: str, in_all_languages: bool) -> None:
    """The printer refuses a report that cannot be read aloud."""
    pages = made_of(CASES[case], None if in_all_languages else turn)
    assert [fault for one in pages for fault in faults(CASES[case], one)] == []
    for one in pages:
        assert all(len(read_back(report_data(one.site, context)).pages) > 4 for context in one.site.contexts)


@IN_ALL_LANGUAGES
@pytest.mark.parametrize("number", [pytest.param(n, marks=[pytest.mark.thorough] * (n > 0)) for n in range(SEEDS)])
def test_any_shape_has_true_pages(number: int, in_all_languages: bool) -> None:
    turns = count(number)

    @seed(number)
    @settings(max_examples=EACH, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(shapes())
    def looked_at(shape: Shape) -> None:
        pages = made_of(shape, None if in_all_languages else next(turns))
        assert [fault for one in pages for fault in faults(shape, one)] == []

    looked_at()


def test_a_programme_of_one_year_speaks_of_one_year() -> None:
    reading = read(CASES["one year"])
    assert reading.dataset is not None
    text = "\n".join(made(reading.dataset, "ru").texts)
    assert re.search(r"Итог \[\d{4}\]\(\S+\) года сходится\.", text.replace("\u00a0", " "))
    assert not re.search("Итоги лет|источник все годы", text)
