"""What the programme says of itself: its passport, and the lines that money belongs to."""

from typing import Annotated

from vitrina.dataset.cells import ID, NUMBERING, TEXT, WHOLE, choice
from vitrina.dataset.codes import CSR, GRBS, RZPR, VR
from vitrina.dataset.languages import Both
from vitrina.dataset.tables.choices import LINE_KINDS, PASSPORT_FIELDS, TEXTS
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, ORDER, PLACE, our_words

_CODES_RU = "Несколько — через запятую, «xxx» — так и писать; нули в начале важны. Не указан — пусто."
_CODES_EN = "Several with commas between; xxx as it stands; leading zeros matter. Empty where there is none."


class PassportRow(Row):
    field: Annotated[
        str,
        choice(PASSPORT_FIELDS),
        Column(
            Both("Поле", "Field"),
            Both(
                "kind — вид программы (необязательно: иначе он виден по началу name, а если не виден, то по территории "
                "в city.yml), name — наименование, basis — основание, executor — ответственный исполнитель, "
                "coexecutor — соисполнитель, period — сроки, indicators — перечень показателей, "
                "resources — ресурсное обеспечение.",
                "kind of programme (optional: else the beginning of name tells it, else the territory in city.yml), "
                "name, basis, executor, coexecutor, period, indicators or resources.",
            ),
            example="executor",
        ),
    ]
    number: Annotated[
        int,
        WHOLE,
        Column(
            Both("Номер", "Number"),
            Both(
                "Номер по порядку, если записей в поле несколько; если одна, то 1.",
                "The order where a field has several entries; 1 where it has one.",
            ),
            example="1",
        ),
    ]
    value: Annotated[
        str,
        TEXT,
        Column(
            Both("Значение", "Value"),
            Both("Слова документа, буква в букву.", "The document's own words, letter by letter."),
            example="Отдел образования администрации города Дивногорска",
        ),
    ]
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]


class LineRow(Row):
    id: Annotated[
        str,
        ID,
        Column(
            Both("Код", "Id"),
            Both(
                "Свой код, не повторяется; на него ссылается money.csv.",
                "Its own id, used once; money.csv refers to it.",
            ),
            example="preschool",
        ),
    ]
    parent: Annotated[
        str | None,
        ID,
        Column(
            Both("Входит в", "Part of"),
            Both(
                "Во что строка входит: id из этой же таблицы. Пусто только у самой программы.",
                "What the line is a part of: an id of this table. Empty for the programme alone.",
            ),
            example="education",
            refers_to="lines",
        ),
    ] = None
    kind: Annotated[
        str,
        choice(LINE_KINDS),
        Column(
            Both("Вид", "Kind"),
            Both(
                "programme — программа, subprogramme — подпрограмма, measure — мероприятие.",
                "programme, subprogramme or measure.",
            ),
            example="subprogramme",
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
    name: Annotated[
        str,
        TEXT,
        Column(
            Both("Название", "Name"),
            Both(
                "Название, как в документе, буква в букву, без кавычек.",
                "The name as in the document, letter by letter, without quotation marks.",
            ),
            example="Дошкольное образование детей",
        ),
    ]
    short_name: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Коротко", "Short name"),
            Both(
                "Как это назовут жители, нашими словами. Нужно подпрограммам.",
                "What people would call it, in our own words. Needed for subprogrammes.",
            ),
            example="Детские сады",
        ),
    ] = None
    about: Annotated[
        str | None,
        TEXT,
        our_words(
            Both("О чём", "About"),
            Both("О чём подпрограмма, в двух предложениях.", "What the subprogramme is about, in two sentences."),
            "Она о детских садах. {when:queue-2021} в очереди было {value:queue-2021}.",
        ),
    ] = None
    money_in: Annotated[
        str | None,
        ID,
        Column(
            Both("Где её деньги", "Money in"),
            Both(
                "В каком из обещанных документов должны быть деньги этой строки: id из documents.csv. Если они есть в "
                "money.csv или нигде не обещаны — пусто.",
                "The promised document that should hold the money of this line: an id of documents.csv. Empty where "
                "money.csv has it or none is promised.",
            ),
            example="appendix-1",
            refers_to="documents",
        ),
    ] = None
    described_in: Annotated[
        str | None,
        ID,
        Column(
            Both("Где она описана", "Described in"),
            Both(
                "В каком из обещанных документов описана подпрограмма: id из documents.csv. Если несколько обещаны "
                "одними словами и который из них, не сказано, — любой: сайт назовёт все. Нигде — пусто.",
                "The promised document that describes the subprogramme: an id of documents.csv. Where several are "
                "promised in the same words and which it is stays open, any of them: the site names all. Empty where "
                "there is none.",
            ),
            example="appendix-4",
            refers_to="documents",
        ),
    ] = None
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    grbs: Annotated[
        tuple[str, ...],
        GRBS,
        Column(
            Both("ГРБС", "Chief administrator code"),
            Both(
                f"Код главного распорядителя: три цифры. {_CODES_RU}",
                f"The code of the chief administrator: three digits. {_CODES_EN}",
            ),
            example="075",
            may_be_absent=True,
        ),
    ] = ()
    rzpr: Annotated[
        tuple[str, ...],
        RZPR,
        Column(
            Both("РзПр", "Section code"),
            Both(
                f"Код раздела и подраздела: четыре цифры. {_CODES_RU}",
                f"The code of the section and subsection: four digits. {_CODES_EN}",
            ),
            example="0701",
            may_be_absent=True,
        ),
    ] = ()
    csr: Annotated[
        tuple[str, ...],
        CSR,
        Column(
            Both("ЦСР", "Target item code"),
            Both(
                f"Код целевой статьи: десять цифр и букв. {_CODES_RU}",
                f"The code of the target item: ten digits and letters. {_CODES_EN}",
            ),
            example="02 1 00 75880",
            may_be_absent=True,
        ),
    ] = ()
    vr: Annotated[
        tuple[str, ...],
        VR,
        Column(
            Both("ВР", "Kind of expenditure code"),
            Both(
                f"Код вида расходов: три цифры. {_CODES_RU}",
                f"The code of the kind of expenditure: three digits. {_CODES_EN}",
            ),
            example="610,620",
            may_be_absent=True,
        ),
    ] = ()
    administrator: Annotated[
        str,
        TEXT,
        Column(
            Both("Распорядитель", "Administrator"),
            Both(
                "Главный распорядитель денег, словами документа, буква в букву. Не назван — пусто.",
                "The chief administrator of the money in the document's own words. Empty where none is named.",
            ),
            example="Отдел образования администрации города",
            may_be_absent=True,
        ),
    ] = ""
    result: Annotated[
        str,
        TEXT,
        Column(
            Both("Ожидаемый результат", "Expected result"),
            Both(
                "Что мероприятие должно дать, словами документа, буква в букву. Не сказано — пусто.",
                "What the measure is to bring, in the document's own words. Empty where it is not said.",
            ),
            example="Отремонтировано 3 здания",
            may_be_absent=True,
        ),
    ] = ""
    sequence: Annotated[int | None, WHOLE, ORDER] = None


class TextRow(Row):
    id: Annotated[
        str,
        choice(TEXTS),
        Column(
            Both("Код", "Id"),
            Both(
                "Какой это текст: purpose — на что деньги, covers — что входит в программу.",
                "Which text it is: purpose (what the money is for) or covers (what the programme takes in).",
            ),
            example="covers",
        ),
    ]
    text: Annotated[
        str,
        TEXT,
        Column(
            Both("Текст", "Text"),
            Both(
                "Наши слова для жителей, продолжение фразы: со строчной буквы и без точки.",
                "Our own words for residents, the end of a sentence: in lower case and without a full stop.",
            ),
            example="детские сады, школы, кружки и отдых детей на каникулах",
        ),
    ]


PASSPORT = Table(
    "passport",
    "programme",
    Both("Паспорт", "Passport"),
    Both(
        "Паспорт программы словами документа. Цели, подпрограммы и деньги стоят в своих таблицах.",
        "The programme's passport in the document's words. Goals, subprogrammes and money have tables of their own.",
    ),
    PassportRow,
    key=("field", "number"),
)
LINES = Table(
    "lines",
    "programme",
    Both("Строки программы", "Lines of the programme"),
    Both(
        "То, к чему относятся деньги: программа, её подпрограммы и их мероприятия.",
        "What money belongs to: the programme, its subprogrammes and their measures.",
    ),
    LineRow,
    key=("id",),
)
TEXTS_OF_PROGRAMME = Table(
    "texts",
    "programme",
    Both("Тексты", "Texts"),
    Both(
        "Слова о программе, которые пишем мы, а не документ.",
        "Words about the programme that are ours, not the document's.",
    ),
    TextRow,
    key=("id",),
)
