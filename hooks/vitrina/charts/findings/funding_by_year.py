"""What the chart of the money of all years says: the year with the largest sum."""

from vitrina.charts.findings.money import amount_of_year, not_stated, years_listed
from vitrina.charts.money import Money
from vitrina.words.catalogue import sentence


def subtitle(money: Money) -> str:
    if money.stacked:
        return money.say("Финансирование по годам и источникам, {unit}", unit=money.unit_name)
    return money.say("Финансирование по годам, {unit}", unit=money.unit_name)


def finding(money: Money) -> str:
    peaks, stated = money.funding.peaks, money.stated_years
    if not peaks:
        return _nothing(money)
    amount = money.words.money(money.funding.totals[peaks[0]])
    if len(stated) == 1:
        return money.say("На {year}\u00a0год отвели {amount}", year=peaks[0], amount=amount)
    if len(peaks) == len(stated):
        every, known = (
            sentence("На каждый год отвели одинаково: по {amount}"),
            sentence("Все известные суммы одинаковы: по {amount}"),
        )
        return money.say(every if money.knows_every_year else known, amount=amount)
    if len(peaks) == 1 and money.knows_every_year:
        return money.say("Больше всего денег отвели на {year}\u00a0год: {amount}", year=peaks[0], amount=amount)
    every = sentence("Больше всего денег отвели сразу на {when}: по {amount}")
    known = sentence("Самая большая из известных сумм отведена на {when}: {amount}")
    return money.say(every if money.knows_every_year else known, when=years_listed(money, peaks), amount=amount)


def _nothing(money: Money) -> str:
    if not money.stated_years:
        return money.say("Сумм за эти годы в документе нет")
    if money.knows_every_year:
        return money.say("На эти годы не отвели ничего")
    return money.say("На годы, о которых есть суммы, не отвели ничего")


def description(money: Money) -> str:
    funding, stated = money.funding, money.stated_years
    if money.stacked:
        shown = money.say("Столбики по годам, {first}–{last}; каждый сложен из источников.", **money.span())
    else:
        shown = money.say("Столбики по годам, {first}–{last}.", **money.span())
    told = dict.fromkeys([*stated[:1], *funding.peaks[:1], *stated[-1:]])
    amounts = (amount_of_year(money, year, funding.totals[year]) for year in told)
    return " ".join([shown, *amounts, *not_stated(money, stated)])
