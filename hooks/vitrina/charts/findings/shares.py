"""What the chart of shares says: which source is the main one, and since when."""

from collections.abc import Sequence
from decimal import Decimal

from vitrina.charts.money import Money
from vitrina.measures.known import Missing


def subtitle(money: Money) -> str:
    return money.say("Какую часть денег года даёт каждый источник")


def finding(money: Money) -> str:
    years = [year for year in money.stated_years if money.height(year)]
    if not years or not money.funding.sources:
        return money.say("Сумм по источникам в документе нет")
    paying = [source for source in money.funding.sources if money.funding.total_of(source)]
    if len(paying) == 1:
        source = money.names[paying[0]].name_inside
        if any(money.funding.unnamed.values()):
            return money.say("Назван только один источник: {source}. Чьи остальные деньги, не сказано", source=source)
        return money.say("В документе указан один источник денег: {source}", source=source)
    if not all(_is_sure(money, year) for year in years):
        return money.say("Какой источник главный, документ говорит не о каждом годе")
    leader = _leader(money, years[-1])
    if leader is None:
        return money.say("На {year}\u00a0год главного источника нет, крупнейшие дают поровну", year=years[-1])
    return _leading(money, years, leader)


def _leader(money: Money, year: int) -> str | None:
    """The source with the largest amount of a year; None when two share that place or nothing is stated."""
    funding = money.funding
    largest = max((funding.amount(source, year) or 0 for source in funding.sources), default=0)
    first = [source for source in funding.sources if largest and funding.amount(source, year) == largest]
    return first[0] if len(first) == 1 else None


def _is_sure(money: Money, year: int) -> bool:
    """Whether money of which no source is named could not make another source the largest."""
    amounts = sorted(money.funding.amount(source, year) or 0 for source in money.funding.sources)
    rest = money.funding.unnamed.get(year, 0)
    return rest == 0 or amounts[-1] > (amounts[-2] if len(amounts) > 1 else 0) + rest


def _leading(money: Money, years: Sequence[int], leader: str) -> str:
    """Since when the largest source of the last year has been the largest."""
    leaders = [_leader(money, year) for year in years]
    name = money.names[leader].name_inside
    start = max((place + 1 for place, other in enumerate(leaders) if other != leader), default=0)
    if start == 0:
        return _always(money, years, leader)
    before = set(leaders[:start])
    other = before.pop() if len(before) == 1 else None
    if other is None:
        return money.say("Главный источник с {year}\u00a0года: {source}", year=years[start], source=name)
    former = money.names[other].name_inside
    return money.say(
        "Главный источник с {year}\u00a0года: {source}, до этого {other}", year=years[start], source=name, other=former
    )


def _always(money: Money, years: Sequence[int], leader: str) -> str:
    found = [money.share(leader, year) or Decimal(0) for year in years]
    low, high = (money.words.percent(share, 0) for share in (min(found), max(found)))
    name = money.names[leader].name_inside
    if not money.knows_every_year:
        return money.say("Главный источник во все годы с известной суммой: {source}", source=name)
    if len(years) == 1:
        return money.say("Главный источник: {source}, {share} денег", source=name, share=low)
    if low == high:
        return money.say("Главный источник все годы: {source}, {share} денег", source=name, share=low)
    return money.say("Главный источник все годы: {source}, от {low} до {high} денег", source=name, low=low, high=high)


def description(money: Money) -> str:
    funding = money.funding
    parts = [money.say("Линии долей по годам, {first}–{last}, по одной на источник.", **money.span())]
    for year in dict.fromkeys([funding.first_year, money.latest, funding.last_year]):
        shares = {source: money.share(source, year) for source in funding.sources}
        told = [
            f"{money.names[source].name} {money.words.percent(share)}"
            for source, share in shares.items()
            if not isinstance(share, Missing)
        ]
        if told:
            parts.append(money.say("{year}\u00a0год: {shares}.", year=year, shares=", ".join(told)))
    return " ".join(parts)
