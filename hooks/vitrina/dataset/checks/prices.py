"""A series of prices has every year from its first to its last, and rises in per cent."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from vitrina.dataset.checks.registry import check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records

_PRICES = "consumer-prices"
_STEADY_SINCE = 2000
"""Before this year prices in Russia have doubled within a year; since then nothing of the kind has been."""
_HIGHEST_RISE = 50
_LOWEST_RISE = 2
_LONG = 6
"""So many years of prices do not rise faster from year to year, or slower, by themselves."""
_PRECISE = 2
"""With more decimals than these, two years do not have one rise."""
_STEPS = 3
"""So many equal steps from year to year are those of a spreadsheet that was dragged down."""


@check_of("consumer_prices")
def price_problems(prices: Records) -> Iterator[Problem]:
    """Years left out, an index where a rise is asked, and rises that somebody has sorted alone."""
    rows = sorted((year, index, rise) for index, (year, rise) in prices.rows("year", "inflation_percent"))
    if prices.is_whole:
        for (before, first, _), (year, index, _) in pairwise(rows):
            if year > before + 1:
                yield prices.problem(index, "year", "years_left_out", before=before, first=prices.numbers[first])
    indices = [row for row in rows if row[0] >= _STEADY_SINCE and _is_index(row[2])]
    for _, index, rise in indices[:1]:  # where all are, it is said once
        mended = f"{rise - 100}".replace(".", ",")
        yield prices.problem(index, "inflation_percent", "price_index", mended=mended, count=len(indices))
    for year, index, rise in rows:
        if year < _STEADY_SINCE or _is_index(rise):
            continue
        if abs(rise) > _HIGHEST_RISE:
            yield prices.problem(index, "inflation_percent", "price_rise_too_high", highest=_HIGHEST_RISE)
        elif rise < _LOWEST_RISE:
            yield prices.notice(index, "inflation_percent", "price_rise_low")
    yield from _handmade(prices, rows)


def _handmade(prices: Records, rows: Sequence[tuple[int, int, Decimal]]) -> Iterator[Problem]:
    """Notices: rises that were sorted without their years, that stand twice, or that a spreadsheet continued."""

    def notice(index: int, rule: str, **hints: int) -> Problem:
        return prices.notice(index, "inflation_percent", rule, **hints)

    rises = [rise for *_, rise in rows]
    for sort in (sorted, partial(sorted, key=str)):
        if len(rises) >= _LONG and rises in (sort(rises), sort(rises, reverse=True)):
            yield notice(rows[0][1], "prices_sorted")
            return
    first: dict[Decimal, int] = {}
    steps = [later - rise for rise, later in pairwise(rises)]
    for place, (_, index, rise) in enumerate(rows):
        before = first.setdefault(rise, index)
        if before != index and rise != round(rise, _PRECISE):
            yield notice(index, "price_repeated", first=prices.numbers[before])
        elif place > _STEPS and len(set(steps[place - _STEPS : place])) == 1:
            yield notice(index, "prices_continued", first=prices.numbers[rows[place - _STEPS][1]])
            return


@check_of("series", "consumer_prices")
def snapshot_problems(series: Records, prices: Records | None) -> Iterator[Problem]:
    """A series that was taken before a year that it tells had begun."""
    last = max(prices.of("year") if prices else (), default=0)
    for index, (identity, day) in series.rows("id", "snapshot"):
        if identity == _PRICES and day is not None and day.year < last:
            yield series.problem(index, "snapshot", "snapshot_too_early", year=last)


def _is_index(rise: Decimal) -> bool:
    return 100 - _HIGHEST_RISE < rise <= 100 + _HIGHEST_RISE


describe(
    "years_left_out",
    "«{value}» — перед этим годом стоит {before} (строка {first}): годы между ними пропущены.",
    "Добавьте строки пропущенных лет или исправьте год.",
)
describe(
    "price_index",
    "«{value}» похоже на индекс цен, где прошлый год принят за 100, а нужен рост. Таких строк: {count}.",
    "Вычтите из индекса 100.",
    write="Из индекса вычитают 100: напишите {mended}.",
)
describe(
    "price_rise_too_high",
    "«{value}» — так сильно цены за год не менялись: с 2000 года рост ни разу не был больше {highest} %.",
    "Сверьте число с источником.",
)
describe(
    "price_rise_low",
    "«{value}» % — необычно мало для роста цен за год.",
    "Если в источнике так и есть, ничего не делайте; если это коэффициент или доля, пересчитайте в проценты.",
)
describe(
    "prices_sorted",
    "числа стоят по порядку: похоже, столбец отсортировали отдельно от годов.",
    "Сверьте первый и последний год с источником; если всё верно, ничего не делайте.",
)
describe(
    "snapshot_too_early",
    "«{value}» — ряд не мог быть взят до {year} года: он его уже называет.",
    "Исправьте день или удалите лишние годы.",
)
describe(
    "price_repeated",
    "«{value}» — такой же рост цен стоит в строке {first}, до последнего знака: похоже, число скопировали.",
    "Сверьте обе строки с источником.",
)
describe(
    "prices_continued",
    "«{value}» — со строки {first} числа меняются на одну и ту же величину: похоже, их протянул табличный редактор.",
    "Верните числа источника.",
)
