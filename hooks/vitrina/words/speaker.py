"""`Words` speaks one language: every figure and every sentence of a page, a chart or a message goes through it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.words.catalogue import sentences, translations
from vitrina.words.dates import write_date, write_day, write_month
from vitrina.words.foreign import foreign
from vitrina.words.fractions import write_fraction
from vitrina.words.money import exact_decimals, thousands_from_kopecks
from vitrina.words.numbers import NO_BREAK_SPACE, Language, decimals_of, write_decimal
from vitrina.words.periods import Period
from vitrina.words.plurals import plural

LANGUAGES: tuple[Language, ...] = ("ru", "en")
SOURCE_LANGUAGE: Language = "ru"
"""In which the sentences of the templates are written; every other language translates them."""

_LEAST = 10_000
"""Kopecks; what is less is written in roubles: «0,0 тыс. ₽» would say nothing."""

_YEARS = {"ru": ("год", "года", "лет"), "en": ("year", "years")}
_SIGNS = {"≥": "at_least", ">": "more", "≤": "at_most"}
_UNIT = {
    "ru": {"rouble": "", "thousand": "тыс.", "million": "млн", "billion": "млрд", "trillion": "трлн"},
    "en": {"rouble": "", "thousand": "thousand", "million": "million", "billion": "billion", "trillion": "trillion"},
}


@dataclass(frozen=True, slots=True)
class Words:
    """Numbers, money, dates and sentences in one language. Amounts of money are whole kopecks."""

    language: Language

    def say(self, key: str, **values: object) -> str:
        """The sentence under a dotted key with its values filled in. Raises `KeyError` for a missing key or value."""
        return sentences(self.language)[key].format(**values)

    def message(self, russian: str) -> str:
        """A sentence of a template in this language, its values not filled in; Russian, marked, where it is missing."""
        found = translations(self.language).gettext(russian)
        return foreign(russian) if found == russian and self.language != SOURCE_LANGUAGE else found

    def message_of_count(self, one: str, many: str, count: int) -> str:
        """The form of a sentence that goes with the count. Russian writes two of its three forms in the template."""
        found = translations(self.language).ngettext(one, many, count)
        return foreign(found) if found in (one, many) and self.language != SOURCE_LANGUAGE else found

    def number(self, value: Decimal | int, digits: int = 0, sign: bool = False) -> str:
        """A plain number: «6 528,5»."""
        return write_decimal(value, self.language, digits, sign)

    def percent(self, value: Decimal | int, digits: int = 1, sign: bool = False) -> str:
        """A share that is already in percent: 55.48 gives «55,5 %»."""
        gap = NO_BREAK_SPACE if self.language == "ru" else ""
        return f"{self.number(value, digits, sign)}{gap}%"

    def exact(self, kopecks: int, sign: bool = False) -> str:
        """Thousand roubles to the kopeck, without the unit: «6 528 755,60»."""
        return self.number(thousands_from_kopecks(kopecks), exact_decimals(kopecks), sign)

    def fraction(self, percent: Decimal) -> str:
        """A share in words where that is easier, «больше половины», else in percent."""
        return write_fraction(percent, self.language) or self.percent(percent)

    def thousand(self, kopecks: int, digits: int = 1, sign: bool = False) -> str:
        """«249,9 тыс. ₽»."""
        return self._money(thousands_from_kopecks(kopecks), digits, sign, "thousand")

    def million(self, kopecks: int, digits: int = 1, sign: bool = False, unit: bool = True) -> str:
        """«717,4 млн ₽», or without the unit «717,4»."""
        value = thousands_from_kopecks(kopecks) / 1000
        return self._money(value, digits, sign, "million") if unit else self.number(value, digits, sign)

    def billion(self, kopecks: int, digits: int = 1, sign: bool = False) -> str:
        """«6,5 млрд ₽»."""
        return self._money(thousands_from_kopecks(kopecks) / 1_000_000, digits, sign, "billion")

    def trillion(self, kopecks: int, digits: int = 1, sign: bool = False) -> str:
        """«4,2 трлн ₽»."""
        return self._money(thousands_from_kopecks(kopecks) / 1_000_000_000, digits, sign, "trillion")

    def money(self, kopecks: int, digits: int = 1, sign: bool = False) -> str:
        """An amount in the unit that keeps it readable: from roubles to trillions."""
        size = abs(kopecks)
        if size < _LEAST:
            return self._money(Decimal(kopecks) / 100, 2 if kopecks % 100 else 0, sign, "rouble")
        if size < 100_000_000:
            return self.thousand(kopecks, digits, sign)
        if size < 100_000_000_000:
            return self.million(kopecks, digits, sign)
        if size < 100_000_000_000_000:
            return self.billion(kopecks, digits, sign)
        return self.trillion(kopecks, digits, sign)

    def exact_thousand(self, kopecks: int, sign: bool = False) -> str:
        """An amount to the kopeck with its unit: «2 507 675,70 тыс. ₽»."""
        return self._money(thousands_from_kopecks(kopecks), exact_decimals(kopecks), sign, "thousand")

    def amount_and_unit(self, kopecks: int) -> tuple[str, str]:
        """An amount as `money` writes it, in two parts for a large figure with a small unit: «717,4» and «млн ₽»."""
        amount, _, unit = self.money(kopecks).partition(NO_BREAK_SPACE)
        return amount, unit

    def unit(self, scale: str) -> str:
        """The unit alone, for a chart's subtitle or a table's head: «млн ₽», «тыс. ₽»."""
        name = _UNIT[self.language][scale]
        return f"{name}{NO_BREAK_SPACE}₽" if self.language == "ru" else f"₽{NO_BREAK_SPACE}{name}"

    def plural(self, value: Decimal | int, *forms: str) -> str:
        """The form of a word that goes with a number, without the number."""
        return plural(value, self.language, *forms)

    def years(self, count: int) -> str:
        """A number of years: «11 лет»."""
        return f"{self.number(count)}{NO_BREAK_SPACE}{self.plural(count, *_YEARS[self.language])}"

    def date(self, day: datetime.date) -> str:
        """«1 января 2021 года»."""
        return write_date(day, self.language)

    def period(self, first: datetime.date, last: datetime.date) -> str:
        """When something was: «на 1 января 2021 года», «за 2020 год», «за январь–сентябрь 2021 года»."""
        return self._period("period", first, last)

    def time(self, first: datetime.date, last: datetime.date) -> str:
        """The same standing alone, as at the head of a row: «1 января 2021 года», «2020 год»."""
        return self._period("time", first, last)

    def _period(self, key: str, first: datetime.date, last: datetime.date) -> str:
        kind = Period(first, last).kind
        # Both days of one year: it is named once, behind the second.
        start = write_day(first, self.language) if first.year == last.year else self.date(first)
        values: Mapping[str, Mapping[str, object]] = {
            "day": {"date": self.date(first)},
            "year": {"year": first.year},
            "years": {"first": first.year, "last": last.year},
            "school_year": {"first": first.year, "last": f"{last.year % 100:02d}"},
            "month": {"month": self.month(first.month), "year": first.year},
            "months": {"first": self.month(first.month), "last": self.month(last.month), "year": first.year},
            "span": {"first": start, "last": self.date(last)},
        }
        return self.say(f"figures.{key}.{kind}", **values[kind])

    def month(self, month: int) -> str:
        """The month alone: «январь»."""
        return write_month(month, self.language)

    def quantity(self, value: Decimal | int, unit: str) -> str:
        """A figure with its unit, with the decimals that it has: «404 ребёнка», «13,8 %».

        `unit` is «%» or the forms of what is counted with | between them: «ребёнок|ребёнка|детей», “child|children”.
        """
        digits = decimals_of(value)
        if unit == "%":
            return self.percent(value, digits)
        return f"{self.number(value, digits)}{NO_BREAK_SPACE}{self.plural(value, *unit.split('|'))}"

    def more_or_less(self, percent: Decimal) -> str:
        """A change in words: «на 11,1 % меньше», «столько же»."""
        kind = "more" if percent > 0 else "less" if percent < 0 else "same"
        return self.say(f"figures.change.{kind}", percent=self.percent(abs(percent)))

    def points(self, value: Decimal | int) -> str:
        """A difference of two shares: «1,63 процентного пункта»."""
        return self.quantity(value, self.say("figures.points"))

    def signed(self, sign: str, figure: str) -> str:
        """A figure with its sign in words: «не меньше 190», «больше 80 %»; with = the figure alone."""
        return figure if sign == "=" else self.say(f"figures.sign.{_SIGNS[sign]}", figure=figure)

    def _money(self, value: Decimal, digits: int, sign: bool, scale: str) -> str:
        text = self.number(value, digits, sign)
        name = _UNIT[self.language][scale]
        unit = f"{NO_BREAK_SPACE}{name}" if name else ""
        if self.language == "ru":
            return f"{text}{unit}{NO_BREAK_SPACE}₽"
        mark = text[0] if not text[0].isdigit() else ""
        return f"{mark}₽{text.removeprefix(mark)}{unit}"
