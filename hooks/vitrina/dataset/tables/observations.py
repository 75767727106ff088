"""What was measured, planned, estimated or foreseen: one value a row, with its time and its words."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from vitrina.dataset.cells import DATE, ID, NUMBERING, TEXT, WHOLE, choice
from vitrina.dataset.number_cells import VALUE
from vitrina.dataset.tables.choices import FIGURES_IN_WORDS, OBSERVATION_STAGES, PERIOD_STATUSES, SIGNS, STATUSES
from vitrina.dataset.tables.columns import Column, Quoted, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, FIGURE_IN_WORDS, PLACE, WORDS, ids_of, our_words, own_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Quoted, Row):
    """One value of an indicator, for a group or for all, at a day (first and last are equal) or over a span."""

    id: Annotated[str, ID, own_id("queue-2021")]
    indicator: Annotated[
        str,
        ID,
        Column(
            "Показатель",
            "Что измерено: id из indicators.csv.",
            example="queue",
            refers_to="indicators",
        ),
    ]
    group: Annotated[
        str,
        NUMBERING,
        our_words(
            "Группа",
            "Какая часть измерена: возраст, вид учреждения. Все вместе — пусто.",
            "до года",
        ),
    ] = ""
    part_of: Annotated[
        str | None,
        ID,
        Column(
            "Часть от",
            "Частью какого значения это стоит в документе: id из этой же таблицы. У долей не бывает.",
            example="queue-2021",
            refers_to="observations",
        ),
    ] = None
    first: Annotated[
        datetime.date | None,
        DATE,
        Column(
            "С какого дня",
            "Первый день. У дня он равен последнему; у года это 1 января. Пусто — только вместе со статусом.",
            example="2021-01-01",
            name="from",
        ),
    ] = None
    last: Annotated[
        datetime.date | None,
        DATE,
        Column(
            "По какой день",
            "Последний день; у года это 31 декабря. Пусто — только вместе со статусом.",
            example="2021-12-31",
            name="to",
        ),
    ] = None
    period_status: Annotated[
        str | None,
        choice(PERIOD_STATUSES),
        Column(
            "Статус срока",
            "no-data — документ не говорит, когда это было. Если дни есть, пусто.",
            example="no-data",
        ),
    ] = None
    stage: Annotated[
        str,
        choice(OBSERVATION_STAGES),
        Column(
            "Стадия",
            f"{ids_of(OBSERVATION_STAGES)}.",
            example="actual",
        ),
    ]
    sign: Annotated[
        str,
        choice(SIGNS, also={">=": "≥", "<=": "≤"}),
        Column(
            "Знак",
            f"{ids_of(SIGNS)}; можно >= и <=. Пусто — ровно.",
            example="≥",
        ),
    ] = "="
    value: Annotated[
        Decimal | None,
        VALUE,
        Column(
            "Значение",
            "Число, как в документе, без единицы. Пусто — только вместе со статусом.",
            example="404",
        ),
    ] = None
    status: Annotated[
        str | None,
        choice(STATUSES),
        Column(
            "Статус",
            f"Почему значения нет: {ids_of(STATUSES)}. Если значение есть, пусто.",
            example="not-published",
            explains="value",
        ),
    ] = None
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, WORDS]
    note: Annotated[
        str | None,
        TEXT,
        our_words(
            "Примечание",
            "Что нужно знать о значении.",
            "Без школьников",
        ),
    ] = None
    upper: Annotated[
        Decimal | None,
        VALUE,
        Column(
            "Верхняя граница",
            "Если план — промежуток «от и до»: его верхний край, а в столбце value нижний. Иначе пусто.",
            example="75",
            may_be_absent=True,
        ),
    ] = None
    sequence: Annotated[
        int | None,
        WHOLE,
        Column(
            "Порядок",
            "Какой по счёту стоит эта группа среди групп показателя. Пусто — по документу, времени и коду.",
            example="1",
            may_be_absent=True,
        ),
    ] = None
    figure_in_words: Annotated[str | None, choice(FIGURES_IN_WORDS), FIGURE_IN_WORDS] = None


OBSERVATIONS = Table(
    "observations",
    "programme",
    "Значения показателей",
    "Значения показателей: план, факт, оценка, прогноз. День, год или часть года; знак; место и слова документа.",
    Observation,
    key=("id",),
    required=False,
)
