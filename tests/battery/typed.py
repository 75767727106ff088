"""What happens to numbers, years, days, ids and choices: slips of the hand, and what programs make of them."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from battery.texts import Change, Made
from vitrina.dataset.cells import Cell, Kind
from vitrina.words import Words


def _parts(text: str) -> tuple[str, str]:
    whole, _, part = text.partition(",")
    return whole, part


def _times(factor: str) -> Change:
    return lambda text: f"{Decimal(text.replace(',', '.')) * Decimal(factor):f}".replace(".", ",")


def _digits_swapped(text: str) -> str:
    for place in range(len(text) - 1):
        pair = text[place : place + 2]
        if pair.isdigit() and pair[0] != pair[1] and (place or pair[1] != "0"):
            return text[:place] + pair[::-1] + text[place + 2 :]
    return text


def _last_digits_swapped(text: str) -> str:
    return _digits_swapped(text[::-1])[::-1]


def _grouped(text: str, group: str, point: str = ",") -> str:
    whole, part = _parts(text)
    return f"{int(whole):,}".replace(",", group) + (f"{point}{part}" if part else "")


def _comma_moved(places: int) -> Change:
    def change(text: str) -> str:
        whole, part = _parts(text)
        if places > 0:
            return f"{whole}{part[:places]},{part[places:]}" if len(part) > places else text
        return f"{whole[:places]},{whole[places:]}{part}" if len(whole) > -places else text

    return change


def _instead(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new, 1)


NUMBERS: Mapping[str, Change] = {
    "digits-swapped": _digits_swapped,
    "last-digits-swapped": _last_digits_swapped,
    "first-digit-lost": lambda text: text[1:] if len(text) > 1 and text[1] not in ",0" else text,
    "last-digit-lost": lambda text: text[:-1].rstrip(","),
    "digit-doubled": lambda text: text[0] + text,
    "last-digit-doubled": lambda text: text + text[-1] if text[-1] != "0" else text,
    "digit-mistyped": lambda text: str((int(text[0]) % 9) + 1) + text[1:],
    "roubles-for-thousands": _times("1000"),
    "millions-for-thousands": _times("0.001"),
    "percent-divided": _times("0.01"),
    "percent-multiplied": _times("100"),
    "comma-one-right": _comma_moved(1),
    "comma-one-left": _comma_moved(-1),
    "comma-lost": _instead(",", ""),
    "comma-become-space": _instead(",", " "),
    "comma-become-point": _instead(",", "."),
    "comma-doubled": _instead(",", ",,"),
    "comma-at-the-end": lambda text: f"{text}," if "," not in text else text,
    "point-between-groups": lambda text: _grouped(text, "."),
    "english-groups": lambda text: _grouped(text, ",", "."),
    "space-between-groups": lambda text: _grouped(text, " "),
    "no-break-space-between-groups": lambda text: _grouped(text, "\u00a0"),
    "groups-of-two": lambda text: re.sub(r"(\d\d)(?=\d)", r"\1 ", text),
    "three-decimals-cut": lambda text: f"{_parts(text)[0][0]},{text[1:4]}" if text[1:4].isdigit() else text,
    "point-as-a-group": lambda text: f"{_parts(text)[0][0]}.{text[1:4]}" if text[1:4].isdigit() else text,
    "rounded": lambda text: f"{round(Decimal(text.replace(',', '.')))}",
    "minus-before": lambda text: f"-{text}",
    "in-brackets": lambda text: f"({text})",
    "letter-o-for-zero": _instead("0", "О"),
    "latin-o-for-zero": _instead("0", "O"),
    "letter-l-for-one": _instead("1", "l"),
    "letter-ze-for-three": _instead("3", "З"),
    "unit-behind": lambda text: f"{text} тыс. руб.",
    "millions-behind": lambda text: f"{text} млн",
    "percent-behind": lambda text: f"{text} %",
    "about": lambda text: f"около {text}",
    "footnote-behind": lambda text: f"{text}*",
    "footnote-digit-behind": lambda text: f"{text}¹",
    "range": lambda text: f"{text}-{text}",
    "excel-date": "01.май",
    "excel-date-of-month-and-year": "май.21",
    "day-for-number": "2021-05-01",
    "power": lambda text: f"{Decimal(text.replace(',', '.')):.2E}".replace(".", ","),
    "binary-noise": lambda text: f"{text}0000000000001" if "," in text else text,
    "thirty-digits": "1234567890" * 3,
    "endless-decimals": lambda text: f"{_parts(text)[0]},{'3' * 36}",
    "full-width-digits": lambda text: text.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}),
    "arabic-digits": lambda text: text.translate({ord(digit): ord(digit) + 0x630 for digit in "0123456789"}),
    "in-words": "четырнадцать",
    "zero": "0",
    "cross": "х",
    "dash": "—",
    "infinite": "inf",
    "not-a-number": "NaN",
    "hexadecimal": "0x1F",
    "percent-sum": lambda text: f"{text}+{text}",
}

YEARS: Mapping[str, Change] = {
    "year-later": lambda text: str(int(text) + 1),
    "year-earlier": lambda text: str(int(text) - 1),
    "ten-years-later": lambda text: str(int(text) + 10),
    "century-earlier": lambda text: f"19{text[2:]}",
    "digits-swapped": lambda text: f"{text[0]}{text[2]}{text[1]}{text[3]}",
    "year-21": lambda text: f"00{text[2:]}",
    "year-3021": lambda text: f"3{text[1:]}",
    "two-digits": lambda text: text[2:],
    "with-a-unit": lambda text: f"{text} г.",
    "in-words": lambda text: f"{text} год",
    "with-decimals": lambda text: f"{text},0",
    "with-a-point": lambda text: f"{text}.0",
    "first-day": lambda text: f"01.01.{text}",
    "month": lambda text: f"янв.{text[2:]}",
    "group-space": lambda text: f"{text[0]} {text[1:]}",
    "letter-o-for-zero": lambda text: text.replace("0", "О", 1),
    "five-digits": lambda text: f"{text}0",
    "digit-lost": lambda text: text[:-1],
    "day-of-excel": "44197",
    "range": lambda text: f"{text}–{int(text) + 1}",
    "total": "total",
    "total-in-russian": "Итого",
}


def _moved(days: int) -> Change:
    return lambda text: (date.fromisoformat(text) + timedelta(days)).isoformat()


def _of_year(year: str) -> Change:
    return lambda text: year + text[4:]


def _written(shape: str) -> Change:
    return lambda text: date.fromisoformat(text).strftime(shape)


DAYS: Mapping[str, Change] = {
    "year-later": lambda text: str(int(text[:4]) + 1) + text[4:],
    "year-earlier": lambda text: str(int(text[:4]) - 1) + text[4:],
    "ten-years-later": lambda text: str(int(text[:4]) + 10) + text[4:],
    "day-earlier": _moved(-1),
    "day-later": _moved(1),
    "month-earlier": _moved(-31),
    "year-21": lambda text: "00" + text[2:],
    "year-3021": lambda text: "3" + text[1:],
    "year-1900": _of_year("1900"),
    "russian": _written("%d.%m.%Y"),
    "american": _written("%m/%d/%Y"),
    "slashes": _written("%d/%m/%Y"),
    "two-digits": _written("%d.%m.%y"),
    "month-and-day-swapped": _written("%Y-%d-%m"),
    "with-time": _written("%Y-%m-%d 00:00:00"),
    "with-a-word": _written("%d.%m.%Y г."),
    "no-such-day": lambda text: text[:5] + "02-30",
    "thirteenth-month": lambda text: text[:5] + "13-01",
    "number-of-excel": lambda text: str((date.fromisoformat(text) - date(1899, 12, 30)).days),
    "year-alone": lambda text: text[:4],
    "month-alone": lambda text: text[:7],
    "hashes-of-a-narrow-column": "##########",
    "letter-o-for-zero": lambda text: text.replace("0", "О", 1),
    "spaces-inside": lambda text: text.replace("-", " - "),
    "long-dash": lambda text: text.replace("-", "–"),
}

WHOLES: Mapping[str, Change] = {
    "zero": "0",
    "minus": lambda text: f"-{text}",
    "with-decimals": lambda text: f"{text},0",
    "half": lambda text: f"{text},5",
    "date": lambda text: f"0{text}.янв",
    "in-words": "первый",
    "with-a-point": lambda text: f"{text}.",
    "letter-l": lambda text: text.replace("1", "l"),
    "leading-zero": lambda text: f"0{text}",
    "roman": "I",
    "number-sign": lambda text: f"№ {text}",
    "millions": lambda text: f"{text}000000",
    "power": lambda text: f"{text}E+00",
}

IDS: Mapping[str, Change] = {
    "capitals": str.upper,
    "first-capital": lambda text: text[:1].upper() + text[1:],
    "letter-lost": lambda text: text[:2] + text[3:],
    "letter-doubled": lambda text: text[:3] + text[2:],
    "letters-swapped": lambda text: text[:1] + text[2:3] + text[1:2] + text[3:] if text[1:2] != text[2:3] else text,
    "underscore": lambda text: text.replace("-", "_"),
    "space-for-hyphen": lambda text: text.replace("-", " "),
    "long-dash-for-hyphen": lambda text: text.replace("-", "–"),
    "unseen-hyphen": lambda text: text.replace("-", "\u2011"),
    "number-behind": lambda text: f"{text}1",
    "name-in-russian": "дворы",
    "full-stop-behind": lambda text: f"{text}.",
    "cut": lambda text: text[: len(text) // 2].rstrip("-"),
    "date": "2021-03-01",
    "number": "7",
    "many-hyphens": "-".join("1" * 40),
}


def choices_of(cell: Cell) -> Mapping[str, Change]:
    """Other names of a choice, its misspellings, and every other choice."""

    def titled(words: Words) -> Made:
        return lambda text: words.message(cell.choices[text]) if text in cell.choices else text

    def other(choice: str) -> Change:
        return lambda text: choice if text in cell.choices else text

    return {
        "capitals": str.upper,
        "in-russian": titled(Words("ru")),
        "in-english": titled(Words("en")),
        "in-russian-capitals": lambda text: titled(Words("ru"))(text).upper(),
        "letter-lost": lambda text: text[:1] + text[2:],
        "letter-doubled": lambda text: text[:2] + text[1:],
        "full-stop-behind": lambda text: f"{text}.",
        "number-behind": lambda text: f"{text} 1",
        "in-other-words": "прочее",
        "number": "1",
        **{f"other-choice-{choice}": other(choice) for choice in cell.choices},
    }


PATTERNS: Mapping[str, Change] = {
    "capitals": str.upper,
    "first-sign-lost": lambda text: text[1:],
    "last-sign-lost": lambda text: text[:-1],
    "sign-doubled": lambda text: text[:1] + text,
    "number-of-excel": lambda text: text.lstrip("0").replace(" ", ""),
    "letter-o-for-zero": lambda text: text.replace("0", "О", 1),
    "latin-o-for-zero": lambda text: text.replace("0", "O", 1),
    "power": "7,5E+01",
    "date": "07.янв",
    "day": "2021-01-07",
    "list-become-decimal": lambda text: text.replace(", ", ",") if re.fullmatch(r"\d+, \d+", text) else text,
    "point-for-comma": lambda text: text.replace(", ", ".") if ", " in text else text,
    "slash-before": lambda text: f"/{text}",
    "with-markdown-suffix": lambda text: f"{text}.md",
    "address": lambda text: f"https://example.org/{text}",
}


def typed(cell: Cell) -> Mapping[str, Change]:
    """The accidents of what a column holds."""
    if cell.choices:
        return choices_of(cell)
    kinds: Mapping[Kind, Mapping[str, Change]] = {
        "id": IDS,
        "year": YEARS,
        "date": DAYS,
        "amount": NUMBERS,
        "number": NUMBERS,
        "whole": WHOLES,
        "pattern": PATTERNS,
    }
    return kinds.get(cell.kind, {})
