"""Unofficial English of the dataset's Russian texts, each tied to the Russian that it was made from."""

from dataclasses import dataclass
from typing import Annotated

from vitrina.dataset.cells import FINGERPRINT, TEXT
from vitrina.dataset.tables.columns import Column, Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationRow(Row):
    table: Annotated[
        str,
        TEXT,
        Column(
            "Таблица",
            "Имя таблицы без .csv; places — для названий мест в документе; phrases — для слов документа, которые "
            "повторяются: распорядитель, причина, «в том числе».",
            example="goals",
        ),
    ]
    id: Annotated[
        str,
        TEXT,
        Column(
            "Код строки",
            "id строки той таблицы; для паспорта — поле и номер: basis-2; для places и phrases — любой свой код.",
            example="task-1",
        ),
    ]
    field: Annotated[
        str,
        TEXT,
        Column(
            "Столбец",
            "Какой столбец переведён; для places — place, для phrases — phrase.",
            example="text",
        ),
    ]
    text: Annotated[
        str,
        TEXT,
        Column(
            "Перевод",
            "Английский текст.",
            example="Meet the need for good, accessible general and supplementary education",
        ),
    ]
    fingerprint: Annotated[
        str,
        FINGERPRINT,
        Column(
            "Отпечаток",
            "По нему видно, что русский текст с тех пор не менялся. Проверка сама подскажет, что вписать.",
            example="x0f343b093112",
        ),
    ]


_DESCRIPTION = "Неофициальный перевод на английский. Если русский текст изменился, сайт покажет русский с пометкой."
TRANSLATIONS_INTO = "en"
"""The language of all of them."""
TRANSLATIONS = Table(
    f"translations.{TRANSLATIONS_INTO}",
    "programme",
    "Переводы",
    _DESCRIPTION,
    TranslationRow,
    key=("table", "id", "field"),
    required=False,
)
REFERENCE_TRANSLATIONS = Table(
    TRANSLATIONS.name,
    "reference",
    "Переводы",
    _DESCRIPTION,
    TranslationRow,
    key=("table", "id", "field"),
    required=False,
)
