"""`Words` speaks one language: every figure and every sentence of a page, a chart or a message goes through it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Literal

from babel import Locale
from babel.core import get_global, parse_locale
from babel.dates import get_month_names

from vitrina.words.capitals import first_upper
from vitrina.words.catalogue import TITLE, sentence, translations
from vitrina.words.languages import LANGUAGES, SOURCE_LANGUAGE
from vitrina.words.money import KOPECKS_IN, Scale, exact_decimals, thousands_from_kopecks
from vitrina.words.numbers import NO_BREAK_SPACE, Language, decimals_of, figure_and_unit, unbroken, write_decimal
from vitrina.words.periods import Period, PeriodKind
from vitrina.words.plurals import plural
from vitrina.words.provenance import SaidFigures

_LEAST = 10_000
"""Kopecks; what is less is written in roubles: «0,0 тыс. ₽» would say nothing."""

_SIGNS = {
    "≥": sentence("не меньше {figure}"),
    ">": sentence("больше {figure}"),
    "≤": sentence("не больше {figure}"),
}
_UNIT = {
    "thousand": sentence("тыс."),
    "million": sentence("млн"),
    "billion": sentence("млрд"),
    "trillion": sentence("трлн"),
}
_PERIOD: Mapping[PeriodKind, str] = {
    "day": sentence("на {date}"),
    "year": sentence("за {year} год"),
    "years": sentence("за {first}–{last} годы"),
    "school_year": sentence("за {first}/{last} учебный год"),
    "month": sentence("за {month} {year} года"),
    "months": sentence("за {first}–{last} {year} года"),
    "span": sentence("с {first} по {last}"),
}
"""When something was."""
_TIME: Mapping[PeriodKind, str] = {
    "day": sentence("{date}"),
    "year": sentence("{year} год"),
    "years": sentence("{first}–{last} годы"),
    "school_year": sentence("{first}/{last} учебный год"),
    "month": sentence("{month} {year} года"),
    "months": sentence("{first}–{last} {year} года"),
    "span": sentence("с {first} по {last}"),
}
"""The same standing alone."""

_ALL, NEARLY_ALL, _PERCENT_IS_CLEARER = Decimal(100), Decimal("99.95"), Decimal(90)
"""From the second on one decimal of a percentage rounds to the whole; from the last on no simple fraction is near."""
_TINY = Decimal("0.1")
"""The least that one decimal of a percentage shows."""
_FRACTIONS = (
    (Decimal(75), sentence("три четверти"), sentence("больше трёх четвертей")),
    (Decimal(200) / 3, sentence("две трети"), sentence("больше двух третей")),
    (Decimal(50), sentence("половину"), sentence("больше половины")),
    (Decimal(100) / 3, sentence("треть"), sentence("больше трети")),
    (Decimal(25), sentence("четверть"), sentence("больше четверти")),
)


@dataclass(frozen=True, slots=True)
class Words:
    """Numbers, money, dates and sentences in one language. Amounts of money are whole kopecks."""

    language: Language
    first: Language = SOURCE_LANGUAGE
    """The first language of the city, in which a sentence stands that has no translation."""
    said: SaidFigures | None = field(default=None, compare=False, repr=False)
    """Where pages lead from a figure to its provenance: the figures said so far, each with a mark."""

    @property
    def own_name(self) -> str:
        """What the language calls itself: «Русский»."""
        return first_upper(str(Locale.parse(self.language).get_language_name(self.language)))

    @property
    def locale(self) -> str:
        """The language with the country where most speak it, by Unicode's CLDR: `ru_RU`."""
        language, country, *_ = parse_locale(get_global("likely_subtags")[self.language])
        return f"{language}_{country}"

    def say(self, text: str, **values: object) -> str:
        """A sentence, in Russian, with its values. Raises `KeyError` for a missing value."""
        return self.message(text).format_map(values)

    def say_n(self, one: str, many: str, count: int, **values: object) -> str:
        """A sentence with a count in the form that goes with it; `{count}` is the number as it is written."""
        return self.message_of_count(one, many, count).format_map({"count": self.number(count), **values})

    def message(self, russian: str) -> str:
        """A sentence in this language, its values not filled in; in another, marked, where it is not translated."""
        return translations(self.language, self.first).gettext(russian)

    def title(self, russian: str) -> str:
        """The title of a column of the dataset."""
        return self.message(sentence(russian, TITLE))

    def message_of_count(self, one: str, many: str, count: int) -> str:
        """The form of a sentence that goes with the count. Russian writes two of its three forms in the code."""
        return translations(self.language, self.first).ngettext(one, many, count)

    def number(self, value: Decimal | int, digits: int = 0, sign: bool = False) -> str:
        """A plain number: «6 528,5»."""
        return self._marked(value, write_decimal(value, self.language, digits, sign))

    def percent(self, value: Decimal | int, digits: int = 1, sign: bool = False) -> str:
        """A share that is already in percent: 55.48 gives «55,5 %»."""
        number = write_decimal(value, self.language, digits, sign)
        return self._marked(value, _held(self.say("{number} %", number=number)))

    def exact(self, kopecks: int, sign: bool = False) -> str:
        """Thousand roubles to the kopeck, without the unit: «6 528 755,60»."""
        return self.number(thousands_from_kopecks(kopecks), exact_decimals(kopecks), sign)

    def fraction(self, percent: Decimal) -> str:
        """A share in words where that is easier, else in percent: what is paid, in the accusative.

        The whole, a simple fraction or the largest one that the share exceeds. A percentage says it better below a
        quarter, and from 90 % on, which «больше трёх четвертей» hides.
        """
        return self._marked(percent, self._fraction(percent)) or self.percent(percent)

    def _fraction(self, percent: Decimal) -> str:
        """In words; "" where a percentage says it better."""
        if percent >= _ALL:
            return self.say("всё")
        if percent >= NEARLY_ALL:
            return self.say("почти всё")
        if 0 < percent < _TINY / 2:
            return self.say("меньше {percent}", percent=self.percent(_TINY))
        for step, exactly, more in _FRACTIONS if percent < _PERCENT_IS_CLEARER else ():
            if percent >= step:
                return self.say(exactly if percent == step else more)
        return ""

    def in_scale(self, kopecks: int, scale: Scale, digits: int = 1, sign: bool = False) -> str:
        """An amount in thousand, million, billion or trillion roubles: «717,4 млн ₽»."""
        return self._marked(kopecks, self._in_scale(kopecks, scale, digits, sign))

    def _in_scale(self, kopecks: int, scale: Scale, digits: int, sign: bool) -> str:
        return self._money(Decimal(kopecks) / KOPECKS_IN[scale], digits, sign, scale)

    def money(self, kopecks: int, digits: int = 1, sign: bool = False) -> str:
        """An amount in the unit that keeps it readable: from roubles to trillions."""
        return self._marked(kopecks, self._readable(kopecks, digits, sign))

    def _readable(self, kopecks: int, digits: int, sign: bool) -> str:
        size = abs(int(kopecks))
        if size < _LEAST:
            return self._money(Decimal(kopecks) / 100, 2 if kopecks % 100 else 0, sign, "rouble")
        fitting: list[Scale] = [scale for scale, least in KOPECKS_IN.items() if size >= least]
        return self._in_scale(kopecks, fitting[-1] if fitting else "thousand", digits, sign)

    def exact_thousand(self, kopecks: int) -> str:
        """An amount to the kopeck with its unit: «2 507 675,70 тыс. ₽»."""
        written = self._money(thousands_from_kopecks(kopecks), exact_decimals(kopecks), False, "thousand")
        return self._marked(kopecks, written)

    def amount_and_unit(self, kopecks: int) -> tuple[str, str]:
        """An amount as `money` writes it, in two parts for a large figure with a small unit: «717,4» and «млн ₽»."""
        return figure_and_unit(self.money(kopecks))

    def unit(self, scale: str) -> str:
        """The unit alone, for a chart's subtitle or a table's head: «млн ₽», «тыс. ₽»."""
        return _held(self.say("{unit} ₽", unit=self.say(_UNIT[scale])))

    def plural(self, value: Decimal | int, *forms: str) -> str:
        """The form of a word that goes with a number, without the number."""
        return plural(value, self.language, *forms)

    def years(self, count: int) -> str:
        """A number of years: «11 лет»."""
        return _held(self.say_n("{count} год", "{count} лет", count))

    def date(self, day: datetime.date) -> str:
        """«1 января 2021 года»; the day never breaks away from its month."""
        return unbroken(self.say("{day} {year} года", day=self._day(day), year=day.year))

    def period(self, first: datetime.date, last: datetime.date) -> str:
        """When something was: «на 1 января 2021 года», «за 2020 год», «за январь–сентябрь 2021 года»."""
        return self._period(_PERIOD, first, last)

    def time(self, first: datetime.date, last: datetime.date) -> str:
        """The same standing alone, as at the head of a row: «1 января 2021 года», «2020 год»."""
        return self._period(_TIME, first, last)

    def _period(self, told: Mapping[PeriodKind, str], first: datetime.date, last: datetime.date) -> str:
        kind = Period(first, last).kind
        # Both days of one year: it is named once, behind the second.
        start = self._day(first) if first.year == last.year else self.date(first)
        values: Mapping[PeriodKind, Mapping[str, object]] = {
            "day": {"date": self.date(first)},
            "year": {"year": first.year},
            "years": {"first": first.year, "last": last.year},
            "school_year": {"first": first.year, "last": f"{last.year % 100:02d}"},
            "month": {"month": self.month(first.month), "year": first.year},
            "months": {"first": self.month(first.month), "last": self.month(last.month), "year": first.year},
            "span": {"first": start, "last": self.date(last)},
        }
        return unbroken(self.say(told[kind], **values[kind]))

    def _day(self, day: datetime.date) -> str:
        """A day of a year that is named elsewhere: «1 января»."""
        return f"{day.day}{NO_BREAK_SPACE}{_months(self.language, 'format')[day.month]}"

    def month(self, month: int) -> str:
        """The month alone: «январь»."""
        return _months(self.language, "stand-alone")[month]

    def quantity(self, value: Decimal | int, unit: str) -> str:
        """A figure with its unit, with the decimals that it has: «404 ребёнка», «13,8 %».

        `unit` is «%» or the forms of what is counted with | between them: «ребёнок|ребёнка|детей», “child|children”.
        """
        digits = decimals_of(value)
        if unit == "%":
            return self.percent(value, digits)
        number = write_decimal(value, self.language, digits)
        return self._marked(value, f"{number}{NO_BREAK_SPACE}{self.plural(value, *unit.split('|'))}")

    def more_or_less(self, percent: Decimal) -> str:
        """A change in words: «на 11,1 % меньше», «столько же»."""
        if not percent:
            return self.say("столько же")
        told = sentence("на {percent} больше") if percent > 0 else sentence("на {percent} меньше")
        return self.say(told, percent=self.percent(abs(percent)))

    def points(self, value: Decimal | int) -> str:
        """A difference of two shares: «1,63 процентного пункта»."""
        return self.quantity(
            value, self.say("процентный пункт|процентных пункта|процентных пунктов|процентного пункта")
        )

    def signed(self, sign: str, figure: str) -> str:
        """A figure with its sign in words: «не меньше 190», «больше 80 %»; with = the figure alone."""
        return figure if sign == "=" else self.say(_SIGNS[sign], figure=figure)

    def _marked(self, value: Decimal | int, written: str) -> str:
        """A figure as it is written, with the mark of its provenance where there is a way to it."""
        return self.said.marked(value, written) if self.said and written else written

    def _money(self, value: Decimal, digits: int, sign: bool, scale: str) -> str:
        written = write_decimal(value, self.language, digits, sign)
        mark = "" if written[0].isdigit() else written[0]
        values = {"sign": mark, "amount": written.removeprefix(mark)}
        if scale not in _UNIT:
            return _held(self.say("{sign}{amount} ₽", **values))
        return _held(self.say("{sign}{amount} {unit} ₽", **values, unit=self.say(_UNIT[scale])))


def in_every_language(russian: str) -> tuple[str, ...]:
    """A sentence and its translations."""
    return tuple(Words(language).message(russian) for language in LANGUAGES)


def _held(text: str) -> str:
    """A figure on one line with its unit."""
    return text.replace(" ", NO_BREAK_SPACE)


@cache
def _months(language: Language, form: Literal["format", "stand-alone"]) -> Mapping[int, str]:
    """The names of the months beside a day or alone."""
    return {month: str(name) for month, name in get_month_names("wide", form, language).items()}
