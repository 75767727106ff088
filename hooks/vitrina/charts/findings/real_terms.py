"""What the chart of prices says: how much the money grew, and what it buys."""

from decimal import ROUND_HALF_UP, Decimal

from vitrina.charts.money import Money
from vitrina.measures.funding import percent_of
from vitrina.measures.known import Missing
from vitrina.measures.prices import RealTerms
from vitrina.words.catalogue import sentence

_FINDINGS = {
    ("more", "more"): sentence(
        "С {base} по {year}\u00a0год денег стало на {nominal} больше, а купить можно на {real} больше"
    ),
    ("more", "less"): sentence(
        "С {base} по {year}\u00a0год денег стало на {nominal} больше, а купить можно на {real} меньше"
    ),
    ("more", "same"): sentence(
        "С {base} по {year}\u00a0год денег стало на {nominal} больше, а купить можно столько же"
    ),
    ("less", "more"): sentence(
        "С {base} по {year}\u00a0год денег стало на {nominal} меньше, но купить можно на {real} больше"
    ),
    ("less", "less"): sentence(
        "С {base} по {year}\u00a0год денег стало на {nominal} меньше, а купить можно на {real} меньше"
    ),
    ("less", "same"): sentence(
        "С {base} по {year}\u00a0год денег стало на {nominal} меньше, а купить можно столько же"
    ),
    ("same", "more"): sentence(
        "На {year}\u00a0год денег столько же, сколько на {base}, а купить можно на {real} больше"
    ),
    ("same", "less"): sentence(
        "На {year}\u00a0год денег столько же, сколько на {base}, а купить можно на {real} меньше"
    ),
    ("same", "same"): sentence("На {year}\u00a0год денег столько же, сколько на {base}, и купить можно столько же"),
}
"""By what became of the roubles, and of what they buy."""


def real_of(money: Money) -> RealTerms:
    """The money in prices of the first year. Raises `TypeError` where it is not known."""
    if isinstance(money.real, Missing):
        raise TypeError("no prices are known")
    return money.real


def compared_years(money: Money) -> list[int]:
    """Years with both figures, up to the first gap: no line is drawn across a missing year."""
    real, found = real_of(money), list[int]()
    for year in money.funding.years:
        if year < real.base_year:
            continue
        if year not in real.amounts or not money.stated(year):
            break
        found.append(year)
    return found


def subtitle(money: Money) -> str:
    said = sentence("Финансирование программы в рублях своего года и в ценах {base}\u00a0года, {unit}")
    return money.say(said, base=real_of(money).base_year, unit=money.unit_name)


def finding(money: Money) -> str:
    growth, base = _growth(money), real_of(money).base_year
    if growth is None and money.funding.total(base) == 0:
        return money.say("На {base}\u00a0год не отвели ничего, сравнить не с чем", base=base)
    if growth is None:
        return money.say("Сумма на год после {base}\u00a0года не указана, сравнить не с чем", base=base)
    nominal, bought = (part.quantize(Decimal(1), ROUND_HALF_UP) for part in growth)
    said = _FINDINGS[_direction(nominal), _direction(bought)]
    if 0 < bought < nominal:
        said = sentence(
            "С {base} по {year}\u00a0год денег стало на {nominal} больше, а купить можно лишь на {real} больше"
        )
    return money.say(
        said,
        nominal=money.words.percent(abs(nominal), 0),
        real=money.words.percent(abs(bought), 0),
        year=compared_years(money)[-1],
        base=base,
    )


def _growth(money: Money) -> tuple[Decimal, Decimal] | None:
    """Percent from the first to the last compared year: of the roubles, and of what they buy."""
    real, compared = real_of(money), compared_years(money)
    if len(compared) < 2 or not money.height(compared[0]):
        return None
    first, last = compared[0], compared[-1]
    nominal, base = money.height(first), real.amounts[first]
    return percent_of(money.height(last) - nominal, nominal), percent_of(real.amounts[last] - base, base)


def _direction(percent: Decimal) -> str:
    return "more" if percent > 0 else "less" if percent < 0 else "same"


def in_both_prices(money: Money, real: RealTerms, year: int) -> str:
    """One year's sum in roubles of its day and in prices of the base year, as a sentence."""
    nominal, bought = money.words.money(money.height(year)), money.words.money(real.amounts[year])
    said = sentence("На {year}\u00a0год отвели {nominal}, в ценах {base}\u00a0года это {real}.")
    return money.say(said, year=year, base=real.base_year, nominal=nominal, real=bought)


def description(money: Money) -> str:
    real, compared = real_of(money), compared_years(money)
    shown = sentence("Две линии, {first}–{last}: сумма в рублях своего года и та же сумма в ценах {base}\u00a0года.")
    parts = [money.say(shown, **money.span(), base=real.base_year)]
    parts += [in_both_prices(money, real, year) for year in dict.fromkeys([*compared[:1], *compared[-1:]])]
    if compared and compared[-1] != money.funding.last_year:
        until = sentence("После {year}\u00a0года рост цен неизвестен, дальше только суммы в рублях.")
        parts.append(money.say(until, year=compared[-1]))
    return " ".join(parts)
