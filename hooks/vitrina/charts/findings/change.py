"""What the chart of changes says: the largest step from one year to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from vitrina.charts.findings.money import years_listed
from vitrina.charts.money import Money
from vitrina.measures.funding import YearChange, change_between
from vitrina.measures.known import Missing
from vitrina.words.catalogue import sentence

_ONE = {
    "rise": sentence("Самая большая прибавка пришлась на {year}\u00a0год: {amount}"),
    "fall": sentence("Прибавок не было, больше всего убавили на {year}\u00a0год: {amount}"),
    "fall always": sentence("Сумма каждый год меньше прошлогодней, сильнее всего на {year}\u00a0год: на {amount}"),
}
_SEVERAL = {
    "rise": sentence("Самая большая прибавка пришлась на {years}: по {amount}"),
    "fall": sentence("Прибавок не было, больше всего убавили на {years}: по {amount}"),
    "fall always": sentence("Сумма каждый год меньше прошлогодней, сильнее всего на {years}: на {amount}"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A year beside the year before."""

    before: int
    year: int
    change: YearChange | Missing

    @property
    def kopecks(self) -> int | Missing:
        return self.change if isinstance(self.change, Missing) else self.change.kopecks

    @property
    def percent(self) -> Decimal | Missing:
        return self.change if isinstance(self.change, Missing) else self.change.percent


def steps(money: Money) -> list[Step]:
    """Every year from the second on beside the year listed before it."""
    years = money.funding.years
    return [Step(before, year, change_between(money.funding, before, year)) for before, year in pairwise(years)]


def subtitle(money: Money) -> str:
    return money.say("Насколько сумма больше или меньше прошлогодней, {unit}", unit=money.unit_name)


def sentence_of(money: Money, step: Step) -> str:
    values: dict[str, object] = {"year": step.year, "before": step.before}
    if isinstance(step.kopecks, Missing):
        return money.say("На {year} или на {before}\u00a0год сумма не указана, сравнить нельзя.", **values)
    if step.kopecks == 0:
        return money.say("На {year}\u00a0год отвели столько же, сколько на {before}\u00a0год.", **values)
    values["amount"] = money.words.money(abs(step.kopecks))
    if isinstance(step.percent, Missing):
        if step.kopecks > 0:
            return money.say("На {year}\u00a0год отвели на {amount} больше, чем на {before}\u00a0год.", **values)
        return money.say("На {year}\u00a0год отвели на {amount} меньше, чем на {before}\u00a0год.", **values)
    values["percent"] = money.words.percent(abs(step.percent))
    if step.kopecks > 0:
        more = sentence("На {year}\u00a0год отвели на {amount}, или на {percent}, больше, чем на {before}\u00a0год.")
        return money.say(more, **values)
    less = sentence("На {year}\u00a0год отвели на {amount}, или на {percent}, меньше, чем на {before}\u00a0год.")
    return money.say(less, **values)


def finding(money: Money) -> str:
    """Of years that can be compared there must be one at least."""
    compared = steps(money)
    known = {step.year: step.kopecks for step in compared if not isinstance(step.kopecks, Missing)}
    if len(known) == 1:
        return sentence_of(money, next(step for step in compared if step.year in known)).removesuffix(".")
    if len(known) < len(compared):
        return _known_finding(money, known)
    most, least = max(known.values()), min(known.values())
    if most == least:
        return _even(money, most)
    kind = "rise" if most > 0 else "fall always" if most < 0 else "fall"
    extreme = most if most > 0 else least
    when, amount = _when(known, extreme), money.words.money(abs(extreme))
    if len(when) == 1:
        return money.say(_ONE[kind], year=when[0], amount=amount)
    return money.say(_SEVERAL[kind], years=years_listed(money, when), amount=amount)


def _even(money: Money, kopecks: int) -> str:
    """Every year the same step."""
    if kopecks == 0:
        return money.say("На каждый год отвели столько же, сколько на прошлый")
    rise, fall = (
        sentence("Каждый год прибавляли поровну: по {amount}"),
        sentence("Каждый год убавляли поровну: по {amount}"),
    )
    return money.say(rise if kopecks > 0 else fall, amount=money.words.money(abs(kopecks)))


def _known_finding(money: Money, known: Mapping[int, int]) -> str:
    """What is true of the years that can be compared, where some cannot."""
    most, least = max(known.values()), min(known.values())
    extreme = most if most > 0 else least
    values = {"when": years_listed(money, _when(known, extreme)), "amount": money.words.money(abs(extreme))}
    if extreme == 0:
        return money.say("Там, где соседние годы можно сравнить, суммы не менялись")
    if extreme > 0:
        return money.say("Из известных прибавок самая большая пришлась на {when}: {amount}", **values)
    return money.say("Из лет, которые можно сравнить, сильнее всего убавили на {when}: на {amount}", **values)


def _when(known: Mapping[int, int], kopecks: int) -> Sequence[int]:
    return [year for year, change in known.items() if change == kopecks]


def description(money: Money) -> str:
    """The largest rise and the largest fall, and whatever cannot be compared."""
    compared = steps(money)
    known = sorted((step for step in compared if step.change), key=lambda step: step.kopecks or 0)
    told = {step.year for step in [*known[-1:], *known[:1]]} | {step.year for step in compared if not step.change}
    sentences = (sentence_of(money, step) for step in compared if step.year in told)
    return " ".join([money.say("Столбики вверх и вниз от суммы прошлого года."), *sentences])
