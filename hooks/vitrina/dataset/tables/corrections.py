"""What was wrong on the site and has been mended: our own mistakes, never those of a document."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from vitrina.dataset.cells import DATE, ID, TEXT, pattern
from vitrina.dataset.descriptions import describe
from vitrina.dataset.tables.answers import PAGE_KEY
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import our_words, own_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Row):
    """A mistake of the site. `table`, `key` and `column` name the cell that was mended, `page` where readers met it."""

    id: Annotated[str, ID, own_id("mistyped-2020")]
    what: Annotated[
        str,
        TEXT,
        our_words(
            "Что исправлено",
            "О каком числе или слове речь, одной строкой.",
            "Деньги города на школы в 2020 году",
        ),
    ]
    was: Annotated[
        str,
        TEXT,
        Column(
            "Было",
            "Что стояло на сайте, вместе с единицей. Ничего не стояло — «ничего».",
            example="12 958,60 тыс. рублей",
        ),
    ]
    now: Annotated[
        str,
        TEXT,
        Column(
            "Стало",
            "Что стоит теперь. Строку убрали — «убрали».",
            example="12 598,60 тыс. рублей",
        ),
    ]
    why: Annotated[
        str | None,
        TEXT,
        our_words(
            "Почему",
            "Откуда взялась ошибка, одно предложение.",
            "Переставили две цифры, когда вносили строку",
        ),
    ] = None
    since: Annotated[
        datetime.date | None,
        DATE,
        Column(
            "С какого дня",
            "С какого дня ошибка была на сайте. Неизвестно — пусто.",
            example="2025-04-02",
        ),
    ] = None
    mended: Annotated[
        datetime.date,
        DATE,
        Column(
            "Исправлено",
            "День, когда исправили.",
            example="2025-05-20",
        ),
    ]
    reported_by: Annotated[
        str | None,
        TEXT,
        Column(
            "Кто заметил",
            "Кто сообщил об ошибке, если он разрешил назвать себя. Нашли сами или не разрешил — пусто.",
            example="Ирина Волкова",
            translated="never",
        ),
    ] = None
    page: Annotated[
        str | None,
        PAGE_KEY,
        Column(
            "Страница",
            "На какой странице это видно; называют её так же, как в keywords.csv. Ни на одной — пусто.",
            example="funding/2020",
        ),
    ] = None
    table: Annotated[
        str | None,
        pattern("[a-z_]+", "table_name"),
        Column(
            "Таблица",
            "В какой таблице исправили: имя файла без окончания. Не в таблице — пусто.",
            example="money",
        ),
    ] = None
    key: Annotated[
        str | None,
        pattern(r"[\w«»№., -]+(?:/[\w«»№., -]*)*", "row_key"),
        Column(
            "Строка",
            "Код строки (id); где кодов нет, то, чем она отличается, через косую черту.",
            example="draft-2021/education/local/2020/plan",
        ),
    ] = None
    column: Annotated[
        str | None,
        pattern("[a-z_0-9]+", "column_name"),
        Column(
            "Столбец",
            "Имя столбца, как в первой строке таблицы. Исправили всю строку — пусто.",
            example="amount",
        ),
    ] = None


CORRECTIONS = Table(
    "corrections",
    "programme",
    "Исправления",
    "Что на сайте было не так и что исправлено. Ошибки самого документа стоят не здесь: их не исправляют.",
    Correction,
    key=("id",),
    required=False,
)


describe("table_name", "«{value}» — не имя таблицы.", "Напишите имя файла без окончания, например {example}.")
describe("column_name", "«{value}» — не имя столбца.", "Напишите имя из первой строки таблицы, например {example}.")
describe(
    "row_key",
    "«{value}» — не код строки: в нём только буквы, цифры и дефисы, а между частями косая черта.",
    "Напишите, например, {example}.",
)
