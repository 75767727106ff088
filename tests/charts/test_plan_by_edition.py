"""How plans moved: a ring for each former amount, a dot for the last one, the difference in figures."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from charts.boxes import placed_texts
from vitrina.charts.findings.plan_by_edition import Editions
from vitrina.charts.plan_by_edition import plan_by_edition
from vitrina.charts.registry import charts_of
from vitrina.charts.render.drawing import draw
from vitrina.measures.known import NOT_STATED
from vitrina.measures.plans import EditionPlan
from vitrina.words import Words

MILLION = 100_000_000
PLANS = (
    EditionPlan("first", {2021: 500 * MILLION, 2022: 520 * MILLION, 2023: 510 * MILLION}),
    EditionPlan("second", {2021: 500 * MILLION, 2022: 560 * MILLION, 2023: 510 * MILLION}),
    EditionPlan("third", {2021: 470 * MILLION, 2022: 550 * MILLION, 2023: 510 * MILLION, 2024: 600 * MILLION}),
)


def editions(*plans: EditionPlan) -> Editions:
    return Editions(plans, ("первая", "вторая", "третья"), "все редакции", Words("ru"))


CHART = plan_by_edition(editions(*PLANS))


def test_the_finding_names_the_year_that_moved_furthest_from_its_first_amount() -> None:
    money = "30,0\u00a0млн\u00a0₽"
    assert CHART.finding in (
        f"План на 2021\u00a0год уменьшился с первой редакции на {money}: с 500,0 до 470,0\u00a0млн\u00a0₽",
        f"План на 2022\u00a0год вырос с первой редакции на {money}: с 520,0 до 550,0\u00a0млн\u00a0₽",
    )


@pytest.mark.parametrize("name", ["wide", "narrow"])
def test_only_years_that_moved_are_drawn_with_their_last_amount(name: str) -> None:
    texts = [text for _, _, text in placed_texts(draw(getattr(CHART, name).spec))]
    assert [year for year in ("2021", "2022", "2023", "2024") if year in texts] == ["2021", "2022"]
    assert {"470,0", "−30,0", "550,0", "+30,0"} <= set(texts)
    # 2021 said something new in editions 1 and 3, 2022 in all three.
    assert sorted(text for text in texts if text in "123") == ["1", "1", "2", "3", "3"]


@pytest.mark.parametrize("name", ["wide", "narrow"])
def test_each_row_has_one_full_dot(name: str) -> None:
    svg = ElementTree.fromstring(draw(getattr(CHART, name).spec))  # noqa: S314  our own drawing
    fills = [one.get("fill") for one in svg.iter() if one.tag.endswith("path")]
    assert (fills.count("var(--ink)"), fills.count("var(--paper)")) == (2, 3)


def test_the_table_has_every_year_of_every_edition() -> None:
    assert [column.id for column in CHART.table.columns] == ["year", "edition_1", "edition_2", "edition_3"]
    assert CHART.table.rows[-1] == (2024, NOT_STATED, NOT_STATED, Decimal(600_000))
    assert CHART.description.count("План на") == 2


def test_plans_that_never_moved_are_not_drawn() -> None:
    assert not charts_of(editions(PLANS[0]))
    assert not charts_of(editions(PLANS[0], PLANS[0]))


def test_plans_that_came_back_say_so() -> None:
    back = plan_by_edition(editions(PLANS[0], PLANS[1], PLANS[0]))
    assert back.finding == "План меняли, но вернулись к первым суммам"
