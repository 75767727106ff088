"""Every sentence has its translation, which takes no other values, and no translation is left over."""

from functools import cache
from string import Formatter

import pytest

from tools.messages import LOCALE, Sentence, faults, said, translated

sentences = cache(said)
"""Found when a test asks for them: every process of the tests loads this file."""
LANGUAGES = sorted(folder.name for folder in LOCALE.iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_is_translated_and_none_is_left_over(language: str) -> None:
    assert len(sentences()) > 1000
    assert faults(language) == []


def test_a_sentence_takes_the_values_that_it_is_given() -> None:
    for sentence, given in sentences().items():
        assert given is None or values(sentence) <= given, sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_takes_the_values_that_its_sentence_is_given(language: str) -> None:
    for sentence, translation in translated(language).items():
        given = sentences()[sentence]
        assert values(translation) <= (values(sentence) if given is None else given), sentence


def values(text: Sentence) -> set[str]:
    forms = text if isinstance(text, tuple) else (text,)
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}
