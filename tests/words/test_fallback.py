"""A sentence without a translation stands in the first language of the city, or in Russian, and names its language."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vitrina.words import Words, catalogue
from vitrina.words.foreign import foreign

ENTRIES = {
    "ru": 'msgid "{count} год"\nmsgid_plural "{count} лет"\n'
    'msgstr[0] "{count} год"\nmsgstr[1] "{count} года"\nmsgstr[2] "{count} лет"\n',
    "tt": 'msgid "Меню"\nmsgstr "Сайлак"\n',
    "hr": 'msgid "Поиск"\nmsgstr "Traži"\n',
}


@pytest.fixture(autouse=True)
def few_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for language, entries in ENTRIES.items():
        file = tmp_path / "locale" / language / "LC_MESSAGES/vitrina.po"
        file.parent.mkdir(parents=True)
        file.write_text(f'msgid ""\nmsgstr "Language: {language}\\n"\n\n{entries}', encoding="utf-8")
    monkeypatch.setattr(catalogue, "files", lambda _: tmp_path)
    forget()
    yield
    forget()


def forget() -> None:
    catalogue.translations.cache_clear()
    catalogue._compiled.cache_clear()  # what the files of sentences were read for


@pytest.mark.parametrize(
    ("language", "first", "expected"),
    [
        ("tt", "ru", "Сайлак"),
        ("hr", "ru", foreign("Меню", "ru")),
        ("hr", "tt", foreign("Сайлак", "tt")),
        ("hr", "hr", foreign("Меню", "ru")),
        ("ru", "tt", "Меню"),
    ],
)
def test_a_sentence_that_is_not_translated_is_in_the_first_language_of_the_city(
    language: str, first: str, expected: str
) -> None:
    assert Words(language, first).message("Меню") == expected


def test_what_the_first_language_does_not_have_either_is_russian() -> None:
    assert Words("hr", "tt").message("Закрыть") == foreign("Закрыть", "ru")
    assert Words("hr", "tt").years(5) == foreign("5\u00a0лет", "ru")
