"""Programmes and years side by side: the figures by hand, and in the place of one that there is not, why."""

import re
from dataclasses import replace
from functools import cache

from shapes.cases import CASES
from shapes.making import read
from shapes.shape import Document, Shape, Stated
from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, pages_of, told
from vitrina.charts.chart import Column as ChartColumn
from vitrina.measures.known import NOT_APPLICABLE
from vitrina.measures.tally import Tally
from vitrina.pages.compare import compare, table_of_programmes
from vitrina.pages.context import Context
from vitrina.pages.page import write_page
from vitrina.pages.side_by_side import SideBySide, met, payer
from vitrina.pages.site import make_site
from vitrina.pages.years import table_of_years, years
from vitrina.words import Words

RU = Words("ru")


@cache
def sample() -> tuple[Context, ...]:
    dataset = dataset_in(SAMPLE)
    return tuple(Context(dataset, programme, RU) for programme in dataset.programmes)


def said(table: SideBySide, row: str) -> dict[str, str]:
    """The texts of a row by the titles of their columns."""
    [cells] = [one.cells for one in table.rows if one.name == row]
    plain = (cell.text.replace("\u202f", " ").replace("\u00a0", " ") for cell in cells)
    return dict(zip((column.title.replace("\u00a0", " ") for column in table.columns), plain, strict=True))


def test_a_programme_is_told_by_its_average_year_its_spending_and_its_plans() -> None:
    parks = said(table_of_programmes(sample()), "Парки и дворы")
    assert parks["Годы"] == "2024–2026"
    assert (parks["Отвели, тыс. ₽"], parks["В среднем на год, тыс. ₽"]) == ("175 168,20", "58 389,40")
    assert parks["Кто платит больше всех"] == "Федеральный бюджет"
    assert parks["План показателей выполнен"] == "2 из 3"


def test_what_cannot_be_compared_says_why_in_place_of_a_number() -> None:
    schools = next(one for one in sample() if one.programme.id == "schools")
    ahead = said(table_of_years(schools), "2027")
    assert (ahead["Потратили, тыс. ₽"], ahead["Потратили от плана"]) == ("год впереди", "год впереди")
    assert ahead["План показателей выполнен"] == "срок не настал"
    assert met(RU, Tally(0, 0, 0, 0)).text == "плана нет"
    assert met(RU, Tally(2, 0, 0, 1)).text == "нет данных"
    assert payer(RU, [schools.unnamed], 100).text == "чьи деньги, не указано"
    assert payer(RU, [], 0).text == "денег не отвели"


def test_those_who_pay_the_same_are_named_together() -> None:
    first, second = (replace(source, total=50) for source in sample()[0].sources[:2])
    cell = payer(RU, [first, second], 100)
    assert cell.text == f"поровну: {first.name}, {second.name}"
    assert cell.rank.startswith("50.0")
    partly = replace(sample()[0].unnamed, total=1)
    assert payer(RU, [first, partly], 51).rank == ""


def test_a_column_without_any_figure_is_left_out_and_the_page_says_so() -> None:
    """Divnogorsk's draft has no reports."""
    dataset = dataset_in(DIVNOGORSK)
    table = table_of_years(Context(dataset, dataset.programmes[0], RU))
    assert [column.title for column in table.columns][1:] == ["Кто платит больше всех", "План показателей выполнен"]
    page = pages_of(dataset, "ru")["education/years"].replace("\u00a0", " ")
    assert "Отчётов о расходах нет, поэтому план с расходами не сравнить." in page


def test_reports_that_tell_of_parts_alone_are_not_called_missing() -> None:
    spent = Stated("subprogramme", "actual", form="totals", years=(0,), silent=2)
    papers = (Document(told=(Stated(),)), Document("report", "part", 1, (spent,)))
    dataset = read(Shape(subprogrammes=2, papers=papers)).dataset
    assert dataset
    context = Context(dataset, dataset.programmes[0], RU)
    for page, said in (
        (told(years(context), context), "Сколько потратила за год вся программа, отчёты не говорят."),
        (compare([context, context]), "Ни один отчёт не говорит, сколько потратила вся программа"),
    ):
        text = write_page(page, RU, lambda _: "").replace("\u00a0", " ")
        assert said in text
        assert not re.search("[Оо]тч[её]т\\w* о расходах", text)


def test_programmes_without_sums_or_plans_are_not_said_to_be_compared_by_them() -> None:
    text = pages_of(dataset_in(SAMPLE), "ru")["compare"].replace("\u00a0", " ")
    bare = read(CASES["no money and no indicators"]).dataset
    assert bare
    context = Context(bare, bare.programmes[0], RU)
    without = write_page(compare([context, context]), RU, lambda _: "").replace("\u00a0", " ")
    for said in ("стоит и среднее на год", "Сравнить можно одно: какую часть планов"):
        assert said in text
        assert said not in without


def test_there_is_no_page_of_years_where_nothing_is_known_or_there_is_one() -> None:
    for case, is_there in (("no money and no indicators", False), ("one year", False), ("thirty years", True)):
        dataset = read(CASES[case]).dataset
        assert dataset
        kinds = {page.kind.name for page in make_site(dataset, RU).pages}
        assert ("years" in kinds) == is_there, case
        assert "compare" not in kinds, "one programme has nothing to be compared with"


def test_a_year_outside_a_programme_is_no_gap_in_its_money() -> None:
    chart = next(
        page.charts["programmes_by_year"].chart
        for page in make_site(dataset_in(SAMPLE), RU).pages
        if page.kind.name == "compare"
    )
    place = chart.table.columns.index(ChartColumn("parks", "Парки и дворы, тыс.\u00a0₽"))
    by_year = {row[0]: row[place] for row in chart.table.rows}
    assert by_year[2020] == NOT_APPLICABLE
    assert "2020" not in next(panel.description for panel in chart.panels if panel.source == "parks")
