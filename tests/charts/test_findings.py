"""A finding is computed: it stays true when the figures are others."""

import pytest

from charts.charted import NAMES, PROGRAMME, SOURCE_LINE, funding, prices, totals
from vitrina.charts.change import change
from vitrina.charts.funding_by_year import funding_by_year
from vitrina.charts.real_terms import real_terms
from vitrina.charts.shares import shares
from vitrina.charts.sources import sources
from vitrina.charts.year import year_among_years, year_sources
from vitrina.measures.funding import FundingByYear
from vitrina.measures.prices import RealTerms
from vitrina.words import Words
from vitrina.words.catalogue import sentences

RU, EN = Words("ru"), Words("en")
MILLION = 100_000_000


def plain(sentence: str) -> str:
    return sentence.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("figures", "finding"),
    [
        (PROGRAMME, "Больше всего денег отвели на 2021 год: 717,4 млн ₽"),
        (totals(5, 7, 7), "Больше всего денег отвели на 2015 и 2016 годы: по 7,0 млн ₽"),
        (totals(5, 7, 7, 7, 7, 7), "Больше всего денег отвели сразу на 5 лет: по 7,0 млн ₽"),
        (totals(7, 7), "На каждый год отвели одинаково: по 7,0 млн ₽"),
        (totals(7), "На 2014 год отвели 7,0 млн ₽"),
        (totals(0, 0), "На эти годы не отвели ничего"),
        (funding({"local": [None, None]}), "Сумм за эти годы в документе нет"),
    ],
)
def test_the_year_with_the_most_money(figures: FundingByYear, finding: str) -> None:
    assert plain(funding_by_year(figures, RU, NAMES["ru"], SOURCE_LINE).finding) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (
            {"regional": [100, 183], "local": [100, 124]},
            "На 2015 год край и город отвели больше, чем на 2014 год: на 83 % и на 24 %",
        ),
        (
            {"regional": [200, 100], "local": [100, 90]},
            "На 2015 год край и город отвели меньше, чем на 2014 год: на 50 % и на 10 %",
        ),
        (
            {"regional": [200, 200], "local": [90, 90]},
            "На 2015 год край и город отвели столько же, сколько на 2014 год",
        ),
        (
            {"regional": [200, 300], "local": [100, 90]},
            "С 2014 по 2015 год суммы изменились так: край +50 %, город −10 %",
        ),
        ({"regional": [200, 201], "local": [None, 90]}, "С 2014 по 2015 год сумма выросла на 0,5 %: край"),
        ({"regional": [None, 200], "local": [None, 200]}, "Самый большой источник: Краевой бюджет, 50,0 % всех денег"),
        ({"regional": [None, None]}, "Сумм по источникам в документе нет"),
    ],
)
def test_how_the_largest_payers_changed(rows: dict[str, list[int | None]], finding: str) -> None:
    kopecks = {source: [None if cell is None else cell * MILLION for cell in row] for source, row in rows.items()}
    assert plain(sources(funding(kopecks), RU, NAMES["ru"], SOURCE_LINE).finding) == finding


@pytest.mark.parametrize(
    ("figures", "finding"),
    [
        (PROGRAMME, "Самая большая прибавка пришлась на 2021 год: 82,3 млн ₽"),
        (totals(1, 3, 5, 6), "Самая большая прибавка пришлась на 2015 и 2016 годы: по 2,0 млн ₽"),
        (totals(1, 3, 5), "Каждый год прибавляли поровну: по 2,0 млн ₽"),
        (totals(6, 5, 4), "Каждый год убавляли поровну: по 1,0 млн ₽"),
        (funding({"local": [None, None, 5]}), "Сравнить не с чем, сумма есть только за один год"),
        (funding({"local": [5, None, 5]}), "Сравнить нечего, сумм за соседние годы нет"),
        (totals(9, 8, 6), "Сумма каждый год меньше прошлогодней, сильнее всего на 2016 год: на 2,0 млн ₽"),
        (totals(9, 9, 6), "Прибавок не было, больше всего убавили на 2016 год: 3,0 млн ₽"),
        (totals(9, 9, 9), "На каждый год отвели столько же, сколько на прошлый"),
        (totals(9, 10), "На 2015 год отвели на 1,0 млн ₽, или на 11,1 %, больше, чем на 2014 год"),
        (totals(0, 10), "На 2015 год отвели на 10,0 млн ₽ больше, чем на 2014 год"),
        (totals(9), "Сравнить не с чем, сумма есть только за один год"),
    ],
)
def test_the_largest_step_from_year_to_year(figures: FundingByYear, finding: str) -> None:
    assert plain(change(figures, RU, NAMES["ru"], SOURCE_LINE).finding) == finding


@pytest.mark.parametrize(
    ("millions", "rate", "finding"),
    [
        ((100, 160), 52, "Денег стало на 60 % больше, а купить на них можно лишь на 5 % больше"),
        ((100, 110), 20, "Денег стало на 10 % больше, а купить на них можно на 8 % меньше"),
        ((100, 110), 10, "Денег стало на 10 % больше, а купить на них можно столько же"),
        ((100, 110), -10, "Денег стало на 10 % больше, а купить на них можно на 22 % больше"),
        ((100, 90), 5, "Денег стало на 10 % меньше, а купить на них можно на 14 % меньше"),
        ((100, 90), -20, "Денег стало на 10 % меньше, но купить на них можно на 13 % больше"),
        ((100, 100), 5, "Денег столько же, а купить на них можно на 5 % меньше"),
        ((100, 100), 0, "Денег столько же, и купить на них можно столько же"),
    ],
)
def test_what_the_money_buys(millions: tuple[float, ...], rate: float, finding: str) -> None:
    figures = totals(*millions)
    real = prices(figures, y2015=rate)
    assert isinstance(real, RealTerms)
    assert plain(real_terms(figures, real, RU, SOURCE_LINE).finding) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (
            {"regional": [1, 9], "local": [2, 3]},
            "Главный источник с 2015 года: краевой бюджет, до этого местный бюджет",
        ),
        ({"regional": [9, 1, 9], "local": [2, 3, 2]}, "Главный источник с 2016 года: краевой бюджет"),
        ({"regional": [6, 8], "local": [4, 2]}, "Главный источник все годы: краевой бюджет, от 60 % до 80 % денег"),
        ({"regional": [6, 4], "local": [4, 4]}, "На 2015 год главного источника нет, крупнейшие дают поровну"),
        ({"regional": [6, 4]}, "В документе указан один источник денег: краевой бюджет"),
        ({"regional": [0, 0]}, "Сумм по источникам в документе нет"),
    ],
)
def test_who_gives_most(rows: dict[str, list[int | None]], finding: str) -> None:
    assert plain(shares(funding(rows), RU, NAMES["ru"], SOURCE_LINE).finding) == finding


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
    assert plain(year_sources(PROGRAMME, year, RU, NAMES["ru"], SOURCE_LINE).finding) == finding


@pytest.mark.parametrize(
    ("year", "finding"),
    [
        (2021, "На 2021 год отвели больше, чем на любой другой: 717,4 млн ₽"),
        (2014, "На 2014 год отвели меньше, чем на любой другой: 447,7 млн ₽"),
        (2020, "На 2020 год отвели 635,1 млн ₽, больше отвели на 4 года из 11"),
        (2022, "На 2022 год отвели 690,4 млн ₽, больше отвели на 1 год из 11"),
        (2016, "На 2016 год отвели 511,7 млн ₽, меньше отвели на 2 года из 11"),
    ],
)
def test_the_place_of_a_year_among_all(year: int, finding: str) -> None:
    assert plain(year_among_years(PROGRAMME, year, RU, SOURCE_LINE).finding) == finding


def test_english_says_the_same() -> None:
    assert (
        plain(funding_by_year(PROGRAMME, EN, NAMES["en"], "").finding) == "The largest sum is for 2021: ₽717.4 million"
    )
    assert plain(change(totals(9, 8, 6), EN, NAMES["en"], "").finding).endswith("came in 2016: ₽2.0 million")


def test_both_languages_have_the_same_sentences() -> None:
    russian, english = ({key for key in sentences(language) if key.startswith("charts.")} for language in ("ru", "en"))
    assert russian == english
