"""One cell is read as staff write it, or refused with what they should have written."""

import datetime
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from vitrina.dataset.cells import DATE, ID, LONGEST_TEXT, TEXT, WHOLE, YEAR, YEAR_OR_TOTAL, Cell, choice, nearest
from vitrina.dataset.number_cells import AMOUNT, LARGEST_AMOUNT, NUMBER
from vitrina.dataset.tables.choices import STAGES, STATUSES


@pytest.mark.parametrize(
    ("cell", "text", "value"),
    [
        (AMOUNT, "12598,60", 1_259_860_000),
        (AMOUNT, "12 598,6", 1_259_860_000),
        (AMOUNT, "12\u00a0598.60", 1_259_860_000),
        (AMOUNT, "12\u202f598,60", 1_259_860_000),
        (AMOUNT, "0", 0),
        (AMOUNT, "0,00001", 1),
        (AMOUNT, "\u22125,5", -550_000),
        (AMOUNT, "-", None),
        (AMOUNT, " — ", None),
        (NUMBER, "15,5344050528403", Decimal("15.5344050528403")),
        (YEAR, " 2020 ", 2020),
        (YEAR_OR_TOTAL, "Итого", None),
        (DATE, "2021-09-30", datetime.date(2021, 9, 30)),
        (DATE, "30.09.2021", datetime.date(2021, 9, 30)),
        (ID, "draft-2021", "draft-2021"),
        (TEXT, " две\r\n строки\t", "две строки"),
        (TEXT, "к 1\u00a0января", "к 1 января"),
        (TEXT, "\u2009два \u00a0\u202fслова\u3000", "два слова"),
        (TEXT, "и\u0306 е\u0308", "й ё"),
        (TEXT, "кто\u2011то", "кто-то"),
        (choice(STAGES), "План", "plan"),
        (choice(STATUSES), "нет данных", "no-data"),
        (choice(STATUSES), "No-Data", "no-data"),
    ],
)
def test_a_cell_is_read(cell: Cell, text: str, value: object) -> None:
    assert cell.read(text) == value


@pytest.mark.parametrize(
    ("cell", "text", "rule", "mended"),
    [
        (AMOUNT, "12 598,6о", "letter_at_end", "12598,60"),
        (AMOUNT, "О,5", "letter_at_start", "0,5"),
        (AMOUNT, "1O0,5", "letter_inside", "100,5"),
        (AMOUNT, "01.05.2026", "date_for_number", "1,5"),
        (AMOUNT, "янв.70", "date_for_number", "1,70"),
        (AMOUNT, "1 2345", "groups", "12345"),
        (AMOUNT, "1.234,56", "separators", "1234,56"),
        (AMOUNT, "1,234.56", "separators", "1234,56"),
        (AMOUNT, "1.234.567", "separators", None),
        (AMOUNT, "38132 40", "two_readings", None),
        (AMOUNT, "12 3,5", "groups", None),
        (AMOUNT, "(350)", "brackets", None),
        (AMOUNT, "12*", "footnote", "12"),
        (AMOUNT, "12¹", "footnote", "12"),
        (AMOUNT, "—350", "no_minus", "-350"),
        (AMOUNT, "１２", "other_digits", "12"),
        (AMOUNT, "١٢", "other_digits", None),
        (AMOUNT, "12б", "unit", None),
        (AMOUNT, "1б2", "letter_inside", "162"),
        (AMOUNT, "12,", "not_a_number", None),
        (NUMBER, "12 %", "unit", "12"),
        (NUMBER, "9" * 13, "too_many_digits", None),
        (NUMBER, "0," + "1" * 17, "too_many_digits", None),
        (AMOUNT, "1 234,5 тыс. руб.", "unit", "1234,5"),
        (AMOUNT, "1 234,5 млн руб.", "unit", None),
        (AMOUNT, "0,000001", "finer_than_kopeck", None),
        (AMOUNT, "1," + "0" * 30 + "1", "finer_than_kopeck", None),
        (AMOUNT, "9" * 30, "too_large", None),
        (AMOUNT, "1" * 41, "too_long", None),
        (AMOUNT, "#Н/Д", "excel_error", None),
        (NUMBER, "-", "not_a_number", None),
        (YEAR, "2О20", "year", "2020"),
        (YEAR, "2020 год", "year", "2020"),
        (YEAR, "2019-2020", "year", None),
        (YEAR, "total", "year", None),
        (DATE, "30/09/2021", "date", None),
        (DATE, "2021-02-30", "no_such_day", None),
        (ID, "Draft_2021", "id", "draft-2021"),
        (ID, "Черновик", "id", None),
        (ID, "drаft-2021", "id_of_another_alphabet", "draft-2021"),
        (ID, "../../../etc", "id", None),
        (ID, "/etc/passwd", "id", None),
        (ID, "c:\\windows", "id", None),
        (ID, "a/b", "id", None),
        (ID, "a\x00b", "control_character", None),
        (ID, "nul", "reserved_id", None),
        (ID, "COM1", "reserved_id", None),
        (ID, "a" * 81, "too_long", None),
        (TEXT, "a" * (LONGEST_TEXT + 1), "too_long", None),
        (TEXT, "до\u202eпосле", "turning_character", None),
        (TEXT, "до\u200bпосле", "control_character", None),
        (AMOUNT, "12\x0098", "control_character", None),
        (choice(STAGES), "plann", "unknown_choice", "plan"),
        (choice(STAGES), "фкат", "unknown_choice", "actual"),
        (choice(STAGES), "бюджет", "unknown_choice", None),
    ],
)
def test_a_cell_is_refused_with_its_rule_and_its_mend(cell: Cell, text: str, rule: str, mended: str | None) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        cell.read(text)
    assert (refused.value.type, (refused.value.context or {}).get("mended")) == (rule, mended)


INVISIBLE = (
    "\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2064\u2066\u2067"
    "\u2068\u2069\u206a\u206f\u2800\u3164\ue000\ufe0f\ufeff\uffa0\ufff9\uffff\U000e0041\U000e01ef\U0010ffff\x85\x00\x1b\x7f\ud800"
)
"""What turns a line around, has no width, fills a place with nothing or is no letter at all."""


@pytest.mark.parametrize("letter", INVISIBLE, ids=ascii)
def test_what_nobody_can_see_is_refused_wherever_it_hides(letter: str) -> None:
    for cell in (TEXT, ID, AMOUNT):
        with pytest.raises(PydanticCustomError, match=r"turning_character|control_character") as refused:
            cell.read(f"1{letter}2")
        assert refused.value.context == {"code": f"U+{ord(letter):04X}"}


@given(st.characters(categories=("Cf", "Cs", "Co", "Zl", "Zp")))
def test_no_letter_of_an_invisible_kind_is_let_by(letter: str) -> None:
    """But for the marks of numbers in other scripts and of Egyptian signs, which are seen."""
    if unicodedata.name(letter, "").startswith(SEEN_ALL_THE_SAME):
        return
    with pytest.raises(PydanticCustomError):
        TEXT.read(f"а{letter}б")


SEEN_ALL_THE_SAME = ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND")


@pytest.mark.parametrize("digits", ["１２", "١٢", "१२", "①②", "²", "Ⅻ", "𝟙𝟚", "一二"])
def test_digits_of_other_scripts_are_no_number(digits: str) -> None:
    for cell in (AMOUNT, NUMBER, YEAR, WHOLE):
        with pytest.raises(PydanticCustomError):
            cell.read(digits)


@pytest.mark.parametrize("number", ["1e400", "1E5", "inf", "NaN", "0x10", "1_000", "9" * 40, "--1", "+-1", "1" * 5000])
def test_what_a_computer_takes_for_a_number_and_a_person_does_not_is_refused(number: str) -> None:
    with pytest.raises(PydanticCustomError):
        AMOUNT.read(number)


def test_the_largest_amount_fits_the_whole_numbers_of_a_table() -> None:
    assert LARGEST_AMOUNT < 2**63


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("областнй бюджет", "областной бюджет"),
        ("федерал", "федеральный"),
        ("городской бюджет", ""),
        ("районный бюджет", ""),
    ],
)
def test_another_budget_is_no_mistyped_one(typed: str, meant: str) -> None:
    assert nearest(typed, ("областной бюджет", "краевой бюджет", "федеральный")) == meant
