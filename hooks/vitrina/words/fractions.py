"""A share said in words, where words are easier than a percentage: «больше половины»."""

from decimal import Decimal

from vitrina.words.numbers import Language

_ALL: dict[Language, str] = {"ru": "всё", "en": "all of it"}
_STEPS: dict[Language, tuple[tuple[Decimal, str], ...]] = {
    "ru": (
        (Decimal(200) / 3, "больше двух третей"),
        (Decimal(50), "больше половины"),
        (Decimal(100) / 3, "больше трети"),
        (Decimal(25), "больше четверти"),
    ),
    "en": (
        (Decimal(200) / 3, "more than two thirds"),
        (Decimal(50), "more than half"),
        (Decimal(100) / 3, "more than a third"),
        (Decimal(25), "more than a quarter"),
    ),
}


def write_fraction(percent: Decimal, language: Language) -> str | None:
    """All of it, or the largest simple fraction that a share exceeds; None where a percentage says it better."""
    if percent == 100:
        return _ALL[language]
    if percent > 90:
        return None
    return next((text for step, text in _STEPS[language] if percent > step), None)
