"""What a city sets once: the questions with their usual answers, and what is wrong with an answer."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from vitrina.dataset.checks.content import read_period
from vitrina.dataset.city import read_settings
from vitrina.dataset.problems import Problem
from vitrina.dataset.settings import example_of
from vitrina.dataset.territory import TERRITORIES
from vitrina.new_project.settings import Answers, languages, settings_text
from vitrina.words import LANGUAGES
from vitrina.words.catalogue import sentence
from vitrina.words.languages import SOURCE_LANGUAGE

_OTHERS = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
_TAKES_A = re.compile(r"[а-яё]*[бвгдзклмнпрстфх]", re.IGNORECASE)
_TAKES_Y = re.compile(r"[а-яё]*[бвдзлмнпрстф]а", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    name: str
    """As the option is called, without its dashes."""
    setting: str
    """The key of city.yml that it fills; empty for what the tables take."""
    asked: str
    usual: Callable[[Answers], str | None] = lambda _: None
    """The answer where none is given; None where there has to be one."""
    language: str = ""
    """The language that it is asked for, where a site may do without."""

    def is_asked(self, answers: Answers) -> bool:
        return not self.language or self.language in languages(answers)


def _genitive(answers: Answers) -> str | None:
    """Of a name in one word of the commonest kinds: «Энска», «Тулы»; of others nothing is guessed."""
    name = answers.get("name", "")
    if _TAKES_Y.fullmatch(name):
        return f"{name[:-1]}ы"
    return f"{name}а" if _TAKES_A.fullmatch(name) else None


def _region(answers: Answers) -> str | None:
    """A region is its own."""
    kind = TERRITORIES.get(answers.get("kind", ""))
    return answers.get("name") if kind and kind.is_state else None


def _nothing(_: Answers) -> str:
    return ""


def _of_others(name: str, setting: str, asked: str, usual: Callable[[Answers, str], str | None]) -> Iterator[Question]:
    """The same question for each language that a site may have besides."""
    for language in _OTHERS:
        yield Question(
            f"{name}-{language}",
            f"{setting}.{language}",
            asked,
            lambda answers, language=language: usual(answers, language),  # type: ignore[misc]
            language,
        )


QUESTIONS = (
    Question("name", "city.name.ru", sentence("название, например Энск")),
    Question("kind", "city.kind", sentence("что это за территория: {kinds}"), lambda _: next(iter(TERRITORIES))),
    Question("genitive", "city.genitive", sentence("название в родительном падеже: программы Энска"), _genitive),
    Question("region", "city.region.ru", sentence("край, область или республика"), _region),
    Question(
        "languages", "languages", sentence("языки сайта через запятую, главный первым"), lambda _: SOURCE_LANGUAGE
    ),
    *_of_others("name", "city.name", sentence("название на другом языке: {language}"), lambda *_: None),
    *_of_others(
        "region",
        "city.region",
        sentence("край, область или республика на другом языке: {language}"),
        lambda *_: None,
    ),
    Question(
        "title",
        "site.title.ru",
        sentence("название сайта"),
        lambda answers: f"Программы {answers['genitive']}" if "genitive" in answers else None,
    ),
    *_of_others(
        "title",
        "site.title",
        sentence("название сайта на другом языке: {language}"),
        lambda answers, language: f"Programmes of {answers[name]}" if (name := f"name-{language}") in answers else None,
    ),
    Question(
        "publisher",
        "publisher",
        sentence("кто ведёт сайт: official — сама администрация, unofficial — кто-то другой"),
        lambda _: "unofficial",
    ),
    Question("organisation", "contacts.organisation", sentence("кто отвечает за данные"), _nothing),
    Question("email", "contacts.email", sentence("почта для вопросов о данных"), _nothing),
    Question("phone", "contacts.phone", sentence("телефон"), _nothing),
    Question("address", "contacts.address", sentence("почтовый адрес"), _nothing),
    Question("repository", "site.repository", sentence("адрес хранилища, начинается с https://"), _nothing),
    Question("programme", "", sentence("название первой программы, как в её паспорте"), _nothing),
    Question("period", "", sentence("годы программы, как в её паспорте"), _nothing),
)


def completed(given: Answers) -> dict[str, str]:
    """With the usual answers where none is given. What has none and is not given is left out."""
    answers = {name: answer for name, answer in given.items() if answer}
    for question in QUESTIONS:
        if question.name not in answers and question.is_asked(answers):
            usual = question.usual(answers)
            if usual is not None:
                answers[question.name] = usual
    return answers


def unanswered(given: Answers) -> list[Question]:
    """The questions that are not answered, and have no usual answer even when all others are."""
    return _with_examples(given)[1]


def problems_of(question: Question, given: Answers) -> list[Problem]:
    """What is wrong with one answer, found as in the file that it goes into; the place is the option."""
    value, place = given.get(question.name, ""), f"--{question.name}"
    if question.name == "period" and value and read_period(value) is None:
        return [Problem(place, None, None, value, "period")]
    if not question.setting:
        return []
    found = read_settings(settings_text(_with_examples(given)[0])).problems
    return [
        replace(problem, file=place, row=None, column=None)
        for problem in found
        if problem.severity == "error" and f"{problem.column}.".startswith(f"{question.setting}.")
    ]


def _with_examples(given: Answers) -> tuple[dict[str, str], list[Question]]:
    """The answers with an example for each that is wanting, so that one can be judged before the others are there."""
    answers, wanting = completed(given), []
    for question in QUESTIONS:
        if question.is_asked(answers) and question.name not in answers:
            wanting.append(question)
            answers = completed({**answers, question.name: example_of(tuple(question.setting.split(".")))})
    return answers, wanting
