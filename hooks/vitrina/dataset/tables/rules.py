"""How the programme is judged: by rules of its documents, or by ours."""

from typing import Annotated

from vitrina.dataset.cells import ID, RULE_VALUE, TEXT, choice
from vitrina.dataset.languages import Both
from vitrina.dataset.tables.choices import FIGURES_IN_WORDS, RULE_MAKERS, RULES
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import FIGURE_IN_WORDS


class RuleRow(Row):
    field: Annotated[
        str,
        choice(RULES),
        Column(
            Both("Правило", "Rule"),
            Both(
                "tolerance-percent — на сколько процентов плана факт может отличаться и всё ещё быть «по плану»; "
                "steady-tolerance-percent — то же для показателей, которые лучше без перемен; evaluation — способ "
                "оценки программы.",
                "tolerance-percent: by how many per cent of the plan an actual may differ and still be as planned; "
                "steady-tolerance-percent: the same for indicators that are best unchanged; evaluation: the method by "
                "which the programme is evaluated.",
            ),
            example="tolerance-percent",
        ),
    ]
    value: Annotated[
        str,
        RULE_VALUE,
        Column(
            Both("Значение", "Value"),
            Both(
                "У допусков — проценты от 0 до 50; у evaluation — ratio, ratio-130 или achievement-spending.",
                "For tolerances per cent from 0 to 50; for evaluation ratio, ratio-130 or achievement-spending.",
            ),
            example="5",
        ),
    ]
    whose: Annotated[
        str,
        choice(RULE_MAKERS),
        Column(
            Both("Чьё правило", "Whose"),
            Both("document — так сказано в документе, ours — наше.", "document: the document says so; ours: our own."),
            example="ours",
        ),
    ]
    document: Annotated[
        str | None,
        ID,
        Column(
            Both("Документ", "Document"),
            Both(
                "Документ с правилом: id из documents.csv. У нашего правила пусто.",
                "The document with the rule: an id of documents.csv. Empty for our own.",
            ),
            example="draft-2021",
            refers_to="documents",
        ),
    ] = None
    place: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Место", "Place"),
            Both("Где в документе правило. У нашего пусто.", "Where the rule stands. Empty for our own."),
            example="Раздел 9",
        ),
    ] = None
    words: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Слова документа", "Words"),
            Both(
                "Слова документа, буква в букву. У нашего правила пусто.",
                "The document's own words, letter by letter. Empty for our own rule.",
            ),
            example="отклонение не более чем на 5 % считается выполнением плана",
        ),
    ] = None
    figure_in_words: Annotated[str | None, choice(FIGURES_IN_WORDS), FIGURE_IN_WORDS] = None


RULES_OF_JUDGING = Table(
    "rules",
    "programme",
    Both("Правила оценки", "Rules of judging"),
    Both(
        "Как судить, выполнена ли программа. Нет строки — допуск 0, а оценки нет.",
        "How to judge whether the programme is fulfilled. Without a row the tolerance is 0 and nothing is evaluated.",
    ),
    RuleRow,
    key=("field",),
    required=False,
)
