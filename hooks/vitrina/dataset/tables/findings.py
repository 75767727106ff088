"""Totals of the documents that are known not to add up."""

from typing import Annotated

from vitrina.dataset.cells import ID, SOURCE, TEXT, YEAR_OR_TOTAL, choice
from vitrina.dataset.languages import Both
from vitrina.dataset.number_cells import DIFFERENCE
from vitrina.dataset.tables.choices import STAGES, TOTALS_CHECKED
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.money import THOUSAND_ROUBLES


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
                "Что сверяли: by-year — итог года, by-source — итог источника, grand — общий итог, by-line — сумму "
                "строки с её частями, of-which — сумму со строками «в том числе», "
                "by-administrator — с суммами распорядителей.",
                "What was compared: by-year (a year's total), by-source (a source's total), grand (the grand total), "
                "by-line (a line's amount with its parts), of-which (an amount with its “of which” rows), "
                "by-administrator (with what its chief administrators have).",
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
    stage: Annotated[
        str,
        choice(STAGES),
        Column(
            Both("Стадия", "Stage"),
            Both("Стадия, как в money.csv. Пусто — план.", "The stage, as in money.csv. Empty means the plan."),
            example="actual",
            may_be_absent=True,
        ),
    ] = "plan"
    of_which: Annotated[
        str,
        TEXT,
        Column(
            Both("В том числе", "Of which"),
            Both(
                "Название строки «в том числе», если не сходится она сама. Обычно пусто.",
                "The name of the “of which” row, where it is the one that differs. Mostly empty.",
            ),
            example="средства дорожного фонда",
            may_be_absent=True,
        ),
    ] = ""


EXPECTED_FINDINGS = Table(
    "expected_findings",
    "programme",
    Both("Известные расхождения", "Known differences"),
    Both(
        "Итоги документа, которые не сходятся и о которых это уже известно. Новое расхождение будет замечено.",
        "Totals of the document that are known not to add up, so that a new difference is noticed.",
    ),
    ExpectedFindingRow,
    key=("check", "document", "line", "source", "year", "stage", "of_which"),
    required=False,
)
