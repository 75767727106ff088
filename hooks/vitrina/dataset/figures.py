"""The figures that stand in some words of a document, and whether one of them is the figure of a row."""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from vitrina.words.number_words import spelled_numbers
from vitrina.words.numbers import SPACES

THOUSAND = Decimal(1000)
_GROUPS = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?:[,.]\d+)?|\d{{1,3}}(?:['’]\d{{3}})+(?:[,.]\d+)?"
_POINTS = r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}\.\d{3},\d+|\d{1,3},\d{3}\.\d+"
_SCALE = r"(?P<scale>тыс|млн|миллион|млрд|миллиард|трлн|триллион)\w*\.?"
_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[,.])(?P<number>{_POINTS}|(?:{_GROUPS}|\d+(?:[,.]\d+)?))(?![,.]?\d)"
    rf"(?:[{SPACES}\n]*{_SCALE})?(?:[{SPACES}\n]*(?P<roubles>руб|р\.|₽)(?:[а-яё]*\.?[{SPACES}\n]*(?P<kopecks>\d\d?)[{SPACES}\n]*коп)?)?",
    re.IGNORECASE,
)
_UNITS = re.compile(rf"(?<![а-яё]){_SCALE}|(?<![а-яё.]\s)(?<![а-яё])(?P<roubles>руб|₽)", re.IGNORECASE)
_SCALES = {
    "тыс": THOUSAND,
    "млн": THOUSAND**2,
    "миллион": THOUSAND**2,
    "млрд": THOUSAND**3,
    "миллиард": THOUSAND**3,
    "трлн": THOUSAND**4,
    "триллион": THOUSAND**4,
}
_MINUS = re.compile(r"(?:^|[\s:;(=|])[-\u2212\u2012]$|\($")
_FALLING = re.compile(
    r"сниж|сниз|уменьш|сокра[тщ]|убыл|убыв|отток|пад|минус|отрицат|дефицит|ниже|меньше|потер|возвра", re.IGNORECASE
)
_NAMES = re.compile(
    r"№+\s*\d+(?:[.,/-]\d+)*"
    r"|\b(?:показатель|мероприятие|подпрограмма|приложение|раздел|пункт|подпункт|статья|таблица|строка|графа|задача"
    r"|цель|форма)\s+\d+(?:\.\d+)*\.?(?!,?\d)"
    r"|(?<!\d)(?<!\d[,.])\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
    r"|(?<!\d)(?<!\d[,.])(?:19|20)\d\d(?:\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d))?(?=\s?(?:г\.|гг|год|уч))"
    r"|\b(?:от|с)\s+\d+(?:-[а-яё]+)?\s+до\s+\d+(?:-[а-яё]+)?\s+(?:лет|год)"
    r"|(?<!\d)(?<!\d[,.])\d+(?:-[а-яё]+)?\s?[-–—]\s?\d+(?:-[а-яё]+)?\s+(?:лет|год)"
    r"|(?<!\d)(?<!\d[,.])\d+-(?:ФЗ|п|р)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\bотсутств|\bне\s+(?:предусм|планир|выдел|име)|\bнет\b|\bни\s+одн|[-–—]\s*(?:$|[,;.]|тыс|руб)", re.IGNORECASE
)
"""A document writes no zero: «очередь отсутствует», «2024 год – »."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as printed, without sign; `scale` is what the words behind it multiply it by, None without any."""

    printed: str
    number: Decimal
    scale: Decimal | None
    is_negative: bool
    """A minus or a bracket stands before it."""
    kopecks: int = 0
    start: int = field(default=0, compare=False)
    """Where it begins in the words."""

    def times(self, bare: Decimal) -> Decimal:
        """How much it is; `bare` stands in for a scale that is not said."""
        return self.number * (bare if self.scale is None else self.scale) + Decimal(self.kopecks) / 100


@dataclass(frozen=True, slots=True)
class FiguresOfWords:
    """All figures of some words: those that name things («Показатель 1», «2024 год») apart from the rest."""

    words: str
    figures: tuple[Figure, ...]
    naming: tuple[Figure, ...]

    @property
    def telling(self) -> tuple[Figure, ...]:
        """The figures that can be a row's: those that name things only where there is no other."""
        return self.figures or self.naming

    def money_scales(self) -> frozenset[Decimal]:
        """The units of money that the words name anywhere: «2024 – 12,5; 2025 – 13,0 млн рублей»."""
        found = _UNITS.finditer(self.words)
        return frozenset(_SCALES[one["scale"].lower()] if one["scale"] else Decimal(1) for one in found)

    def has(self, value: Decimal, scales: Collection[Decimal]) -> bool:
        """Whether one of the figures is the value, sign aside, where a figure without a scale may have these."""
        return bool(self.same(value, scales)) or self._is_spelled(abs(value), scales)

    def same(self, value: Decimal, scales: Collection[Decimal]) -> tuple[Figure, ...]:
        """The figures that are the value, sign aside."""
        wanted = abs(value)
        return tuple(one for one in self.telling if any(one.times(scale) == wanted for scale in scales))

    def _is_spelled(self, wanted: Decimal, scales: Collection[Decimal]) -> bool:
        if not wanted and _NOTHING.search(self.words):
            return True
        spelled = set(spelled_numbers(self.words))
        return wanted in spelled or any(number * scale == wanted for number in spelled for scale in scales)

    def tells_of_less(self) -> bool:
        """Whether the words say that something falls, which may stand for a minus."""
        return _FALLING.search(self.words) is not None


@lru_cache(maxsize=1024)
def figures_of(words: str) -> FiguresOfWords:
    """Read the figures of some words."""
    names = [found.span() for found in _NAMES.finditer(words)]
    figures: list[Figure] = []
    naming: list[Figure] = []
    ended: int | None = None
    for found in _NUMBER.finditer(words):
        start, end = found.span("number")
        inside = next((name for name in names if name[0] < end and start < name[1]), None)
        if inside and end > inside[1]:  # «Показатель 3 115,0»: a name, and a number behind it
            figures += [_figure(rest) for rest in _NUMBER.finditer(words, inside[1], found.end())]
        into = naming if inside and end <= inside[1] else figures
        own = [_figure(found, number) for number in readings(found["number"])]
        follows = into is figures and ended is not None and not words[ended:start].strip()
        if follows and len(own) == 1 and (whole := _together(figures[-1], own[0])):
            figures[-1] = whole
        else:
            into += own
        ended = found.end() if into is figures else None
    return FiguresOfWords(words, tuple(figures), tuple(naming))


def _together(large: Figure, small: Figure) -> Figure | None:
    """Two figures that are one number, as «2 млн 345 тыс.» is 2345 thousand; None where they are two numbers."""
    if large.scale is None or small.scale is None or small.times(small.scale) >= large.scale:
        return None
    number = large.number * large.scale / small.scale + small.number
    return replace(small, printed=f"{large.printed} … {small.printed}", number=number, is_negative=large.is_negative)


def as_printed(value: Decimal | None, words: str | None) -> Decimal | None:
    """A value with as many decimals as the words print it with: a program drops the zero of 15,0, no document does."""
    if value is None or not words:
        return value
    printed = [one.number for one in figures_of(words).telling if one.number == abs(value)]
    fewest = max(printed, key=_exponent, default=value)
    return value if _exponent(fewest) >= _exponent(value) else value.quantize(fewest)


def _exponent(value: Decimal) -> int:
    return int(value.as_tuple().exponent)


def numbers(words: str) -> set[Decimal]:
    """Every number of some words, without sign and unit."""
    found = figures_of(words)
    return {one.number for one in (*found.figures, *found.naming)}


def _figure(found: re.Match[str], number: Decimal | None = None) -> Figure:
    scale = _SCALES[found["scale"].lower()] if found["scale"] else Decimal(1) if found["roubles"] else None
    before = found.string[max(0, found.start() - 2) : found.start()]
    is_negative = _MINUS.search(before) is not None
    own = next(iter(readings(found["number"]))) if number is None else number
    return Figure(found["number"], own, scale, is_negative, int(found["kopecks"] or 0), found.start("number"))


def readings(printed: str) -> Iterator[Decimal]:
    """What a number as printed can be: «2.980» is 2980 or 2,98."""
    plain = re.sub(rf"[{SPACES}'’]", "", printed)
    points = re.findall("[.,]", plain)
    if len(points) > 1:  # the last is the decimal one where it differs from those before it
        whole, part = re.fullmatch(r"(.*)[.,](\d+)", plain).groups()  # type: ignore[union-attr]  # it has a point
        yield Decimal(re.sub("[.,]", "", plain) if points[0] == points[-1] else f"{re.sub('[.,]', '', whole)}.{part}")
        return
    yield Decimal(plain.replace(",", "."))
    if points and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", printed):
        yield Decimal(re.sub("[.,]", "", printed))


def scale_of(unit: str) -> Decimal:
    """What a unit multiplies a number by: 1000 of «тысяча рублей|тысячи рублей|тысяч рублей»."""
    found = _UNITS.search(unit)
    return _SCALES[found["scale"].lower()] if found and found["scale"] else Decimal(1)


_YEAR = r"(?:19|20)\d\d"
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_YEARS = re.compile(
    rf"(?<![\d,.])(?P<first>{_YEAR})(?:\s?(?:[-–—/]|\b(?:по|и|до)\b)\s?(?P<last>{_YEAR}|\d\d(?!\d)))?"
    r"(?=\s?(?:г\.|гг|год|уч))",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?<![\d.])(?P<day>\d\d?)(?:\.(?P<number>\d\d?)\.|\s(?P<month>{'|'.join(_MONTHS)})[а-яё]*\s)(?P<year>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_LONGEST = 60  # years


def years_of(words: str, *, in_dates: bool = True) -> set[int]:
    """The years that some words name as such: «2021 год», «2014–2024 годы», «2020/21 учебный год», «на 01.01.2021»."""
    years = {day.year for day in dates_of(words)} if in_dates else set()
    rest = _DAY.sub(" ", words)
    for found in _YEARS.finditer(rest):
        first, last = int(found["first"]), found["last"]
        until = first if not last else int(last) if len(last) == len("2021") else first - first % 100 + int(last)
        years |= set(range(first, until + 1)) if first <= until < first + _LONGEST else {first, until}
    return years


def dates_of(words: str) -> set[date]:
    """The days that some words name: «01.01.2021», «25 ноября 2019»."""
    days: set[date] = set()
    for found in _DAY.finditer(words):
        month = int(found["number"]) if found["number"] else 1 + _MONTHS.index(found["month"].lower())
        with suppress(ValueError):  # no such day: «31.02.2021»
            days.add(date(int(found["year"]), month, int(found["day"])))
    return days
