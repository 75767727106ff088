"""Plural forms after a number, by the rules of Unicode CLDR (cldr.unicode.org, «Language Plural Rules»)."""

from decimal import Decimal

from vitrina.words.foreign import is_foreign
from vitrina.words.numbers import Language


def plural(value: Decimal | int, language: Language, *forms: str) -> str:
    """The form that goes with `value`: «год», «года», «лет», a fourth or the second for fractions; two in English.

    Russian forms on an English page go by their own rules.

    Raises `ValueError` when there are fewer forms than the language has.
    """
    number = abs(Decimal(value))
    whole = number == number.to_integral_value()
    if language == "en" and not is_foreign(forms[0]):
        one, other = forms[0], forms[1]
        return one if number == 1 else other
    one, few, many = forms[:3]
    if not whole:
        return forms[3] if len(forms) > 3 else few
    last, last_two = int(number) % 10, int(number) % 100
    if last == 1 and last_two != 11:
        return one
    return few if 2 <= last <= 4 and not 12 <= last_two <= 14 else many
