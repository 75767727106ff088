"""How the programme is evaluated by the method that it names: the scores of all years, and the method."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind, Place
from vitrina.charts.chart import Origin
from vitrina.charts.findings.evaluation import Bound, Score, Scores
from vitrina.measures.editions import PLAN
from vitrina.measures.evaluation.achievement_spending import COEFFICIENTS, FURTHER
from vitrina.measures.evaluation.evaluating import METHODS
from vitrina.measures.evaluation.method import Evaluation, Method
from vitrina.measures.execution import ACTUAL
from vitrina.pages.context import Context
from vitrina.pages.evaluation_arithmetic import (
    GRADES,
    grade_name,
    score_figure,
    why_not,
)
from vitrina.pages.page import Page, placed
from vitrina.pages.quotations import rule_quote
from vitrina.pages.spending import origin_of
from vitrina.pages.views import View, onward, register
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import decimals_of

_FINDING = {
    "graded": sentence("Оценка программы за {year}\u00a0год: {score}, {grade}"),
    "scored": sentence("Оценка программы за {year}\u00a0год: {score}"),
    "none": sentence("Оценку программы за {year}\u00a0год посчитать нельзя"),
}

_LINES = {
    "apart": sentence("Выше всех за {year}\u00a0год «{best}», {best_score}; ниже всех «{worst}», {worst_score}"),
    "same": sentence("За {year}\u00a0год у подпрограмм одна оценка: {score}"),
    "one": sentence("За {year}\u00a0год оценку можно посчитать только у подпрограммы «{best}»: {best_score}"),
}


@dataclass(frozen=True, slots=True)
class Scored:
    """A cell of the table of scores; without a score `score` is empty."""

    score: str
    grade: str


YEAR = "evaluation_year"
"""The kind of the pages that have the arithmetic of a year."""


def evaluation_finding(words: Words, found: Evaluation) -> str:
    """«Оценка программы за 2025 год: 0,784, удовлетворительная»."""
    key = "none" if found.score is None else "graded" if found.grade else "scored"
    return words.say(
        _FINDING[key],
        year=found.year,
        score=score_figure(words, found),
        grade=grade_name(words, found),
    )


def evaluation_title(words: Words, found: Evaluation) -> str:
    """Without the grade: «удовлетворительная» is wider than a phone in letters of this size."""
    key = "none" if found.score is None else "scored"
    return words.say(_FINDING[key], year=found.year, score=score_figure(words, found))


def year_place(context: Context, year: int) -> Place:
    """The page of the arithmetic of a year."""
    return context.places.of(YEAR, year)


def _evaluation(context: Context) -> Page:
    words = context.words
    whole = context.evaluated
    last, method = whole[-1], METHODS[whole[-1].method]
    cap = words.number(method.cap, decimals_of(method.cap))
    place = context.places["evaluation"]
    return Page(
        place=place,
        title=words.say("Оценка программы"),
        description=words.say(
            "Оценка программы за {year}\u00a0год и за прежние годы, и способ, которым её считают.", year=last.year
        ),
        values={
            "finding": evaluation_title(words, last),
            "grade": grade_name(words, last),
            "why_not": why_not(words, last),
            "first_year": whole[0].year,
            "year": last.year,
            "year_place": year_place(context, last.year),
            "lines_finding": _lines_finding(context, last.year),
            "line_names": _line_names(context),
            "rows": [(one.year, year_place(context, one.year), _row(context, one.year)) for one in reversed(whole)],
            "method": method,
            "method_name": words.say(
                "результат к затратам, за каждый показатель не больше\u00a0{cap}"
                if method.uses_measures
                else "достижение показателей на расходы с поправкой, за каждый показатель не больше\u00a0{cap}",
                cap=cap,
            ),
            "cap": cap,
            "grades": _grades(words, method),
            "coefficients": _coefficients(words) if not method.uses_measures else (),
            "rule_quote": rule_quote(context, "evaluation"),
            "pages_onward": onward(context, "indicators", "execution", "documents"),
        },
        charts=placed(place, _scores(context, whole, method)),
    )


def _line_names(context: Context) -> dict[str, str]:
    """The programme first, then the subprogrammes that were evaluated in any year."""
    found = {one.line.id: context.line_title(one.line.id) for one in context.evaluated}
    for year in context.measures.evaluations.values():
        found |= {one.line.id: context.line_title(one.line.id) for one in year}
    order = [context.programme.line.id, *(line.id for line in context.subprogrammes)]
    return {line: found[line] for line in order if line in found}


def _row(context: Context, year: int) -> list[Scored | None]:
    """The scores of a year by line; None where the documents tell nothing of it."""
    known = {one.line.id: one for one in context.measures.evaluations[year]}
    words = context.words
    return [
        Scored(score_figure(words, known[line]), grade_name(words, known[line])) if line in known else None
        for line in _line_names(context)
    ]


def _lines_finding(context: Context, year: int) -> str:
    """Which subprogramme has the best score and which the worst; empty where there are none."""
    words = context.words
    parts = [one for one in context.measures.evaluations[year] if one.line.kind == "subprogramme"]
    scored = sorted((one for one in parts if one.score is not None), key=lambda one: one.score or 0)
    if not parts:
        return ""
    if not scored:
        return words.say("За {year}\u00a0год ни одной подпрограмме оценку посчитать нельзя", year=year)
    worst, best = scored[0], scored[-1]
    key = "one" if len(scored) == 1 else "same" if worst.score == best.score else "apart"
    return words.say(
        _LINES[key],
        year=year,
        best=context.line_title(best.line.id),
        best_score=score_figure(words, best),
        worst=context.line_title(worst.line.id),
        worst_score=score_figure(words, worst),
    )


def _grades(words: Words, method: Method) -> list[tuple[str, str]]:
    """The name of each grade and its least score, the highest first."""
    return [(words.say(GRADES[grade]), words.number(least, decimals_of(least))) for least, grade in method.grades]


def _coefficients(words: Words) -> list[tuple[str, str]]:
    """How far the two degrees may lie apart, and what the score is then multiplied by; the last is for all beyond."""
    bounds = [(words.number(most, 2), words.number(k, 2)) for most, k in COEFFICIENTS]
    return [*bounds, ("", words.number(FURTHER, 2))]


def _origin(context: Context, found: Evaluation) -> Origin:
    """What a score is made of: plans and actuals of indicators and of money."""
    observed = (one for each in found.achievements for one in (each.plan, each.actual) if one is not None)
    money = origin_of(context, context.measures.executions.of(found.line.id, None, found.year))
    return Origin.of([*(one.quotation.document for one in observed), *money.documents], PLAN, ACTUAL)


def _scores(context: Context, whole: Sequence[Evaluation], method: Method) -> Scores:
    words = context.words
    rows = [
        Score(str(one.year), one.score, score_figure(words, one), grade_name(words, one), _origin(context, one))
        for one in whole
    ]
    bounds = [
        Bound(
            least,
            words.say(
                "{grade} от {least}",
                grade=words.say(GRADES[grade]),
                least=words.number(least, decimals_of(least)),
            ),
        )
        for least, grade in method.grades
    ]
    source = words.say("расчёт по документам программы «{programme}»", programme=context.programme_name)
    return Scores(rows, bounds, source, words)


register(
    View(
        Kind("evaluation", order=350, folder="evaluation", group="indicators", named_in=("keywords",)),
        lambda given: [_evaluation(given.context)],
        exists=lambda context: bool(context.evaluated),
        sought=sentence("оценка|эффективность|оценка эффективности"),
        onward=(sentence("Оценка программы"), sentence("Оценки по годам и весь их расчёт")),
    )
)
