"""The pages' own words can be read after nine years of school; quotations are left out of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK
from support.readability import FAR_ABOVE, GRADE, assert_plain, measure, prose, syllables
from tools.messages import of_templates, translated
from vitrina.project import PROSE
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_pages_need_no_more_than_nine_grades(language: Language) -> None:
    assert_plain(dict(of_pages(language)), language, at_least=60)


def test_the_guide_of_the_staff_is_as_plain() -> None:
    typed = re.compile(r"^---.*?^---|```.*?```", re.DOTALL | re.MULTILINE)
    pages = [page for page in (PROSE / "staff").glob("*.md") if page.name != "commands.md"]  # which is a reference
    own = (typed.sub("", page.read_text(encoding="utf-8")) for page in pages)
    assert_plain({text: text for page in own for text in prose(page, "ru")}, "ru", at_least=60)


def test_the_measure_tells_officialese_from_plain_words() -> None:
    official = (
        "Обеспечение реализации муниципальной программы осуществляется посредством совершенствования "
        "организационно-экономических механизмов обеспечения доступности дополнительного образования."
    )
    plain = "Город даёт деньги на кружки. Ходить туда может каждый ребёнок."
    assert measure(official, "ru").grade("ru") > FAR_ABOVE
    assert measure(plain, "ru").grade("ru") < GRADE


def test_the_document_itself_is_too_hard() -> None:
    text = (DIVNOGORSK / "programmes/education/documents/draft-2021.txt").read_text(encoding="utf-8")
    section = text[text.index("4. Основные приоритеты") : text.index("5. Механизмы реализации")]
    assert measure(section, "ru").grade("ru") > FAR_ABOVE


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("образование", "ru", 6),
        ("ещё", "ru", 2),
        ("в", "ru", 1),
        ("place", "en", 1),
        ("places", "en", 2),
        ("wanted", "en", 2),
        ("asked", "en", 1),
        ("kindergarten", "en", 4),
        ("table", "en", 2),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, language: Language, count: int) -> None:
    assert syllables(word, language) == count


def test_a_template_gives_its_own_words_alone() -> None:
    template = (
        '{% if a %}\n# В год ушло {{ w.money(x) }} {: #top }\n{% endif %}\n\n{{ begin("Деньги") }}\n\n'
        "<blockquote><p>«Слова документа»</p></blockquote>\n\n"
        "Смотрите [все суммы]({{ link(a) }}).\n{: .v-more }\n\n| a | b |"
    )
    assert list(prose(template, "ru")) == ["В год ушло число", "Смотрите все суммы."]


def of_pages(language: Language) -> Iterator[tuple[str, str]]:
    """The sentences of the templates, a value as what a template prints."""
    translations = translated(language)
    for sentence, _ in of_templates():
        said = translations.get(sentence, sentence)
        for form in dict.fromkeys((said,) if isinstance(said, str) else said):
            for text in prose(re.sub(r"\{(\w+)\}", r"{{ \1 }}", form), language):
                yield form, text
