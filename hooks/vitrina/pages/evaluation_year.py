"""The whole arithmetic of an evaluation of a year, of the programme and of its parts."""

from vitrina.addresses import Kind
from vitrina.measures.evaluation.method import Evaluation
from vitrina.pages.evaluation import YEAR, evaluation_title, year_place
from vitrina.pages.evaluation_arithmetic import calculation, grade_name, why_not
from vitrina.pages.page import Page
from vitrina.pages.views import Link, View, ViewInputs, onward, register
from vitrina.words.catalogue import sentence


def _year(given: ViewInputs, whole: Evaluation) -> Page:
    context = given.context
    words = context.words
    others = (one for one in context.measures.evaluations[whole.year] if one is not whole)
    return Page(
        place=year_place(context, whole.year),
        title=words.say("Оценка программы, {years}", years=whole.year),
        description=words.say(
            "Весь расчёт оценки за {year}\u00a0год: показатели, мероприятия, деньги.", year=whole.year
        ),
        values={
            "year": whole.year,
            "finding": evaluation_title(words, whole),
            "grade": grade_name(words, whole),
            "why_not": why_not(words, whole),
            "whole": calculation(context, given.profiles, whole),
            "others": [calculation(context, given.profiles, one) for one in others],
            "ways": _ways(given, whole.year),
        },
    )


def _ways(given: ViewInputs, year: int) -> list[Link]:
    """To the year before, the year after, and all years."""
    context = given.context
    say = context.words.say
    known = {one.year for one in context.evaluated}
    neighbours = [
        (say("{year} год", year=other), say(note), year_place(context, other))
        for other, note in ((year - 1, sentence("Годом раньше")), (year + 1, sentence("Годом позже")))
        if other in known
    ]
    return [*neighbours, *onward(context, "evaluation")]


register(
    View(
        Kind(
            YEAR,
            order=355,
            folder="evaluation/{}",
            each="year",
            parent="evaluation",
            group="indicators",
            named_in=(),
        ),
        lambda given: [_year(given, one) for one in given.context.evaluated],
        exists=lambda context: bool(context.evaluated),
        sought=sentence("оценка за {year} год|оценка {year}"),
    )
)
