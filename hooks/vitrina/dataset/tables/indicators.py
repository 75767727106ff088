"""What the programme measures, or mentions as measured."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from vitrina.dataset.cells import ID, NUMBERING, TEXT, WHOLE, choice
from vitrina.dataset.number_cells import WEIGHT
from vitrina.dataset.tables.choices import (
    DIRECTIONS,
    FIGURES_IN_WORDS,
    INDICATOR_KINDS,
    SOURCE_STATUSES,
    UNIT_KINDS,
    YES_OR_NO,
)
from vitrina.dataset.tables.columns import Column, Quoted, Row, Table
from vitrina.dataset.tables.shared import (
    DOCUMENT,
    FIGURE_IN_WORDS,
    NUMBER_IN_DOCUMENT,
    ORDER,
    PLACE,
    UNIT,
    UNIT_KIND,
    WORDS,
    ids_of,
    our_words,
    own_id,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Quoted, Row):
    """Something that is measured."""

    id: Annotated[str, ID, own_id("queue")]
    kind: Annotated[
        str,
        choice(INDICATOR_KINDS),
        Column(
            "Вид",
            "target — целевой показатель программы, mentioned — упомянут в тексте.",
            example="mentioned",
        ),
    ]
    number: Annotated[str | None, NUMBERING, NUMBER_IN_DOCUMENT] = None
    theme: Annotated[
        str,
        TEXT,
        Column(
            "Тема",
            "О чём показатель, двумя-тремя словами. Наши слова, у одной темы всегда одни и те же: по ним "
            "показатели собираются вместе, в порядке показателей.",
            example="очередь в детские сады",
            translated="words",
        ),
    ]
    name: Annotated[
        str,
        TEXT,
        Column(
            "Название",
            "Название словами документа, буква в букву.",
            example="Доля детей, занимающихся дополнительным образованием",
            quoted=True,
        ),
    ]
    short_name: Annotated[
        str,
        TEXT,
        our_words(
            "Коротко",
            "Как это назовут жители.",
            "Очередь в детские сады",
        ),
    ]
    line: Annotated[
        str | None,
        ID,
        Column(
            "Строка программы",
            "К какой строке программы относится: id из lines.csv. Неизвестно — пусто.",
            example="preschool",
            refers_to="lines",
        ),
    ] = None
    unit: Annotated[str, TEXT, UNIT]
    direction: Annotated[
        str,
        choice(DIRECTIONS),
        Column(
            "Куда лучше",
            f"{ids_of(DIRECTIONS)}.",
            example="falling",
        ),
    ]
    explanation: Annotated[
        str,
        TEXT,
        our_words(
            "Что это",
            "Что показатель значит.",
            "Сколько детей ждут места в детском саду",
        ),
    ]
    why: Annotated[
        str | None,
        TEXT,
        our_words(
            "Почему важно",
            "Зачем за ним следить.",
            "Пока нет места, родителю трудно выйти на работу",
        ),
    ] = None
    method: Annotated[
        str | None,
        TEXT,
        our_words(
            "Как считают",
            "Как показатель считают, если документ говорит.",
            "Делят одно число на другое и умножают на сто",
        ),
    ] = None
    numerator: Annotated[
        str | None,
        TEXT,
        our_words(
            "Числитель",
            "Что делят, если документ даёт формулу.",
            "дети с сертификатами",
        ),
    ] = None
    denominator: Annotated[
        str | None,
        TEXT,
        our_words(
            "Знаменатель",
            "На что делят, если документ даёт формулу.",
            "все дети этого возраста",
        ),
    ] = None
    source_status: Annotated[
        str,
        choice(SOURCE_STATUSES),
        Column(
            "Источник данных",
            "named — документ называет, откуда данные, not-named — не называет.",
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
            "Вес",
            "Вес показателя в оценке, если документ его называет; «Х» — веса нет. Пусто — не сказано.",
            example="0,25",
            may_be_absent=True,
        ),
    ] = None
    continues: Annotated[
        str | None,
        ID,
        Column(
            "Продолжает",
            "Прежний показатель, если этот — он же под новым названием: id из этой же таблицы. Иначе пусто.",
            example="clubs-5-18",
            refers_to="indicators",
            may_be_absent=True,
        ),
    ] = None
    comparable: Annotated[
        str | None,
        choice(YES_OR_NO),
        Column(
            "Сравнимы ли",
            "Можно ли сравнивать с прежним показателем: yes или no. Если прежнего нет, пусто.",
            example="no",
            may_be_absent=True,
        ),
    ] = None
    key_figure: Annotated[
        str | None,
        choice(YES_OR_NO),
        Column(
            "На главную",
            "yes — последнее значение стоит среди главных чисел первой страницы. Иначе no или пусто.",
            example="yes",
            may_be_absent=True,
        ),
    ] = None
    sequence: Annotated[int | None, WHOLE, ORDER] = None
    figure_in_words: Annotated[str | None, choice(FIGURES_IN_WORDS), FIGURE_IN_WORDS] = None
    unit_kind: Annotated[str | None, choice(UNIT_KINDS), UNIT_KIND] = None

    @property
    def is_comparable(self) -> bool:
        """Whether it may be compared with the one that it continues."""
        return self.comparable != "no"

    @property
    def is_key_figure(self) -> bool:
        """Whether its last value stands on the front page."""
        return self.key_figure == "yes"

    @property
    def is_share(self) -> bool:
        """In percent, so that it is never summed."""
        return self.unit == "%"


INDICATORS = Table(
    "indicators",
    "programme",
    "Показатели",
    "Что программа измеряет: целевые показатели и всё, что её текст упоминает в числах.",
    Indicator,
    key=("id",),
    required=False,
)
