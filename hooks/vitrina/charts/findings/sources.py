"""What the chart of the sources of money says: how the largest changed, and of each its share, range and gaps."""

from collections.abc import Sequence
from decimal import Decimal

from vitrina.charts.findings.money import amount_of_year, not_stated, yearly
from vitrina.charts.kit import layout
from vitrina.charts.money import Money
from vitrina.measures.funding import percent_of
from vitrina.measures.known import PART_UNKNOWN, Missing
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import NO_BREAK_SPACE

_MANY_TIMES = 1000
"""Percent; beyond them a change says little."""


def subtitle(money: Money) -> str:
    return money.say("Каждый источник отдельно, {unit} в год", unit=money.unit_name)


def finding(money: Money) -> str:
    """How the two largest sources changed over all the years that are known, from the first to the last."""
    funding, stated = money.funding, money.stated_years
    if not funding.grand or not stated or not funding.sources:
        return money.say("Сумм по источникам в документе нет")
    since, until = stated[0], stated[-1]
    compared = _compared(money, since, until)
    if not compared or any(abs(percent) >= _MANY_TIMES for percent in compared.values()):
        return _largest(money)
    whole = (since, until) == (funding.first_year, funding.last_year)
    why = money.say(sentence("весь срок", context="деньги")) if whole else money.say("все годы с известной суммой")
    values = {"since": since, "until": until, "why": why}
    called = {source: money.names[source].short_inside for source in compared}
    if not any(compared.values()):
        unchanged = sentence("На {until}\u00a0год отвели столько же, сколько на {since} ({why}): {sources}")
        return money.say(unchanged, **values, sources=", ".join(called.values()))
    digits = 1 if any(percent and abs(percent) < 1 for percent in compared.values()) else 0
    changes = (
        f"{called[source]}{NO_BREAK_SPACE}{money.words.percent(percent, digits, sign=True)}"
        for source, percent in compared.items()
    )
    return money.say("С {since} по {until}\u00a0год ({why}): {changes}", **values, changes=", ".join(changes))


def _compared(money: Money, since: int, until: int) -> dict[str, Decimal]:
    """By how many percent each of the two largest sources changed, where both sums and all sources are known."""
    funding, compared = money.funding, dict[str, Decimal]()
    if since == until or funding.unnamed.get(since) or funding.unnamed.get(until):
        return {}
    for source in funding.sources:
        before, now = funding.amount(source, since), funding.amount(source, until)
        if before and not isinstance(now, Missing) and len(compared) < 2:
            compared[source] = percent_of(now - before, before)
    return compared


def _largest(money: Money) -> str:
    """The largest source, and its share of the whole where that is known."""
    funding = money.funding
    sums = {source: funding.sum_of_years(source) or 0 for source in funding.sources}
    first = max(sums, key=sums.__getitem__)
    part, others = _share(money, first), [kopecks for source, kopecks in sums.items() if source != first]
    name = money.names[first].name
    if isinstance(part, Missing) or sum(funding.unnamed.values()) + max(others, default=0) > sums[first]:
        return money.say("Самый большой из названных источников: {source}", source=name)
    share = money.words.percent(part)
    if sums[first] in others:
        return money.say("Крупнейшие источники дают поровну, по {share} всех денег", share=share)
    return money.say("Самый большой источник: {source}, {share} всех денег", source=name, share=share)


def _share(money: Money, source: str) -> Decimal | Missing:
    """Of the whole; not known where the source has money in a year whose total is not."""
    stated = {source, None} <= set(money.funding.stated_totals)
    comparable = stated or all(money.stated(year) for year in money.funding.stated_years(source))
    return money.funding.share_of(source) if comparable else PART_UNKNOWN


def note(money: Money, source: str) -> str:
    """What stands under a panel's title: the share of the whole, the range, and since when it is stated."""
    funding, words = money.funding, money.words
    known = funding.stated_years(source)
    told = yearly(words, {year: funding.amounts[source, year] for year in known})
    if not known:
        return told
    part = _share(money, source)
    parts = [told] if isinstance(part, Missing) else [money.say("{share} всех денег.", share=words.percent(part)), told]
    if len(known) < len(funding.years):
        parts.append(_when_stated(money, known))
    return " ".join(parts)


def _when_stated(money: Money, known: Sequence[int]) -> str:
    years = money.funding.years
    unbroken = len(layout.runs(years, known.__contains__)) == 1
    if unbroken and known[-1] == years[-1]:
        return money.say("Суммы указаны с {year}\u00a0года.", year=known[0])
    if unbroken and len(known) > 1:
        return money.say("Суммы указаны за {first}–{last}\u00a0годы.", first=known[0], last=known[-1])
    counted = money.words.years(len(known))
    return money.say("Суммы указаны за {years} из\u00a0{all}.", years=counted, all=len(years))


def description(money: Money) -> str:
    parts = [money.say("Столбики по годам для каждого источника, в одном масштабе.")]
    for source in money.funding.sources:
        part, name = _share(money, source), money.names[source].name
        if not isinstance(part, Missing):
            parts.append(money.say("{source}: {share} всех денег.", source=name, share=money.words.percent(part)))
    return " ".join(parts)


def about(money: Money, source: str) -> str:
    """The description of a panel."""
    funding = money.funding
    known, name = funding.stated_years(source), f"{money.names[source].name}."
    if not known:
        return f"{name} {money.say('Суммы в документе нет ни за один год.')}"
    peak = max(known, key=lambda year: funding.amounts[source, year])
    told = dict.fromkeys([known[0], peak, known[-1]])
    amounts = (amount_of_year(money, year, funding.amounts[source, year]) for year in told)
    return " ".join([name, *amounts, *not_stated(money, known)])
