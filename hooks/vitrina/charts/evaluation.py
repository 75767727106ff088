"""The score of a programme year by year: a bar a year, and the bounds of the grades as lines that have their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from vitrina.charts.chart import Cell, Chart, Column, Table
from vitrina.charts.findings import evaluation as told
from vitrina.charts.findings.evaluation import Bound, Score, Scores
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.marks import NAME_LETTER, Marks, width_of
from vitrina.charts.kit.style import BAR, NARROW, WIDE, Frame
from vitrina.charts.registry import chart
from vitrina.words import Words
from vitrina.words.catalogue import sentence

_LINE, _HEAD = 22, 12
_ROW, _THICK = 46, 28
_NAME, _THIN, _GAP = 26, 18, 14
_BESIDE, _CUT = 10, 2


@chart(of=Scores, applies=lambda scores: bool(scores.known))
def evaluation(scores: Scores) -> Chart:
    bounds = sorted(scores.bounds, key=lambda bound: -bound.least)
    picture = _Picture(scores.rows, bounds, scores.words)
    return Chart(
        id="evaluation",
        language=scores.words.language,
        finding=told.finding(scores),
        subtitle=told.subtitle(scores),
        description=" ".join(told.sentence_of(scores.words, row) for row in scores.rows),
        source=scores.source,
        wide=style.drawing("wide", picture.beside()),
        narrow=style.drawing("narrow", picture.over()),
        table=_table(scores),
    )


@dataclass(frozen=True, slots=True)
class _Picture:
    rows: Sequence[Score]
    bounds: Sequence[Bound]
    """The highest first."""
    words: Words

    @property
    def head(self) -> float:
        return _HEAD + len(self.bounds) * _LINE

    def beside(self) -> style.Layered:
        """Years to the left of the bars, scores and grades in columns of their own, so that no line runs through."""
        marks = Marks()
        left = layout.widest((row.name for row in self.rows), NAME_LETTER, bold=True) + 14
        figures = max(width_of("figure", self._figure(row)) for row in self.rows if row.score is not None)
        grades = max(width_of("note", row.grade) for row in self.rows)
        room = WIDE - left - figures - grades - 3 * _BESIDE
        scale = room / self._highest
        for place, row in enumerate(self.rows):
            top = self.head + place * _ROW + (_ROW - _THICK) / 2
            middle, behind = top + _THICK / 2, left + room + _BESIDE
            marks.text("name", left - 14, middle, row.name)
            self._bar(marks, row, (left, top, _THICK), scale)
            if row.score is None:
                marks.text("note", left + _BESIDE, middle + 1, self._figure(row))
            else:
                marks.text("figure", behind, middle, row.figure)
                marks.text("note", behind + figures + _BESIDE, middle + 1, row.grade)
        bottom = self.head + len(self.rows) * _ROW
        self._lines(marks, left, scale, bottom)
        marks.rule(left, left, self.head, bottom)
        return marks.drawn(Frame(WIDE, bottom))

    def over(self) -> style.Layered:
        """Years, scores and grades over the bars, which have the whole width of a phone."""
        marks, top, scale = Marks(), self.head, (NARROW - 4) / self._highest
        lines: list[tuple[float, float]] = []
        for row in self.rows:
            marks.text("heading", 0, top + 13, row.name)
            if row.score is None:
                marks.text("note right", NARROW, top + 13, self._figure(row))
            else:
                marks.text("note right", NARROW, top + 13, row.grade)
                gap = width_of("note right", row.grade) + _BESIDE if row.grade else 0
                marks.text("figure right", NARROW - gap, top + 12, row.figure)
            self._bar(marks, row, (0, top + _NAME, _THIN), scale)
            lines.append((top + _NAME, top + _NAME + _THIN))
            top += _NAME + _THIN + _GAP
        self._lines(marks, 0, scale, self.head - 4)
        for bound in self.bounds:
            at = float(bound.least) * scale
            for upper, lower in lines:
                marks.rule(at, at, upper - 3, lower + 3)
        return marks.drawn(Frame(NARROW, top - _GAP + 6))

    @property
    def _highest(self) -> float:
        known = [row.score for row in self.rows if row.score is not None]
        return max(float(value) for value in (*known, *(bound.least for bound in self.bounds), Decimal("0.1")))

    def _bar(self, marks: Marks, row: Score, place: tuple[float, float, float], scale: float) -> None:
        """A bar is cut where it crosses a bound, so that the line is seen in it."""
        if row.score is None or row.score <= 0:
            return
        left, top, thick = place
        passed = sorted(bound.least for bound in self.bounds if bound.least < row.score)
        ends = [Decimal(0), *passed, row.score]
        for start, end in pairwise(ends):
            begin = left + float(start) * scale + (_CUT if start else 0)
            until = left + float(end) * scale - (_CUT if end in passed else 0)
            if until > begin:
                marks.bar((begin, until, top, top + thick), BAR, told.sentence_of(self.words, row))

    def _lines(self, marks: Marks, left: float, scale: float, bottom: float) -> None:
        """Each bound a line up to its name; names stand a line each, on the side where no other line runs."""
        fits = all(left + float(bound.least) * scale - 6 >= width_of("note right", bound.name) for bound in self.bounds)
        for place, bound in enumerate(self.bounds if fits else reversed(self.bounds)):
            at, y = left + float(bound.least) * scale, 8 + place * _LINE
            marks.rule(at, at, y - 7, bottom)
            marks.text("note right" if fits else "note", at - 6 if fits else at + 6, y, bound.name)

    def _figure(self, row: Score) -> str:
        return self.words.say("не рассчитывается") if row.score is None else row.figure


def _table(scores: Scores) -> Table:
    heads = {"year": sentence("Год"), "score": sentence("Оценка"), "grade": sentence("Какая она")}
    columns = tuple(Column(name, scores.words.say(title)) for name, title in heads.items())
    cells: list[tuple[Cell, ...]] = [
        (
            row.name,
            None if row.score is None else row.score.quantize(Decimal("0.0001")),
            row.grade or None,
        )
        for row in scores.rows
    ]
    return Table(columns, tuple(cells), tuple(row.origin for row in scores.rows))
