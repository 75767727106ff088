"""Decimal numbers: read as Russian offices write them, written as a reader expects them.

Exact on both sides: `Decimal` in, `Decimal` out, no binary fractions.
"""

import re
import unicodedata
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import Literal

from babel.numbers import get_decimal_symbol, get_group_symbol

from vitrina.words.provenance import END, MARKS, marked_like, without_marks

Language = str
"""A code of CLDR, such as «ru»; the languages that there are stand in `languages.LANGUAGES`."""

# Room for every digit that a table may hold, before the comma and behind it: `Decimal` alone stops at 28 of them.
_WIDE = Context(prec=100)

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

# Signs that look like a minus and are none, and marks of footnotes.
_ALMOST_MINUS = "\u2014\u2015\u2012\ufe58\ufe63\uff0d\u30fc\u2500"
_FOOTNOTE = re.compile(rf"(?P<number>.*?)[{SPACES}]?(?:[*†‡]+|[\u00b9\u00b2\u00b3\u2070-\u2079]+\)?)")
_BRACKETS = re.compile(r"\((?P<number>[^()]*)\)")

Reason = Literal["letter", "date", "groups", "separators", "number"]
Strange = Literal["digits", "footnote", "brackets", "minus"]
"""What makes no number of what looks like one: the `detail` of the reason «number»."""


class UnreadableNumber(ValueError):
    """A cell that holds no number.

    `reason` names the kind of fault, `detail` the culprit (a letter, or one of `Strange`), `mended` the number that was
    most likely meant or "", written as a table wants it: no groups, a decimal comma; `other` is what it may be as well,
    or "".
    """

    def __init__(self, reason: Reason, detail: str = "", mended: str = "", other: str = "") -> None:
        super().__init__(f"{reason} {detail}".strip())
        self.reason = reason
        self.detail = detail
        self.mended = mended
        self.other = other


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
    if letter := _letter_for_a_digit(written):
        return letter
    if re.fullmatch(rf"[+{_MINUSES}]?[\d.,{SPACES}]+", written, re.ASCII) and re.search(r"\d", written):
        return _two_ways(written) if len(re.findall(r"[.,]", written)) > 1 else _bad_groups(written)
    return _strange_signs(written) or _letters(written)


def _letter_for_a_digit(written: str) -> UnreadableNumber | None:
    """An О for a zero anywhere; other letters only between digits: at the end they may be a unit or a footnote."""
    mended = "".join(
        digit if (digit := _LOOKALIKES.get(letter)) and (digit == "0" or _is_between_digits(written, place)) else letter
        for place, letter in enumerate(written)
    )
    if mended == written or not _WRITTEN.fullmatch(mended):
        return None
    culprit = next(letter for letter in written if letter in _LOOKALIKES)
    return UnreadableNumber("letter", culprit, _for_a_table(mended))


def _is_between_digits(written: str, place: int) -> bool:
    return written[place - 1 : place].isdigit() and written[place + 1 : place + 2].isdigit()


def _strange_signs(written: str) -> UnreadableNumber | None:
    """Digits of another script, a mark of a footnote, brackets, or a dash before a number: what is left without them.

    Brackets stand for a minus in some tables and for nothing in others, so both are told.
    """
    for kind, found in (("footnote", _FOOTNOTE.fullmatch(written)), ("brackets", _BRACKETS.fullmatch(written))):
        if found and _WRITTEN.fullmatch(found["number"].strip(SPACES)):
            number = _for_a_table(found["number"])
            if kind == "footnote":
                return UnreadableNumber("number", kind, number)
            return UnreadableNumber("number", kind, f"-{number}", number)
    if written[:1] in _ALMOST_MINUS and _WRITTEN.fullmatch(f"-{written[1:]}"):
        return UnreadableNumber("number", "minus", _for_a_table(f"-{written[1:]}"))
    if any(sign.isnumeric() and not sign.isascii() for sign in written):
        plain = unicodedata.normalize("NFKC", written)
        is_wide = _WRITTEN.fullmatch(plain) and all(sign in "\uff0c\uff0e" or sign.isdecimal() for sign in written)
        return UnreadableNumber("number", "digits", _for_a_table(plain) if is_wide else "")
    return None


def _letters(written: str) -> UnreadableNumber:
    letters = re.findall(r"[^\W\d_]", written)
    if letters and re.search(r"\d", written):
        return UnreadableNumber("letter", letters[0])
    return UnreadableNumber("number")


def _bad_groups(written: str) -> UnreadableNumber:
    """«1 2345» has its spaces misplaced; «38132 40» may have lost a comma as well."""
    joined = re.sub(_SPACE, "", written)
    if joined == written or not _WRITTEN.fullmatch(joined):
        return UnreadableNumber("number")
    whole, space, part = written.rpartition(next(sign for sign in reversed(written) if sign in SPACES))
    if space and re.fullmatch(r"\d{1,2}", part) and re.search(r"\d", whole) and not re.search("[.,]", whole):
        return UnreadableNumber("groups", mended=f"{re.sub(_SPACE, '', whole)},{part}", other=joined)
    is_short = any(len(group) < 3 for group in re.split(_SPACE, written.partition(",")[0])[1:])
    return UnreadableNumber("groups", mended="" if is_short else _for_a_table(joined))


def _two_ways(written: str) -> UnreadableNumber:
    """`1.234,56` and `1,234.56`: the last separator is most likely the decimal one when it differs from all before."""
    last = max(written.rfind("."), written.rfind(","))
    before, after = written[:last], written[last + 1 :]
    if written[last] in before or not after:
        return UnreadableNumber("separators")
    joined = f"{re.sub(r'[.,]', '', before)},{after}"
    first = re.sub(r"[.,]", ",", before, count=1)
    other = f"{first}{after}" if len(re.findall("[.,]", before)) == 1 else ""
    if not _WRITTEN.fullmatch(joined):
        return UnreadableNumber("separators")
    return UnreadableNumber("separators", mended=_for_a_table(joined), other=other and _for_a_table(other))


def _for_a_table(written: str) -> str:
    return re.sub(_SPACE, "", written).replace(".", ",")


# Between groups of digits, between a number and a word short enough to go with it on a phone («4 части», «№ 1»,
# «раздел 2», «таблица 1»), within «13 из 13», and behind «не», which says nothing at the end of a line.
# The space stands first in the pattern, so that the search goes from space to space. A figure may end or begin with a
# mark of its provenance.
_BEFORE = f"[{MARKS}]*"
_HELD = re.compile(
    rf" (?:(?:(?<=\d )|(?<=\d{END} ))(?={_BEFORE}\d{{3}}(?!\d)|[^\W\d_]{{1,9}}(?!\w))"
    rf"|(?:(?<=№ )|(?<=\bNo\. )|(?<=аздел )|(?<=аблица )|(?<=ection )|(?<=able ))(?={_BEFORE}\d)"
    rf"|(?:(?<=\d из )|(?<=\d{END} из ))(?={_BEFORE}\d)"
    rf"|(?<=\bне )(?={_BEFORE}\w))"
)


def unbroken(text: str) -> str:
    """A text whose numbers break neither within nor from the word that follows: those spaces become no-break spaces."""
    return _HELD.sub(NO_BREAK_SPACE, text)


# The dash of a range, «2020–2027», and the hyphen of a document's number or of an ending, «№ 87-п», «7-ми». ASCII
# letters behind a hyphen may be an address.
_JOINING = re.compile(
    rf"–(?:(?<=\d–)|(?<=\d{END}–))(?={_BEFORE}\d)|-(?:(?<=\d-)|(?<=\d{END}-))(?=[^\W\d_a-zA-Z]{{1,3}}\b)"
)


def unbroken_ranges(text: str) -> str:
    """A text whose numbers do not break behind the dash of a range or a hyphen: an unseen sign forbids it."""
    return _JOINING.sub(rf"\g<0>{WORD_JOINER}", text)


def figure_and_unit(written: str) -> tuple[str, str]:
    """A figure with its unit in two parts, «717,4» and «млн ₽»; a mark of its provenance stays with the figure."""
    figure, _, unit = without_marks(written).partition(NO_BREAK_SPACE)
    return marked_like(written, figure), unit


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
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP, context=_WIDE)
    text = f"{abs(rounded):,.{digits}f}".translate({ord(","): group_mark(language), ord("."): decimal_mark(language)})
    mark = MINUS if rounded < 0 else "+" if sign and rounded > 0 else ""
    return mark + text
