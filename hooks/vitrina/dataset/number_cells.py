"""What a cell of numbers may hold, and what it is called when it holds something else."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import LiteralString

from pydantic_core import PydanticCustomError

from vitrina.dataset.cells import POWER, Cell, refuse
from vitrina.dataset.descriptions import describe
from vitrina.words.money import FinerThanKopeck, kopecks_from_thousands
from vitrina.words.numbers import UnreadableNumber, read_decimal

LONGEST_NUMBER = 40
MOST_WHOLE, MOST_DECIMALS = 12, 16  # digits: together what `Decimal` reckons with before it rounds
LARGEST_AMOUNT = 10**17  # kopecks: a thousand times Russia's yearly product, and still a whole number of 64 bits
DASHES = ("", "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212")

_UNIT = re.compile(r"(?P<number>[-+\d][\d.,\s]*)(?P<unit>[^\W\d_].*|%|₽)", re.DOTALL)
_BEFORE = re.compile(r"(?P<words>[^\W\d_][^\d]*[^\W\d_]\.?|[~≈<>≤≥=±])\s*(?P<number>-?\d[\d.,\s]*)", re.DOTALL)
_MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")


def _number(text: str) -> Decimal:
    if len(text) > LONGEST_NUMBER:
        raise refuse("too_long", length=len(text), longest=LONGEST_NUMBER)
    if POWER.fullmatch(text):
        raise refuse("power")
    try:
        return read_decimal(text)
    except UnreadableNumber as fault:
        raise _unreadable(text, fault) from None


def _unreadable(text: str, fault: UnreadableNumber) -> PydanticCustomError:
    mended = {"mended": fault.mended} if fault.mended else {}
    match fault.reason:
        case "date":
            was = _before_excel(text)
            refused = refuse("date_for_number", **({"mended": was} if was else {}))
        case "letter":
            refused = _letter(text, fault.detail, mended)
        case "groups" if fault.other:
            refused = refuse("two_readings", first=fault.mended, second=fault.other)
        case "groups":
            refused = refuse("groups", **mended)
        case "separators":
            refused = refuse("separators", **mended, other=fault.other or fault.mended)
        case _:
            refused = _strange(text, fault)
    return refused


_STRANGE: Mapping[str, LiteralString] = {"digits": "other_digits", "footnote": "footnote", "minus": "no_minus"}


def _strange(text: str, fault: UnreadableNumber) -> PydanticCustomError:
    """What looks like a number and is none, or nothing of the kind."""
    if fault.detail == "brackets":
        return refuse("brackets", first=fault.mended, second=fault.other)
    if fault.detail in _STRANGE:
        return refuse(_STRANGE[fault.detail], sign=text[0], **({"mended": fault.mended} if fault.mended else {}))
    if before := _BEFORE.fullmatch(text):
        return refuse("words_before_number", before=before["words"])
    unit = _UNIT.fullmatch(text)
    return _with_unit(unit["number"], unit["unit"]) if unit else refuse("not_a_number")


def _letter(text: str, letter: str, mended: Mapping[str, str]) -> PydanticCustomError:
    if before := _BEFORE.fullmatch(text):
        return refuse("words_before_number", before=before["words"])
    if not mended and (unit := _UNIT.fullmatch(text)):
        return _with_unit(unit["number"], unit["unit"])
    rule: LiteralString = "letter_inside"
    if text.endswith(letter) and text.count(letter) == 1:
        rule = "letter_at_end"
    elif text.startswith(letter) and text.count(letter) == 1:
        rule = "letter_at_start"
    return refuse(rule, letter=letter, **mended)


def _with_unit(number: str, unit: str) -> PydanticCustomError:
    try:
        read_decimal(number)
    except UnreadableNumber:
        return refuse("not_a_number")
    # Only thousands and per cent may simply be left out; «млн» or plain roubles would change the value.
    plain = re.sub(r"\s", "", number).replace(".", ",")
    return refuse("unit", unit=unit, **({"mended": plain} if unit == "%" or unit.casefold().startswith("тыс") else {}))


def _before_excel(text: str) -> str:
    """What was typed before Excel took it for a date: 01.05.2026 and 01.май were 1,5; янв.70 was 1,70."""
    if parts := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./]\d{2,4}", text):
        return f"{int(parts[1])},{int(parts[2])}"
    if parts := re.fullmatch(r"\d{4}-(\d{2})-(\d{2})", text):
        return f"{int(parts[2])},{int(parts[1])}"
    if parts := re.fullmatch(r"(\d{1,2})\.([а-я]{3})\w*\.?", text, re.IGNORECASE):
        month = parts[2].casefold().replace("мая", "май")
        return f"{int(parts[1])},{_MONTHS.index(month) + 1}" if month in _MONTHS else ""
    if parts := re.fullmatch(r"([а-я]{3})\w*\.(\d{2,4})", text, re.IGNORECASE):
        month = parts[1].casefold().replace("мая", "май")
        return f"{_MONTHS.index(month) + 1},{parts[2]}" if month in _MONTHS else ""
    return ""


def _amount(text: str) -> int | None:
    """Thousand roubles to whole kopecks; a dash is no amount."""
    if text in DASHES:
        return None
    try:
        kopecks = kopecks_from_thousands(_number(text))
    except FinerThanKopeck:
        raise refuse("finer_than_kopeck") from None
    if abs(kopecks) > LARGEST_AMOUNT:
        raise refuse("too_large")
    return kopecks


def _exact(text: str) -> Decimal:
    """A number of no more digits than can be added up and divided without losing one."""
    number = _number(text)
    exponent = number.as_tuple().exponent
    whole, part = number.adjusted() + 1, -exponent if isinstance(exponent, int) else 0
    if whole > MOST_WHOLE or part > MOST_DECIMALS:
        raise refuse("too_many_digits", whole=MOST_WHOLE, part=MOST_DECIMALS)
    return number


def _value(text: str) -> Decimal | None:
    return None if text in DASHES else _exact(text)


def _weight(text: str) -> Decimal | None:
    """Tables of indicators have «Х» where an indicator has no weight."""
    return None if text in DASHES or text in ("X", "x", "Х", "х") else _exact(text)


def _difference(text: str) -> int:
    kopecks = _amount(text)
    if kopecks is None:
        raise refuse("not_a_number")
    return kopecks


AMOUNT = Cell("amount", _amount)
DIFFERENCE = Cell("amount", _difference)
NUMBER = Cell("number", _exact)
VALUE = Cell("number", _value)
"""A number, or a dash for none."""
WEIGHT = Cell("number", _weight)


describe(
    "date_for_number",
    "«{value}» — это дата: так Excel понял число с точкой.",
    "Впишите число с запятой, например {example}, и задайте столбцу формат «Числовой».",
    write="Если было {mended}, напишите {mended} с запятой и задайте столбцу формат «Числовой».",
)
describe(
    "groups",
    "«{value}» — непонятно, какое это число: пробелы стоят не через три цифры.",
    "Напишите без пробелов, например {example}.",
)
describe(
    "two_readings",
    "«{value}» можно прочесть двояко: {first} или {second}.",
    "Сверьте с документом и напишите без пробелов и точек, с одной запятой перед дробной частью.",
)
describe(
    "separators",
    "«{value}» — точек и запятых больше одной, число можно понять по-разному.",
    "Оставьте одну запятую перед дробной частью, например {example}.",
    write="Скорее всего, это {mended}: так и напишите. Если в документе {other}, напишите {other}.",
)
describe(
    "other_digits",
    "«{value}» — цифры здесь необычные: другого алфавита, широкие, в кружках или надстрочные.",
    "Наберите число заново с клавиатуры, например {example}.",
)
describe(
    "footnote",
    "«{value}» — после числа стоит знак сноски.",
    "Напишите одно число, а пояснение — в примечании.",
    write="Напишите {mended}; пояснение к нему — в примечании.",
)
describe(
    "no_minus",
    "«{value}» — знак «{sign}» в начале похож на минус, но это не он.",
    "Напишите число с дефисом вместо минуса.",
    write="Если это минус, напишите {mended}; если тире, уберите его.",
)
describe(
    "brackets",
    "«{value}» — число в скобках: это может быть {first} или просто {second}.",
    "Сверьте с документом и напишите без скобок.",
)
describe(
    "words_before_number",
    "«{value}» — перед числом стоит «{before}», а в столбце только числа.",
    "Впишите одно число. Для «не меньше», «больше», «не больше» у значений есть столбец «Знак».",
)
describe(
    "unit",
    "«{value}» — после числа стоит «{unit}», а в столбце только числа.",
    "Уберите слова; если единица была другая, пересчитайте число в ту, что у столбца.",
)
describe("not_a_number", "«{value}» — не число.", "Напишите число, например {example}.")
describe("letter_inside", "«{value}» — не число, внутри буква «{letter}».", "Напишите одни цифры, например {example}.")
describe("letter_at_end", "«{value}» — не число, в конце буква «{letter}».", "Напишите одни цифры, например {example}.")
describe(
    "letter_at_start", "«{value}» — не число, в начале буква «{letter}».", "Напишите одни цифры, например {example}."
)
describe(
    "finer_than_kopeck",
    "«{value}» — точнее копейки: в тысячах рублей после запятой не больше пяти цифр.",
    "Сверьте с документом и уберите лишние цифры.",
)
describe("too_large", "«{value}» — слишком большая сумма.", "Проверьте единицу: в столбце тысячи рублей.")
describe(
    "too_many_digits",
    "«{value}» — слишком много цифр: можно не больше {whole} до запятой и {part} после.",
    "Сверьте с документом и оставьте столько знаков, сколько в нём напечатано.",
)
