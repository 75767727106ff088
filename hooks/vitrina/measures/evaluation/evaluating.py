"""The evaluation of a year: every subprogramme that has data, then the programme, by the method that it names."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from vitrina.dataset.programme import Completion, Indicator, Line, Observation, Programme
from vitrina.measures.evaluation.achievement import degree, division, mean
from vitrina.measures.evaluation.achievement_spending import ACHIEVEMENT_SPENDING
from vitrina.measures.evaluation.method import Achievement, Components, Evaluation, MeanDegree, Method, WhyNot
from vitrina.measures.evaluation.ratio import RATIO
from vitrina.measures.evaluation.ratio_130 import RATIO_130
from vitrina.measures.execution import Executions
from vitrina.measures.ledger import ledger
from vitrina.measures.series import by_indicator
from vitrina.measures.status import StatusRule, YearStatus, yearly
from vitrina.words.provenance import Figure, How, Number, Stated, count_of, or_zero, worked_out

METHODS = {method.id: method for method in (RATIO, RATIO_130, ACHIEVEMENT_SPENDING)}


def evaluations(programme: Programme, money: Executions) -> Mapping[int, tuple[Evaluation, ...]]:
    """Every year of which the documents tell all, the earliest first; none where the programme names no method."""
    if programme.evaluation_method is None:
        return {}
    method, statuses = METHODS[programme.evaluation_method], _statuses(programme)
    years = {*money.years, *statuses, *(done.year for done in programme.completions)}
    lines = [*(line for line in programme.lines if line.kind == "subprogramme"), programme.line]
    found: dict[int, tuple[Evaluation, ...]] = {}
    for year in sorted(year for year in years if date(year, 12, 31) <= programme.known_until):
        made = (_evaluation(programme, line, year, method, (money, statuses.get(year, {}))) for line in lines)
        told = tuple(one for one in made if one.achievements or one.measures_all or one.spent is not None)
        if told:
            found[year] = told
    return found


def _statuses(programme: Programme) -> Mapping[int, dict[str, YearStatus]]:
    """By year the target indicators that have a plan for it, by id."""
    rows, rule = by_indicator(ledger(programme).observations), StatusRule.of(programme)
    found: dict[int, dict[str, YearStatus]] = {}
    for indicator in programme.indicators:
        own = rows.get(indicator.id, ()) if indicator.kind == "target" else ()
        for status in yearly(indicator, own, rule, programme.known_until):
            if status.plan is not None:
                found.setdefault(status.year, {})[indicator.id] = status
    return found


def _evaluation(
    programme: Programme,
    line: Line,
    year: int,
    method: Method,
    known: tuple[Executions, dict[str, YearStatus]],
) -> Evaluation:
    money, found = known
    cap = Fraction(method.cap)
    degrees = [
        (indicator, degree(indicator, found[indicator.id], cap))
        for indicator in _indicators(programme, line)
        if indicator.id in found
    ]
    achievement = mean(
        (reached, None if one.weight is None else Fraction(one.weight))
        for one, reached in degrees
        if reached is not None
    )
    told = _told(programme, line, year)
    every = count_of("told", (_as_one(programme, one) for one in told))
    done = count_of("done", (_as_one(programme, one) for one in told if one.state == "done"))
    execution = money.of(line.id, None, year)
    spent, planned = execution.actual, execution.base
    spending = Fraction(spent, planned) if spent is not None and planned else None
    measures = Fraction(done, every) if every else None
    outcome = method.evaluate(
        Components(
            achievement,
            measures,
            spending,
            why_no_achievement=_why_no_mean([reached for _, reached in degrees]),
            why_no_spending="no-spending" if spent is None else "nothing-planned",
        )
    )
    achievements = tuple(
        _achievement(one, plan, found[one.id].actual, reached, method)
        for one, reached in degrees
        if (plan := found[one.id].plan) is not None
    )
    average = MeanDegree.of(achievements)
    achieved = _decimal(achievement, "quotient", average.total, average.by)
    measures_degree = _decimal(measures, "quotient", done, every)
    spending_degree = _decimal(spending, "quotient", spent, planned)
    apart = None if outcome.coefficient is None else _apart(achieved, spending_degree)
    coefficient = _decimal(outcome.coefficient, "by_rule", apart)
    efficiency = _decimal(outcome.efficiency, "quotient", measures_degree, spending_degree)
    factors = (achieved, efficiency) if method.uses_measures else (achieved, spending_degree, coefficient)
    return Evaluation(
        method=method.id,
        line=line,
        year=year,
        achievements=achievements,
        mean=average,
        achievement=achieved,
        measures_done=done,
        measures_all=every,
        measures_degree=measures_degree,
        spent=spent,
        planned=planned,
        spending_degree=spending_degree,
        apart=apart,
        efficiency=efficiency,
        coefficient=coefficient,
        score=_decimal(outcome.score, "product", *factors),
        grade=outcome.grade,
        why_not=outcome.why_not,
    )


def _achievement(
    indicator: Indicator, plan: Observation, actual: Observation | None, reached: Fraction | None, method: Method
) -> Achievement:
    divided = _division(indicator, plan, actual)
    if divided is None:
        degree = _decimal(reached, "by_rule", actual.value if actual else None, plan.value, plan.upper)
    else:
        quotient = worked_out(divided[0] / divided[1], "quotient", *divided)
        degree = _decimal(reached)
        if degree is not None:
            degree = quotient if quotient == degree else worked_out(degree, "least", quotient, method.cap)
    return Achievement(indicator, plan, actual, degree, divided, indicator.weight)


def _apart(one: Decimal | None, other: Decimal | None) -> Decimal:
    smaller, larger = sorted((or_zero(one), or_zero(other)))
    return worked_out(Decimal(larger) - Decimal(smaller), "difference", larger, smaller)


def _division(indicator: Indicator, plan: Observation, actual: Observation | None) -> tuple[Decimal, Decimal] | None:
    return division(indicator, plan, actual.value) if actual is not None and actual.value is not None else None


def _why_no_mean(degrees: Sequence[Fraction | None]) -> WhyNot:
    if not degrees:
        return "no-plans"
    return "no-actuals" if all(one is None for one in degrees) else "no-weights"


def _indicators(programme: Programme, line: Line) -> tuple[Indicator, ...]:
    """A line's own. A programme without any is judged by those of its subprogrammes: our choice, for acts differ."""
    if line.kind == "programme":
        own = tuple(one for one in programme.indicators if one.line in {None, line.id})
        return own if any(one.kind == "target" for one in own) else programme.indicators
    return tuple(one for one in programme.indicators if one.line == line.id)


def _told(programme: Programme, line: Line, year: int) -> tuple[Completion, ...]:
    """What is said of each measure below a line in a year, by the latest document that tells of it."""
    sequences = {document.id: document.sequence for document in programme.documents if document.is_published}
    below = _below(programme, line)
    told = [
        done
        for done in programme.completions
        if done.year == year and done.line in below and done.quotation.document in sequences
    ]
    latest = {done.line: done for done in sorted(told, key=lambda done: sequences[done.quotation.document])}
    return tuple(latest.values())


def _as_one(programme: Programme, told: Completion) -> Decimal:
    """What is said of a measure, as one of those that are counted."""
    return Number(Decimal(1), Figure(Decimal(1), Stated(programme.id, "completions", told.row)))


def _below(programme: Programme, line: Line) -> frozenset[str]:
    """The ids of the lines that belong to a line, at any depth."""
    found: set[str] = set()
    added = {line.id}
    while added:
        found |= added
        added = {one.id for one in programme.lines if one.parent in added} - found
    return frozenset(found - {line.id})


def _decimal(value: Fraction | None, how: How = "quotient", *terms: int | Decimal | None) -> Decimal | None:
    """With what it was worked out from."""
    if value is None:
        return None
    known = (term for term in terms if term is not None)
    return worked_out(Decimal(value.numerator) / Decimal(value.denominator), how, *known)
