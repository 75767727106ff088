"""What the document leaves out, and what in it is at odds with itself."""

from typing import Annotated

from vitrina.dataset.cells import ID, TEXT, WHOLE
from vitrina.dataset.languages import Both
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, PLACE, SEQUENCE, WORDS, our_words, own_id


class GapRow(Row):
    id: Annotated[str, ID, own_id("actual-spending")]
    sequence: Annotated[int, WHOLE, SEQUENCE]
    what: Annotated[
        str,
        TEXT,
        our_words(
            Both("Чего нет", "What is missing"),
            Both("Чего в документе нет.", "What the document does not tell."),
            "Сколько денег потратили на самом деле",
        ),
    ]
    why: Annotated[
        str,
        TEXT,
        our_words(
            Both("Почему важно", "Why it matters"),
            Both("Что без этого нельзя узнать.", "What cannot be known without it."),
            "Нельзя сказать, выполнен ли план",
        ),
    ]
    promised: Annotated[
        str | None,
        ID,
        Column(
            Both("Обещанный документ", "Promised document"),
            Both(
                "В каком из обещанных документов это должно быть: id из documents.csv. Нигде не обещано — пусто.",
                "The promised document that should hold it: an id of documents.csv. Empty where none is promised.",
            ),
            example="appendix-2",
            refers_to="documents",
        ),
    ] = None
    place: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Место", "Place"),
            Both(
                "Где документ оставляет пробел: раздел, строка. Нигде — пусто.",
                "Where the document leaves the gap: section, row. Empty where it does not.",
            ),
            example="Раздел 8",
        ),
    ] = None
    words: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Слова документа", "Words"),
            Both(
                "Слова, которыми документ оставляет пробел, буква в букву. Нет слов — пусто.",
                "The words with which it leaves the gap, letter by letter. Empty where there are none.",
            ),
            example="приведена в приложении №2 к настоящей Программе",
        ),
    ] = None
    ask: Annotated[
        str,
        TEXT,
        our_words(
            Both("Что спросить", "What to ask"),
            Both(
                "О чём попросит письмо: конец фразы «Прошу прислать…», со строчной буквы и без точки.",
                "What the letter will ask for: the end of the sentence “Please send me …”, in lower case and without a "
                "full stop.",
            ),
            "годовые отчёты о ходе программы",
        ),
    ]


class ContradictionRow(Row):
    id: Annotated[str, ID, own_id("full-kindergartens")]
    sequence: Annotated[int, WHOLE, SEQUENCE]
    title: Annotated[
        str,
        TEXT,
        our_words(
            Both("Заголовок", "Title"),
            Both("В чём расхождение, одной строкой.", "What is at odds, in one line."),
            "Сады заполнены, а места есть",
        ),
    ]
    explanation: Annotated[
        str,
        TEXT,
        our_words(
            Both("Объяснение", "Explanation"),
            Both(
                "Что с чем не сходится и как это может быть верно, без обвинений.",
                "What does not agree with what, and how both may be true; without blame.",
            ),
            "Дни разные, поэтому ошибки может и не быть",
        ),
    ]
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, WORDS]
    other_place: Annotated[
        str,
        TEXT,
        Column(
            Both("Другое место", "Other place"),
            Both("Где стоит второе.", "Where the other stands."),
            example="Раздел 2, о дошкольном образовании",
        ),
    ]
    other_words: Annotated[
        str,
        TEXT,
        Column(
            Both("Другие слова", "Other words"),
            Both("Слова документа на том месте, буква в букву.", "The document's own words there, letter by letter."),
            example="средний уровень укомплектованности детских садов составляет 100 %",
        ),
    ]


GAPS = Table(
    "gaps",
    "programme",
    Both("Чего нет", "Gaps"),
    Both(
        "Чего в документе нет, где это обещано и что спросить.",
        "What the document does not tell, where it is promised, and what to ask.",
    ),
    GapRow,
    key=("id",),
    required=False,
)
CONTRADICTIONS = Table(
    "contradictions",
    "programme",
    Both("Противоречия", "Contradictions"),
    Both(
        "Места документа, которые расходятся и которые находит только читатель. Обе цитаты.",
        "Places of the document that are at odds and that only a reader finds. Both are quoted.",
    ),
    ContradictionRow,
    key=("id",),
    required=False,
)
