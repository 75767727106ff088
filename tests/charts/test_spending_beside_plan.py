"""Spending beside its plan: every figure and percent is written, the plan is a mark, nothing is made up without one."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from charts.boxes import placed_texts
from vitrina.charts.execution import About, Spending, SpentBesidePlan, execution
from vitrina.charts.render.drawing import draw
from vitrina.measures.known import NOT_STATED, NOTHING_TO_COMPARE
from vitrina.words import Words
from vitrina.words.numbers import Language

MILLION = 100_000_000
ROWS = (
    Spending("2022", 700 * MILLION, 693 * MILLION),
    Spending("2023", 710 * MILLION, 738_400_000_00),
    Spending("2024", 0, 5 * MILLION),
    Spending("2025", None, 600 * MILLION),
)


def about(language: Language) -> About:
    plan = {"ru": "уточнённый план", "en": "revised plan"}[language]
    return About("execution", "Находка", "Год", "2022–2025", plan, "отчёт")


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
def test_every_amount_and_percent_is_written_once(drawing: str) -> None:
    chart = execution(SpentBesidePlan(ROWS, about("ru"), Words("ru")))
    texts = [text for _, _, text in placed_texts(draw(getattr(chart, drawing).spec))]
    for expected in ("693,0", "99,0\u00a0%", "738,4", "104,0\u00a0%", "5,0", "600,0", "уточнённый план"):
        assert texts.count(expected) == 1, expected
    assert sum("%" in text for text in texts) == 2


def test_a_plan_of_nothing_and_no_plan_are_two_things() -> None:
    chart = execution(SpentBesidePlan(ROWS, about("ru"), Words("ru")))
    rows = {str(row[0]): row[1:] for row in chart.table.rows}
    assert rows["2024"] == (Decimal(0), Decimal(5000), NOTHING_TO_COMPARE)
    assert rows["2025"] == (NOT_STATED, Decimal(600_000), NOTHING_TO_COMPARE)
    assert "2025: потратили 600,0\u00a0млн\u00a0₽. С чем сравнить, в документах не указано." in chart.description


@pytest.mark.parametrize("language", ["ru", "en"])
def test_long_names_are_broken_and_stay_within_a_phone(language: Language) -> None:
    name = "Обеспечение безопасного, качественного отдыха и оздоровления детей в период каникул"
    chart = execution(SpentBesidePlan([Spending(name, 7 * MILLION, 6 * MILLION)], about(language), Words(language)))
    texts = placed_texts(draw(chart.narrow.spec))
    broken = [text for _, _, text in texts if text in name]
    assert " ".join(broken) == name
    assert all(x <= 328 for x, _, _ in texts)
    assert ElementTree.fromstring(draw(chart.narrow.spec)).get("width") == "328"  # noqa: S314  our own drawing
