"""Money is whole kopecks; «тыс. руб.» with up to five decimals is only how it is read and shown.

One thousand roubles is 100 000 kopecks.
"""

from decimal import Decimal

KOPECKS_IN_THOUSAND = 100_000


class FinerThanKopeck(ValueError):
    """An amount with a fraction of a kopeck: more than five decimals of a thousand roubles."""


def kopecks_from_thousands(thousands: Decimal) -> int:
    """Thousand roubles to whole kopecks. Raises `FinerThanKopeck`."""
    # Through a ratio of whole numbers: `Decimal` would round a product of more than 28 digits and hide a fraction.
    numerator, denominator = thousands.as_integer_ratio()
    kopecks, rest = divmod(numerator * KOPECKS_IN_THOUSAND, denominator)
    if rest:
        raise FinerThanKopeck(str(thousands))
    return kopecks


def thousands_from_kopecks(kopecks: int) -> Decimal:
    """Whole kopecks to thousand roubles, exact."""
    return Decimal(kopecks) / KOPECKS_IN_THOUSAND


def exact_decimals(kopecks: int) -> int:
    """Two decimals of a thousand roubles where they are enough, else all five: so figures of a column stay in line."""
    return 2 if kopecks % 1_000 == 0 else 5
