"""A share said in words, where words are easier than a percentage: «больше половины»."""

from decimal import Decimal

from vitrina.words.numbers import Language

_ALL, NEARLY_ALL, _PERCENT_IS_CLEARER = Decimal(100), Decimal("99.95"), Decimal(90)
"""From the second on one decimal of a percentage rounds to the whole; from the last on no simple fraction is near."""
_TINY = Decimal("0.05")
"""Below it one decimal of a percentage would round to nothing."""

_WHOLE: dict[Language, tuple[str, str, str]] = {
    "ru": ("всё", "почти всё", "меньше 0,1\u00a0%"),
    "en": ("all of it", "nearly all of it", "less than 0.1%"),
}
_STEPS: dict[Language, tuple[tuple[Decimal, str, str], ...]] = {
    "ru": (
        (Decimal(75), "три четверти", "больше трёх четвертей"),
        (Decimal(200) / 3, "две трети", "больше двух третей"),
        (Decimal(50), "половину", "больше половины"),
        (Decimal(100) / 3, "треть", "больше трети"),
        (Decimal(25), "четверть", "больше четверти"),
    ),
    "en": (
        (Decimal(75), "three quarters", "more than three quarters"),
        (Decimal(200) / 3, "two thirds", "more than two thirds"),
        (Decimal(50), "half", "more than half"),
        (Decimal(100) / 3, "a third", "more than a third"),
        (Decimal(25), "a quarter", "more than a quarter"),
    ),
}


def write_fraction(percent: Decimal, language: Language) -> str | None:
    """What is paid, in the accusative: the whole, a simple fraction or the largest one that the share exceeds.

    None where a percentage says it better: below a quarter, and from 90 % on, which «more than three quarters» hides.
    """
    everything, nearly, tiny = _WHOLE[language]
    if percent >= _ALL:
        return everything
    if percent >= _PERCENT_IS_CLEARER:
        return nearly if percent >= NEARLY_ALL else None
    if 0 < percent < _TINY:
        return tiny
    for step, exactly, more in _STEPS[language]:
        if percent >= step:
            return exactly if percent == step else more
    return None
