"""Totals of the documents that are known not to add up."""

from dataclasses import dataclass
from typing import Annotated

from vitrina.dataset.cells import ID, SOURCE, TEXT, TOTAL, YEAR_OR_TOTAL, choice
from vitrina.dataset.number_cells import DIFFERENCE
from vitrina.dataset.tables.choices import STAGES, TOTALS_CHECKED
from vitrina.dataset.tables.columns import Column, Row, Table

ComparedFigure = tuple[str, str, str, str | None, int | None, str]
"""Check, document, line, source, year, stage; None for all sources or years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedFinding(Row):
    """A total that is known not to add up. `difference` is stated minus computed, in kopecks."""

    id: Annotated[
        str,
        ID,
        Column(
            "Код",
            "Свой код расхождения, не повторяется.",
            example="grand-total",
        ),
    ]
    check: Annotated[
        str,
        choice(TOTALS_CHECKED),
        Column(
            "Сверка",
            "Что сверяли: by-year — итог года, by-source — итог источника, grand — общий итог, by-line — сумму "
            "строки с её частями, of-which — сумму со строками «в том числе», "
            "by-administrator — с суммами распорядителей.",
            example="grand",
        ),
    ]
    document: Annotated[
        str,
        ID,
        Column(
            "Документ",
            "Документ, в котором итог не сходится: id из documents.csv.",
            example="draft-2021",
            refers_to="documents",
        ),
    ]
    line: Annotated[
        str,
        ID,
        Column(
            "Строка программы",
            "Чей итог: id из lines.csv.",
            example="education",
            refers_to="lines",
        ),
    ]
    source: Annotated[
        str,
        SOURCE,
        Column(
            "Источник",
            "Источник, как в строке итога в money.csv.",
            example="total",
        ),
    ]
    year: Annotated[
        int | None,
        YEAR_OR_TOTAL,
        Column(
            "Год",
            "Год, как в строке итога в money.csv.",
            example="total",
        ),
    ]
    difference: Annotated[
        int,
        DIFFERENCE,
        Column(
            "Разница",
            "На сколько итог документа больше суммы его частей, тысяч рублей; меньше — со знаком минус.",
            example="249,90",
        ),
    ]
    reason: Annotated[
        str,
        TEXT,
        Column(
            "Почему так",
            "Что известно о причине и что при этом сходится.",
            example="Разница перешла из итога местного бюджета.",
        ),
    ]
    stage: Annotated[
        str,
        choice(STAGES),
        Column(
            "Стадия",
            "Стадия, как в money.csv. Пусто — план.",
            example="actual",
            may_be_absent=True,
        ),
    ] = "plan"
    of_which: Annotated[
        str,
        TEXT,
        Column(
            "В том числе",
            "Название строки «в том числе», если не сходится она сама. Обычно пусто.",
            example="средства дорожного фонда",
            may_be_absent=True,
        ),
    ] = ""

    @property
    def figure(self) -> ComparedFigure:
        """What does not add up."""
        source = None if self.source == TOTAL else self.source
        return (self.check, self.document, self.line, source, self.year, self.stage)


EXPECTED_FINDINGS = Table(
    "expected_findings",
    "programme",
    "Известные расхождения",
    "Итоги документа, которые не сходятся и о которых это уже известно. Новое расхождение будет замечено.",
    ExpectedFinding,
    key=("check", "document", "line", "source", "year", "stage", "of_which"),
    required=False,
)
