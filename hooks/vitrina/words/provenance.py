"""Figures that know where they are from: a row of a table, or the arithmetic that made them.

A figure carries its provenance through sums and differences, and as a mark through every sentence that takes it in."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import Any, Literal, Self

Counted = Literal["judged", "met", "done", "told"]
"""How many there are: of plans that can be judged and that were met, each by its actual; of measures that were done and
that a report tells of."""
How = Literal[
    "sum", "difference", "share", "change", "real", "average", "quotient", "product", "least", "by_rule", Counted
]
"""`share`: the first term in percent of the second. `change`: by how many percent the first exceeds the second.
`real`: the first in the prices of another year, the second being how many times prices grew since. `average`: the first
divided by the second and rounded. `least`: the smallest of the terms. `by_rule`: nothing is calculated; the terms are
what a rule looks at."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A row of one of a programme's tables, by its number."""

    programme: str
    table: str
    number: int


@dataclass(frozen=True, slots=True)
class Computed:
    how: How
    terms: "tuple[Figure, ...]"


Provenance = Stated | Computed


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its provenance; without one it is a number that no document states, such as the growth of prices or
    how many years there are."""

    value: int | Decimal
    """Whole kopecks, a count, or any other number."""
    provenance: Provenance | None

    @classmethod
    def of(cls, value: int | Decimal) -> "Figure":
        if isinstance(value, Number):
            return value.figure
        return cls(value if isinstance(value, Decimal) else int(value), provenance_of(value))


class Kopecks(int):
    """Money that knows its provenance, and so do its sums and differences; other arithmetic forgets it."""

    provenance: Provenance

    def __new__(cls, value: int, provenance: Provenance) -> Self:
        made = super().__new__(cls, value)
        made.provenance = provenance
        return made

    def __getnewargs__(self) -> tuple[int, Provenance]:  # type: ignore[override]  # what `__new__` takes, for copies
        return int(self), self.provenance

    def __add__(self, other: int) -> int:
        return added(self, other)

    def __radd__(self, other: int) -> int:
        return added(other, self)

    def __sub__(self, other: int) -> int:
        return _computed(int(self) - int(other), "difference", self, other)

    def __neg__(self) -> int:
        if isinstance(self.provenance, Computed) and self.provenance.how == "difference":
            return Kopecks(-int(self), Computed("difference", self.provenance.terms[::-1]))
        return -int(self)

    def __abs__(self) -> int:
        return -self if self < 0 else self


class Count(int):
    """How many rows there are of a kind, which knows them; any arithmetic forgets it."""

    provenance: Computed

    def __new__(cls, provenance: Computed) -> Self:
        made = super().__new__(cls, len(provenance.terms))
        made.provenance = provenance
        return made

    def __getnewargs__(self) -> tuple[Computed]:  # type: ignore[override]  # what `__new__` takes, for copies
        return (self.provenance,)


class Number(Decimal):
    """A value, a share or an amount in another unit that knows which figure it is. Sums and differences know theirs;
    any other arithmetic forgets it."""

    figure: Figure

    def __new__(cls, value: Decimal, figure: Figure) -> Self:
        made = super().__new__(cls, value)
        made.figure = figure
        return made

    @property
    def provenance(self) -> Provenance | None:
        return self.figure.provenance

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (Decimal(self), self.figure)

    def __abs__(self) -> Decimal:
        return Number(abs(Decimal(self)), self.figure)

    def __add__(self, other: Decimal | int) -> Decimal:
        return self if other == 0 else _combined(Decimal(self) + Decimal(other), "sum", self, other)

    def __radd__(self, other: Decimal | int) -> Decimal:
        return self + other

    def __sub__(self, other: Decimal | int) -> Decimal:
        return _combined(Decimal(self) - Decimal(other), "difference", self, other)

    def quantize(self, exp: Decimal | int, rounding: str | None = None, context: Context | None = None) -> Decimal:
        return Number(Decimal(self).quantize(exp, rounding, context), self.figure)

    def normalize(self, context: Context | None = None) -> Decimal:
        return Number(Decimal(self).normalize(context), self.figure)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self


def as_stated(value: Decimal | None, row: Stated) -> Decimal | None:
    """A value that a row states."""
    return None if value is None else Number(value, Figure(value, row))


def or_zero(value: Decimal | None) -> Decimal:
    """A value, or a plain nought; where a row states that, it knows so."""
    return value or (Number(Decimal(0), value.figure) if isinstance(value, Number) else Decimal(0))


def provenance_of(value: object) -> Provenance | None:
    return getattr(value, "provenance", None)


def sum_of(amounts: Iterable[int]) -> int:
    """The sum of amounts that are finished in themselves: each is one of its terms, however it was made."""
    listed = list(amounts)
    known = [one for one in listed if one or provenance_of(one)]
    if len(known) == 1:
        return known[0]
    return _computed(sum(map(int, listed)), "sum", *known)


def added(one: int, other: int) -> int:
    """The sum of two amounts; a sum that is gathered step by step has all its terms in one row."""
    if not other and provenance_of(other) is None:
        return one
    if not one and provenance_of(one) is None:
        return other
    value = int(one) + int(other)
    if provenance_of(one) is None or provenance_of(other) is None:
        return value
    return Kopecks(value, Computed("sum", (*_terms_of_sum(one), *_terms_of_sum(other))))


def share_of(part: int | Decimal, whole: int | Decimal, percent: Decimal) -> Decimal:
    """A share, given what it was worked out from. What a difference is of its subtrahend is a change."""
    provenance = provenance_of(part)
    if isinstance(provenance, Computed) and provenance.how == "difference" and provenance.terms[1] == Figure.of(whole):
        return Number(percent, Figure(percent, Computed("change", provenance.terms)))
    terms = (Figure.of(part), Figure.of(whole))
    return Number(percent, Figure(percent, Computed("share", terms))) if _all_known(terms) else percent


def in_prices(kopecks: int, amount: int, growth: Decimal) -> int:
    """`kopecks` is what an amount is worth, prices having grown so many times."""
    if provenance_of(amount) is None:
        return kopecks
    return Kopecks(kopecks, Computed("real", (Figure.of(amount), Figure(growth, None))))


def average_of(kopecks: int, amount: int, count: int) -> int:
    """`kopecks` is what an amount comes to on average, by so many."""
    if provenance_of(amount) is None:
        return kopecks
    return Kopecks(kopecks, Computed("average", (Figure.of(amount), Figure(Decimal(count), None))))


def worked_out(value: Decimal, how: How, *terms: int | Decimal) -> Decimal:
    """A value, given what it was worked out from; no document need state all of that, such as how many there are."""
    figures = tuple(Figure.of(term) for term in terms)
    known = any(figure.provenance is not None for figure in figures)
    return Number(value, Figure(value, Computed(how, figures))) if known else value


def count_of(how: Counted, values: Iterable[int | Decimal]) -> Count:
    """How many values there are."""
    return Count(Computed(how, tuple(map(Figure.of, values))))


def total_of(values: Iterable[Decimal]) -> Decimal:
    """The sum of values that are finished in themselves."""
    listed = list(values)
    return listed[0] if len(listed) == 1 else worked_out(sum(map(Decimal, listed), Decimal(0)), "sum", *listed)


def _computed(value: int, how: How, *terms: int) -> int:
    figures = tuple(Figure.of(term) for term in terms)
    return Kopecks(value, Computed(how, figures)) if figures and _all_known(figures) else value


def _combined(value: Decimal, how: How, *terms: Decimal | int) -> Decimal:
    figures = tuple(Figure.of(term) for term in terms)
    return Number(value, Figure(value, Computed(how, figures))) if _all_known(figures) else value


def _terms_of_sum(amount: int) -> tuple[Figure, ...]:
    provenance = provenance_of(amount)
    return provenance.terms if isinstance(provenance, Computed) and provenance.how == "sum" else (Figure.of(amount),)


def _all_known(terms: Iterable[Figure]) -> bool:
    return all(term.provenance is not None for term in terms)


# Within a sentence: a beginning, the figure's number, the figure as it is written, an end. They are of the characters
# that Unicode keeps for a program's own use, so no text has a meaning for them.
_BEGIN, END = "\ufdd3", "\ufdd4"
_DIGITS = "\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufdda\ufddb\ufddc\ufddd\ufdde\ufddf"
_PLACES: Mapping[str, int] = {digit: place for place, digit in enumerate(_DIGITS)}
_MARKED = re.compile(f"{_BEGIN}([{_DIGITS}]+)([^{_BEGIN}{END}]*){END}")
MARKS = f"{_BEGIN}{END}{_DIGITS}"
_MARK = re.compile(f"[{MARKS}]")


@dataclass(frozen=True, slots=True)
class SaidFigures:
    """The figures that the sentences of one language have taken in, by the numbers in their marks."""

    _numbers: dict[Figure, int] = field(default_factory=dict)
    _figures: list[Figure] = field(default_factory=list)

    def marked(self, value: int | Decimal, written: str) -> str:
        """A figure as it is written, with its mark where its provenance is known."""
        if provenance_of(value) is None:
            return written
        figure = Figure.of(value)
        number = self._numbers.setdefault(figure, len(self._figures))
        if number == len(self._figures):
            self._figures.append(figure)
        return f"{_BEGIN}{''.join(_digits(number))}{written}{END}"

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._figures)

    def shown(self, text: str, show: Callable[[Figure, str], str]) -> str:
        """A text with every marked figure as `show` shows it, given how it is written."""
        return _MARKED.sub(lambda found: show(self._figures[_number(found[1])], found[2]), text)


def marked_like(figure: str, text: str) -> str:
    """A text with the mark of a figure, if that has one, in the place of any marks of its own."""
    found = _MARKED.search(figure)
    return f"{_BEGIN}{found[1]}{without_marks(text)}{END}" if found else text


def without_marks(text: str) -> str:
    """A text for whatever has no way from a figure to its provenance."""
    return _MARK.sub("", text)


def _digits(number: int) -> Iterator[str]:
    while True:
        number, digit = divmod(number, len(_DIGITS))
        yield _DIGITS[digit]
        if not number:
            return


def _number(digits: str) -> int:
    return sum(_PLACES[digit] * len(_DIGITS) ** place for place, digit in enumerate(digits))
