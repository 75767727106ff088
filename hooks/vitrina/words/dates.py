"""Dates in words: «1 января 2021 года», “1 January 2021”."""

from datetime import date

from vitrina.words.numbers import NO_BREAK_SPACE, Language

_MONTHS_RU = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def write_date(day: date, language: Language) -> str:
    """A day in words; the day never breaks away from its month."""
    if language == "en":
        return f"{day.day}{NO_BREAK_SPACE}{_MONTHS_EN[day.month - 1]} {day.year}"
    return f"{day.day}{NO_BREAK_SPACE}{_MONTHS_RU[day.month - 1]} {day.year}{NO_BREAK_SPACE}года"
