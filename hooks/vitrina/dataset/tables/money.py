"""The programme's money as its documents state it."""

from dataclasses import dataclass
from typing import Annotated

from vitrina.dataset.cells import ID, SOURCE, TEXT, YEAR_OR_TOTAL, choice
from vitrina.dataset.number_cells import AMOUNT
from vitrina.dataset.tables.choices import FIGURES_IN_WORDS, PARTS, STAGES, STATUSES
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import FIGURE_IN_WORDS, ids_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyRow(Row):
    document: Annotated[
        str,
        ID,
        Column(
            "Документ",
            "Документ, в котором стоит сумма: id из documents.csv.",
            example="draft-2021",
            refers_to="documents",
        ),
    ]
    line: Annotated[
        str,
        ID,
        Column(
            "Строка программы",
            "На что деньги: id из lines.csv.",
            example="education",
            refers_to="lines",
        ),
    ]
    source: Annotated[
        str,
        SOURCE,
        Column(
            "Источник",
            "Чьи деньги: id источника из city.yml; total — итог по всем источникам.",
            example="total",
        ),
    ]
    year: Annotated[
        int | None,
        YEAR_OR_TOTAL,
        Column(
            "Год",
            "Год четырьмя цифрами; total — итог за все годы.",
            example="2020",
        ),
    ]
    stage: Annotated[
        str,
        choice(STAGES),
        Column(
            "Стадия",
            "plan — план программы, approved — бюджет как утверждён, revised — уточнённый план, actual — факт: "
            "кассовое исполнение.",
            example="plan",
        ),
    ]
    amount: Annotated[
        int | None,
        AMOUNT,
        Column(
            "Сумма",
            "Сколько, тысяч рублей, как напечатано в документе. Пусто — только вместе со статусом.",
            example="12598,60",
        ),
    ] = None
    status: Annotated[
        str | None,
        choice(STATUSES),
        Column(
            "Статус",
            f"Почему суммы нет: {ids_of(STATUSES)}. Если сумма есть, пусто.",
            example="no-data",
            explains="amount",
        ),
    ] = None
    place: Annotated[
        str,
        TEXT,
        Column(
            "Место",
            "Где в документе стоит сумма: раздел, таблица, строка.",
            example="Паспорт, «Ресурсное обеспечение муниципальной программы»",
            quoted=True,
            translated="place",
        ),
    ]
    words: Annotated[
        str,
        TEXT,
        Column(
            "Слова документа",
            "Слова документа, в которых стоит сумма, буква в букву.",
            example="в 2020 году – 12 598,60 тыс. рублей",
            quoted=True,
            translated="never",
        ),
    ]
    of_which: Annotated[
        str,
        TEXT,
        Column(
            "В том числе",
            "Название строки «в том числе», буква в букву. Такая строка ни к чему не прибавляется: она входит в "
            "сумму над ней. У обычной строки пусто.",
            example="средства дорожного фонда",
            may_be_absent=True,
            quoted=True,
            translated="words",
        ),
    ] = ""
    of_which_all: Annotated[
        str | None,
        choice(PARTS),
        Column(
            "Все ли части",
            "У строки «в том числе» и у строки распорядителя: all — такие строки вместе составляют всю сумму, "
            "some — только её часть. У обычной строки пусто.",
            example="all",
            may_be_absent=True,
        ),
    ] = None
    administrator: Annotated[
        str,
        TEXT,
        Column(
            "Главный распорядитель",
            "Чья это часть суммы: название главного распорядителя (ГРБС), буква в букву. Такая строка, как и "
            "«в том числе», ни к чему не прибавляется: она входит в сумму над ней. У обычной строки пусто.",
            example="Отдел образования администрации города",
            may_be_absent=True,
            quoted=True,
            translated="words",
        ),
    ] = ""
    reason: Annotated[
        str,
        TEXT,
        Column(
            "Причина",
            "Почему факт или уточнённый план отличается: слова отчёта, буква в букву. У плана и там, где причина "
            "не названа, пусто.",
            example="Экономия по итогам торгов",
            may_be_absent=True,
            quoted=True,
            translated="words",
        ),
    ] = ""
    figure_in_words: Annotated[str | None, choice(FIGURES_IN_WORDS), FIGURE_IN_WORDS] = None


MONEY = Table(
    "money",
    "programme",
    "Деньги",
    "Все суммы документов по годам и источникам и все итоги. У итога вместо года или источника стоит total.",
    MoneyRow,
    key=("document", "line", "source", "year", "stage", "of_which", "administrator"),
    required=False,
)
