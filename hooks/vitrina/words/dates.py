"""Dates in words: «1 января 2021 года», “1 January 2021”."""

from datetime import date

from vitrina.words.numbers import NO_BREAK_SPACE, Language

_MONTHS_RU = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_MONTHS_ALONE_RU = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def write_month(month: int, language: Language) -> str:
    """A month that stands without a day: «январь»."""
    return (_MONTHS_ALONE_RU if language == "ru" else _MONTHS_EN)[month - 1]


def write_day(day: date, language: Language) -> str:
    """A day of a year that is named elsewhere: «1 января»."""
    return f"{day.day}{NO_BREAK_SPACE}{(_MONTHS_RU if language == 'ru' else _MONTHS_EN)[day.month - 1]}"


def write_date(day: date, language: Language) -> str:
    """A day in words; the day never breaks away from its month."""
    written = f"{write_day(day, language)} {day.year}"
    return written if language == "en" else f"{written}{NO_BREAK_SPACE}года"
