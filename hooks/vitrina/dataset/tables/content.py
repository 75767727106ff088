"""What the programme says of itself: its passport, and the lines that money belongs to."""

from dataclasses import dataclass
from typing import Annotated

from vitrina.dataset.cells import ID, NUMBERING, TEXT, WHOLE, choice
from vitrina.dataset.codes import CSR, GRBS, RZPR, VR
from vitrina.dataset.tables.choices import LINE_KINDS, PASSPORT_FIELDS, TEXTS
from vitrina.dataset.tables.columns import Column, Quotation, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, NUMBER_IN_DOCUMENT, ORDER, PLACE, ids_of, our_words

_CODES = "Несколько — через запятую, «xxx» — так и писать; нули в начале важны. Не указан — пусто."


@dataclass(frozen=True, slots=True, kw_only=True)
class PassportEntry(Row):
    """One entry of the passport."""

    field: Annotated[
        str,
        choice(PASSPORT_FIELDS),
        Column(
            "Поле",
            "kind — вид программы (необязательно: иначе он виден по началу name, а если не виден, то по территории "
            "в city.yml), name — наименование, basis — основание, executor — ответственный исполнитель, "
            "coexecutor — соисполнитель, period — сроки, indicators — перечень показателей, "
            "resources — ресурсное обеспечение.",
            example="executor",
        ),
    ]
    number: Annotated[
        int,
        WHOLE,
        Column(
            "Номер",
            "Номер по порядку, если записей в поле несколько; если одна, то 1.",
            example="1",
        ),
    ]
    value: Annotated[
        str,
        TEXT,
        Column(
            "Значение",
            "Слова документа, буква в букву.",
            example="Отдел образования администрации города Дивногорска",
            quoted=True,
        ),
    ]
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]

    @property
    def id(self) -> str:
        """The row's id in translations."""
        return f"{self.field}-{self.number}"

    @property
    def quotation(self) -> Quotation:
        return Quotation(self.document, self.place, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Row):
    """What money belongs to: the programme, a subprogramme, a measure."""

    id: Annotated[
        str,
        ID,
        Column(
            "Код",
            "Свой код, не повторяется; на него ссылается money.csv.",
            example="preschool",
        ),
    ]
    parent: Annotated[
        str | None,
        ID,
        Column(
            "Входит в",
            "Во что строка входит: id из этой же таблицы. Пусто только у самой программы.",
            example="education",
            refers_to="lines",
        ),
    ] = None
    kind: Annotated[
        str,
        choice(LINE_KINDS),
        Column(
            "Вид",
            f"{ids_of(LINE_KINDS)}.",
            example="subprogramme",
        ),
    ]
    number: Annotated[str | None, NUMBERING, NUMBER_IN_DOCUMENT] = None
    name: Annotated[
        str,
        TEXT,
        Column(
            "Название",
            "Название, как в документе, буква в букву, без кавычек.",
            example="Дошкольное образование детей",
            quoted=True,
        ),
    ]
    short_name: Annotated[
        str | None,
        TEXT,
        Column(
            "Коротко",
            "Как это назовут жители, нашими словами. Нужно подпрограммам.",
            example="Детские сады",
        ),
    ] = None
    about: Annotated[
        str | None,
        TEXT,
        our_words(
            "О чём",
            "О чём подпрограмма, в двух предложениях.",
            "Она о детских садах. {when:queue-2021} в очереди было {value:queue-2021}.",
        ),
    ] = None
    money_in: Annotated[
        str | None,
        ID,
        Column(
            "Где её деньги",
            "В каком из обещанных документов должны быть деньги этой строки: id из documents.csv. Если они есть в "
            "money.csv или нигде не обещаны — пусто.",
            example="appendix-1",
            refers_to="documents",
        ),
    ] = None
    described_in: Annotated[
        str | None,
        ID,
        Column(
            "Где она описана",
            "В каком из обещанных документов описана подпрограмма: id из documents.csv. Если несколько обещаны "
            "одними словами и который из них, не сказано, — любой: сайт назовёт все. Нигде — пусто.",
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
            "ГРБС",
            f"Код главного распорядителя: три цифры. {_CODES}",
            example="075",
            may_be_absent=True,
        ),
    ] = ()
    rzpr: Annotated[
        tuple[str, ...],
        RZPR,
        Column(
            "РзПр",
            f"Код раздела и подраздела: четыре цифры. {_CODES}",
            example="0701",
            may_be_absent=True,
        ),
    ] = ()
    csr: Annotated[
        tuple[str, ...],
        CSR,
        Column(
            "ЦСР",
            f"Код целевой статьи: десять цифр и букв. {_CODES}",
            example="02 1 00 75880",
            may_be_absent=True,
        ),
    ] = ()
    vr: Annotated[
        tuple[str, ...],
        VR,
        Column(
            "ВР",
            f"Код вида расходов: три цифры. {_CODES}",
            example="610,620",
            may_be_absent=True,
        ),
    ] = ()
    administrator: Annotated[
        str,
        TEXT,
        Column(
            "Распорядитель",
            "Главный распорядитель денег, словами документа, буква в букву. Не назван — пусто.",
            example="Отдел образования администрации города",
            may_be_absent=True,
            quoted=True,
            translated="words",
        ),
    ] = ""
    result: Annotated[
        str,
        TEXT,
        Column(
            "Ожидаемый результат",
            "Что мероприятие должно дать, словами документа, буква в букву. Не сказано — пусто.",
            example="Отремонтировано 3 здания",
            may_be_absent=True,
            quoted=True,
        ),
    ] = ""
    sequence: Annotated[int | None, WHOLE, ORDER] = None

    @property
    def quotation(self) -> Quotation:
        return Quotation(self.document, self.place, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow(Row):
    id: Annotated[
        str,
        choice(TEXTS),
        Column(
            "Код",
            f"Какой это текст: {ids_of(TEXTS)}.",
            example="covers",
        ),
    ]
    text: Annotated[
        str,
        TEXT,
        Column(
            "Текст",
            "Наши слова для жителей, продолжение фразы: со строчной буквы и без точки.",
            example="детские сады, школы, кружки и отдых детей на каникулах",
        ),
    ]


PASSPORT = Table(
    "passport",
    "programme",
    "Паспорт",
    "Паспорт программы словами документа. Цели, подпрограммы и деньги стоят в своих таблицах.",
    PassportEntry,
    key=("field", "number"),
)
LINES = Table(
    "lines",
    "programme",
    "Строки программы",
    "То, к чему относятся деньги: программа, её подпрограммы и их мероприятия.",
    Line,
    key=("id",),
)
TEXTS_OF_PROGRAMME = Table(
    "texts",
    "programme",
    "Тексты",
    "Слова о программе, которые пишем мы, а не документ.",
    TextRow,
    key=("id",),
)
