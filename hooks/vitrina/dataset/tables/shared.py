"""Columns that many tables have."""

from vitrina.dataset.languages import Both
from vitrina.dataset.tables.columns import Column

DOCUMENT = Column(
    Both("Документ", "Document"),
    Both("Документ, в котором это стоит: id из documents.csv.", "The document that states it: an id of documents.csv."),
    example="draft-2021",
    refers_to="documents",
)
PLACE = Column(
    Both("Место", "Place"),
    Both("Где это стоит в документе: раздел, строка.", "Where it stands in the document: section, row."),
    example="Паспорт, «Задачи муниципальной программы»",
)
WORDS = Column(
    Both("Слова документа", "Words"),
    Both("Слова документа, буква в букву.", "The document's own words, letter by letter."),
    example="На 01.01.2021 в очереди для определения в детские сады состояло 404 ребенка",
)
FIGURE_IN_WORDS = Column(
    Both("Число в словах", "Figure in the words"),
    Both(
        "Пусто, если число строки стоит в её словах. none — слова вырезаны из таблицы, и числа в них нет. ones, "
        "thousands, millions — число в словах в единицах (рублях), тысячах, миллионах, а сами слова этого не говорят.",
        "Empty where the figure of the row stands in its words. none: the words are cut from a table and hold no "
        "figure. ones, thousands, millions: the words print the figure in ones (roubles), thousands or millions "
        "without saying so.",
    ),
    example="none",
    may_be_absent=True,
)
UNIT_KIND = Column(
    Both("Вид единицы", "Kind of unit"),
    Both(
        "Какие числа возможны: counted — целые от нуля, measured — от нуля, и дробные, share — от 0 до 100 %, rate — "
        "любой процент, signed — любое число, и меньше нуля. Пусто — понятно по единице и названию.",
        "Which numbers there can be: counted — whole, from nought; measured — from nought, with decimals too; share — "
        "from 0 to 100 %; rate — any per cent; signed — any number, below nought too. Empty where the unit and the "
        "name tell it.",
    ),
    example="measured",
    may_be_absent=True,
)
SEQUENCE = Column(
    Both("Порядок", "Sequence"),
    Both("Каким по счёту это стоит на странице; номера не повторяются.", "Its place on the page; used once."),
    example="1",
)
ORDER = Column(
    Both("Порядок", "Sequence"),
    Both(
        "Каким по счёту это стоит на странице среди строк без номера. Пусто — по коду.",
        "Its place on the page among the rows without a number. Empty: by the id.",
    ),
    example="1",
    may_be_absent=True,
)


def own_id(example: str) -> Column:
    """The id of a row."""
    return Column(Both("Код", "Id"), Both("Свой код, не повторяется.", "Its own id, used once."), example=example)


def our_words(title: Both, description: Both, example: str) -> Column:
    """A column of our own words. Every description says how figures get into them."""
    return Column(
        title,
        Both(
            f"{description.ru} Наши слова; вместо чисел ссылки, например {{value:id}}.",
            f"{description.en} In our own words; references instead of figures, for example {{value:id}}.",
        ),
        example=example,
        plain=True,
    )
