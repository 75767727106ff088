"""One indicator: what its values say, what it means, the exact figures with the document's words, what is missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vitrina.addresses import Kind
from vitrina.charts.findings.observed import status_of
from vitrina.charts.kit.layout import lines
from vitrina.dataset.programme import Observation
from vitrina.dataset.tables import INDICATORS
from vitrina.dataset.tables.choices import SOURCE_STATUSES
from vitrina.measures.observations import PartsOfWhole
from vitrina.measures.status import JUDGED
from vitrina.pages.context import Context
from vitrina.pages.indicator_history import IndicatorHistory
from vitrina.pages.named_values import listed
from vitrina.pages.observed import IndicatorProfile, hatch_note, missing, rule_told
from vitrina.pages.pace import after, before, pace_summary, trend_charts, turned
from vitrina.pages.page import Page
from vitrina.pages.plan_rows import plan_rows
from vitrina.pages.quotations import Quote, quote, rule_quote
from vitrina.pages.structured_data import dataset_of_indicator
from vitrina.pages.views import Link, View, ViewInputs, register
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import decimals_of

_FORMULA_LETTER, _FORMULA_WIDTH = 16, 250
"""Pixels: the lines of a fraction are broken so that a phone holds them."""


_FEW_PLANS = 3
"""So many are named in the heading by their time, more of them are counted."""


_DIRECTIONS = {
    "rising": sentence("Чем больше, тем лучше"),
    "falling": sentence("Чем меньше, тем лучше"),
    "steady": sentence("Лучше, когда число не меняется"),
    "none": sentence("Хорошо это или плохо, число само не скажет"),
}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the document, with their place and the number by which the table refers to them."""

    number: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class Value:
    """A row of the exact table."""

    time: str
    group: str
    stage: str
    sign: str
    figure: str
    place: str
    quoted: int


@dataclass(frozen=True, slots=True)
class Sum:
    """A value beside its parts."""

    when: str
    parts: tuple[tuple[str, str], ...]
    computed: str
    stated: str
    difference: str
    """Empty where there is none."""


def _indicator(context: Context, profile: IndicatorProfile, history: IndicatorHistory) -> Page:
    words, indicator = context.words, profile.indicator
    quotations = _quotations(context, profile)
    trend, rows = trend_charts(context, profile, history), in_order(profile.observations)
    charts = {**profile.charts, **trend}
    return Page(
        place=profile.place,
        title=profile.name,
        description=words.say(
            "{finding}. Показатель программы «{programme}».", finding=profile.finding, programme=context.programme_name
        ),
        values={
            "profile": profile,
            "name": quote(context, indicator.quotation, context.official("indicators", indicator.id, "name")),
            "why": context.plain_or_empty("indicators", indicator.id, "why"),
            "method": context.plain_or_empty("indicators", indicator.id, "method"),
            "unit": profile.observed.unit.split("|"),
            "direction": words.say(_DIRECTIONS[indicator.direction]),
            "source_named": words.message(SOURCE_STATUSES[indicator.source_status]),
            "line": next((line for line in context.subprogrammes if line.id == indicator.line), None),
            "formula": _formula(context, profile),
            "values": [_value(context, profile, row, quotations) for row in rows],
            "has_groups": any(row.group for row in profile.observations),
            "quotations": quotations,
            "hatched": hatch_note(profile.observed),
            "notes": _notes(context, profile),
            "listed": listed(context, INDICATORS, indicator.id),
            "plans": plan_rows(context, profile, history),
            "plans_finding": _plans_finding(profile),
            "until": context.programme.known_until,
            "rule": rule_told(context, indicator),
            "rule_quote": rule_quote(context, "tolerance-percent"),
            "pages_onward": _pages_onward(context, profile),
            "pace": pace_summary(context, indicator, profile, history.known),
            "turned": turned(context, indicator, profile),
            "before": before(context, profile, history.known),
            "after": after(context, profile, history.known),
            "has_part": any(comparison.is_part for comparison in profile.observed.comparisons),
            "sums": [_sum(profile, found) for found in history.sums.get(profile.id, ())],
            "missing": missing(profile, words),
            "promised": [quote(context, entry.quotation) for entry in context.programme.entries("indicators")]
            if not profile.has_values
            else [],
        },
        charts=charts,
        dataset=dataset_of_indicator(
            context, profile.place, indicator, rows, (placed.files.csv for placed in charts.values())
        ),
    )


def _quotations(context: Context, profile: IndicatorProfile) -> tuple[Quoted, ...]:
    """The document's words for the values, each once, in the order of the values; without values those for the rest."""
    said = dict.fromkeys(row.quotation for row in in_order(profile.observations)) or {profile.indicator.quotation: None}
    return tuple(Quoted(number, quote(context, quotation)) for number, quotation in enumerate(said, 1))


def in_order(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """By time, whenever a document told it; what has no time stands last. Values of one time keep their order."""
    return tuple(sorted(observations, key=lambda row: (row.last or date.max, row.first or date.max)))


def _value(context: Context, profile: IndicatorProfile, row: Observation, quotations: tuple[Quoted, ...]) -> Value:
    observed = profile.observed
    found = quote(context, row.quotation)
    return Value(
        time=observed.time(row),
        group=observed.group_names.get(row.id, ""),
        stage=observed.stage(row),
        sign="" if row.sign == "=" else row.sign,
        figure=observed.signed(row) if row.value is not None else "",
        place=found.place,
        quoted=next(quoted.number for quoted in quotations if quoted.quote == found),
    )


def _notes(context: Context, profile: IndicatorProfile) -> tuple[tuple[str, str], ...]:
    """What must be known of the values: each note once, with the time or group of the values that it is about."""
    about: dict[str, list[str]] = {}
    for row in profile.observations:
        note = context.plain_or_empty("observations", row.id, "note")
        if note:
            name = profile.observed.group_names.get(row.id) or profile.observed.when(row)
            about.setdefault(note, []).append(profile.observed.stage(row) if row.stage == "plan" else name)
    return tuple((", ".join(dict.fromkeys(names)), note) for note, names in about.items())


def _sum(profile: IndicatorProfile, found: PartsOfWhole) -> Sum:
    observed, words = profile.observed, profile.observed.words
    return Sum(
        when=observed.when(found.whole),
        parts=tuple((observed.group_names.get(part.id, ""), observed.figure(part)) for part in found.parts),
        computed=words.number(found.computed, decimals_of(found.computed)),
        stated=observed.figure(found.whole),
        difference="" if found.adds_up else words.number(found.difference, decimals_of(found.difference)),
    )


def _plans_finding(profile: IndicatorProfile) -> str:
    """«Лучше плана за 2020 год и за 2021 год, нет полных данных за 2019 год»; of many «лучше плана: 6, хуже: 4»."""
    observed, words = profile.observed, profile.observed.words
    times: dict[str, list[str]] = {}
    for comparison in sorted(observed.comparisons, key=lambda comparison: comparison.status not in JUDGED):
        incomplete = comparison.status == "none" and comparison.is_part
        status = words.say("нет полных данных") if incomplete else status_of(observed, comparison)
        times.setdefault(status, []).append(observed.when(comparison.plan))
    if len(observed.comparisons) == 1:
        (compared,) = observed.comparisons
        alone = compared.actual is None and compared.status != "not-due"
        key = sentence("План: {plan}, факта нет") if alone else sentence("План: {plan}, итог: {status}")
        return words.say(key, status=next(iter(times)), plan=profile.plan[1])
    if len(observed.comparisons) <= _FEW_PLANS:
        joint = words.say("\u00a0и ")
        return ", ".join(
            words.say("{status} {when}", status=status, when=joint.join(when)) for status, when in times.items()
        )
    return ", ".join(
        words.say("{status}:\u00a0{count}", status=status, count=len(when)) for status, when in times.items()
    )


def _pages_onward(context: Context, profile: IndicatorProfile) -> list[Link]:
    """To the next indicator of the list, to all of them, to the state of things or to what is missing."""
    words, listed = context.words, context.programme.indicators
    place = [indicator.id for indicator in listed].index(profile.id)
    after = listed[(place + 1) % len(listed)]
    found = [(words.say("Показатели"), words.say("Все, целевые и по темам"), context.places["indicators"])]
    if after.id != profile.id:
        name = context.plain_or_empty("indicators", after.id, "short_name")
        found.insert(0, (name, words.say("Следующий показатель"), context.places.of("indicator", after.id)))
    if profile.has_values:
        return [
            *found,
            (words.say("Как дела"), words.say("Числа документа по темам, с рисунками"), context.places["situation"]),
        ]
    if context.programme.gap_count:
        found.append(
            (words.say("Чего нет в данных"), words.say("И готовые письма, чтобы это запросить"), context.places["gaps"])
        )
    return found


def _formula(context: Context, profile: IndicatorProfile) -> dict[str, object] | None:
    """Numerator and denominator in words, and broken into lines for the fraction; None where there is no formula."""
    above = context.plain_or_empty("indicators", profile.id, "numerator")
    below = context.plain_or_empty("indicators", profile.id, "denominator")
    if not above or not below:
        return None
    return {
        "above": above,
        "below": below,
        "above_lines": lines(above, _FORMULA_LETTER, _FORMULA_WIDTH),
        "below_lines": lines(below, _FORMULA_LETTER, _FORMULA_WIDTH),
    }


def _pages(given: ViewInputs) -> Iterator[Page]:
    history = IndicatorHistory.of(given.context.programme)
    return (_indicator(given.context, profile, history) for profile in given.profiles.values())


register(
    View(
        Kind("indicator", order=340, folder="indicators/{}", each="indicator", parent="indicators", group="indicators"),
        _pages,  # without words to look for them by: each is found by its own name
        exists=lambda context: bool(context.programme.indicators),
    )
)
