"""Series from outside the programme, each with its source."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from vitrina.dataset.cells import DATE, ID, TEXT, YEAR
from vitrina.dataset.number_cells import NUMBER
from vitrina.dataset.tables.columns import Column, Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsumerPricesRow(Row):
    year: Annotated[
        int,
        YEAR,
        Column("Год", "Год четырьмя цифрами.", example="2015"),
    ]
    inflation_percent: Annotated[
        Decimal,
        NUMBER,
        Column(
            "Рост цен",
            "На сколько процентов цены в среднем за год выше, чем в среднем за прошлый год; все знаки источника.",
            example="15,5344050528403",
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow(Row):
    id: Annotated[
        str,
        ID,
        Column(
            "Код",
            "Имя таблицы ряда, дефисы вместо _.",
            example="consumer-prices",
        ),
    ]
    title: Annotated[
        str,
        TEXT,
        Column(
            "Название",
            "Как ряд называть на сайте.",
            example="Рост потребительских цен в России",
            shown=True,
        ),
    ]
    unit: Annotated[
        str,
        TEXT,
        Column(
            "Единица",
            "В чём измерено.",
            example="%, среднее за год к среднему за прошлый год",
            shown=True,
        ),
    ]
    publisher: Annotated[
        str,
        TEXT,
        Column(
            "Издатель",
            "Кто публикует ряд.",
            example="Всемирный банк",
        ),
    ]
    code: Annotated[
        str,
        TEXT,
        Column(
            "Код у издателя",
            "Как ряд найти у издателя.",
            example="FP.CPI.TOTL.ZG",
        ),
    ]
    collection: Annotated[
        str,
        TEXT,
        Column(
            "Сборник",
            "Откуда ряд взят на самом деле.",
            example="datasets/cpi, GitHub",
            shown=True,
        ),
    ]
    snapshot: Annotated[
        datetime.date,
        DATE,
        Column(
            "Снимок от",
            "На какой день взят ряд.",
            example="2025-07-01",
            shown=True,
        ),
    ]
    licence: Annotated[
        str,
        TEXT,
        Column(
            "Лицензия",
            "На каких условиях ряд можно брать.",
            example="Public Domain Dedication and License 1.0",
            shown=True,
        ),
    ]
    note: Annotated[
        str | None,
        TEXT,
        Column(
            "Примечание",
            "Что нужно знать о ряде.",
            example="Ряд кончается 2021 годом.",
            shown=True,
        ),
    ] = None


CONSUMER_PRICES = Table(
    "consumer_prices",
    "reference",
    "Потребительские цены",
    "Рост потребительских цен в России по годам.",
    ConsumerPricesRow,
    key=("year",),
)
SERIES = Table(
    "series",
    "reference",
    "Ряды",
    "Откуда взят каждый ряд этой папки.",
    SeriesRow,
    key=("id",),
)
