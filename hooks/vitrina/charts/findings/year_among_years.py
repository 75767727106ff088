"""What the chart of one year among all says: which place its sum has."""

from collections.abc import Mapping

from vitrina.charts.findings.money import amount_of_year
from vitrina.charts.money import MoneyOfYear
from vitrina.words.catalogue import sentence

_RANKS = sentence(
    "вторая | третья | четвёртая | пятая | шестая | седьмая | восьмая | девятая | десятая | одиннадцатая | "
    "двенадцатая | тринадцатая | четырнадцатая"
)


def subtitle(subject: MoneyOfYear) -> str:
    return subject.money.say("Сумма на каждый год, {unit}", unit=subject.money.unit_name)


def finding(subject: MoneyOfYear) -> str:
    money, year, totals = subject.money, subject.year, subject.money.funding.totals
    if year not in totals:
        return money.say("Сумма на {year}\u00a0год в документе не указана", year=year)
    total = totals[year]
    values: dict[str, object] = {"year": year, "amount": money.words.money(total)}
    more = [other for other in totals if totals[other] > total]
    less = [other for other in totals if totals[other] < total]
    equal = [other for other in totals if totals[other] == total and other != year]
    if len(totals) == 1:
        return money.say("На {year}\u00a0год отвели {amount}", **values)
    if more and less:
        return _in_between(subject, values, len(more) + 1, len(less) + 1)
    if not more and not less:
        said = _equal(money.knows_every_year)
    else:
        said = (_least if more else _most)(money.knows_every_year, bool(equal))
    return money.say(said, **values)


def _in_between(subject: MoneyOfYear, values: Mapping[str, object], place: int, place_from_below: int) -> str:
    """Counted from the nearer end."""
    from_above = sentence("На {year}\u00a0год отвели {amount}: это {rank} по величине сумма из\u00a0{all}")
    from_below = sentence("На {year}\u00a0год отвели {amount}: это {rank} с конца по величине сумма из\u00a0{all}")
    said = from_above if place <= place_from_below else from_below
    rank = _rank(subject, min(place, place_from_below))
    return subject.money.say(said, **values, rank=rank, all=len(subject.money.funding.totals))


def _equal(knows_all: bool) -> str:
    if knows_all:
        return sentence("На {year}\u00a0год отвели столько же, сколько на каждый другой: {amount}")
    return sentence("На {year}\u00a0год отвели столько же, сколько на другие с известной суммой: {amount}")


def _most(knows_all: bool, is_shared: bool) -> str:
    if not knows_all:
        return sentence("Ни на один год с известной суммой не отвели больше, чем на {year}: {amount}")
    if is_shared:
        return sentence("Больше, чем на {year}\u00a0год, не отвели ни на один другой: {amount}")
    return sentence("На {year}\u00a0год отвели больше, чем на любой другой: {amount}")


def _least(knows_all: bool, is_shared: bool) -> str:
    if not knows_all:
        return sentence("Ни на один год с известной суммой не отвели меньше, чем на {year}: {amount}")
    if is_shared:
        return sentence("Меньше, чем на {year}\u00a0год, не отвели ни на один другой: {amount}")
    return sentence("На {year}\u00a0год отвели меньше, чем на любой другой: {amount}")


def _rank(subject: MoneyOfYear, place: int) -> str:
    """«вторая», “second”; in figures from the fifteenth on."""
    ranks = subject.money.say(_RANKS).split(" | ")
    return ranks[place - 2] if place - 2 < len(ranks) else subject.money.say("{place}-я", place=place)


def description(subject: MoneyOfYear) -> str:
    money, year, totals = subject.money, subject.year, subject.money.funding.totals
    shown = money.say("Столбики по годам, {first}–{last}; выделен {year}\u00a0год.", **money.span(), year=year)
    told = [year, max(totals, key=totals.__getitem__), min(totals, key=totals.__getitem__)] if totals else []
    amounts = (amount_of_year(money, other, totals[other]) for other in dict.fromkeys(told) if other in totals)
    return " ".join([shown, *amounts])
