"""Where things stand in a drawing: widths of text, labels pushed apart, round ticks, which labels fit. All in pixels.

Drawings are laid out here and not by the renderer, so that they do not depend on the fonts of the machine that draws.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Literal, TypeVar

from vitrina.words.foreign import as_it_is, like

# Widths in thousandths of the letter size: Liberation Sans (as wide as Arial), and room for somewhat wider faces.
_LETTER = 565
_LETTERS = {
    **dict.fromkeys(" ,.\u00a0ilI'|:;fjt", 290),
    **dict.fromkeys("мшщжюфыМШЩЖЮФДmwMW", 800),
    "\u202f": 200,
    "—": 1000,
    "%": 890,
    "₽": 600,
}
_SLACK = 1.06
_BOLD = 1.07


def text_width(text: str, size: float, bold: bool = False) -> float:
    """About how wide a text is, rather too wide than too narrow."""
    return _letters(as_it_is(text)) / 1000 * size * _SLACK * (_BOLD if bold else 1)


@lru_cache(maxsize=10_000)  # the same words are set again and again, at other widths
def _letters(text: str) -> int:
    return sum(_LETTERS.get(letter, _LETTER) for letter in text)


def widest(texts: Iterable[str], size: float, bold: bool = False) -> float:
    return max((text_width(text, size, bold) for text in texts), default=0)


Item = TypeVar("Item")
Align = Literal["left", "center", "right"]
Place = tuple[float, float]
"""Across and down, in pixels."""

_HALF_LINE = 3
"""Pixels on both sides of a line that words keep clear of."""
_RISE, _FALL = 0.42, 0.5
"""Parts of a letter's size over and under the middle of a line of words: 0.3 over the line on which letters stand."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, from the left upper corner."""

    left: float
    upper: float
    right: float
    lower: float

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.upper - by, self.right + by, self.lower + by)

    def touches(self, other: "Box", gap: float = 0) -> bool:
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.upper < other.lower + gap
            and other.upper < self.lower + gap
        )

    def within(self, other: "Box") -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.upper <= self.upper
            and self.lower <= other.lower
        )


def text_box(text: str, size: float, at: Place, align: Align = "center", bold: bool = False) -> Box:
    """Where words are whose middle line is at a place."""
    x, y = at
    width = text_width(text, size, bold)
    left = x - width * {"left": 0, "center": 0.5, "right": 1}[align]
    return Box(left, y - size * _RISE, left + width, y + size * _FALL)


@dataclass(frozen=True, slots=True)
class Room:
    """A picture in which words are given places one by one: each clear of whatever stands there already."""

    whole: Box
    taken: list[Box] = field(default_factory=list)

    def is_free(self, box: Box, gap: float) -> bool:
        return box.within(self.whole) and not any(box.touches(other, gap) for other in self.taken)

    def take(self, box: Box) -> None:
        self.taken.append(box)

    def line(self, places: Sequence[Place]) -> None:
        """A line through places."""
        for (x, y), (x2, y2) in pairwise(places):
            steps = max(1, round(max(abs(x2 - x), abs(y2 - y)) / (2 * _HALF_LINE)))
            for step in range(steps + 1):
                a, b = x + (x2 - x) * step / steps, y + (y2 - y) * step / steps
                self.take(Box(a, b, a, b).grown(_HALF_LINE))


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places in rising order, moved as little as needed to stand `gap` apart between `low` and `high`."""
    placed: list[float] = []
    for place in wanted:
        placed.append(max(place, placed[-1] + gap if placed else low))
    limit = high
    for index in reversed(range(len(placed))):
        placed[index] = min(placed[index], limit)
        limit = placed[index] - gap
    return placed


def ticks(highest: Decimal) -> list[Decimal]:
    """Zero and at least three round values above it, up to `highest`; nothing but zero when there is nothing."""
    if highest <= 0:
        return [Decimal(0)]
    step = _step(highest, 3)
    return [step * count for count in range(int(highest // step) + 1)]


def ticks_around(values: Sequence[Decimal]) -> list[Decimal]:
    """Round values around all of these. Not from zero: lines show change, bars show size."""
    low, high = min(values), max(values)
    span = high - low or max(abs(high), Decimal(1)) / 5
    step = _step(span, 2)
    first = low // step - (1 if low < 0 and low % step else 0)
    last = -(-high // step) if high % step == 0 else high // step + 1
    found = [Decimal(count) * step for count in range(int(first), int(max(last, first + 1)) + 1)]
    return [Decimal(int(tick)) if tick == int(tick) else tick.normalize() for tick in found]


def _step(span: Decimal, fewest: int) -> Decimal:
    """The largest round step of which a span holds so many: 5, 2 or 1 with noughts."""
    exponent = span.adjusted()
    steps = (Decimal(digit).scaleb(power) for power in (exponent, exponent - 1) for digit in (5, 2, 1))
    return next(step for step in steps if span >= fewest * step)


def decimals(values: Iterable[Decimal]) -> int:
    """How many decimals show all these values in full."""
    return max((max(0, -int(value.normalize().as_tuple().exponent)) for value in values), default=0)


def spaced(count: int, fewest: float, first_of_all: Sequence[int] = ()) -> list[int]:
    """Which of `count` equal places in a row get a label, when labels need `fewest` places between them.

    Those in `first_of_all` are served first; then the ends, then whoever still fits, from the left.
    """
    chosen: list[int] = []
    for place in [*first_of_all, 0, count - 1, *range(count)]:
        if 0 <= place < count and all(abs(place - other) >= fewest for other in chosen):
            chosen.append(place)
    return sorted(chosen)


def between(place: float, low: float, high: float) -> float:
    """The place moved into its limits; their middle where they leave no room."""
    return (low + high) / 2 if low > high else min(max(place, low), high)


def runs(items: Iterable[Item], holds: Callable[[Item], bool]) -> list[list[Item]]:
    """The unbroken stretches of those of which something holds."""
    return [list(run) for held, run in groupby(items, holds) if held]


def lines(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """A text broken at its plain spaces, and a word longer than a line anywhere, into lines no wider than `width`."""
    broken: list[str] = []
    for word in as_it_is(text).split(" "):
        if broken and text_width(f"{broken[-1]} {word}", size, bold) <= width:
            broken[-1] += f" {word}"
        else:
            broken += _pieces(word, size, width, bold)
    return [like(text, line) for line in broken]


def _pieces(word: str, size: float, width: float, bold: bool) -> list[str]:
    if text_width(word, size, bold) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size, bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
