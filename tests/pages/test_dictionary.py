"""The dictionary tells of every table and column that can be downloaded."""

import pytest

from support.datasets import SAMPLE
from support.elements import elements_in
from support.rendered import dataset_in, pages_of
from vitrina.dataset.tables.shared import FIGURE_IN_WORDS
from vitrina.dataset.tables.sheet_names import resource_name
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_the_download_is_explained_under_an_anchor_of_its_own(language: Language) -> None:
    dataset = dataset_in(SAMPLE)
    for programme in dataset.programmes:
        pages = pages_of(dataset, language)
        page = elements_in(pages[f"{programme.id}/data/dictionary"])
        listed = [identity for one in page.iter() if (identity := one.get("id"))]
        assert len(listed) == len(set(listed))
        assert not any("." in identity for identity in listed), "a style could not name it"
        for contents in dataset.contents(programme):
            for name, column in contents.table.columns.items():
                is_told = f"{resource_name(contents.table)}-{name}".replace(".", "-") in listed
                assert is_told == (column is not FIGURE_IN_WORDS), (contents.table.name, name)
        assert "dictionary/" in pages[f"{programme.id}/data"]
