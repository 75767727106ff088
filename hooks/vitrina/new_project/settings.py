"""The text of city.yml: the answers, and what is alike for most cities, with the comments that explain it."""

import json
import re
from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined

from vitrina.words import LANGUAGES, Words
from vitrina.words.catalogue import sentence
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.numbers import Language

Answers = Mapping[str, str]
"""By the name of the question."""

_LICENCE = {
    "name": sentence("Официальный документ: авторским правом не охраняется"),
    "text": sentence(
        "Официальные документы органов власти не являются объектами авторских прав (Гражданский кодекс Российской "
        "Федерации, статья 1259, пункт 6). Данные из них можно копировать и использовать без разрешения; укажите, "
        "откуда они взяты."
    ),
}
_FEDERAL = (sentence("Федеральный бюджет"), sentence("Федеральный"), sentence("федеральный бюджет платит"))
_LOCAL = (sentence("Местный бюджет"), sentence("Местный"), sentence("местный бюджет платит"))
_OTHER = (
    sentence("Внебюджетные источники"),
    sentence("Внебюджетные"),
    sentence("внебюджетные источники дают"),
)
_REGIONAL = {
    "край": (sentence("Краевой бюджет"), sentence("Край"), sentence("край платит")),
    "область": (sentence("Областной бюджет"), sentence("Область"), sentence("область платит")),
    "республика": (sentence("Республиканский бюджет"), sentence("Республика"), sentence("республика платит")),
    "округ": (sentence("Окружной бюджет"), sentence("Округ"), sentence("округ платит")),
    "": (sentence("Региональный бюджет"), sentence("Регион"), sentence("регион платит")),
}
"""By the word in the name of the region, its budget: the name, the short name, how a sentence of it begins."""


def languages(answers: Answers) -> list[str]:
    """As they were typed, the main one first."""
    return re.findall(r"[^\s,;]+", answers.get("languages", SOURCE_LANGUAGE))


def settings_text(answers: Answers) -> str:
    """`answers` are those to all questions."""
    spoken: list[Language] = [one for one in LANGUAGES if one in {SOURCE_LANGUAGE, *languages(answers)}]

    def each(key: str) -> dict[str, str]:
        """An answer in every language of the site."""
        others = {one: answers[f"{key}-{one}"] for one in spoken if one != SOURCE_LANGUAGE}
        return {SOURCE_LANGUAGE: answers[key], **others}

    def said(text: str) -> dict[str, str]:
        return {one: Words(one).say(text) for one in spoken}

    region = answers["region"].casefold()
    regional = next(texts for word, texts in _REGIONAL.items() if word in region)
    sources = {"federal": _FEDERAL, "regional": regional, "local": _LOCAL, "other": _OTHER}
    return filled(
        "city.yml.jinja",
        answers=answers,
        languages=languages(answers),
        each=each,
        licence={key: said(text) for key, text in _LICENCE.items()},
        sources={
            key: dict(zip(("name", "short", "pays"), map(said, texts), strict=True)) for key, texts in sources.items()
        },
    )


def filled(template: str, **values: object) -> str:
    return _TEMPLATES.get_template(template).render(values)


_TEMPLATES = Environment(
    loader=PackageLoader("vitrina.new_project", "files"),
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701  what is written is no HTML
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_TEMPLATES.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
