"""Unofficial English of the dataset's Russian texts, each tied to the Russian that it was made from."""

from typing import Annotated

from vitrina.dataset.cells import FINGERPRINT, TEXT
from vitrina.dataset.languages import Both
from vitrina.dataset.tables.columns import Column, Row, Table


class TranslationRow(Row):
    table: Annotated[
        str,
        TEXT,
        Column(
            Both("Таблица", "Table"),
            Both(
                "Имя таблицы без .csv; places — для названий мест в документе; phrases — для слов документа, которые "
                "повторяются: распорядитель, причина, «в том числе».",
                "The table's name without .csv; places for the names of places in a document; phrases for words of a "
                "document that many rows share: an administrator, a reason, the name of an “of which” row.",
            ),
            example="goals",
        ),
    ]
    id: Annotated[
        str,
        TEXT,
        Column(
            Both("Код строки", "Id of the row"),
            Both(
                "id строки той таблицы; для паспорта — поле и номер: basis-2; для places и phrases — любой свой код.",
                "The id of that table's row; for the passport field and number: basis-2; for places and phrases any "
                "id.",
            ),
            example="task-1",
        ),
    ]
    field: Annotated[
        str,
        TEXT,
        Column(
            Both("Столбец", "Column"),
            Both(
                "Какой столбец переведён; для places — place, для phrases — phrase.",
                "Which column is translated; for places, place; for phrases, phrase.",
            ),
            example="text",
        ),
    ]
    text: Annotated[
        str,
        TEXT,
        Column(
            Both("Перевод", "Translation"),
            Both("Английский текст.", "The English text."),
            example="Meet the need for good, accessible general and supplementary education",
        ),
    ]
    fingerprint: Annotated[
        str,
        FINGERPRINT,
        Column(
            Both("Отпечаток", "Fingerprint"),
            Both(
                "По нему видно, что русский текст с тех пор не менялся. Проверка сама подскажет, что вписать.",
                "Shows that the Russian has not changed since. The check says what to write.",
            ),
            example="x0f343b093112",
        ),
    ]


_DESCRIPTION = Both(
    "Неофициальный перевод на английский. Если русский текст изменился, сайт покажет русский с пометкой.",
    "Unofficial English. Where the Russian has changed since, the site shows the Russian and says so.",
)
TRANSLATIONS = Table(
    "translations.en",
    "programme",
    Both("Переводы", "Translations"),
    _DESCRIPTION,
    TranslationRow,
    key=("table", "id", "field"),
    required=False,
)
REFERENCE_TRANSLATIONS = Table(
    "translations.en",
    "reference",
    Both("Переводы", "Translations"),
    _DESCRIPTION,
    TranslationRow,
    key=("table", "id", "field"),
    required=False,
)
