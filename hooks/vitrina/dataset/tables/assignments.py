"""Municipal assignments: the services, and how much of them was assigned and rendered at what cost."""

from decimal import Decimal
from typing import Annotated

from vitrina.dataset.cells import ID, TEXT, WHOLE, YEAR, choice
from vitrina.dataset.languages import Both
from vitrina.dataset.number_cells import AMOUNT, VALUE
from vitrina.dataset.tables.choices import ASSIGNMENT_STAGES, FIGURES_IN_WORDS, STATUSES, UNIT_KINDS
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.money import THOUSAND_ROUBLES
from vitrina.dataset.tables.shared import DOCUMENT, FIGURE_IN_WORDS, PLACE, UNIT_KIND, WORDS, own_id

_STATUS_IDS = "no-data — нет данных, not-applicable — не применимо, not-published — не опубликовано"


class ServiceRow(Row):
    id: Annotated[str, ID, own_id("service-kindergarten")]
    line: Annotated[
        str,
        ID,
        Column(
            Both("Строка программы", "Line"),
            Both(
                "К какой строке программы относится: id из lines.csv.",
                "The line of the programme that it belongs to: an id of lines.csv.",
            ),
            example="preschool",
            refers_to="lines",
        ),
    ]
    name: Annotated[
        str,
        TEXT,
        Column(
            Both("Услуга", "Service"),
            Both(
                "Название услуги или работы, как в документе, буква в букву.",
                "The name of the service or the work as in the document, letter by letter.",
            ),
            example="Присмотр и уход за детьми",
        ),
    ]
    measured: Annotated[
        str,
        TEXT,
        Column(
            Both("Показатель объёма", "Measured in"),
            Both(
                "Чем документ меряет объём услуги, буква в букву.",
                "What the document measures the volume by, letter by letter.",
            ),
            example="Число детей",
        ),
    ]
    unit: Annotated[
        str,
        TEXT,
        Column(
            Both("Единица", "Unit"),
            Both(
                "Знак % или три формы слова: один, два, пять. В переводе форм две.",
                "The sign % or the three Russian forms of the word; two in English.",
            ),
            example="ребёнок|ребёнка|детей",
        ),
    ]
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, WORDS]
    sequence: Annotated[
        int | None,
        WHOLE,
        Column(
            Both("Порядок", "Sequence"),
            Both(
                "Какой по счёту эта услуга стоит на странице среди услуг той же строки программы. Пусто — по коду.",
                "The place of the service on the page among those of its line. Empty: by the id.",
            ),
            example="1",
            may_be_absent=True,
        ),
    ] = None
    unit_kind: Annotated[str | None, choice(UNIT_KINDS), UNIT_KIND] = None


class AssignmentRow(Row):
    service: Annotated[
        str,
        ID,
        Column(
            Both("Услуга", "Service"),
            Both("Какая услуга: id из services.csv.", "Which service: an id of services.csv."),
            example="service-kindergarten",
            refers_to="services",
        ),
    ]
    year: Annotated[
        int,
        YEAR,
        Column(Both("Год", "Year"), Both("Год четырьмя цифрами.", "The year in four digits."), example="2020"),
    ]
    stage: Annotated[
        str,
        choice(ASSIGNMENT_STAGES),
        Column(
            Both("Стадия", "Stage"),
            Both("plan — задание, actual — выполнение.", "plan: what was assigned; actual: what was done."),
            example="plan",
        ),
    ]
    volume: Annotated[
        Decimal | None,
        VALUE,
        Column(
            Both("Объём", "Volume"),
            Both(
                "Сколько услуги, числом без единицы. Пусто — только вместе со статусом.",
                "How much of the service, without the unit. Empty only with a status.",
            ),
            example="1490",
        ),
    ] = None
    volume_status: Annotated[
        str | None,
        choice(STATUSES),
        Column(
            Both("Статус объёма", "Status of the volume"),
            Both(
                f"Почему объёма нет: {_STATUS_IDS}. Если объём есть, пусто.",
                "Why there is no volume: no-data, not-applicable or not-published. Empty where there is one.",
            ),
            example="no-data",
        ),
    ] = None
    cost: Annotated[
        int | None,
        AMOUNT,
        Column(
            Both("Стоимость", "Cost"),
            Both(
                "Сколько это стоит, тысяч рублей, как в документе. Пусто — только вместе со статусом.",
                "What it costs, in thousand roubles, as in the document. Empty only with a status.",
            ),
            example="12598,60",
            unit=THOUSAND_ROUBLES,
        ),
    ] = None
    cost_status: Annotated[
        str | None,
        choice(STATUSES),
        Column(
            Both("Статус стоимости", "Status of the cost"),
            Both(
                f"Почему стоимости нет: {_STATUS_IDS}. Если стоимость есть, пусто.",
                "Why there is no cost: no-data, not-applicable or not-published. Empty where there is one.",
            ),
            example="no-data",
        ),
    ] = None
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, WORDS]
    figure_in_words: Annotated[str | None, choice(FIGURES_IN_WORDS), FIGURE_IN_WORDS] = None


SERVICES = Table(
    "services",
    "programme",
    Both("Услуги", "Services"),
    Both(
        "Муниципальные услуги и работы, на которые даются задания, и чем меряют их объём.",
        "Municipal services and works that are assigned, and what their volume is measured in.",
    ),
    ServiceRow,
    key=("id",),
    required=False,
)
ASSIGNMENTS = Table(
    "assignments",
    "programme",
    Both("Муниципальные задания", "Municipal assignments"),
    Both(
        "Сколько услуги задано и оказано за год и сколько это стоит.",
        "How much of a service was assigned and rendered in a year, and what it costs.",
    ),
    AssignmentRow,
    key=("document", "service", "year", "stage"),
    required=False,
)
