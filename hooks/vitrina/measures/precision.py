"""To what the amounts of a document are printed: nothing can be said to be more exact than that."""

from collections.abc import Iterator
from decimal import Decimal

from vitrina.dataset.figures import numbers
from vitrina.dataset.programme import Programme
from vitrina.words.money import thousands_from_kopecks

STEPS = ("thousand-roubles", "hundred-roubles", "ten-roubles", "rouble", "ten-kopecks", "kopeck")
"""What the last digit stands for, by the decimals of a thousand roubles."""


def printed_to(programme: Programme) -> str | None:
    """The step of the most exact amount, «6 529 005,50» thousand is printed to ten roubles; None without any amount."""
    decimals = [-int(printed.as_tuple().exponent) for printed in _printed(programme)]
    return STEPS[min(max(decimals), len(STEPS) - 1)] if decimals else None


def _printed(programme: Programme) -> Iterator[Decimal]:
    """The amounts as their words print them, zeros at the end too."""
    money = programme.money[programme.money["kopecks"].notna()]
    for kopecks, words in zip(money["kopecks"], money["words"], strict=True):
        yield from (number for number in numbers(words) if number == thousands_from_kopecks(abs(int(kopecks))))
