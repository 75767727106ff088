"""A figure is found in words however a document prints it, and not found in words that only look like it."""

from decimal import Decimal

import pytest

from vitrina.dataset.figures import THOUSAND, as_printed, dates_of, figures_of, numbers, scale_of, years_of
from vitrina.words.number_words import spelled_numbers

THOUSANDS, ONES = frozenset({THOUSAND}), frozenset({Decimal(1)})


def says(words: str, roubles: str) -> bool:
    """Whether words tell of so many roubles, where the table counts thousands."""
    figures = figures_of(words)
    return figures.has(Decimal(roubles), figures.money_scales() or THOUSANDS)


@pytest.mark.parametrize(
    "words",
    [
        "2020 год – 12 598,60 тыс. рублей",
        "2020 год – 12\u00a0598,60",
        "12598.6",
        "12.598,60 тыс. руб.",
        "12,598.60",
        "12\u2019598,60",
        "2020 – 12,5986; 2021 – 13,0 млн рублей",
        "12,5986 млн. руб.",
        "0,0125986 миллиарда рублей",
        "12 598 600 рублей",
        "12 598 600 руб. 00 коп.",
        "12 млн 598 тыс. 600 рублей",
        "12 миллионов 598,6 тысячи рублей",
        "Строка 1: всего 12 598,60; в том числе 500,00",
    ],
)
def test_an_amount_is_found_in_any_grouping_mark_and_unit(words: str) -> None:
    assert says(words, "12598600")


@pytest.mark.parametrize(
    "words",
    [
        "2020 год – 12 589,60 тыс. рублей",
        "2020 год – 2 598,60 тыс. рублей",
        "12 598 600 тыс. рублей",
        "12 598,60 рублей",
        "12 598,60 млн рублей",
        "112 598,60",
        "12 598,601",
        "12 млн 598 тыс. 601 рубль",
        "12 598,6 тыс. 300 рублей",
        "Федеральный бюджет",
    ],
)
def test_another_amount_is_not_the_same(words: str) -> None:
    assert not says(words, "12598600")


@pytest.mark.parametrize(
    ("words", "value", "is_said"),
    [
        ("Показатель 1, 2024 год, план: 14", "14", True),
        ("Показатель 1, 2024 год, план: 14", "1", False),
        ("Показатель 1, 2024 год, план: 14", "2024", False),
        ("Показатель 3 115,0", "115", True),
        ("На 01.01.2021 состояло 404 ребенка", "404", True),
        ("На 01.01.2021 состояло 404 ребенка", "1", False),
        ("от 70 до 75", "75", True),
        ("70–75", "70", True),
        ("70-75", "75", True),
        ("снижение на 3,2 %", "-3.2", True),
        ("отремонтировано двадцать пять школ", "25", True),
        ("в двух школах и пятнадцати садах", "15", True),
        ("третий год подряд", "3", True),
        ("половина", "0.5", True),
        ("очередь отсутствует", "0", True),
        ("2024 год: –", "0", True),
        ("очередь отсутствует", "1", False),
        ("семей и стоимость", "7", False),
        ("1,5 тыс. человек", "1500", True),
        ("1,5 тыс. человек", "1.5", False),
        ("12 спонсоров дали 500 тыс. рублей", "12", True),
        ("1-1-1-1-1-1", "1", True),
    ],
)
def test_a_count_is_found_however_it_is_written(words: str, value: str, is_said: bool) -> None:
    assert figures_of(words).has(Decimal(value), ONES) == is_said


def test_a_unit_of_thousands_is_not_counted_twice() -> None:
    assert scale_of("тысяча рублей|тысячи рублей|тысяч рублей") == THOUSAND
    assert figures_of("45 тыс. рублей").has(Decimal(45) * THOUSAND, THOUSANDS)
    assert figures_of("план: 45").has(Decimal(45) * THOUSAND, THOUSANDS)
    assert scale_of("ребёнок|ребёнка|детей") == 1


def test_numbers_of_some_words_are_read_as_they_are_printed() -> None:
    wanted = {Decimal("13.8"), Decimal(1607), Decimal(41)}
    assert numbers("составляет 13,8% от 1 607 и 41 родитель (1,2,3 квартал)") >= wanted


def test_numbers_spelled_in_several_words_are_one_number() -> None:
    assert list(spelled_numbers("сто двадцать пять тысяч, двадцать первый и две тысячи двадцать четыре")) == [
        125000,
        21,
        2024,
    ]


def test_years_and_days_that_words_name() -> None:
    assert years_of("2014-2016 годы") == {2014, 2015, 2016}
    assert years_of("2020/21 учебный год") == {2020, 2021}
    assert years_of("на 01.02.2021 и на 25 ноября 2019 года") == {2019, 2021}
    assert years_of("всего 2020 мест, 2 021,5") == set()
    assert [day.isoformat() for day in sorted(dates_of("от 25 ноября 2019 г., на 01.02.2021, на 31.02.2021"))] == [
        "2019-11-25",
        "2021-02-01",
    ]


@pytest.mark.parametrize(
    ("value", "words", "printed"),
    [
        ("15", "2024 год – 15,0 %", "15.0"),
        ("15", "план 15, факт 15,0", "15"),
        ("15.0", "план 15", "15.0"),
        ("15", "план 15,5", "15"),
        ("-3", "миграция −3,0 на тысячу", "-3.0"),
        ("2", "Показатель 2.0, 17 мест", "2"),
        ("15", "", "15"),
    ],
)
def test_a_value_has_the_decimals_that_its_words_print(value: str, words: str, printed: str) -> None:
    """Excel drops the zero of 15,0, in a text table too."""
    assert str(as_printed(Decimal(value), words)) == printed
    assert as_printed(None, words) is None
