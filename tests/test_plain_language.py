"""Whatever we explain in our own words can be read after nine years of school; quotations are left out of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from readability import Measured, filled, measure, prose, syllables, together
from vitrina.dataset import Programme, read_dataset
from vitrina.dataset.tables import PROGRAMME_TABLES
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "hooks" / "vitrina" / "pages"

GRADE = 9
FAR_ABOVE = 14
"""A single text is short, and one long name in it weighs much: it may be harder than the average, but not by far."""
FEWEST_WORDS = 8
"""In fewer words the formulas measure chance: a label of two long words is no hard text."""
MORE_OF_OURS = (("expected_findings", "reason"),)
"""Our own words, too, though they may hold figures of the finding that they explain."""

Texts = dict[str, str]
"""Where it stands, and the text."""


@pytest.fixture(scope="module")
def programme() -> Programme:
    reading = read_dataset(ROOT / "build_data")
    assert reading.dataset is not None, reading.problems
    return reading.dataset.programme("education")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plain_words_of_the_dataset_need_no_more_than_nine_grades(programme: Programme, language: Language) -> None:
    assert_plain(dict(of_dataset(programme, language)), language, at_least=200)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_pages_need_no_more_than_nine_grades(language: Language) -> None:
    assert_plain(dict(of_pages(language)), language, at_least=60)


def test_the_measure_tells_officialese_from_plain_words() -> None:
    official = (
        "Обеспечение реализации муниципальной программы осуществляется посредством совершенствования "
        "организационно-экономических механизмов обеспечения доступности дополнительного образования."
    )
    plain = "Город даёт деньги на кружки. Ходить туда может каждый ребёнок."
    assert measure(official, "ru").grade("ru") > FAR_ABOVE
    assert measure(plain, "ru").grade("ru") < GRADE


def test_the_document_itself_is_too_hard() -> None:
    text = (ROOT / "tests" / "documents" / "divnogorsk-education-programme.txt").read_text(encoding="utf-8")
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


def assert_plain(texts: Texts, language: Language, at_least: int) -> None:
    measured = {
        where: counts for where, text in texts.items() if (counts := measure(text, language)).words >= FEWEST_WORDS
    }
    assert len(measured) >= at_least
    hardest = sorted(measured, key=lambda where: -measured[where].grade(language))[:10]
    worst = "\n".join(f"{measured[where].grade(language):5.1f}  {where}: {texts[where]}" for where in hardest)
    everything: Measured = together(measured.values())
    assert everything.grade(language) <= GRADE, f"{everything.grade(language):.1f} on average; the hardest:\n{worst}"
    assert measured[hardest[0]].grade(language) <= FAR_ABOVE, f"far above grade {GRADE}:\n{worst}"


def of_dataset(programme: Programme, language: Language) -> Iterator[tuple[str, str]]:
    ours = {(table.name, column) for table in PROGRAMME_TABLES for column in table.plain} | set(MORE_OF_OURS)
    for table, identity, column in programme.texts.russian:
        text = programme.text(table, identity, column, language)
        if (table, column) in ours and text.language == language:
            yield f"{table}.csv, {identity}, {column}", filled(text.text, language)


def of_pages(language: Language) -> Iterator[tuple[str, str]]:
    for path in sorted(PAGES.glob(f"*.{language}.md")):
        for number, text in enumerate(prose(path.read_text(encoding="utf-8"), language), start=1):
            yield f"{path.name}, {number}", text
