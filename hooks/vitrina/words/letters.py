"""In which letters a language is written, by Unicode's CLDR: of two languages they may tell which a text is in."""

import unicodedata
from functools import cache

from babel import Locale
from babel.core import get_global, parse_locale

from vitrina.words.numbers import Language


def are_of(language: Language, other: Language, text: str) -> bool:
    """Whether a text has letters of the one language's script and none of the other's; never where both share one."""
    mine, theirs = script(language), script(other)
    letters = {_script_of(letter) for letter in set(text) if letter.isalpha()}
    return mine in letters and theirs not in letters


@cache
def script(language: Language) -> str:
    """As the names of Unicode's characters begin: «CYRILLIC»."""
    code = parse_locale(get_global("likely_subtags")[language])[2]
    return str(Locale("en").scripts[code]).upper()


@cache
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
