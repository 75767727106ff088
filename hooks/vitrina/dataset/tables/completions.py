"""What the reports say of the measures: done or not, year by year."""

from typing import Annotated

from vitrina.dataset.cells import ID, TEXT, YEAR, choice
from vitrina.dataset.languages import Both
from vitrina.dataset.tables.choices import COMPLETION_STATES
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, PLACE, WORDS


class CompletionRow(Row):
    document: Annotated[str, ID, DOCUMENT]
    line: Annotated[
        str,
        ID,
        Column(
            Both("Мероприятие", "Measure"),
            Both("О каком мероприятии речь: id из lines.csv.", "Which measure it is: an id of lines.csv."),
            example="repairs",
            refers_to="lines",
        ),
    ]
    year: Annotated[
        int,
        YEAR,
        Column(
            Both("Год", "Year"),
            Both("За какой год отчёт, четырьмя цифрами.", "The year of the report, in four digits."),
            example="2020",
        ),
    ]
    state: Annotated[
        str,
        choice(COMPLETION_STATES),
        Column(
            Both("Выполнено ли", "State"),
            Both(
                "done — выполнено, partly — выполнено частично, not-done — не выполнено.",
                "done, partly or not-done.",
            ),
            example="done",
        ),
    ]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, WORDS]


COMPLETIONS = Table(
    "completions",
    "programme",
    Both("Выполнение мероприятий", "Measures done"),
    Both(
        "Что отчёт говорит о каждом мероприятии: выполнено оно в этом году или нет.",
        "What a report says of each measure: whether it was done that year.",
    ),
    CompletionRow,
    key=("document", "line", "year"),
    required=False,
)
