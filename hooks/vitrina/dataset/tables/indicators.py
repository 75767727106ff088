"""What the programme measures, or mentions as measured."""

from decimal import Decimal
from typing import Annotated

from vitrina.dataset.cells import ID, NUMBERING, TEXT, WHOLE, choice
from vitrina.dataset.languages import Both
from vitrina.dataset.number_cells import WEIGHT
from vitrina.dataset.tables.choices import (
    DIRECTIONS,
    FIGURES_IN_WORDS,
    INDICATOR_KINDS,
    SOURCE_STATUSES,
    UNIT_KINDS,
    YES_OR_NO,
)
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import DOCUMENT, FIGURE_IN_WORDS, ORDER, PLACE, UNIT_KIND, WORDS, our_words, own_id


class IndicatorRow(Row):
    id: Annotated[str, ID, own_id("queue")]
    kind: Annotated[
        str,
        choice(INDICATOR_KINDS),
        Column(
            Both("Вид", "Kind"),
            Both(
                "target — целевой показатель программы, mentioned — упомянут в тексте.",
                "target: a target indicator of the programme; mentioned: mentioned in its text.",
            ),
            example="mentioned",
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
    theme: Annotated[
        str,
        TEXT,
        Column(
            Both("Тема", "Theme"),
            Both(
                "О чём показатель, двумя-тремя словами. Наши слова, у одной темы всегда одни и те же: по ним "
                "показатели собираются вместе, в порядке показателей.",
                "What the indicator is about, in two or three words. Our own, and always the same for one theme: the "
                "pages put its indicators together, in the order of the indicators.",
            ),
            example="очередь в детские сады",
        ),
    ]
    name: Annotated[
        str,
        TEXT,
        Column(
            Both("Название", "Name"),
            Both(
                "Название словами документа, буква в букву.", "The name in the document's own words, letter by letter."
            ),
            example="Доля детей, занимающихся дополнительным образованием",
        ),
    ]
    short_name: Annotated[
        str,
        TEXT,
        our_words(
            Both("Коротко", "Short name"),
            Both("Как это назовут жители.", "What people would call it."),
            "Очередь в детские сады",
        ),
    ]
    line: Annotated[
        str | None,
        ID,
        Column(
            Both("Строка программы", "Line"),
            Both(
                "К какой строке программы относится: id из lines.csv. Неизвестно — пусто.",
                "The line of the programme that it belongs to: an id of lines.csv. Empty where unknown.",
            ),
            example="preschool",
            refers_to="lines",
        ),
    ] = None
    unit: Annotated[
        str,
        TEXT,
        Column(
            Both("Единица", "Unit"),
            Both(
                "Знак % или три формы слова: один, два, пять. В переводе форм две.",
                "The sign % or the three Russian forms of the word; two in English.",
            ),
            example="ребёнок|ребёнка|детей",
        ),
    ]
    direction: Annotated[
        str,
        choice(DIRECTIONS),
        Column(
            Both("Куда лучше", "Direction"),
            Both(
                "rising — чем больше, тем лучше, falling — чем меньше, тем лучше, steady — лучше без перемен, none "
                "— не лучше и не хуже.",
                "rising, falling or steady: which way is better; none: neither.",
            ),
            example="falling",
        ),
    ]
    explanation: Annotated[
        str,
        TEXT,
        our_words(
            Both("Что это", "Explanation"),
            Both("Что показатель значит.", "What the indicator means."),
            "Сколько детей ждут места в детском саду",
        ),
    ]
    why: Annotated[
        str | None,
        TEXT,
        our_words(
            Both("Почему важно", "Why it matters"),
            Both("Зачем за ним следить.", "Why it is worth watching."),
            "Пока нет места, родителю трудно выйти на работу",
        ),
    ] = None
    method: Annotated[
        str | None,
        TEXT,
        our_words(
            Both("Как считают", "Method"),
            Both("Как показатель считают, если документ говорит.", "How it is worked out, where the document says so."),
            "Делят одно число на другое и умножают на сто",
        ),
    ] = None
    numerator: Annotated[
        str | None,
        TEXT,
        our_words(
            Both("Числитель", "Numerator"),
            Both("Что делят, если документ даёт формулу.", "What is divided, where the document gives a formula."),
            "дети с сертификатами",
        ),
    ] = None
    denominator: Annotated[
        str | None,
        TEXT,
        our_words(
            Both("Знаменатель", "Denominator"),
            Both(
                "На что делят, если документ даёт формулу.",
                "What it is divided by, where the document gives a formula.",
            ),
            "все дети этого возраста",
        ),
    ] = None
    source_status: Annotated[
        str,
        choice(SOURCE_STATUSES),
        Column(
            Both("Источник данных", "Source of the data"),
            Both(
                "named — документ называет, откуда данные, not-named — не называет.",
                "named: the document says where the data come from; not-named: it does not.",
            ),
            example="not-named",
        ),
    ]
    document: Annotated[str, ID, DOCUMENT]
    place: Annotated[str, TEXT, PLACE]
    words: Annotated[str, TEXT, WORDS]
    weight: Annotated[
        Decimal | None,
        WEIGHT,
        Column(
            Both("Вес", "Weight"),
            Both(
                "Вес показателя в оценке, если документ его называет; «Х» — веса нет. Пусто — не сказано.",
                "The indicator's weight in the evaluation, where the document gives one; X: it has none. Empty: not "
                "said.",
            ),
            example="0,25",
            may_be_absent=True,
        ),
    ] = None
    continues: Annotated[
        str | None,
        ID,
        Column(
            Both("Продолжает", "Continues"),
            Both(
                "Прежний показатель, если этот — он же под новым названием: id из этой же таблицы. Иначе пусто.",
                "The former indicator, where this is the same reworded: an id of this table. Otherwise empty.",
            ),
            example="clubs-5-18",
            refers_to="indicators",
            may_be_absent=True,
        ),
    ] = None
    comparable: Annotated[
        str | None,
        choice(YES_OR_NO),
        Column(
            Both("Сравнимы ли", "Comparable"),
            Both(
                "Можно ли сравнивать с прежним показателем: yes или no. Если прежнего нет, пусто.",
                "Whether it may be compared with the former indicator: yes or no. Empty where there is none.",
            ),
            example="no",
            may_be_absent=True,
        ),
    ] = None
    key_figure: Annotated[
        str | None,
        choice(YES_OR_NO),
        Column(
            Both("На главную", "Key figure"),
            Both(
                "yes — последнее значение стоит среди главных чисел первой страницы. Иначе no или пусто.",
                "yes: its last value stands among the key figures of the front page. Otherwise no or empty.",
            ),
            example="yes",
            may_be_absent=True,
        ),
    ] = None
    sequence: Annotated[int | None, WHOLE, ORDER] = None
    figure_in_words: Annotated[str | None, choice(FIGURES_IN_WORDS), FIGURE_IN_WORDS] = None
    unit_kind: Annotated[str | None, choice(UNIT_KINDS), UNIT_KIND] = None


INDICATORS = Table(
    "indicators",
    "programme",
    Both("Показатели", "Indicators"),
    Both(
        "Что программа измеряет: целевые показатели и всё, что её текст упоминает в числах.",
        "What the programme measures: its target indicators and whatever else its text puts in figures.",
    ),
    IndicatorRow,
    key=("id",),
    required=False,
)
