"""Whether the present pace leads to the plan, as at school; and what was counted otherwise before."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.addresses import Place
from vitrina.charts.trend_subject import Trend
from vitrina.dataset.programme import Indicator, Observation
from vitrina.measures.continuity import comparable_observations, followers, segments
from vitrina.measures.pace import Pace, pace, turn
from vitrina.measures.scoreboard import score_of
from vitrina.measures.status import MET, StatusRule, status_of
from vitrina.pages.context import Context
from vitrina.pages.indicator_history import IndicatorHistory
from vitrina.pages.observed import IndicatorProfile, source_line
from vitrina.pages.page import PlacedChart, placed
from vitrina.pages.quotations import Quote, quote
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import decimals_of
from vitrina.words.provenance import or_zero

_FINER = 1
"""Decimals that a yearly pace has more than the values."""

Known = Mapping[str, tuple[Observation, ...]]
"""The observations in force by indicator."""


_TURNED = {
    "rising": sentence(
        "{when} обещано меньше ({plan}), чем {most_when} ({most}). Пути к последнему плану тут нет, и "
        "темпа мы не считаем: смотрите каждый год отдельно."
    ),
    "falling": sentence(
        "{when} допускают больше ({plan}), чем {most_when} ({most}). Пути к последнему плану тут нет, и "
        "темпа мы не считаем: смотрите каждый год отдельно."
    ),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the arithmetic: what it is, how it comes about, what comes out."""

    what: str
    how: str
    result: str


@dataclass(frozen=True, slots=True)
class PaceSummary:
    """The pace of an indicator in words."""

    finding: str
    steps: tuple[Step, ...]
    begins: str
    """What the counting begins with: the baseline, or the first actual."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Another name of the indicator, before or after this one."""

    name: str
    place: Place
    quote: Quote
    finding: str
    values: tuple[tuple[str, str, str], ...]
    """When, what it is, the figure: of an earlier wording."""


def pace_summary(context: Context, indicator: Indicator, profile: IndicatorProfile, known: Known) -> PaceSummary | None:
    """None where there is no way to go: nothing to grow or to fall, or too few values."""
    found = _pace(context, indicator, known)
    if found is None:
        return None
    is_met = _is_met(indicator, found, StatusRule.of(context.programme))
    return PaceSummary(_finding(profile, found, context), _steps(profile, found, is_met), _begins(profile, found))


def turned(context: Context, indicator: Indicator, profile: IndicatorProfile) -> str:
    """Why there is no way to a plan where the plans turn back; empty where they do not."""
    found = turn(indicator, profile.observations)
    if found is None:
        return ""
    observed, (most, last) = profile.observed, found
    figures = {"most": observed.short(most), "plan": observed.short(last)}
    times = {"most_when": observed.when(most), "when": observed.when(last)}
    return context.words.say(_TURNED[indicator.direction], **figures, **times)


def _pace(context: Context, indicator: Indicator, known: Known) -> Pace | None:
    if indicator.direction not in {"rising", "falling"}:
        return None
    wordings = segments(context.programme, indicator, known)
    found = pace(indicator, comparable_observations(wordings), StatusRule.of(context.programme))
    return None if found is None or found.gets_there is None else found


def trend_charts(context: Context, profile: IndicatorProfile, history: IndicatorHistory) -> dict[str, PlacedChart]:
    """Nothing where there is neither a pace nor a break to show."""
    found = _pace(context, profile.indicator, history.known)
    if not profile.has_values or (found is None and profile.indicator.continues is None):
        return {}
    score = score_of(context.programme, profile.indicator, history.known, history.late)
    broken = before(context, profile, history.known)
    finding = _finding(profile, found, context) if found else broken.finding if broken else ""
    trend = Trend(profile.observed, score, found, finding, source_line(context, profile.observations))
    return placed(profile.place, trend)


def _finding(profile: IndicatorProfile, found: Pace, context: Context) -> str:
    observed, words, target = profile.observed, profile.observed.words, found.target
    values = {
        "then": _figure(profile, found.at_present_pace, found),
        "when": observed.when(target),
        "plan": observed.signed(target),
        "last": observed.signed(found.last),
        "last_when": observed.when(found.last),
    }
    is_met = _is_met(profile.indicator, found, StatusRule.of(context.programme))
    if not found.months_left:
        return words.say(
            "План {when} выполнен: {last} {last_when}, а обещано {plan}"
            if is_met
            else "Срок плана прошёл: {last} {last_when}, а обещано {plan}",
            **values,
        )
    if is_met and found.gets_there:
        return words.say("Уже {last_when} вышло {last}, а {when} обещано {plan}", **values)
    return words.say(
        "Если так и пойдёт, план выполнят: {then} {when}, а обещано {plan}"
        if found.gets_there
        else "Если так и пойдёт, плана не выполнят: {then} {when}, а обещано {plan}",
        **values,
    )


def _begins(profile: IndicatorProfile, found: Pace) -> str:
    key = (
        sentence("Счёт начали с исходного значения {when}.")
        if found.baseline.stage == "baseline"
        else sentence("Исходного значения в документе нет. Счёт начали с первого факта, {when}.")
    )
    return profile.observed.words.say(key, when=profile.observed.when(found.baseline))


def _is_met(indicator: Indicator, found: Pace, rule: StatusRule) -> bool:
    return status_of(indicator, found.target, or_zero(found.last.value), rule) in MET


def _steps(profile: IndicatorProfile, found: Pace, is_met: bool) -> tuple[Step, ...]:
    observed, say = profile.observed, profile.observed.words.say
    first, last, target = (or_zero(row.value) for row in (found.baseline, found.last, found.target))
    begun, reached, goal = (_plain(profile, value) for value in (first, last, target))
    passed, left = _years(profile, found.months_passed), _years(profile, found.months_left)
    finer = _digits(found) + _FINER
    rate = observed.words.number(found.per_year, finer, sign=True)
    steps = [
        Step(
            say("Сейчас за год"), say("({after} − {before}) ÷ {years}", after=reached, before=begun, years=passed), rate
        )
    ]
    if found.needed_per_year is not None:
        if not is_met:
            needed = observed.words.number(found.needed_per_year, finer, sign=True)
            divided = say("({after} − {before}) ÷ {years}", after=goal, before=reached, years=left)
            steps.append(Step(say("Нужно за год"), divided, needed))
        then = _figure(profile, found.at_present_pace, found)
        raw = last + (last - first) * found.months_left / found.months_passed
        bounded = (
            ""
            if raw == found.at_present_pace
            else say(". Больше 100 % не бывает" if raw > found.at_present_pace else ". Меньше нуля не бывает")
        )
        multiplied = say("{reached} {rate} × {years}", reached=reached, rate=_bare(profile, found), years=left)
        steps.append(
            Step(say("Если так и пойдёт, {when}", when=observed.when(found.target)), multiplied + bounded, then)
        )
        steps.append(Step(say("План {when}", when=observed.when(found.target)), "", observed.short(found.target)))
    if found.way_percent is not None and 0 <= found.way_percent <= 100:
        how = say("{after} − {before} из {goal} − {before}", after=reached, before=begun, goal=goal)
        steps.append(Step(say("Пройдено пути"), how, observed.words.percent(found.way_percent, 0)))
    return tuple(steps)


def _bare(profile: IndicatorProfile, found: Pace) -> str:
    """The pace as it is added: «+ 2,17», «− 3,5»."""
    sign = "−" if found.per_year < 0 else "+"
    return f"{sign}\u00a0{profile.observed.words.number(abs(found.per_year), _digits(found) + _FINER)}"


def _digits(found: Pace) -> int:
    """The decimals that the values have."""
    return max(decimals_of(or_zero(row.value)) for row in (found.baseline, found.last, found.target))


def _figure(profile: IndicatorProfile, value: Decimal, found: Pace) -> str:
    words, digits = profile.observed.words, _digits(found)
    return words.percent(value, digits) if profile.indicator.is_share else words.number(value, digits)


def _plain(profile: IndicatorProfile, value: Decimal) -> str:
    return profile.observed.amount(value)


def _years(profile: IndicatorProfile, months: int) -> str:
    """«6 лет», «3,75 года»."""
    words = profile.observed.words
    years = Decimal(months) / 12
    whole = years if years != int(years) else Decimal(int(years))
    return words.quantity(round(whole, 2) if decimals_of(whole) > 2 else whole, words.say("год|года|лет"))


_COMPARABLE = (
    sentence("С {year} года название другое, но сравнивать можно"),
    sentence("Название теперь другое, но сравнивать можно"),
)
_NOT_COMPARABLE = (
    sentence("С {year} года считают иначе, сравнивать нельзя"),
    sentence("Теперь считают иначе, сравнивать нельзя"),
)


def before(context: Context, profile: IndicatorProfile, known: Known) -> Wording | None:
    """What the indicator was called before; None for one that has always had its name."""
    continued = profile.indicator.continues
    if continued is None:
        return None
    earlier = context.programme.indicator(continued)
    rows = [row for row in known.get(continued, ()) if row.stage != "plan" and row.value is not None]
    years = [row.last.year for row in profile.observations if row.last is not None]
    dated, undated = _COMPARABLE if profile.indicator.is_comparable else _NOT_COMPARABLE
    say, observed = context.words.say, profile.observed
    return Wording(
        name=context.plain("indicators", earlier.id, "short_name"),
        place=context.places.of("indicator", earlier.id),
        quote=quote(context, earlier.quotation, context.official("indicators", earlier.id, "name")),
        finding=say(dated, year=min(years)) if years else say(undated),
        values=tuple((observed.time(row), observed.stage(row), observed.signed(row)) for row in rows),
    )


def after(context: Context, profile: IndicatorProfile, known: Known) -> Wording | None:
    """What the indicator is called now."""
    later = next(iter(followers(context.programme, profile.indicator)), None)
    if later is None:
        return None
    years = [row.last.year for row in known.get(later.id, ()) if row.last is not None]
    say = context.words.say
    dated, undated = _COMPARABLE if later.is_comparable else _NOT_COMPARABLE
    return Wording(
        name=context.plain("indicators", later.id, "short_name"),
        place=context.places.of("indicator", later.id),
        quote=quote(context, later.quotation, context.official("indicators", later.id, "name")),
        finding=say(dated, year=min(years)) if years else say(undated),
        values=(),
    )
