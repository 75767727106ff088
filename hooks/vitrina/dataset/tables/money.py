"""The programme's money as its documents state it."""

from typing import Annotated

from vitrina.dataset.cells import ID, SOURCE, TEXT, YEAR_OR_TOTAL, choice
from vitrina.dataset.languages import Both
from vitrina.dataset.number_cells import AMOUNT
from vitrina.dataset.tables.choices import FIGURES_IN_WORDS, PARTS, STAGES, STATUSES
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import FIGURE_IN_WORDS

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
            example="total",
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
                "plan — план программы, approved — бюджет как утверждён, revised — уточнённый план, actual — факт: "
                "кассовое исполнение.",
                "plan (of the programme), approved (the budget), revised (the budget as amended), or actual.",
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
    of_which: Annotated[
        str,
        TEXT,
        Column(
            Both("В том числе", "Of which"),
            Both(
                "Название строки «в том числе», буква в букву. Такая строка ни к чему не прибавляется: она входит в "
                "сумму над ней. У обычной строки пусто.",
                "The name of an “of which” row, letter by letter. Such a row is never added to anything: it is a part "
                "of the amount above it. Empty for any other row.",
            ),
            example="средства дорожного фонда",
            may_be_absent=True,
        ),
    ] = ""
    of_which_all: Annotated[
        str | None,
        choice(PARTS),
        Column(
            Both("Все ли части", "All the parts"),
            Both(
                "У строки «в том числе» и у строки распорядителя: all — такие строки вместе составляют всю сумму, "
                "some — только её часть. У обычной строки пусто.",
                "Of an “of which” row and of an administrator’s row: all — such rows together make up the whole "
                "amount, some — only a part of it. Empty for any other row.",
            ),
            example="all",
            may_be_absent=True,
        ),
    ] = None
    administrator: Annotated[
        str,
        TEXT,
        Column(
            Both("Главный распорядитель", "Chief administrator"),
            Both(
                "Чья это часть суммы: название главного распорядителя (ГРБС), буква в букву. Такая строка, как и "
                "«в том числе», ни к чему не прибавляется: она входит в сумму над ней. У обычной строки пусто.",
                "Whose part of the amount it is: the name of the chief administrator of budget funds, letter by "
                "letter. Like an “of which” row it is never added to anything: it is a part of the amount above "
                "it. Empty for any other row.",
            ),
            example="Отдел образования администрации города",
            may_be_absent=True,
        ),
    ] = ""
    reason: Annotated[
        str,
        TEXT,
        Column(
            Both("Причина", "Reason"),
            Both(
                "Почему факт или уточнённый план отличается: слова отчёта, буква в букву. У плана и там, где причина "
                "не названа, пусто.",
                "Why the actual or the revised amount differs: the report's own words, letter by letter. Empty for a "
                "plan and where no reason is given.",
            ),
            example="Экономия по итогам торгов",
            may_be_absent=True,
        ),
    ] = ""
    figure_in_words: Annotated[str | None, choice(FIGURES_IN_WORDS), FIGURE_IN_WORDS] = None


MONEY = Table(
    "money",
    "programme",
    Both("Деньги", "Money"),
    Both(
        "Все суммы документов по годам и источникам и все итоги. У итога вместо года или источника стоит total.",
        "Every amount of the documents by year and source, and every total: one has “total” for its year or source.",
    ),
    MoneyRow,
    key=("document", "line", "source", "year", "stage", "of_which", "administrator"),
    required=False,
)
