"""Whatever the published tables explain in our own words can be read after nine years of school."""

from collections.abc import Iterator

import pytest

from support.readability import assert_plain, filled
from vitrina.dataset.programme import Programme
from vitrina.dataset.tables import PROGRAMME_TABLES
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language

MORE_OF_OURS = (("expected_findings", "reason"),)
"""Our own words, too, though they may hold figures of the finding that they explain."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plain_words_of_the_dataset_need_no_more_than_nine_grades(programme: Programme, language: Language) -> None:
    assert_plain(dict(of_dataset(programme, language)), language, at_least=200)


def of_dataset(programme: Programme, language: Language) -> Iterator[tuple[str, str]]:
    ours = {(table.name, column) for table in PROGRAMME_TABLES for column in table.plain} | set(MORE_OF_OURS)
    for table, identity, column in programme.texts.russian:
        text = programme.text(table, identity, column, language)
        if (table, column) in ours and text.language == language:
            yield f"{table}.csv, {identity}, {column}", filled(text.text, language)
