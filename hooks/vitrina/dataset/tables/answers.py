"""What people ask, answered from the dataset, what the words mean, and by which other words pages are looked for."""

from dataclasses import dataclass
from typing import Annotated

from vitrina.dataset.cells import ID, TEXT, WHOLE, choice, choice_or_words, pattern
from vitrina.dataset.descriptions import describe
from vitrina.dataset.tables.choices import ANSWERED, AUDIENCES
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import SEQUENCE, our_words, own_id

PAGE_KEY = pattern("[a-z0-9-]+(?:/[a-z0-9-]+)?", "page_key")
"""A page as tables name it."""

SEPARATOR = "|"
"""Between the forms of a word, in one cell."""


def forms_of(text: str | None) -> tuple[str, ...]:
    """The forms of a word that stand in one cell."""
    return tuple(form.strip() for form in (text or "").split(SEPARATOR) if form.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Row):
    """A question that people ask; `page` is the key of the page that says more."""

    id: Annotated[str, ID, own_id("who-pays")]
    sequence: Annotated[int, WHOLE, SEQUENCE]
    audience: Annotated[
        str,
        choice_or_words(AUDIENCES),
        Column(
            "Кто спрашивает",
            "parent — родитель, resident — житель, journalist — журналист, deputy — депутат, auditor — "
            "проверяющий; или своими словами, как назвать раздел: «Водителям».",
            example="parent",
            translated="words",
        ),
    ]
    question: Annotated[
        str,
        TEXT,
        our_words(
            "Вопрос",
            "Как спросил бы человек.",
            "Есть ли очередь в детские сады?",
        ),
    ]
    answer: Annotated[
        str,
        TEXT,
        our_words(
            "Ответ",
            "Одно-два предложения.",
            "Да: {when:queue-2021} в очереди было {value:queue-2021}.",
        ),
    ]
    answered: Annotated[
        str,
        choice(ANSWERED),
        Column(
            "Отвечает ли документ",
            "yes — документ отвечает хотя бы отчасти, no — не отвечает.",
            example="yes",
        ),
    ]
    page: Annotated[
        str,
        PAGE_KEY,
        Column(
            "Страница",
            "Где сказано больше: funding, funding/2021, check, goals, subprogrammes/код, indicators/код, "
            "situation, risks, documents, gaps или about.",
            example="indicators/queue",
        ),
    ]

    @property
    def is_answered(self) -> bool:
        """By the document; if not, our answer says so."""
        return self.answered == "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Row):
    """A word of the glossary and the other forms in which it is met, in Russian."""

    id: Annotated[str, ID, own_id("edition")]
    term: Annotated[
        str,
        TEXT,
        our_words(
            "Слово",
            "Слово, каким оно стоит в словаре.",
            "редакция",
        ),
    ]
    forms: Annotated[
        str | None,
        TEXT,
        Column(
            "Формы",
            "Другие формы слова, через черту |. В переводе — формы его языка.",
            example="редакции|редакцией",
        ),
    ] = None
    explanation: Annotated[
        str,
        TEXT,
        our_words(
            "Что значит",
            "Одно предложение.",
            "Программа в том виде, какой она получила после очередных поправок",
        ),
    ]

    @property
    def other_forms(self) -> tuple[str, ...]:
        return forms_of(self.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordsRow(Row):
    page: Annotated[
        str,
        PAGE_KEY,
        Column(
            "Страница",
            "Какую страницу должен найти поиск; называют её так же, как в questions.csv. Ещё можно execution, "
            "measures, assignments, progress, evaluation и changes: эти страницы есть, когда для них есть данные.",
            example="indicators/queue",
        ),
    ]
    keywords: Annotated[
        str,
        TEXT,
        Column(
            "Слова для поиска",
            "Слова, какими об этом говорят люди, через черту |, самое частое первым; на странице их не видно. "
            "Форма любая: окончания, заглавные буквы, «ё» и «е» поиск не различает. В переводе — формы его языка.",
            example="садик|очередь в садик|встать на очередь",
        ),
    ]


QUESTIONS = Table(
    "questions",
    "programme",
    "Вопросы",
    "О чём люди спрашивают первым делом, и что отвечает набор данных.",
    Question,
    key=("id",),
    required=False,
)
GLOSSARY = Table(
    "glossary",
    "programme",
    "Словарь",
    "Слова, которые нужно объяснить.",
    Term,
    key=("id",),
    required=False,
)
KEYWORDS = Table(
    "keywords",
    "programme",
    "Слова для поиска",
    "Слова, которых на странице нет, но по которым её ищут.",
    KeywordsRow,
    key=("page",),
    required=False,
)


describe("page_key", "«{value}» — не адрес страницы.", "Напишите, например, {example}.")
