"""An indicator as the pages tell it: its finding, its last value, its plan, its charts, what is missing of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vitrina.addresses import Place
from vitrina.charts.findings.observed import status_of
from vitrina.charts.observed import Figure, Observed, is_ahead
from vitrina.dataset.programme import Indicator, Observation, Programme
from vitrina.measures.ledger import ledger
from vitrina.measures.series import by_indicator, groups, is_within_a_year, series, undated
from vitrina.measures.status import Comparison, StatusRule, comparisons
from vitrina.pages.context import Context
from vitrina.pages.page import PlacedChart, placed
from vitrina.pages.spending import documents_line
from vitrina.words import Words
from vitrina.words.capitals import first_lower
from vitrina.words.catalogue import sentence

_MISSING_TIME = {
    "time": sentence("За какое время эти числа, документ не говорит"),
    "time_one": sentence("За какое время это число, документ не говорит"),
    "time_some": sentence("Время названо не у каждого числа"),
    "time_plan": sentence("К какому сроку обещан план, документ не говорит"),
}


@dataclass(frozen=True, slots=True)
class Status:
    """A status as the look knows it, and its word; both empty where nothing was promised."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class IndicatorProfile:
    """An indicator with all that a page says of it."""

    indicator: Indicator
    name: str
    theme: str
    explanation: str
    finding: str
    """Its name and what its values say."""
    observed: Observed
    observations: tuple[Observation, ...]
    place: Place
    when: str
    """The time of the last value; empty where there is none."""
    plan: Figure
    actual: Figure
    """The last value, or how many groups have one each."""
    stage: str
    """What the last value is: «факт», «прогноз»."""
    is_actual: bool
    """Whether it is an actual one, or there is none."""
    status: Status
    note: str
    charts: Mapping[str, PlacedChart]

    @property
    def id(self) -> str:
        return self.indicator.id

    @property
    def has_values(self) -> bool:
        return any(observation.value is not None for observation in self.observations)


def rule_told(context: Context, indicator: Indicator | None = None) -> str:
    """The rule of the statuses as a page says it: that of one indicator, or those of all."""
    words, rule = context.words, StatusRule.of(context.programme)
    percent = rule.percent(indicator) if indicator else rule.tolerance
    key = (
        sentence("Из факта вычли план. Разница до {allowed} плана: «по плану». Больше: «лучше плана» или «хуже плана».")
        if percent
        else sentence("Сравнили два числа: из факта вычли план. Ноль значит «по плану».")
    )
    told = words.say(key, allowed=words.quantity(percent, "%"))
    if indicator or rule.steady_tolerance in {None, percent}:
        return told
    steady = words.quantity(rule.steady_tolerance or 0, "%")
    return f"{told} {words.say('Где лучше без перемен, можно до {allowed}.', allowed=steady)}"


def by_theme(profiles: Iterable[IndicatorProfile]) -> Mapping[str, tuple[IndicatorProfile, ...]]:
    """What is about one thing together, themes and indicators in the order of the table."""
    found: dict[str, list[IndicatorProfile]] = {}
    for one in profiles:
        found.setdefault(one.theme, []).append(one)
    return {theme: tuple(those) for theme, those in found.items()}


def profiles_of(context: Context) -> Mapping[str, IndicatorProfile]:
    """Every indicator by its id, with the values in force: what a later document restated is told by the changes."""
    known = by_indicator(ledger(context.programme).observations)
    promised = promised_in_words(context.programme)
    return {one.id: _told(context, one, known.get(one.id, ()), promised) for one in context.programme.indicators}


def promised_in_words(programme: Programme) -> Mapping[str, str]:
    """The indicators that an expected result of the programme speaks of, and that result."""
    results = {goal.id for goal in programme.goals_of("result")}
    return {link.source: link.target for link in programme.links if link.target in results}


def _told(
    context: Context, indicator: Indicator, observations: tuple[Observation, ...], promised: Collection[str]
) -> IndicatorProfile:
    observed = _observed(context, indicator, observations)
    last = _last(observed)
    compared = last_comparison(observed)
    place = context.places.of("indicator", indicator.id)
    return IndicatorProfile(
        indicator=indicator,
        name=observed.name,
        theme=context.programme.phrase(indicator.theme, context.words.language).text,
        explanation=context.plain_or_empty("indicators", indicator.id, "explanation"),
        finding=_titled(observed),
        observed=observed,
        observations=observations,
        place=place,
        when=_when(observed),
        plan=observed.seen_and_heard(compared.plan if compared else None),
        actual=observed.seen_and_heard(last) if last else (_several(observed),) * 2,
        stage=observed.stage(last or observed.groups[0]) if last or observed.groups else "",
        is_actual=last is None or last.stage == "actual",
        status=_status(observed, observations, indicator.id in promised),
        note=_note(context, observed, last),
        charts=placed(place, observed),
    )


def _observed(context: Context, indicator: Indicator, observations: tuple[Observation, ...]) -> Observed:
    language = context.words.language
    text = context.programme.text
    side_by_side = groups(observations)
    whole = side_by_side[0].part_of if side_by_side else None
    return Observed(
        indicator=indicator,
        name=context.plain_or_empty("indicators", indicator.id, "short_name"),
        unit=text("indicators", indicator.id, "unit", language).text,
        group_names={
            observation.id: context.plain_or_empty("observations", observation.id, "group")
            for observation in observations
            if observation.group
        },
        series=series(observations),
        undated=undated(observations),
        groups=side_by_side,
        whole=context.programme.observation(whole) if whole else None,
        comparisons=comparisons(
            indicator, observations, StatusRule.of(context.programme), context.programme.known_until
        ),
        words=context.words,
        source=source_line(context, [row for row in observations if not row.group]),
        groups_source=source_line(context, side_by_side),
    )


def last_comparison(observed: Observed) -> Comparison | None:
    """The latest plan with an actual beside it; else the latest that was due, as on the scoreboard; else the last."""
    with_actual = [comparison for comparison in observed.comparisons if comparison.actual is not None]
    due = [comparison for comparison in observed.comparisons if comparison.status != "not-due"]
    candidates = with_actual or due or list(observed.comparisons)
    return candidates[-1] if candidates else None


def _last(observed: Observed) -> Observation | None:
    return observed.series[-1] if observed.series else _undated(observed)


def _undated(observed: Observed) -> Observation | None:
    """The one value of an indicator that has neither a time nor groups."""
    return observed.undated[0] if observed.undated else None


def _several(observed: Observed) -> str:
    count = len(observed.groups)
    words = observed.words
    return words.say_n("{count}\u00a0число", "{count}\u00a0чисел", count) if count else ""


def _note(context: Context, observed: Observed, last: Observation | None) -> str:
    """The note on the last value; of groups only what holds for all of them."""
    rows = [last] if last else list(observed.groups)
    notes = {context.plain_or_empty("observations", row.id, "note") for row in rows}
    return notes.pop() if len(notes) == 1 else ""


def _when(observed: Observed) -> str:
    last = _last(observed)
    if last:
        return observed.when(last)
    return _listed(observed) if observed.groups else ""


def _listed(observed: Observed) -> str:
    """«сады 11, школы 6»."""
    return ", ".join(
        observed.words.say("{group}\u00a0{value}", group=observed.group_names[row.id], value=observed.signed(row))
        for row in observed.groups
    )


def _titled(observed: Observed) -> str:
    """The name and the finding; a name that has a colon of its own is not given a second one."""
    key = sentence("{name}, {finding}") if ":" in observed.name else sentence("{name}: {finding}")
    return observed.words.say(key, name=observed.name, finding=_finding(observed))


def _finding(observed: Observed) -> str:
    """The last value beside its plan; or the first and the last; or the groups; or that there is nothing."""
    words, last, compared = observed.words, _last(observed), last_comparison(observed)
    if last is None:
        if observed.groups:
            return _listed(observed)
        return (
            words.say("{plan} по плану", plan=observed.signed(compared.plan))
            if compared
            else words.say("чисел в документе нет")
        )
    first = observed.series[0] if observed.series else last
    if compared:
        return _beside_plan(observed, last)
    if first != last:
        return words.say(
            "{first} {first_when}, {last} {last_when}",
            first=observed.quantity(first),
            first_when=observed.when_staged(first),
            last=observed.figure(last),
            last_when=observed.when_staged(last),
        )
    value = observed.signed(last, observed.quantity(last))
    key = sentence("{value} {when}") if last.first else sentence("{value}, {when}")
    return words.say(key, value=value, when=observed.when_staged(last))


def _beside_plan(observed: Observed, last: Observation) -> str:
    """The latest value that covers all of its plan's time; a part of it only where there is no other."""
    compared = [found for found in observed.comparisons if found.actual is not None]
    whole = [found for found in compared if not found.is_part] or compared or list(observed.comparisons)
    chosen = whole[-1]
    row = chosen.actual or last
    values: dict[str, object] = {
        "value": observed.signed(row, observed.quantity(row)),
        "when": observed.when_staged(row),
        "plan": observed.signed(chosen.plan),
    }
    if chosen.is_part:
        return observed.words.say("{value} {when}, план на {all}: {plan}", **values, all=observed.all_of(chosen.plan))
    return observed.words.say("{value} {when} при плане {plan}", **values)


def _status(observed: Observed, observations: tuple[Observation, ...], is_promised: bool) -> Status:
    """The one verdict on an indicator for every page: by its latest plan, or that it was promised without a figure."""
    compared = last_comparison(observed)
    if compared:
        return Status(compared.status, status_of(observed, compared))
    if any(observation.value is not None for observation in observations):
        return Status("none", observed.words.say("обещано без числа")) if is_promised else Status("", "")
    return Status("none", observed.words.say("нет данных"))


def source_line(context: Context, observations: Sequence[Observation]) -> str:
    """Where figures stand: the programme with the place of its own, then the reports that tell the others."""
    editions = {document.id for document in context.programme.documents if document.kind == "edition"}
    cells = [(row.quotation.document, row.quotation.place) for row in observations]
    own = [place for document, place in cells if document in editions]
    told = [cell for cell in cells if cell[0] not in editions]
    lines = [documents_line(context, told)] if told else []
    if own:
        place = first_lower(context.place_name(own[0]))
        lines.insert(
            0, context.words.say("программа «{programme}», {place}", programme=context.programme_name, place=place)
        )
    return "; ".join(lines)


def hatch_note(observed: Observed) -> str:
    """What hatched bars are, and what the solid ones beside them; empty where no bar is hatched."""
    if not any(map(is_ahead, observed.series)):
        return ""
    solid = dict.fromkeys(observed.stage(row) for row in observed.series if not is_ahead(row))
    words = observed.words
    if not solid:
        return words.say("Штриховка: прогноз.")
    return words.say("Штриховка: прогноз. Сплошные столбики: {solid}.", solid=words.say("\u00a0и ").join(solid))


def _without_date(observations: tuple[Observation, ...]) -> list[str]:
    """What to say of figures without a date: that all of them lack it, one does, some do, or the plan alone."""
    figures = [row for row in observations if row.value is not None]
    without = [row for row in figures if row.first is None]
    if not without:
        return []
    if len(figures) == 1:
        return ["time_plan" if figures[0].stage == "plan" else "time_one"]
    if len(without) == len(figures):
        return ["time"]
    return ["time_plan" if all(row.stage == "plan" for row in without) else "time_some"]


def missing(profile: IndicatorProfile, words: Words) -> tuple[str, ...]:
    """What the document leaves unsaid of an indicator, as sentences without a full stop; the weightiest first."""
    observed, found = profile.observed, []
    if not profile.has_values:
        found.append(
            words.say(
                "Ни плана, ни факта в документе нет" if profile.indicator.kind == "target" else "Числа в документе нет"
            )
        )
    else:
        if any(one.actual is None and one.status != "not-due" for one in observed.comparisons):
            found.append(words.say("Факта рядом с планом в документе нет"))
        if any(row.stage in {"estimate", "forecast"} for row in observed.series) and not any(
            row.stage == "actual" for row in observed.series
        ):
            found.append(words.say("Сколько вышло на самом деле, документ не говорит"))
        found += [
            words.say("За весь {year} год числа нет, есть только {part}", year=row.first.year, part=observed.part(row))
            for row in observed.series
            if row.first is not None and is_within_a_year(row)
        ]
        if not observed.comparisons:
            found.append(words.say("План числом в документе не назван"))
        found += [words.say(_MISSING_TIME[key]) for key in _without_date(profile.observations)]
    if profile.indicator.source_status == "not-named":
        found.append(words.say("Откуда берут число, документ не говорит"))
    return tuple(found)
