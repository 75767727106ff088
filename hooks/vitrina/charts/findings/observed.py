"""What is said of a value of an indicator: how it is beside its plan, and a finished sentence of its own."""

from collections.abc import Iterable, Mapping

from vitrina.charts.observed import Observed
from vitrina.dataset.programme import Observation
from vitrina.measures.status import Comparison, YearStatus
from vitrina.words.capitals import first_upper
from vitrina.words.catalogue import sentence

STATUS_NAMES: Mapping[str, str] = {
    "better": sentence("лучше плана"),
    "as-planned": sentence("по плану"),
    "worse": sentence("хуже плана"),
    "not-due": sentence("срок позже данных"),
    "none": sentence("нет данных"),
    "off-plan": sentence("отличается от плана"),
    "no-plan": sentence("план не назван"),
    "in-words": sentence("обещано без числа"),
}


def status_of(observed: Observed, found: Comparison | YearStatus) -> str:
    """The status in words; without data, also what it is that there is none of."""
    if found.status != "none" or found.plan is None or found.actual is None:
        return observed.say(STATUS_NAMES[found.status])
    if found.plan.last is None:
        return observed.say("срок плана не назван")
    if found.is_part:
        return observed.say("нет данных за {all}", all=observed.all_of(found.plan))
    return observed.say("нельзя сравнить" if found.actual.last == found.plan.last else "нет данных на этот день")


def sentence_of(observed: Observed, row: Observation) -> str:
    """One value as a finished sentence: its group, plan, part of a year, and its stage where it is no fact."""
    group, when = observed.group_names.get(row.id, ""), observed.when_staged(row)
    value = observed.signed(row, observed.quantity(row))
    told = sentence("{group}, {when}: {value}.") if group else sentence("{when}: {value}.")
    said = first_upper(observed.say(told, group=group, when=when, value=value))
    comparison = observed.comparison_of(row)
    if comparison is None:
        return said
    told = sentence("План {when}: {plan}.")
    if comparison.is_part:
        told = sentence("Это только часть срока, а план {when} целиком: {plan}.")
    if comparison.plan.last is None:
        told = sentence("План без срока: {plan}.")
    plan, when = observed.signed(comparison.plan), observed.when(comparison.plan)
    return f"{said} {observed.say(told, plan=plan, when=when)}"


def all_sentences(observed: Observed, sentences: Iterable[str]) -> str:
    """What a picture tells: the name once, then a sentence for each value."""
    return " ".join([first_upper(observed.say("{name}.", name=observed.name)), *sentences])
