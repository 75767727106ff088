"""The programme's money as its documents state it, and the differences in it that are known."""

from typing import Annotated

from vitrina.dataset.cells import AMOUNT, DIFFERENCE, ID, SOURCE, TEXT, YEAR_OR_TOTAL, choice
from vitrina.dataset.languages import Both
from vitrina.dataset.tables.choices import STAGES, STATUSES, TOTALS_CHECKED
from vitrina.dataset.tables.columns import Column, Row, Table

THOUSAND_ROUBLES = Both("тыс. руб.", "thousand roubles")


class MoneyRow(Row):
    document: Annotated[
        str,
        ID,
        Column(
            Both("Документ", "Document"),
            Both(
                "Документ, в котором стоит сумма: id из documents.csv.",
                "The document that states the amount: an id of documents.csv.",
            ),
            example="draft-2021",
            refers_to="documents",
        ),
    ]
    line: Annotated[
        str,
        ID,
        Column(
            Both("Строка программы", "Line"),
            Both("На что деньги: id из lines.csv.", "What the money is for: an id of lines.csv."),
            example="education",
            refers_to="lines",
        ),
    ]
    source: Annotated[
        str,
        SOURCE,
        Column(
            Both("Источник", "Source"),
            Both(
                "Чьи деньги: id источника из city.yml; total — итог по всем источникам.",
                "Whose money: an id of a source in city.yml; total for all of them together.",
            ),
            example="federal",
        ),
    ]
    year: Annotated[
        int | None,
        YEAR_OR_TOTAL,
        Column(
            Both("Год", "Year"),
            Both(
                "Год четырьмя цифрами; total — итог за все годы.",
                "The year in four digits; total for all years together.",
            ),
            example="2020",
        ),
    ]
    stage: Annotated[
        str,
        choice(STAGES),
        Column(
            Both("Стадия", "Stage"),
            Both(
                "plan — план, revised — уточнённый план, actual — факт.",
                "plan, revised (the plan as amended), or actual.",
            ),
            example="plan",
        ),
    ]
    amount: Annotated[
        int | None,
        AMOUNT,
        Column(
            Both("Сумма", "Amount"),
            Both(
                "Сколько, тысяч рублей, как напечатано в документе. Пусто — только вместе со статусом.",
                "How much, in thousand roubles, as printed in the document. Empty only with a status beside it.",
            ),
            example="12598,60",
            unit=THOUSAND_ROUBLES,
        ),
    ] = None
    status: Annotated[
        str | None,
        choice(STATUSES),
        Column(
            Both("Статус", "Status"),
            Both(
                "Почему суммы нет: no-data — нет данных, not-applicable — не применимо, "
                "not-published — не опубликовано. Если сумма есть, пусто.",
                "Why there is no amount: no-data, not-applicable or not-published. Empty where there is an amount.",
            ),
            example="no-data",
        ),
    ] = None
    place: Annotated[
        str,
        TEXT,
        Column(
            Both("Место", "Place"),
            Both(
                "Где в документе стоит сумма: раздел, таблица, строка.",
                "Where the amount stands in the document: section, table, row.",
            ),
            example="Паспорт, «Ресурсное обеспечение муниципальной программы»",
        ),
    ]
    words: Annotated[
        str,
        TEXT,
        Column(
            Both("Слова документа", "Words"),
            Both(
                "Слова документа, в которых стоит сумма, буква в букву.",
                "The document's own words with the amount, letter by letter.",
            ),
            example="в 2020 году – 12 598,60 тыс. рублей",
        ),
    ]


class ExpectedFindingRow(Row):
    id: Annotated[
        str,
        ID,
        Column(
            Both("Код", "Id"),
            Both("Свой код расхождения, не повторяется.", "The finding's own id, used once."),
            example="grand-total",
        ),
    ]
    check: Annotated[
        str,
        choice(TOTALS_CHECKED),
        Column(
            Both("Сверка", "Check"),
            Both(
                "Что сверяли: by-year — итог года, by-source — итог источника, grand — общий итог.",
                "What was compared: by-year (a year's total), by-source (a source's total), grand (the grand total).",
            ),
            example="grand",
        ),
    ]
    document: Annotated[
        str,
        ID,
        Column(
            Both("Документ", "Document"),
            Both(
                "Документ, в котором итог не сходится: id из documents.csv.",
                "The document with the total: an id of documents.csv.",
            ),
            example="draft-2021",
            refers_to="documents",
        ),
    ]
    line: Annotated[
        str,
        ID,
        Column(
            Both("Строка программы", "Line"),
            Both("Чей итог: id из lines.csv.", "Whose total it is: an id of lines.csv."),
            example="education",
            refers_to="lines",
        ),
    ]
    source: Annotated[
        str,
        SOURCE,
        Column(
            Both("Источник", "Source"),
            Both("Источник, как в строке итога в money.csv.", "The source, as in the total's row in money.csv."),
            example="total",
        ),
    ]
    year: Annotated[
        int | None,
        YEAR_OR_TOTAL,
        Column(
            Both("Год", "Year"),
            Both("Год, как в строке итога в money.csv.", "The year, as in the total's row in money.csv."),
            example="total",
        ),
    ]
    difference: Annotated[
        int,
        DIFFERENCE,
        Column(
            Both("Разница", "Difference"),
            Both(
                "На сколько итог документа больше суммы его частей, тысяч рублей; меньше — со знаком минус.",
                "By how much the stated total exceeds the sum of its parts, thousand roubles; less has a minus.",
            ),
            example="249,90",
            unit=THOUSAND_ROUBLES,
        ),
    ]
    reason: Annotated[
        str,
        TEXT,
        Column(
            Both("Почему так", "Why"),
            Both(
                "Что известно о причине и что при этом сходится.",
                "What is known of the cause, and what agrees with it.",
            ),
            example="Разница перешла из итога местного бюджета.",
        ),
    ]


MONEY = Table(
    "money",
    "programme",
    Both("Деньги", "Money"),
    Both(
        "Все суммы документов по годам и источникам и все итоги. У итога вместо года или источника стоит total.",
        "Every amount of the documents by year and source, and every total: one has “total” for its year or source.",
    ),
    MoneyRow,
    key=("document", "line", "source", "year", "stage"),
)
EXPECTED_FINDINGS = Table(
    "expected_findings",
    "programme",
    Both("Известные расхождения", "Known differences"),
    Both(
        "Итоги документа, которые не сходятся и о которых это уже известно. Новое расхождение будет замечено.",
        "Totals of the document that are known not to add up, so that a new difference is noticed.",
    ),
    ExpectedFindingRow,
    key=("check", "document", "line", "source", "year"),
    required=False,
)
