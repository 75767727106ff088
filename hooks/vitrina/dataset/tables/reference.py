"""Series from outside the programme, each with its source."""

import datetime
from decimal import Decimal
from typing import Annotated

from vitrina.dataset.cells import DATE, ID, TEXT, YEAR
from vitrina.dataset.languages import Both
from vitrina.dataset.number_cells import NUMBER
from vitrina.dataset.tables.columns import Column, Row, Table


class ConsumerPricesRow(Row):
    year: Annotated[
        int,
        YEAR,
        Column(Both("Год", "Year"), Both("Год четырьмя цифрами.", "The year in four digits."), example="2015"),
    ]
    inflation_percent: Annotated[
        Decimal,
        NUMBER,
        Column(
            Both("Рост цен", "Inflation"),
            Both(
                "На сколько процентов цены в среднем за год выше, чем в среднем за прошлый год; все знаки источника.",
                "By how many per cent the year's average prices exceed the year before's; every digit of the source.",
            ),
            example="15,5344050528403",
            unit=Both("%", "%"),
        ),
    ]


class SeriesRow(Row):
    id: Annotated[
        str,
        ID,
        Column(
            Both("Код", "Id"),
            Both("Имя таблицы ряда, дефисы вместо _.", "The name of the series' table, hyphens for _."),
            example="consumer-prices",
        ),
    ]
    title: Annotated[
        str,
        TEXT,
        Column(
            Both("Название", "Title"),
            Both("Как ряд называть на сайте.", "What the site calls the series."),
            example="Рост потребительских цен в России",
        ),
    ]
    unit: Annotated[
        str,
        TEXT,
        Column(
            Both("Единица", "Unit"),
            Both("В чём измерено.", "What it is measured in."),
            example="%, среднее за год к среднему за прошлый год",
        ),
    ]
    publisher: Annotated[
        str,
        TEXT,
        Column(
            Both("Издатель", "Publisher"),
            Both("Кто публикует ряд.", "Who publishes the series."),
            example="Всемирный банк",
        ),
    ]
    code: Annotated[
        str,
        TEXT,
        Column(
            Both("Код у издателя", "Publisher's code"),
            Both("Как ряд найти у издателя.", "How to find the series at its publisher."),
            example="FP.CPI.TOTL.ZG",
        ),
    ]
    collection: Annotated[
        str,
        TEXT,
        Column(
            Both("Сборник", "Collection"),
            Both("Откуда ряд взят на самом деле.", "Where the series was in fact taken from."),
            example="datasets/cpi, GitHub",
        ),
    ]
    snapshot: Annotated[
        datetime.date,
        DATE,
        Column(
            Both("Снимок от", "Snapshot of"),
            Both("На какой день взят ряд.", "The day of which the series was taken."),
            example="2025-07-01",
        ),
    ]
    licence: Annotated[
        str,
        TEXT,
        Column(
            Both("Лицензия", "Licence"),
            Both("На каких условиях ряд можно брать.", "The terms on which it may be used."),
            example="Public Domain Dedication and License 1.0",
        ),
    ]
    note: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Примечание", "Note"),
            Both("Что нужно знать о ряде.", "What one must know of the series."),
            example="Ряд кончается 2021 годом.",
        ),
    ] = None


CONSUMER_PRICES = Table(
    "consumer_prices",
    "reference",
    Both("Потребительские цены", "Consumer prices"),
    Both("Рост потребительских цен в России по годам.", "Consumer price inflation in Russia, year by year."),
    ConsumerPricesRow,
    key=("year",),
)
SERIES = Table(
    "series",
    "reference",
    Both("Ряды", "Series"),
    Both("Откуда взят каждый ряд этой папки.", "Where each series of this folder comes from."),
    SeriesRow,
    key=("id",),
)
