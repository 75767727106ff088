"""What the charts of money have to say alike: a sum of a year or a source as a sentence, and years in a row."""

from collections.abc import Mapping, Sequence

from vitrina.charts.kit import layout
from vitrina.charts.money import Money
from vitrina.measures.known import NOT_APPLICABLE, Missing
from vitrina.words import Words
from vitrina.words.catalogue import sentence

_TOOLTIPS = {
    "set aside": sentence("На {year}\u00a0год отвели {amount}, источник «{source}». Это {share} денег года."),
    "set aside, alone": sentence("На {year}\u00a0год отвели {amount}, источник «{source}»."),
    "ahead": sentence(
        "На {year}\u00a0год заранее запланировано {amount}, источник «{source}». Это {share} денег года."
    ),
    "ahead, alone": sentence("На {year}\u00a0год заранее запланировано {amount}, источник «{source}»."),
}


def amount_of_year(money: Money, year: int, kopecks: int) -> str:
    """One year's sum as a sentence, planned where it lies ahead."""
    amount = money.words.money(kopecks)
    if money.funding.is_ahead(year):
        return money.say("На {year}\u00a0год заранее запланировано {amount}.", year=year, amount=amount)
    return money.say("На {year}\u00a0год отвели {amount}.", year=year, amount=amount)


def amount_of_source(money: Money, source: str, year: int, kopecks: int) -> str:
    """One source's sum of a year likewise, with its share of the year where that is known and not the whole."""
    part = money.share(source, year) if money.stacked else NOT_APPLICABLE
    kind = "ahead" if money.funding.is_ahead(year) else "set aside"
    values = {"year": year, "source": money.names[source].name, "amount": money.words.money(kopecks)}
    if isinstance(part, Missing):
        return money.say(_TOOLTIPS[f"{kind}, alone"], **values)
    return money.say(_TOOLTIPS[kind], **values, share=money.words.percent(part))


def yearly(words: Words, known: Mapping[int, int]) -> str:
    """How much a year has, of the years that are known: a sentence, and another where there is none."""
    if not known:
        return words.say("Суммы в документе нет ни за один год.")
    low, high = words.money(min(known.values())), words.money(max(known.values()))
    if min(known.values()) != max(known.values()):
        return words.say("От {low} до {high} в год.", low=low, high=high)
    if len(known) > 1:
        return words.say("По {amount} в год.", amount=low)
    [year] = known
    return words.say("{amount} на {year}\u00a0год.", amount=low, year=year)


def not_stated(money: Money, known: Sequence[int]) -> list[str]:
    """One sentence on the years without a figure, or none."""
    runs = layout.runs(money.funding.years, lambda year: year not in known)
    spans = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return [money.say("В документе не указано: {years}.", years=", ".join(spans))] if spans else []


def years_listed(money: Money, years: Sequence[int]) -> str:
    """«2021 год», «2015 и 2016 годы», «5 лет», as they stand behind «на»."""
    if len(years) == 1:
        return money.say("{a}\u00a0год", a=years[0])
    if len(years) == 2:
        return money.say("{a} и {b}\u00a0годы", a=years[0], b=years[1])
    return money.words.years(len(years))
