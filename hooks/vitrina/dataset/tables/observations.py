"""What was measured, planned, estimated or foreseen: one value a row, with its time and its words."""

import datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from vitrina.dataset.cells import DATE, ID, NUMBERING, TEXT, WHOLE, choice
from vitrina.dataset.languages import Both
from vitrina.dataset.number_cells import VALUE
from vitrina.dataset.tables.choices import FIGURES_IN_WORDS, OBSERVATION_STAGES, PERIOD_STATUSES, SIGNS, STATUSES
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, FIGURE_IN_WORDS, PLACE, WORDS, our_words, own_id


class ObservationRow(Row):
    id: Annotated[str, ID, own_id("queue-2021")]
    indicator: Annotated[
        str,
        ID,
        Column(
            Both("Показатель", "Indicator"),
            Both("Что измерено: id из indicators.csv.", "What is measured: an id of indicators.csv."),
            example="queue",
            refers_to="indicators",
        ),
    ]
    group: Annotated[
        str | None,
        NUMBERING,
        our_words(
            Both("Группа", "Group"),
            Both(
                "Какая часть измерена: возраст, вид учреждения. Все вместе — пусто.",
                "Which part is measured: an age, a kind of institution. Empty for all together.",
            ),
            "до года",
        ),
    ] = None
    part_of: Annotated[
        str | None,
        ID,
        Column(
            Both("Часть от", "Part of"),
            Both(
                "Частью какого значения это стоит в документе: id из этой же таблицы. У долей не бывает.",
                "The value of which the document makes this a part: an id of this table. Shares have none.",
            ),
            example="queue-2021",
            refers_to="observations",
        ),
    ] = None
    from_: Annotated[
        datetime.date | None,
        DATE,
        Field(alias="from"),
        Column(
            Both("С какого дня", "From"),
            Both(
                "Первый день. У дня он равен последнему; у года это 1 января. Пусто — только вместе со статусом.",
                "The first day; of a day the same as the last; of a year 1 January. Empty only with a status.",
            ),
            example="2021-01-01",
        ),
    ] = None
    to: Annotated[
        datetime.date | None,
        DATE,
        Column(
            Both("По какой день", "To"),
            Both(
                "Последний день; у года это 31 декабря. Пусто — только вместе со статусом.",
                "The last day; of a year 31 December. Empty only with a status.",
            ),
            example="2021-12-31",
        ),
    ] = None
    period_status: Annotated[
        str | None,
        choice(PERIOD_STATUSES),
        Column(
            Both("Статус срока", "Status of the period"),
            Both(
                "no-data — документ не говорит, когда это было. Если дни есть, пусто.",
                "no-data: the document does not say when. Empty where there are days.",
            ),
            example="no-data",
        ),
    ] = None
    stage: Annotated[
        str,
        choice(OBSERVATION_STAGES),
        Column(
            Both("Стадия", "Stage"),
            Both(
                "baseline — исходное значение, plan — план, actual — факт, estimate — оценка, forecast — прогноз.",
                "baseline, plan, actual, estimate or forecast.",
            ),
            example="actual",
        ),
    ]
    sign: Annotated[
        str,
        choice(SIGNS, also={">=": "≥", "<=": "≤"}),
        Column(
            Both("Знак", "Sign"),
            Both(
                "= — ровно, ≥ — не меньше, > — больше, ≤ — не больше; можно >= и <=. Пусто — ровно.",
                "= exactly, ≥ at least, > more than, ≤ at most; >= and <= will do. Empty means exactly.",
            ),
            example="≥",
        ),
    ] = "="
    value: Annotated[
        Decimal | None,
        VALUE,
        Column(
            Both("Значение", "Value"),
            Both(
                "Число, как в документе, без единицы. Пусто — только вместе со статусом.",
                "The number as in the document, without its unit. Empty only with a status.",
            ),
            example="404",
        ),
    ] = None
    status: Annotated[
        str | None,
        choice(STATUSES),
        Column(
            Both("Статус", "Status"),
            Both(
                "Почему значения нет: no-data — нет данных, not-applicable — не применимо, not-published — не "
                "опубликовано. Если значение есть, пусто.",
                "Why there is no value: no-data, not-applicable or not-published. Empty where there is one.",
            ),
            example="not-published",
        ),
    ] = None
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, WORDS]
    note: Annotated[
        str | None,
        TEXT,
        our_words(
            Both("Примечание", "Note"),
            Both("Что нужно знать о значении.", "What one must know of the value."),
            "Без школьников",
        ),
    ] = None
    upper: Annotated[
        Decimal | None,
        VALUE,
        Column(
            Both("Верхняя граница", "Upper bound"),
            Both(
                "Если план — промежуток «от и до»: его верхний край, а в столбце value нижний. Иначе пусто.",
                "Where the plan is a range: its upper end, with the lower one in value. Otherwise empty.",
            ),
            example="75",
            may_be_absent=True,
        ),
    ] = None
    sequence: Annotated[
        int | None,
        WHOLE,
        Column(
            Both("Порядок", "Sequence"),
            Both(
                "Какой по счёту стоит эта группа среди групп показателя. Пусто — по документу, времени и коду.",
                "The place of this group among the groups of the indicator. Empty: by document, time and id.",
            ),
            example="1",
            may_be_absent=True,
        ),
    ] = None
    figure_in_words: Annotated[str | None, choice(FIGURES_IN_WORDS), FIGURE_IN_WORDS] = None


OBSERVATIONS = Table(
    "observations",
    "programme",
    Both("Значения показателей", "Observations"),
    Both(
        "Значения показателей: план, факт, оценка, прогноз. День, год или часть года; знак; место и слова документа.",
        "Values of indicators: plan, actual, estimate, forecast. A day, a year or a part of one; a sign; the place "
        "and the words.",
    ),
    ObservationRow,
    key=("id",),
    required=False,
)
