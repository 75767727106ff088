"""Plural forms after a number, by the rules of Unicode CLDR (cldr.unicode.org, «Language Plural Rules»)."""

from decimal import Decimal
from functools import cache

from babel import Locale
from babel.plural import PluralRule

from vitrina.words.foreign import is_foreign
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.numbers import Language

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def plural(value: Decimal | int, language: Language, *forms: str) -> str:
    """The form that goes with `value`, of those that the language has in the order of CLDR: «год», «года», «лет».

    A fraction takes the form behind them where there is one, else the second: «1,5 года». Russian forms on a page in
    another language go by their own rules.

    Raises `ValueError` when there are fewer forms than the language has for whole numbers.
    """
    language = SOURCE_LANGUAGE if is_foreign(forms[0]) else language
    rule, categories = _rule(language)
    whole = [category for category in categories if category != "other" or "many" not in categories]
    if len(forms) < len(whole):
        raise ValueError(f"{language} has {len(whole)} forms, not {forms}")
    number = abs(Decimal(value))
    place = categories.index(rule(int(number) if number == number.to_integral_value() else number))
    return forms[place] if place < len(forms) else forms[1]


@cache
def _rule(language: Language) -> tuple[PluralRule, tuple[str, ...]]:
    rule = Locale(language).plural_form
    used = {*rule.tags, "other"}
    return rule, tuple(category for category in _CATEGORIES if category in used)
