"""Rows: a name, a bar, a figure and what it is laid beside. A chart says which rows; where they stand is found here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from vitrina.charts.kit import layout
from vitrina.charts.kit.marks import HEADING_LETTER, NAME_LETTER, Marks, width_of
from vitrina.charts.kit.style import BAR, NARROW, Frame, Layered

_STEP, _THICK = 54, 32
_NARROW_STEP, _NARROW_THICK, _UNDER = 38, 24, 20
_OVER_THICK, _OVER_GAP, _LINE = 18, 18, 20
"""Of bars under their names, and of the lines of a name."""
_PLAN_HEAD, _BOUNDS_HEAD, _BOUND_LINE = 30, 12, 22
_BESIDE, _BEHIND_NAME = 8, 14
_CUT = 2
"""Pixels on both sides of a bound by which a bar stands clear of it."""


@dataclass(frozen=True, slots=True)
class Row:
    """Without a value there is no bar. The figure is all that must be seen; a note says what else there is to it."""

    name: str
    value: float | None
    words: str
    """The sentence that the bar says when it is pointed at."""
    figure: str
    note: str = ""
    part: str = ""
    """Which part of a whole the bar is of: behind the figure, on a phone under the bar."""
    fill: str = BAR
    plans: tuple[float, ...] = ()
    """Where the bar would end as planned: both ends of a range."""

    @property
    def length(self) -> float:
        return max(0.0, self.value or 0)


@dataclass(frozen=True, slots=True)
class Rows:
    """Bars of one scale, in a row each."""

    rows: Sequence[Row]
    plan: str = ""
    """What the marks of plans are called, over the first of them."""
    bounds: Sequence[tuple[float, str]] = ()
    """Values that part the scale, with their names, the highest first."""

    def drawn(self, width: float) -> Layered:
        """Names stand to the left of bars where most rows leave these half of the width, otherwise over them."""
        left = layout.widest((row.name for row in self.rows), NAME_LETTER, bold=True) + _BEHIND_NAME
        words = median(width_of("figure", row.figure) + width_of("note", row.note) for row in self.rows) + 2 * _BESIDE
        return self._beside(left, width) if left + words <= width / 2 else self._over(width)

    @property
    def _head(self) -> float:
        if self.bounds:
            return _BOUNDS_HEAD + len(self.bounds) * _BOUND_LINE
        return _PLAN_HEAD if self._plans else 0

    @property
    def _plans(self) -> list[float]:
        return [plan for row in self.rows for plan in row.plans]

    @property
    def _highest(self) -> float:
        return max(*(row.length for row in self.rows), *self._plans, *(value for value, _ in self.bounds), 0)

    def _beside(self, left: float, width: float) -> Layered:
        marks, narrow, room = Marks(), width == NARROW, width - left
        thick = _NARROW_THICK if narrow else _THICK
        under = _UNDER if narrow and any(row.part for row in self.rows) else 0
        step = (_NARROW_STEP if narrow else _STEP) + under
        texts = [_texts(row, narrow) for row in self.rows]
        column = 0.0
        if self.bounds:  # no line may run through figures: they stand in a column of their own
            column = room - max(_behind(0, words)[1] for row, words in zip(self.rows, texts, strict=True) if row.figure)
            scale = (column - _BESIDE) / self._highest
        else:
            reaches = list(zip(self.rows, texts, strict=True))
            scale = _scale_that_fits(room, self._highest, lambda scale: max(_reach(*one, scale) for one in reaches))
        bottom = self._head + len(self.rows) * step
        for place, (row, words) in enumerate(zip(self.rows, texts, strict=True)):
            top = self._head + place * step + (step - under - thick) / 2
            middle = top + thick / 2
            marks.text("name", left - _BEHIND_NAME, middle, row.name)
            self._bar(marks, row, (left, top, thick), scale)
            start = column if row.figure and self.bounds else row.length * scale + _BESIDE
            for (kind, text), at in zip(
                words, _behind(start, words, *(plan * scale for plan in row.plans))[0], strict=True
            ):
                marks.text(kind, left + at, middle + (kind == "note"), text)
            if under:
                marks.text("note", left + 7, top + thick + 12, row.part)
        if len(self.rows) > 1 and not under and self.rows[0].plans and len({row.plans for row in self.rows}) == 1:
            marks.plans.clear()  # one plan for all is one line
            for plan in self.rows[0].plans:
                marks.plan(left + plan * scale, left + plan * scale, self._head - 8, bottom)
        self._name_lines(marks, left, scale, width, bottom)
        marks.rule(left, left, self._head, bottom)
        return marks.drawn(Frame(width, bottom))

    def _over(self, width: float) -> Layered:
        """Names and figures over the bars, which have the whole width."""
        marks, top, narrow = Marks(), float(self._head), width == NARROW
        scale = (width - 4) / self._highest if self._highest > 0 else 0.0
        self._name_lines(marks, 0, scale, width, top - 4)
        for row in self.rows:
            note = "".join(text for kind, text in _texts(row, narrow) if kind == "note")
            gap = width_of("note right", note) + _BESIDE if note else 0
            room = width - width_of("figure right", row.figure) - gap - 2 * _BESIDE
            marks.text("figure right", width - gap, top + 12, row.figure)
            marks.text("note right", width, top + 13, note)
            lines = layout.lines(row.name, HEADING_LETTER, room, bold=True)
            for number, line in enumerate(lines):
                marks.text("heading", 0, top + 13 + number * _LINE, line)
            top += len(lines) * _LINE + 8
            self._bar(marks, row, (0, top, _OVER_THICK), scale)
            for value, _ in self.bounds:
                marks.rule(value * scale, value * scale, top - 3, top + _OVER_THICK + 3)
            top += _OVER_THICK
            if narrow and row.part:
                marks.text("note", 0, top + 12, row.part)
                top += _UNDER
            top += _OVER_GAP
        return marks.drawn(Frame(width, top - _OVER_GAP + 6))

    def _bar(self, marks: Marks, row: Row, place: tuple[float, float, float], scale: float) -> None:
        """Nought too can be read out. A bar is cut where it crosses a bound, so that the line is seen in it."""
        left, top, thick = place
        ends = [0.0, *sorted(value for value, _ in self.bounds if 0 < value < row.length), row.length]
        for begin, end in pairwise(ends if row.value is not None else ()):
            start = left + begin * scale + (_CUT if begin else 0)
            until = left + end * scale - (_CUT if end < row.length else 0)
            if until >= start:
                marks.bar((start, until, top, top + thick), row.fill, row.words)
        for plan in row.plans:
            end = top + thick + (2 if row.part else 5)  # right below may stand which part it is
            marks.plan(left + plan * scale, left + plan * scale, top - 5, end)

    def _name_lines(self, marks: Marks, left: float, scale: float, width: float, bottom: float) -> None:
        """The plan over the first of its marks; each bound a line up to its name, on the side where no other runs."""
        if self._plans:
            at = left + self._plans[0] * scale - 1
            marks.text("plan", layout.between(at, 0, width - width_of("plan", self.plan)), 10, self.plan)
        fits = all(left + value * scale - 6 >= width_of("note right", name) for value, name in self.bounds)
        for place, (value, name) in enumerate(self.bounds if fits else reversed(self.bounds)):
            at, y = left + value * scale, 8 + place * _BOUND_LINE
            marks.rule(at, at, y - 7, bottom)
            marks.text("note right" if fits else "note", at - 6 if fits else at + 6, y, name)


def _texts(row: Row, narrow: bool) -> list[tuple[str, str]]:
    """What stands behind a bar, by kind."""
    texts = [("figure", row.figure), ("note", (not narrow and row.part) or row.note)]
    return [(kind, text) for kind, text in texts if text]


def _behind(start: float, texts: Iterable[tuple[str, str]], *lines: float) -> tuple[list[float], float]:
    """Where words of these kinds stand one behind the other, none crossed by a line, and where the last of them end."""
    places: list[float] = []
    end = start
    for kind, words in texts:
        width = width_of(kind, words)
        begin = end + (_BESIDE if places else 0)
        for line in lines:
            if begin - 5 <= line <= begin + width + 5:
                begin = line + 9
        places.append(begin)
        end = begin + width
    return places, end


def _reach(row: Row, texts: Sequence[tuple[str, str]], scale: float) -> float:
    """How far right the words of a row go, from where its bar begins."""
    return _behind(row.length * scale + _BESIDE, texts, *(plan * scale for plan in row.plans))[1]


def _scale_that_fits(room: float, highest: float, reach: Callable[[float], float]) -> float:
    """Pixels a unit: as many as the highest value leaves room for, fewer where words behind the bars reach too far."""
    scale = (room - 4) / highest if highest > 0 else 0.0
    for _ in range(80):
        if reach(scale) <= room:
            break
        scale *= 0.97
    return scale
