"""The unit of a chart of money: one for all its figures, so that its labels stay short."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.kit import layout
from vitrina.charts.kit.style import Ticks
from vitrina.words import Words
from vitrina.words.money import KOPECKS_IN, Scale, in_unit
from vitrina.words.numbers import MINUS, NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class Unit:
    """From thousands to trillions of roubles."""

    scale: Scale

    def value(self, kopecks: int) -> float:
        """Where an amount stands on the scale of a drawing."""
        return float(self.exact(kopecks))

    def exact(self, kopecks: int) -> Decimal:
        return in_unit(kopecks, self.scale)

    def with_unit(self, words: Words, value: Decimal, digits: int) -> str:
        """A round value of the scale with its unit; without it where the value is finer than a kopeck."""
        kopecks = value * KOPECKS_IN[self.scale]
        if kopecks != kopecks.to_integral_value():
            return words.number(value, digits)
        return words.in_scale(int(kopecks), self.scale, digits)

    def ticks(self, words: Words, highest: Decimal, with_unit: bool = True) -> Ticks:
        """Round ones for the axis of a chart, up to its highest value, with the unit at the top one only."""
        values = layout.ticks(highest)
        digits = layout.decimals(values)
        texts = [words.number(value, digits if value else 0) for value in values]
        if with_unit and len(texts) > 1:
            texts[-1] = self.with_unit(words, values[-1], digits)
        return [float(value) for value in values], texts

    def label(self, words: Words, kopecks: int, digits: int = 1, sign: bool = False) -> str:
        """The figure without its unit. What is not zero is never printed as zero: «< 0,1»."""
        if kopecks == 0:
            return words.number(kopecks)
        value = self.exact(kopecks)
        least = Decimal(1).scaleb(-digits)
        if abs(value) < least / 2:
            beyond = f"<{NO_BREAK_SPACE}" if kopecks > 0 else f">{NO_BREAK_SPACE}{MINUS}"
            return f"{beyond}{words.number(least, digits)}"
        return words.number(value, digits, sign)


def unit_for(amounts: Iterable[int]) -> Unit:
    """Millions, unless the largest amount is under a million roubles; from ten billions on, billions, and so on."""
    largest = max((abs(kopecks) for kopecks in amounts), default=0)
    if largest < KOPECKS_IN["million"]:
        return Unit("thousand")
    if largest < 10 * KOPECKS_IN["billion"]:
        return Unit("million")
    return Unit("billion" if largest < 10 * KOPECKS_IN["trillion"] else "trillion")
