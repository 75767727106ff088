"""What one cell may hold, and how it is read from the text that stands in it.

A cell that cannot be read is refused with a rule and what is needed to say how to mend it; see `problems`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, LiteralString

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from vitrina.dataset.descriptions import describe
from vitrina.dataset.figures import dates_of
from vitrina.words import in_every_language
from vitrina.words.catalogue import sentence

TOTAL = "total"
UNNAMED = "unnamed"
LONGEST_TEXT = 5000
LONGEST_ID = 80
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Windows keeps these names for devices: no folder or file can have them, and an id becomes an address."""

Kind = Literal["text", "id", "year", "date", "amount", "number", "whole", "choice", "source", "pattern"]

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Controls; signs of no width, fillers, choosers of a shape, tags; what Unicode keeps for private use or for nothing.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029"
    "\u2060-\u2065\u206a-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffd"
    "\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
_EXCEL_ERROR = re.compile(
    r"#(?:(?:ИМЯ|NAME)\?"
    r"|(?:ССЫЛКА|ССЫЛ|REF|ЗНАЧ|ЗНАЧЕН|VALUE|ДЕЛ/0|DIV/0|ЧИСЛО|NUM|ПУСТО|NULL|ПЕРЕНОС|ПРОЛИВ|SPILL|ВЫЧИСЛ|CALC|ПОЛЕ"
    r"|FIELD|БЛОКИРОВАНО|BLOCKED|ПОДКЛЮЧЕНИЕ|CONNECT|НЕИЗВЕСТНЫЙ|UNKNOWN|ЗАНЯТО|BUSY|PYTHON|EXTERNAL)!"
    r"|[НN]/[ДA]|N/А|ОЖИДАНИЕ_ДАННЫХ|GETTING_DATA)"
    r"|#{4,}|^\s*#+\s*$|\b(?:Err|Ошибка|Error):5\d\d\b"
)
"""Of Excel and of LibreOffice, in Russian and English; # alone where a number is wider than its column."""
_ESCAPED = re.compile("_x[0-9A-Fa-f]{4}_")
_FORMULA = re.compile(r"\s*[=＝](?=.*\w)[^=]", re.DOTALL)
POWER = re.compile(r"[-+]?\d(?:[.,]\d+)?[EЕ][+-]?\d{1,3}", re.IGNORECASE)
_TEXT_OF_EXCEL: tuple[tuple[re.Pattern[str], LiteralString], ...] = (
    # A number that Excel made a date: 01.янв, янв.21, 2021-01-01, 1:02:00.
    (
        re.compile(r"\d{1,2}[.\- ](?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]{0,3}\.?", re.IGNORECASE),
        "text_made_a_date",
    ),
    (
        re.compile(r"(?:янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек)[а-я]{0,2}[.\- ](?:\d\d|\d{4})", re.IGNORECASE),
        "text_made_a_date",
    ),
    (re.compile(r"\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE), "text_made_a_date"),
    (re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d\d", re.IGNORECASE), "text_made_a_date"),
    (re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?|\d{1,2}:\d\d:\d\d"), "text_made_a_date"),
    (POWER, "power"),
    (re.compile("ИСТИНА|ЛОЖЬ|TRUE|FALSE"), "logical_value"),
)
"""What Excel makes of short texts that look like numbers, and the rule that says so."""
_LONGEST_DATE = 20
_APOSTROPHE = re.compile(r"'\w[^']*")
"""With an apostrophe before it Excel takes a number for text; other programs show the apostrophe."""
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_LATIN_ALIKE = str.maketrans("асеорхукмтвнзіјѕ", "aceopxykmtbh3ijs")
"""Small Russian letters and the Latin ones, or the digit, that they look like."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ISO_DAY = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_DAY = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2})", re.ASCII)
_IN_TWO_DIGITS = re.compile(r"(\d\d?)\.(\d\d?)\.(\d\d)")
_YEARS = (1900, 2099)
_SERIAL = re.compile("[2-6][0-9]{4}")
_FIRST_SERIAL = date(1899, 12, 30)
"""Excel counts days from here: 44197 is the first of January 2021."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A type of cell. `choices` are the ids that it may hold, each with its title."""

    kind: Kind
    parse: Callable[[str], Any]
    choices: Mapping[str, str] = field(default_factory=dict)

    def read(self, text: str) -> Any:
        """The value of a cell. Raises `PydanticCustomError`: its type is the rule, its context the hints."""
        return self.parse(clean(text))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))


def refuse(rule: LiteralString, **hints: str | int) -> PydanticCustomError:
    return PydanticCustomError(rule, rule, hints)


def clean(text: str) -> str:
    """A cell's text, folded. Refuses what cannot be seen."""
    if len(text) > LONGEST_TEXT:
        raise refuse("too_long", length=len(text), longest=LONGEST_TEXT)
    if turning := _TURNING.search(text):
        raise refuse("turning_character", code=f"U+{ord(turning[0]):04X}")
    if control := _CONTROL.search(text):
        raise refuse("control_character", code=f"U+{ord(control[0]):04X}")
    if error := _EXCEL_ERROR.search(text):
        raise refuse("excel_error", error=error[0])
    if _ESCAPED.search(text):
        raise refuse("escaped_character")
    if _FORMULA.match(text):
        raise refuse("formula")
    return folded(text)


def folded(text: str) -> str:
    """A text as all texts that look like it: letters and their signs made one (NFC), any run of white space one space.

    A hyphen that no line ends behind looks like any other.
    """
    return " ".join(unicodedata.normalize("NFC", text).replace("\u2010", "-").replace("\u2011", "-").split())


def without_unseen(text: str) -> str:
    """The text of a document, which nobody can mend, without what a cell may not hold: soft hyphens, controls, signs
    that turn the line."""
    return _CONTROL.sub("", _TURNING.sub("", text))


def nearest(value: str, names: Iterable[str]) -> str:
    """The name that a mistyped one most likely stands for, or "" when none is near."""
    alike = 0.8 if " " in value else 0.6  # «городской бюджет» is no mistyped «областной бюджет»
    return next(iter(get_close_matches(value.casefold(), list(names), n=1, cutoff=alike)), "")


def suggested(value: str, names: Iterable[str]) -> dict[str, str]:
    """The hint `mended` of a problem with the nearest of the names; no hint when none is near."""
    meant = nearest(value, names)
    return {"mended": meant} if meant else {}


def choice(choices: Mapping[str, str], kind: Kind = "choice", also: Mapping[str, str] | None = None) -> Cell:
    """One of a few ids; its title in any language is taken for the id too, and what `also` says stands for it."""

    @cache
    def ids() -> Mapping[str, str]:
        named = {name: key for key, title in choices.items() for name in (key, *in_every_language(title))}
        return {name.casefold(): key for name, key in {**(also or {}), **named}.items()}

    def parse(text: str) -> str:
        key = ids().get(text.casefold())
        if key is None:
            # Signs are not misspelt, they are others: «<» must not be taken for «≤».
            mended = ids().get(nearest(text, ids()), "") if any(map(str.isalpha, text)) else ""
            raise refuse("unknown_choice", choices=", ".join(choices), **({"mended": mended} if mended else {}))
        return key

    return Cell(kind, parse, choices)


def choice_or_words(choices: Mapping[str, str]) -> Cell:
    """One of a few ids, as `choice` takes it, or words of the tables' own: an id that is misspelt is none of either."""
    known = choice(choices)

    def parse(text: str) -> str:
        try:
            return str(known.parse(text))
        except PydanticCustomError:
            if text.isascii():
                raise
            return _text(text)

    return Cell("text", parse, choices)


def pattern(expression: str, rule: LiteralString) -> Cell:
    """Text of one exact shape."""

    def parse(text: str) -> str:
        if not re.fullmatch(expression, text):
            raise refuse(rule)
        return text

    return Cell("pattern", parse)


def _fingerprint(text: str) -> str:
    """Of a translation. Tables have had it without the «x» before."""
    if not re.fullmatch("x?[0-9a-f]{12}", text):
        raise refuse("fingerprint")
    return text if text.startswith("x") else f"x{text}"


def _id(text: str) -> str:
    if len(text) > LONGEST_ID:
        raise refuse("too_long", length=len(text), longest=LONGEST_ID)
    if text.casefold() in RESERVED:
        raise refuse("reserved_id")
    if _ISO_DAY.fullmatch(text):
        raise refuse("text_made_a_date")
    if _ID.fullmatch(text):
        return text
    mended = re.sub(r"[\s_.-]+", "-", text.casefold()).strip("-")
    if letter := _CYRILLIC_LETTER.search(text):
        alike = text.casefold().translate(_LATIN_ALIKE)
        if _ID.fullmatch(alike):
            raise refuse("id_of_another_alphabet", letter=letter[0], mended=alike)
    raise refuse("id", **({"mended": mended} if _ID.fullmatch(mended) else {}))


def _year(text: str) -> int:
    if re.fullmatch(r"(?:19|20)[0-9]{2}", text):
        return int(text)
    digits = text.translate({ord("О"): "0", ord("о"): "0", ord("O"): "0", ord("o"): "0"})
    inside = re.findall(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)", digits)
    raise refuse("year", **({"mended": inside[0]} if len(inside) == 1 else {}))


def _year_or_total(text: str) -> int | None:
    return None if text.casefold() in (TOTAL, "всего", *in_every_language(sentence("итого"))) else _year(text)


def _date(text: str) -> date:
    match = _DAY.fullmatch(text)
    if _SERIAL.fullmatch(text):
        raise refuse("serial_date", mended=(_FIRST_SERIAL + timedelta(int(text))).isoformat())
    if not match:
        days = dates_of(text) or dates_of(_IN_TWO_DIGITS.sub(r"\1.\2.20\3", text))
        raise refuse("date", **({"mended": next(iter(days)).isoformat()} if len(days) == 1 else {}))
    try:
        day = (
            date.fromisoformat(text)
            if match["iso"]
            else date(int(match["year"]), int(match["month"]), int(match["day"]))
        )
    except ValueError:
        raise refuse("no_such_day") from None
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        raise refuse("far_day", first=_YEARS[0], last=_YEARS[1])
    return day


def _whole(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise refuse("whole")
    if _SERIAL.fullmatch(text):
        raise refuse("serial_for_number")
    return int(text)


def _text(text: str) -> str:
    for shape, rule in _TEXT_OF_EXCEL if len(text) < _LONGEST_DATE else ():
        if shape.fullmatch(text):
            raise refuse(rule)
    if _APOSTROPHE.fullmatch(text):
        raise refuse("apostrophe", mended=text[1:])
    return text


def _numbering(text: str) -> str:
    """A number of the document, such as 1.10, or the name of a group, such as 3–7: text that Excel takes for more."""
    if _DAY_OF_EXCEL.fullmatch(text):
        raise refuse("text_made_a_date")
    if _NUMBER_OF_EXCEL.fullmatch(text):
        raise refuse("text_made_a_number")
    return _text(text)


_DAY_OF_EXCEL = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d")
_NUMBER_OF_EXCEL = re.compile("[3-5][0-9]{4}")
"""The number of a day of this century, for 1.1 or 3–7."""

TEXT = Cell("text", _text)
NUMBERING = Cell("text", _numbering)
ID = Cell("id", _id)
WHOLE = Cell("whole", _whole)
FINGERPRINT = Cell("pattern", _fingerprint)
YEAR = Cell("year", _year)
YEAR_OR_TOTAL = Cell("year", _year_or_total)
DATE = Cell("date", _date)
RULE_VALUE = Cell("pattern", lambda text: text)
"""What it may be depends on the rule: the checks look at both."""
SOURCE = Cell("source", lambda text: text)
"""The ids are the city's own: `reader` puts a choice of them in its place."""


describe(
    "id",
    "«{value}» — не годится как код: в нём могут быть только строчные латинские буквы, цифры и дефис.",
    "Напишите, например, {example}.",
)
describe("year", "«{value}» — не год.", "Напишите год четырьмя цифрами, например {example}.")
describe(
    "date",
    "«{value}» — не дата.",
    "Напишите её как 2021-09-30 или 30.09.2021.",
    write="Если это {mended}, так и напишите.",
)
describe("whole", "«{value}» — не порядковый номер.", "Напишите целое число от 1, например {example}.")
describe(
    "text_made_a_date",
    "«{value}» — это дата: так Excel понял то, что было набрано (1.1, 3–7, 1-21).",
    "Задайте столбцу формат «Текстовый» и впишите текст из документа заново.",
)
describe(
    "power",
    "«{value}» — так Excel записал длинное число, и цифры потерялись.",
    "Задайте столбцу формат «Текстовый» и впишите число из документа заново.",
)
describe(
    "logical_value",
    "«{value}» — Excel принял текст за «истина» или «ложь».",
    "Задайте столбцу формат «Текстовый» и впишите слова заново.",
)
describe(
    "too_long",
    "«{value}» — слишком длинно: {length} знаков, а можно не больше {longest}.",
    "Проверьте, не попал ли в ячейку текст из соседних, и сократите.",
)
describe(
    "turning_character",
    "«{value}» — внутри невидимый знак {code}: из-за него текст на сайте пойдёт задом наперёд.",
    "Наберите текст ячейки заново с клавиатуры.",
)
describe(
    "control_character",
    "«{value}» — внутри невидимый знак {code}.",
    "Удалите его; проще всего набрать текст ячейки заново.",
)
describe(
    "excel_error",
    "«{value}» — внутри ошибка Excel {error}, а не текст.",
    "Исправьте формулу или ширину столбца и впишите сам текст или число.",
)
describe(
    "escaped_character",
    "«{value}» — внутри код знака вида _x000D_: так его записала программа, а не человек.",
    "Удалите код; если там был перенос строки, поставьте пробел.",
)
describe(
    "formula",
    "«{value}» — формула, а не её значение.",
    "Скопируйте ячейку и вставьте её через «Специальная вставка» → «Значения».",
)
describe(
    "unknown_choice",
    "«{value}» — такого значения нет.",
    "Напишите одно из: {choices}.",
    write="Напишите {mended}. Все значения: {choices}.",
)
describe(
    "fingerprint",
    "«{value}» — не отпечаток: в нём x и ещё 12 знаков, цифры и буквы от a до f.",
    "Впишите x000000000000 и проверьте таблицы ещё раз: проверка назовёт верный.",
)
describe(
    "reserved_id",
    "«{value}» — в Windows так зовут устройство: ни папку, ни файл с таким именем там не создать.",
    "Возьмите другой код, например, {value}-1.",
)
describe(
    "id_of_another_alphabet",
    "«{value}» — внутри русская буква «{letter}», которая похожа на латинскую.",
    "Наберите код заново латинскими буквами.",
)
describe(
    "serial_date",
    "«{value}» — так Excel хранит дату: номером дня.",
    "Напишите её как 2021-09-30 или 30.09.2021.",
    write="Если это {mended}, так и напишите или задайте столбцу формат «Дата».",
)
describe("no_such_day", "«{value}» — такого дня нет в календаре.", "Проверьте день и месяц.")
describe("far_day", "«{value}» — год этого дня не может быть верным.", "Год должен быть от {first} до {last}.")
describe(
    "serial_for_number",
    "«{value}» похоже на дату: так Excel хранит дни.",
    "Впишите номер по порядку, например {example}.",
)
describe(
    "apostrophe",
    "перед текстом стоит апостроф: его ставят в Excel, и на сайте он будет виден.",
    "Уберите его.",
    write="Напишите {mended}.",
)
describe(
    "text_made_a_number",
    "«{value}» — так Excel записал номер или промежуток: принял его за дату.",
    "Задайте столбцу формат «Текстовый» и впишите текст из документа заново, например 1.10 или 3–7.",
)
