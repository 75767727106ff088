"""The calculation of one evaluation, with every figure that it is made of, so that a reader can repeat it on paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from vitrina.addresses import Place
from vitrina.charts.observed import Figure
from vitrina.measures.evaluation.evaluating import METHODS
from vitrina.measures.evaluation.method import Achievement, Evaluation
from vitrina.pages.context import Context
from vitrina.pages.observed import IndicatorProfile
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import decimals_of
from vitrina.words.provenance import or_zero, without_marks

_DIGITS, _SCORE_DIGITS, _FINEST = 4, 3, 9


GRADES = {
    "high": sentence("высокая"),
    "medium": sentence("средняя"),
    "satisfactory": sentence("удовлетворительная"),
    "unsatisfactory": sentence("неудовлетворительная"),
}

_WHY_NOT = {
    "no-plans": sentence("на этот год нет показателя с планом"),
    "no-actuals": sentence("ни у одного показателя нет точного факта за весь год"),
    "no-weights": sentence("веса показателей в сумме дают ноль"),
    "no-measures": sentence("отчёт не говорит, какие мероприятия выполнены"),
    "no-spending": sentence("не указано, сколько потратили"),
    "nothing-planned": sentence("денег на этот год не запланировали, делить не на что"),
    "nothing-spent": sentence("не потратили ничего, делить не на что"),
}

_STEPS = {
    "achievement": sentence("Степень достижения показателей"),
    "achievement_weighted": sentence("сумма произведений ÷ сумма весов"),
    "achievement_mean": sentence("сумма степеней ÷ число показателей"),
    "measures": sentence("Доля выполненных мероприятий"),
    "measures_how": sentence("выполнено ÷ всего"),
    "spending": sentence("Доля потраченных денег"),
    "spending_how": sentence("потратили ÷ запланировали, тыс.\u00a0₽"),
    "efficiency": sentence("Эффективность расходов"),
    "efficiency_how": sentence("доля мероприятий ÷ доля денег"),
    "coefficient": sentence("Поправка"),
    "coefficient_how": sentence("насколько степень достижения и доля денег далеки друг от друга"),
    "score_how": sentence("степень достижения × эффективность"),
    "score_spending": sentence("степень достижения × доля денег × поправка"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One indicator: what is divided by what, and what it weighs. Empty where there is nothing."""

    name: str
    place: Place
    plan: Figure
    actual: Figure
    degree: str
    weight: str
    product: str


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic: what it is, how it is done in words and in figures, what comes out."""

    what: str
    how: str
    figures: str
    result: str


@dataclass(frozen=True, slots=True)
class Calculation:
    """A line's year. `why_not` is empty where there is a score, `grade` where the method has none."""

    anchor: str
    name: str
    score: str
    grade: str
    why_not: str
    terms: tuple[Term, ...]
    is_weighted: bool
    weights: str
    sum: str
    """Of the products, or of the degrees where nothing has a weight."""
    steps: tuple[Step, ...]


def calculation(context: Context, profiles: Mapping[str, IndicatorProfile], found: Evaluation) -> Calculation:
    words, mean = context.words, found.mean
    return Calculation(
        anchor=f"{found.line.id}-{found.year}",
        name=context.line_title(found.line.id),
        score=score_figure(words, found),
        grade=grade_name(words, found),
        why_not=why_not(words, found),
        terms=tuple(_term(words, profiles[one.indicator.id], one, mean.is_weighted) for one in found.achievements),
        is_weighted=mean.is_weighted,
        weights=_figure(words, mean.by),
        sum=_figure(words, mean.total),
        steps=tuple(_steps(words, found)),
    )


def grade_name(words: Words, found: Evaluation) -> str:
    return words.say(GRADES[found.grade]) if found.grade else ""


def why_not(words: Words, found: Evaluation) -> str:
    """Why there is no score; empty where there is one."""
    return words.say(_WHY_NOT[found.why_not]) if found.why_not else ""


def score_figure(words: Words, found: Evaluation) -> str:
    """Three decimals, or as many as it takes not to seem to reach a grade that it does not; empty without a score."""
    if found.score is None:
        return ""
    bounds = [least for least, _ in METHODS[found.method].grades]
    digits = _SCORE_DIGITS
    while digits < _FINEST and any(
        (_rounded(found.score, digits) >= least) != (found.score >= least) for least in bounds
    ):
        digits += 1
    return words.number(found.score, digits)


def _term(words: Words, profile: IndicatorProfile, one: Achievement, is_weighted: bool) -> Term:
    no_weight = words.say("веса нет") if is_weighted else ""
    seen_and_heard = profile.observed.seen_and_heard
    return Term(
        name=profile.name,
        place=profile.place,
        plan=_told_by(one.degree, seen_and_heard(one.plan)),
        actual=_told_by(one.degree, seen_and_heard(one.actual)),
        degree=_degree(words, one),
        weight=no_weight if one.weight is None else words.number(one.weight, decimals_of(one.weight)),
        product="" if one.product is None else _figure(words, one.product, _DIGITS + 1),
    )


def _told_by(degree: Decimal | None, figure: Figure) -> Figure:
    """Where a plan or an actual is from is told with the degree that is made of them, where there is one."""
    short, long = figure
    return figure if degree is None else (without_marks(short), without_marks(long))


def _degree(words: Words, one: Achievement) -> str:
    if one.degree is None:
        return words.say("нет точного факта за весь год")
    degree = _figure(words, one.degree)
    if one.division is None:
        return words.say(
            "на ноль не делят: {degree}" if one.plan.upper is None else "внутри плана: {degree}", degree=degree
        )
    raw = one.division[0] / one.division[1]
    divided = without_marks(_divided(words, *(words.number(value, decimals_of(value)) for value in one.division)))
    if raw <= one.degree:
        return words.say("{figures} = {result}", figures=divided, result=degree)
    return words.say(
        "{figures} = {raw}, засчитали\u00a0{degree}", figures=divided, raw=_figure(words, raw), degree=degree
    )


def _steps(words: Words, found: Evaluation) -> Iterable[Step]:
    method, mean = METHODS[found.method], found.mean
    how = "achievement_weighted" if mean.is_weighted else "achievement_mean"
    divided = _divided(words, _figure(words, mean.total), _figure(words, mean.by))
    yield _step(words, "achievement", how, divided, found.achievement)
    if method.uses_measures:
        done, every = words.number(found.measures_done), words.number(found.measures_all)
        yield _step(words, "measures", "measures_how", _divided(words, done, every), found.measures_degree)
    spent = "" if found.spent is None else words.exact(found.spent)
    planned = "" if found.planned is None else words.exact(found.planned)
    yield _step(words, "spending", "spending_how", _divided(words, spent, planned), found.spending_degree)
    if found.score is None:
        return
    achievement, spending = _figure(words, found.achievement), _figure(words, found.spending_degree)
    if found.coefficient is not None:
        coefficient = _figure(words, found.coefficient)
        yield _step(words, "coefficient", "coefficient_how", _figure(words, found.apart), found.coefficient)
        figures = words.say("{first} × {second} × {third}", first=achievement, second=spending, third=coefficient)
        yield _score(words, found, "score_spending", figures)
    else:
        efficiency = _figure(words, found.efficiency)
        divided = _divided(words, _figure(words, found.measures_degree), spending)
        yield _step(words, "efficiency", "efficiency_how", divided, found.efficiency)
        figures = words.say("{first} × {second}", first=achievement, second=efficiency)
        yield _score(words, found, "score_how", figures)


def _step(words: Words, what: str, how: str, figures: str, result: Decimal | None) -> Step:
    """Without a result there is nothing to show but that there are no data. The result tells where its figures are
    from."""
    name, rule = words.say(_STEPS[what]), words.say(_STEPS[how])
    if result is None:
        return Step(name, rule, "", words.say("нет данных"))
    return Step(name, rule, without_marks(figures), _figure(words, result))


def _score(words: Words, found: Evaluation, how: str, figures: str) -> Step:
    return Step(words.say("Оценка"), words.say(_STEPS[how]), without_marks(figures), score_figure(words, found))


def _divided(words: Words, dividend: str, divisor: str) -> str:
    return words.say("{dividend} ÷ {divisor}", dividend=dividend, divisor=divisor)


def _figure(words: Words, value: Decimal | None, digits: int = _DIGITS) -> str:
    """Rounded, and without zeros that say nothing: «1», «0,7692»."""
    rounded = _rounded(or_zero(value), digits).normalize()
    return words.number(rounded, decimals_of(rounded))


def _rounded(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
