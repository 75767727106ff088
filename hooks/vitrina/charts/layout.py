"""Where things stand in a drawing: widths of text, labels pushed apart, round ticks, which labels fit. All in pixels.

Drawings are laid out here and not by the renderer, so that they do not depend on the fonts of the machine that draws.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from vitrina.words.foreign import as_it_is, foreign, is_foreign

# Widths in thousandths of the letter size: Liberation Sans (as wide as Arial), and room for somewhat wider faces.
_NARROW_LETTERS = {**dict.fromkeys(" ,.\u00a0ilI'|:;fjt", 290), "\u202f": 200, "—": 1000, "%": 890, "₽": 600}
_WIDE_LETTERS = dict.fromkeys("мшщжюфыМШЩЖЮФДmwMW", 800)
_LETTER = 565
_SLACK = 1.06
_BOLD = 1.07


def text_width(text: str, size: float, bold: bool = False) -> float:
    """About how wide a text is, rather too wide than too narrow."""
    letters = sum(_NARROW_LETTERS.get(letter) or _WIDE_LETTERS.get(letter) or _LETTER for letter in as_it_is(text))
    return letters / 1000 * size * _SLACK * (_BOLD if bold else 1)


def widest(texts: Iterable[str], size: float, bold: bool = False) -> float:
    return max((text_width(text, size, bold) for text in texts), default=0)


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
    exponent = highest.adjusted()
    steps = (Decimal(digit).scaleb(power) for power in (exponent, exponent - 1) for digit in (5, 2, 1))
    step = next(step for step in steps if highest // step >= 3)
    return [step * count for count in range(int(highest // step) + 1)]


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


def clear_of(place: float, lines: Iterable[float], room: float) -> float:
    """A place for words, moved away from the nearest line if that would cross them."""
    nearest = min(lines, key=lambda line: abs(line - place), default=None)
    if nearest is None or abs(nearest - place) >= room:
        return place
    return nearest + room if place >= nearest else nearest - room


def runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """The unbroken stretches of true, each as (first, last)."""
    found: list[tuple[int, int]] = []
    for place, flag in enumerate(flags):
        if flag and found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        elif flag:
            found.append((place, place))
    return found


def lines(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """A text broken at its plain spaces into lines no wider than `width`."""
    broken: list[str] = []
    for word in as_it_is(text).split(" "):
        if broken and text_width(f"{broken[-1]} {word}", size, bold) <= width:
            broken[-1] += f" {word}"
        else:
            broken.append(word)
    return [foreign(line) for line in broken] if is_foreign(text) else broken
