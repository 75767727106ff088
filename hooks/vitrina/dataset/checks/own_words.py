"""A figure stands in the words that its row quotes: one that does not was mistyped, lost, or came from another row."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Any

from pydantic_core import PydanticCustomError

from vitrina.dataset.checks.times_in_words import cut, period_notices, year_notices
from vitrina.dataset.descriptions import describe
from vitrina.dataset.figures import THOUSAND, dates_of, figures_of, readings, scale_of, years_of
from vitrina.dataset.number_cells import NUMBER
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records, Unreadable
from vitrina.words.money import thousands_from_kopecks
from vitrina.words.number_words import spelled_numbers
from vitrina.words.numbers import NARROW_SPACE, SPACES

COLUMN = "figure_in_words"
_NONE = "none"
_SAID = {"ones": Decimal(1), "thousands": THOUSAND, "millions": THOUSAND**2}
"""What the column says that a figure in the words counts; `_NONE` stands for a cut cell, which holds no figure."""
_IN_ONES, _IN_THOUSANDS = frozenset({Decimal(1)}), frozenset({THOUSAND})
_SHOWN = 3
"""How many figures of the words a message names."""
_WEIGHT = re.compile(r"\bвес\w{0,2}\s+(?P<weight>\d+(?:,\d+)?)", re.IGNORECASE)
_BOUND = rf"\d+(?:[{SPACES}]\d{{3}})*(?:,\d+)?"
_RANGE = re.compile(
    rf"(?:\bот\s+)?(?<![\d.,/–—-])(?P<first>{_BOUND})(?:\s?[–—-]\s?|\s+до\s+)(?P<last>{_BOUND})"
    r"(?![\d.,–—-]|\s*(?:г\.|год|лет|класс))",
    re.IGNORECASE,
)
_DAY = timedelta(days=1)
_FEWEST_SLIPPED = 2
_THOUSANDS = " тыс. рублей"
_FACTORS = tuple(Decimal(10) ** power for power in (3, 6, 9))


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a row states in a column: how much it is, and which scales a figure without one may have in its words."""

    value: Decimal
    words: str
    raw: str
    scales: frozenset[Decimal]

    def is_in(self, words: str) -> bool:
        return _has(words, self.value, self.scales)


@lru_cache(maxsize=4096)
def _has(words: str, value: Decimal, scales: frozenset[Decimal]) -> bool:
    return figures_of(words).has(value, scales)


_Reader = Callable[[int, Any, str], tuple[Decimal, frozenset[Decimal]]]
"""The index of a row, its value and its words to the value in ones, and the scales of a figure without one."""


def own_words_problems(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """Every column of figures beside the words of its row."""
    observed = _unit_scales(tables, "observations", "indicators", "indicator")
    assigned = _unit_scales(tables, "assignments", "services", "service")
    columns: Mapping[str, tuple[tuple[str, _Reader], ...]] = {
        "money": (("amount", _money),),
        "observations": (("value", observed), ("upper", observed)),
        "assignments": (("volume", assigned), ("cost", _money)),
        "indicators": (("weight", _plain),),
        "completions": (),
    }
    for name, own in columns.items():
        if records := tables.get(name):
            faults: set[int] = set()
            for column, read in own:
                yield from _figure_problems(_Figures(records, column, read), faults)
            if name == "indicators":
                yield from _weight_notices(records)
            if "year" in records.table.names:
                yield from year_notices(records, faults)
            elif name == "observations":
                yield from period_notices(records, faults)
                yield from _range_notices(records)
    if rules := tables.get("rules"):
        yield from _rule_problems(rules)
    if documents := tables.get("documents"):
        yield from _requisite_problems(documents)
        yield from _facts_problems(documents)


def _money(_: int, kopecks: int, words: str) -> tuple[Decimal, frozenset[Decimal]]:
    """Roubles; a figure without a unit of its own is in those of the words, or else in the table's thousands."""
    return thousands_from_kopecks(kopecks) * THOUSAND, figures_of(words).money_scales() or _IN_THOUSANDS


def _plain(_: int, value: Decimal, __: str) -> tuple[Decimal, frozenset[Decimal]]:
    return value, _IN_ONES


def _unit_scales(tables: Mapping[str, Records], name: str, measured: str, column: str) -> _Reader:
    """In ones, whatever the unit counts: 45 of «тысяча рублей» is 45000."""
    rows = tables[measured].rows("id", "unit") if measured in tables else ()
    scales = {identity: scale_of(unit) for _, (identity, unit) in rows}

    def read(index: int, value: Decimal, _: str) -> tuple[Decimal, frozenset[Decimal]]:
        scale = scales.get(tables[name].values[column][index], Decimal(1))
        return value * scale, frozenset({scale})

    return read


@dataclass(frozen=True, slots=True)
class _Figures:
    """A column of figures, each to be found in the words of its row."""

    records: Records
    column: str
    read: _Reader

    def stated(self, index: int, words: str) -> _Stated | None:
        """What a row states, to be looked for in some words; None where it states nothing."""
        if not 0 <= index < len(self.records.numbers):
            return None
        value, said = (self.records.values[name][index] for name in (self.column, COLUMN))
        if value is None or value is Unreadable.CELL or said == _NONE:
            return None
        amount, scales = self.read(index, value, words)
        if said in _SAID:
            scales = frozenset({_SAID[said]})
        return _Stated(amount, words, self.records.raw[self.column][index].strip(), scales)

    def belongs_to(self, index: int, words: str) -> bool:
        """Whether some words hold the figure of a row."""
        stated = self.stated(index, words)
        return stated is not None and stated.is_in(words)


def _figure_problems(figures: _Figures, faults: set[int]) -> Iterator[Problem]:
    """Every figure that its words do not hold, and the indexes of their rows in `faults`."""
    records, column = figures.records, figures.column
    faulty: dict[int, _Stated] = {}
    for index, (value, words) in records.rows(column, "words"):
        if value is None or (records.values[COLUMN][index] is None and _is_printed(records.raw[column][index], words)):
            continue
        stated = figures.stated(index, words)
        if stated is None:
            continue
        if not stated.is_in(words):
            faulty[index] = stated
        elif stated.value:
            yield from _sign_notices(records, index, column, stated)
    faults |= set(faulty)
    yield from _named(figures, faulty)


def _is_printed(raw: str, words: str) -> bool:
    """Whether the words end with the figure as the cell has it, which most do: there may be half a million."""
    whole, point, part = raw.strip().partition(",")
    if not (whole.isdecimal() and (part.isdecimal() if point else True)):
        return False
    printed = f"{int(whole):,}".replace(",", " ") + point + part
    return words.removesuffix(_THOUSANDS).endswith((f": {printed}", f"– {printed}")) and "мл" not in words


def _sign_notices(records: Records, index: int, column: str, stated: _Stated) -> Iterator[Problem]:
    """Notices: a minus that the words have and the cell has not, or the other way about."""
    figures = figures_of(stated.words)
    same = figures.same(stated.value, stated.scales)
    printed = bool(same) and all(one.is_negative for one in same)
    if printed != (stated.value < 0) and not (stated.value < 0 and figures.tells_of_less()):
        rule = "minus_not_in_words" if stated.value < 0 else "minus_only_in_words"
        yield records.notice(index, column, rule)


def _named(figures: _Figures, faulty: Mapping[int, _Stated]) -> Iterator[Problem]:
    """Each fault, but words that slipped by a row only once, where that begins."""
    records = figures.records
    rest = dict(faulty)
    for step in (1, -1):
        slipped = [index for index, stated in rest.items() if figures.belongs_to(index + step, stated.words)]
        for _, group in groupby(enumerate(slipped), lambda placed: placed[1] - placed[0]):
            run = [index for _, index in group]
            if len(run) >= _FEWEST_SLIPPED:
                last, other = records.numbers[run[-1]], records.numbers[run[0] + step]
                yield records.problem(run[0], "words", "words_slipped", last=last, other=other)
                rest = {index: stated for index, stated in rest.items() if index not in run}
    for index, stated in rest.items():
        yield _problem(records, index, figures.column, stated)


def _problem(records: Records, index: int, column: str, stated: _Stated) -> Problem:
    rule, hints = _fault(stated)
    return records.problem(index, column, rule, **{**hints, "name": COLUMN, "none": _NONE, "choices": ", ".join(_SAID)})


def _fault(stated: _Stated) -> tuple[str, dict[str, str | int]]:
    figures = figures_of(stated.words)
    if not figures.telling and not any(spelled_numbers(stated.words)):
        return "no_figure_in_words", {"words": cut(stated.words)}
    found = "; ".join(dict.fromkeys(one.printed for one in figures.telling[:_SHOWN])) or cut(stated.words)
    for other in list(readings(stated.raw))[1:] if stated.raw[:1].isdecimal() else ():
        scale = stated.value / next(readings(stated.raw))
        if figures.has(other * scale, stated.scales):
            return "figure_misread", {"mended": f"{other:f}".replace(".", ","), "found": found}
    if stated.value and figures.has(stated.value * 100, stated.scales):
        return "percent_as_fraction", {"found": found}
    for factor in _FACTORS:
        for rule, value in (("figure_times_more", stated.value / factor), ("figure_times_less", stated.value * factor)):
            if stated.value and figures.has(value, stated.scales):
                return rule, {"times": _grouped(factor), "found": found}
    return "figure_not_in_words", {"found": found}


def _grouped(number: Decimal) -> str:
    return f"{number:,.0f}".replace(",", NARROW_SPACE)


def _range_notices(observations: Records) -> Iterator[Problem]:
    """Notices: «от 15 до 18» in the words of a row that says 15."""
    for index, (value, upper, words) in observations.rows("value", "upper", "words"):
        if value is None or upper is not None:
            continue
        for found in _RANGE.finditer(words):
            first, last = (next(readings(found[name])) for name in ("first", "last"))
            if first == value < last and len(figures_of(words).same(value, _IN_ONES)) == 1:
                yield observations.notice(index, "upper", "figure_only_in_words", words=found[0], mended=found["last"])


def _rule_problems(rules: Records) -> Iterator[Problem]:
    for index, (field, value, words) in rules.rows("field", "value", "words"):
        if words is None or field == "evaluation" or rules.values[COLUMN][index] == _NONE:
            continue
        try:
            percent = NUMBER.read(value)
        except PydanticCustomError:
            continue  # said where the value is looked at
        stated = _Stated(percent, words, value, _IN_ONES)
        if not stated.is_in(words):
            yield _problem(rules, index, "value", stated)


def _requisite_problems(documents: Records) -> Iterator[Problem]:
    """A date and a number that are not those that are printed."""
    for index, (day, words) in documents.rows("date", "requisites_words"):
        if day is not None and words and (printed := dates_of(words)) and day not in printed:
            found = "; ".join(one.strftime("%d.%m.%Y") for one in sorted(printed))
            yield documents.problem(index, "date", "requisites_differ", found=found)
    for index, (number, words) in documents.rows("number", "requisites_words"):
        if number and words and "№" in words and _joined(number) not in _joined(words):
            yield documents.problem(index, "number", "requisites_differ", found=words.partition("№")[2].strip())


def _joined(text: str) -> str:
    return "".join(text.split()).casefold()


def _weight_notices(indicators: Records) -> Iterator[Problem]:
    """Notices: «вес 0,25» in the words of a row without a weight."""
    for index, (weight, words) in indicators.rows("weight", "words"):
        if weight is None and (found := _WEIGHT.search(words)):
            yield indicators.notice(index, "weight", "figure_only_in_words", words=found[0], mended=found["weight"])


def _facts_problems(documents: Records) -> Iterator[Problem]:
    """The last day of facts, whose words name another; or a day that only the words name."""
    for index, (until, words, publication) in documents.rows("facts_until", "facts_until_words", "publication"):
        if until is None and words and publication == "published":
            yield documents.problem(index, "facts_until", "figure_only_in_words", words=cut(words))
        if until is None or not words:
            continue
        days = dates_of(words)
        is_named = any(until in _last_days(day) for day in days) or until.year in years_of(words, in_dates=False)
        if (days or years_of(words)) and not is_named:
            yield documents.problem(index, "facts_until", "requisites_differ", found=cut(words))


def _last_days(printed: date) -> Collection[date]:
    """The last days that facts may reach by a day in the words: those on the first of a month end the day before."""
    return (printed, printed - _DAY) if printed.day == 1 else (printed,)


describe(
    "minus_not_in_words",
    "«{value}» — минус есть, а в словах этой же строки его нет.",
    "Сверьте с документом; если там сказано об убыли другими словами, ничего не делайте.",
)
describe(
    "minus_only_in_words",
    "«{value}» — минуса нет, а в словах этой же строки он стоит.",
    "Сверьте с документом; если в словах это тире, ничего не делайте.",
)
describe(
    "words_slipped",
    "«{value}» — слова сдвинуты: они от строки {other}, и так до строки {last}.",
    "Верните слова на свои места; сортируйте таблицу целиком, а не один столбец.",
)
describe(
    "no_figure_in_words",
    "«{value}» — в словах этой же строки («{words}») нет ни одного числа.",
    "Возьмите из документа слова вместе с числом. Если это ячейка таблицы и числа в ней нет, впишите {none} в "
    "столбец «Число в словах» ({name}).",
)
describe(
    "figure_misread",
    "«{value}» — точка или запятая здесь отделяет дробь, а в словах этой же строки стоит {found}.",
    "Напишите {mended}.",
)
describe(
    "percent_as_fraction",
    "«{value}» — в 100 раз меньше, чем в словах этой же строки: {found}. Так Excel хранит проценты: 18,4 % у "
    "него 0,184.",
    "Впишите число процентов, как в документе.",
)
describe(
    "figure_times_more",
    "«{value}» — в {times} раз больше, чем в словах этой же строки: {found}.",
    "Проверьте единицу. Если число верно, а слова напечатаны в другой единице, скажите это в столбце «Число в "
    "словах» ({name}): {choices}.",
)
describe(
    "figure_times_less",
    "«{value}» — в {times} раз меньше, чем в словах этой же строки: {found}.",
    "Проверьте единицу. Если число верно, а слова напечатаны в другой единице, скажите это в столбце «Число в "
    "словах» ({name}): {choices}.",
)
describe(
    "figure_not_in_words",
    "«{value}» — в словах документа в этой же строке стоит другое: {found}.",
    "Сверьте с документом и исправьте то, что набрано неверно. Если слова вырезаны из таблицы и числа в них "
    "нет, впишите {none} в столбец «Число в словах» ({name}).",
)
describe(
    "requisites_differ",
    "«{value}» — в словах документа в этой же строке стоит другое: {found}.",
    "Сверьте с документом и исправьте то, что набрано неверно.",
)
describe(
    "figure_only_in_words",
    "ячейка пустая, а слова этой строки говорят: «{words}».",
    "Впишите значение из документа.",
    write="Впишите {mended}. Если слова о другом, ничего не делайте.",
)
