"""What the chart of groups says: the largest group, or how far shares are apart."""

from decimal import Decimal

from vitrina.charts.findings.observed import all_sentences
from vitrina.charts.findings.observed import sentence_of as observed_sentence
from vitrina.charts.observed import Observed
from vitrina.dataset.programme import Observation
from vitrina.words.provenance import or_zero, share_of


def percent_of_whole(observed: Observed, row: Observation) -> Decimal | None:
    """The group's percent of the whole; None where the document gives no whole, or for a share."""
    whole = observed.whole
    if whole is None or not whole.value or observed.indicator.is_share:
        return None
    value = or_zero(row.value)
    return share_of(value, whole.value, value * 100 / whole.value)


def share(observed: Observed, row: Observation) -> str:
    percent = percent_of_whole(observed, row)
    return "" if not percent else observed.words.percent(percent)


def sentence_of(observed: Observed, row: Observation) -> str:
    percent, whole, said = percent_of_whole(observed, row), observed.whole, observed_sentence(observed, row)
    if not percent or whole is None:
        return said
    share = observed.words.percent(percent)
    return f"{said} {observed.say('Это {share} от {whole}.', share=share, whole=observed.figure(whole))}"


def finding(observed: Observed) -> str:
    """The largest group; of shares, how far apart they are, where each is known exactly."""
    ordered = sorted(observed.groups, key=lambda row: or_zero(row.value))
    least, most = ordered[0], ordered[-1]
    spread = or_zero(most.value) - or_zero(least.value)
    exact = all(row.sign == "=" for row in ordered)
    if not spread and exact:
        return observed.say("У всех поровну: {value}", value=observed.quantity(most))
    if observed.indicator.is_share and exact:
        return observed.say("Разница: {amount}", amount=observed.difference(spread))
    values: dict[str, object] = {"group": observed.group_names[most.id], "value": observed.signed(most)}
    if [row.value for row in ordered].count(most.value) > 1 and exact:
        return observed.say("Больше всего сразу в нескольких группах: по {value}", value=observed.quantity(most))
    if observed.whole is not None:
        return observed.say(
            "Самая большая группа: {group}, {value} из\u00a0{whole}", **values, whole=observed.figure(observed.whole)
        )
    return observed.say("Больше всего: {group}, {value}", **values)


def description(observed: Observed) -> str:
    return all_sentences(observed, (sentence_of(observed, row) for row in observed.groups))


def subtitle(observed: Observed) -> str:
    times = {(row.first, row.last) for row in observed.groups}
    if len(times) == 1:
        when = observed.when(observed.groups[0])
        is_dated = observed.groups[0].first is not None
        return observed.say(
            "{name} {when}, {unit}" if is_dated else "{name}, {when}, {unit}",
            name=observed.name,
            when=when,
            unit=observed.unit_name,
        )
    return observed.say("{name}, {unit}", name=observed.name, unit=observed.unit_name)
