"""What the chart of the years of a programme says: where plans were met best; else where most was spent."""

from collections.abc import Mapping
from decimal import Decimal

from vitrina.charts.findings.money import amount_of_year, yearly, years_listed
from vitrina.charts.years_subject import YearsTogether
from vitrina.words.catalogue import sentence


def subtitle(subject: YearsTogether) -> str:
    unit = subject.words.unit(subject.unit.scale)
    if not subject.tallies:
        return subject.words.say("Отвели и потратили, год под годом, {unit}", unit=unit)
    return subject.words.say("Деньги ({unit}) и выполненные планы показателей, год под годом", unit=unit)


def finding(subject: YearsTogether) -> str:
    words = subject.words
    if not subject.tallies:
        return _most_spent(subject)
    if len(subject.tallies) == 1:
        [(year, tally)] = subject.tallies.items()
        told = sentence("План и факт показателей можно сравнить только за {year}\u00a0год: выполнено {met} из {judged}")
        return words.say(told, year=year, met=words.number(tally.met), judged=words.number(tally.judged))
    return _best_met(subject)


def _most_spent(subject: YearsTogether) -> str:
    words, largest = subject.words, max(subject.spent.values())
    peaks = _peaks(subject.spent, largest)
    if len(peaks) > 1:
        return words.say("Самая большая известная сумма расходов за год: {value}", value=words.money(largest))
    told = sentence("Самая большая известная сумма расходов: {value}, {year}\u00a0год")
    return words.say(told, year=peaks[0], value=words.money(largest))


def _best_met(subject: YearsTogether) -> str:
    words, largest = subject.words, max(subject.shares.values())
    peaks, value = _peaks(subject.shares, largest), words.percent(largest, 0)
    if len(peaks) == 1:
        told = sentence("Лучше всего планы показателей выполнили в {year}\u00a0году: {value}")
        return words.say(told, year=peaks[0], value=value)
    several = sentence("Лучше всего планы показателей выполнили за {years}: по {value}")
    alike = sentence("Планы показателей за {years} выполнили одинаково: на {value}")
    years = years_listed(subject.money, peaks)
    return words.say(alike if len(peaks) == len(subject.shares) else several, years=years, value=value)


def _peaks(values: Mapping[int, int] | Mapping[int, Decimal], largest: int | Decimal) -> list[int]:
    return [year for year, value in values.items() if value == largest]


def description(subject: YearsTogether) -> str:
    money = subject.money.funding
    shown = subject.words.say(
        "Столбики по годам, {first}–{last}, один рисунок под другим.", first=money.first_year, last=money.last_year
    )
    return " ".join([shown, *(about(subject, part) for part in subject.parts)])


def title(subject: YearsTogether, part: str) -> str:
    titles = {"planned": sentence("Отвели"), "spent": sentence("Потратили"), "met": sentence("План выполнен")}
    return subject.words.say(titles[part])


def note(subject: YearsTogether, part: str) -> str:
    """What stands under a panel's title."""
    if part == "met":
        return subject.words.say("Какая часть планов года выполнена. Столбик во всю высоту: все.")
    return yearly(subject.words, subject.money.funding.totals if part == "planned" else subject.spent)


def about(subject: YearsTogether, part: str) -> str:
    """The description of a panel: its first, its largest and its last bar."""
    heights = subject.values(part)
    years = list(heights)
    told = dict.fromkeys([years[0], max(years, key=heights.__getitem__), years[-1]])
    return " ".join([f"{title(subject, part)}.", *(bar(subject, part, year) for year in told)])


def bar(subject: YearsTogether, part: str, year: int) -> str:
    """One bar as a sentence."""
    words = subject.words
    if part == "planned":
        return amount_of_year(subject.money, year, subject.money.funding.totals[year])
    if part == "spent":
        return words.say("В {year}\u00a0году потратили {amount}.", year=year, amount=words.money(subject.spent[year]))
    tally = subject.tallies[year]
    return words.say(
        "{year}\u00a0год: план выполнен у {met} из {judged}.",
        year=year,
        met=words.number(tally.met),
        judged=words.number(tally.judged),
    )
