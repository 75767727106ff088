"""Money is whole kopecks; «тыс. руб.» with up to five decimals is only how it is read and shown.

One thousand roubles is 100 000 kopecks.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from vitrina.words.provenance import Figure, Number, provenance_of

Scale = Literal["thousand", "million", "billion", "trillion"]
KOPECKS_IN: Mapping[Scale, int] = {
    "thousand": 100_000,
    "million": 100_000_000,
    "billion": 100_000_000_000,
    "trillion": 100_000_000_000_000,
}
"""How many kopecks a thousand roubles are, a million and so on; the smallest first."""


class FinerThanKopeck(ValueError):
    """An amount with a fraction of a kopeck: more than five decimals of a thousand roubles."""


def kopecks_from_thousands(thousands: Decimal) -> int:
    """Thousand roubles to whole kopecks. Raises `FinerThanKopeck`."""
    # Through a ratio of whole numbers: `Decimal` would round a product of more than 28 digits and hide a fraction.
    numerator, denominator = thousands.as_integer_ratio()
    kopecks, rest = divmod(numerator * KOPECKS_IN["thousand"], denominator)
    if rest:
        raise FinerThanKopeck(str(thousands))
    return kopecks


def thousands_from_kopecks(kopecks: int) -> Decimal:
    """Whole kopecks to thousand roubles, exact."""
    return in_unit(kopecks, "thousand")


def in_unit(kopecks: int, scale: Scale) -> Decimal:
    """Whole kopecks to thousand, million, billion or trillion roubles."""
    value = Decimal(kopecks) / KOPECKS_IN[scale]
    return Number(value, Figure.of(kopecks)) if provenance_of(kopecks) else value


def exact_decimals(kopecks: int) -> int:
    """Two decimals of a thousand roubles where they are enough, else all five: so figures of a column stay in line."""
    return 2 if kopecks % 1_000 == 0 else 5
