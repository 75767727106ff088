"""The programme's documents: editions, reports and appendices, published or only promised."""

import datetime
from dataclasses import replace
from typing import Annotated

from vitrina.dataset.cells import DATE, ID, TEXT, WHOLE, choice, pattern
from vitrina.dataset.languages import Both
from vitrina.dataset.tables.choices import ADOPTIONS, COVERS, DOCUMENT_KINDS, PUBLICATIONS, REQUISITE_STATUSES
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import our_words

_STATUS_IDS = (
    "left-blank — в документе оставлено пустым, no-data — нет данных, "
    "not-applicable — не применимо, not-published — не опубликовано"
)


class DocumentRow(Row):
    id: Annotated[
        str,
        ID,
        Column(
            Both("Код", "Id"),
            Both(
                "Свой код документа, не повторяется; на него ссылаются остальные таблицы.",
                "The document's own id, used once; the other tables refer to it.",
            ),
            example="draft-2021",
        ),
    ]
    sequence: Annotated[
        int,
        WHOLE,
        Column(
            Both("Порядок", "Sequence"),
            Both(
                "Номер по порядку: у более позднего документа он больше. Нужен, потому что даты может не быть.",
                "The order of the documents, a later one higher; dates may be blank.",
            ),
            example="1",
        ),
    ]
    kind: Annotated[
        str,
        choice(DOCUMENT_KINDS),
        Column(
            Both("Вид", "Kind"),
            Both("edition — редакция, report — отчёт, appendix — приложение.", "edition, report or appendix."),
            example="edition",
        ),
    ]
    title: Annotated[
        str,
        TEXT,
        Column(
            Both("Название", "Title"),
            Both("Как документ называть на сайте.", "What the site calls the document."),
            example="Программа «Система образования города Дивногорска», проект 2021 года",
        ),
    ]
    date: Annotated[
        datetime.date | None,
        DATE,
        Column(
            Both("Дата", "Date"),
            Both(
                "Дата документа. Пусто — только вместе со статусом.",
                "The document's date. Empty only with a status beside it.",
            ),
            example="2021-11-15",
        ),
    ] = None
    date_status: Annotated[
        str | None,
        choice(REQUISITE_STATUSES),
        Column(
            Both("Статус даты", "Status of the date"),
            Both(
                f"Почему даты нет: {_STATUS_IDS}.",
                "Why there is no date: left-blank, no-data, not-applicable or not-published.",
            ),
            example="left-blank",
        ),
    ] = None
    number: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Номер", "Number"),
            Both(
                "Номер документа. Пусто — только вместе со статусом.",
                "The document's number. Empty only with a status beside it.",
            ),
            example="131-п",
        ),
    ] = None
    number_status: Annotated[
        str | None,
        choice(REQUISITE_STATUSES),
        Column(
            Both("Статус номера", "Status of the number"),
            Both(
                f"Почему номера нет: {_STATUS_IDS}.",
                "Why there is no number: left-blank, no-data, not-applicable or not-published.",
            ),
            example="left-blank",
        ),
    ] = None
    requisites_words: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Реквизиты в документе", "Requisites as printed"),
            Both(
                "Дата и номер, как они напечатаны, буква в букву.",
                "The date and the number as printed, letter by letter.",
            ),
            example="от__. ___.20____г. № ___п",
        ),
    ] = None
    covers: Annotated[
        str,
        choice(COVERS),
        Column(
            Both("Охват", "Covers"),
            Both(
                "whole — документ заменяет всю программу, part — только часть.",
                "whole: it replaces the whole programme; part: only a part of it.",
            ),
            example="whole",
        ),
    ]
    publication: Annotated[
        str,
        choice(PUBLICATIONS),
        Column(
            Both("Публикация", "Publication"),
            Both(
                "published — документ есть, missing — обещан, но не опубликован.",
                "published: we have it; missing: promised but not published.",
            ),
            example="published",
        ),
    ]
    facts_until: Annotated[
        datetime.date | None,
        DATE,
        Column(
            Both("Данные по", "Facts until"),
            Both(
                "День, до которого документ сообщает факты. Нужен у редакции без даты; проект без даты сайт относит к "
                "году этого дня.",
                "The day up to which the document tells facts. Needed for an edition without a date; a draft without a "
                "date is of the year of this day.",
            ),
            example="2021-09-30",
        ),
    ] = None
    facts_until_place: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Место последних данных", "Place of the latest facts"),
            Both("Где стоят самые поздние данные.", "Where the latest facts stand."),
            example="Раздел 2",
        ),
    ] = None
    facts_until_words: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Слова о последних данных", "Words of the latest facts"),
            Both(
                "Слова документа с самыми поздними данными, буква в букву.",
                "The document's own words with the latest facts, letter by letter.",
            ),
            example="За 2021 год (1,2,3 квартал) оказано 436 консультации",
        ),
    ] = None
    promised_by: Annotated[
        str | None,
        ID,
        Column(
            Both("Где обещан", "Promised by"),
            Both(
                "Документ, который ссылается на этот: id из этой же таблицы. Нужен, если документ не опубликован.",
                "The document that refers to this one: an id of this table. Needed for a missing document.",
            ),
            example="draft-2021",
            refers_to="documents",
        ),
    ] = None
    promised_place: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Место ссылки", "Place of the reference"),
            Both("Где в том документе стоит ссылка.", "Where that document refers to it."),
            example="Раздел 8",
        ),
    ] = None
    promised_words: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Слова ссылки", "Words of the reference"),
            Both("Слова того документа, буква в букву.", "That document's own words, letter by letter."),
            example="приведена в приложении №2 к настоящей Программе",
        ),
    ] = None
    sha256: Annotated[
        str | None,
        pattern("[0-9a-f]{64}", "sha256"),
        Column(
            Both("Отпечаток файла", "Fingerprint of the file"),
            Both(
                "SHA-256 файла с текстом документа: по нему видно, что сверяли именно этот текст.",
                "The SHA-256 of the file with the document's text: it shows that this very text was checked.",
            ),
        ),
    ] = None
    reason: Annotated[
        str | None,
        TEXT,
        replace(
            our_words(
                Both("О чём документ", "What it is about"),
                Both(
                    "Зачем программу изменили или о чём отчёт, одно предложение.",
                    "Why the programme was amended, or what the report is about, in one sentence.",
                ),
                "Добавлены деньги края на ремонт школ",
            ),
            may_be_absent=True,
        ),
    ] = None
    adoption: Annotated[
        str | None,
        choice(ADOPTIONS),
        Column(
            Both("Утверждён ли", "Adopted or not"),
            Both(
                "draft — проект, adopted — утверждён. Пусто — проектом считается документ, в котором оставлены пустыми "
                "и дата, и номер (left-blank).",
                "draft or adopted. Empty: a document that leaves both its date and its number blank is a draft.",
            ),
            example="draft",
            may_be_absent=True,
        ),
    ] = None


DOCUMENTS = Table(
    "documents",
    "programme",
    Both("Документы", "Documents"),
    Both(
        "Редакции программы, отчёты и приложения: и те, что есть, и те, что обещаны, но не опубликованы.",
        "Editions of the programme, reports and appendices: those at hand, and those promised but missing.",
    ),
    DocumentRow,
    key=("id",),
)
