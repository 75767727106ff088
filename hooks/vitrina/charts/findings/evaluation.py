"""What the chart of a programme's scores says."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.chart import NO_ORIGIN, Origin
from vitrina.words import Words
from vitrina.words.catalogue import sentence


@dataclass(frozen=True, slots=True)
class Score:
    """One year: its score as a number and as it is written, and the word for its grade; empty where there is none."""

    name: str
    score: Decimal | None
    figure: str
    grade: str
    origin: Origin = NO_ORIGIN


@dataclass(frozen=True, slots=True)
class Bound:
    """The least score of a grade, with its name: «высокая: от 0,9»."""

    least: Decimal
    name: str


@dataclass(frozen=True, slots=True)
class Scores:
    """The years in their order; a method without grades has no bounds."""

    rows: Sequence[Score]
    bounds: Sequence[Bound]
    source: str
    words: Words

    @property
    def known(self) -> list[tuple[Decimal, Score]]:
        return [(row.score, row) for row in self.rows if row.score is not None]


def finding(scores: Scores) -> str:
    """The best and the worst year, where they are one each."""
    say = scores.words.say
    ordered = [row for _, row in sorted(scores.known, key=lambda known: known[0])]
    worst, best = ordered[0], ordered[-1]
    figures = [row.figure for row in ordered]
    if len(ordered) == 1:
        return say("За {year}\u00a0год оценка программы {score}", year=best.name, score=best.figure)
    if worst.figure == best.figure:
        return say("Каждый год оценка одна и та же: {score}", score=best.figure)
    is_alone = figures.count(worst.figure) == figures.count(best.figure) == 1
    return say(
        "Выше всего программу оценили за {best}\u00a0год, {best_score}; ниже всего за {worst}\u00a0год, {worst_score}"
        if is_alone
        else "Оценки программы по годам: от {worst_score} до {best_score}",
        best=best.name,
        best_score=best.figure,
        worst=worst.name,
        worst_score=worst.figure,
    )


def subtitle(scores: Scores) -> str:
    return scores.words.say(
        "Оценка программы по годам; линии: с какого числа оценка становится выше"
        if scores.bounds
        else "Оценка программы по годам"
    )


def description(scores: Scores) -> str:
    return " ".join(sentence_of(scores.words, row) for row in scores.rows)


def sentence_of(words: Words, row: Score) -> str:
    """One year as a finished sentence."""
    if row.score is None:
        return words.say("{name}: оценка не рассчитывается.", name=row.name)
    told = sentence("{name}: оценка {figure}, {grade}.") if row.grade else sentence("{name}: оценка {figure}.")
    return words.say(told, name=row.name, figure=row.figure, grade=row.grade)
