"""What the chart of the money of several programmes says: the largest sum of a year, and how much each has."""

from vitrina.charts.findings.money import amount_of_year, not_stated, yearly
from vitrina.charts.programmes_money import ProgrammesMoney


def subtitle(subject: ProgrammesMoney) -> str:
    unit = subject.words.unit(subject.unit.scale)
    return subject.words.say("Каждая программа отдельно, в одном масштабе, {unit} в год", unit=unit)


def finding(subject: ProgrammesMoney) -> str:
    """Only of what is known: the years of some programmes may not be."""
    peaks = [key for key, kopecks in subject.totals.items() if kopecks == subject.largest]
    amount = subject.words.money(subject.largest)
    if len(peaks) > 1:
        return subject.words.say("Самая большая известная сумма за год: {amount}", amount=amount)
    [(programme, year)] = peaks
    return subject.words.say(
        "Самая большая известная сумма за год: {amount}, «{programme}», {year}\u00a0год",
        amount=amount,
        programme=subject.names[programme],
        year=year,
    )


def description(subject: ProgrammesMoney) -> str:
    shown = subject.words.say(
        "Столбики по годам для каждой программы, {first}–{last}, в одном масштабе.",
        first=subject.years[0],
        last=subject.years[-1],
    )
    return " ".join([shown, *(about(subject, programme) for programme in subject.programmes)])


def note(subject: ProgrammesMoney, programme: str) -> str:
    """How much a year has."""
    return yearly(subject.words, subject.programmes[programme].funding.totals)


def about(subject: ProgrammesMoney, programme: str) -> str:
    """The description of a panel."""
    money, name = subject.programmes[programme], f"{subject.names[programme]}."
    known = money.stated_years
    if not known:
        return f"{name} {subject.words.say('Суммы в документе нет ни за один год.')}"
    told = dict.fromkeys([known[0], *money.funding.peaks[:1], known[-1]])
    amounts = (amount_of_year(money, year, money.funding.totals[year]) for year in told)
    return " ".join([name, *amounts, *not_stated(money, known)])
