"""What the document leaves out, and what in it is at odds with itself."""

from dataclasses import dataclass
from typing import Annotated

from vitrina.dataset.cells import ID, TEXT, WHOLE
from vitrina.dataset.tables.columns import Column, Quotation, Quoted, Row, Table
from vitrina.dataset.tables.shared import ANSWERED_WORDS, DOCUMENT, PLACE, SEQUENCE, our_words, own_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Row):
    """Something that the document does not tell; `promised` is the missing document that would."""

    id: Annotated[str, ID, own_id("actual-spending")]
    sequence: Annotated[int, WHOLE, SEQUENCE]
    what: Annotated[
        str,
        TEXT,
        our_words(
            "Чего нет",
            "Чего в документе нет.",
            "Сколько денег потратили на самом деле",
        ),
    ]
    why: Annotated[
        str,
        TEXT,
        our_words(
            "Почему важно",
            "Что без этого нельзя узнать.",
            "Нельзя сказать, выполнен ли план",
        ),
    ]
    promised: Annotated[
        str | None,
        ID,
        Column(
            "Обещанный документ",
            "В каком из обещанных документов это должно быть: id из documents.csv. Нигде не обещано — пусто.",
            example="appendix-2",
            refers_to="documents",
        ),
    ] = None
    place: Annotated[
        str | None,
        TEXT,
        Column(
            "Место",
            "Где документ оставляет пробел: раздел, строка. Нигде — пусто.",
            example="Раздел 8",
            quoted=True,
            translated="place",
        ),
    ] = None
    words: Annotated[
        str | None,
        TEXT,
        Column(
            "Слова документа",
            "Слова, которыми документ оставляет пробел, буква в букву. Нет слов — пусто.",
            example="приведена в приложении №2 к настоящей Программе",
            quoted=True,
        ),
    ] = None
    ask: Annotated[
        str,
        TEXT,
        our_words(
            "Что спросить",
            "О чём попросит письмо: конец фразы «Прошу прислать…», со строчной буквы и без точки.",
            "годовые отчёты о ходе программы",
        ),
    ]

    edition: str = ""
    """The id of the current edition, whose words they are: no column, known once the documents are."""

    @property
    def quotation(self) -> Quotation | None:
        """Where the edition leaves the gap, if it does so in words."""
        return Quotation(self.edition, self.place or "", self.words) if self.words else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction(Quoted, Row):
    """Two places of one document that only a reader finds to be at odds."""

    id: Annotated[str, ID, own_id("full-kindergartens")]
    sequence: Annotated[int, WHOLE, SEQUENCE]
    title: Annotated[
        str,
        TEXT,
        our_words(
            "Заголовок",
            "В чём расхождение, одной строкой.",
            "Сады заполнены, а места есть",
        ),
    ]
    explanation: Annotated[
        str,
        TEXT,
        our_words(
            "Объяснение",
            "Что с чем не сходится и как это может быть верно, без обвинений.",
            "Дни разные, поэтому ошибки может и не быть",
        ),
    ]
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, ANSWERED_WORDS]
    other_place: Annotated[
        str,
        TEXT,
        Column(
            "Другое место",
            "Где стоит второе.",
            example="Раздел 2, о дошкольном образовании",
            quoted=True,
            translated="place",
        ),
    ]
    other_words: Annotated[
        str,
        TEXT,
        Column(
            "Другие слова",
            "Слова документа на том месте, буква в букву.",
            example="средний уровень укомплектованности детских садов составляет 100 %",
            quoted=True,
        ),
    ]

    @property
    def other(self) -> Quotation:
        return Quotation(self.document, self.other_place, self.other_words)


GAPS = Table(
    "gaps",
    "programme",
    "Чего нет",
    "Чего в документе нет, где это обещано и что спросить.",
    Gap,
    key=("id",),
    required=False,
)
CONTRADICTIONS = Table(
    "contradictions",
    "programme",
    "Противоречия",
    "Места документа, которые расходятся и которые находит только читатель. Обе цитаты.",
    Contradiction,
    key=("id",),
    required=False,
)
