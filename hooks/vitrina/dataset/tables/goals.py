"""What the programme wants and what could go wrong, and what serves what."""

from typing import Annotated

from pydantic import Field

from vitrina.dataset.cells import ID, NUMBERING, TEXT, WHOLE, choice, choice_or_words
from vitrina.dataset.languages import Both
from vitrina.dataset.tables.choices import GOAL_KINDS, LEVELS, WHOSE
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, ORDER, PLACE, our_words, own_id


class GoalRow(Row):
    id: Annotated[str, ID, own_id("task-1")]
    kind: Annotated[
        str,
        choice(GOAL_KINDS),
        Column(
            Both("Вид", "Kind"),
            Both(
                "goal — цель, task — задача, priority — приоритет, direction — направление, result — ожидаемый "
                "результат, risk — риск.",
                "goal, task, priority, direction, result (an expected one) or risk.",
            ),
            example="task",
        ),
    ]
    number: Annotated[
        str | None,
        NUMBERING,
        Column(
            Both("Номер", "Number"),
            Both(
                "Номер, как в документе; нет номера — пусто.", "The number as in the document; empty where it has none."
            ),
            example="1",
        ),
    ] = None
    level: Annotated[
        str | None,
        choice_or_words(LEVELS),
        Column(
            Both("Уровень", "Level"),
            Both(
                "Только у приоритета: к чему он относится, своими словами. Есть и готовые: preschool — дошкольное, "
                "general — общее, supplementary — дополнительное образование. У остальных пусто.",
                "Of a priority alone: what it is about, in words of your own. Also preschool, general and "
                "supplementary for those levels of education. Empty for all others.",
            ),
            example="Сельские дороги",
        ),
    ] = None
    text: Annotated[
        str,
        TEXT,
        Column(
            Both("Текст", "Text"),
            Both("Слова документа, буква в букву.", "The document's own words, letter by letter."),
            example="Обеспечение потребности населения в качественном доступном общем и дополнительном образовании",
        ),
    ]
    plain: Annotated[
        str | None,
        TEXT,
        our_words(
            Both("Простыми словами", "In plain words"),
            Both("Что это значит для жителей.", "What it means for residents."),
            "Чтобы хороших школ и кружков хватало всем",
        ),
    ] = None
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    sequence: Annotated[int | None, WHOLE, ORDER] = None


class LinkRow(Row):
    from_: Annotated[
        str,
        ID,
        Field(alias="from"),
        Column(
            Both("Что", "From"),
            Both(
                "Что служит: код из goals.csv, lines.csv или indicators.csv.",
                "What serves: an id of goals.csv, lines.csv or indicators.csv.",
            ),
            example="preschool",
        ),
    ]
    to: Annotated[
        str,
        ID,
        Column(
            Both("Чему", "To"),
            Both("Чему оно служит: код из тех же таблиц.", "What it serves: an id of the same tables."),
            example="task-1",
        ),
    ]
    whose: Annotated[
        str,
        choice(WHOSE),
        Column(
            Both("Чья связь", "Whose link"),
            Both(
                "document — так сказано в документе, ours — наше сопоставление.",
                "document: the document says so; ours: our own matching.",
            ),
            example="ours",
        ),
    ]
    note: Annotated[
        str | None,
        TEXT,
        our_words(
            Both("Примечание", "Note"),
            Both("Почему мы так считаем.", "Why we think so."),
            "Названия задачи и подпрограммы говорят об одном и том же",
        ),
    ] = None


GOALS = Table(
    "goals",
    "programme",
    Both("Цели и задачи", "Goals and tasks"),
    Both(
        "Цель программы, её задачи, приоритеты, направления, ожидаемые результаты и риски словами документа и "
        "простыми словами.",
        "The programme's goal, tasks, priorities, directions, expected results and risks, as the document says them "
        "and in plain words.",
    ),
    GoalRow,
    key=("id",),
)
LINKS = Table(
    "links",
    "programme",
    Both("Связи", "Links"),
    Both(
        "Что чему служит: подпрограмма задаче, показатель результату. Связи, которых в документе нет, отмечены как "
        "наши.",
        "What serves what: a subprogramme a task, an indicator a result. Links that the document does not state are "
        "marked as ours.",
    ),
    LinkRow,
    key=("from", "to"),
    required=False,
)
