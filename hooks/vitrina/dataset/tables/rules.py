"""How the programme is judged: by rules of its documents, or by ours."""

from dataclasses import dataclass
from typing import Annotated

from vitrina.dataset.cells import ID, RULE_VALUE, TEXT, choice
from vitrina.dataset.tables.choices import FIGURES_IN_WORDS, RULE_MAKERS, RULES
from vitrina.dataset.tables.columns import Column, Quotation, Row, Table
from vitrina.dataset.tables.shared import FIGURE_IN_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Row):
    """One rule of judging."""

    field: Annotated[
        str,
        choice(RULES),
        Column(
            "Правило",
            "tolerance-percent — на сколько процентов плана факт может отличаться и всё ещё быть «по плану»; "
            "steady-tolerance-percent — то же для показателей, которые лучше без перемен; evaluation — способ "
            "оценки программы.",
            example="tolerance-percent",
        ),
    ]
    value: Annotated[
        str,
        RULE_VALUE,
        Column(
            "Значение",
            "У допусков — проценты от 0 до 50; у evaluation — ratio, ratio-130 или achievement-spending.",
            example="5",
        ),
    ]
    whose: Annotated[
        str,
        choice(RULE_MAKERS),
        Column(
            "Чьё правило",
            "document — так сказано в документе, ours — наше.",
            example="ours",
        ),
    ]
    document: Annotated[
        str | None,
        ID,
        Column(
            "Документ",
            "Документ с правилом: id из documents.csv. У нашего правила пусто.",
            example="draft-2021",
            refers_to="documents",
        ),
    ] = None
    place: Annotated[
        str | None,
        TEXT,
        Column(
            "Место",
            "Где в документе правило. У нашего пусто.",
            example="Раздел 9",
            quoted=True,
            translated="place",
        ),
    ] = None
    words: Annotated[
        str | None,
        TEXT,
        Column(
            "Слова документа",
            "Слова документа, буква в букву. У нашего правила пусто.",
            example="отклонение не более чем на 5 % считается выполнением плана",
            quoted=True,
        ),
    ] = None
    figure_in_words: Annotated[str | None, choice(FIGURES_IN_WORDS), FIGURE_IN_WORDS] = None

    @property
    def quotation(self) -> Quotation | None:
        """None for a rule of ours."""
        return Quotation(self.document or "", self.place or "", self.words or "") if self.whose == "document" else None


RULES_OF_JUDGING = Table(
    "rules",
    "programme",
    "Правила оценки",
    "Как судить, выполнена ли программа. Нет строки — допуск 0, а оценки нет.",
    Rule,
    key=("field",),
    required=False,
)
