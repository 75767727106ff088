"""Columns that many tables have."""

from collections.abc import Mapping
from dataclasses import replace

from vitrina.dataset.tables.columns import Column

DOCUMENT = Column(
    "Документ",
    "Документ, в котором это стоит: id из documents.csv.",
    example="draft-2021",
    refers_to="documents",
)
PLACE = Column(
    "Место",
    "Где это стоит в документе: раздел, строка.",
    example="Паспорт, «Задачи муниципальной программы»",
    quoted=True,
    translated="place",
)
WORDS = Column(
    "Слова документа",
    "Слова документа, буква в букву.",
    example="На 01.01.2021 в очереди для определения в детские сады состояло 404 ребенка",
    quoted=True,
    translated="never",
)
ANSWERED_WORDS = replace(WORDS, translated="row")
"""Words that the site answers at once: an English reader must be able to follow."""
FIGURE_IN_WORDS = Column(
    "Число в словах",
    "Пусто, если число строки стоит в её словах. none — слова вырезаны из таблицы, и числа в них нет. ones, "
    "thousands, millions — число в словах в единицах (рублях), тысячах, миллионах, а сами слова этого не говорят.",
    example="none",
    may_be_absent=True,
)
NUMBER_IN_DOCUMENT = Column(
    "Номер",
    "Номер, как в документе; нет номера — пусто.",
    example="1",
    quoted=True,
    translated="never",
)
UNIT = Column(
    "Единица",
    "Знак % или три формы слова: один, два, пять. В переводе форм две.",
    example="ребёнок|ребёнка|детей",
)
UNIT_KIND = Column(
    "Вид единицы",
    "Какие числа возможны: counted — целые от нуля, measured — от нуля, и дробные, share — от 0 до 100 %, rate — "
    "любой процент, signed — любое число, и меньше нуля. Пусто — понятно по единице и названию.",
    example="measured",
    may_be_absent=True,
)
SEQUENCE = Column(
    "Порядок",
    "Каким по счёту это стоит на странице; номера не повторяются.",
    example="1",
)
ORDER = Column(
    "Порядок",
    "Каким по счёту это стоит на странице среди строк без номера. Пусто — по коду.",
    example="1",
    may_be_absent=True,
)


def ids_of(choices: Mapping[str, str]) -> str:
    """What a column may hold, each id with its title."""
    return ", ".join(f"{key} — {title}" for key, title in choices.items())


def own_id(example: str) -> Column:
    """The id of a row."""
    return Column("Код", "Свой код, не повторяется.", example=example)


def our_words(title: str, description: str, example: str) -> Column:
    """A column of our own words. Every description says how figures get into them."""
    told = f"{description} Наши слова; вместо чисел ссылки, например {{value:id}}."
    return Column(title, told, example=example, plain=True)
