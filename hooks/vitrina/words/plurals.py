"""Plural forms after a number, by the rules of Unicode CLDR (cldr.unicode.org, «Language Plural Rules»)."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.plural import PluralRule

from vitrina.words.foreign import language_of
from vitrina.words.numbers import Language

_FIRST_NUMBERS = (*range(1, 1_000), 0, 1_000_000)
"""Among them each form of each language has one."""
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def plural(value: Decimal | int, language: Language, *forms: str) -> str:
    """The form that goes with `value`, of those that the language has in the order of CLDR: «год», «года», «лет».

    A fraction takes the form behind them where there is one, else the second: «1,5 года». Forms of another
    language go by its rules.

    Raises `ValueError` when there are fewer forms than the language has for whole numbers.
    """
    language = language_of(forms[0]) or language
    whole = _whole(language)
    if len(forms) < len(whole):
        raise ValueError(f"{language} has {len(whole)} forms, not {forms}")
    number = abs(Decimal(value))
    category = _rule(language)(int(number) if number == number.to_integral_value() else number)
    place = [*whole].index(category) if category in whole else len(whole)
    return forms[place] if place < len(forms) else forms[1]


def counts(language: Language) -> tuple[int, ...]:
    """For each form that the language has for whole numbers, in the order of CLDR, the least number that takes it."""
    return tuple(_whole(language).values())


@cache
def _whole(language: Language) -> Mapping[str, int]:
    """The same by CLDR's names of the forms."""
    rule = _rule(language)
    least = {rule(number): number for number in reversed(_FIRST_NUMBERS)}
    return {category: least[category] for category in _CATEGORIES if category in least}


@cache
def _rule(language: Language) -> PluralRule:
    return Locale(language).plural_form
