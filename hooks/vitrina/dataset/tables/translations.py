"""Unofficial translations of the dataset's Russian texts, a table for each language, each text tied to its Russian."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from vitrina.dataset.cells import FINGERPRINT, TEXT
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.words.languages import LANGUAGES, SOURCE_LANGUAGE
from vitrina.words.numbers import Language


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
            "Текст на языке, который назван в имени файла.",
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


_NAME = "translations"


def _tables(folder: Literal["programme", "reference"]) -> Mapping[Language, Table]:
    return {
        language: Table(
            f"{_NAME}.{language}",
            folder,
            "Переводы",
            "Неофициальный перевод на язык, код которого стоит в имени файла. Если русский текст изменился, сайт "
            "покажет русский с пометкой.",
            TranslationRow,
            key=("table", "id", "field"),
            required=False,
        )
        for language in LANGUAGES
        if language != SOURCE_LANGUAGE
    }


TRANSLATIONS = _tables("programme")
REFERENCE_TRANSLATIONS = _tables("reference")


def language_of(table: Table) -> Language | None:
    """The language into which a table translates the others; None of any other table."""
    name, _, language = table.name.partition(".")
    return language if name == _NAME else None
