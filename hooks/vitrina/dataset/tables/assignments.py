"""Municipal assignments: the services, and how much of them was assigned and rendered at what cost."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from vitrina.dataset.cells import ID, TEXT, WHOLE, YEAR, choice
from vitrina.dataset.number_cells import AMOUNT, VALUE
from vitrina.dataset.tables.choices import ASSIGNMENT_STAGES, FIGURES_IN_WORDS, STATUSES, UNIT_KINDS
from vitrina.dataset.tables.columns import Column, Quoted, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, FIGURE_IN_WORDS, PLACE, UNIT, UNIT_KIND, WORDS, ids_of, own_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Quoted, Row):
    """A municipal service or work that is assigned."""

    id: Annotated[str, ID, own_id("service-kindergarten")]
    line: Annotated[
        str,
        ID,
        Column(
            "Строка программы",
            "К какой строке программы относится: id из lines.csv.",
            example="preschool",
            refers_to="lines",
        ),
    ]
    name: Annotated[
        str,
        TEXT,
        Column(
            "Услуга",
            "Название услуги или работы, как в документе, буква в букву.",
            example="Присмотр и уход за детьми",
            quoted=True,
        ),
    ]
    measured: Annotated[
        str,
        TEXT,
        Column(
            "Показатель объёма",
            "Чем документ меряет объём услуги, буква в букву.",
            example="Число детей",
            quoted=True,
        ),
    ]
    unit: Annotated[str, TEXT, UNIT]
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, WORDS]
    sequence: Annotated[
        int | None,
        WHOLE,
        Column(
            "Порядок",
            "Какой по счёту эта услуга стоит на странице среди услуг той же строки программы. Пусто — по коду.",
            example="1",
            may_be_absent=True,
        ),
    ] = None
    unit_kind: Annotated[str | None, choice(UNIT_KINDS), UNIT_KIND] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Quoted, Row):
    """How much of a service was assigned or rendered in a year, and what it costs, in kopecks."""

    service: Annotated[
        str,
        ID,
        Column(
            "Услуга",
            "Какая услуга: id из services.csv.",
            example="service-kindergarten",
            refers_to="services",
        ),
    ]
    year: Annotated[
        int,
        YEAR,
        Column("Год", "Год четырьмя цифрами.", example="2020"),
    ]
    stage: Annotated[
        str,
        choice(ASSIGNMENT_STAGES),
        Column(
            "Стадия",
            "plan — задание, actual — выполнение.",
            example="plan",
        ),
    ]
    volume: Annotated[
        Decimal | None,
        VALUE,
        Column(
            "Объём",
            "Сколько услуги, числом без единицы. Пусто — только вместе со статусом.",
            example="1490",
        ),
    ] = None
    volume_status: Annotated[
        str | None,
        choice(STATUSES),
        Column(
            "Статус объёма",
            f"Почему объёма нет: {ids_of(STATUSES)}. Если объём есть, пусто.",
            example="no-data",
            explains="volume",
        ),
    ] = None
    cost: Annotated[
        int | None,
        AMOUNT,
        Column(
            "Стоимость",
            "Сколько это стоит, тысяч рублей, как в документе. Пусто — только вместе со статусом.",
            example="12598,60",
        ),
    ] = None
    cost_status: Annotated[
        str | None,
        choice(STATUSES),
        Column(
            "Статус стоимости",
            f"Почему стоимости нет: {ids_of(STATUSES)}. Если стоимость есть, пусто.",
            example="no-data",
            explains="cost",
        ),
    ] = None
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, WORDS]
    figure_in_words: Annotated[str | None, choice(FIGURES_IN_WORDS), FIGURE_IN_WORDS] = None


SERVICES = Table(
    "services",
    "programme",
    "Услуги",
    "Услуги и работы, на которые даются задания, и чем меряют их объём.",
    Service,
    key=("id",),
    required=False,
)
ASSIGNMENTS = Table(
    "assignments",
    "programme",
    "Задания учреждениям",
    "Сколько услуги задано и оказано за год и сколько это стоит.",
    Assignment,
    key=("document", "service", "year", "stage"),
    required=False,
)
