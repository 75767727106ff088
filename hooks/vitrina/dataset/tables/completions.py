"""What the reports say of the measures: done or not, year by year."""

from dataclasses import dataclass
from typing import Annotated

from vitrina.dataset.cells import ID, TEXT, YEAR, choice
from vitrina.dataset.tables.choices import COMPLETION_STATES
from vitrina.dataset.tables.columns import Column, Quoted, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, PLACE, WORDS, ids_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion(Quoted, Row):
    """What a report says of a measure in a year."""

    document: Annotated[str, ID, DOCUMENT]
    line: Annotated[
        str,
        ID,
        Column(
            "Мероприятие",
            "О каком мероприятии речь: id из lines.csv.",
            example="repairs",
            refers_to="lines",
        ),
    ]
    year: Annotated[
        int,
        YEAR,
        Column(
            "Год",
            "За какой год отчёт, четырьмя цифрами.",
            example="2020",
        ),
    ]
    state: Annotated[
        str,
        choice(COMPLETION_STATES),
        Column(
            "Выполнено ли",
            f"{ids_of(COMPLETION_STATES)}.",
            example="done",
        ),
    ]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, WORDS]


COMPLETIONS = Table(
    "completions",
    "programme",
    "Выполнение мероприятий",
    "Что отчёт говорит о каждом мероприятии: выполнено оно в этом году или нет.",
    Completion,
    key=("document", "line", "year"),
    required=False,
)
