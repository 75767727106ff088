"""What people ask, answered from the dataset, what the words mean, and by which other words pages are looked for."""

from typing import Annotated

from vitrina.dataset.cells import ID, TEXT, WHOLE, choice, choice_or_words, pattern
from vitrina.dataset.languages import Both
from vitrina.dataset.tables.choices import ANSWERED, AUDIENCES
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.shared import SEQUENCE, our_words, own_id

PAGE_KEY = pattern("[a-z0-9-]+(?:/[a-z0-9-]+)?", "page_key")
"""A page as tables name it."""


class QuestionRow(Row):
    id: Annotated[str, ID, own_id("who-pays")]
    sequence: Annotated[int, WHOLE, SEQUENCE]
    audience: Annotated[
        str,
        choice_or_words(AUDIENCES),
        Column(
            Both("Кто спрашивает", "Audience"),
            Both(
                "parent — родитель, resident — житель, journalist — журналист, deputy — депутат, auditor — "
                "проверяющий; или своими словами, как назвать раздел: «Водителям».",
                "parent, resident, journalist, deputy or auditor; or the name of the section in words of your own.",
            ),
            example="parent",
        ),
    ]
    question: Annotated[
        str,
        TEXT,
        our_words(
            Both("Вопрос", "Question"),
            Both("Как спросил бы человек.", "As a person would ask."),
            "Есть ли очередь в детские сады?",
        ),
    ]
    answer: Annotated[
        str,
        TEXT,
        our_words(
            Both("Ответ", "Answer"),
            Both("Одно-два предложения.", "One or two sentences."),
            "Да: {when:queue-2021} в очереди было {value:queue-2021}.",
        ),
    ]
    answered: Annotated[
        str,
        choice(ANSWERED),
        Column(
            Both("Отвечает ли документ", "Answered"),
            Both(
                "yes — документ отвечает хотя бы отчасти, no — не отвечает.",
                "yes: the document answers, at least in part; no: it does not.",
            ),
            example="yes",
        ),
    ]
    page: Annotated[
        str,
        PAGE_KEY,
        Column(
            Both("Страница", "Page"),
            Both(
                "Где сказано больше: funding, funding/2021, check, goals, subprogrammes/код, indicators/код, "
                "situation, risks, documents, gaps или about.",
                "Where more is said: funding, funding/2021, check, goals, subprogrammes/id, indicators/id, "
                "situation, risks, documents, gaps or about.",
            ),
            example="indicators/queue",
        ),
    ]


class TermRow(Row):
    id: Annotated[str, ID, own_id("edition")]
    term: Annotated[
        str,
        TEXT,
        our_words(
            Both("Слово", "Term"),
            Both("Слово, каким оно стоит в словаре.", "The word as the glossary lists it."),
            "редакция",
        ),
    ]
    forms: Annotated[
        str | None,
        TEXT,
        Column(
            Both("Формы", "Forms"),
            Both(
                "Другие формы слова, через черту |. В переводе — английские.",
                "Other forms of the word, with | between them; English ones in the translation.",
            ),
            example="редакции|редакцией",
        ),
    ] = None
    explanation: Annotated[
        str,
        TEXT,
        our_words(
            Both("Что значит", "Explanation"),
            Both("Одно предложение.", "One sentence."),
            "Программа в том виде, какой она получила после очередных поправок",
        ),
    ]


class KeywordsRow(Row):
    page: Annotated[
        str,
        PAGE_KEY,
        Column(
            Both("Страница", "Page"),
            Both(
                "Какую страницу должен найти поиск; называют её так же, как в questions.csv. Ещё можно execution, "
                "measures, assignments, progress, evaluation и changes: эти страницы есть, когда для них есть данные.",
                "The page that the search should find, named as in questions.csv. Also execution, measures, "
                "assignments, progress, evaluation and changes, which are there once there is data for them.",
            ),
            example="indicators/queue",
        ),
    ]
    keywords: Annotated[
        str,
        TEXT,
        Column(
            Both("Слова для поиска", "Keywords"),
            Both(
                "Слова, какими об этом говорят люди, через черту |, самое частое первым; на странице их не видно. "
                "Форма любая: окончания, заглавные буквы, «ё» и «е» поиск не различает. В переводе — английские.",
                "The words that people use for it, with | between them, the most usual first; they are not seen on the "
                "page. Any form will do: the search ignores endings and capitals. English ones in the translation.",
            ),
            example="садик|очередь в садик|встать на очередь",
        ),
    ]


QUESTIONS = Table(
    "questions",
    "programme",
    Both("Вопросы", "Questions"),
    Both(
        "О чём люди спрашивают первым делом, и что отвечает набор данных.",
        "What people ask first, and what the dataset answers.",
    ),
    QuestionRow,
    key=("id",),
    required=False,
)
GLOSSARY = Table(
    "glossary",
    "programme",
    Both("Словарь", "Glossary"),
    Both("Слова, которые нужно объяснить.", "Words that need to be explained."),
    TermRow,
    key=("id",),
    required=False,
)
KEYWORDS = Table(
    "keywords",
    "programme",
    Both("Слова для поиска", "Keywords"),
    Both(
        "Слова, которых на странице нет, но по которым её ищут.",
        "Words that do not stand on a page but by which people look for it.",
    ),
    KeywordsRow,
    key=("page",),
    required=False,
)
