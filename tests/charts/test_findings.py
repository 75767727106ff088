"""A finding is computed: it stays true when the figures are others."""

from dataclasses import replace

import pytest

from charts.charted import NAMES, PROGRAMME, SOURCE_LINE, funding, prices, totals
from support.spaces import plain
from vitrina.charts.change import change
from vitrina.charts.chart import SourceNames
from vitrina.charts.funding_by_year import funding_by_year
from vitrina.charts.money import Money, MoneyOfYear
from vitrina.charts.real_terms import real_terms
from vitrina.charts.registry import charts_of
from vitrina.charts.shares import shares
from vitrina.charts.sources import sources
from vitrina.charts.year_among_years import year_among_years
from vitrina.charts.year_sources import year_sources
from vitrina.dataset.cells import UNNAMED
from vitrina.measures.funding import FundingByYear
from vitrina.measures.prices import RealTerms
from vitrina.words import Words

RU, EN = Words("ru"), Words("en")
MILLION = 100_000_000
GAPPED = funding({"local": [5 * MILLION, None, 4 * MILLION, 9 * MILLION]})


@pytest.mark.parametrize(
    ("figures", "finding"),
    [
        (PROGRAMME, "Больше всего денег отвели на 2021 год: 717,4 млн ₽"),
        (totals(5, 7, 7), "Больше всего денег отвели сразу на 2015 и 2016 годы: по 7,0 млн ₽"),
        (totals(5, 7, 7, 7, 7, 7), "Больше всего денег отвели сразу на 5 лет: по 7,0 млн ₽"),
        (totals(7, 7), "На каждый год отвели одинаково: по 7,0 млн ₽"),
        (totals(7), "На 2014 год отвели 7,0 млн ₽"),
        (GAPPED, "Самая большая из известных сумм отведена на 2017 год: 9,0 млн ₽"),
        (funding({"local": [500, None, 500]}), "Все известные суммы одинаковы: по 5 ₽"),
        (funding({"local": [0, None]}), "На годы, о которых есть суммы, не отвели ничего"),
        (totals(0, 0), "На эти годы не отвели ничего"),
        (funding({"local": [None, None]}), "Сумм за эти годы в документе нет"),
    ],
)
def test_the_year_with_the_most_money(figures: FundingByYear, finding: str) -> None:
    assert plain(funding_by_year(Money(figures, RU, NAMES["ru"], SOURCE_LINE)).finding) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (
            {"regional": [100, 183], "local": [100, 124]},
            "С 2014 по 2015 год (весь срок): край +83 %, город +24 %",
        ),
        (
            {"regional": [200, 100], "local": [100, 90]},
            "С 2014 по 2015 год (весь срок): край −50 %, город −10 %",
        ),
        (
            {"regional": [200, 200], "local": [90, 90]},
            "На 2015 год отвели столько же, сколько на 2014 (весь срок): край, город",
        ),
        (
            {"regional": [200, 300], "local": [100, 90]},
            "С 2014 по 2015 год (весь срок): край +50 %, город −10 %",
        ),
        ({"regional": [200, 201], "local": [None, 90]}, "С 2014 по 2015 год (весь срок): край +0,5 %"),
        ({"regional": [None, 200], "local": [None, 200]}, "Крупнейшие источники дают поровну, по 50,0 % всех денег"),
        ({"regional": [None, None]}, "Сумм по источникам в документе нет"),
        (
            {"regional": [None, 100, 300, None], "local": [None, 100, 200, None]},
            "С 2015 по 2016 год (все годы с известной суммой): край +200 %, город +100 %",
        ),
        ({"regional": [7], "local": [2]}, "Самый большой источник: Краевой бюджет, 77,8 % всех денег"),
    ],
)
def test_how_the_largest_payers_changed(rows: dict[str, list[int | None]], finding: str) -> None:
    kopecks = {source: [None if cell is None else cell * MILLION for cell in row] for source, row in rows.items()}
    assert plain(sources(Money(funding(kopecks), RU, NAMES["ru"], SOURCE_LINE)).finding) == finding


@pytest.mark.parametrize(
    ("figures", "finding"),
    [
        (PROGRAMME, "Самая большая прибавка пришлась на 2021 год: 82,3 млн ₽"),
        (totals(1, 3, 5, 6), "Самая большая прибавка пришлась на 2015 и 2016 годы: по 2,0 млн ₽"),
        (totals(1, 3, 5), "Каждый год прибавляли поровну: по 2,0 млн ₽"),
        (totals(6, 5, 4), "Каждый год убавляли поровну: по 1,0 млн ₽"),
        (totals(9, 8, 6), "Сумма каждый год меньше прошлогодней, сильнее всего на 2016 год: на 2,0 млн ₽"),
        (totals(9, 9, 6), "Прибавок не было, больше всего убавили на 2016 год: 3,0 млн ₽"),
        (totals(9, 9, 9), "На каждый год отвели столько же, сколько на прошлый"),
        (totals(9, 10), "На 2015 год отвели на 1,0 млн ₽, или на 11,1 %, больше, чем на 2014 год"),
        (totals(0, 10), "На 2015 год отвели на 10,0 млн ₽ больше, чем на 2014 год"),
        (GAPPED, "На 2017 год отвели на 5,0 млн ₽, или на 125,0 %, больше, чем на 2016 год"),
        (
            funding({"local": [4 * MILLION, 5 * MILLION, None, 4 * MILLION, 9 * MILLION]}),
            "Из известных прибавок самая большая пришлась на 2018 год: 5,0 млн ₽",
        ),
        (
            funding({"local": [9 * MILLION, 7 * MILLION, None, 4 * MILLION, 4 * MILLION]}),
            "Из лет, которые можно сравнить, сильнее всего убавили на 2015 год: на 2,0 млн ₽",
        ),
        (
            funding({"local": [9, 9, None, 4, 4]}),
            "Там, где соседние годы можно сравнить, суммы не менялись",
        ),
    ],
)
def test_the_largest_step_from_year_to_year(figures: FundingByYear, finding: str) -> None:
    assert plain(change(Money(figures, RU, NAMES["ru"], SOURCE_LINE)).finding) == finding


@pytest.mark.parametrize("thousands", [[9], [None, None, 5], [5, None, 5]])
def test_without_two_years_to_compare_no_change_is_drawn(thousands: list[int | None]) -> None:
    drawn = charts_of(Money(funding({"local": thousands}), RU, NAMES["ru"], SOURCE_LINE))
    assert "funding_by_year" in drawn
    assert "change" not in drawn


@pytest.mark.parametrize(
    ("millions", "rate", "finding"),
    [
        ((100, 160), 52, "С 2014 по 2015 год денег стало на 60 % больше, а купить можно лишь на 5 % больше"),
        ((100, 110), 20, "С 2014 по 2015 год денег стало на 10 % больше, а купить можно на 8 % меньше"),
        ((100, 110), 10, "С 2014 по 2015 год денег стало на 10 % больше, а купить можно столько же"),
        ((100, 110), -10, "С 2014 по 2015 год денег стало на 10 % больше, а купить можно на 22 % больше"),
        ((100, 90), 5, "С 2014 по 2015 год денег стало на 10 % меньше, а купить можно на 14 % меньше"),
        ((100, 90), -20, "С 2014 по 2015 год денег стало на 10 % меньше, но купить можно на 13 % больше"),
        ((100, 100), 5, "На 2015 год денег столько же, сколько на 2014, а купить можно на 5 % меньше"),
        ((100, 100), 0, "На 2015 год денег столько же, сколько на 2014, и купить можно столько же"),
    ],
)
def test_what_the_money_buys(millions: tuple[float, ...], rate: float, finding: str) -> None:
    figures = totals(*millions)
    real = prices(figures, y2015=rate)
    assert isinstance(real, RealTerms)
    assert plain(real_terms(Money(figures, RU, NAMES["ru"], SOURCE_LINE, real)).finding) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (
            {"regional": [1, 9], "local": [2, 3]},
            "Главный источник с 2015 года: краевой бюджет, до этого местный бюджет",
        ),
        ({"regional": [9, 1, 9], "local": [2, 3, 2]}, "Главный источник с 2016 года: краевой бюджет"),
        ({"regional": [6], "local": [4]}, "Главный источник: краевой бюджет, 60 % денег"),
        ({"regional": [6, 8], "local": [4, 2]}, "Главный источник все годы: краевой бюджет, от 60 % до 80 % денег"),
        ({"regional": [6, 4], "local": [4, 4]}, "На 2015 год главного источника нет, крупнейшие дают поровну"),
        ({"regional": [6, 4]}, "В документе указан один источник денег: краевой бюджет"),
        ({"regional": [0, 0]}, "Сумм по источникам в документе нет"),
        (
            {"regional": [6, None, 8], "local": [4, None, 2]},
            "Главный источник во все годы с известной суммой: краевой бюджет",
        ),
    ],
)
def test_who_gives_most(rows: dict[str, list[int | None]], finding: str) -> None:
    assert plain(shares(Money(funding(rows), RU, NAMES["ru"], SOURCE_LINE)).finding) == finding


@pytest.mark.parametrize(
    ("year", "finding"),
    [
        (2014, "Самый большой источник на 2014 год: местный бюджет, 217,0 млн ₽, или 48,5 %"),
        (2020, "С 2020 года в документе есть и федеральный бюджет: 12,6 млн ₽"),
        (2021, "Больше половины денег 2021 года: краевой бюджет, 394,4 млн ₽"),
        (2024, "На 2024 год каждый источник даёт столько же, сколько на 2023 год"),
    ],
)
def test_what_is_special_about_a_year(year: int, finding: str) -> None:
    assert plain(year_sources(MoneyOfYear(Money(PROGRAMME, RU, NAMES["ru"], SOURCE_LINE), year)).finding) == finding


@pytest.mark.parametrize(
    ("year", "finding"),
    [
        (2021, "На 2021 год отвели больше, чем на любой другой: 717,4 млн ₽"),
        (2014, "На 2014 год отвели меньше, чем на любой другой: 447,7 млн ₽"),
        (2020, "На 2020 год отвели 635,1 млн ₽: это пятая по величине сумма из 11"),
        (2022, "На 2022 год отвели 690,4 млн ₽: это вторая по величине сумма из 11"),
        (2016, "На 2016 год отвели 511,7 млн ₽: это третья с конца по величине сумма из 11"),
    ],
)
def test_the_place_of_a_year_among_all(year: int, finding: str) -> None:
    assert plain(year_among_years(MoneyOfYear(Money(PROGRAMME, RU, NAMES["ru"], SOURCE_LINE), year)).finding) == finding


@pytest.mark.parametrize(
    ("year", "finding"),
    [
        (2017, "Ни на один год с известной суммой не отвели больше, чем на 2017: 9,0 млн ₽"),
        (2016, "Ни на один год с известной суммой не отвели меньше, чем на 2016: 4,0 млн ₽"),
        (2015, "Сумма на 2015 год в документе не указана"),
        (2014, "На 2014 год отвели 5,0 млн ₽: это вторая по величине сумма из 3"),
    ],
)
def test_a_year_is_set_beside_the_known_ones_alone(year: int, finding: str) -> None:
    assert plain(year_among_years(MoneyOfYear(Money(GAPPED, RU, NAMES["ru"], SOURCE_LINE), year)).finding) == finding


def test_money_of_no_named_source_may_be_anybodys() -> None:
    """It could make another source the largest."""
    rows: dict[str, list[int | None]] = {
        "regional": [60 * MILLION, 60 * MILLION],
        "local": [20 * MILLION, 20 * MILLION],
    }
    names = {**NAMES["ru"], UNNAMED: SourceNames("Источник не назван", "Не назван", UNNAMED)}

    def said(rest: int, rows: dict[str, list[int | None]]) -> list[str]:
        figures = replace(funding(rows), unnamed={2014: rest * MILLION, 2015: rest * MILLION})
        money = Money(figures, RU, names, SOURCE_LINE)
        charts = (sources(money), shares(money), year_sources(MoneyOfYear(money, 2014)))
        return [plain(chart.finding) for chart in charts]

    assert said(20, rows) == [
        "Самый большой источник: Краевой бюджет, 60,0 % всех денег",
        "Главный источник все годы: краевой бюджет, 60 % денег",
        "Больше половины денег 2014 года: краевой бюджет, 60,0 млн ₽",
    ]
    assert said(50, rows) == [
        "Самый большой из названных источников: Краевой бюджет",
        "Какой источник главный, документ говорит не о каждом годе",
        "Из названных источников 2014 года самый большой: краевой бюджет, 60,0 млн ₽",
    ]
    assert said(5, {"regional": rows["regional"]})[1] == (
        "Назван только один источник: краевой бюджет. Чьи остальные деньги, не сказано"
    )


@pytest.mark.parametrize(("thousands", "finding"), [((0, 5), "На 2014 год не отвели ничего, сравнить не с чем")])
def test_what_nothing_buys(thousands: tuple[float, ...], finding: str) -> None:
    figures = totals(*thousands)
    real = prices(figures, y2015=5)
    assert isinstance(real, RealTerms)
    assert plain(real_terms(Money(figures, RU, NAMES["ru"], SOURCE_LINE, real)).finding) == finding


def test_english_says_the_same() -> None:
    assert (
        plain(funding_by_year(Money(PROGRAMME, EN, NAMES["en"], "")).finding)
        == "The largest sum is for 2021: ₽717.4 million"
    )
    assert plain(change(Money(totals(9, 8, 6), EN, NAMES["en"], "")).finding).endswith("came in 2016: ₽2.0 million")
