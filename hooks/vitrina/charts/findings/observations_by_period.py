"""What the chart of an indicator says: its last value beside the plan, or its largest step."""

from vitrina.charts.findings.observed import all_sentences, sentence_of, status_of
from vitrina.charts.observed import Observed
from vitrina.charts.period_bars import planned
from vitrina.dataset.programme import Observation
from vitrina.measures.series import is_within_a_year
from vitrina.measures.status import Comparison
from vitrina.words.catalogue import sentence
from vitrina.words.provenance import or_zero

_ONLY_STEP = {
    True: sentence("Прибавка {when}: на {amount} больше, чем {before}"),
    False: sentence("Убыль {when}: на {amount} меньше, чем {before}"),
}
_LARGEST_STEP = {
    True: sentence("Сильнее всего число изменилось {when}: на {amount} больше, чем {before}"),
    False: sentence("Сильнее всего число изменилось {when}: на {amount} меньше, чем {before}"),
}
"""By whether it is a rise."""


def finding(observed: Observed) -> str:
    """What the latest value is beside its plan; without plans the largest step from one time to the next."""
    compared = [(row, found) for row in observed.series if (found := observed.comparison_of(row)) is not None]
    if compared:
        return _compared_finding(observed, *compared[-1])
    steps = [
        (or_zero(after.value) - or_zero(before.value), before, after)
        for before, after in zip(observed.series, observed.series[1:], strict=False)
        if not any(is_within_a_year(row) or row.sign != "=" for row in (before, after))
    ]
    if not steps:
        last = observed.series[-1]
        value = observed.signed(last, observed.quantity(last))
        return observed.say("Известно одно число, {when}: {value}", value=value, when=observed.when_staged(last))
    amount, before, after = max(steps, key=lambda step: abs(step[0]))
    if not amount:
        return observed.say("Каждый раз одинаково: {value}", value=observed.quantity(after))
    told = _ONLY_STEP if len(steps) == 1 else _LARGEST_STEP
    return observed.say(
        told[amount > 0],
        amount=observed.difference(amount),
        when=observed.when_staged(after),
        before=observed.when_staged(before),
    )


def _compared_finding(observed: Observed, row: Observation, comparison: Comparison) -> str:
    values: dict[str, object] = {
        "value": observed.signed(row, observed.quantity(row)),
        "when": observed.when(row),
        "plan": observed.signed(comparison.plan),
        "all": observed.all_of(comparison.plan),
        "amount": observed.difference(or_zero(comparison.plan.value) - or_zero(row.value)),
    }
    if comparison.is_part:
        return observed.say(
            "{value} {when}: уже больше плана на {all}"
            if comparison.status == "better"
            else "{value} {when}: это часть срока, а план на {all} {plan}",
            **values,
        )
    if comparison.status in {"not-due", "none"} and row.value != comparison.plan.value:
        below = or_zero(row.value) < or_zero(comparison.plan.value)
        return observed.say("Пока на {amount} меньше плана" if below else "Пока на {amount} больше плана", **values)
    return observed.say("{value} {when}: {status}", **values, status=status_of(observed, comparison))


def description(observed: Observed) -> str:
    return all_sentences(observed, (sentence_of(observed, row) for row in observed.series))


def subtitle(observed: Observed) -> str:
    return observed.say(
        "{name}: план и факт, {unit}" if planned(observed) else "{name}, {unit}",
        name=observed.name,
        unit=observed.unit_name,
    )
