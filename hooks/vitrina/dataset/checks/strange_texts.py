"""Texts that are most likely another cell's: a number or a code where words should stand, one text in two cells.

All of it is told as notices: a text may be what it looks like.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from operator import eq
from typing import Any

from vitrina.dataset.checks.registry import EVERY_TABLE, check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.references import typed_figures
from vitrina.dataset.tables import REFERENCE_TABLES, Table
from vitrina.dataset.tables.shared import NUMBER_IN_DOCUMENT
from vitrina.dataset.tables.translations import language_of

_LETTER = re.compile(r"[^\W\d_]")
_ID = re.compile("[a-z]{3,}(?:-[a-z]+)*")
_RUSSIAN = re.compile("[А-Яа-яЁё]")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|\*\*\w|\[[^\[\]]+\]\(https?:|&(?:lt|gt);")
_TWICE = re.compile(r"(.{8,})[\s;,.]+\1[.\s]*", re.DOTALL)
_NOTHING = re.compile(
    r"[-\u2010-\u2015\u2212?'.…]+|0|[хx]|нет(?: данных)?|н/?д|не (?:применимо|указан[оы]?|заполнено)|отсутствует|пусто"
    r"|none|null|n/?a|todo",
    re.IGNORECASE,
)
"""What people write in a cell that they might have left empty."""
_PIECE = r"(?:\d{1,3}[а-яёa-z]?|[IVXLC]{1,6}|[А-ЯЁA-Zа-яёa-z]{1,2})"
_NUMBER = re.compile(rf"(?:№\s*)?{_PIECE}(?:[.\-–/]{_PIECE})*[.)]?")
_NUMBER_OF_DOCUMENT = re.compile(r"(?=.*\d)(?!.*\d,\d)[^\"«»;]*|б/?н", re.IGNORECASE)
_COMMA = re.compile(r"\d+,\d+")
_NO_WORDS = {"unit", "group", "forms", "requisites_words", "facts_until_words"}
"""Columns in which figures and signs may stand alone."""
_NO_WORDS_OF = {("passport", "value"), *((name, "words") for name in ("money", "observations", "assignments", "rules"))}
_ALIKE = {"short_name"}
"""What may repeat another text of its row."""


@check_of(EVERY_TABLE)
def strange_texts(records: Records) -> Iterator[Problem]:
    """Notices about texts of a table of Russian words."""
    table = records.table
    if language_of(table):
        return
    columns = [name for name in table.names if table.cell(name).kind == "text"]
    for column in columns:
        strange = {text: rule for text in records.of(column) if text and (rule := _rule(table, column, text))}
        for index, (text,) in records.rows(column) if strange else ():
            if text in strange:
                yield records.notice(index, column, strange[text])
    for column, other in combinations(columns, 2):
        if _may_not_repeat(table, column, other) and any(map(eq, *_pair(records, column, other))):
            for index, (text, again) in records.rows(column, other):
                if text and text == again:
                    yield records.notice(index, other, "text_of_another_cell", beside=column)


def _rule(table: Table, column: str, text: str) -> str | None:
    if column == "number":
        return _rule_of_number(table, text)
    if _TWICE.fullmatch(text):
        return "text_twice"
    if _MARKUP.search(text):
        return "markup"
    if column != "words" and _NOTHING.fullmatch(text):
        return "text_for_nothing"
    return "quotation_mark_alone" if text.count('"') % 2 else _rule_of_words(table, column, text)


def _rule_of_words(table: Table, column: str, text: str) -> str | None:
    """Of a text without a Russian word where one is expected."""
    may_be_id = bool(table.cell(column).choices)
    if _ID.fullmatch(text) and not may_be_id and table not in REFERENCE_TABLES:
        return "text_not_russian"
    if column.endswith("_words") and text.replace(",", "").isdecimal():
        return "text_without_letters"
    if column in _NO_WORDS or (table.name, column) in _NO_WORDS_OF or _RUSSIAN.search(text):
        return None
    if _LETTER.search(text):
        return None if may_be_id or table in REFERENCE_TABLES else "text_not_russian"
    # A figure among our own words is told as such.
    return None if column in table.plain and typed_figures(text) else "text_without_letters"


def _rule_of_number(table: Table, text: str) -> str | None:
    """Of the number that the document gives a row, or that the document itself has."""
    if _NOTHING.fullmatch(text):
        return "text_for_nothing"
    if table.column("number") is not NUMBER_IN_DOCUMENT:
        return None if _NUMBER_OF_DOCUMENT.fullmatch(text) else "strange_number"
    if _COMMA.fullmatch(text):
        return "number_made_a_fraction"
    return None if _NUMBER.fullmatch(text) else "strange_number"


def _may_not_repeat(table: Table, column: str, other: str) -> bool:
    """A place is not what stands there, and our own words say one thing each."""
    if {column, other} & _ALIKE:
        return False
    places = sum(table.column(name).translated == "place" for name in (column, other))
    return places == 1 or all(name in table.plain or table.cell(name).choices for name in (column, other))


def _pair(records: Records, column: str, other: str) -> tuple[list[Any], list[Any]]:
    """The values of both, an empty one being like no other."""
    values: Mapping[str, Any] = records.values
    return [value or None for value in values[column]], [value or "" for value in values[other]]


describe(
    "text_of_another_cell",
    "«{value}» — в этой же строке то же самое стоит в столбце {beside}.",
    "Похоже, текст попал не в свой столбец: впишите тот, что должен быть здесь.",
)
describe(
    "markup",
    "«{value}» — разметка здесь не действует: её знаки будут видны на сайте как есть.",
    "Уберите её, если это не слова документа.",
)
describe(
    "text_twice", "текст стоит в ячейке дважды подряд: «{value}».", "Похоже, его вставили два раза: оставьте один."
)
describe(
    "text_for_nothing", "«{value}» — так на сайте и будет написано.", "Если сказать нечего, оставьте ячейку пустой."
)
describe("quotation_mark_alone", "в тексте лишняя кавычка: «{value}».", "Уберите её или поставьте парную.")
describe(
    "text_not_russian",
    "«{value}» — здесь ждут русских слов, а русских букв в ячейке нет.",
    "Проверьте, не попало ли сюда значение из соседней ячейки, и впишите слова.",
)
describe(
    "text_without_letters",
    "«{value}» — здесь ждут слов, а букв в ячейке нет.",
    "Проверьте, не попало ли сюда число из соседней ячейки, и впишите слова.",
)
describe("strange_number", "«{value}» не похоже на номер из документа.", "Впишите номер, как он напечатан: 3, 1.2, 4а.")
describe(
    "number_made_a_fraction",
    "«{value}» — номер с запятой: так Excel записывает дробь.",
    "Задайте столбцу формат «Текстовый» и впишите номер, как в документе: с точкой.",
)
