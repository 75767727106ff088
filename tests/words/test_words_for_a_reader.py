"""What a reader sees of a number, a sum, a date: the forms, spaces and signs of each language."""

from datetime import date
from decimal import Decimal

import pytest

from vitrina.words import Words
from vitrina.words.capitals import first_upper
from vitrina.words.numbers import Language, unbroken, unbroken_ranges

RU, EN = Words("ru"), Words("en")


@pytest.mark.parametrize(
    ("count", "form"),
    [
        (0, "лет"), (1, "год"), (2, "года"), (4, "года"), (5, "лет"), (10, "лет"), (11, "лет"), (12, "лет"),
        (14, "лет"), (20, "лет"), (21, "год"), (22, "года"), (25, "лет"), (100, "лет"), (101, "год"), (111, "лет"),
        (112, "лет"), (121, "год"), (1004, "года"), (-1, "год"), (-12, "лет"),
        (Decimal("6.5"), "года"), (Decimal("1.0"), "год"),
    ],
)  # fmt: skip
def test_russian_years_follow_their_number(count: Decimal | int, form: str) -> None:
    assert RU.plural(count, "год", "года", "лет") == form


def test_a_fraction_takes_the_fourth_form_where_there_is_one() -> None:
    assert RU.plural(Decimal("6.5"), "миллиард", "миллиарда", "миллиардов", "миллиарда с долей") == "миллиарда с долей"


@pytest.mark.parametrize(
    ("count", "form"), [(0, "years"), (1, "year"), (2, "years"), (21, "years"), (Decimal("1.5"), "years")]
)
def test_english_has_one_and_all_others(count: Decimal | int, form: str) -> None:
    assert EN.plural(count, "year", "years") == form


def test_a_form_too_few_is_an_error_and_not_a_wrong_word() -> None:
    with pytest.raises(ValueError, match="3 forms"):
        RU.plural(1, "год", "года")


def test_years_are_written_with_their_number() -> None:
    assert [RU.years(11), RU.years(21), EN.years(1)] == ["11\u00a0лет", "21\u00a0год", "1\u00a0year"]


@pytest.mark.parametrize(
    ("day", "russian", "english"),
    [
        (date(2021, 9, 30), "30\u00a0сентября 2021\u00a0года", "30\u00a0September 2021"),
        (date(2024, 1, 1), "1\u00a0января 2024\u00a0года", "1\u00a0January 2024"),
        (date(2014, 5, 9), "9\u00a0мая 2014\u00a0года", "9\u00a0May 2014"),
        (date(2024, 12, 31), "31\u00a0декабря 2024\u00a0года", "31\u00a0December 2024"),
    ],
)
def test_a_date_is_said_in_words(day: date, russian: str, english: str) -> None:
    assert [RU.date(day), EN.date(day)] == [russian, english]


@pytest.mark.parametrize(
    ("percent", "russian", "english"),
    [
        ("100", "всё", "all of it"),
        ("99.96", "почти всё", "nearly all of it"),
        ("99.9", "99,9\u00a0%", "99.9%"),
        ("90", "90,0\u00a0%", "90.0%"),
        ("89.9", "больше трёх четвертей", "more than three quarters"),
        ("75", "три четверти", "three quarters"),
        (str(Decimal(200) / 3), "две трети", "two thirds"),
        ("66.7", "больше двух третей", "more than two thirds"),
        ("66.6", "больше половины", "more than half"),
        ("50.1", "больше половины", "more than half"),
        ("50", "половину", "half"),
        (str(Decimal(100) / 3), "треть", "a third"),
        ("33.4", "больше трети", "more than a third"),
        ("33.3", "больше четверти", "more than a quarter"),
        ("25", "четверть", "a quarter"),
        ("24.9", "24,9\u00a0%", "24.9%"),
        ("3.66", "3,7\u00a0%", "3.7%"),
        ("0.05", "0,1\u00a0%", "0.1%"),
        ("0.04", "меньше 0,1\u00a0%", "less than 0.1%"),
        ("0", "0,0\u00a0%", "0.0%"),
    ],
)
def test_a_share_is_a_simple_fraction_where_one_is_near(percent: str, russian: str, english: str) -> None:
    assert [RU.fraction(Decimal(percent)), EN.fraction(Decimal(percent))] == [russian, english]


@pytest.mark.parametrize(
    ("kopecks", "russian", "english"),
    [
        (0, "0\u00a0₽", "₽0"),
        (50, "0,50\u00a0₽", "₽0.50"),
        (4_900, "49\u00a0₽", "₽49"),
        (10_000, "0,1\u00a0тыс.\u00a0₽", "₽0.1\u00a0thousand"),
        (24_990_000, "249,9\u00a0тыс.\u00a0₽", "₽249.9\u00a0thousand"),
        (99_994_999, "999,9\u00a0тыс.\u00a0₽", "₽999.9\u00a0thousand"),
        (100_000_000, "1,0\u00a0млн\u00a0₽", "₽1.0\u00a0million"),
        (71_739_780_000, "717,4\u00a0млн\u00a0₽", "₽717.4\u00a0million"),
        (652_875_560_000, "6,5\u00a0млрд\u00a0₽", "₽6.5\u00a0billion"),
        (420_000_000_000_000, "4,2\u00a0трлн\u00a0₽", "₽4.2\u00a0trillion"),
        (-24_990_000, "\u2212249,9\u00a0тыс.\u00a0₽", "\u2212₽249.9\u00a0thousand"),
    ],
)
def test_money_takes_the_unit_that_keeps_it_readable(kopecks: int, russian: str, english: str) -> None:
    assert [RU.money(kopecks), EN.money(kopecks)] == [russian, english]


@pytest.mark.parametrize(
    ("kopecks", "russian", "english"),
    [
        (652_875_560_000, "6\u202f528\u202f755,60", "6,528,755.60"),
        (0, "0,00", "0.00"),
        (1, "0,00001", "0.00001"),
        (123_456_780, "1\u202f234,56780", "1,234.56780"),
        (-24_990_000, "\u2212249,90", "\u2212249.90"),
    ],
)
def test_an_exact_amount_has_two_decimals_or_all_five_that_a_kopeck_can_need(
    kopecks: int, russian: str, english: str
) -> None:
    assert [RU.exact(kopecks), EN.exact(kopecks)] == [russian, english]


def test_a_sign_stands_before_what_is_above_zero_and_before_nothing_else() -> None:
    assert RU.exact(24_990_000, sign=True) == "+249,90"
    assert RU.exact(0, sign=True) == "0,00"
    assert EN.in_scale(24_990_000, "thousand", sign=True) == "+₽249.9\u00a0thousand"
    assert RU.percent(Decimal("-0.04")) == "0,0\u00a0%"


def test_an_amount_comes_apart_into_figure_and_unit_in_both_languages() -> None:
    assert RU.amount_and_unit(71_739_780_000) == ("717,4", "млн\u00a0₽")
    assert EN.amount_and_unit(71_739_780_000) == ("₽717.4", "million")
    assert [RU.unit("thousand"), EN.unit("thousand")] == ["тыс.\u00a0₽", "₽\u00a0thousand"]


def test_half_is_rounded_away_from_zero() -> None:
    assert [RU.number(Decimal("0.25"), 1), RU.number(Decimal("-0.25"), 1)] == ["0,3", "\u22120,3"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_missing_value_is_an_error(language: Language) -> None:
    words = Words(language)
    with pytest.raises(KeyError):
        words.say("{year} год")
    assert words.say("{year} год", year=2021).startswith("2021")


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("2014 год – 447 679,60 тыс.", "2014\u00a0год – 447\u00a0679,60\u00a0тыс."),
        ("на 3 622 075,40", "на 3\u00a0622\u00a0075,40"),
        ("в 2020 2021 годах", "в 2020 2021\u00a0годах"),
        ("приложение № 1, не опубликовано", "приложение №\u00a01, не\u00a0опубликовано"),
        ("Appendix No. 1, list", "Appendix No.\u00a01, list"),
        ("Раздел 4, задачи", "Раздел\u00a04, задачи"),
        ("Отчёт. Таблица 1", "Отчёт. Таблица\u00a01"),
        ("для 5 общеобразовательных школ", "для 5 общеобразовательных школ"),
        ("сходятся: 13 из 13. Из 5 мест", "сходятся: 13\u00a0из\u00a013. Из 5\u00a0мест"),
    ],
)
def test_a_number_stays_on_one_line_and_with_the_word_that_it_counts(quoted: str, shown: str) -> None:
    assert unbroken(quoted) == shown


def test_a_range_of_years_does_not_break_behind_its_dash() -> None:
    assert unbroken_ranges("на 2020–2027 годы, 1–4 классы") == "на 2020–\u20602027 годы, 1–\u20604 классы"
    assert unbroken_ranges("2014 год – 447,6; Дивногорск–Красноярск") == "2014 год – 447,6; Дивногорск–Красноярск"


def test_a_number_does_not_break_behind_the_hyphen_of_its_letters() -> None:
    assert unbroken_ranges("№ 87-п, 8-ФЗ, 7-ми лет") == "№ 87-\u2060п, 8-\u2060ФЗ, 7-\u2060ми лет"
    assert unbroken_ranges("2014-2024, 5-классники, year-2019") == "2014-2024, 5-классники, year-2019"


@pytest.mark.parametrize(("text", "shown"), [("край платит", "Край платит"), ("НДС", "НДС"), ("", ""), ("ё", "Ё")])
def test_only_the_first_letter_becomes_a_capital(text: str, shown: str) -> None:
    assert first_upper(text) == shown
