"""What the chart of one year's sources says: who gives the most, what is new, or that nothing changed."""

from collections.abc import Mapping

from vitrina.charts.findings.money import amount_of_source
from vitrina.charts.money import MoneyOfYear
from vitrina.measures.known import Missing
from vitrina.words.capitals import first_upper
from vitrina.words.catalogue import sentence
from vitrina.words.speaker import NEARLY_ALL

_NAMED = sentence("Из названных источников {year}\u00a0года самый большой: {source}, {amount}")


def subtitle(subject: MoneyOfYear) -> str:
    unit = subject.money.unit_name
    return subject.money.say("Деньги года по источникам рядом с соседними годами, {unit}", unit=unit)


def finding(subject: MoneyOfYear) -> str:
    money, year = subject.money, subject.year
    stated = {source: amount for (source, of), amount in money.funding.amounts.items() if of == year}
    if not stated:
        return money.say("Сумма на {year}\u00a0год в документе не указана", year=year)
    if not money.funding.total(year) and not any(stated.values()):
        return money.say("На {year}\u00a0год не отвели ничего", year=year)
    return _since_the_year_before(subject, stated) or _largest(subject, stated)


def _since_the_year_before(subject: MoneyOfYear, stated: Mapping[str, int]) -> str:
    """That nothing changed since the year before, or that a source is new; empty where neither is so."""
    money, funding, year, before = subject.money, subject.money.funding, subject.year, subject.neighbours[0]
    if before == year:
        return ""
    both = year in funding.totals and before in funding.totals
    if both and all(funding.part(part, year) == funding.part(part, before) for part in funding.parts):
        said = sentence("На {year}\u00a0год каждый источник даёт столько же, сколько на {before}\u00a0год")
        return money.say(said, year=year, before=before)
    new = [source for source in stated if stated[source] and funding.stated_years(source)[0] == year]
    if len(new) != 1:
        return ""
    source, amount = money.names[new[0]].name_inside, money.words.money(stated[new[0]])
    said = sentence("С {year}\u00a0года в документе есть и {source}: {amount}")
    return money.say(said, year=year, source=source, amount=amount)


def _largest(subject: MoneyOfYear, stated: Mapping[str, int]) -> str:
    money, year = subject.money, subject.year
    largest = max(stated.values())
    first = [source for source in stated if stated[source] == largest]
    values: dict[str, object] = {"year": year, "amount": money.words.money(largest)}
    unnamed = money.funding.unnamed.get(year)
    if len(first) > 1:
        named = sentence("Крупнейшие из названных источников {year}\u00a0года дают поровну: по {amount}")
        every = sentence("Крупнейшие источники {year}\u00a0года дают поровну: по {amount}")
        return money.say(named if unnamed else every, **values)
    values["source"] = money.names[first[0]].name_inside
    share = money.funding.share_of(first[0], year)
    if isinstance(share, Missing) or (share <= 50 and unnamed):
        return money.say(_NAMED, **values)
    if share >= NEARLY_ALL:
        complete = len(stated) == len(money.funding.sources)  # what is not stated may be more than nothing
        nearly = sentence("Почти все деньги {year}\u00a0года: {source}, {amount}")
        alone = sentence("Все деньги {year}\u00a0года из одного источника: {source}, {amount}")
        return money.say(nearly if share < 100 else alone if complete else _NAMED, **values)
    if share > 50:
        fraction = first_upper(money.words.fraction(share))
        return money.say("{share} денег {year}\u00a0года: {source}, {amount}", **values, share=fraction)
    said = sentence("Самый большой источник на {year}\u00a0год: {source}, {amount}, или {share}")
    return money.say(said, **values, share=money.words.percent(share))


def description(subject: MoneyOfYear) -> str:
    money, year = subject.money, subject.year
    others = [str(other) for other in subject.neighbours if other != year]
    parts = []
    if others:
        said = sentence("Столбики по источникам на {year}\u00a0год, рядом {others}.")
        parts.append(money.say(said, year=year, others=", ".join(others)))
    for source in money.funding.sources:
        amount = money.funding.amount(source, year)
        if isinstance(amount, Missing):
            said = sentence("На {year}\u00a0год в документе не указано, источник «{source}».")
            parts.append(money.say(said, year=year, source=money.names[source].name))
        else:
            parts.append(amount_of_source(money, source, year, amount))
    return " ".join(parts)
