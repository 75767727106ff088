"""What the programme wants and what could go wrong, and what serves what."""

from dataclasses import dataclass
from typing import Annotated

from vitrina.dataset.cells import ID, NUMBERING, TEXT, WHOLE, choice, choice_or_words
from vitrina.dataset.tables.choices import GOAL_KINDS, LEVELS, WHOSE
from vitrina.dataset.tables.columns import Column, Quotation, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, NUMBER_IN_DOCUMENT, ORDER, PLACE, ids_of, our_words, own_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Row):
    """What the programme wants: its goal, a task, a priority, a direction, an expected result; or a risk to it."""

    id: Annotated[str, ID, own_id("task-1")]
    kind: Annotated[
        str,
        choice(GOAL_KINDS),
        Column(
            "Вид",
            f"{ids_of(GOAL_KINDS)}.",
            example="task",
        ),
    ]
    number: Annotated[str | None, NUMBERING, NUMBER_IN_DOCUMENT] = None
    level: Annotated[
        str | None,
        choice_or_words(LEVELS),
        Column(
            "Уровень",
            "Только у приоритета: к чему он относится, своими словами. Есть и готовые: preschool — дошкольное, "
            "general — общее, supplementary — дополнительное образование. У остальных пусто.",
            example="Сельские дороги",
            translated="words",
        ),
    ] = None
    text: Annotated[
        str,
        TEXT,
        Column(
            "Текст",
            "Слова документа, буква в букву.",
            example="Обеспечение потребности населения в качественном доступном общем и дополнительном образовании",
            quoted=True,
        ),
    ]
    plain: Annotated[
        str | None,
        TEXT,
        our_words(
            "Простыми словами",
            "Что это значит для жителей.",
            "Чтобы хороших школ и кружков хватало всем",
        ),
    ] = None
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    sequence: Annotated[int | None, WHOLE, ORDER] = None

    @property
    def quotation(self) -> Quotation:
        return Quotation(self.document, self.place, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Row):
    """One thing serves another: ids of goals, lines or indicators."""

    source: Annotated[
        str,
        ID,
        Column(
            "Что",
            "Что служит: код из goals.csv, lines.csv или indicators.csv.",
            example="preschool",
            name="from",
        ),
    ]
    target: Annotated[
        str,
        ID,
        Column(
            "Чему",
            "Чему оно служит: код из тех же таблиц.",
            example="task-1",
            name="to",
        ),
    ]
    whose: Annotated[
        str,
        choice(WHOSE),
        Column(
            "Чья связь",
            "document — так сказано в документе, ours — наше сопоставление.",
            example="ours",
        ),
    ]
    note: Annotated[
        str | None,
        TEXT,
        our_words(
            "Примечание",
            "Почему мы так считаем.",
            "Названия задачи и подпрограммы говорят об одном и том же",
        ),
    ] = None

    @property
    def id(self) -> str:
        """The row's id in translations."""
        return f"{self.source}-{self.target}"


GOALS = Table(
    "goals",
    "programme",
    "Цели и задачи",
    "Цель программы, её задачи, приоритеты, направления, ожидаемые результаты и риски словами документа и "
    "простыми словами.",
    Goal,
    key=("id",),
)
LINKS = Table(
    "links",
    "programme",
    "Связи",
    "Что чему служит: подпрограмма задаче, показатель результату. Связи, которых в документе нет, отмечены как наши.",
    Link,
    key=("from", "to"),
    required=False,
)
