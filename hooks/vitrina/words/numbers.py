"""Decimal numbers: read as Russian offices write them, written as a reader expects them.

Exact on both sides: `Decimal` in, `Decimal` out, no binary fractions.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Literal

from babel.numbers import get_decimal_symbol, get_group_symbol

Language = Literal["ru", "en"]

NARROW_SPACE = "\u202f"  # between the groups of digits in Russian
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
WORD_JOINER = "\u2060"  # unseen: no line ends before or behind it

# Every kind of space met between groups: plain, tab, no-break, figure, thin, narrow no-break.
SPACES = " \t\u00a0\u2007\u2009\u202f"
_SPACE = f"[{SPACES}]"
_MINUSES = "\u2010\u2011\u2012\u2013\u2212-"  # the plain hyphen stands last: inside [] it must not mean a range
_WRITTEN = re.compile(
    rf"(?P<sign>[+{_MINUSES}]?){_SPACE}?(?P<whole>[0-9]+|[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+)(?:[.,](?P<part>[0-9]+))?"
)  # the digits of this alphabet alone: Python would read those of thirty others too
_LOOKALIKES = {"о": "0", "О": "0", "o": "0", "O": "0", "з": "3", "З": "3", "l": "1", "I": "1", "б": "6"}
# What Excel shows after it took «1.5» for the first of May.
_MONTHS = "янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}.*"
    rf"|\d{{1,2}}[. -]?(?:{_MONTHS})\w*\.?|(?:{_MONTHS})\w*\.?[. -]?\d{{2,4}}",
    re.IGNORECASE,
)

Reason = Literal["letter", "date", "groups", "separators", "number"]


class UnreadableNumber(ValueError):
    """A cell that holds no number.

    `reason` names the kind of fault, `detail` the culprit (a letter), `mended` the number that was most likely meant
    or "", written as a table wants it: no groups, a decimal comma.
    """

    def __init__(self, reason: Reason, detail: str = "", mended: str = "") -> None:
        super().__init__(f"{reason} {detail}".strip())
        self.reason = reason
        self.detail = detail
        self.mended = mended


def read_decimal(text: str) -> Decimal:
    """Read one number: spaces of every kind between groups of three, a decimal comma or point, any minus.

    Raises `UnreadableNumber`: a letter among digits, a date that a spreadsheet made, groups that are not of three
    digits, points and commas that can be understood in two ways, or no number at all.
    """
    written = text.strip(SPACES + "\r\n")
    match = _WRITTEN.fullmatch(written)
    if match:
        digits = re.sub(_SPACE, "", match["whole"])
        value = Decimal(f"{digits}.{match['part']}" if match["part"] else digits)
        return -value if match["sign"] and match["sign"] in _MINUSES else value
    raise _why_unreadable(written)


def _why_unreadable(written: str) -> UnreadableNumber:
    if _DATE.fullmatch(written):
        return UnreadableNumber("date")
    mended = "".join(_LOOKALIKES.get(letter, letter) for letter in written)
    if mended != written and _WRITTEN.fullmatch(mended):
        culprit = next(letter for letter in written if letter in _LOOKALIKES)
        return UnreadableNumber("letter", culprit, _for_a_table(mended))
    if re.fullmatch(rf"[+{_MINUSES}]?[\d.,{SPACES}]+", written) and re.search(r"\d", written):
        several = len(re.findall(r"[.,]", written)) > 1
        return UnreadableNumber("separators", mended=_one_point(written)) if several else _bad_groups(written)
    letters = re.findall(r"[^\W\d_]", written)
    if letters and re.search(r"\d", written):
        return UnreadableNumber("letter", letters[0])
    return UnreadableNumber("number")


def _bad_groups(written: str) -> UnreadableNumber:
    joined = re.sub(_SPACE, "", written)
    return UnreadableNumber("groups", mended=_for_a_table(joined) if _WRITTEN.fullmatch(joined) else "")


def _one_point(written: str) -> str:
    """`1.234,56` and `1,234.56`: the last separator is the decimal one when it differs from all before it."""
    last = max(written.rfind("."), written.rfind(","))
    before, after = written[:last], written[last + 1 :]
    if written[last] in before or not after:
        return ""
    joined = f"{re.sub(r'[.,]', '', before)},{after}"
    return _for_a_table(joined) if _WRITTEN.fullmatch(joined) else ""


def _for_a_table(written: str) -> str:
    return re.sub(_SPACE, "", written).replace(".", ",")


# Between groups of digits, between a number and a word short enough to go with it on a phone («4 части», «№ 1»,
# «раздел 2», «таблица 1»), and behind «не», which says nothing at the end of a line.
_HELD = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d)|[^\W\d_]{1,9}(?!\w))"
    r"|(?:(?<=№)|(?<=аздел)|(?<=аблица)|(?<=ection)|(?<=able)) (?=\d)"
    r"|(?<=\bне) (?=\w)"
)


def unbroken(text: str) -> str:
    """A text whose numbers break neither within nor from the word that follows: those spaces become no-break spaces."""
    return _HELD.sub(NO_BREAK_SPACE, text)


_RANGE = re.compile(r"(?<=\d)–(?=\d)")


def unbroken_ranges(text: str) -> str:
    """A text whose ranges of numbers, «2020–2027», do not break behind their dash: an unseen sign forbids it."""
    return _RANGE.sub(f"–{WORD_JOINER}", text)


def decimals_of(value: Decimal | int) -> int:
    """How many decimals a number is written with: what was read as «13,80» has two."""
    exponent = Decimal(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@cache
def group_mark(language: Language) -> str:
    """What stands between groups of three digits: a narrow space where the language has a space of any kind."""
    mark = get_group_symbol(language)
    return NARROW_SPACE if mark.isspace() else mark


@cache
def decimal_mark(language: Language) -> str:
    return get_decimal_symbol(language)


def write_decimal(value: Decimal | int, language: Language, digits: int = 0, sign: bool = False) -> str:
    """Write a number with groups of three, rounded half away from zero to `digits` decimals.

    `sign` puts a plus before what is above zero. A value that rounds to zero is written without a minus.
    """
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,.{digits}f}".translate({ord(","): group_mark(language), ord("."): decimal_mark(language)})
    mark = MINUS if rounded < 0 else "+" if sign and rounded > 0 else ""
    return mark + text
