"""One cell is read as staff write it, or refused with what they should have written."""

import datetime
from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from vitrina.dataset.cells import (
    AMOUNT,
    DATE,
    ID,
    LARGEST_AMOUNT,
    LONGEST_TEXT,
    NUMBER,
    TEXT,
    YEAR,
    YEAR_OR_TOTAL,
    Cell,
    choice,
)
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
        (TEXT, "1\u00a0января", "1\u00a0января"),
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
        (AMOUNT, "1 234,5 тыс. руб.", "unit", "1234,5"),
        (AMOUNT, "1 234,5 млн руб.", "unit", None),
        (AMOUNT, "0,000001", "finer_than_kopeck", None),
        (AMOUNT, "1," + "0" * 30 + "1", "finer_than_kopeck", None),
        (AMOUNT, "9" * 30, "too_large", None),
        (AMOUNT, "1" * 41, "too_long", None),
        (AMOUNT, "#Н/Д", "not_a_number", None),
        (NUMBER, "-", "not_a_number", None),
        (YEAR, "2О20", "year", "2020"),
        (YEAR, "2020 год", "year", "2020"),
        (YEAR, "2019-2020", "year", None),
        (YEAR, "total", "year", None),
        (DATE, "30/09/2021", "date", None),
        (DATE, "2021-02-30", "no_such_day", None),
        (ID, "Draft_2021", "id", "draft-2021"),
        (ID, "Черновик", "id", None),
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


def test_the_largest_amount_fits_the_whole_numbers_of_a_table() -> None:
    assert LARGEST_AMOUNT < 2**63
