"""The programme's documents: editions, reports and appendices, published or only promised."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from vitrina.dataset.cells import DATE, ID, TEXT, WHOLE, choice, pattern
from vitrina.dataset.tables.choices import ADOPTIONS, COVERS, DOCUMENT_KINDS, PUBLICATIONS, REQUISITE_STATUSES
from vitrina.dataset.tables.columns import Column, Quotation, Row, Table
from vitrina.dataset.tables.shared import ids_of, our_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Row):
    """An edition, a report or an appendix; `publication` tells whether we have it or it is only promised."""

    id: Annotated[
        str,
        ID,
        Column(
            "Код",
            "Свой код документа, не повторяется; на него ссылаются остальные таблицы.",
            example="draft-2021",
        ),
    ]
    sequence: Annotated[
        int,
        WHOLE,
        Column(
            "Порядок",
            "Номер по порядку: у более позднего документа он больше. Нужен, потому что даты может не быть.",
            example="1",
        ),
    ]
    kind: Annotated[
        str,
        choice(DOCUMENT_KINDS),
        Column(
            "Вид",
            f"{ids_of(DOCUMENT_KINDS)}.",
            example="edition",
        ),
    ]
    title: Annotated[
        str,
        TEXT,
        Column(
            "Название",
            "Как документ называть на сайте.",
            example="Программа «Система образования города Дивногорска», проект 2021 года",
        ),
    ]
    date: Annotated[
        datetime.date | None,
        DATE,
        Column(
            "Дата",
            "Дата документа. Пусто — только вместе со статусом.",
            example="2021-11-15",
        ),
    ] = None
    date_status: Annotated[
        str | None,
        choice(REQUISITE_STATUSES),
        Column(
            "Статус даты",
            f"Почему даты нет: {ids_of(REQUISITE_STATUSES)}.",
            example="left-blank",
            explains="date",
        ),
    ] = None
    number: Annotated[
        str | None,
        TEXT,
        Column(
            "Номер",
            "Номер документа. Пусто — только вместе со статусом.",
            example="131-п",
            quoted=True,
            translated="never",
        ),
    ] = None
    number_status: Annotated[
        str | None,
        choice(REQUISITE_STATUSES),
        Column(
            "Статус номера",
            f"Почему номера нет: {ids_of(REQUISITE_STATUSES)}.",
            example="left-blank",
            explains="number",
        ),
    ] = None
    requisites_words: Annotated[
        str | None,
        TEXT,
        Column(
            "Реквизиты в документе",
            "Дата и номер, как они напечатаны, буква в букву.",
            example="от__. ___.20____г. № ___п",
            quoted=True,
            translated="never",
        ),
    ] = None
    covers: Annotated[
        str,
        choice(COVERS),
        Column(
            "Охват",
            "whole — документ заменяет всю программу, part — только часть.",
            example="whole",
        ),
    ]
    publication: Annotated[
        str,
        choice(PUBLICATIONS),
        Column(
            "Публикация",
            "published — документ есть, missing — обещан, но не опубликован.",
            example="published",
        ),
    ]
    facts_until: Annotated[
        datetime.date | None,
        DATE,
        Column(
            "Данные по",
            "День, до которого документ сообщает факты. Нужен у редакции без даты; проект без даты сайт относит к "
            "году этого дня.",
            example="2021-09-30",
        ),
    ] = None
    facts_until_place: Annotated[
        str | None,
        TEXT,
        Column(
            "Место последних данных",
            "Где стоят самые поздние данные.",
            example="Раздел 2",
            quoted=True,
            translated="place",
        ),
    ] = None
    facts_until_words: Annotated[
        str | None,
        TEXT,
        Column(
            "Слова о последних данных",
            "Слова документа с самыми поздними данными, буква в букву.",
            example="За 2021 год (1,2,3 квартал) оказано 436 консультации",
            quoted=True,
            translated="never",
        ),
    ] = None
    promised_by: Annotated[
        str | None,
        ID,
        Column(
            "Где обещан",
            "Документ, который ссылается на этот: id из этой же таблицы. Нужен, если документ не опубликован.",
            example="draft-2021",
            refers_to="documents",
        ),
    ] = None
    promised_place: Annotated[
        str | None,
        TEXT,
        Column(
            "Место ссылки",
            "Где в том документе стоит ссылка.",
            example="Раздел 8",
            quoted=True,
            translated="place",
        ),
    ] = None
    promised_words: Annotated[
        str | None,
        TEXT,
        Column(
            "Слова ссылки",
            "Слова того документа, буква в букву.",
            example="приведена в приложении №2 к настоящей Программе",
            quoted=True,
            translated="never",
        ),
    ] = None
    due: Annotated[
        datetime.date | None,
        DATE,
        Column(
            "Срок",
            "День, до которого документ должен выйти, если это сказано в словах ссылки. Документ вышел — можно "
            "оставить. Срока нет — пусто.",
            example="2022-03-01",
            may_be_absent=True,
        ),
    ] = None
    sha256: Annotated[
        str | None,
        pattern("[0-9a-f]{64}", "sha256"),
        Column(
            "Отпечаток файла",
            "SHA-256 файла с текстом документа: по нему видно, что сверяли именно этот текст.",
        ),
    ] = None
    reason: Annotated[
        str | None,
        TEXT,
        replace(
            our_words(
                "О чём документ",
                "Зачем программу изменили или о чём отчёт, одно предложение.",
                "Добавлены деньги края на ремонт школ",
            ),
            may_be_absent=True,
        ),
    ] = None
    adoption: Annotated[
        str | None,
        choice(ADOPTIONS),
        Column(
            "Утверждён ли",
            f"{ids_of(ADOPTIONS)}. Пусто — проектом считается документ, в котором оставлены пустыми и дата, и номер "
            "(left-blank).",
            example="draft",
            may_be_absent=True,
        ),
    ] = None
    address: Annotated[
        str | None,
        pattern(r"https://[\w.-]+(?::\d+)?(?:[/?#][^\s\"'<>\\^`{|}*]*)?", "https_address"),
        Column(
            "Адрес",
            "Где документ опубликован: страница или файл на официальном сайте. Начинается с https://. Нет — пусто.",
            example="https://пример.рф/документы/131-п",
            may_be_absent=True,
        ),
    ] = None

    @property
    def facts(self) -> Quotation | None:
        """The words with the latest facts that the document tells."""
        words = self.facts_until_words
        return Quotation(self.id, self.facts_until_place or "", words) if words else None

    @property
    def promise(self) -> Quotation | None:
        """The words with which another document promises this one."""
        by, words = self.promised_by, self.promised_words
        return Quotation(by, self.promised_place or "", words) if by and words else None

    @property
    def is_published(self) -> bool:
        return self.publication == "published"

    @property
    def is_draft(self) -> bool:
        """As the table says; where it does not, a document that leaves both its date and its number blank."""
        if self.adoption is not None:
            return self.adoption == "draft"
        return self.date_status == self.number_status == "left-blank"


def current_edition(documents: Iterable[Document]) -> Document:
    """The published edition of the whole programme with the highest sequence."""
    editions = (one for one in documents if one.kind == "edition" and one.is_published and one.covers == "whole")
    return max(editions, key=lambda edition: edition.sequence)


DOCUMENTS = Table(
    "documents",
    "programme",
    "Документы",
    "Редакции программы, отчёты и приложения: и те, что есть, и те, что обещаны, но не опубликованы.",
    Document,
    key=("id",),
)
